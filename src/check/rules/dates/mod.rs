//! Family 03: dates and the order of events.

pub mod both_readings;
pub mod confirmed_early;
pub mod day_needed;
pub mod future;
pub mod no_probation;
pub mod no_such_day;
pub mod not_date;
pub mod odd_order;
pub mod out_of_order;
pub mod probation;
pub mod undecided;
pub mod under_age;
pub mod under_age_early;

use crate::check::rule::registered;

registered! {
    not_date no_such_day day_needed undecided both_readings out_of_order odd_order future
    under_age under_age_early confirmed_early probation no_probation
}
