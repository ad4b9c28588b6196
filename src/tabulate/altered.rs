//! Which figure was changed after a checksum was made: the one that, were it another,
//! would make the checksum fit.

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::canonical::{Number, spelled};

/// Values so near to a figure are tried, and all up to this one.
const NEAR: u32 = 30;

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
        if let Some(was) = likely(is).into_iter().find(fits) {
            return Some(Altered { route, was, is });
        }
    }
    None
}

/// What a figure may have been: one near by, or one that differs in a digit.
fn likely(is: u32) -> BTreeSet<u32> {
    let near = is.saturating_sub(NEAR)..=is.saturating_add(NEAR);
    let digits = is.to_string();
    let (mut texts, all) = (Vec::new(), "0123456789");
    for (before, after) in (0..=digits.len()).map(|at| digits.split_at(at)) {
        let without = after.get(1..);
        texts.extend(without.map(|after| format!("{before}{after}")));
        for digit in all.chars() {
            texts.push(format!("{before}{digit}{after}"));
            texts.extend(without.map(|after| format!("{before}{digit}{after}")));
        }
    }
    let others = texts.iter().filter_map(|text| text.parse().ok());
    let mut all: BTreeSet<u32> = near.chain(0..=NEAR).chain(others).collect();
    all.remove(&is);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabulate::canonical::checksum;
    use serde_json::json;

    #[test]
    fn one_figure_that_was_changed_is_found() {
        let figures = |roll: u32, lost: u32| json!({"乙": {"在册": roll}, "甲": {"失联": lost}});
        let sum = checksum(&figures(1204, 3));
        for (roll, lost, route, was, is) in [
            (1204, 4, ["甲", "失联"], 3, 4),
            (1204, 0, ["甲", "失联"], 3, 0),
            (1204, 13, ["甲", "失联"], 3, 13),
            (1284, 3, ["乙", "在册"], 1204, 1284),
            (124, 3, ["乙", "在册"], 1204, 124),
            (11204, 3, ["乙", "在册"], 1204, 11204),
        ] {
            let found = altered(&figures(roll, lost), &sum);
            let route = route.map(str::to_owned).to_vec();
            assert_eq!(found, Some(Altered { route, was, is }));
        }
        assert_eq!(altered(&figures(1205, 4), &sum), None);
        assert_eq!(altered(&figures(1204, 3), "no checksum"), None);
    }
}
