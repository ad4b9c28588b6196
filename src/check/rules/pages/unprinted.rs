//! Every cell of the form is on its pages (contract of a page).

use super::Called;
use crate::check::prelude::*;

rule! {
    /// A cell of the form is not on its pages.
    Unprinted {
        /// The form.
        form: String,
        /// The cell.
        cell: Called,
    } = E1108 "该印的格没有印" Error;
    zh "{form}没有印出{cell}" "在版面文件里加上这一格，或者在 form.yaml 里去掉这一项";
    en "{form}: {cell:#} is not printed" "add the cell to the layout, or take it out of form.yaml";
}
