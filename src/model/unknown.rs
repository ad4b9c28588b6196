//! Keys that blocks do not have, and what may be meant.

use super::key::Key;
use super::node::Span;

/// A block as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its keys.
    pub keys: &'static [Key],
    /// The name by which they are asked for: its route, or that of the file.
    pub name: String,
}

/// The name is found once the whole file is read.
impl From<&'static [Key]> for Block {
    fn from(keys: &'static [Key]) -> Self {
        let name = String::new();
        Self { keys, name }
    }
}

/// A key that its block does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The key as written.
    pub key: String,
    /// The block.
    pub block: Block,
    /// Its keys that are given.
    pub given: Vec<&'static str>,
    /// Where the block is reported.
    pub place: Span,
    /// What is meant.
    pub meant: Meant,
}

/// What may be meant by a key that its block does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One of these keys of the block.
    Here(Vec<String>),
    /// One of these keys of other blocks, by their routes from the top of the file; and
    /// the line that gives the first of them.
    Elsewhere(Vec<String>, String),
    /// No key: the program works it out, from these keys if from any.
    Follows(&'static [&'static str]),
    /// No key: the folder of the file says it.
    Folder,
    /// Nothing is near.
    Nothing,
}
