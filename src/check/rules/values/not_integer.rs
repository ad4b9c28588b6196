//! Months, days and figures are whole numbers.

use crate::check::prelude::*;

rule! {
    /// Not a number as it belongs here.
    enum NotInteger = E0404 "应为整数" Error;

    /// Not a whole number.
    Whole(text: String)
        zh "“{text}”不是整数" "只写数字";
        en "“{text}” is no whole number" "digits only";
    /// Not a number; of a key that a form adds.
    Any(text: String)
        zh "“{text}”不是数" "只写数字，例如 3 或 3.5";
        en "“{text}” is no number" "digits, as 3 or 3.5";
}
