//! Family 15: family and introducers.

use crate::check::rule::registered;

registered! {}
