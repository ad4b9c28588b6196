//! Persons: number, name, ways to reach them (families 01, 02, 05, 16).

use chrono::NaiveDate;

use crate::check::registry::{
    DUES, ID_AREA, ID_BIRTH, ID_CHECKSUM, ID_NO_SUCH_BIRTH, ID_SEX, ID_TWICE, MESSENGER, MOBILE,
    NAME_DOT, NAME_NOT_NFC, RESIDENCE, SAME_PERSON,
};
use crate::check::rule::Rule;
use crate::model::codes::Sex;
use crate::model::scalars::Amount;

/// What is wrong with what identifies a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonFinding {
    /// The check character is not the one that follows from the 17 digits.
    Checksum {
        /// The one that follows.
        computed: char,
    },
    /// The birth date in the ID number is not 出生年月.
    BirthDiffers {
        /// The one in the number.
        of_id: NaiveDate,
    },
    /// The birth date in the ID number is none of the calendar.
    NoSuchBirth {
        /// Its eight digits.
        digits: String,
    },
    /// The sex in the ID number is not 性别.
    SexDiffers {
        /// The one in the number.
        of_id: Sex,
    },
    /// The area code was never in force.
    AreaUnknown {
        /// The first six digits.
        code: String,
    },
    /// The same ID number stands in another file.
    SameNumber,
    /// A name with another dot than U+00B7.
    NameDot {
        /// The name with the right one.
        mended: String,
    },
    /// A name that is not in NFC.
    NotNfc {
        /// The name in NFC.
        mended: String,
    },
    /// 户籍所在地 with more than 32 characters.
    Residence {
        /// How many it has.
        characters: usize,
    },
    /// No mobile number.
    Mobile(String),
    /// Neither a QQ number nor a WeChat name.
    Messenger(String),
    /// Dues below the rate.
    Dues {
        /// The least amount a month.
        least: Amount,
    },
    /// Likely the person of another file.
    SamePerson(Likeness),
}

/// What two files have in common beside the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The date of birth.
    Birth,
    /// ID numbers that differ in one digit or in two neighbours swapped.
    Number,
}

impl PersonFinding {
    /// The rule that the finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Checksum { .. } => &ID_CHECKSUM,
            Self::BirthDiffers { .. } => &ID_BIRTH,
            Self::NoSuchBirth { .. } => &ID_NO_SUCH_BIRTH,
            Self::SexDiffers { .. } => &ID_SEX,
            Self::AreaUnknown { .. } => &ID_AREA,
            Self::SameNumber => &ID_TWICE,
            Self::NameDot { .. } => &NAME_DOT,
            Self::NotNfc { .. } => &NAME_NOT_NFC,
            Self::Residence { .. } => &RESIDENCE,
            Self::Mobile(_) => &MOBILE,
            Self::Messenger(_) => &MESSENGER,
            Self::Dues { .. } => &DUES,
            Self::SamePerson(_) => &SAME_PERSON,
        }
    }
}
