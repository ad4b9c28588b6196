//! Family 12: transfers.

pub mod late_receipt;
pub mod pocket;
pub mod validity;

use crate::check::rule::registered;

registered! {
    pocket late_receipt validity
}
