//! The fonts: those built in. No system font ever reaches a page.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        &[$(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $path))),*]
    };
}

/// In the order of `fonts/README.md`.
static BUILT_IN: &[&[u8]] = built_in![
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

/// The family of the notes' own face.
const NOTES: &str = "Zhuque Fangsong Notes";

/// The face of 仿宋 once more, under a name of its own, for the notes of forms:
/// what is printed of them is the same in each file, so the part of the face that
/// goes into the file is made once and remembered. As one face with the values
/// it would be another part for every member.
fn notes_face() -> Option<(Font, FontInfo)> {
    // Bytes behind the tables tell the faces apart and mean nothing.
    let bytes = [BUILT_IN[0], &[0; 4]].concat();
    let font = Font::new(Bytes::new(bytes), 0)?;
    let mut info = font.info().clone();
    info.family = NOTES.into();
    Some((font, info))
}

/// The fonts that layouts can use.
pub struct Fonts {
    store: FontStore,
}

impl Fonts {
    /// The fonts built in, read once for the whole process.
    pub fn built_in() -> &'static Self {
        static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
            let mut store = FontStore::new();
            for bytes in BUILT_IN {
                for font in Font::iter(Bytes::new(*bytes)) {
                    let info = font.info().clone();
                    store.push((font, info));
                }
            }
            store.extend(notes_face());
            Fonts { store }
        });
        &FONTS
    }

    /// What is known of each font.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// The font of an index of the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }
}
