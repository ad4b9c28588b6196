//! Pages of a PDF as pictures, drawn from the file as a reader draws it.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{ImageFormat, RgbImage};

/// Draws all pages of a PDF as PNG with so many dots an inch.
///
/// # Errors
/// Where the file is no PDF, or a picture cannot be written.
pub fn png(pdf: Vec<u8>, dpi: f32) -> std::io::Result<Vec<Vec<u8>>> {
    let pdf = Pdf::new(pdf).map_err(|_| std::io::Error::other("not a PDF"))?;
    let cache = RenderCache::new();
    let scale = dpi / 72.0;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let interpreter = InterpreterSettings::default();
    let pages = pdf.pages().iter().map(|page| {
        let pixmap = render(page, &cache, &interpreter, &settings);
        let dots = pixmap.data().iter().flat_map(|dot| [dot.r, dot.g, dot.b]);
        let (width, height) = (pixmap.width().into(), pixmap.height().into());
        let picture = RgbImage::from_raw(width, height, dots.collect());
        let picture = picture.ok_or_else(|| std::io::Error::other("a page without dots"))?;
        let mut bytes = std::io::Cursor::new(Vec::new());
        let written = picture.write_to(&mut bytes, ImageFormat::Png);
        written.map_err(std::io::Error::other)?;
        Ok(bytes.into_inner())
    });
    pages.collect()
}
