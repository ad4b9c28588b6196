//! Organisations and the round (family 09, its second half).

use crate::check::registry::{
    NAME_TWICE, POSTCODE, ROUND_DAYS, STAGE_DAYS, STAGE_ORDER, TELEPHONE,
};
use crate::check::rule::Rule;

/// What is wrong with an organisation or the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundFinding {
    /// Another organisation has the same 名称.
    NameTwice(String),
    /// No telephone number.
    Telephone(String),
    /// No postcode.
    Postcode(String),
    /// A day of the round before another that it must follow.
    Days {
        /// The key of the day.
        later: &'static str,
        /// The key of the day it must follow.
        earlier: &'static str,
    },
    /// A stage that ends before it begins.
    StageDays,
    /// A stage that begins before the one before it ended.
    StageOrder,
}

impl RoundFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::NameTwice(_) => &NAME_TWICE,
            Self::Telephone(_) => &TELEPHONE,
            Self::Postcode(_) => &POSTCODE,
            Self::Days { .. } => &ROUND_DAYS,
            Self::StageDays => &STAGE_DAYS,
            Self::StageOrder => &STAGE_ORDER,
        }
    }
}
