//! How dates are written: `1965-03-12`, `1965.3.12`, `1965年3月12日`, or less exact.

use chrono::NaiveDate;

use super::date::{PartialDate, half_width};
use super::meaning::{Kind, Meaning};
use super::value::{Reason, Scalar, Value};

impl Scalar for PartialDate {
    const KIND: Kind = Kind::Date;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Date(*self)
    }

    fn date_mut(value: &mut Value<Self>) -> Option<&mut Value<Self>> {
        Some(value)
    }

    fn as_date(&self) -> Option<PartialDate> {
        Some(*self)
    }

    fn read(text: &str) -> Result<Self, Reason> {
        let parts = split(text).ok_or(Reason::NotDate)?;
        let (year, month, day) = (parts[0], parts.get(1), parts.get(2));
        let year = i32::try_from(year).map_err(|_| Reason::NotDate)?;
        if year < Self::YEARS.0 || Self::YEARS.1 < year {
            return Err(Reason::NoSuchDay);
        }
        match (month, day) {
            (None, _) => Ok(Self::Year(year)),
            (Some(&month), None) if (1..=12).contains(&month) => Ok(Self::Month(year, month)),
            (Some(_), None) => Err(Reason::NoSuchDay),
            (Some(&month), Some(&day)) => NaiveDate::from_ymd_opt(year, month, day)
                .map(Self::Day)
                .ok_or(Reason::NoSuchDay),
        }
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{year}-{month:02}"),
            Self::Day(day) => day.to_string(),
        })
    }
}

impl Scalar for NaiveDate {
    const KIND: Kind = Kind::Date;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Date(PartialDate::Day(*self))
    }

    fn read(text: &str) -> Result<Self, Reason> {
        PartialDate::read(text)?.day().ok_or(Reason::DayNeeded)
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.to_string())
    }
}

/// Splits `1965-03-12`, `1965.3`, `1965年3月12日` (full-width digits too) into
/// one to three numbers.
fn split(text: &str) -> Option<Vec<u32>> {
    let text: String = text.chars().map(half_width).collect();
    let parts: Vec<&str> = if text.contains('年') {
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = match rest.split_once('月') {
            Some((month, rest)) => (Some(month), rest),
            None => (None, rest),
        };
        let day = match rest {
            "" => None,
            _ => Some(rest.strip_suffix('日')?),
        };
        if month.is_none() && day.is_some() {
            return None;
        }
        [Some(year), month, day].into_iter().flatten().collect()
    } else if text.contains('-') {
        text.split('-').collect()
    } else {
        text.split('.').collect()
    };
    let widths = [4..=4, 1..=2, 1..=2];
    if parts.len() > widths.len() {
        return None;
    }
    parts
        .iter()
        .zip(widths)
        .map(|(part, width)| {
            let digits = width.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted_spellings() {
        let exact = PartialDate::Day(NaiveDate::from_ymd_opt(1965, 3, 12).expect("a date"));
        for text in [
            "1965-03-12",
            "1965.03.12",
            "1965.3.12",
            "1965年3月12日",
            "１９６５－０３－１２",
            "１９６５年３月１２日",
        ] {
            assert_eq!(PartialDate::read(text), Ok(exact), "{text}");
        }
        for text in ["1965-03", "1965.3", "1965.03", "1965年3月", "１９６５．３"] {
            assert_eq!(
                PartialDate::read(text),
                Ok(PartialDate::Month(1965, 3)),
                "{text}"
            );
        }
        for text in ["1965", "1965年", "１９６５"] {
            assert_eq!(
                PartialDate::read(text),
                Ok(PartialDate::Year(1965)),
                "{text}"
            );
        }
        assert_eq!(
            PartialDate::read("1990.10"),
            Ok(PartialDate::Month(1990, 10))
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "65-03-12",
            "1965/03/12",
            "19650312",
            "1965-03-12-01",
            "三月",
            "1965年12日",
            "1965-",
            "1965-3月",
            "+965",
            "1965 03",
        ] {
            assert_eq!(PartialDate::read(text), Err(Reason::NotDate), "{text}");
        }
        for text in ["1965-02-29", "1965-13", "1965-00-01", "1965.4.31", "0965"] {
            assert_eq!(PartialDate::read(text), Err(Reason::NoSuchDay), "{text}");
        }
        assert_eq!(NaiveDate::read("2016-04"), Err(Reason::DayNeeded));
    }
}
