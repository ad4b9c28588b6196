//! Family 08: photos.

pub mod missing;
pub mod not_image;
pub mod outside;
pub mod too_coarse;
pub mod wrong_ratio;

use crate::check::rule::registered;

registered! {
    missing outside not_image wrong_ratio too_coarse
}
