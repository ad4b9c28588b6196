//! A review on one screen.

use super::Telling;
use crate::report::located::Located;

/// So many entries of a kind are told.
const MOST: usize = 40;

impl Telling<'_> {
    /// For people; nothing where nothing is different.
    pub fn text(&self) -> String {
        let (review, lang) = (self.review, self.lang);
        if review.is_empty() {
            return String::new();
        }
        let mut text = format!("{} → {}\n", self.state(0), self.state(1));
        let members = review.members.iter().map(|member| {
            let details = self.details(member).into_iter();
            let details = details.map(|line| format!("  {line}"));
            std::iter::once(self.head(member)).chain(details).collect()
        });
        self.section(&mut text, lang.pick("党员", "members"), members);
        let files = review.files.iter().map(|file| self.file(file));
        self.section(&mut text, lang.pick("其他文件", "other files"), files);
        let rows = self.rows().into_iter().map(|row| vec![row]);
        self.section(&mut text, lang.pick("数字", "figures"), rows);
        let [new, gone] = self.findings();
        let found = |found: Vec<Located>| found.into_iter().map(|one| vec![self.finding(&one)]);
        self.section(
            &mut text,
            lang.pick("新出现的问题", "new findings"),
            found(new),
        );
        self.section(
            &mut text,
            lang.pick("不再有的问题", "findings that are gone"),
            found(gone),
        );
        let outputs = review.outputs.iter();
        let outputs = outputs.map(|output| vec![self.output(output)]);
        self.section(&mut text, lang.pick("表", "forms"), outputs);
        if let Some(line) = self.not_laid_out() {
            text += &format!("  {line}\n");
        }
        text
    }

    /// A finding and where it stands.
    pub(super) fn finding(&self, one: &Located) -> String {
        let severity = match one.severity {
            "error" => self.lang.pick("错误", "error"),
            "warning" => self.lang.pick("警告", "warning"),
            _ => self.lang.pick("提示", "notice"),
        };
        let Located {
            code,
            path,
            line,
            message,
            ..
        } = one;
        format!("{severity}[{code}]  {path}:{line}  {message}")
    }

    /// A head with how many there are, and an entry of some lines for each.
    fn section(&self, text: &mut String, head: &str, entries: impl Iterator<Item = Vec<String>>) {
        let entries: Vec<Vec<String>> = entries.collect();
        if entries.is_empty() {
            return;
        }
        let count = entries.len();
        *text += &format!(
            "\n{head}{}\n",
            self.lang
                .pick(format!("（{count}）"), format!(" ({count})"))
        );
        for line in entries.iter().take(MOST).flatten() {
            *text += &format!("  {}\n", crate::report::visible::one_line(line));
        }
        if let Some(rest) = count.checked_sub(MOST).filter(|rest| *rest > 0) {
            *text += &self.lang.pick(
                format!("  ……还有 {rest} 项，用 --format json 或 markdown 看全部\n"),
                format!("  … and {rest} more: --format json or markdown tells all\n"),
            );
        }
    }
}
