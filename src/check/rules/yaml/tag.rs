//! No tags (`!name`).

use crate::check::prelude::*;

rule! {
    /// A tag.
    Tag = E0038 "不支持标签" Error;
    zh "不支持以“!”开头的标签" "文字以“!”开头的，加上引号";
    en "tags (!) are not supported" "quote a text that begins with !";
}
