//! Keys as blocks declare them.

use super::meaning::Shape;

/// A key of a block, as the declaration names it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key's text.
    pub name: &'static str,
    /// Whether it must be given (● in the format description).
    pub required: bool,
    /// What it is for, in Chinese and in English; in Chinese only for files of the data.
    pub notes: [&'static str; 2],
    /// What stands behind it.
    pub shape: Shape,
    /// What can stand there, where the shape does not tell.
    pub sample: &'static str,
    /// Whether several can stand there.
    pub is_list: bool,
    /// The keys of the block behind it.
    pub keys: &'static [Self],
}

impl Key {
    /// Whether it is said in Chinese what it is for: of the files of the data.
    pub fn has_note(&self) -> bool {
        !self.notes[0].is_empty()
    }
}

/// Keys are told apart by their names: those of a block have different ones.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Key {}
