//! Family 17: waivers and levels.

pub mod refused_level;
pub mod refused_waiver;
pub mod unknown_level;
pub mod unknown_waiver;
pub mod unused_waiver;

use crate::check::rule::registered;

registered! {
    unknown_waiver unused_waiver refused_waiver unknown_level refused_level
}
