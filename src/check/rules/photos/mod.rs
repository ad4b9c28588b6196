//! Family 08: photos.

use crate::check::rule::registered;

registered! {}
