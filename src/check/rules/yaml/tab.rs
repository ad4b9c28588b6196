//! Indentation by spaces, two for each level.

use crate::check::prelude::*;

rule! {
    /// Something else than spaces indents a line.
    Tab {
        /// It.
        character: char,
    } = E0030 "缩进不是空格" Error;
    zh {
        match character {
            '\t' => "行首用了制表符（Tab）".to_owned(),
            '\u{3000}' => "行首用了全角空格，软件不当作缩进".to_owned(),
            '\u{a0}' => "行首用了不间断空格（网页、Word 里带来的），软件不当作缩进".to_owned(),
            other => format!("行首用了特殊的空格（U+{:04X}），软件不当作缩进", u32::from(*other)),
        }
    } "改用半角空格缩进，每层两个";
    en {
        match character {
            '\t' => "a tab indents this line".to_owned(),
            '\u{3000}' => "full-width spaces at the beginning of this line do not indent it".to_owned(),
            '\u{a0}' => "no-break spaces at the beginning of this line do not indent it".to_owned(),
            other => format!("special spaces (U+{:04X}) do not indent this line", u32::from(*other)),
        }
    } "indent with plain spaces, two a level";
}
