//! Keys are the labels printed on the forms.

use crate::check::prelude::*;

rule! {
    /// A key that is a list or a map.
    KeyNotText = E0037 "键不是文字" Error;
    zh "键要是文字，不能是列表或一组键" "键写成文字；文字以“{{”或“[”开头的，整段加上引号";
    en "a key must be text";
}
