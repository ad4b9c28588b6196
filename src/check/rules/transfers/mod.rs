//! Family 12: transfers.

use crate::check::rule::registered;

registered! {}
