//! Writes files of the data that are not there yet, and blocks into those that are: these
//! go through the one writer of texts (`load::edit`).

mod block;
mod file;
mod name;
mod template;

pub use crate::load::edit::scalar;
pub use block::with_block;
pub use file::write_new;
pub use name::file_name;
pub use template::{Given, template};
