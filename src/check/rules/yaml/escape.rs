//! A backslash means something to YAML within double quotes.

use crate::check::prelude::*;

rule! {
    /// A backslash before what cannot follow it.
    Escape {
        /// What follows.
        character: char,
    } = E0047 "双引号里的反斜杠" Error;
    zh "双引号里不能写“\\{character}”：反斜杠在那里另有用处" "外面的引号改用单引号，或每个“\\”写成两个";
    en "“\\{character}” cannot stand within double quotes" "use single quotes, or write each \\ twice";
}
