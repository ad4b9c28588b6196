//! Family 07: dispositions.

use crate::check::rule::registered;

registered! {}
