//! A picture has dots enough for its size.

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A picture with too few dots for its size.
    CoarsePicture {
        /// The page.
        place: PagePlace,
        /// Width in mm.
        width: f64,
        /// Height in mm.
        height: f64,
        /// Dots an inch.
        dpi: u32,
    } = W1112 "照片印得太大" Warning;
    zh "{place}的照片印成 {width:.0} × {height:.0} 毫米，只有每英寸 {dpi} 点，会发虚"
       "换一张更清楚的照片，或者印小一些";
    en "{place:#}: the photo is printed at {width:.0} × {height:.0} mm with {dpi} dots an inch"
       "take a photo with more dots, or print it smaller";
}
