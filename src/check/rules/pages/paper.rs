//! Pages are of the paper that the form says (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A page of another size than the form says. Width and height in mm.
    Paper {
        /// The page.
        place: PagePlace,
        /// What it is.
        found: (f64, f64),
        /// What it should be.
        expected: (f64, f64),
    } = E1110 "纸张不对" Error;
    zh {
        let [found, expected] = [found, expected].map(|(w, h)| format!("{w:.0} × {h:.0} 毫米"));
        format!("{place}是 {found}，应为 {expected}")
    } "改版面文件的纸张，或者改 form.yaml 的“纸张”";
    en {
        let [found, expected] = [found, expected].map(|(w, h)| format!("{w:.0} × {h:.0} mm"));
        format!("{place:#}: the page is {found}, it should be {expected}")
    } "mend the layout's paper, or 纸张 in form.yaml";
}
