//! There are as many pages as the form says, and cells on each but those of the notes
//! (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// Too many pages, or too few.
    enum PageCount = E1111 "页数不对" Error;

    /// More or fewer pages of a form than it says, without those of its notes. At last,
    /// whether more would do.
    Pages(form: String, found: usize, expected: usize, or_more: bool)
        zh {
            let least = if *or_more { "至少 " } else { " " };
            format!("{form}排成 {found} 页（说明除外），应为{least}{expected} 页")
        } "改版面文件，或者改 form.yaml 的“页数”";
        en {
            let least = if *or_more { "at least " } else { "" };
            format!("{form}: {found} pages without the notes, there should be {least}{expected}")
        } "mend the layout, or 页数 in form.yaml";
    /// No page of the notes that a form has.
    NoNotes(form: String)
        zh "{form}没有印出说明" "改版面文件，或者改 form.yaml 的“说明”";
        en "{form}: the notes are not printed" "mend the layout, or 说明 in form.yaml";
    /// Pages behind those with cells, though the form has no notes.
    Surplus(form: String, found: usize)
        zh "{form}没有说明，后面却多出 {found} 页" "改版面文件，或者改 form.yaml 的“说明”";
        en "{form}: the form has no notes, but pages without cells at its end: {found}"
           "mend the layout, or 说明 in form.yaml";
    /// A page of the form on which no cell stands.
    NoCell(place: PagePlace)
        zh "{place}一格也没有" "改版面文件，去掉空页";
        en "{place:#}: no cell stands on the page" "mend the layout: take out the empty page";
}
