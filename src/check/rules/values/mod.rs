//! Family 04: codes and values.

pub mod missing_value;

use crate::check::rule::registered;

registered! {
    missing_value
}
