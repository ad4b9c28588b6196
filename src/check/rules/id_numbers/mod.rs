//! Family 01: ID numbers.

use crate::check::rule::registered;

registered! {}
