//! Blocks of keys that are not complete or do not agree: transfers, stays
//! abroad and away, family, introducers, photos (families 08, 12–15).

use chrono::NaiveDate;

use crate::check::registry::{
    AWAY_INCOMPLETE, INTRODUCERS, NO_MEMBERSHIP, NOT_RESUMED, PHOTO_RATIO, PHOTO_RESOLUTION,
    POCKET, RECEIPT_LATE, RELATIVE_AGE, RELATIVE_AGE_DIFFERS, RELATIVE_POLITICS, STAYS_OVERLAP,
    VALIDITY,
};
use crate::check::rule::Rule;

/// What a block lacks, or what in it does not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockFinding {
    /// 口袋党员: the letter of introduction is no longer valid, no receipt.
    Pocket {
        /// The last day of validity.
        valid_until: NaiveDate,
    },
    /// The receipt came after the letter's validity.
    ReceiptLate {
        /// The last day of validity.
        valid_until: NaiveDate,
    },
    /// 有效期天数 outside 1 to 90.
    Validity(i32),
    /// A stay abroad without 党籍处理方式.
    NoMembership,
    /// A stay abroad that begins before the one before it ended.
    StaysOverlap,
    /// Back, without 恢复组织生活情况.
    NotResumed,
    /// A block of 流动 that lacks these keys.
    AwayIncomplete(Vec<&'static str>),
    /// A relative without age or date of birth.
    RelativeAge,
    /// A relative without 政治面貌.
    RelativePolitics,
    /// A relative whose age does not follow from the date of birth.
    RelativeAgeDiffers {
        /// The age that follows, as printed.
        counted: String,
    },
    /// Not two introducers.
    Introducers(usize),
    /// A photo that is not as wide to as high as 35 to 49.
    PhotoRatio {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
    },
    /// A photo with too few pixels for print.
    PhotoResolution {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
        /// Dots per inch at its printed size.
        dpi: u32,
    },
}

impl BlockFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Pocket { .. } => &POCKET,
            Self::ReceiptLate { .. } => &RECEIPT_LATE,
            Self::Validity(_) => &VALIDITY,
            Self::NoMembership => &NO_MEMBERSHIP,
            Self::StaysOverlap => &STAYS_OVERLAP,
            Self::NotResumed => &NOT_RESUMED,
            Self::AwayIncomplete(_) => &AWAY_INCOMPLETE,
            Self::RelativeAge => &RELATIVE_AGE,
            Self::RelativePolitics => &RELATIVE_POLITICS,
            Self::RelativeAgeDiffers { .. } => &RELATIVE_AGE_DIFFERS,
            Self::Introducers(_) => &INTRODUCERS,
            Self::PhotoRatio { .. } => &PHOTO_RATIO,
            Self::PhotoResolution { .. } => &PHOTO_RESOLUTION,
        }
    }
}
