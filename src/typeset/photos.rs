//! Photos with more dots than any form prints are made smaller, once.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder as _, ImageReader};
use sha2::{Digest as _, Sha256};

use crate::PROGRAM;
use crate::load::hexadecimal;

/// The longer side in dots: 100 mm with 300 dots an inch. A photo of 2 inches is half
/// as long.
const LONGEST: u32 = 1181;
/// Of JPEG: nothing to be seen of it in print.
const QUALITY: u8 = 92;

/// Photos as they go into files.
#[derive(Clone, Debug, Default)]
pub struct Photos {
    /// Where those made smaller are kept.
    kept: Option<PathBuf>,
}

impl Photos {
    /// Keeps photos that were made smaller in a folder, which is made when it is
    /// needed.
    pub fn kept_in(folder: &Path) -> Self {
        Self {
            kept: Some(folder.join(PROGRAM)),
        }
    }

    /// The photo as it is, or a smaller one if it has more dots than are printed. One
    /// that cannot be read stays as it is: the layout engine says what is wrong.
    pub fn fitted(&self, bytes: Vec<u8>) -> Vec<u8> {
        match imagesize::blob_size(&bytes) {
            Ok(size) if size.width.max(size.height) > LONGEST as usize => {}
            _ => return bytes,
        }
        let name = hexadecimal(&Sha256::digest(&bytes));
        let kept = self.kept.as_ref().map(|folder| folder.join(name));
        if let Some(known) = kept.as_ref().and_then(|kept| fs::read(kept).ok()) {
            return known;
        }
        let Some(smaller) = smaller(&bytes) else {
            return bytes;
        };
        // Without it, the next build takes longer.
        drop(kept.map(|kept| keep(&kept, &smaller)));
        smaller
    }
}

/// The photo upright and with its longer side of the right length, in its own format.
fn smaller(bytes: &[u8]) -> Option<Vec<u8>> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut decoder = reader.ok()?.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let picture = picture.thumbnail(LONGEST, LONGEST);
    let mut smaller = Vec::new();
    let written = match picture.color().has_alpha() {
        true => {
            let mut encoder = PngEncoder::new(&mut smaller);
            drop(profile.map(|profile| encoder.set_icc_profile(profile)));
            picture.to_rgba8().write_with_encoder(encoder)
        }
        false => {
            let mut encoder = JpegEncoder::new_with_quality(&mut smaller, QUALITY);
            drop(profile.map(|profile| encoder.set_icc_profile(profile)));
            match picture.color().has_color() {
                true => picture.to_rgb8().write_with_encoder(encoder),
                false => picture.to_luma8().write_with_encoder(encoder),
            }
        }
    };
    written.ok().map(|()| smaller)
}

/// Keeps a file whole, readable by its owner alone, whoever else makes it at the same
/// time; what other states of the program made goes.
fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    if !folder.is_dir() {
        for other in folder.parent().into_iter().flat_map(fs::read_dir).flatten() {
            drop(fs::remove_dir_all(other?.path()));
        }
        fs::create_dir_all(folder)?;
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x / 16) as u8, (y / 16) as u8, 128])
        });
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
        picture.write_with_encoder(encoder).unwrap();
        bytes
    }

    fn size(bytes: &[u8]) -> (usize, usize) {
        let size = imagesize::blob_size(bytes).unwrap();
        (size.width, size.height)
    }

    #[test]
    fn what_is_printed_whole_stays_as_it_is() {
        let bytes = photo(826, 1181);
        assert!(Photos::default().fitted(bytes.clone()) == bytes);
        assert!(Photos::default().fitted(b"no picture".to_vec()) == b"no picture");
    }

    #[test]
    fn a_large_one_keeps_its_shape_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::kept_in(folder.path());
        let bytes = photo(2000, 2800);
        let smaller = photos.fitted(bytes.clone());
        assert_eq!(size(&smaller), (844, 1181));
        assert!(smaller.len() < bytes.len() / 2);
        let kept: Vec<_> = walkdir::WalkDir::new(folder.path())
            .into_iter()
            .filter(|entry| entry.as_ref().unwrap().file_type().is_file())
            .collect();
        assert_eq!(kept.len(), 1);
        assert!(photos.fitted(bytes.clone()) == smaller);
        // The same without a folder: it only saves time.
        assert!(Photos::default().fitted(bytes) == smaller);
    }
}
