//! Family 09: organisations and the round.

use crate::check::rule::registered;

registered! {}
