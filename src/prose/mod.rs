//! Texts with fields: what a clerk writes, and figures that are counted, become the
//! blocks of a document.

mod blocks;
mod days;
mod figures;
mod filled;
mod scan;
mod template;

pub use blocks::{Block, Parts, blocks};
pub use figures::{Piece, Value, percent, shares};
pub use filled::{Filled, Hole};
pub use scan::is_name;
pub use template::{Faults, Name, Template, unfilled};
