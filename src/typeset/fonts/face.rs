//! A face: a font with its names and the place it comes from.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};

macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $path)))),*]
    };
}

/// In the order of `fonts/README.md`.
static BUILT_IN: &[(&str, &[u8])] = built_in![
    "core/ZhuqueFangsong-Regular.ttf",
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
pub enum Place {
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
    /// What Typst knows of it.
    pub info: FontInfo,
    /// Where it comes from.
    pub place: Place,
    /// First and last of the code points it has, range by range.
    ranges: Arc<OnceLock<Vec<(u32, u32)>>>,
}

/// The faces built in, read once for the whole process.
pub fn built_in() -> &'static [Face] {
    static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
        let of_file = |(path, bytes): &(&'static str, &'static [u8])| {
            let path = *path;
            Font::iter(Bytes::new(*bytes)).map(move |font| Face::new(font, Place::BuiltIn(path)))
        };
        BUILT_IN
            .iter()
            .flat_map(|file| of_file(file).collect::<Vec<_>>())
            .collect()
    });
    &FACES
}

/// Reads the faces built in, and has Typst know those of every page, while something
/// else is done. Each is known by a hash of all its bytes, which is worked out once.
pub fn read_ahead() {
    std::thread::spawn(|| {
        for face in built_in() {
            if !matches!(face.place, Place::BuiltIn(path) if path.contains("rare/")) {
                typst::utils::hash128(&face.font);
            }
        }
    });
}

impl Face {
    fn new(font: Font, place: Place) -> Self {
        Self {
            info: font.info().clone(),
            font,
            place,
            ranges: Arc::default(),
        }
    }

    /// A face of a file of the user.
    pub fn of_user(font: Font, path: &Path) -> Self {
        Self::new(font, Place::User(path.to_owned()))
    }

    /// The family name that Typst has computed.
    pub fn family(&self) -> &str {
        self.info.family.as_str()
    }

    /// Whether the face has a glyph for a character.
    pub fn has(&self, character: char) -> bool {
        let character = u32::from(character);
        let ranges = self
            .ranges
            .get_or_init(|| ranges(self.info.coverage.iter()));
        let after = ranges.partition_point(|(first, _)| *first <= character);
        after > 0 && character <= ranges[after - 1].1
    }

    /// All names that the font has in any language: families, full names.
    pub fn names(&self) -> Vec<String> {
        // 1 and 16 are families, 4 is the full name, 6 that of PostScript.
        let face = ttf_parser::Face::parse(self.font.data(), self.font.index());
        let names = face.iter().flat_map(|face| face.names());
        let names = names.filter(|name| matches!(name.name_id, 1 | 4 | 6 | 16));
        let mut texts: Vec<String> = names
            .map(|name| match name.to_string() {
                Some(text) => text,
                // What is not Unicode in a Chinese font is GBK.
                None => encoding_rs::GBK.decode(name.name).0.into_owned(),
            })
            .collect();
        texts.push(self.family().to_owned());
        texts.sort();
        texts.dedup();
        texts
    }
}

/// Code points in rising order as ranges.
fn ranges(points: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for point in points {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == point => *last = point,
            _ => ranges.push((point, point)),
        }
    }
    ranges
}
