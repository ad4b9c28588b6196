//! A file has content.

use crate::check::prelude::*;

rule! {
    /// Nothing but comments.
    Empty = E0024 "文件是空的" Error;
    zh "文件是空的" "写上内容，或删去这个文件";
    en "the file is empty" "fill or remove it";
}
