//! Family 11: pages that break the contract.

pub mod coarse_picture;
pub mod cut;
pub mod different;
pub mod foreign_font;
pub mod missing_glyph;
pub mod outside_cell;
pub mod outside_page;
pub mod overlap;
pub mod page_count;
pub mod paper;
pub mod shrunk;
pub mod stretched_picture;
pub mod unknown_cell;
pub mod unprinted;

use std::fmt;

use crate::check::rule::registered;

registered! {
    missing_glyph outside_cell outside_page overlap different cut unprinted unknown_cell
    paper page_count coarse_picture stretched_picture foreign_font shrunk
}

/// Where on the pages of a form; in words `{}` is Chinese, `{:#}` is English.
#[derive(Clone, Debug)]
pub struct PagePlace {
    /// The form.
    pub form: String,
    /// The page, from 1.
    pub page: usize,
    /// The cell; empty outside of cells.
    pub cell: String,
}

impl fmt::Display for PagePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { form, page, cell } = self;
        match (f.alternate(), cell.as_str()) {
            (false, "") => write!(f, "{form}第 {page} 页"),
            (false, cell) => write!(f, "{form}第 {page} 页“{cell}”栏"),
            (true, "") => write!(f, "{form}, page {page}"),
            (true, cell) => write!(f, "{form}, page {page}, “{cell}”"),
        }
    }
}
