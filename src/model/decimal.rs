//! Numbers with a part behind the point, exact as people write them: 0.1 + 0.2 is 0.3.

use std::fmt;

/// A number in billionths. What can be read has at most [`Decimal::WHOLE`] figures before
/// the point and [`Decimal::PART`] behind it; sums that leave the room of the type are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    billionths: i128,
}

/// Billionths in one.
const ONE: i128 = 1_000_000_000;

impl Decimal {
    /// So many figures may stand before the point.
    pub const WHOLE: usize = 18;
    /// So many figures may stand behind the point.
    pub const PART: usize = 9;

    /// Reads figures with or without a sign, and with or without a part behind a point; none
    /// where it is written otherwise, or has more figures than are kept.
    pub fn read(text: &str) -> Option<Self> {
        let bare = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
        let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let has_room = (1..=Self::WHOLE).contains(&whole.len()) && part.len() <= Self::PART;
        if !has_room || !figures(whole) || !figures(part) || bare.ends_with('.') {
            return None;
        }
        let part = format!("{part:0<width$}", width = Self::PART);
        let billionths = whole.parse::<i128>().ok()? * ONE + part.parse::<i128>().ok()?;
        Some(Self {
            billionths: match text.starts_with('-') {
                true => -billionths,
                false => billionths,
            },
        })
    }

    /// So many hundredths, as fen of a yuan.
    pub fn of_hundredths(hundredths: i64) -> Self {
        Self {
            billionths: i128::from(hundredths) * (ONE / 100),
        }
    }

    /// The sum; none where it has no room.
    pub fn plus(self, other: Self) -> Option<Self> {
        let billionths = self.billionths.checked_add(other.billionths)?;
        Some(Self { billionths })
    }

    /// What is left when another is taken away; none where it has no room.
    pub fn minus(self, other: Self) -> Option<Self> {
        let billionths = self.billionths.checked_sub(other.billionths)?;
        Some(Self { billionths })
    }

    /// As a whole number; none where it is none, or is too large for one.
    pub fn whole(self) -> Option<i32> {
        let is_whole = self.billionths % ONE == 0;
        is_whole.then(|| i32::try_from(self.billionths / ONE).ok())?
    }
}

impl<N: Into<i64>> From<N> for Decimal {
    fn from(whole: N) -> Self {
        Self {
            billionths: i128::from(whole.into()) * ONE,
        }
    }
}

/// Without zeros at its end, as nobody says how many were written.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.billionths < 0 { "-" } else { "" };
        let all = self.billionths.unsigned_abs();
        let (whole, part) = (all / ONE.unsigned_abs(), all % ONE.unsigned_abs());
        let part = format!("{part:0width$}", width = Self::PART);
        match part.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            part => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::read(text).unwrap()
    }

    #[test]
    fn what_is_read_and_how_it_is_written() {
        for (text, written) in [
            ("0", "0"),
            ("-0", "0"),
            ("35", "35"),
            ("35.00", "35"),
            ("0.2", "0.2"),
            ("-0.05", "-0.05"),
            ("+3.10", "3.1"),
            ("007", "7"),
            (
                "999999999999999999.999999999",
                "999999999999999999.999999999",
            ),
        ] {
            assert_eq!(decimal(text).to_string(), written, "{text}");
        }
        for text in [
            "",
            "-",
            ".",
            ".5",
            "5.",
            "1e3",
            "1,000",
            "--1",
            "0x1",
            "1.2.3",
            "inf",
            "NaN",
            "1 ",
            "1000000000000000000",
            "0.0000000001",
        ] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }

    #[test]
    fn sums_without_room_are_none() {
        let most = Decimal {
            billionths: i128::MAX,
        };
        assert_eq!(most.plus(decimal("0.000000001")), None);
        assert_eq!(decimal("-0.000000002").minus(most), None);
    }

    proptest! {
        // Amounts with up to four decimals add up as the whole numbers they are made of.
        #[test]
        fn sums_are_those_of_whole_numbers(
            amounts in proptest::collection::vec((-1_000_000_000_000i64..1_000_000_000_000, any::<bool>()), 1..40)
        ) {
            let spelled = |ten_thousandths: i64| {
                let sign = if ten_thousandths < 0 { "-" } else { "" };
                let all = ten_thousandths.abs();
                format!("{sign}{}.{:04}", all / 10_000, all % 10_000)
            };
            let (mut sum, mut of_wholes) = (Decimal::default(), 0);
            for (amount, minus) in amounts {
                let term = decimal(&spelled(amount));
                (sum, of_wholes) = match minus {
                    true => (sum.minus(term).unwrap(), of_wholes - amount),
                    false => (sum.plus(term).unwrap(), of_wholes + amount),
                };
            }
            prop_assert_eq!(sum, decimal(&spelled(of_wholes)));
            prop_assert_eq!(decimal(&sum.to_string()), sum);
        }
    }
}
