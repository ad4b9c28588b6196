//! Family 04: codes and values.

pub mod missing_value;
pub mod no_row;
pub mod not_amount;
pub mod not_boolean;
pub mod not_education;
pub mod not_ethnicity;
pub mod not_integer;
pub mod not_listed;
pub mod not_one_line;
pub mod uncounted_ethnicity;
pub mod uncounted_post;
pub mod unfinished;

use crate::check::rule::registered;

registered! {
    not_listed not_ethnicity not_education not_integer not_amount not_boolean unfinished
    uncounted_ethnicity missing_value not_one_line
    no_row uncounted_post
}
