//! The capital numerals of documents, which nobody can change into others: 贰〇壹伍年壹拾月
//! 捌日, 玖拾.

use chrono::Datelike as _;

use crate::model::date::PartialDate;
use crate::model::decimal::Decimal;

/// In years 0 is written 〇; in other numbers a digit 0 has no place but a gap.
const DIGITS: [char; 10] = ['〇', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// The places of four digits, and what stands behind each four of them.
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const FOURS: [&str; 4] = ["", "万", "亿", "万亿"];

/// A number: 叁拾伍点伍, 壹拾万, 负贰拾肆. What is too large for words, as no number of a
/// person is, stands in figures.
pub fn number(number: Decimal) -> String {
    let figures = number.to_string();
    let (sign, plain) = match figures.strip_prefix('-') {
        Some(plain) => ("负", plain),
        None => ("", &*figures),
    };
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    if whole.len() > 4 * FOURS.len() {
        return figures;
    }
    let part: String = part.bytes().map(digit).collect();
    let point = if part.is_empty() { "" } else { "点" };
    format!("{sign}{}{point}{part}", self::whole(whole))
}

fn digit(digit: u8) -> char {
    DIGITS[usize::from(digit - b'0')]
}

/// A whole number, by its digits.
fn whole(digits: &str) -> String {
    let mut text = String::new();
    let (mut has_gap, mut has_four) = (false, false);
    for (at, own) in digits.bytes().enumerate() {
        let place = digits.len() - 1 - at;
        match own {
            b'0' => has_gap = !text.is_empty(),
            own => {
                if std::mem::take(&mut has_gap) {
                    text.push(DIGITS[0]);
                }
                text.push(digit(own));
                text.push_str(PLACES[place % 4]);
                has_four = true;
            }
        }
        // Behind four digits that are nothing their name is not said.
        if place.is_multiple_of(4) && std::mem::take(&mut has_four) {
            text.push_str(FOURS[place / 4]);
        }
    }
    match text.is_empty() {
        true => DIGITS[0].to_string(),
        false => text,
    }
}

/// A date, as exact as it is known: the year digit by digit.
pub fn date(date: &PartialDate) -> String {
    let first = date.earliest();
    let year = format!("{:04}", first.year());
    let digits = year.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]);
    let year: String = digits.collect();
    let [month, day] = [first.month(), first.day()].map(|one| number(one.into()));
    match date {
        PartialDate::Year(_) => format!("{year}年"),
        PartialDate::Month(..) => format!("{year}年{month}月"),
        PartialDate::Day(_) => format!("{year}年{month}月{day}日"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Numerals of documents: ten is 壹拾, twenty 贰拾, never 贰拾零.
    #[test]
    fn numbers() {
        let cases = [
            ("0", "〇"),
            ("1", "壹"),
            ("9", "玖"),
            ("10", "壹拾"),
            ("11", "壹拾壹"),
            ("15", "壹拾伍"),
            ("20", "贰拾"),
            ("30", "叁拾"),
            ("60", "陆拾"),
            ("90", "玖拾"),
            ("100", "壹佰"),
            ("101", "壹佰〇壹"),
            ("120", "壹佰贰拾"),
            ("1005", "壹仟〇伍"),
            ("1050", "壹仟〇伍拾"),
            ("10000", "壹万"),
            ("100000", "壹拾万"),
            ("100500", "壹拾万〇伍佰"),
            ("120345", "壹拾贰万〇叁佰肆拾伍"),
            ("20000003", "贰仟万〇叁"),
            ("300000000", "叁亿"),
            ("35.5", "叁拾伍点伍"),
            ("0.2", "〇点贰"),
            ("10.05", "壹拾点〇伍"),
            ("-24", "负贰拾肆"),
        ];
        for (figure, words) in cases {
            let figure = Decimal::read(figure).expect(figure);
            assert_eq!(number(figure), words);
        }
    }

    #[test]
    fn dates() {
        let day = |text: &str| PartialDate::Day(text.parse().unwrap());
        assert_eq!(date(&day("2015-10-08")), "贰〇壹伍年壹拾月捌日");
        assert_eq!(date(&day("2016-02-20")), "贰〇壹陆年贰月贰拾日");
        assert_eq!(date(&day("2020-11-30")), "贰〇贰〇年壹拾壹月叁拾日");
        assert_eq!(date(&day("2003-12-31")), "贰〇〇叁年壹拾贰月叁拾壹日");
    }
}
