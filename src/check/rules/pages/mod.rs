//! Family 11: pages that break the contract.

use crate::check::rule::registered;

registered! {}
