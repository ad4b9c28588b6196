//! An amount is a number with at most two decimals.

use crate::check::prelude::*;

rule! {
    /// Not an amount of money.
    NotAmount {
        /// The text as written.
        text: String,
    } = E0405 "应为金额" Error;
    zh "“{text}”不是金额" "只写数字，至多两位小数，例如 35.00";
    en "“{text}” is no amount" "digits with at most two decimals, as 35.00";
}
