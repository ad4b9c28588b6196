//! Quotes around a value are half-width ones.

use crate::check::prelude::*;

rule! {
    /// Full-width quotes around a value that cannot have any.
    WideQuotes = E0029 "引号不是半角" Error;
    zh "这里用了中文引号，软件把它当作内容的一部分" "改为半角引号，或不用引号";
    en "the quotes here are not half-width ones, and so part of the value"
       "use half-width quotes, or none";
}
