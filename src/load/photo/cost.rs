//! What a picture may cost, and why bytes are none that can be printed.

/// Why bytes are no picture that can be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// Neither JPEG nor PNG.
    NotImage,
    /// The same, of a kind that is known.
    Foreign(&'static str),
    /// Something of it is missing or wrong.
    Damaged,
    /// Of four colours, which is for printing presses.
    Cmyk,
    /// Of a kind that few programs can read.
    Unusual,
    /// Too many dots.
    TooManyDots {
        /// Its width.
        width: usize,
        /// Its height.
        height: usize,
        /// The most dots of pictures that are stored like it, in millions.
        most: usize,
    },
}

/// What it takes to decode a picture.
pub struct Cost {
    /// Its width in dots.
    pub width: usize,
    /// Its height in dots.
    pub height: usize,
    /// Bytes for each dot.
    pub dot: f64,
}

/// No decoded picture is larger, so that the program needs no more than 300 MB.
const MOST_BYTES: f64 = 150e6;
/// Nor has it more dots, in millions: a page of A4 at 600 dots an inch has 35.
const MOST_DOTS: usize = 50;
impl Cost {
    /// Whether it is not too much.
    pub fn allow(&self) -> Result<(), PictureFault> {
        let most = MOST_DOTS.min((MOST_BYTES / self.dot / 1e6) as usize);
        match self.dots() <= most as f64 * 1e6 {
            true => Ok(()),
            false => Err(PictureFault::TooManyDots {
                width: self.width,
                height: self.height,
                most,
            }),
        }
    }

    /// Its width times its height.
    pub fn dots(&self) -> f64 {
        self.width as f64 * self.height as f64
    }
}
