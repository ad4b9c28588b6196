//! Family 11: declarations and layouts of forms.

use crate::check::rule::registered;

registered! {}
