//! What was found, where, and whom it concerns.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::finding::Finding;
use super::rule::{Rule, Severity};
use crate::model::handle::{MemberId, UnitId};
use crate::model::node::Span;
use crate::model::provenance::Keys;
use crate::model::value::Placed;

/// A finding of a rule.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is: as the rule says, unless the workspace sets it otherwise.
    pub severity: Severity,
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The place in the file.
    pub at: At,
    /// What was found.
    pub finding: Finding,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Which outputs it keeps from being right.
    pub affected: Affected,
}

impl Diagnostic {
    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// With another place that belongs to it; in the same file it may be what is wrong.
    pub fn beside(mut self, path: &Path, place: impl Placed, relationship: Relationship) -> Self {
        if *path == self.path {
            self.affected.keys = self.affected.keys.join(place.keys());
        }
        self.related.push(Related {
            path: path.to_owned(),
            at: At::Span(place.span()),
            relationship,
        });
        self
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// A line and a column, from 1, of a file that is no text.
    LineColumn(u32, u32),
    /// A range of bytes.
    Span(Span),
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// The file.
    pub path: PathBuf,
    /// The place.
    pub at: At,
    /// What it has to do with the finding.
    pub relationship: Relationship,
}

/// What a place has to do with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// The key stands here for the first time.
    FirstOccurrence,
    /// The day that makes it wrong.
    DecidingDate,
    /// What it does not agree with.
    Compared,
    /// The fact on record that decides.
    Fact,
    /// The words that say it.
    Said,
    /// In a conflict, what both sides had before.
    CommonVersion,
    /// In a conflict, what the other side has.
    OtherSide,
    /// The end of a conflict.
    EndOfConflict,
}

/// Which outputs a finding keeps from being right: those that are about whom it names,
/// and use one of the keys that it spoils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The unit; everything where there is none.
    pub unit: Option<UnitId>,
    /// The member of the unit; the whole unit where there is none.
    pub member: Option<MemberId>,
    /// Members of whom it may be about as well: which of them is wrong nobody can tell.
    pub others: Vec<(UnitId, MemberId)>,
    /// The forms; all where there are none.
    pub forms: Vec<String>,
    /// The keys that it spoils.
    pub keys: Keys,
    /// Whether it is about the unit's own outputs alone, not those below and above.
    pub alone: bool,
    /// Whether it is about a value that cannot be read: what is decided whatever that may
    /// be stays right.
    pub unread: bool,
    /// Whether the outputs that it spoils are left out, and all others made without them.
    pub aside: bool,
}

impl Affected {
    /// No output can be right.
    pub fn everything() -> Self {
        Self {
            unit: None,
            member: None,
            others: Vec::new(),
            forms: Vec::new(),
            keys: Keys::ALL,
            alone: false,
            unread: false,
            aside: false,
        }
    }

    /// Whether no output can be right, of whatever form and unit.
    pub fn is_of_everything(&self) -> bool {
        self.unit.is_none() && self.forms.is_empty() && self.keys == Keys::ALL
    }

    /// Only the unit's own outputs, not those below and above.
    pub fn alone(self) -> Self {
        Self {
            alone: true,
            ..self
        }
    }

    /// The outputs of a unit and of those above it.
    pub fn unit(unit: UnitId) -> Self {
        Self {
            unit: Some(unit),
            ..Self::everything()
        }
    }

    /// The outputs that need a member.
    pub fn member(unit: UnitId, member: MemberId) -> Self {
        Self {
            member: Some(member),
            ..Self::unit(unit)
        }
    }

    /// The same of each whom it may be about, one by one.
    pub fn each(&self) -> impl Iterator<Item = Cow<'_, Self>> {
        let others = self.others.iter().map(|(unit, member)| {
            let other = Self {
                unit: Some(*unit),
                member: Some(*member),
                others: Vec::new(),
                ..self.clone()
            };
            Cow::Owned(other)
        });
        std::iter::once(Cow::Borrowed(self)).chain(others)
    }

    /// The same, but for the outputs of other forms.
    pub fn only(self, forms: &[&str]) -> Self {
        Self {
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            ..self
        }
    }

    /// The same, left out without keeping others from being made.
    pub fn aside(self) -> Self {
        Self {
            aside: true,
            ..self
        }
    }

    /// Only what follows from these keys.
    pub fn of(self, keys: Keys) -> Self {
        Self { keys, ..self }
    }

    /// Whether it is about single forms only, whomever they are for, or about what is put
    /// aside: then all other outputs can be made.
    pub fn is_of_forms(&self) -> bool {
        self.aside || self.unit.is_none() && !self.forms.is_empty()
    }
}
