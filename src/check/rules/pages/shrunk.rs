//! Long texts are set in smaller type.

use super::Called;
use crate::check::prelude::*;

rule! {
    /// Values in smaller type than usual.
    Shrunk {
        /// The form.
        form: String,
        /// The cells with their size in pt.
        cells: Vec<(Called, f64)>,
        /// The usual size in pt.
        usual: f64,
    } = N1115 "字号缩小" Notice;
    zh {
        let cells = cells.iter().map(|(cell, size)| format!("{cell}{size} 磅"));
        format!("{form}的字由 {usual} 磅缩小：{}", cells.collect::<Vec<_>>().join("、"))
    } "不必改；嫌小的，把文字写短";
    en {
        let cells = cells.iter().map(|(cell, size)| format!("{cell:#} {size} pt"));
        let cells = cells.collect::<Vec<_>>().join(", ");
        format!("{form}: type smaller than {usual} pt: {cells}")
    } "nothing has to be done; shorter texts stay larger";
}
