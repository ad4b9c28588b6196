//! A character that no font has would be printed as a box, or not at all.

use super::Called;
use crate::check::prelude::*;

rule! {
    /// A page with a character that no font has.
    MissingGlyph {
        /// The form.
        form: String,
        /// The cell.
        cell: String,
        /// How it is called.
        called: Called,
        /// The characters.
        characters: Vec<char>,
    } = E1102 "没有字形" Error;
    zh {
        let shown = characters.iter().map(|c| format!("“{c}”（U+{:04X}）", *c as u32));
        let shown = shown.collect::<Vec<_>>().join("、");
        match called.is_none() {
            true => format!("{form}里的{shown}没有字体能印"),
            false => format!("{form}{called}里的{shown}没有字体能印"),
        }
    } "核对是否录错字；确是此字的，把有此字的字体文件放进 fonts/user/（或用 --font-path 指明）再做";
    en {
        let shown = characters.iter().map(|c| format!("“{c}” (U+{:04X})", *c as u32));
        let shown = shown.collect::<Vec<_>>().join(", ");
        match called.is_none() {
            true => format!("no font has {shown} of {form}"),
            false => format!("no font has {shown} in {called:#} of {form}"),
        }
    } "check the character; if it is right, put a font that has it into fonts/user/, or name one \
       with --font-path";
}
