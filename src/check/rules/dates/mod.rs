//! Family 03: dates and the order of events.

use crate::check::rule::registered;

registered! {}
