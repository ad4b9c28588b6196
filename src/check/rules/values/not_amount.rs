//! An amount is a number with at most two decimals.

use super::not_integer::without_commas;
use crate::check::prelude::*;

rule! {
    /// Not an amount of money.
    NotAmount {
        /// The text as written.
        text: String,
    } = E0405 "应为金额" Error;
    zh "“{text}”不是金额" { match without_commas(text) {
        Some(plain) => format!("数字里不写逗号：{plain}"),
        None => "只写数字，至多两位小数，例如 35.00".to_owned(),
    } };
    en "“{text}” is no amount" { match without_commas(text) {
        Some(plain) => format!("without commas: {plain}"),
        None => "digits with at most two decimals, as 35.00".to_owned(),
    } };
}
