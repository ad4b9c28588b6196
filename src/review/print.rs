//! What becomes of outputs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::paged::Paged;
use super::planned::{Planned, Readiness};
use crate::forms::usage::Made;
use crate::publish::Output;

/// What becomes of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintStatus {
    /// It is new.
    New,
    /// Nobody is left whom it is about.
    Gone,
    /// It is made of something else.
    Changed,
    /// It is called otherwise, and the same stands on it.
    Moved,
    /// Errors keep it from being made.
    Refused,
    /// It waits for words of a clerk.
    Unfilled,
}

/// What becomes of the file at a path below `out/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileStatus {
    /// It is made now, and was not.
    New,
    /// It was made, and is not now.
    Gone,
    /// It is another one.
    Changed,
}

/// An output that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputChange {
    /// Its path below `out/`.
    pub path: String,
    /// What that was, where it is another.
    pub old_path: Option<String>,
    /// The form.
    pub form: String,
    /// What becomes of it.
    pub change: PrintStatus,
    /// What is known of its pages.
    pub pages: Paged,
    /// The file of the member whom it is about, or the folder of the unit.
    pub about: PathBuf,
    /// What it was made of, where it was, and what it is made of.
    pub(super) made: [Option<Made>; 2],
}

impl OutputChange {
    /// Whether it is about one member.
    pub fn is_of_member(&self) -> bool {
        self.made.iter().flatten().any(|made| made.2.is_some())
    }

    /// What becomes of the files of `out/`: of one that is called otherwise there are two,
    /// of one that could not be made before and cannot now, none.
    pub fn files(&self) -> Vec<(&str, FileStatus)> {
        let new = self.path.as_str();
        let old = self.old_path.as_deref().unwrap_or(new);
        match self.change {
            PrintStatus::New => vec![(new, FileStatus::New)],
            PrintStatus::Changed if old == new => vec![(new, FileStatus::Changed)],
            PrintStatus::Changed | PrintStatus::Moved => {
                vec![(old, FileStatus::Gone), (new, FileStatus::New)]
            }
            _ if self.made[0].is_none() => Vec::new(),
            PrintStatus::Gone | PrintStatus::Refused | PrintStatus::Unfilled => {
                vec![(old, FileStatus::Gone)]
            }
        }
    }
}

/// An output in both states, or in one of them.
pub struct Pair<'a> {
    /// As it was planned, and as it is.
    pub sides: [Option<&'a (Output, Readiness)>; 2],
    /// Whether it is called otherwise now.
    pub is_moved: bool,
}

impl Pair<'_> {
    /// Its output in one state, where it is made there.
    pub fn made(&self, at: usize) -> Option<&Output> {
        let (output, readiness) = self.sides[at]?;
        (*readiness == Readiness::Made).then_some(output)
    }

    /// What becomes of it, with its keys, where it is made, in both states.
    pub fn status(&self, keys: &[Option<String>; 2], is_lost: bool) -> Option<PrintStatus> {
        let made = [0, 1].map(|at| self.made(at).is_some() && keys[at].is_some());
        Some(match (made, self.sides[1]) {
            ([true, true], _) if keys[0] != keys[1] => PrintStatus::Changed,
            ([true, true], _) if self.is_moved => PrintStatus::Moved,
            ([true, true], _) => return None,
            ([false, true], _) => PrintStatus::New,
            ([true, false], None) if is_lost => PrintStatus::Refused,
            ([true, false], None) => PrintStatus::Gone,
            ([true, false], Some((_, Readiness::Unfilled))) => PrintStatus::Unfilled,
            ([true, false], Some(_)) => PrintStatus::Refused,
            // What is new, and at fault.
            ([false, false], Some((_, Readiness::Unfilled))) => return None,
            ([false, false], Some(_)) if self.sides[0].is_none() => PrintStatus::Refused,
            ([false, false], _) => return None,
        })
    }
}

/// The outputs of two states in pairs; `followed` are those of members, as they were called
/// and are.
pub fn pairs<'a>(
    [old, new]: [&'a Planned; 2],
    followed: &[(String, String)],
) -> Vec<(String, Pair<'a>)> {
    let by_path = |planned: &'a Planned| -> BTreeMap<&str, &(Output, Readiness)> {
        let outputs = planned.outputs.iter();
        outputs.map(|(path, it)| (path.as_str(), it)).collect()
    };
    let [mut old, mut new] = [by_path(old), by_path(new)];
    let mut found = Vec::new();
    for (was, is) in followed.iter().filter(|(was, is)| was != is) {
        let is_taken = new.contains_key(&**was) && !followed.iter().any(|(_, is)| is == was);
        if is_taken || !old.contains_key(&**was) || !new.contains_key(&**is) {
            continue;
        }
        let sides = [old.remove(&**was), new.remove(&**is)];
        let is_moved = true;
        found.push((is.clone(), Pair { sides, is_moved }));
    }
    let paths: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    for path in paths {
        let sides = [old.remove(path), new.remove(path)];
        if sides.iter().any(Option::is_some) {
            let is_moved = false;
            found.push((path.to_owned(), Pair { sides, is_moved }));
        }
    }
    found
}

/// The path of a file as it is written everywhere.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
