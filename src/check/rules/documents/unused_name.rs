//! What a document counts is said in its text.

use crate::check::prelude::*;

rule! {
    /// Names that a text does not use.
    UnusedName {
        /// The names.
        names: Vec<String>,
    } = N1803 "正文没有用到的数" Notice;
    zh { format!("这份正文没有用到：{}", names.join("、")) }
       "要写进去就加上 {{{{ 名称 }}}}；不写也可以";
    en { format!("the text does not use: {}", names.join(", ")) }
       "put {{{{ name }}}} where it belongs, or leave it";
}
