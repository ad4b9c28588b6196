//! Family 02: names and characters.

pub mod invisible;
pub mod look_alike;
pub mod not_composed;
pub mod other_dot;
pub mod private_use;
pub mod stray_dot;

use crate::check::rule::registered;

registered! {
    other_dot not_composed private_use invisible look_alike stray_dot
}
