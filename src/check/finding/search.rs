//! The search for a lost member (family 06, its second half).

use chrono::NaiveDate;

use crate::check::registry::{
    FOUND_OR_NOT, LATER_CONTACT, NO_SEARCHES, ONE_METHOD, Rule, SEARCH_OUTSIDE,
};

/// What is wrong with a search and its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchFinding {
    /// 无法取得联系 without any 查找记录.
    NoSearches,
    /// All attempts in one way.
    OneMethod,
    /// An attempt outside of the round.
    Outside {
        /// First day of the round.
        from: NaiveDate,
        /// Last day of the search.
        to: NaiveDate,
    },
    /// A later contact elsewhere in the file.
    LaterContact {
        /// Its key.
        key: &'static str,
    },
    /// 取得联系日期, although 结果 says otherwise.
    FoundOrNot {
        /// What 结果 says.
        result: &'static str,
    },
}

impl SearchFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::NoSearches => &NO_SEARCHES,
            Self::OneMethod => &ONE_METHOD,
            Self::Outside { .. } => &SEARCH_OUTSIDE,
            Self::LaterContact { .. } => &LATER_CONTACT,
            Self::FoundOrNot { .. } => &FOUND_OR_NOT,
        }
    }
}
