//! What can be given several times is a list.

use crate::check::prelude::*;

rule! {
    /// One value or a block stands where a list belongs.
    NotList = E0054 "应为列表" Error;
    zh "这里应是列表，每项一行，以“- ”开头"
       "每项另起一行，缩进两格，以“- ”开头；没有的，删去这一行";
    en "a list belongs here, each item on a line that begins with “- ”";
}
