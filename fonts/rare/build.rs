//! Packs the fonts, and writes down which characters each has, so that none is unpacked
//! before a page needs it.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

/// In the order in which characters are looked for in them.
const FONTS: [&str; 2] = ["HanaMinB.ttf", "GongwenRareHan-GHI.ttf"];

/// How hard to pack: the best would save a twentieth more and take a minute.
const QUALITY: i32 = 6;

/// The window in bits: what unpacking holds beside the font. A larger one saves little.
const WINDOW: i32 = 22;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo says where");
    let mut table = String::new();
    for name in FONTS {
        println!("cargo::rerun-if-changed={name}");
        let font = fs::read(name).expect("a font");
        let target = Path::new(name).with_extension("br");
        let written = fs::write(Path::new(&out).join(&target), packed(&font));
        written.expect("the packed font is written");
        // By where it is when it is read: a folder of builds may be moved.
        let target = format!("/{}", target.display());
        let face = ttf_parser::Face::parse(&font, 0).expect("a font");
        let (weight, size) = (face.weight().to_number(), font.len());
        // The class of PANOSE, as Typst reads it.
        let class = face.raw_face().table(ttf_parser::Tag::from_bytes(b"OS/2"));
        let class = class.and_then(|table| table.get(32..34));
        let serif = matches!(class, Some([2, 2..=10]));
        let ranges = ranges(&face);
        write!(
            table,
            "RareFont {{ path: \"rare/{name}\", weight: {weight}, serif: {serif}, \
             ranges: &{ranges:?}, size: {size}, packed: include_bytes!(concat!(env!(\"OUT_DIR\"), {target:?})) }},"
        )
        .expect("texts can be written");
    }
    let table = format!("[{table}]");
    fs::write(Path::new(&out).join("fonts.rs"), table).expect("the table is written");
}

fn packed(font: &[u8]) -> Vec<u8> {
    let params = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: font.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*font, &mut packed, &params).expect("nothing to fail in memory");
    packed
}

/// The code points that a font has, as Typst finds them.
fn ranges(face: &ttf_parser::Face<'_>) -> Vec<RangeInclusive<u32>> {
    let mut points = Vec::new();
    let tables = face.tables().cmap.into_iter().flat_map(|it| it.subtables);
    for table in tables.filter(|table| table.is_unicode()) {
        table.codepoints(|point| points.push(point));
    }
    points.sort_unstable();
    points.dedup();
    let runs = points.chunk_by(|point, next| point + 1 == *next);
    runs.map(|run| run[0]..=run[run.len() - 1]).collect()
}
