//! What could not be read, as findings of the rules for it.

use super::keys::{self, unknown_key::UnknownKey};
use super::names::{invisible::Invisible, look_alike::LookAlike, private_use::PrivateUse};
use super::organisations::several_units::SeveralUnits;
use super::values::{self, not_integer::NotInteger, not_listed::NotListed};
use super::{dates, id_numbers};
use crate::check::Finding;
use crate::model::problem::Fault;
use crate::model::value::Reason;

impl From<Fault> for Finding {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::UnknownKey(unknown) => UnknownKey::InBlock(unknown).into(),
            Fault::DuplicateKey { key, .. } => keys::duplicate_key::DuplicateKey { key }.into(),
            Fault::MissingKey { key } => keys::missing_key::MissingKey::Key(key).into(),
            Fault::NoValue { key } => keys::missing_key::MissingKey::Value(key).into(),
            Fault::SeveralUnits => SeveralUnits {}.into(),
            Fault::NotMap(block) => keys::not_map::NotMap { block }.into(),
            Fault::NotList => keys::not_list::NotList {}.into(),
            Fault::CutByComment { text } => keys::cut_by_comment::CutByComment { text }.into(),
            Fault::PrivateUse(c) => PrivateUse { code: c.into() }.into(),
            Fault::LookAlike(character, meant) => LookAlike { character, meant }.into(),
            Fault::Invisible(c) => Invisible { code: c.into() }.into(),
            Fault::BadValue { text, reason } => unread(text, reason),
        }
    }
}

/// A text that means nothing where it stands.
pub fn unread(text: String, reason: Reason) -> Finding {
    match reason {
        Reason::NotGiven => keys::missing_key::MissingKey::Value(text).into(),
        Reason::NotOneLine => values::not_one_line::NotOneLine { text }.into(),
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
        Reason::NotEthnicity => values::not_ethnicity::NotEthnicity { text }.into(),
        Reason::NotEducation => values::not_education::NotEducation { text }.into(),
        Reason::NotInteger => NotInteger::Whole(text).into(),
        Reason::NotNumber => NotInteger::Any(text).into(),
        Reason::NotAmount => values::not_amount::NotAmount { text }.into(),
        Reason::NotBoolean => values::not_boolean::NotBoolean { text }.into(),
    }
}
