//! One text in the place of another.

use crate::model::node::Span;

/// What stands at a place, and how it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The place.
    pub place: Span,
    /// What stands there.
    pub written: String,
    /// What is to stand there.
    pub new: String,
}

/// The text with replacements, in the order of their places; none where one of them does
/// not stand there letter by letter. What that comes to is for the caller to see.
pub fn applied(text: &str, replacements: &[Replacement]) -> Option<String> {
    let mut edited = String::with_capacity(text.len());
    let mut end = 0;
    for one in replacements {
        let range = one.place.range();
        edited.push_str(text.get(end..range.start)?);
        (text.get(range.clone())? == one.written).then(|| edited.push_str(&one.new))?;
        end = range.end;
    }
    edited.push_str(text.get(end..)?);
    Some(edited)
}
