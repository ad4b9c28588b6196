//! Who is who in two states: by the ID number, else by the path.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

use super::person::Number;

/// A member as he is known.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// His file.
    pub path: &'a Path,
    /// His number.
    pub number: Option<&'a Number>,
}

/// By what one is found again: his file, his number.
type Key<'a> = (Option<&'a Path>, Option<&'a str>);

/// The places of those who are the same person in both lists: first who has both file and
/// number, then the number, then the file.
pub fn pairs(old: &[Who<'_>], new: &[Who<'_>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut is_free = [vec![true; old.len()], vec![true; new.len()]];
    for way in [Who::both, Who::by_number, Who::by_path] {
        let mut known: BTreeMap<Key<'_>, VecDeque<usize>> = BTreeMap::new();
        for (at, who) in new.iter().enumerate().filter(|(at, _)| is_free[1][*at]) {
            if let Some(key) = way(*who) {
                known.entry(key).or_default().push_back(at);
            }
        }
        for (at, who) in old.iter().enumerate() {
            let others = way(*who).and_then(|key| known.get_mut(&key));
            let Some(others) = others.filter(|_| is_free[0][at]) else {
                continue;
            };
            let is_it = |other: &&usize| !are_others(*who, new[**other]);
            if let Some(other) = others.iter().find(is_it).copied() {
                others.retain(|it| *it != other);
                is_free[0][at] = false;
                is_free[1][other] = false;
                found.push((at, other));
            }
        }
    }
    found
}

impl<'a> Who<'a> {
    fn both(self) -> Option<Key<'a>> {
        Some((Some(self.path), Some(self.number?.0.as_str())))
    }

    fn by_number(self) -> Option<Key<'a>> {
        Some((None, Some(self.number?.0.as_str())))
    }

    fn by_path(self) -> Option<Key<'a>> {
        Some((Some(self.path), None))
    }
}

/// Whether two have different numbers, each of which may be one: a wrong one says nothing.
fn are_others(old: Who<'_>, new: Who<'_>) -> bool {
    let both = old.number.zip(new.number);
    both.is_some_and(|(own, other)| own.1 && other.1 && own.0 != other.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs_of(old: &[(&str, &str, bool)], new: &[(&str, &str, bool)]) -> Vec<(usize, usize)> {
        let numbers = [old, new].map(|side| {
            let side = side.iter();
            side.map(|(_, number, is_valid)| {
                (!number.is_empty()).then(|| ((*number).to_owned(), *is_valid))
            })
            .collect::<Vec<_>>()
        });
        let who = |side: &[(&str, &str, bool)], at: usize| -> Vec<(String, Option<Number>)> {
            let side = side.iter().zip(&numbers[at]);
            side.map(|((path, ..), number)| ((*path).to_owned(), number.clone()))
                .collect()
        };
        let sides = [who(old, 0), who(new, 1)];
        let [old, new] = sides.each_ref().map(|side| {
            let side = side.iter();
            side.map(|(path, number)| Who {
                path: Path::new(path),
                number: number.as_ref(),
            })
            .collect::<Vec<_>>()
        });
        let mut found = pairs(&old, &new);
        found.sort_unstable();
        found
    }

    #[test]
    fn the_number_tells_people_apart_where_there_is_one() {
        // Renamed, and his old file is another's now.
        let (old, new) = ([("甲", "1", true)], [("甲", "2", true), ("乙", "1", true)]);
        assert_eq!(pairs_of(&old, &new), [(0, 1)]);
        // A namesake took his place.
        assert!(pairs_of(&[("甲", "1", true)], &[("甲", "2", true)]).is_empty());
        // A wrong number was corrected; a number was added; a file cannot be read.
        for (old, new) in [
            (("1", false), ("2", true)),
            (("", true), ("2", true)),
            (("1", true), ("", true)),
        ] {
            assert_eq!(
                pairs_of(&[("甲", old.0, old.1)], &[("甲", new.0, new.1)]),
                [(0, 0)]
            );
        }
        // Two files of one person, of which one is renamed.
        let (old, new) = (
            [("甲", "1", true), ("乙", "1", true)],
            [("丙", "1", true), ("乙", "1", true)],
        );
        assert_eq!(pairs_of(&old, &new), [(0, 0), (1, 1)]);
    }
}
