//! Pages of a PDF, drawn by another program's code.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{GrayImage, Luma};

/// Draws all pages in grey: only photos have colours.
pub fn draw(pdf: Vec<u8>, dots_per_mm: f64) -> Vec<GrayImage> {
    let pdf = Pdf::new(pdf).unwrap();
    let cache = RenderCache::new();
    let scale = (dots_per_mm * 25.4 / 72.0) as f32;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let one = |page| {
        let interpreter = InterpreterSettings::default();
        let pixmap = render(page, &cache, &interpreter, &settings);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let dots = pixmap.data();
        GrayImage::from_fn(width, height, |x, y| {
            let dot = dots[(y * width + x) as usize];
            let [red, green, blue] = [dot.r, dot.g, dot.b].map(u32::from);
            let grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
            Luma([u8::try_from(grey).unwrap()])
        })
    };
    pdf.pages().iter().map(one).collect()
}

/// Draws all pages in four shades: how the last bit of a shade is rounded depends on the
/// processor. The steps keep off whole quarters of a dot.
pub fn draw_in_shades(pdf: Vec<u8>, dots_per_mm: f64) -> Vec<GrayImage> {
    let mut pages = draw(pdf, dots_per_mm);
    for shade in pages.iter_mut().flat_map(|page| page.iter_mut()) {
        *shade = match *shade {
            0..56 => 0,
            56..120 => 85,
            120..200 => 170,
            200.. => 255,
        };
    }
    pages
}
