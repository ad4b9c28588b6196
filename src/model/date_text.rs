//! How dates are written: `1965-03-12`, `1965.3.12`, `1965/3/12`, `19650312`,
//! `1965年3月12日`, or less exact.

use chrono::NaiveDate;

use super::date::{PartialDate, half_width, is_hyphen};
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

/// Splits `1965-03-12`, `1965.3`, `1965/3/12`, `19650312`, `1965年3月12日` into one to
/// three numbers, whatever the width of figures and signs.
fn split(text: &str) -> Option<Vec<u32>> {
    let text = plain(text);
    if text.len() == 8 && is_digits(&text) {
        let parts = [&text[..4], &text[4..6], &text[6..]];
        return parts.into_iter().map(|part| part.parse().ok()).collect();
    }
    let parts: Vec<&str> = match text.split_once('年') {
        Some((year, "")) => vec![year],
        Some((year, rest)) => match rest.split_once('月') {
            Some((month, "")) => vec![year, first(month)],
            Some((month, day)) => vec![year, first(month), day.trim_end_matches(['日', '号'])],
            None => return None,
        },
        None => match text.find(['-', '.', '/']) {
            Some(at) => text.split(char::from(text.as_bytes()[at])).collect(),
            None => vec![&text],
        },
    };
    let widths = [4..=4, 1..=2, 1..=2];
    if parts.len() > widths.len() {
        return None;
    }
    let parts = parts.into_iter().zip(widths);
    parts
        .map(|(part, width)| {
            let is_number = width.contains(&part.len()) && is_digits(part);
            is_number.then(|| part.parse().ok()).flatten()
        })
        .collect()
}

/// 元月 is January.
fn first(month: &str) -> &str {
    if month == "元" { "1" } else { month }
}

/// With half-width figures and signs, and no spaces beside what sets figures apart.
pub(super) fn plain(text: &str) -> String {
    let sign = |c: char| match half_width(c) {
        '／' | '⁄' | '∕' => '/',
        '。' | '·' | '﹒' | '․' => '.',
        c if is_hyphen(c) => '-',
        c => c,
    };
    let text: Vec<char> = text.chars().map(sign).collect();
    let is_figure = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
    let kept = text.iter().enumerate().filter(|(at, c)| {
        let before = text[..*at].iter().rfind(|c| !c.is_whitespace());
        let after = text[*at..].iter().find(|c| !c.is_whitespace());
        !c.is_whitespace() || (is_figure(before) && is_figure(after))
    });
    kept.map(|(_, c)| *c).collect()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
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
            "1965/3/12",
            "１９６５／０３／１２",
            "19650312",
            "１９６５０３１２",
            "1965年3月12",
            "1965年3月12号",
            "1965．3．12",
            "1965。3。12",
            "1965·3·12",
            "1965–03–12",
            "1965 年 3 月 12 日",
            "1965. 3. 12",
            "1965 - 03 - 12",
        ] {
            assert_eq!(PartialDate::read(text), Ok(exact), "{text}");
        }
        for text in [
            "1965-03",
            "1965.3",
            "1965.03",
            "1965年3月",
            "１９６５．３",
            "1965/3",
        ] {
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
        let january = ["1975年元月", "１９７５ 年 元月", "1975年1月"];
        for text in january {
            assert_eq!(PartialDate::read(text), Ok(PartialDate::Month(1975, 1)));
        }
        let day = NaiveDate::from_ymd_opt(1975, 1, 1).expect("a date");
        assert_eq!(
            PartialDate::read("1975年元月1日"),
            Ok(PartialDate::Day(day))
        );
        assert_eq!(
            PartialDate::read("1990.10"),
            Ok(PartialDate::Month(1990, 10))
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "65-03-12",
            "1965/03-12",
            "12/3/1965",
            "196503",
            "1965312",
            "1965 03 12",
            "1965年312",
            "1965-03-12-01",
            "三月",
            "1965年12日",
            "1965-",
            "1965-3月",
            "+965",
            "1965 03",
            "1965.元",
            "元月1日",
            "1965年正月",
        ] {
            assert_eq!(PartialDate::read(text), Err(Reason::NotDate), "{text}");
        }
        for text in ["1965-02-29", "1965-13", "1965-00-01", "1965.4.31", "0965"] {
            assert_eq!(PartialDate::read(text), Err(Reason::NoSuchDay), "{text}");
        }
        assert_eq!(NaiveDate::read("2016-04"), Err(Reason::DayNeeded));
    }
}
