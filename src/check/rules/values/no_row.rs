//! Who counts in a table counts in one of its rows, so that its total is their sum.

use std::path::PathBuf;

use crate::check::prelude::*;

rule! {
    /// A table has no row for what a member has.
    NoRow {
        /// The form.
        form: String,
        /// What no row counts.
        text: String,
        /// The form's `form.yaml`, where the workspace says what it is.
        own: Option<PathBuf>,
    } = E0411 "表里没有算这一项的行" Error;
    zh "{form}没有一行算“{text}”，这名党员只在合计里，合计就多于各行" {
        let own = own.as_ref();
        own.map(|path| format!(
            "在 {} 的“行”的“值”里加上“{text}”，或者写“其余”，别的人都算在那一行",
            path.display()
        ))
    };
    en "no row of {form} counts “{text}”: the total would be more than its rows" {
        let own = own.as_ref();
        own.map(|path| format!(
            "add “{text}” to 值 of 行 in {}, or write 其余: the row of everybody else",
            path.display()
        ))
    };
}
