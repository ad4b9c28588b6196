//! The lines of a blank form are those that its `grid.yaml` says.

use crate::check::prelude::*;

rule! {
    /// A line that the form's grid has is not on the page, or one is there that the grid
    /// does not have.
    Grid {
        /// The page, from 1.
        page: usize,
        /// Whether it is missing rather than too much.
        missing: bool,
        /// Whether it lies rather than stands.
        lies: bool,
        /// Where, across its direction, in mm.
        at: f64,
        /// From where, along its direction, in mm.
        from: f64,
        /// To where.
        to: f64,
        /// The nearest line of the other side, across its direction, in mm.
        nearest: Option<f64>,
    } = E1118 "格线与标准不符" Error;
    zh {
        let (line, edge) = if *lies { ("横线", "上边") } else { ("竖线", "左边") };
        let fault = if *missing { "少了一条" } else { "多了一条" };
        let place = format!("离纸的{edge} {at:.1} 毫米，从 {from:.1} 到 {to:.1} 毫米");
        format!("空白表第 {page} 页{fault}{line}：{place}")
    } {
        let mend = match (missing, nearest) {
            (true, Some(near)) => &format!("版面上最近的一条在 {near:.1} 毫米；改版面"),
            (true, None) => "改版面",
            (false, _) => "从版面里去掉",
        };
        format!("{mend}，或者用 paicha layouts grid 重写 grid.yaml")
    };
    en {
        let (line, edge) = if *lies { ("lying", "top") } else { ("standing", "left") };
        let fault = if *missing { "is missing" } else { "is too much" };
        let place = format!("{at:.1} mm from the {edge}, from {from:.1} to {to:.1} mm");
        format!("blank form, page {page}: a {line} line {fault}, {place}")
    } {
        let mend = match (missing, nearest) {
            (true, Some(near)) => {
                &format!("the nearest one on the page is at {near:.1} mm; mend the layout")
            }
            (true, None) => "mend the layout",
            (false, _) => "take it out of the layout",
        };
        format!("{mend}, or write grid.yaml anew with paicha layouts grid")
    };
}
