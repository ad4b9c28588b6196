//! Family 16: the same person twice.

use crate::check::rule::registered;

registered! {}
