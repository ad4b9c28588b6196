//! Family 15: family and introducers.

pub mod age_differs;
pub mod introducers;
pub mod no_age;
pub mod no_politics;

use crate::check::rule::registered;

registered! {
    no_age no_politics age_differs introducers
}
