//! Family 14: members away.

use crate::check::rule::registered;

registered! {}
