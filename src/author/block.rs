//! Blocks that are added to a file.

use crate::load::edit::{with_item, with_key};
use crate::load::parse;
use crate::model::key::Key;
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::node::{Entry, Kind, Node, Span, Step};
use crate::model::record::Record as _;

/// Why no block is added to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBlock {
    /// It is there, and stands once.
    IsThere,
    /// The text is written in a way that only a person can add to.
    ByHand,
}

/// The text of a member's file with a block: its keys, with nothing behind them yet. Of a
/// list one more.
///
/// # Errors
/// Where a block is there that stands once, or nothing can be added.
pub fn with_block(text: &str, key: &Key) -> Result<String, NoBlock> {
    let entry = |key: &Key| Entry {
        key: key.name.to_owned(),
        key_span: Span::default(),
        value: Node::from(Kind::Null),
    };
    // Blocks in blocks are added when there is something to say in them.
    let keys = key.keys.iter().filter(|key| key.shape != Shape::Blocks);
    let block = Kind::Map(keys.map(entry).collect());
    let tree = parse(text).map_err(|_| NoBlock::ByHand)?;
    let added = match tree.get(key.name).filter(|entry| !entry.value.is_empty()) {
        Some(_) if !key.is_list => return Err(NoBlock::IsThere),
        Some(_) => with_item(text, &[Step::Key(key.name)], block),
        None => {
            let value = match key.is_list {
                true => Kind::List(vec![Node::from(block)]),
                false => block,
            };
            let order: Vec<&str> = Member::KEYS.iter().map(|key| key.name).collect();
            with_key(text, &[], &order, key.name, value)
        }
    };
    added.ok_or(NoBlock::ByHand)
}
