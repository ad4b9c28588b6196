//! Which figure was changed after a checksum was made: the one that, were it another,
//! would make the checksum fit.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::canonical::{Number, spelled};

/// No more values of a figure are tried.
const MOST: u32 = 20_000;

/// A figure that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The keys that lead to it.
    pub route: Vec<String>,
    /// What it was when the checksum was made.
    pub was: u32,
    /// What it is.
    pub is: u32,
}

/// The figure that was changed; none where it was more than one, or something else.
pub fn altered(figures: &Value, checksum: &str) -> Option<Altered> {
    let (text, numbers) = spelled(figures);
    let mut before = Sha256::new();
    let mut done = 0;
    for Number { route, range, is } in numbers {
        before.update(&text[done..range.start]);
        done = range.start;
        let fits = |was: &u32| {
            let mut hash = before.clone();
            hash.update(was.to_string());
            hash.update(&text[range.end..]);
            crate::load::hexadecimal(&hash.finalize()) == checksum
        };
        // A slip of the pen is seldom more than a digit.
        let mut tried = 0..=is.saturating_mul(10).saturating_add(30).min(MOST);
        if let Some(was) = tried.find(fits) {
            return Some(Altered { route, was, is });
        }
    }
    None
}
