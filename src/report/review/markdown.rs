//! A review to be put under a merge request.

use super::Telling;
use crate::report::located::Located;

impl Telling<'_> {
    /// Lists and a table; one line where nothing is different.
    pub fn markdown(&self) -> String {
        let (review, lang) = (self.review, self.lang);
        let mut text = format!(
            "## {} → {}\n",
            escaped(self.state(0)),
            escaped(self.state(1))
        );
        if review.is_empty() {
            return text + lang.pick("\n没有变化。\n", "\nNothing is different.\n");
        }
        let members = review.members.iter();
        let members = members.map(|member| (self.head(member), self.details(member)));
        list(&mut text, lang.pick("党员", "Members"), members);
        let files = review.files.iter().filter_map(|file| {
            let mut lines = self.file(file).into_iter();
            Some((lines.next()?, lines.collect()))
        });
        list(&mut text, lang.pick("其他文件", "Other files"), files);
        self.cells(&mut text);
        let [new, gone] = self.findings();
        let found = |found: Vec<Located>| {
            let found = found.into_iter();
            found.map(|one| (self.finding(&one), Vec::new()))
        };
        list(
            &mut text,
            lang.pick("新出现的问题", "New findings"),
            found(new),
        );
        list(
            &mut text,
            lang.pick("不再有的问题", "Findings that are gone"),
            found(gone),
        );
        let outputs = review.outputs.iter().map(|output| self.output(output));
        let outputs = outputs.chain(self.not_laid_out());
        let outputs = outputs.map(|output| (output, Vec::new()));
        list(&mut text, lang.pick("表", "Forms"), outputs);
        text
    }

    fn cells(&self, text: &mut String) {
        let lang = self.lang;
        if self.review.cells.is_empty() {
            return;
        }
        *text += lang.pick(
            "\n### 数字\n\n| 表 | 党组织 | 行 | 列 | 原来 | 现在 | 谁 |\n|---|---|---|---|---:|---:|---|\n",
            "\n### Figures\n\n| form | organisation | row | column | old | new | who |\n|---|---|---|---|---:|---:|---|\n",
        );
        for cell in &self.review.cells {
            let by = self.by(&cell.by);
            let by = by.trim_matches(|c| "（） ()".contains(c));
            let org = self.hidden().text(&cell.org).into_owned();
            let texts = [&cell.form, &org, &cell.row, &cell.column].map(|it| escaped(it));
            let row = format!("{} | {} | {} | {}", texts[0], texts[1], texts[2], texts[3]);
            *text += &format!(
                "| {row} | {} | {} | {} |\n",
                cell.old,
                cell.new,
                escaped(by)
            );
        }
    }
}

/// A head, and a list of entries with what belongs to each.
fn list(text: &mut String, head: &str, entries: impl Iterator<Item = (String, Vec<String>)>) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    *text += &format!("\n### {head}\n\n");
    for (first, rest) in entries {
        *text += &format!("- {}\n", escaped(&first));
        for line in rest {
            *text += &format!("  - {}\n", escaped(line.trim()));
        }
    }
}

/// A text in which nothing is a sign of Markdown or HTML, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\n' | '\r' => escaped.push(' '),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '@' | '$' => {
                escaped.extend(['\\', one]);
            }
            one => escaped.push(one),
        }
    }
    escaped
}
