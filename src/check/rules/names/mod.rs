//! Family 02: names and characters.

pub mod not_composed;
pub mod other_dot;

use crate::check::rule::registered;

registered! {
    other_dot not_composed
}
