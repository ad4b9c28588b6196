//! A review on one screen.

use super::Telling;
use super::sections::Section;
use crate::report::visible::one_line;

/// So many entries of a kind are told.
const MOST: usize = 40;

impl Telling<'_> {
    /// For people; nothing where nothing is different.
    pub fn text(&self) -> String {
        if self.review.is_empty() {
            return String::new();
        }
        let mut text = format!("{} → {}\n", self.state(0), self.state(1));
        for section in self.sections() {
            self.section(&mut text, &section);
        }
        text
    }

    /// A head with how many there are, and an entry of some lines for each.
    fn section(&self, text: &mut String, section: &Section) {
        let lang = self.lang;
        let count = section.entries.len();
        let head = section.head.to_lowercase();
        *text += &lang.pick(
            format!("\n{head}（{count}）\n"),
            format!("\n{head} ({count})\n"),
        );
        for entry in section.entries.iter().take(MOST) {
            *text += &format!("  {}\n", one_line(&entry.line));
            for line in &entry.rest {
                *text += &format!("    {}\n", one_line(line));
            }
        }
        if let Some(rest) = count.checked_sub(MOST).filter(|rest| *rest > 0) {
            *text += &lang.pick(
                format!("  ……还有 {rest} 项，用 --format json 或 markdown 看全部\n"),
                format!("  … and {rest} more: --format json or markdown tells all\n"),
            );
        }
        if let Some(note) = &section.note {
            *text += &format!("  {note}\n");
        }
    }
}
