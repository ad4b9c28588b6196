//! Pictures that can be printed: JPEG and PNG of gray or RGB.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageResult};

use super::cost::PictureFault;
use super::foreign::kind;
use super::jpeg::{self, Jpeg};
use super::png::{self, Png};
use super::scans;

/// Pictures that need more bytes are decoded one after the other.
const MUCH: f64 = 20e6;

static TURN: Mutex<()> = Mutex::new(());

/// A picture with nothing beside it.
pub struct Picture {
    /// The file: the dots as they were stored, and what their colours are. Nothing else
    /// of what stood in the file is left.
    pub bytes: Vec<u8>,
    /// What its colours are, where that is said: the numbers of an ICC profile.
    pub profile: Option<Vec<u8>>,
    /// How it must be turned to stand upright.
    pub orientation: Orientation,
    /// Its width and height as it is stored.
    stored: (usize, usize),
    /// The bytes that it needs when it is decoded.
    need: f64,
}

impl Picture {
    /// Reads what a file says of itself; nothing is decoded.
    ///
    /// # Errors
    /// Where it is no picture that can be printed.
    pub fn of(bytes: &[u8]) -> Result<Self, PictureFault> {
        let (plain, profile, exif, cost) = if bytes.starts_with(&jpeg::START) {
            let jpeg = Jpeg::of(bytes)?;
            (jpeg.plain(), jpeg.profile(), jpeg.exif, jpeg.cost())
        } else if bytes.starts_with(&png::START) {
            let png = Png::of(bytes)?;
            (png.plain(), png.profile(), png.exif, png.header.cost())
        } else {
            return Err(kind(bytes).map_or(PictureFault::NotImage, PictureFault::Foreign));
        };
        Ok(Self {
            bytes: plain,
            profile,
            orientation: exif
                .and_then(Orientation::from_exif_chunk)
                .unwrap_or(Orientation::NoTransforms),
            stored: (cost.width, cost.height),
            need: cost.dots() * cost.dot,
        })
    }

    /// The same, after the picture was decoded whole.
    ///
    /// # Errors
    /// Where something of it is missing or wrong.
    pub fn whole(bytes: &[u8]) -> Result<Self, PictureFault> {
        let picture = Self::of(bytes)?;
        let is_whole = match picture.is_jpeg() {
            true => scans::are_whole(&Jpeg::of(&picture.bytes)?),
            false => Png::of(&picture.bytes)?.is_whole(),
        };
        match is_whole && picture.decoded(drop).is_some() {
            true => Ok(picture),
            false => Err(PictureFault::Damaged),
        }
    }

    /// Its width and height as it is drawn.
    pub fn size(&self) -> (usize, usize) {
        let (width, height) = self.stored;
        match self.orientation {
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => (width, height),
            _ => (height, width),
        }
    }

    /// What is made of its dots as they are stored; none where they cannot be decoded.
    pub fn decoded<T>(&self, make: impl FnOnce(DynamicImage) -> T) -> Option<T> {
        let is_much = self.need > MUCH;
        let turn = || TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let _turn = is_much.then(turn);
        let file = Cursor::new(&self.bytes[..]);
        let decoded: ImageResult<DynamicImage> = match self.is_jpeg() {
            true => JpegDecoder::new(file).and_then(DynamicImage::from_decoder),
            false => PngDecoder::new(file).and_then(DynamicImage::from_decoder),
        };
        decoded.ok().map(make)
    }

    /// Whether it is a JPEG.
    pub fn is_jpeg(&self) -> bool {
        self.bytes.starts_with(&jpeg::START)
    }
}
