//! Pictures as they are printed.

use super::inspect::{PageFrame, TOLERANCE};
use crate::check::Finding;
use crate::check::rules::pages::PagePlace;
use crate::check::rules::pages::coarse_picture::CoarsePicture;
use crate::check::rules::pages::stretched_picture::StretchedPicture;

/// 2寸 in mm. Whether a photo has dots enough for that is told where its file is
/// named, as it is so on every form.
const USUAL: (f64, f64) = (35.0, 49.0);
/// Dots an inch that print needs.
const DPI: f64 = 300.0;
const MM_PER_INCH: f64 = 25.4;
/// A picture may be so much wider or narrower than it is.
const STRETCH: f64 = 0.015;

/// Pictures that are stretched, or too large for their dots.
pub fn check(page: &PageFrame, place: &PagePlace, mut report: impl FnMut(Finding)) {
    for picture in &page.images {
        let (_, _, width, height) = picture.area;
        let (across, down) = picture.pixels;
        if width <= 0.0 || height <= 0.0 || across <= 0.0 || down <= 0.0 {
            continue;
        }
        let stretch = (width / height) / (across / down) - 1.0;
        if stretch.abs() > STRETCH {
            let (place, wider) = (place.clone(), stretch > 0.0);
            report(StretchedPicture { place, wider }.into());
        }
        let dpi = (across / width).min(down / height) * MM_PER_INCH;
        let is_large = width > USUAL.0 + TOLERANCE || height > USUAL.1 + TOLERANCE;
        // Sizes in pixels are rounded.
        if is_large && dpi < DPI - 1.0 {
            let coarse = CoarsePicture {
                place: place.clone(),
                width,
                height,
                dpi: dpi as u32,
            };
            report(coarse.into());
        }
    }
}
