//! Family 11: pages that break the contract.

pub mod broken_number;
pub mod coarse_picture;
pub mod cut;
pub mod different;
pub mod foreign_font;
pub mod loose_tick;
pub mod missing_glyph;
pub mod narrow_column;
pub mod not_apart;
pub mod outside_area;
pub mod outside_cell;
pub mod outside_page;
pub mod over_rule;
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
    over_rule outside_area broken_number loose_tick narrow_column not_apart
}

/// How people call a cell; in words `{}` is Chinese, `{:#}` is English. Empty outside of
/// cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called([String; 2]);

impl Called {
    /// In Chinese and in English.
    pub fn new(zh: String, en: String) -> Self {
        Self([zh, en])
    }

    /// Whether it is no cell.
    pub fn is_none(&self) -> bool {
        self.0[0].is_empty()
    }
}

impl fmt::Display for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0[usize::from(f.alternate())])
    }
}

/// Where on the pages of a form; in words `{}` is Chinese, `{:#}` is English.
#[derive(Clone, Debug)]
pub struct PagePlace {
    /// The form.
    pub form: String,
    /// The page, from 1.
    pub page: usize,
    /// The cell.
    pub cell: Called,
}

impl fmt::Display for PagePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { form, page, cell } = self;
        match (f.alternate(), cell.is_none()) {
            (false, _) => write!(f, "{form}第 {page} 页{cell}"),
            (true, true) => write!(f, "{form}, page {page}"),
            (true, false) => write!(f, "{form}, page {page}, {cell:#}"),
        }
    }
}
