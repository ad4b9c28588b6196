//! A photo has the shape of 2寸 (domain: GB/T 9704 in numbers).

use crate::check::prelude::*;
use crate::load::Photo;

rule! {
    /// A photo that is not as wide to as high as 35 to 49.
    WrongRatio {
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
    } = W0804 "照片不是二寸比例" Warning, waivable;
    zh "照片是 {width}×{height} 像素，不是 2 寸照片的比例（35∶49）"
       "裁成 2 寸：宽 35 毫米、高 49 毫米";
    en "the photo of {width} by {height} pixels is not 35 to 49" "crop it to 35 by 49 mm";
}

/// 2寸 in mm.
pub const SIZE: (f64, f64) = (35.0, 49.0);
/// Its shape may be off by so much: half a millimetre of its width.
const TOLERANCE: f64 = 0.03;

/// What is wrong with the shape of a photo.
pub fn of(photo: &Photo) -> Option<WrongRatio> {
    let (width, height) = (photo.width, photo.height);
    let ratio = (width as f64 / height as f64) / (SIZE.0 / SIZE.1);
    ((ratio - 1.0).abs() > TOLERANCE).then_some(WrongRatio { width, height })
}
