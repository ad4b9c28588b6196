//! Dates are written 1965-03-12, 1965-03 or 1965.

use crate::check::prelude::*;
use crate::model::date::PartialDate;
use crate::model::date_meant::readings;
use crate::model::value::Scalar as _;

const ACCEPTED: &str =
    "日期写成 1965-03-12、1965-03 或 1965，也可写 1965.3.12、1965/3/12、19650312、1965年3月12日";
const ACCEPTED_EN: &str =
    "accepted: 1965-03-12, 1965-03 or 1965, also 1965.3.12, 1965/3/12, 19650312, 1965年3月12日";

rule! {
    /// Not a date in one of the accepted spellings.
    NotDate {
        /// The text as written.
        text: String,
    } = E0301 "日期写法不对" Error;
    zh { match &readings(text)[..] {
            [_, _, ..] => format!("“{text}”这个日期可以读成几种：{}", listed(text, "、")),
            _ => format!("“{text}”不是认得的日期写法"),
       } }
       { match &readings(text)[..] {
            [one] => format!("应写 {}；{ACCEPTED}", spelled(one)),
            _ => ACCEPTED.to_owned(),
       } };
    en { match &readings(text)[..] {
            [_, _, ..] => format!("“{text}” can be read as {}", listed(text, " or ")),
            _ => format!("“{text}” is no date"),
       } }
       { match &readings(text)[..] {
            [one] => format!("write {}; {ACCEPTED_EN}", spelled(one)),
            _ => ACCEPTED_EN.to_owned(),
       } };
}

fn spelled(date: &PartialDate) -> String {
    date.spelled("").unwrap_or_default()
}

/// The dates that a text can be read as.
fn listed(text: &str, between: &str) -> String {
    let dates: Vec<String> = readings(text).iter().map(spelled).collect();
    dates.join(between)
}
