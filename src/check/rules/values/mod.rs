//! Family 04: codes and values.

pub mod missing_value;
pub mod not_amount;
pub mod not_boolean;
pub mod not_education;
pub mod not_ethnicity;
pub mod not_integer;
pub mod not_listed;
pub mod uncounted_ethnicity;
pub mod unfinished;

use self::not_integer::NotInteger;
use self::not_listed::NotListed;
use super::{dates, id_numbers, keys};
use crate::check::Finding;
use crate::check::rule::registered;
use crate::model::value::Reason;

registered! {
    not_listed not_ethnicity not_education not_integer not_amount not_boolean unfinished
    uncounted_ethnicity missing_value
}

/// A text that means nothing where it stands.
pub fn unread(text: String, reason: Reason) -> Finding {
    match reason {
        Reason::NotScalar => keys::not_scalar::NotScalar {}.into(),
        Reason::OldIdNumber(new) => {
            let check = new.chars().last().unwrap_or('X');
            id_numbers::old_id_number::OldIdNumber { text, check }.into()
        }
        Reason::NotIdNumber => id_numbers::not_id_number::NotIdNumber { text }.into(),
        Reason::NotDate => dates::not_date::NotDate { text }.into(),
        Reason::NoSuchDay => dates::no_such_day::NoSuchDay { text }.into(),
        Reason::DayNeeded => dates::day_needed::DayNeeded { text }.into(),
        Reason::NotListed(words) => NotListed::Given(text, words).into(),
        Reason::NotChosen(words) => NotListed::Chosen(text, words).into(),
        Reason::NotEthnicity => not_ethnicity::NotEthnicity { text }.into(),
        Reason::NotEducation => not_education::NotEducation { text }.into(),
        Reason::NotInteger => NotInteger::Whole(text).into(),
        Reason::NotNumber => NotInteger::Any(text).into(),
        Reason::NotAmount => not_amount::NotAmount { text }.into(),
        Reason::NotBoolean => not_boolean::NotBoolean { text }.into(),
    }
}
