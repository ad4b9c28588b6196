//! Family 13: stays abroad.

use crate::check::rule::registered;

registered! {}
