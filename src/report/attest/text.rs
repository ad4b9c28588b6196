//! The same for people: a line a page, and below it what has changed.

use super::{Answer, Telling};
use crate::attest::{Attested, Integrity, MOST, NotPage, Page, Since, TextChange, Verdict};
use crate::check::Diagnostic;
use crate::load::Unread;
use crate::report::located::Locator;
use crate::report::visible::one_line;

/// So many changes, or findings, of a page are told.
const TOLD: usize = 40;
/// Of longer texts what is the same is left out, but for a little around it.
const LONG: usize = 40;
const AROUND: usize = 8;
/// So much of a commit is told.
const BRIEF: usize = 12;

impl Telling<'_> {
    /// For people.
    pub fn text(&self) -> String {
        let texts = self.answers.iter().map(|answer| match answer {
            Answer::Page(page, attested) => self.of_page(page, attested),
            Answer::NotPage(file, fault) => {
                let file = one_line(&self.hidden().text(file)).to_string();
                self.line(&file, &self.not_page(fault))
            }
            Answer::Digest(digest, output) => self.of_digest(digest, output.as_deref()),
        });
        texts.collect()
    }

    fn line(&self, of: &str, said: &str) -> String {
        let colon = self.lang.pick("：", ": ");
        format!("{of}{colon}{said}\n")
    }

    fn of_digest(&self, digest: &str, output: Option<&str>) -> String {
        let said = match output.map(|path| self.hidden().text(path)) {
            None => self.lang.pick(
                "现在的资料没有哪一份是这个核验码；纸上印着版本的，加 --rev 版本 再查".to_owned(),
                "no page of the data has this digest; with --rev and the revision that is printed beside it, that data is asked".to_owned(),
            ),
            Some(path) => self.lang.pick(
                format!("对得上，是 {path}"),
                format!("stands, it is {path}"),
            ),
        };
        self.line(digest, &said)
    }

    fn of_page(&self, page: &Page, attested: &Attested) -> String {
        let lang = self.lang;
        let file = page.file.to_string_lossy();
        let file = one_line(&self.hidden().text(&file)).to_string();
        let by = &page.stamp.made_by;
        let by = by
            .rsplit_once('-')
            .map_or(by.as_str(), |(version, _)| version);
        let mut below = Vec::new();
        let said = match &attested.verdict {
            Verdict::Stands => lang
                .pick("对得上，现在的资料印出来就是它", "stands: the data gives this page")
                .to_owned(),
            Verdict::Otherwise(Integrity::Altered) => lang
                .pick(
                    "文件被改动过：资料没有变，同一个程序做出来的不是它；用 paicha build 重新做",
                    "altered: the data is the same, and the program makes another file of it; paicha build makes it again",
                )
                .to_owned(),
            Verdict::Otherwise(Integrity::Whole) => lang.pick(
                format!("资料没有变，文件也没有改动过（清单.json）；但它是别的版本的程序（{by}）、版面或者字体做的，现在做出来的样子不同"),
                format!("the data is the same, and the file is as it was made (清单.json), but another version of the program ({by}), of layouts or of fonts made it: it would look otherwise now"),
            ),
            Verdict::Otherwise(Integrity::Unknown) => lang.pick(
                format!("资料没有变，但它是别的版本的程序（{by}）、版面或者字体做的，文件有没有改动过看不出来；用 paicha build 重新做"),
                format!("the data is the same, but another version of the program ({by}), of layouts or of fonts made it: whether it was altered since cannot be told; paicha build makes it again"),
            ),
            Verdict::Changed(Some(since)) => {
                below = self.changes(since, attested);
                let commit: String = since.commit.chars().take(BRIEF).collect();
                let of_file = self.integrity(since.integrity);
                lang.pick(
                    format!("对不上，资料改过：它印的是版本 {commit} 的，现在不同的有下面这些；{of_file}"),
                    format!("changed: it prints the data of {commit}, which is different now as told below; {of_file}"),
                )
            }
            Verdict::Changed(None) => lang.pick(
                format!("对不上，资料改过；当时的资料找不到（它没有写明版本，或者写的版本里不是这样；最近 {MOST} 次有关的提交里也没有），改了哪些看不出来，文件有没有改动过也看不出来"),
                format!("changed: the data gives other texts; that of then is not found (the page names no revision, or one that gives another page, and none of the last {MOST} commits gives it), so what has changed, and whether the file was altered, cannot be told"),
            ),
            Verdict::Refused(found) => {
                below = self.findings(found);
                lang.pick(
                    "现在的资料有错误，做不出这一份，对不对得上看不出来；先用 paicha check 改正",
                    "the data has errors that keep this page from being made, so whether it stands cannot be told; see paicha check",
                )
                .to_owned()
            }
            Verdict::Gone { has_errors: false } => lang
                .pick(
                    "现在的资料里没有这一份：党员、组织或者表已经没有了，或者是别的工作文件夹的",
                    "gone: the data has no such page any more, or it is one of another workspace",
                )
                .to_owned(),
            Verdict::Gone { has_errors: true } => lang
                .pick(
                    "现在的资料里没有找到这一份，资料有错误，也许因此看不到：先用 paicha check 改正",
                    "the data has no such page, or its errors hide it: see paicha check",
                )
                .to_owned(),
        };
        let below = below.iter().map(|line| format!("  {}\n", one_line(line)));
        self.line(&file, &said) + &below.collect::<String>()
    }

    fn integrity(&self, integrity: Integrity) -> &'static str {
        match integrity {
            Integrity::Whole => self
                .lang
                .pick("文件没有改动过", "the file is as it was made"),
            Integrity::Altered => self
                .lang
                .pick("文件也被改动过", "the file was altered, too"),
            Integrity::Unknown => self.lang.pick(
                "文件有没有改动过看不出来，它是别的版本的程序、版面或者字体做的",
                "whether the file was altered cannot be told, as another version of the program, of layouts or of fonts made it",
            ),
        }
    }

    fn changes(&self, since: &Since, attested: &Attested) -> Vec<String> {
        let form = attested.output.as_ref().map(|(_, form)| *form);
        let lang = self.lang;
        let colon = lang.pick("：", ": ");
        let line = |change: &TextChange| {
            let ([old, new], hides) = self.shown(change);
            let called = self.called(form, &change.of);
            let [old, new] = brief([&old, &new]).map(|text| match text.is_empty() {
                true => lang.pick("（无）", "(none)").to_owned(),
                false => text,
            });
            let hidden = match hides {
                true => lang.pick(
                    "（不同的几位遮住了，用 --unmasked 看）",
                    " (the difference is masked: see --unmasked)",
                ),
                false => "",
            };
            format!("{called}{colon}{old} → {new}{hidden}")
        };
        self.some(since.changes.iter().map(line))
    }

    fn findings(&self, found: &[Diagnostic]) -> Vec<String> {
        let mut locator = Locator::new(self.files, self.lang);
        self.some(found.iter().map(|one| {
            let found = locator.locate(one);
            let (code, path, message) = (found.code, &found.path, &found.message);
            format!("{code} {path}:{}:{} {message}", found.line, found.column)
        }))
    }

    /// The first lines, and how many more there are.
    fn some(&self, lines: impl Iterator<Item = String>) -> Vec<String> {
        let mut lines: Vec<String> = lines.collect();
        let more = lines.len().saturating_sub(TOLD);
        lines.truncate(TOLD);
        lines.extend((more > 0).then(|| {
            self.lang.pick(
                format!("……还有 {more} 处，用 --format json 看全部"),
                format!("… and {more} more: --format json tells all"),
            )
        }));
        lines
    }

    /// Why a file is no page, and the way out.
    fn not_page(&self, fault: &NotPage) -> String {
        let (zh, en) = match fault {
            NotPage::Unread(Unread::TooLarge(_)) => (
                "不是 paicha 做的表：文件太大",
                "not a page of paicha: the file is too large",
            ),
            NotPage::Unread(_) => ("错误：读不出这个文件", "error: the file cannot be read"),
            NotPage::NotPdf => ("不是 PDF 文件", "not a PDF"),
            NotPage::Encrypted => (
                "文件加了密，读不出核验码；核验没有加密的那一份",
                "the file is encrypted, so its digest cannot be read: verify the one that is not",
            ),
            NotPage::Foreign => (
                "不是 paicha 做的：里面没有核验码；经别的软件另存、扫描的，核验原来的文件",
                "not made by paicha, it has no digest: of what another program saved, or of a scan, verify the original",
            ),
            NotPage::Unstamped => (
                "里面没有核验码：是没有核验码的旧版做的，或者核验码被去掉了；用 paicha build 重新做",
                "it has no digest: a version made it that wrote none, or it was taken out; paicha build makes it again",
            ),
            NotPage::Later => (
                "核验码是更新的版本写的，或者不完整：换新版的 paicha 核验",
                "its digest is of a later version, or broken: verify it with that version",
            ),
            NotPage::Several => (
                "里面有几个不同的核验码，是几份合成的或者改动过的：一份一份核验原来的文件",
                "it has several digests, of pages that were put together or changed: verify the originals one by one",
            ),
        };
        self.lang.pick(zh, en).to_owned()
    }
}

/// Two texts without most of what is the same in them, where they are long.
fn brief(texts: [&str; 2]) -> [String; 2] {
    let texts = texts.map(|text| text.chars().collect::<Vec<char>>());
    if texts.iter().all(|text| text.len() <= LONG) {
        return texts.map(String::from_iter);
    }
    let [old, new] = &texts;
    let least = old.len().min(new.len());
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut old.iter().zip(new)).min(least);
    let after = same(&mut old.iter().rev().zip(new.iter().rev())).min(least - before);
    texts.each_ref().map(|text| {
        let (from, to) = (
            before.saturating_sub(AROUND),
            (text.len() - after + AROUND).min(text.len()),
        );
        let piece: Vec<char> = match to - from > 3 * LONG {
            true => text[from..from + 3 * LONG].to_vec(),
            false => text[from..to].to_vec(),
        };
        let (begins, ends) = (from > 0, from + piece.len() < text.len());
        let mark = |is_cut: bool| if is_cut { "…" } else { "" };
        format!("{}{}{}", mark(begins), String::from_iter(piece), mark(ends))
    })
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn of_long_texts_the_difference_is_told() {
        assert_eq!(brief(["短的", "长的"]), ["短的", "长的"]);
        let [before, after] = ["前".repeat(30), "后".repeat(30)];
        let [old, new] = ["五十二", "五十三"].map(|it| format!("{before}{it}{after}"));
        let told = brief([&old, &new]);
        assert_eq!(told[0], "…前前前前前前五十二后后后后后后后后…");
        assert_eq!(told[1], "…前前前前前前五十三后后后后后后后后…");
        let told = brief([&old, ""]);
        assert!(told[1].is_empty() && told[0].ends_with("后"));
    }
}
