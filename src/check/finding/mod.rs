//! What was found, not yet in words: the words are made of it in
//! [`crate::report::words`].

mod decision;
mod round;
mod waiver;

pub use decision::DecisionFinding;
pub use round::RoundFinding;
pub use waiver::WaiverFinding;

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;

use super::diagnostic::{At, Concern, Diagnostic};
use super::registry::*;
use super::rule::{Rule, Violation};
use crate::tabulate::relations::Broken;
use crate::tabulate::reported::ReportFaultKind;

/// What was found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// What a rule found.
    Of(Arc<dyn Violation>),
    /// Neither day of last contact is given.
    NoLastContact,
    /// 已取得联系 without a day.
    NoFoundDate,
    /// 查找中, with 填表日期 after (true) or before the end of the search.
    StillSearching {
        /// Whether the search is over.
        over: bool,
        /// Whether 结果 is given at all.
        given: bool,
    },
    /// 失联 without one of the eight groups.
    NoOccupation,
    /// 情形 ⑦ without a reason in 备注.
    NoReason,
    /// A 失联 block of a member who is in none of 附件3–5.
    InNoRegister,
    /// Lost for six months only during the search: in 附件5 and not in 附件3.
    LostDuringSearch,
    /// A disposition dated after 附件7 is filled in.
    LateDisposition,
    /// Dispositions of a member outside 附件4 and 附件5.
    DispositionOutside,
    /// A date or a value leaves open what a form says of a member.
    Undecided {
        /// The form.
        form: String,
        /// The column; none where it is open whether he stands there at all.
        column: Option<String>,
        /// The key that is missing; none where a date is too coarse.
        missing: Option<String>,
    },
    /// A printed value shows both its readings.
    BothReadings {
        /// What is printed.
        fact: String,
        /// Both readings, as printed.
        shown: String,
    },
    /// A branch without 党组织类别.
    NoClass,
    /// 填表日期 names a form that does not exist.
    UnknownForm {
        /// What it names.
        form: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// Figures taken over.
    Reported(String, ReportFaultKind),
    /// Figures taken over say another day than the round.
    ReportedDay,
    /// Figures taken over that were changed after they were handed in.
    Checksum,
    /// A relation between tables.
    Relation {
        /// The form.
        form: String,
        /// The relation.
        broken: Broken,
        /// What may be at fault.
        blame: Blame,
        /// Whether the form says that it is only to be warned of.
        is_warning: bool,
    },
    /// A disposition.
    Decision(DecisionFinding),
    /// An organisation or the round.
    Round(RoundFinding),
    /// A waiver, or a level set for a rule.
    Waiver(WaiverFinding),
}

/// What may be at fault where figures do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The figures that a unit has handed up.
    Figures,
    /// The declaration of a form of the workspace's own, seen in a unit.
    Form(String),
    /// Nothing that stands in a file.
    Program,
}

macro_rules! families {
    ($($family:ident: $finding:ident),* $(,)?) => {
        $(impl From<$finding> for Finding {
            fn from(finding: $finding) -> Self {
                Self::$family(finding)
            }
        })*
    };
}

families! {
    Decision: DecisionFinding,
    Round: RoundFinding,
    Waiver: WaiverFinding,
}

impl<V: Violation> From<V> for Finding {
    fn from(violation: V) -> Self {
        Self::Of(Arc::new(violation))
    }
}

impl Finding {
    /// What was found, where it is of a type.
    pub fn get<V: Violation>(&self) -> Option<&V> {
        let Self::Of(violation) = self else {
            return None;
        };
        let any: &dyn Any = &**violation;
        any.downcast_ref()
    }

    /// A diagnostic of this finding at a place.
    pub fn at(self, path: PathBuf, at: At, concern: Concern) -> Diagnostic {
        Diagnostic {
            rule: self.rule(),
            severity: self.rule().severity,
            path,
            at,
            finding: self,
            related: Vec::new(),
            concern,
        }
    }

    /// The rule that a finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Of(violation) => violation.rule(),
            Self::NoLastContact => &NO_LAST_CONTACT,
            Self::NoFoundDate => &NO_FOUND_DATE,
            Self::StillSearching { over: true, .. } => &STILL_SEARCHING,
            Self::StillSearching { over: false, .. } => &SEARCHING,
            Self::NoOccupation => &NO_OCCUPATION,
            Self::NoReason => &NO_REASON,
            Self::InNoRegister => &IN_NO_REGISTER,
            Self::LostDuringSearch => &LOST_DURING_SEARCH,
            Self::LateDisposition => &LATE_DISPOSITION,
            Self::DispositionOutside => &DISPOSITION_OUTSIDE,
            Self::Undecided {
                missing: Some(_), ..
            } => &MISSING_VALUE,
            Self::Undecided { missing: None, .. } => &UNDECIDED,
            Self::BothReadings { .. } => &BOTH_READINGS,
            Self::NoClass => &NO_CLASS,
            Self::UnknownForm { .. } => &UNKNOWN_FORM,
            Self::Reported(..) => &REPORTED,
            Self::ReportedDay => &REPORTED_DAY,
            Self::Checksum => &CHECKSUM,
            Self::Relation {
                blame, is_warning, ..
            } => match (blame, is_warning) {
                (Blame::Form(_), false) => &OWN_RELATION,
                (Blame::Form(_), true) => &OWN_WARNING,
                (_, false) => &RELATION,
                (_, true) => &WITHIN_ROLL,
            },
            Self::Decision(finding) => finding.rule(),
            Self::Round(finding) => finding.rule(),
            Self::Waiver(finding) => finding.rule(),
        }
    }
}
