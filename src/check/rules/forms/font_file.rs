//! Files in the folders of users' fonts are fonts.

use crate::check::prelude::*;

rule! {
    /// A file that is no font, or cannot be read.
    FontFile = W1120 "字体文件不能用" Warning;
    zh "这个文件不是字体，或者读不了，没有用它" "换成 .ttf、.otf 或 .ttc 字体文件，或者删去";
    en "not a font, or unreadable: it is not used"
       "put a .ttf, .otf or .ttc font there, or take it out";
}
