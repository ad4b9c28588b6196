//! The pages have the cells of the form and no other (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A cell that the form does not have.
    UnknownCell {
        /// The page.
        place: PagePlace,
        /// The cell.
        cell: String,
        /// The name most like it.
        nearest: Option<String>,
    } = E1109 "格的名称不认识" Error;
    zh "{place}有“{cell}”这一格，表里没有这一项" {
        let mend = || "改版面文件里的名称，或者在 form.yaml 里加上这一项".to_owned();
        near(Lang::Zh, nearest.as_deref()).unwrap_or_else(mend)
    };
    en "{place:#}: the form has no cell “{cell}”" {
        let mend = || "mend the name in the layout, or add the cell to form.yaml".to_owned();
        near(Lang::En, nearest.as_deref()).unwrap_or_else(mend)
    };
}
