//! Family 05: residence, telephones, dues.

pub mod long_residence;
pub mod low_dues;
pub mod not_messenger;
pub mod not_mobile;

use crate::check::rule::registered;

registered! {
    long_residence not_mobile not_messenger low_dues
}
