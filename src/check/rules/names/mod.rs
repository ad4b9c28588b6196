//! Family 02: names and characters.

use crate::check::rule::registered;

registered! {}
