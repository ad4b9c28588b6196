//! Telephone numbers: how their figures are grouped is a matter of spelling.

use super::contact::{landline, mobile, parts};
use super::meaning::Meaning;
use super::value::{Reason, Scalar};

/// One telephone number or several, mobile or with an area code. What looks like none is
/// kept as it is written: rules tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    text: String,
}

impl Telephone {
    /// As forms print it: `13893001234`, `0943-3221234`; 、 between several.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Scalar for Telephone {
    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Text(self.text.clone())
    }

    fn read(text: &str) -> Result<Self, Reason> {
        let numbers = parts(text).map(|part| mobile(&part).or_else(|| landline(&part)));
        let numbers: Option<Vec<String>> = numbers.collect();
        let text = numbers.map_or_else(|| text.to_owned(), |numbers| numbers.join("、"));
        Ok(Self { text })
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_widths_are_spelling() {
        for (text, wanted) in [
            ("138 9300 1234", "13893001234"),
            ("１３８－９３００－１２３４", "13893001234"),
            ("138\u{a0}9300\u{a0}1234", "13893001234"),
            ("+86 138-9300-1234", "+8613893001234"),
            ("13893001234/18993001234", "13893001234、18993001234"),
            ("0943 3221234", "0943-3221234"),
            ("(0943)3221234", "0943-3221234"),
            ("09433221234", "09433221234"),
            ("0943—3221234转802", "0943-3221234转802"),
            ("0943-3221234-802", "0943-3221234转802"),
            ("13893001234、无", "13893001234、无"),
            ("办公室 3221234", "办公室 3221234"),
        ] {
            let read = Telephone::read(text).expect("any text");
            assert_eq!(read.as_str(), wanted, "{text}");
            // Written so, it means the same.
            assert_eq!(Telephone::read(wanted), Ok(read));
        }
    }
}
