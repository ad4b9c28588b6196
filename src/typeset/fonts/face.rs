//! A face: a font with its names and the place it comes from.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::Font;

macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $path)))),*]
    };
}

/// In the order of `fonts/README.md`.
static BUILT_IN: &[(&str, &[u8])] = built_in![
    "core/GongwenFangsong-Regular.ttf",
    "core/GongwenBiaosong-Regular.ttf",
    "core/GongwenHei-Regular.ttf",
    "core/GongwenKai-Regular.ttf",
    "core/NotoSerifSC-Regular.ttf",
    "core/LiberationSerif-Regular.ttf",
    "core/LiberationSerif-Bold.ttf",
    "rare/HanaMinB.ttf",
    "rare/GongwenRareHan-GHI.ttf",
];

/// Where a face comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontPlace {
    /// Built in: its path below `fonts/`.
    BuiltIn(&'static str),
    /// A file of the user.
    User(PathBuf),
}

/// A face.
#[derive(Clone)]
pub struct Face {
    /// The font.
    pub font: Font,
    /// Where it comes from.
    pub place: FontPlace,
    /// The code points it has, in rising order.
    ranges: Arc<OnceLock<Vec<RangeInclusive<u32>>>>,
}

/// The faces built in, read once for the whole process.
pub fn built_in() -> &'static [Face] {
    static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
        let faces = BUILT_IN.iter().flat_map(|(path, bytes)| {
            Font::iter(Bytes::new(*bytes)).map(|font| Face::new(font, FontPlace::BuiltIn(path)))
        });
        faces.collect()
    });
    &FACES
}

/// Reads the faces built in, and has Typst know those of every page, while something
/// else is done. Each is known by a hash of all its bytes, which is worked out once.
pub fn read_ahead() {
    std::thread::spawn(|| {
        for face in built_in() {
            if !matches!(face.place, FontPlace::BuiltIn(path) if path.contains("rare/")) {
                typst::utils::hash128(&face.font);
            }
        }
    });
}

impl Face {
    /// A face of a font from some place.
    pub fn new(font: Font, place: FontPlace) -> Self {
        Self {
            font,
            place,
            ranges: Arc::default(),
        }
    }

    /// The family name that Typst has computed.
    pub fn family(&self) -> &str {
        self.font.info().family.as_str()
    }

    /// Whether the face has a glyph for a character.
    pub fn has(&self, character: char) -> bool {
        let character = u32::from(character);
        let ranges = self.ranges.get_or_init(|| {
            let points: Vec<u32> = self.font.info().coverage.iter().collect();
            let runs = points.chunk_by(|point, next| point + 1 == *next);
            runs.map(|run| run[0]..=run[run.len() - 1]).collect()
        });
        let at = ranges.partition_point(|range| *range.end() < character);
        ranges
            .get(at)
            .is_some_and(|range| range.contains(&character))
    }

    /// All names that the font has in any language: families, full names.
    pub fn names(&self) -> Vec<String> {
        // 1 and 16 are families, 4 is the full name, 6 that of PostScript.
        let face = ttf_parser::Face::parse(self.font.data(), self.font.index());
        let names = face.iter().flat_map(|face| face.names());
        let names = names.filter(|name| matches!(name.name_id, 1 | 4 | 6 | 16));
        // What is not Unicode in a Chinese font is GBK.
        let of_gbk = |name: &[u8]| encoding_rs::GBK.decode(name).0.into_owned();
        let texts = names.map(|name| name.to_string().unwrap_or_else(|| of_gbk(name.name)));
        texts.chain([self.family().to_owned()]).collect()
    }
}
