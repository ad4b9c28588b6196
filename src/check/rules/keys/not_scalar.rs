//! One value for one cell.

use crate::check::prelude::*;

rule! {
    /// A list or a map stands where one value belongs.
    NotScalar = E0055 "应为一个值" Error;
    zh "这里应是一个值，不是列表或一组键" "改为一行文字";
    en "one value belongs here" "write it as one text";
}
