//! A JPEG file as its segments (ITU-T T.81, annex B), read strictly up to its end; what
//! stands after that is no part of the picture.

use super::cost::{Cost, PictureFault};
use super::icc;

pub const START: [u8; 2] = [0xFF, 0xD8];
const END: u8 = 0xD9;
pub const HUFFMAN_TABLES: u8 = 0xC4;
pub const QUANTIZATION_TABLES: u8 = 0xDB;
pub const RESTART_INTERVAL: u8 = 0xDD;
pub const SCAN: u8 = 0xDA;

/// No program writes nearly as many scans, each a walk over all blocks, nor tables.
const MOST_SCANS: usize = 100;
const MOST_PARTS: usize = 1000;

/// A file whose segments are in order.
pub struct Jpeg<'a> {
    /// The frame.
    pub frame: Frame,
    /// Frame, tables and scans as they follow on one another.
    pub parts: Vec<Part<'a>>,
    /// EXIF, which says how the picture is turned.
    pub exif: Option<&'a [u8]>,
    /// The colour transform that Adobe's segment names.
    adobe: Option<u8>,
    is_jfif: bool,
    /// The pieces of the colour profile by their numbers.
    profile: Vec<(u8, &'a [u8])>,
}

/// A segment that is needed to decode the picture.
pub struct Part<'a> {
    pub marker: u8,
    pub header: &'a [u8],
    /// The entropy-coded data behind the header of a scan.
    pub data: &'a [u8],
}

/// What the frame header says.
pub struct Frame {
    pub is_progressive: bool,
    pub width: usize,
    pub height: usize,
    pub components: Vec<Component>,
}

/// A channel of colour.
pub struct Component {
    pub id: u8,
    /// Its sampling factors across and down.
    pub sampling: (usize, usize),
    /// Its quantization table.
    pub table: usize,
}

impl<'a> Jpeg<'a> {
    /// Reads the segments; nothing is decoded.
    pub fn of(bytes: &'a [u8]) -> Result<Self, PictureFault> {
        let mut rest = bytes.get(START.len()..).unwrap_or_default();
        let mut jpeg = Self {
            frame: Frame::none(),
            parts: Vec::new(),
            exif: None,
            adobe: None,
            is_jfif: false,
            profile: Vec::new(),
        };
        loop {
            let marker = next_marker(&mut rest).ok_or(PictureFault::Damaged)?;
            if marker == END {
                break;
            }
            let header = segment(&mut rest).ok_or(PictureFault::Damaged)?;
            let (data, after) = match marker {
                SCAN => rest.split_at(end_of_data(rest)),
                _ => (&[][..], rest),
            };
            rest = after;
            jpeg.add(marker, header, data)?;
        }
        match jpeg.frame.components.is_empty() {
            true => Err(PictureFault::Damaged),
            false => jpeg.cost().allow().map(|()| jpeg),
        }
    }

    /// What it takes to decode the picture.
    pub fn cost(&self) -> Cost {
        let mut scans = self.parts.iter().filter(|part| part.marker == SCAN);
        let first = scans.next().and_then(|part| part.header.first());
        let all = self.frame.components.len();
        let is_split = first.is_some_and(|count| usize::from(*count) < all);
        self.frame.cost(self.frame.is_progressive || is_split)
    }

    fn add(&mut self, marker: u8, header: &'a [u8], data: &'a [u8]) -> Result<(), PictureFault> {
        match marker {
            0xC0..=0xC2 if self.frame.components.is_empty() => {
                self.frame = Frame::of(header, marker == 0xC2)?;
            }
            HUFFMAN_TABLES | QUANTIZATION_TABLES | RESTART_INTERVAL | SCAN => {}
            0xC0..=0xC2 => return Err(PictureFault::Damaged),
            // Lossless, hierarchical, arithmetic; a height that comes later.
            0xC3..=0xCF | 0xDC..=0xDF => return Err(PictureFault::Unusual),
            0xE0..=0xEF | 0xFE => {
                self.note(marker, header);
                return Ok(());
            }
            _ => return Err(PictureFault::Damaged),
        }
        self.parts.push(Part {
            marker,
            header,
            data,
        });
        let scans = self.parts.iter().filter(|part| part.marker == SCAN);
        match self.parts.len() > MOST_PARTS || scans.count() > MOST_SCANS {
            true => Err(PictureFault::Unusual),
            false => Ok(()),
        }
    }

    /// What the segments of applications say of the meaning of the dots.
    fn note(&mut self, marker: u8, header: &'a [u8]) {
        if marker == 0xE0 && header.starts_with(b"JFIF\0") {
            self.is_jfif = true;
        } else if let (0xE1, Some(exif)) = (marker, header.strip_prefix(b"Exif\0\0")) {
            self.exif = self.exif.or(Some(exif));
        } else if let (0xE2, Some([number, _, piece @ ..])) =
            (marker, header.strip_prefix(b"ICC_PROFILE\0"))
        {
            self.profile.push((*number, piece));
        } else if let (0xEE, Some([_, _, _, _, _, _, transform, ..])) =
            (marker, header.strip_prefix(b"Adobe"))
        {
            self.adobe = Some(*transform);
        }
    }

    /// The numbers of its colour profile.
    pub fn profile(&self) -> Option<Vec<u8>> {
        let mut pieces = self.profile.clone();
        pieces.sort_by_key(|(number, _)| *number);
        let pieces = pieces.iter().flat_map(|(_, piece)| *piece);
        icc::plain(&pieces.copied().collect::<Vec<u8>>())
    }

    /// The same picture to the bit, with nothing beside it but the numbers that say what
    /// its colours are.
    pub fn plain(&self) -> Vec<u8> {
        let mut plain = START.to_vec();
        match self.adobe {
            Some(transform) => {
                put(&mut plain, 0xEE, &[b"Adobe\0\x64\0\0\0\0", &[transform]]);
            }
            None if self.is_jfif => {
                put(&mut plain, 0xE0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"]);
            }
            None => {}
        }
        let profile = self.profile().unwrap_or_default();
        let pieces = profile.chunks(0xFF00);
        let count = pieces.len() as u8;
        for (number, piece) in (1..=255).zip(pieces) {
            put(
                &mut plain,
                0xE2,
                &[b"ICC_PROFILE\0", &[number, count], piece],
            );
        }
        for part in &self.parts {
            put(&mut plain, part.marker, &[part.header]);
            plain.extend_from_slice(part.data);
        }
        plain.extend([0xFF, END]);
        plain
    }
}

/// Writes a segment.
fn put(file: &mut Vec<u8>, marker: u8, header: &[&[u8]]) {
    let length: usize = header.iter().map(|piece| piece.len()).sum();
    file.extend([0xFF, marker]);
    file.extend(((length + 2) as u16).to_be_bytes());
    file.extend(header.iter().flat_map(|piece| *piece));
}

/// Takes a marker, before which any number of bytes 0xFF may stand.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    let marker = *rest.get(fill).filter(|_| fill > 0)?;
    *rest = &rest[fill + 1..];
    Some(marker)
}

/// Takes the header of a segment, which begins with its length.
fn segment<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
    let (header, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(header)
}

/// Where the data of a scan ends: at the first marker that does not restart it.
fn end_of_data(rest: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = rest[at..].iter().position(|byte| *byte == 0xFF) {
        at += found;
        match rest.get(at + 1) {
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            _ => return at,
        }
    }
    rest.len()
}

impl Frame {
    fn none() -> Self {
        Self {
            is_progressive: false,
            width: 0,
            height: 0,
            components: Vec::new(),
        }
    }

    fn of(header: &[u8], is_progressive: bool) -> Result<Self, PictureFault> {
        let [precision, a, b, c, d, count, components @ ..] = header else {
            return Err(PictureFault::Damaged);
        };
        let components = components.chunks_exact(3).map(|component| Component {
            id: component[0],
            sampling: (
                usize::from(component[1] >> 4),
                usize::from(component[1] & 15),
            ),
            table: usize::from(component[2]),
        });
        let frame = Self {
            is_progressive,
            width: usize::from(u16::from_be_bytes([*c, *d])),
            height: usize::from(u16::from_be_bytes([*a, *b])),
            components: components.collect(),
        };
        let is_sampled = |component: &Component| {
            let (across, down) = component.sampling;
            (1..=4).contains(&across) && (1..=4).contains(&down) && component.table < 4
        };
        let is_sound = header.len() == 6 + 3 * usize::from(*count)
            && !frame.components.is_empty()
            && frame.components.iter().all(is_sampled);
        match count {
            _ if !is_sound || frame.width == 0 => Err(PictureFault::Damaged),
            4 => Err(PictureFault::Cmyk),
            1 | 3 if *precision == 8 && frame.height > 0 => {
                frame.cost(is_progressive).allow().map(|()| frame)
            }
            _ => Err(PictureFault::Unusual),
        }
    }

    /// What it takes to decode the picture: the dots, and all coefficients where they
    /// come in several scans.
    fn cost(&self, in_scans: bool) -> Cost {
        let (across, down) = self.largest();
        let samples = |component: &Component| component.sampling.0 * component.sampling.1;
        let samples: usize = self.components.iter().map(samples).sum();
        let held = if in_scans {
            2.0 * samples as f64 / (across * down) as f64
        } else {
            0.0
        };
        Cost {
            width: self.width,
            height: self.height,
            dot: self.components.len() as f64 + held,
        }
    }

    /// The largest sampling factors.
    pub fn largest(&self) -> (usize, usize) {
        let samplings = || self.components.iter().map(|component| component.sampling);
        let across = samplings().map(|(across, _)| across).max();
        let down = samplings().map(|(_, down)| down).max();
        (across.unwrap_or(1), down.unwrap_or(1))
    }
}
