//! A photo has pixels enough for print as 2寸 (domain: GB/T 9704 in numbers).

use super::wrong_ratio::{self, SIZE};
use crate::check::prelude::*;
use crate::load::Photo;

rule! {
    /// A photo with too few pixels for print.
    TooCoarse {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
        /// Dots per inch at its printed size, once it has the shape of 2寸.
        dpi: u32,
        /// Whether it has to be cropped to that shape.
        cropped: bool,
    } = W0805 "照片分辨率不足" Warning, waivable;
    zh { format!(
            "照片只有 {width}×{height} 像素，{} 2 寸只有 {dpi} dpi，会模糊",
            if *cropped { "裁成" } else { "印成" },
       ) }
       "重新扫描或拍照，至少 413×578 像素（300 dpi）";
    en { format!(
            "the photo of {width} by {height} pixels prints at {dpi} dpi only{}",
            if *cropped { " once it is cropped" } else { "" },
       ) }
       "scan it anew, at least 413 by 578 pixels (300 dpi)";
}

/// Dots per inch that print needs.
const DPI: f64 = 300.0;
const MM_PER_INCH: f64 = 25.4;

/// What is wrong with the resolution of a photo.
pub fn of(photo: &Photo) -> Option<TooCoarse> {
    let (width, height) = (photo.width, photo.height);
    // A size in pixels is rounded: 413 × 579 is 2寸 at 300 dpi.
    let dots = |mm: f64| (mm / MM_PER_INCH * DPI).floor();
    let is_coarse = (width as f64) < dots(SIZE.0) || (height as f64) < dots(SIZE.1);
    // Of what is wider or higher than 2寸 only a part is left.
    let per_mm = (width as f64 / SIZE.0).min(height as f64 / SIZE.1);
    let dpi = (per_mm * MM_PER_INCH) as u32;
    let cropped = wrong_ratio::of(photo).is_some();
    is_coarse.then_some(TooCoarse {
        width,
        height,
        dpi,
        cropped,
    })
}
