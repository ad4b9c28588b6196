//! Quotes around a value are half-width ones.

use crate::check::prelude::*;

rule! {
    /// Full-width quotes around a value that cannot have any.
    WideQuotes {
        /// The one it begins with.
        quote: char,
    } = E0029 "引号不是半角" Error;
    zh "这里的引号“{quote}”是全角的，成了内容的一部分" "改为半角引号，或不用引号";
    en "the quotes ({quote}) are full-width ones and so part of the value"
       "use half-width quotes, or none";
}
