//! Documents: what they say, in whose words, with which figures.

mod declared;
mod faults;
mod filled;
mod origins;
mod text;
mod values;

pub use declared::{Field, Own, Prose};
pub use faults::of_round;
pub use faults::{faults, of_catalogue};
pub use origins::{Part, cells, parts};
pub use text::{Wording, has, is_unfilled, line_of, wording, words_of};
pub use values::{Document, Filling, document};

/// The parts of a document, as a list of cells, and the text of each.
pub const PARTS: &str = "段";
/// The text of a part.
pub const TEXT: &str = "文";
/// The row of the table that a document counts as.
pub const TOTAL: &str = "合计";
/// What the names of cells with shares begin with.
const SHARES: &str = "占比";
