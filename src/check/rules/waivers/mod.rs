//! Family 17: waivers and levels.

use crate::check::rule::registered;

registered! {}
