//! Photos: there, inside the organisation's folder, pictures, and fit for
//! print as 2寸 (domain: GB/T 9704 in numbers).

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::{BlockFinding, Finding};
use crate::load::photo;

/// 2寸 in mm.
const SIZE: (f64, f64) = (35.0, 49.0);
/// Its shape may be off by so much: half a millimetre of its width.
const TOLERANCE: f64 = 0.03;
/// Dots per inch that print needs.
const DPI: f64 = 300.0;
const MM_PER_INCH: f64 = 25.4;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let value = case.member.photo.as_ref();
    let Some(value) = value.filter(|value| value.get().is_some()) else {
        return;
    };
    let workspace = case.subject.workspace;
    let unit = &workspace.units[case.unit].path;
    let photo = match photo(&workspace.root, unit, &value.text) {
        Ok(photo) => photo,
        Err(fault) => {
            let finding = Finding::Photo(fault, value.text.clone());
            found.push(case.finding(finding, value));
            return;
        }
    };
    let (width, height) = (photo.width, photo.height);
    let ratio = (width as f64 / height as f64) / (SIZE.0 / SIZE.1);
    if (ratio - 1.0).abs() > TOLERANCE {
        let finding = BlockFinding::PhotoRatio { width, height };
        found.push(case.finding(finding, value));
    }
    // A size in pixels is rounded: 413 × 579 is 2寸 at 300 dpi.
    let dots = |mm: f64| (mm / MM_PER_INCH * DPI).floor();
    if (width as f64) < dots(SIZE.0) || (height as f64) < dots(SIZE.1) {
        let printed = (SIZE.0 / width as f64).min(SIZE.1 / height as f64);
        let finding = BlockFinding::PhotoResolution {
            width,
            height,
            dpi: (MM_PER_INCH / printed) as u32,
        };
        found.push(case.finding(finding, value));
    }
}
