//! A file in 报告/ is the text of a document.

use crate::check::prelude::*;

rule! {
    /// A file that is the text of no document.
    UnknownText {
        /// Its name.
        name: String,
        /// The names that would be looked for here.
        known: Vec<String>,
        /// The one most like it.
        nearest: Option<String>,
    } = E1804 "报告文件夹里的文件没有用处" Error;
    zh "“{name}”不是一份报告的正文，不会用到" { Some(match nearest {
        Some(nearest) => format!("是不是要写成“{nearest}”？"),
        None => format!("这里只用：{}；别的文件请移到别处", known.join("、")),
    }) };
    en "“{name}” is the text of no document and is not used" { Some(match nearest {
        Some(nearest) => format!("did you mean “{nearest}”?"),
        None => format!("used here: {}; put other files elsewhere", known.join(", ")),
    }) };
}
