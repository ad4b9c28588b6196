//! A review to be put under a merge request.

use super::Telling;
use super::sections::{Kind, Section};

impl Telling<'_> {
    /// Lists and a table; one line where nothing is different.
    pub fn markdown(&self) -> String {
        let lang = self.lang;
        let mut text = format!(
            "## {} → {}\n",
            escaped(self.state(0)),
            escaped(self.state(1))
        );
        if self.review.is_empty() {
            return text + lang.pick("\n没有变化。\n", "\nNothing is different.\n");
        }
        for section in self.sections() {
            text += &format!("\n### {}\n\n", section.head);
            match section.kind {
                Kind::Figures => self.cells(&mut text),
                _ => list(&mut text, &section),
            }
        }
        text
    }

    fn cells(&self, text: &mut String) {
        let lang = self.lang;
        *text += lang.pick(
            "| 表 | 党组织 | 行 | 列 | 原来 | 现在 | 谁 |\n|---|---|---|---|---:|---:|---|\n",
            "| form | organisation | row | column | old | new | who |\n|---|---|---|---|---:|---:|---|\n",
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

/// A list of entries with what belongs to each.
fn list(text: &mut String, section: &Section) {
    for entry in &section.entries {
        *text += &format!("- {}\n", escaped(&entry.line));
        for line in &entry.rest {
            *text += &format!("  - {}\n", escaped(line));
        }
    }
    if let Some(note) = &section.note {
        *text += &format!("- {}\n", escaped(note));
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
