//! The fonts of rare characters, packed: half of what the program carries of fonts is for
//! characters that most data never has.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use std::ops::RangeInclusive;

/// A font that is packed.
#[derive(Debug)]
pub struct RareFont {
    /// Its path below `fonts/`.
    pub path: &'static str,
    /// How bold it says it is, from 100 to 900.
    pub weight: u16,
    /// Whether it says that its strokes have serifs.
    pub serif: bool,
    /// The code points that it has, in rising order.
    pub ranges: &'static [RangeInclusive<u32>],
    size: usize,
    packed: &'static [u8],
}

/// All of them, in the order in which characters are looked for.
pub static FONTS: [RareFont; 2] = include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

impl RareFont {
    /// The bytes of its file; none where they are not those that were packed.
    pub fn unpacked(&self) -> Option<Vec<u8>> {
        let mut font = Vec::with_capacity(self.size);
        brotli::BrotliDecompress(&mut &*self.packed, &mut font).ok()?;
        (font.len() == self.size).then_some(font)
    }
}
