//! Family 11: declarations and layouts of forms.

pub mod declaration;
pub mod font_file;
pub mod grid;
pub mod key_unprinted;
pub mod layout_warning;
pub mod unnamed_cell;
mod words;

use crate::check::rule::registered;

registered! {
    declaration unnamed_cell key_unprinted grid layout_warning font_file
}
