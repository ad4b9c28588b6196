//! Family 04: codes and values.

use crate::check::rule::registered;

registered! {}
