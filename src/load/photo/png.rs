//! A PNG file as its chunks (ISO/IEC 15948), read strictly.

use std::io::{Read as _, Write as _};

use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::cost::{Cost, PictureFault};
use super::icc;

pub const START: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// More than any profile has that a picture comes with.
const LARGEST_PROFILE: u64 = 4 << 20;

/// The passes of an interlaced picture: first column and row, steps across and down.
const PASSES: [[usize; 4]; 7] = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
];

/// A chunk: its name and what it holds.
type Chunk<'a> = (&'a [u8; 4], &'a [u8]);

/// A file whose chunks are in order and have the right sums.
pub struct Png<'a> {
    /// What the first chunk says.
    pub header: Header,
    /// Header, palette and transparency.
    head: Vec<Chunk<'a>>,
    /// The dots, compressed.
    data: Vec<u8>,
    /// EXIF, which says how the picture is turned.
    pub exif: Option<&'a [u8]>,
    /// The colour profile with its name, compressed.
    profile: Option<&'a [u8]>,
}

/// What the first chunk says.
#[derive(Clone, Copy)]
pub struct Header {
    pub width: usize,
    pub height: usize,
    depth: usize,
    colour: u8,
    is_interlaced: bool,
}

impl<'a> Png<'a> {
    /// Reads the chunks; nothing is decoded.
    pub fn of(bytes: &'a [u8]) -> Result<Self, PictureFault> {
        let mut rest = bytes.get(START.len()..).unwrap_or_default();
        let first = chunk(&mut rest).ok_or(PictureFault::Damaged)?;
        let header = Header::of(first).ok_or(PictureFault::Damaged)?;
        header.cost().allow()?;
        let mut png = Self {
            header,
            head: vec![first],
            data: Vec::new(),
            exif: None,
            profile: None,
        };
        loop {
            let (name, held) = chunk(&mut rest).ok_or(PictureFault::Damaged)?;
            match name {
                b"IEND" => return Ok(png),
                b"IDAT" => png.data.extend_from_slice(held),
                b"PLTE" | b"tRNS" if png.head.len() < 3 => png.head.push((name, held)),
                b"eXIf" => png.exif = Some(held),
                b"iCCP" => png.profile = Some(held),
                // What must be understood begins with a capital.
                _ if name[0].is_ascii_uppercase() => return Err(PictureFault::Damaged),
                _ => {}
            }
        }
    }

    /// The numbers of its colour profile.
    pub fn profile(&self) -> Option<Vec<u8>> {
        let held = self.profile?;
        let end = held.iter().position(|byte| *byte == 0)?;
        let mut profile = Vec::new();
        let packed = ZlibDecoder::new(held.get(end + 2..)?);
        let read = packed.take(LARGEST_PROFILE).read_to_end(&mut profile);
        read.ok().and_then(|_| icc::plain(&profile))
    }

    /// The same picture with nothing beside it but the numbers that say what its colours
    /// are.
    pub fn plain(&self) -> Vec<u8> {
        let profile = self.profile().and_then(|profile| packed(&profile).ok());
        let (first, rest) = self.head.split_at(1);
        let profile = profile.iter().map(|profile| (b"iCCP", &profile[..]));
        let end = [(b"IDAT", &self.data[..]), (b"IEND", &[])];
        let parts = first.iter().copied().chain(profile);
        let mut plain = START.to_vec();
        for (name, held) in parts.chain(rest.iter().copied()).chain(end) {
            plain.extend((held.len() as u32).to_be_bytes());
            plain.extend_from_slice(name);
            plain.extend_from_slice(held);
            plain.extend(sum(name, held).to_be_bytes());
        }
        plain
    }

    /// Whether the data holds just the rows of the picture.
    pub fn is_whole(&self) -> bool {
        let expected = self.header.bytes();
        let rows = ZlibDecoder::new(&self.data[..]);
        let read = std::io::copy(&mut rows.take(expected + 1), &mut std::io::sink());
        read.is_ok_and(|read| read == expected)
    }
}

impl Header {
    fn of((name, held): Chunk<'_>) -> Option<Self> {
        let &[
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            depth,
            colour,
            0,
            0,
            interlacing @ 0..=1,
        ] = held
        else {
            return None;
        };
        let depths: &[u8] = match colour {
            0 => &[1, 2, 4, 8, 16],
            3 => &[1, 2, 4, 8],
            2 | 4 | 6 => &[8, 16],
            _ => return None,
        };
        let header = Self {
            width: u32::from_be_bytes([a, b, c, d]).try_into().ok()?,
            height: u32::from_be_bytes([e, f, g, h]).try_into().ok()?,
            depth: depth.into(),
            colour,
            is_interlaced: interlacing == 1,
        };
        let is_sound = name == b"IHDR" && depths.contains(&depth);
        (is_sound && header.width > 0 && header.height > 0).then_some(header)
    }

    /// What it takes to decode the picture: with palette or a transparent colour, four
    /// channels.
    pub fn cost(&self) -> Cost {
        let channels = match self.colour {
            0 | 4 => 2,
            _ => 4,
        };
        Cost {
            width: self.width,
            height: self.height,
            dot: (channels * self.depth.div_ceil(8)) as f64,
        }
    }

    /// The bytes of all rows, each with one that names its filter.
    fn bytes(&self) -> u64 {
        let channels = match self.colour {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };
        let rows = |width: usize, height: usize| match width {
            0 => 0,
            _ => (1 + (width * channels * self.depth).div_ceil(8)) * height,
        };
        let pass = |[column, row, across, down]: [usize; 4]| {
            let width = self.width.saturating_sub(column).div_ceil(across);
            rows(width, self.height.saturating_sub(row).div_ceil(down))
        };
        let bytes = match self.is_interlaced {
            true => PASSES.into_iter().map(pass).sum(),
            false => rows(self.width, self.height),
        };
        bytes as u64
    }
}

/// Takes a chunk, if its sum is right.
fn chunk<'a>(rest: &mut &'a [u8]) -> Option<Chunk<'a>> {
    let (length, after) = rest.split_first_chunk()?;
    let (name, after) = after.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (held, after) = after.split_at_checked(length)?;
    let (expected, after) = after.split_first_chunk()?;
    *rest = after;
    (sum(name, held) == u32::from_be_bytes(*expected)).then_some((name, held))
}

fn sum(name: &[u8], held: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(held);
    sum.sum()
}

/// A profile as a chunk holds it.
fn packed(profile: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut chunk = ZlibEncoder::new(b"ICC\0\0".to_vec(), Compression::default());
    chunk.write_all(profile)?;
    chunk.finish()
}
