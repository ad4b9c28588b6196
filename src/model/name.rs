//! Names of persons: NFC, with the name dot U+00B7 (domain: names).

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::meaning::Meaning;
use super::usual::{usual, with_usual};
use super::value::{Reason, Scalar};

/// What people type for the dot in a name: ‧ • ・ ． ∙ ⋅ and the half-width ･.
const DOTS: [char; 7] = ['‧', '•', '・', '．', '∙', '⋅', '･'];

/// The dot in a name.
pub const NAME_DOT: char = '·';

/// The name of a person as forms print it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName {
    text: String,
}

impl PersonName {
    /// The name as it is printed: composed, with the dot of names between its parts.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Whether a name is written with another character than U+00B7 for its dot.
pub fn has_other_dot(text: &str) -> bool {
    text.contains(DOTS)
}

/// Whether a text is in NFC, of usual characters.
pub fn is_composed(text: &str) -> bool {
    is_nfc(text) && !text.chars().any(|c| usual(c).is_some())
}

/// Whether a dot stands where it sets nothing apart: at an end of the name, or beside
/// another dot.
pub fn has_stray_dot(text: &str) -> bool {
    let text = mended(text);
    text.starts_with(NAME_DOT) || text.ends_with(NAME_DOT) || text.contains("··")
}

/// The name in NFC, never NFKC, of usual characters, with U+00B7 for its dot.
pub fn mended(text: &str) -> String {
    let dotted = |c: char| if DOTS.contains(&c) { NAME_DOT } else { c };
    with_usual(text).nfc().map(dotted).collect()
}

impl Scalar for PersonName {
    const BETWEEN: &'static [char] = &['、', '，', ',', '；', ';'];

    /// How a name is written is judged by rules of its own.
    fn as_meant(text: &str) -> Cow<'_, str> {
        Cow::Borrowed(text)
    }

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Text(self.as_str().to_owned())
    }

    fn read(text: &str) -> Result<Self, Reason> {
        Ok(Self { text: mended(text) })
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_composition_are_mended() {
        for text in [
            "阿依古丽‧买买提",
            "阿依古丽•买买提",
            "阿依古丽・买买提",
            "阿依古丽．买买提",
        ] {
            assert!(has_other_dot(text), "{text}");
            assert_eq!(mended(text), "阿依古丽·买买提");
        }
        assert!(!has_other_dot("阿依古丽·买买提"));
        // U+F9DC is the compatibility double of 隆 (U+9686).
        assert!(!is_composed("王\u{f9dc}"));
        assert_eq!(mended("王\u{f9dc}"), "王隆");
        // NFKC would make Ａ of the full-width letter: NFC leaves it.
        assert_eq!(mended("Ａ"), "Ａ");
    }
}
