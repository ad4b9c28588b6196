//! Family 13: stays abroad.

pub mod no_membership;
pub mod not_resumed;
pub mod stays_overlap;

use crate::check::rule::registered;

registered! {
    no_membership stays_overlap not_resumed
}
