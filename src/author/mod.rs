//! Writes files of the data that are not there yet, and blocks into those that are: these
//! go through the one writer of texts (`load::edit`). What would be read as anything else
//! than it should say is not written.

mod block;
pub mod disk;
mod file;
mod filled;
pub mod member;
mod store;
mod template;

pub use crate::load::edit::scalar;
pub use block::{NoBlock, with_block};
pub use file::write_new;
pub use filled::filled;
pub use store::{Write, beside, store};
pub use template::{Given, template, template_showing};
