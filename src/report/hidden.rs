//! Numbers and addresses of persons in values that are others.

use std::borrow::Cow;

use crate::model::private::{ADDRESS, PRIVATE};
use crate::report::mask::{mask, mask_behind, mask_under};

/// What is hidden of values.
#[derive(Clone, Copy, Debug)]
pub struct Hidden {
    /// Nothing.
    pub unmasked: bool,
}

impl Hidden {
    /// A text that is no value: a path, a name.
    pub fn text(self, text: &str) -> Cow<'_, str> {
        match self.unmasked {
            true => Cow::from(text),
            false => Cow::from(mask(text)),
        }
    }

    /// The value of a key.
    pub fn value(self, key: &str, text: &str) -> String {
        self.cell(key, false, text)
    }

    /// The text of a cell, which may show an address whatever it is called. It needs as much
    /// room as before.
    pub fn cell(self, name: &str, is_private: bool, text: &str) -> String {
        let last = name.rsplit('.').next().unwrap_or(name);
        let known = PRIVATE.iter().find(|(key, _)| *key == last);
        let shown = known.map(|(_, shown)| *shown);
        match shown.or(is_private.then_some(ADDRESS)) {
            _ if self.unmasked => text.to_owned(),
            Some(shown) => mask(&mask_behind(text, shown)),
            None => mask_under(name, text),
        }
    }

    /// Whether two values that differ look alike.
    pub fn hides(self, key: &str, old: &str, new: &str) -> bool {
        old != new && self.value(key, old) == self.value(key, new)
    }
}
