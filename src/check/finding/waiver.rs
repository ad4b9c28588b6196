//! Waivers of members, and levels set for rules (family 17).

use crate::check::registry::{
    LEVEL_REFUSED, LEVEL_UNKNOWN, WAIVER_REFUSED, WAIVER_UNKNOWN, WAIVER_UNUSED,
};
use crate::check::rule::Rule;

/// What is wrong with a waiver or a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaiverFinding {
    /// A waiver of a rule that does not exist; the one most like it.
    Unknown(String, Option<&'static str>),
    /// A waiver of a rule that finds nothing.
    Unused(&'static Rule),
    /// A waiver of a rule that cannot be waived.
    Refused(&'static Rule),
    /// A level for a rule that does not exist; the one most like it.
    UnknownLevel(String, Option<&'static str>),
    /// A level below the error that a rule must be.
    RefusedLevel(&'static Rule),
}

impl WaiverFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Unknown(..) => &WAIVER_UNKNOWN,
            Self::Unused(_) => &WAIVER_UNUSED,
            Self::Refused(_) => &WAIVER_REFUSED,
            Self::UnknownLevel(..) => &LEVEL_UNKNOWN,
            Self::RefusedLevel(_) => &LEVEL_REFUSED,
        }
    }
}
