//! What is really printed: the PDF drawn by another program's code, and its ink
//! measured.

use image::GrayImage;
use paicha::forms::View;

use crate::check::TOLERANCE;
use crate::drawn;
use crate::harness::Files;

pub const DOTS_PER_MM: f64 = 10.0;

fn draw(pdf: Vec<u8>) -> Vec<GrayImage> {
    drawn::draw(pdf, DOTS_PER_MM)
}

/// Left, top, right, bottom of the ink in an area, in mm.
pub fn ink(page: &GrayImage, left: f64, top: f64, right: f64, bottom: f64) -> [f64; 4] {
    let dot = |mm: f64| (mm * DOTS_PER_MM) as u32;
    let (mut a, mut b, mut c, mut d) = (u32::MAX, u32::MAX, 0, 0);
    for y in dot(top)..dot(bottom).min(page.height()) {
        for x in dot(left)..dot(right).min(page.width()) {
            if page.get_pixel(x, y).0[0] < 128 {
                (a, b) = (a.min(x), b.min(y));
                (c, d) = (c.max(x + 1), d.max(y + 1));
            }
        }
    }
    [a, b, c, d].map(|dots| f64::from(dots) / DOTS_PER_MM)
}

#[test]
fn the_dash_of_the_folio_stands_7_mm_below_the_type_area() {
    let bench = Files::branch().open();
    let card = draw(bench.pdf("附件1", &View::blank(), "附件1"));
    // Only the first dash: the figure rises above it.
    let [left, top, _, bottom] = ink(&card[1], 28.0, 263.0, 28.0 + 8.0, 297.0);
    let dash = (top + bottom) / 2.0;
    assert!(
        (dash - (262.0 + 7.0)).abs() <= TOLERANCE,
        "dash at {dash} mm"
    );
    assert!(
        (left - (28.0 + 4.94)).abs() <= 2.0 * TOLERANCE,
        "left at {left} mm"
    );

    let table = draw(bench.pdf("附件6", &View::blank(), "附件6"));
    let [left, _, right, _] = ink(&table[0], 0.0, 184.0 - 8.0, 34.5, 184.0);
    let dash = (left + right) / 2.0;
    assert!(
        (dash - (35.0 - 7.0)).abs() <= TOLERANCE,
        "dash at {dash} mm"
    );
}

#[test]
fn the_ink_of_the_card_ends_at_the_edges_of_the_type_area() {
    let bench = Files::branch().open();
    let card = draw(bench.pdf("附件1", &View::blank(), "附件1"));
    let [left, _, right, bottom] = ink(&card[0], 0.0, 70.0, 210.0, 265.0);
    // The middle of the frame, 1.5 pt thick, is the edge of the type area.
    let half = 0.75 * 25.4 / 72.0;
    for (found, expected) in [
        (left, 28.0 - half),
        (right, 184.0 + half),
        (bottom, 262.0 + half),
    ] {
        assert!(
            (found - expected).abs() <= TOLERANCE,
            "{found} for {expected}"
        );
    }
    let top = ink(&card[1], 0.0, 0.0, 210.0, 100.0)[1];
    assert!((top - (37.0 - half)).abs() <= TOLERANCE, "{top}");
}
