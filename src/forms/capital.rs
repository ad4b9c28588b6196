//! The capital numerals of documents, which nobody can change into others: 贰〇壹伍年壹拾月
//! 捌日, 玖拾.

use chrono::Datelike as _;

use crate::model::date::PartialDate;
use crate::model::decimal::Decimal;

/// In years 0 is written 〇; in other numbers a digit 0 has no place but a gap.
const DIGITS: [char; 10] = ['〇', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// A whole number below 10,000; larger ones, and those with a part, in figures.
pub fn number(number: Decimal) -> String {
    let small = number.whole().filter(|whole| (0..10_000).contains(whole));
    let Some(whole) = small else {
        return number.to_string();
    };
    let digits = whole.to_string();
    if digits == "0" {
        return DIGITS[0].to_string();
    }
    let mut text = String::new();
    let mut has_gap = false;
    for (at, digit) in digits.bytes().enumerate() {
        let digit = usize::from(digit - b'0');
        if digit == 0 {
            has_gap = true;
            continue;
        }
        if std::mem::take(&mut has_gap) {
            text.push(DIGITS[0]);
        }
        text.push(DIGITS[digit]);
        text.push_str(["", "拾", "佰", "仟"][digits.len() - 1 - at]);
    }
    text
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
            (0, "〇"),
            (1, "壹"),
            (9, "玖"),
            (10, "壹拾"),
            (11, "壹拾壹"),
            (15, "壹拾伍"),
            (20, "贰拾"),
            (30, "叁拾"),
            (60, "陆拾"),
            (90, "玖拾"),
            (100, "壹佰"),
            (101, "壹佰〇壹"),
            (120, "壹佰贰拾"),
            (1005, "壹仟〇伍"),
        ];
        for (figure, words) in cases {
            assert_eq!(number(Decimal::from(figure)), words);
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
