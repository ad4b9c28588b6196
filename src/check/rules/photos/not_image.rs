//! The photo is a picture.

use crate::check::prelude::*;

rule! {
    /// A photo that is no picture.
    NotImage {
        /// Its path as given.
        photo: String,
    } = E0803 "照片不是图片" Error;
    zh "照片“{photo}”不是 JPEG 或 PNG 图片" "用 2 寸照片的 JPEG 或 PNG 文件";
    en "photo “{photo}” is no JPEG or PNG picture" "use a JPEG or PNG file";
}
