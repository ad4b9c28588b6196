//! Numbers and addresses of persons in values that are others.

use std::borrow::Cow;

use crate::report::mask::{mask, mask_under};

/// What is hidden of values.
#[derive(Clone, Copy, Debug)]
pub struct Hidden {
    /// Nothing.
    pub unmasked: bool,
}

/// The keys of addresses and of what somebody is called in messengers: how many characters of
/// each are told.
const HIDDEN: [(&str, usize); 3] = [("户籍所在地", 6), ("现居住地", 6), ("QQ号码或微信号", 2)];

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
        let last = key.rsplit('.').next().unwrap_or(key);
        let hidden = HIDDEN.iter().find(|(known, _)| *known == last);
        match hidden {
            _ if self.unmasked => text.to_owned(),
            Some((_, shown)) => {
                let characters = text.chars().enumerate();
                let hidden = characters.map(|(at, one)| if at < *shown { one } else { '＊' });
                mask(&hidden.collect::<String>())
            }
            None => mask_under(key, text),
        }
    }

    /// Whether two values that differ look alike.
    pub fn hides(self, key: &str, old: &str, new: &str) -> bool {
        old != new && self.value(key, old) == self.value(key, new)
    }
}
