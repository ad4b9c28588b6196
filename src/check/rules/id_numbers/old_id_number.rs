//! ID numbers of 15 digits were replaced by those of 18 characters (GB 11643-1999).

use crate::check::prelude::*;

rule! {
    /// An ID number of 15 digits.
    OldIdNumber {
        /// The text as written.
        text: String,
        /// The check character that it would have.
        check: char,
    } = E0103 "十五位身份证号码" Error;
    zh "“{text}”是 15 位的旧身份证号码" "在第 6 位后加“19”，末尾加校验码“{check}”，成为 18 位";
    en "“{text}” is an old ID number of 15 digits"
       "insert 19 after the sixth digit and append the check character {check}";
}
