//! What a row changes in the file of its member: what that does not give is added, what it
//! gives otherwise is a conflict, and stays unless the call says what stands.

use super::Take;
use super::draft::Draft;
use super::known::Target;
use crate::author::filled;
use crate::author::member::{Given, changed, given, new_file, read, relisted, with};
use crate::load::File;
use crate::model::date::PartialDate;
use crate::model::member::Member;
use crate::model::problem::Fault;
use crate::model::provenance::KeyId;
use crate::model::value::Scalar as _;
use unicode_normalization::UnicodeNormalization as _;

/// A value that the sheet and the file give otherwise.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The key.
    pub key: KeyId,
    /// What the file says.
    pub file: String,
    /// What the sheet says.
    pub sheet: String,
    /// Whether the call says what stands, and that could be written.
    pub is_settled: bool,
    /// Whether only a hand can write it into the file.
    pub is_by_hand: bool,
}

/// A file after a row was merged into it.
#[derive(Debug)]
pub struct Merged {
    /// Its text.
    pub text: String,
    /// How many values were added or changed.
    pub changes: usize,
    /// Values that differ.
    pub conflicts: Vec<Conflict>,
}

/// Merges a row into the file of its member, or makes that.
pub fn merge(draft: &Draft, target: &Target, take: Option<Take>) -> Merged {
    let Some(before) = &target.before else {
        return Merged {
            text: new_file(&draft.values),
            changes: draft.values.len(),
            conflicts: Vec::new(),
        };
    };
    let mut merged = Merged {
        text: before.clone(),
        changes: 0,
        conflicts: Vec::new(),
    };
    let given_by = |text: &str| read(text).record.as_ref().map(given).unwrap_or_default();
    let mut file = given_by(before);
    for (key, sheet) in &draft.values {
        let changes = merged.changes;
        // A key with nothing behind it says as little as none.
        let there = file
            .get(key)
            .filter(|there| there.iter().any(|one| !one.text.trim().is_empty()));
        match there {
            None => merged.add(*key, sheet, file.get(key).map(Vec::as_slice)),
            Some(there) if says(there, sheet) => {}
            Some(there) => merged.conflict(*key, there, sheet, take),
        }
        // Places have moved.
        if merged.changes > changes {
            file = given_by(&merged.text);
        }
    }
    merged
}

impl Merged {
    fn add(&mut self, key: KeyId, sheet: &[String], empty: Option<&[Given]>) {
        let added = match (empty, sheet) {
            (Some([one]), [new]) => changed(&self.text, key, one, new),
            _ => with(&self.text, key, sheet),
        };
        match added.or_else(|| filled(&self.text, key, sheet)) {
            Some(text) => {
                self.text = text;
                self.changes += 1;
            }
            None => self.conflicts.push(Conflict {
                key,
                file: String::new(),
                sheet: sheet.join("、"),
                is_settled: false,
                is_by_hand: true,
            }),
        }
    }

    fn conflict(&mut self, key: KeyId, there: &[Given], sheet: &[String], take: Option<Take>) {
        let texts: Vec<&str> = there.iter().map(|one| one.text.as_str()).collect();
        let written = match (take, there, sheet) {
            (Some(Take::Sheet), [one], [new]) => changed(&self.text, key, one, new),
            (Some(Take::Sheet), ..) => relisted(&self.text, key, there, sheet),
            _ => None,
        };
        self.conflicts.push(Conflict {
            key,
            file: texts.join("、"),
            sheet: sheet.join("、"),
            is_settled: written.is_some() || take == Some(Take::File),
            is_by_hand: written.is_none() && take == Some(Take::Sheet),
        });
        if let Some(text) = written {
            self.text = text;
            self.changes += 1;
        }
    }
}

/// Whether a file says what the sheet says: a date that it knows better is no other.
fn says(there: &[Given], sheet: &[String]) -> bool {
    let is_same = |(one, sheet): (&Given, &String)| match &one.meant {
        Ok(text) => is_alike(text, sheet) || is_better(text, sheet),
        Err(_) => false,
    };
    // A list of posts may be written as one text.
    let joined = |texts: &mut dyn Iterator<Item = &str>| texts.collect::<Vec<_>>().join("、");
    let file = joined(&mut there.iter().filter_map(|one| one.meant.as_deref().ok()));
    there.len() == sheet.len() && there.iter().zip(sheet).all(is_same)
        || there.iter().all(|one| one.meant.is_ok())
            && file == joined(&mut sheet.iter().map(String::as_str))
}

/// Whether two texts differ in spelling alone: 35 and 35.00, wide and narrow characters,
/// spaces.
fn is_alike(one: &str, other: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok().filter(|_| text.len() < 15);
    let spelled = |text: &str| -> String {
        let text = text.nfkc().filter(|c| !c.is_whitespace());
        text.collect()
    };
    let numbers = number(one).zip(number(other));
    one == other
        || numbers.is_some_and(|(one, other)| one == other)
        || spelled(one) == spelled(other)
}

/// Whether the file knows to the day, or the month, what the sheet knows less well.
fn is_better(file: &str, sheet: &str) -> bool {
    match (PartialDate::read(file), PartialDate::read(sheet)) {
        (Ok(file), Ok(sheet)) => {
            sheet.earliest() <= file.earliest() && file.latest() <= sheet.latest()
        }
        _ => false,
    }
}

/// The keys that a file must give and does not, those of its blocks among them.
pub fn missing(file: &File<Member>) -> Vec<&'static str> {
    let missing = file
        .problems
        .iter()
        .filter_map(|problem| match problem.fault {
            Fault::MissingKey { .. } => problem.keys.iter().next(),
            _ => None,
        });
    missing.map(KeyId::route).collect()
}
