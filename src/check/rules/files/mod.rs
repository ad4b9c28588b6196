//! Family 00: files and folders.

use crate::check::rule::registered;

registered! {}
