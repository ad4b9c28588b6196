//! What is really printed: the PDF drawn by another program's code, and its ink
//! measured.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use paicha::forms::View;

use crate::check::TOLERANCE;
use crate::harness::Files;

const DOTS_PER_MM: f64 = 10.0;

/// A page in black and white.
struct Drawn {
    width: usize,
    height: usize,
    black: Vec<bool>,
}

fn draw(pdf: Vec<u8>) -> Vec<Drawn> {
    let pdf = Pdf::new(pdf).unwrap();
    let cache = RenderCache::new();
    let scale = (DOTS_PER_MM * 25.4 / 72.0) as f32;
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let one = |page| {
        let pixmap = render(
            page,
            &cache,
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &settings,
        );
        Drawn {
            width: usize::from(pixmap.width()),
            height: usize::from(pixmap.height()),
            black: pixmap.data().iter().map(|dot| dot.r < 128).collect(),
        }
    };
    pdf.pages().iter().map(one).collect()
}

impl Drawn {
    /// Left, top, right, bottom of the ink in an area, in mm.
    fn ink(&self, left: f64, top: f64, right: f64, bottom: f64) -> [f64; 4] {
        let dot = |mm: f64| (mm * DOTS_PER_MM) as usize;
        let (mut a, mut b, mut c, mut d) = (usize::MAX, usize::MAX, 0, 0);
        for y in dot(top)..dot(bottom).min(self.height) {
            for x in dot(left)..dot(right).min(self.width) {
                if self.black[y * self.width + x] {
                    (a, b) = (a.min(x), b.min(y));
                    (c, d) = (c.max(x + 1), d.max(y + 1));
                }
            }
        }
        [a, b, c, d].map(|dots| dots as f64 / DOTS_PER_MM)
    }
}

#[test]
fn the_dash_of_the_folio_stands_7_mm_below_the_type_area() {
    let bench = Files::branch().open();
    let card = draw(bench.pdf("附件1", &View::blank(), "附件1"));
    // Only the first dash: the figure rises above it.
    let [left, top, _, bottom] = card[1].ink(28.0, 263.0, 28.0 + 8.0, 297.0);
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
    let [left, _, right, _] = table[0].ink(0.0, 184.0 - 8.0, 34.5, 184.0);
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
    let [left, _, right, bottom] = card[0].ink(0.0, 70.0, 210.0, 265.0);
    for (found, expected) in [(left, 28.0), (right, 184.0), (bottom, 262.0)] {
        assert!(
            (found - expected).abs() <= TOLERANCE,
            "{found} for {expected}"
        );
    }
    let top = card[1].ink(0.0, 0.0, 210.0, 100.0)[1];
    assert!((top - 37.0).abs() <= TOLERANCE, "{top}");
}
