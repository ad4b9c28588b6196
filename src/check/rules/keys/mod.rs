//! Family 00: keys.

use crate::check::rule::registered;

registered! {}
