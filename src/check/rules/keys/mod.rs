//! Family 00: keys.

pub mod cut_by_comment;
pub mod duplicate_key;
pub mod missing_key;
pub mod not_list;
pub mod not_map;
pub mod not_scalar;
pub mod unknown_key;

use self::unknown_key::UnknownKey;
use super::names::{invisible::Invisible, private_use::PrivateUse};
use super::organisations::several_units::SeveralUnits;
use super::values::unread;
use crate::check::Finding;
use crate::check::rule::registered;
use crate::model::problem::Fault;

registered! {
    unknown_key duplicate_key missing_key not_map not_list not_scalar cut_by_comment
}

impl From<Fault> for Finding {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::UnknownKey { key, nearest } => UnknownKey::InBlock(key, nearest).into(),
            Fault::DuplicateKey { key, .. } => duplicate_key::DuplicateKey { key }.into(),
            Fault::MissingKey { key } => missing_key::MissingKey { key }.into(),
            Fault::SeveralUnits => SeveralUnits {}.into(),
            Fault::NotMap => not_map::NotMap {}.into(),
            Fault::NotList => not_list::NotList {}.into(),
            Fault::CutByComment { text } => cut_by_comment::CutByComment { text }.into(),
            Fault::PrivateUse(c) => PrivateUse { code: c.into() }.into(),
            Fault::Invisible(c) => Invisible { code: c.into() }.into(),
            Fault::BadValue { text, reason } => unread(text, reason),
        }
    }
}
