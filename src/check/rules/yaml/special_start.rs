//! Texts that begin with special characters are quoted.

use crate::check::prelude::*;

rule! {
    /// A text begins with a character that means something to YAML.
    SpecialStart {
        /// The character.
        first: char,
    } = E0043 "文字开头要加引号" Error;
    zh "文字不能以“{first}”开头" "整段加上引号";
    en "a text cannot begin with “{first}”" "put the text into quotes";
}
