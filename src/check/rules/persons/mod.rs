//! Family 16: the same person twice.

pub mod same_person;

use crate::check::rule::registered;

registered! {
    same_person
}
