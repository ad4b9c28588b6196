//! Family 00: keys.

pub mod cut_by_comment;
pub mod duplicate_key;
pub mod missing_key;
pub mod not_list;
pub mod not_map;
pub mod not_scalar;
pub mod unknown_key;

use crate::check::rule::registered;

registered! {
    unknown_key duplicate_key missing_key not_map not_list not_scalar cut_by_comment
}
