//! Months, days and figures are whole numbers.

use crate::check::prelude::*;
use crate::model::decimal::Decimal;

rule! {
    /// Not a number as it belongs here.
    enum NotInteger = E0404 "应为整数" Error;

    /// Not a whole number.
    Whole(text: String)
        zh "“{text}”不是整数" { match without_commas(text) {
            Some(plain) => format!("数字里不写逗号：{plain}"),
            None => "只写数字".to_owned(),
        } };
        en "“{text}” is no whole number" { match without_commas(text) {
            Some(plain) => format!("without commas: {plain}"),
            None => "digits only".to_owned(),
        } };
    /// Not a number; of a key that a form adds.
    Any(text: String)
        zh "“{text}”不是数" { format!(
            "只写数字，例如 3 或 3.5；小数点前最多 {} 位，后面最多 {} 位", Decimal::WHOLE, Decimal::PART) };
        en "“{text}” is no number" { format!(
            "digits, as 3 or 3.5; at most {} before the point and {} behind it", Decimal::WHOLE, Decimal::PART) };
}

/// A number whose thousands are set off, without the commas.
pub fn without_commas(text: &str) -> Option<String> {
    let plain = text.replace([',', '，'], "");
    let is_number = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_number && plain != text).then_some(plain)
}
