//! What stands in a cell as the text of a file: numbers and dates as Excel stores them
//! become what they show, and what may mean two things is asked about.

use chrono::{Days, NaiveDate};

use super::sheet::{Book, Content};
use crate::model::date::PartialDate;
use crate::model::date_text::readings;
use crate::model::meaning::{Kind, Shape};
use crate::model::other_words;
use crate::model::provenance::KeyId;
use crate::model::value::{Reason, Scalar as _};

/// What a cell says for a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This text.
    Text(String),
    /// One of these, or none.
    Asked(Vec<String>),
    /// Nothing that can be taken.
    Not(Unusable),
}

/// Why nothing of a cell can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A formula whose value is not stored.
    Formula,
    /// An error, as `#N/A`.
    Error(String),
    /// A number where an ID number belongs: fifteen figures are left of it.
    NumberForId,
    /// It is not understood.
    Meaningless(Reason),
}

/// What a cell says for a key.
pub fn said(book: &Book, key: KeyId, content: &Content) -> Said {
    let is_date = matches!(key.shape(), Shape::Scalar(Kind::Date));
    match content {
        Content::Text(text) if is_date && book.is_text && is_two_ways(text) => {
            Said::Asked(two_ways(text))
        }
        Content::Text(text) if is_date => Said::Text(without_time(text).to_owned()),
        Content::Text(text) | Content::Date(text) => Said::Text(text.clone()),
        Content::Flag(flag) => Said::Text(if *flag { "是" } else { "否" }.to_owned()),
        Content::Error(error) => Said::Not(Unusable::Error(error.clone())),
        Content::Formula => Said::Not(Unusable::Formula),
        Content::Number(_) if key.route() == "身份证号码" => Said::Not(Unusable::NumberForId),
        Content::Number(number) if is_date => date(*number, book.from_1904),
        Content::Number(number) => Said::Text(number.to_string()),
    }
}

/// What a cell says to people.
pub fn shown(content: &Content) -> String {
    match content {
        Content::Text(text) | Content::Date(text) | Content::Error(text) => text.clone(),
        Content::Number(number) => number.to_string(),
        Content::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        Content::Formula => "=…".to_owned(),
    }
}

/// A number where a date belongs: a year, figures, or the days that Excel counts.
fn date(number: f64, from_1904: bool) -> Said {
    let text = number.to_string();
    if is_two_ways(&text) {
        return Said::Asked(two_ways(&text));
    }
    if PartialDate::read(&text).is_ok() {
        return Said::Text(text);
    }
    match serial(number, from_1904) {
        Some(day) => Said::Text(day.to_string()),
        // Six figures may be a year and a month, or a year, a month and a day.
        None => Said::Asked(readings(&text).iter().map(spelled).collect()),
    }
}

/// A date without the time of day that programs write behind it: `1990-07-01 00:00:00`.
fn without_time(text: &str) -> &str {
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z');
    match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') && time.chars().all(is_time) => date,
        _ => text,
    }
}

/// `1990.1` as a number: the 0 of October is dropped by Excel, so it may be January, too.
fn is_two_ways(text: &str) -> bool {
    let year = text.strip_suffix(".1").or_else(|| text.strip_suffix("．1"));
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

fn two_ways(text: &str) -> Vec<String> {
    let year = text.chars().take(4).collect::<String>();
    vec![format!("{year}-01"), format!("{year}-10")]
}

fn spelled(date: &PartialDate) -> String {
    date.spelled("").unwrap_or_default()
}

/// The day that Excel counts by a number: five figures, so that no year is taken for one.
fn serial(number: f64, from_1904: bool) -> Option<NaiveDate> {
    const DAYS: std::ops::Range<f64> = 10_000.0..100_000.0;
    // 1900-02-29, which Excel counts, lies before all of them.
    let (year, month, day) = if from_1904 {
        (1904, 1, 1)
    } else {
        (1899, 12, 30)
    };
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    DAYS.contains(&number)
        .then(|| first.checked_add_days(Days::new(number as u64)))?
}

/// What is written where nothing is to be said.
const NOTHING: [&str; 12] = [
    "无", "/", "\\", "-", "—", "——", "--", "－", "／", "暂无", "空", "不详",
];

/// What may be meant by a text that a key does not understand; nothing at all may be.
pub enum Meant {
    /// Nothing is said.
    Nothing,
    /// This, as the table of what people write has it.
    Word(String),
    /// One of these, or none of them.
    Asked(Vec<String>),
}

/// What may be meant by a text that means nothing here.
pub fn meant(text: &str, reason: &Reason) -> Meant {
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (known, near) = match reason {
        Reason::NotListed(words) => (
            other_words::written(words.first().copied().unwrap_or_default(), text),
            owned(other_words::meant(text, words)),
        ),
        Reason::NotEthnicity => (
            other_words::written("民族", text),
            other_words::nationalities(text),
        ),
        Reason::NotEducation => (
            other_words::written("学历", text),
            owned(other_words::levels(text)),
        ),
        Reason::NotDate | Reason::NoSuchDay => (None, readings(text).iter().map(spelled).collect()),
        Reason::NotOneLine => return Meant::Word(joined(text)),
        _ => (None, Vec::new()),
    };
    match known.as_deref() {
        Some([word]) => Meant::Word((*word).to_owned()),
        _ if NOTHING.contains(&text) => Meant::Nothing,
        _ => Meant::Asked(near),
    }
}

/// Lines that Excel breaks within a cell as one: Chinese has no space between them.
fn joined(text: &str) -> String {
    let lines = text
        .split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.fold(String::new(), |mut text, line| {
        let ends = [text.chars().last(), line.chars().next()];
        if ends.iter().flatten().all(char::is_ascii) && !text.is_empty() {
            text.push(' ');
        }
        text + line
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::member::key;

    fn of(route: &str, content: Content) -> Said {
        said(&Book::default(), key(route).expect(route), &content)
    }

    fn text(text: &str) -> Said {
        Said::Text(text.to_owned())
    }

    fn asked(dates: &[&str]) -> Said {
        Said::Asked(dates.iter().map(|&date| date.to_owned()).collect())
    }

    /// 33055 is 1990-07-01 and 31593 in the count from 1904 (Excel).
    #[test]
    fn numbers_are_dates_only_where_they_mean_one() {
        let number = |number| of("入党日期", Content::Number(number));
        assert_eq!(number(1990.0), text("1990"));
        assert_eq!(number(1990.07), text("1990.07"));
        assert_eq!(number(1990.12), text("1990.12"));
        assert_eq!(number(19_900_701.0), text("19900701"));
        assert_eq!(number(33_055.0), text("1990-07-01"));
        assert_eq!(number(33_055.75), text("1990-07-01"));
        assert_eq!(number(1990.1), asked(&["1990-01", "1990-10"]));
        assert_eq!(number(199_007.0), asked(&["1990-07"]));
        assert_eq!(number(3.0), asked(&[]));
        let book = Book {
            from_1904: true,
            ..Book::default()
        };
        let key = key("入党日期").expect("a key");
        assert_eq!(
            said(&book, key, &Content::Number(31_593.0)),
            text("1990-07-01")
        );
    }

    #[test]
    fn text_that_is_no_number_says_what_it_says() {
        let date = Content::Text("1990.1".to_owned());
        assert_eq!(of("入党日期", date.clone()), text("1990.1"));
        let timed = Content::Text("1990/7/1 0:00:00".to_owned());
        assert_eq!(of("入党日期", timed), text("1990/7/1"));
        let book = Book {
            is_text: true,
            ..Book::default()
        };
        let key = key("入党日期").expect("a key");
        assert_eq!(said(&book, key, &date), asked(&["1990-01", "1990-10"]));
        assert_eq!(
            of("手机号码", Content::Number(13_893_001_234.0)),
            text("13893001234")
        );
        assert_eq!(of("备注", Content::Number(0.5)), text("0.5"));
        let id = of("身份证号码", Content::Number(6.224_231_965_031_21e17));
        assert_eq!(id, Said::Not(Unusable::NumberForId));
        assert_eq!(of("备注", Content::Formula), Said::Not(Unusable::Formula));
    }

    #[test]
    fn lines_of_a_cell_are_one() {
        assert_eq!(joined("政府办\n主任"), "政府办主任");
        assert_eq!(joined("China\r\nTelecom"), "China Telecom");
    }
}
