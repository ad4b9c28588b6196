//! Family 14: members away.

pub mod incomplete;

use crate::check::rule::registered;

registered! {
    incomplete
}
