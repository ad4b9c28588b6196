//! Family 10: relations of tables.

use crate::check::rule::registered;

registered! {}
