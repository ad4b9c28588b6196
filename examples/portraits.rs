//! Draws a portrait for every member file that names 照片 and whose picture is missing:
//! `cargo run --example portraits -- data`. The same name always gives the same face.

use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::{Rgb, RgbImage};
use std::path::Path;
use std::{env, fs, io};

/// 2寸, 35 × 49 mm at 300 dpi.
const SIZE: (u32, u32) = (413, 579);
const MIDDLE: f32 = 206.0;
/// Samples per pixel and direction.
const FINE: u32 = 4;

const GROUNDS: [u32; 4] = [0xc4def0, 0xcde2f0, 0xf8f8f6, 0xbe3432];
const SKINS: [u32; 4] = [0xf2d0b2, 0xe9c2a0, 0xdeb28e, 0xf6d8be];
const HAIRS: [u32; 4] = [0x1c1a1c, 0x26201e, 0x342a24, 0x16161a];
const COATS: [u32; 6] = [0x242c42, 0x32343a, 0x54262c, 0x28463e, 0x424e68, 0x5c564e];
const TIES: [u32; 4] = [0x962228, 0x263e70, 0x3c5446, 0x5a3c6e];

struct Canvas(RgbImage);

impl Canvas {
    /// Mixes the colour into each pixel of a box by the share of its samples that lie inside.
    fn fill(&mut self, colour: u32, area: [f32; 4], inside: impl Fn(f32, f32) -> bool) {
        let [x0, y0, x1, y1] = area.map(|v| v.max(0.0));
        let all = FINE * FINE;
        let at = |p: u32, k: u32| p as f32 + (k as f32 + 0.5) / FINE as f32;
        for y in y0 as u32..(y1.ceil() as u32).min(SIZE.1) {
            for x in x0 as u32..(x1.ceil() as u32).min(SIZE.0) {
                let hit = |k: &u32| inside(at(x, k % FINE), at(y, k / FINE));
                let hits = (0..all).filter(hit).count() as u32;
                for (old, new) in self.0.get_pixel_mut(x, y).0.iter_mut().zip(rgb(colour)) {
                    *old = ((u32::from(*old) * (all - hits) + u32::from(new) * hits) / all) as u8;
                }
            }
        }
    }
    fn ellipse(&mut self, colour: u32, [cx, cy, rx, ry]: [f32; 4]) {
        self.fill(colour, [cx - rx, cy - ry, cx + rx, cy + ry], |x, y| {
            ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.0
        });
    }
    /// Corners as x, y, x, y …; x counts from the middle, to the right or to the left.
    fn polygon(&mut self, colour: u32, side: f32, corners: &[f32]) {
        let place = |c: &[f32]| (MIDDLE + side * c[0], c[1]);
        let p: Vec<_> = corners.chunks_exact(2).map(place).collect();
        let ys = || p.iter().map(|q| q.1);
        let area = [
            0.0,
            ys().fold(579.0, f32::min),
            413.0,
            ys().fold(0.0, f32::max),
        ];
        self.fill(colour, area, |x, y| {
            let edges = p.iter().zip(p.iter().cycle().skip(1));
            let level = edges.filter(|(a, b)| (a.1 > y) != (b.1 > y));
            let right = level.filter(|(a, b)| x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0);
            right.count() % 2 == 1
        });
    }
    fn both(&mut self, colour: u32, corners: &[f32]) {
        self.polygon(colour, -1.0, corners);
        self.polygon(colour, 1.0, corners);
    }
}

fn rgb(colour: u32) -> [u8; 3] {
    [16, 8, 0].map(|shift| (colour >> shift) as u8)
}

fn shade(colour: u32, percent: u32) -> u32 {
    let part = |shift: u32| (((colour >> shift) & 255) * percent / 100).min(255) << shift;
    part(16) | part(8) | part(0)
}

/// Every choice follows from the name alone: FNV-1a of its bytes, then one step per choice.
#[rustfmt::skip]
fn portrait(name: &str, woman: bool, old: bool) -> RgbImage {
    let step = |h: u64, b: u8| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
    let mut hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    let mut below = |n: u64| {
        hash = hash.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        ((hash >> 33) % n) as usize
    };
    let m = MIDDLE;
    let (ground, skin, dark) = (GROUNDS[below(4)], SKINS[below(4)], HAIRS[below(4)]);
    let (coat, tie, style, glasses) = (COATS[below(6)], TIES[below(4)], below(3), below(3));
    let [wide, tall, eye] = [84 + below(12), 106 + below(10), 34 + below(6)].map(|v| v as f32);
    let hair = if old { 0x8c8a8a } else { dark };
    let mut c = Canvas(RgbImage::from_pixel(SIZE.0, SIZE.1, Rgb(rgb(ground))));
    if woman && style < 2 { c.ellipse(hair, [m, [324.0, 288.0][style], wide + 28.0, [184.0, 148.0][style]]); }
    c.ellipse(coat, [m, 640.0, 192.0, 208.0]);
    c.polygon(shade(skin, 90), 1.0, &[-40., 370., 40., 370., 56., 446., 0., 500., -56., 446.]);
    c.both(0xfafafa, &[52., 428., 64., 446., 22., 512., 0., 484., 0., 480.]);
    c.polygon(0xf4f4f6, 1.0, &[0., 484., 40., 579., -40., 579.]);
    if !woman && style > 0 { c.both(tie, &[0., 488., 12., 488., 6., 506., 20., 579., 0., 579.]); }
    c.both(shade(coat, 82), &[66., 444., 92., 462., 78., 500., 34., 579., 26., 579.]);
    c.ellipse(hair, [m, 252.0, wide + 11.0, 112.0]);
    for x in [m - wide, m + wide] { c.ellipse(shade(skin, 93), [x, 304.0, 13.0, 24.0]); }
    c.ellipse(skin, [m, 298.0, wide, tall]);
    match (woman, style) {
        (true, 0) => c.polygon(hair, 1.0, &[0., 176., -74., 214., -88., 290., -54., 232., 24., 196.]),
        (true, 1) => c.ellipse(hair, [m, 206.0, wide - 8.0, 36.0]),
        (true, _) => c.ellipse(hair, [m, 146.0, 42.0, 34.0]),
        (false, 0) => c.both(hair, &[0., 176., 80., 206., 56., 226., 0., 226.]),
        (false, 1) => c.polygon(hair, 1.0, &[-70., 200., 14., 176., 78., 210., 86., 240., 10., 208., -80., 232.]),
        (false, _) => {}
    }
    for x in [m - eye, m + eye] {
        if glasses == 0 {
            c.ellipse(0x3c383a, [x, 292.0, 29.0, 21.0]);
            c.ellipse(shade(skin, 103), [x, 292.0, 26.0, 18.0]);
            c.both(0x3c383a, &[0., 288., eye - 27., 288., eye - 27., 291., 0., 291.]);
        }
        c.ellipse(0xfcfaf8, [x, 292.0, 15.0, 7.5]);
        c.ellipse(0x281c18, [x, 292.0, 7.0, 7.0]);
        c.ellipse(0xfafafa, [x + 2.5, 289.5, 2.0, 2.0]);
    }
    c.both(shade(hair, 90), &[eye - 20., 266., eye + 4., 258., eye + 22., 266., eye + 4., 263.]);
    c.polygon(shade(skin, 88), 1.0, &[-3., 300., 3., 300., 13., 334., 0., 340., -13., 334.]);
    let lips = if woman { 0xc05254 } else { 0xb2685c };
    c.both(lips, &[0., 358., 8., 356., 26., 360., 10., 369., 0., 369.]);
    c.0
}

/// The value of a top-level key, by a scan of the lines.
fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(k, _)| *k == key)?;
    rest.split(" #").next().map(|v| v.trim().trim_matches('"'))
}

fn draw_missing(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            draw_missing(&path)?;
        } else if path.extension().is_some_and(|e| e == "yaml") {
            let text = fs::read_to_string(&path)?;
            let picture = value(&text, "照片").map(|p| folder.with_file_name(p)); // beside 党员/
            if let Some(picture) = picture.filter(|p| !p.exists()) {
                fs::create_dir_all(picture.parent().unwrap_or(folder))?;
                fs::write(picture, jpeg(&text)?)?;
            }
        }
    }
    Ok(())
}

fn jpeg(text: &str) -> io::Result<Vec<u8>> {
    let old = value(text, "出生年月").is_some_and(|date| date < "1956");
    let woman = value(text, "性别") == Some("女");
    let image = portrait(value(text, "姓名").unwrap_or_default(), woman, old);
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 85);
    encoder.set_pixel_density(PixelDensity::dpi(300));
    encoder.encode_image(&image).map_err(io::Error::other)?;
    Ok(bytes)
}

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "data".into());
    draw_missing(Path::new(&folder))
}
