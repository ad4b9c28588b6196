//! A face: a font with its names and the place it comes from.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, OnceLock};

use paicha_rare_fonts::{FONTS as RARE, RareFont};
use typst::foundations::Bytes;
use typst::text::{Coverage, Font, FontFlags, FontInfo, FontVariant, FontWeight};
use typst_kit::fonts::FontSource;

use super::roles;

macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $path)))),*]
    };
}

/// In the order of `fonts/README.md`; the rare ones follow, packed.
static BUILT_IN: &[(&str, &[u8])] = built_in![
    "core/GongwenFangsong-Regular.ttf",
    "core/GongwenBiaosong-Regular.ttf",
    "core/GongwenHei-Regular.ttf",
    "core/GongwenKai-Regular.ttf",
    "core/NotoSerifSC-Regular.ttf",
    "core/LiberationSerif-Regular.ttf",
    "core/LiberationSerif-Bold.ttf",
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
    /// What Typst knows of the font before it has it.
    pub info: Arc<FontInfo>,
    /// Where it comes from.
    pub place: FontPlace,
    font: Arc<Kept>,
    /// The code points it has, in rising order.
    ranges: Arc<OnceLock<Vec<RangeInclusive<u32>>>>,
}

/// A font that is opened when it is first asked for.
type Kept = LazyLock<Option<Font>, Box<dyn FnOnce() -> Option<Font> + Send>>;

/// The faces built in, read once for the whole process.
pub fn built_in() -> &'static [Face] {
    static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
        let faces = BUILT_IN.iter().flat_map(|(path, bytes)| {
            Font::iter(Bytes::new(*bytes)).map(|font| Face::new(font, FontPlace::BuiltIn(path)))
        });
        let rare = RARE.iter().zip(roles::RARE);
        let rare = rare.map(|(font, family)| Face::packed(font, family));
        faces.chain(rare).collect()
    });
    &FACES
}

/// Reads the faces built in, and has Typst know those of every page, while something
/// else is done. Each is known by a hash of all its bytes, which is worked out once.
pub fn read_ahead() {
    std::thread::spawn(|| {
        let faces = built_in().iter().take(built_in().len() - RARE.len());
        faces.filter_map(Face::font).for_each(|font| {
            typst::utils::hash128(font);
        });
    });
}

impl Face {
    /// A face of a font from some place.
    pub fn new(font: Font, place: FontPlace) -> Self {
        let info = font.info().clone();
        Self::kept(info, place, Box::new(|| Some(font)))
    }

    /// A rare one, of which all is known but its outlines: an upright face of this family.
    fn packed(rare: &'static RareFont, family: &str) -> Self {
        let points = rare.ranges.iter().cloned().flatten();
        let mut flags = FontFlags::empty();
        flags.set(FontFlags::SERIF, rare.serif);
        let info = FontInfo {
            family: family.to_owned(),
            variant: FontVariant {
                weight: FontWeight::from_number(rare.weight),
                ..FontVariant::default()
            },
            flags,
            axes: Vec::new(),
            coverage: Coverage::from_vec(points.collect()),
        };
        let open = || Font::new(Bytes::new(rare.unpacked()?), 0);
        Self::kept(info, FontPlace::BuiltIn(rare.path), Box::new(open))
    }

    fn kept(
        info: FontInfo,
        place: FontPlace,
        font: Box<dyn FnOnce() -> Option<Font> + Send>,
    ) -> Self {
        Self {
            info: Arc::new(info),
            place,
            font: Arc::new(LazyLock::new(font)),
            ranges: Arc::default(),
        }
    }

    /// The font.
    pub fn font(&self) -> Option<&Font> {
        self.font.as_ref().as_ref()
    }

    /// The family name that Typst has computed.
    pub fn family(&self) -> &str {
        self.info.family.as_str()
    }

    /// Whether the face has a glyph for a character.
    pub fn has(&self, character: char) -> bool {
        let character = u32::from(character);
        let ranges = self.ranges.get_or_init(|| {
            let points: Vec<u32> = self.info.coverage.iter().collect();
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
        let face = self.font().map(|it| (it.data(), it.index()));
        let face = face.and_then(|(data, index)| ttf_parser::Face::parse(data, index).ok());
        let names = face.iter().flat_map(|face| face.names());
        let names = names.filter(|name| matches!(name.name_id, 1 | 4 | 6 | 16));
        // What is not Unicode in a Chinese font is GBK.
        let of_gbk = |name: &[u8]| encoding_rs::GBK.decode(name).0.into_owned();
        let texts = names.map(|name| name.to_string().unwrap_or_else(|| of_gbk(name.name)));
        texts.chain([self.family().to_owned()]).collect()
    }
}

/// Opened when Typst asks for a character that no font before it has.
impl FontSource for Face {
    fn load(&self) -> Option<Font> {
        self.font().cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a packed font is what Typst reads from it.
    #[test]
    fn packed_fonts_are_as_they_are_said_to_be() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fonts");
        for (rare, family) in RARE.iter().zip(roles::RARE) {
            let bytes = std::fs::read(folder.join(rare.path)).unwrap();
            let face = Face::packed(rare, family);
            assert_eq!(*face.info, FontInfo::new(&bytes, 0).unwrap(), "{family}");
            assert!(face.font().unwrap().data().as_slice() == bytes, "{family}");
        }
    }
}
