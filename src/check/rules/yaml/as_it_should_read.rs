//! A slip with the line as it should read.

use crate::check::finding::Finding;
use crate::check::rule::{Lang, Rule, Violation};

/// What was found, and the line as it should read.
#[derive(Clone, Debug)]
pub struct AsItShouldRead {
    /// What was found.
    pub of: Finding,
    /// The line.
    pub line: String,
}

impl Violation for AsItShouldRead {
    fn rule(&self) -> &'static Rule {
        self.of.rule()
    }

    fn message(&self, lang: Lang) -> String {
        self.of.0.message(lang)
    }

    fn help(&self, lang: Lang) -> Option<String> {
        let (way, line) = (self.of.0.help(lang).unwrap_or_default(), &self.line);
        Some(match lang {
            Lang::Zh => format!("{way}\n这一行应写作：{line}"),
            Lang::En => format!("{way}\nthe line should read: {line}"),
        })
    }
}
