//! Texts with fields: what a clerk writes, and figures that are counted, become the
//! blocks of a document.

mod blocks;
mod figures;
mod scan;
mod template;

pub use blocks::{Block, blocks};
pub use figures::{Piece, Value, percent, shares};
pub use scan::is_name;
pub use template::{Line, Name, Template, unfilled};
