//! Family 12: transfers.

pub mod gap;
pub mod late_receipt;
pub mod letter_lacks;
pub mod letter_too_long;
pub mod letter_twice;
pub mod letter_unmade;
pub mod pocket;
pub mod validity;

use crate::check::rule::registered;

registered! {
    pocket late_receipt validity letter_too_long letter_lacks letter_twice gap letter_unmade
}

/// The form that prints letters of introduction.
pub const LETTER: &str = "介绍信";
