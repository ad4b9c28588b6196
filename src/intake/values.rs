//! What stands in a cell as the text of a file: numbers and dates as Excel stores them
//! become what they show, and what may mean two things is asked about.

use super::days::{candidates, date, is_two_ways, serial, two_ways, without_age, without_time};
use super::draft::{ID, NAME};
use super::sheet::{Book, Content};
use super::texts::{cleaned, is_cut, name_in};
use crate::model::contact::is_telephone;
use crate::model::meaning::{Kind, Shape};
use crate::model::other_words;
use crate::model::provenance::KeyId;
use crate::model::value::Reason;

/// What a cell says for a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This text.
    Text(String),
    /// It is written that there is nothing.
    Nothing,
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
    /// A number of which not all figures are there.
    Cut,
    /// It has characters that no file may have, or too many.
    Unwritable,
    /// It is not understood.
    Meaningless(Reason),
}

/// What a cell says for a key.
pub fn said(book: &Book, key: KeyId, content: &Content) -> Said {
    let is_date = matches!(key.shape(), Shape::Scalar(Kind::Date));
    match content {
        Content::Text(text) | Content::Date(text) => of_text(book, key, &cleaned(text)),
        Content::Flag(flag) => Said::Text(if *flag { "是" } else { "否" }.to_owned()),
        Content::Error(error) => Said::Not(Unusable::Error(error.clone())),
        Content::Formula => Said::Not(Unusable::Formula),
        // Excel keeps fifteen figures of a number.
        Content::Number(number) if number.abs() >= 1e15 => match key.route() {
            ID => Said::Not(Unusable::NumberForId),
            _ => Said::Not(Unusable::Cut),
        },
        Content::Number(number) if is_date => date(*number, book.from_1904),
        Content::Number(number) if key.route() == PHONE && number.fract() != 0.0 => {
            Said::Not(Unusable::Cut)
        }
        Content::Number(number) => Said::Text(number.to_string()),
    }
}

/// The key of phones, which are figures and no numbers.
const PHONE: &str = "手机号码";

fn of_text(book: &Book, key: KeyId, text: &str) -> Said {
    let is_date = matches!(key.shape(), Shape::Scalar(Kind::Date));
    if is_nothing(key, text) {
        return Said::Nothing;
    }
    // As text has them, which says nothing of what a cell holds.
    if ERRORS.contains(&text) {
        return Said::Not(Unusable::Error(text.to_owned()));
    }
    if DITTO.contains(&text) {
        return Said::Asked(Vec::new());
    }
    if is_cut(text) {
        return Said::Not(Unusable::Cut);
    }
    match name_in(text).filter(|_| key.route() == NAME) {
        Some(name) if name.is_empty() => return Said::Asked(Vec::new()),
        Some(name) => return Said::Asked(vec![name]),
        None => {}
    }
    if key.route() == PHONE
        && !text
            .split(['、', '，', ',', '；', ';', '/', ' ', '\n'])
            .filter(|one| !one.is_empty())
            .all(is_telephone)
        && !is_telephone(text)
    {
        return Said::Asked(Vec::new());
    }
    let text = if is_date { without_age(text) } else { text };
    match is_date {
        true if book.is_text && is_two_ways(text) => Said::Asked(two_ways(text)),
        // The days that Excel counts, where it shows them so.
        true if book.is_text && text.len() == 5 => match text.parse().ok() {
            Some(days) => {
                let day = serial(days, false).map(|day| day.to_string());
                Said::Asked(day.into_iter().chain(candidates(text)).collect())
            }
            None => Said::Text(text.to_owned()),
        },
        true => Said::Text(without_time(text).to_owned()),
        false => Said::Text(text.to_owned()),
    }
}

/// Whether a text says that there is nothing; where it is one of the words of the key, it
/// says that.
fn is_nothing(key: KeyId, text: &str) -> bool {
    let is_word = match key.shape() {
        Shape::Scalar(Kind::Flag) | Shape::Scalars(Kind::Flag) => true,
        Shape::Scalar(Kind::Word(words)) | Shape::Scalars(Kind::Word(words)) => {
            words.contains(&text)
        }
        _ => false,
    };
    !is_word && NOTHING.contains(&text)
}

/// What a cell says to people.
pub fn shown(content: &Content) -> String {
    match content {
        Content::Text(text) | Content::Date(text) | Content::Error(text) => text.clone(),
        // None that is more is anything that people wrote.
        Content::Number(number) if number.abs() >= 1e21 => format!("{number:e}"),
        Content::Number(number) => number.to_string(),
        Content::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        Content::Formula => "=…".to_owned(),
    }
}

/// What says that it is as above, which only eyes can tell.
const DITTO: [&str; 10] = ["同上", "同前", "同左", "〃", "″", "\"", "”", "“", "''", "…"];

/// The errors of formulas.
const ERRORS: [&str; 8] = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!",
];

/// What is written where nothing is to be said.
const NOTHING: [&str; 14] = [
    "(空白)",
    "（空白）",
    "无",
    "/",
    "\\",
    "-",
    "—",
    "——",
    "--",
    "－",
    "／",
    "暂无",
    "空",
    "不详",
];

/// What may be meant by a text that a key does not understand.
pub enum Meant {
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
        Reason::NotDate | Reason::NoSuchDay => (None, candidates(text)),
        Reason::NotOneLine => return Meant::Word(joined(text)),
        _ => (None, Vec::new()),
    };
    match known.as_deref() {
        Some([word]) => Meant::Word((*word).to_owned()),
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
        let days = Content::Text("33055".to_owned());
        let Said::Asked(days) = said(&book, key, &days) else {
            panic!("33055 is asked about");
        };
        assert_eq!(days[0], "1990-07-01");
        assert_eq!(
            of("手机号码", Content::Number(13_893_001_234.0)),
            text("13893001234")
        );
        assert_eq!(of("备注", Content::Number(0.5)), text("0.5"));
        let aged = Content::Text("1958.02\n（58岁）".to_owned());
        assert_eq!(of("出生年月", aged), text("1958.02"));
        for (route, odd) in [
            ("籍贯", "同上"),
            ("手机号码", "〃"),
            ("手机号码", "无手机"),
            ("手机号码", "13893001234（妻）"),
        ] {
            assert_eq!(
                of(route, Content::Text(odd.to_owned())),
                asked(&[]),
                "{odd}"
            );
        }
        let two = "13893001234、0943-3221234";
        assert_eq!(of("手机号码", Content::Text(two.to_owned())), text(two));
        for nonsense in ["1984年春", "1984级", "1990.1-2月"] {
            assert!(candidates(nonsense).is_empty(), "{nonsense}");
        }
        assert_eq!(candidates("65.3"), ["1965-03"]);
        let id = of("身份证号码", Content::Number(6.224_231_965_031_21e17));
        assert_eq!(id, Said::Not(Unusable::NumberForId));
        assert_eq!(of("备注", Content::Formula), Said::Not(Unusable::Formula));
        // Fifteen figures are all that is left of a number.
        let long = of("备注", Content::Number(62_242_319_650_312_123.0));
        assert_eq!(long, Said::Not(Unusable::Cut));
        let old = of("身份证号码", Content::Number(622_423_650_312_123.0));
        assert_eq!(old, text("622423650312123"));
        let cut = of("手机号码", Content::Text("1.38930E+10".to_owned()));
        assert_eq!(cut, Said::Not(Unusable::Cut));
        let cut = of("手机号码", Content::Number(13_893_001_234.5));
        assert_eq!(cut, Said::Not(Unusable::Cut));
    }

    #[test]
    fn signs_for_nothing_say_nothing() {
        for sign in ["无", "/", "—", "-", "不详", "暂无"] {
            for route in [
                "备注",
                "手机号码",
                "流动.外出流向",
                "转出.去向",
                "入党介绍人",
                "民族",
                "入党日期",
            ] {
                let said = of(route, Content::Text(sign.to_owned()));
                assert_eq!(said, Said::Nothing, "{route} {sign}");
            }
        }
        let error = of("籍贯", Content::Text("#N/A".to_owned()));
        assert_eq!(error, Said::Not(Unusable::Error("#N/A".to_owned())));
        let flag = of("流动.地点固定", Content::Text("无".to_owned()));
        assert_eq!(flag, text("无"));
    }

    #[test]
    fn lines_of_a_cell_are_one() {
        assert_eq!(joined("政府办\n主任"), "政府办主任");
        assert_eq!(joined("China\r\nTelecom"), "China Telecom");
    }
}
