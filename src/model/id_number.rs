//! 身份证号码 (GB 11643): shape, check character, birth date and sex.

use chrono::NaiveDate;

use super::codes::Sex;
use super::date::{half_width, is_between_figures};
use super::value::{Reason, Scalar};

/// An ID number of 18 characters; the check character may be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdNumber {
    text: String,
}

impl IdNumber {
    /// The 18 characters, half-width, with a capital X.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first six digits: where the person was registered.
    pub fn area(&self) -> &str {
        &self.text[..6]
    }

    /// The date of birth it carries, where that is a date.
    pub fn birth(&self) -> Option<NaiveDate> {
        let part = |range: std::ops::Range<usize>| self.text.get(range)?.parse::<u32>().ok();
        let year = i32::try_from(part(6..10)?).ok()?;
        NaiveDate::from_ymd_opt(year, part(10..12)?, part(12..14)?)
    }

    /// The sex it carries: the 17th digit is odd for men.
    pub fn sex(&self) -> Sex {
        match self.text.as_bytes()[16] % 2 {
            1 => Sex::Male,
            _ => Sex::Female,
        }
    }

    /// Whether the check character is the one of ISO 7064 MOD 11-2.
    pub fn is_valid(&self) -> bool {
        self.text.ends_with(check_character(&self.text[..17]))
    }
}

/// The check character of the first 17 digits (ISO 7064 MOD 11-2).
pub fn check_character(digits: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

impl Scalar for IdNumber {
    fn read(text: &str) -> Result<Self, Reason> {
        let figures = text.chars().filter(|c| !is_between_figures(*c));
        let text: String = figures.map(half_width).collect::<String>().to_uppercase();
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        match text.len() {
            15 if digits(&text) => {
                let body = format!("{}19{}", &text[..6], &text[6..]);
                let check = check_character(&body);
                Err(Reason::OldIdNumber(format!("{body}{check}")))
            }
            18 if text.is_ascii()
                && digits(&text[..17])
                && (digits(&text[17..]) || text.ends_with('X')) =>
            {
                Ok(Self { text })
            }
            _ => Err(Reason::NotIdNumber),
        }
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // 11010519491231002X is the worked example of GB 11643-1999.
    #[test]
    fn the_example_of_the_standard() {
        let number = IdNumber::read("11010519491231002x").expect("18 characters");
        assert!(number.is_valid());
        assert_eq!(number.as_str(), "11010519491231002X");
        assert_eq!(number.birth(), NaiveDate::from_ymd_opt(1949, 12, 31));
        assert_eq!(number.sex(), Sex::Female);
    }

    #[test]
    fn full_width_and_old_forms() {
        assert!(IdNumber::read("１１０１０５１９４９１２３１００２Ｘ").is_ok_and(|n| n.is_valid()));
        let old = IdNumber::read("110105491231002");
        assert_eq!(old, Err(Reason::OldIdNumber("11010519491231002X".into())));
        for text in [
            "1101051949123100",
            "11010519491231002Y",
            "身份证",
            "1101051949X2310020",
        ] {
            assert_eq!(IdNumber::read(text), Err(Reason::NotIdNumber), "{text}");
        }
    }
}
