//! An ID number is 17 digits and a digit or X (GB 11643-1999).

use crate::check::prelude::*;
use crate::model::date::is_between_figures;

rule! {
    /// Not an ID number of 18 characters.
    NotIdNumber {
        /// The text as written.
        text: String,
    } = E0102 "身份证号码位数不对" Error;
    zh { match text.chars().filter(|c| !is_between_figures(*c)).count() {
            18 => format!("身份证号码只能是 17 位数字加一位数字或 X，“{text}”不是"),
            _ => format!("身份证号码要有 18 位，“{text}”不是"),
       } }
       "逐位核对，空格和短横不算；只有末位可以是 X（不是字母 O）";
    en "an ID number has 18 characters, “{text}” is none"
       "check the length; the last character may be X";
}
