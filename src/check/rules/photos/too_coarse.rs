//! A photo has pixels enough for print as 2寸 (domain: GB/T 9704 in numbers).

use super::wrong_ratio::SIZE;
use crate::check::prelude::*;
use crate::load::Photo;

rule! {
    /// A photo with too few pixels for print.
    TooCoarse {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
        /// Dots per inch at its printed size.
        dpi: u32,
    } = W0805 "照片分辨率不足" Warning, waivable;
    zh "照片只有 {width}×{height} 像素，印成 2 寸只有 {dpi} dpi，会模糊"
       "重新扫描或拍照，至少 413×578 像素（300 dpi）";
    en "the photo of {width} by {height} pixels prints at {dpi} dpi only"
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
    let printed = (SIZE.0 / width as f64).min(SIZE.1 / height as f64);
    let dpi = (MM_PER_INCH / printed) as u32;
    is_coarse.then_some(TooCoarse { width, height, dpi })
}
