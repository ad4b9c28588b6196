//! Family 00: what is no YAML that can be read.

use crate::check::rule::registered;

registered! {}
