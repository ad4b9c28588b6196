//! Where values stand on pages, and where the values of pages come from.

use std::path::PathBuf;

use super::Lang;
use super::mask::{mask, mask_under};
use super::position::Lines;
use super::table::listed;
use crate::check::At;
use crate::load::Files;
use crate::publish::{KeyPlace, OUT, PrintedCell};

/// The cells that print a value, a line each.
pub fn printed(cells: &[PrintedCell], lang: Lang) -> String {
    let rows = cells.iter().map(|one| {
        let page = one.page.map_or_else(
            || "—".to_owned(),
            |page| lang.pick(format!("第 {page} 页"), format!("page {page}")),
        );
        let path = mask(&format!("{OUT}/{}", one.path));
        let text = mask_under(&one.cell, &one.text);
        vec![path, page, mask(&one.cell), text]
    });
    listed(&rows.collect::<Vec<_>>())
}

/// What a cell comes from.
pub struct Sources {
    /// The cell.
    pub cell: String,
    /// The places of its values.
    pub places: Vec<KeyPlace>,
    /// Of a part of a document without a value: the file of its words, the line, and what
    /// stands there.
    pub words: Option<(PathBuf, usize, String)>,
}

/// The places that the values of cells come from, a line each.
pub fn places(files: &Files, cells: &[Sources], lang: Lang) -> String {
    let mut rows = Vec::new();
    for Sources {
        cell,
        places,
        words,
    } in cells
    {
        for place in places {
            let text = files.text(&place.path).unwrap_or_default();
            let lines = Lines::of(text);
            let ((line, column), _) = lines.place(At::Span(place.span));
            let value = lines.text().get(place.span.range()).unwrap_or_default();
            let value = value.lines().next().unwrap_or_default();
            let path = mask(&place.path.to_string_lossy());
            let path = format!("{path}:{line}:{column}");
            let value = mask_under(&place.route, value);
            rows.push(vec![mask(cell), path, mask(&place.route), value]);
        }
        if let Some((path, line, words)) = words {
            let path = mask(&format!("{}:{line}", path.display()));
            let literal = lang.pick("正文", "text").to_owned();
            rows.push(vec![mask(cell), path, literal, mask(words)]);
        } else if places.is_empty() {
            let none = lang.pick(
                "（没有数据：空着、是 0，或者手写）",
                "(no data: empty, 0, or to be written by hand)",
            );
            rows.push(vec![mask(cell), none.to_owned()]);
        }
    }
    listed(&rows)
}
