//! Values stand in named cells: only those are held against the data.

use crate::check::prelude::*;

rule! {
    /// The value of a key is printed outside of every named cell.
    UnnamedCell {
        /// The form.
        form: String,
        /// The cell that should hold it.
        cell: String,
    } = E1116 "格没有名称" Error;
    zh "{form}印了“{cell}”的值，却没有给那一格起名"
       "写成 [#block(…, 值)#label(\"{cell}\")]，或者用 layouts/lib/cell.typ 的 value";
    en "{form} prints the value of “{cell}” outside of a named cell"
       "write [#block(…, value)#label(\"{cell}\")], or use value of layouts/lib/cell.typ";
}
