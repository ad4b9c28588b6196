//! Family 01: ID numbers.

pub mod birth_differs;
pub mod counted_twice;
pub mod no_such_birth;
pub mod not_id_number;
pub mod old_id_number;
pub mod same_number;
pub mod sex_differs;
pub mod unknown_area;
pub mod wrong_checksum;

use crate::check::rule::registered;

registered! {
    wrong_checksum not_id_number old_id_number birth_differs sex_differs unknown_area
    same_number no_such_birth counted_twice
}
