//! The words that pages and sheets have in common: `layouts/lib/common.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The words.
#[derive(Debug, Default, Deserialize)]
pub struct Words {
    /// How a value is called in print where that is not its own name.
    #[serde(rename = "称")]
    called: BTreeMap<String, String>,
    /// What stands around the counts beside a table.
    #[serde(rename = "补充资料")]
    pub supplement: Around,
    /// The head of the numbers of lines.
    #[serde(rename = "行次")]
    pub line: String,
    /// By what the first columns are numbered.
    #[serde(rename = "列号")]
    pub signs: Vec<String>,
    /// How many empty rows a register of nobody has.
    #[serde(rename = "空行")]
    pub empty: usize,
}

/// What stands around counts.
#[derive(Debug, Default, Deserialize)]
pub struct Around {
    /// Before the first.
    #[serde(rename = "前")]
    pub before: String,
    /// Behind each but the last.
    #[serde(rename = "间")]
    pub between: String,
    /// Behind the last.
    #[serde(rename = "后")]
    pub after: String,
}

impl Words {
    /// A value with what it is called, as it stands above or below a table.
    pub fn pair(&self, name: &str, value: &str) -> String {
        let called = self.called.get(name).map_or(name, String::as_str);
        format!("{called}：{value}")
    }
}

/// The words.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!("../../layouts/lib/common.json");
    serde_json::from_str(text).unwrap_or_default()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_read() {
        assert_eq!(WORDS.pair("填报单位", "甲"), "填报单位（盖章）：甲");
        assert_eq!(WORDS.pair("填表人", ""), "填表人：");
        assert!(WORDS.empty > 0 && !WORDS.line.is_empty() && WORDS.signs.len() == 2);
    }
}
