//! The order of a life's events (family 03).

use chrono::NaiveDate;

use crate::check::registry::{
    CONFIRMED_EARLY, FUTURE, NO_PROBATION, ODD_ORDER, OUT_OF_ORDER, PROBATION, UNDER_AGE,
    UNDER_AGE_EARLY,
};
use crate::check::rule::Rule;

/// What is wrong with the dates of a life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifeFinding {
    /// A date before another that it must follow.
    OutOfOrder {
        /// The key of the date.
        later: &'static str,
        /// The key of the date it must follow.
        earlier: &'static str,
    },
    /// A date that is before or behind another, which is odd.
    OddOrder {
        /// The key of the date.
        key: &'static str,
        /// Whether it is before the other rather than behind it.
        before: bool,
        /// The key of the other.
        other: &'static str,
    },
    /// A date after the forms are filled in.
    Future {
        /// The key.
        key: &'static str,
        /// The last 填表日期.
        filled_on: NaiveDate,
    },
    /// Admitted before the 18th birthday.
    UnderAge {
        /// The age at most.
        age: i32,
        /// Whether admitted before 1982-09-06.
        early: bool,
    },
    /// Confirmed before a year was over.
    ConfirmedEarly {
        /// The first day of full membership.
        due: NaiveDate,
    },
    /// Confirmed neither in time nor after an extension.
    Probation {
        /// The first day of full membership.
        due: NaiveDate,
    },
    /// Not confirmed, though even an extended 预备期 is over.
    NeverConfirmed {
        /// The first day of full membership.
        due: NaiveDate,
    },
    /// Confirmed on another day than admitted, when there was no 预备期.
    NoProbation,
}

impl LifeFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::OutOfOrder { .. } => &OUT_OF_ORDER,
            Self::OddOrder { .. } => &ODD_ORDER,
            Self::Future { .. } => &FUTURE,
            Self::UnderAge { early: false, .. } => &UNDER_AGE,
            Self::UnderAge { early: true, .. } => &UNDER_AGE_EARLY,
            Self::ConfirmedEarly { .. } => &CONFIRMED_EARLY,
            Self::Probation { .. } | Self::NeverConfirmed { .. } => &PROBATION,
            Self::NoProbation => &NO_PROBATION,
        }
    }
}
