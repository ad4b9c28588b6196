//! The photo is no larger than the program can take.

use crate::check::prelude::*;
use crate::load::MOST_BYTES_OF_PHOTO;

/// The same in megabytes.
const MOST: u64 = MOST_BYTES_OF_PHOTO >> 20;

rule! {
    /// A photo that is too large to be read.
    enum TooLarge = E0806 "照片太大" Error;

    /// Its file has too many bytes.
    File(photo: String, bytes: u64)
        zh { format!("照片“{photo}”有 {} MB，超过 {MOST} MB", megabytes(*bytes)) }
           "用看图软件缩小到宽 2000 像素以内，再另存为 JPEG";
        en { format!("photo “{photo}” has {} MB, more than {MOST}", megabytes(*bytes)) }
           "make it smaller, 2000 pixels wide at most, and save it as JPEG";
    /// It has too many dots.
    Dots(photo: String, width: usize, height: usize, most: usize)
        zh { format!(
               "照片“{photo}”有 {width}×{height} 像素，这样保存的照片最多 {} 万像素",
               most * 100,
           ) }
           "用看图软件缩小到宽 2000 像素以内，再另存为 JPEG";
        en "photo “{photo}” has {width} by {height} pixels; of its kind, {most} million are the most"
           "make it smaller, 2000 pixels wide at most, and save it as JPEG";
}

/// Bytes in megabytes, rounded up: more than the most is never told as the most.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}
