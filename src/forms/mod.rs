//! The catalogue of forms, and what a layout is given.

pub mod called;
pub mod card_cell;
pub mod catalogue;
pub mod cells;
pub mod chosen;
pub mod collation;
pub mod declaration;
mod declared;
pub mod document;
pub mod files;
mod folder_names;
pub mod found;
mod json;
pub mod list;
mod mixed;
pub mod outputs;
mod printed;
mod printing;
pub mod provenance;
mod reading;
pub mod register_cell;
pub mod rows;
pub mod said;
pub mod sample;
pub mod searching;
pub mod source;
pub mod undecided;
pub mod usage;
pub mod view;

pub use catalogue::{Catalogue, Form, FormFault};
pub use chosen::Choice;
pub use declaration::{Paper, Scope};
pub use files::LayoutFiles;
pub use list::List;
pub use printed::long_day;
pub use view::{View, Window};
