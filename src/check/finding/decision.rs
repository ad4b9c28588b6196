//! Dispositions (family 07, its second half).

use crate::check::registry::{MAIN, NOT_ADMISSIBLE, NOT_GROUNDED, OTHER_RECOMMENDED, PENDING};
use crate::check::rule::Rule;
use crate::derive::admission::{Bar, Ground};
use crate::derive::recommended::Recommendation;
use crate::model::codes::Disposition;

/// What is wrong with a disposition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionFinding {
    /// Not for members like this one.
    NotAdmissible(Disposition, Bar),
    /// The fact that makes it admissible is not on record.
    NotGrounded(Disposition, Ground),
    /// Of several entries none or more than one is the main one.
    Main {
        /// How many entries there are.
        entries: usize,
        /// How many are marked.
        marked: usize,
    },
    /// Another one is recommended.
    OtherRecommended {
        /// What was decided.
        decided: Disposition,
        /// What is recommended.
        recommended: Vec<Recommendation>,
    },
    /// Nothing is decided yet.
    Pending {
        /// What is recommended.
        recommended: Vec<Recommendation>,
    },
}

impl DecisionFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::NotAdmissible(..) => &NOT_ADMISSIBLE,
            Self::NotGrounded(..) => &NOT_GROUNDED,
            Self::Main { .. } => &MAIN,
            Self::OtherRecommended { .. } => &OTHER_RECOMMENDED,
            Self::Pending { .. } => &PENDING,
        }
    }
}
