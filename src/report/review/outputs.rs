//! What is told of outputs and of their pages.

use super::Telling;
use crate::review::{OutputChange, Paged, PrintStatus};

impl Telling<'_> {
    /// What becomes of an output, which it is, and its pages.
    pub(super) fn output(&self, output: &OutputChange) -> String {
        let parts = [
            self.status(output).to_owned(),
            self.path(output),
            self.pages(output),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("  ")
    }

    /// What becomes of an output.
    pub(super) fn status(&self, output: &OutputChange) -> &'static str {
        let lang = self.lang;
        match output.change {
            PrintStatus::New => lang.pick("新的", "new"),
            PrintStatus::Gone => lang.pick("不再有", "gone"),
            PrintStatus::Changed if output.looks_the_same() => lang.pick(
                "每一页都和原来一样，不必重印",
                "each page looks as it did: no need to print",
            ),
            PrintStatus::Changed => lang.pick("要重印", "print again"),
            PrintStatus::Moved => lang.pick(
                "只是改名，内容没变，不必重印",
                "moved only, the same is printed on it",
            ),
            PrintStatus::Refused => lang.pick("有错误，现在做不出来", "refused: there are errors"),
            PrintStatus::Unfilled => lang.pick(
                "文字还没有填好，现在不做",
                "not made: it waits for words to be filled in",
            ),
        }
    }

    /// Which it is.
    pub(super) fn path(&self, output: &OutputChange) -> String {
        let text = |text: &str| self.hidden().text(text).into_owned();
        match &output.old_path {
            Some(old) => format!("{} → {}", text(old), text(&output.path)),
            None => text(&output.path),
        }
    }

    /// Its pages: how many, and which look otherwise.
    pub(super) fn pages(&self, output: &OutputChange) -> String {
        let lang = self.lang;
        let (counts, changed) = match &output.pages {
            Paged::Unlooked => return String::new(),
            Paged::TooMany => return lang.pick("页数从略", "pages not looked at").to_owned(),
            Paged::TooLong => {
                let words = lang.pick("名单太长，页数从略", "too long a list: pages not looked at");
                return words.to_owned();
            }
            Paged::Faulty => {
                let words = lang.pick(
                    "排不出来，用 paicha check --pages 看错在哪里",
                    "cannot be laid out: see paicha check --pages",
                );
                return words.to_owned();
            }
            Paged::Laid { counts, changed } => (*counts, changed),
        };
        let [before, now] = counts;
        let all = match output.change {
            PrintStatus::Gone => before,
            _ => now,
        };
        let plural = |count: usize| if count == 1 { "page" } else { "pages" };
        let all_pages = lang.pick(format!("共 {all} 页"), format!("{all} {}", plural(all)));
        if output.change != PrintStatus::Changed {
            return all_pages;
        }
        let which = match changed.len() {
            0 => all_pages,
            count if count == all && all > 1 => {
                lang.pick(format!("全部 {all} 页"), format!("all {all} pages"))
            }
            _ => {
                let which = numbers(changed, lang.pick("、", ", "));
                lang.pick(
                    format!("第 {which} 页，{all_pages}"),
                    format!("{} {which} of {all}", plural(changed.len())),
                )
            }
        };
        match before == now {
            true => which,
            false => lang.pick(
                format!("{which}（原来 {before} 页）"),
                format!("{which} (there were {before})"),
            ),
        }
    }

    /// How many outputs were not laid out, as too many change.
    pub(super) fn not_laid_out(&self) -> Option<String> {
        let outputs = self.review.outputs.iter();
        let count = outputs.filter(|it| it.pages == Paged::TooMany).count();
        (count > 0).then(|| {
            self.lang.pick(
                format!("有 {count} 份没有排版，页数从略：变的太多"),
                format!(
                    "{count} of them were not laid out, too many change: their pages are not told"
                ),
            )
        })
    }
}

/// Pages as people count them: 1、3—5.
fn numbers(pages: &[usize], comma: &str) -> String {
    let runs = pages.chunk_by(|a, b| a + 1 == *b);
    let runs = runs.map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{}—{}", first + 1, last + 1),
        run => {
            let run = run.iter().map(|page| (page + 1).to_string());
            run.collect::<Vec<_>>().join(comma)
        }
    });
    runs.collect::<Vec<_>>().join(comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_from_one_and_drawn_together() {
        for (pages, told) in [
            (&[0][..], "1"),
            (&[0, 1], "1、2"),
            (&[0, 2, 3, 4], "1、3—5"),
            (&[1, 2, 3, 7, 8], "2—4、8、9"),
        ] {
            assert_eq!(numbers(pages, "、"), told);
        }
    }
}
