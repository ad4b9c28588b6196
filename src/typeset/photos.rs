//! Photos with more dots than any form prints are made smaller, and those that lie are
//! turned, once.

use std::fs;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageEncoder, ImageResult};

use crate::PROGRAM;
use crate::load::{Picture, hexadecimal};

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

    /// The photo as it is, or an upright or smaller one if it lies or has more dots than
    /// are printed.
    pub fn fitted(&self, picture: &Picture, digest: &[u8; 32]) -> Vec<u8> {
        let (width, height) = picture.size();
        let is_upright = picture.orientation == Orientation::NoTransforms;
        if is_upright && width.max(height) <= LONGEST as usize {
            return picture.bytes.clone();
        }
        let kept = self.kept.as_ref();
        let kept = kept.map(|folder| folder.join(hexadecimal(digest)));
        let known = kept.as_ref().and_then(|kept| fs::read(kept).ok());
        if let Some(known) = known.filter(|known| Picture::whole(known).is_ok()) {
            return known;
        }
        match picture.decoded(|dots| redrawn(picture, dots)) {
            Some(Ok(redrawn)) => {
                // Without it, the next build takes longer.
                drop(kept.map(|kept| keep(&kept, &redrawn)));
                redrawn
            }
            _ => picture.bytes.clone(),
        }
    }
}

/// A picture upright and with its longer side no longer than is printed; as PNG where it
/// has transparent dots, or is one and has no dots too many.
fn redrawn(picture: &Picture, dots: DynamicImage) -> ImageResult<Vec<u8>> {
    let is_large = dots.width().max(dots.height()) > LONGEST;
    let is_png = dots.color().has_alpha() || !is_large && !picture.is_jpeg();
    let mut dots = match is_large {
        true => dots.thumbnail(LONGEST, LONGEST),
        false => dots,
    };
    dots.apply_orientation(picture.orientation);
    let dots: DynamicImage = match (dots.color().has_alpha(), dots.color().has_color()) {
        (true, _) => dots.into_rgba8().into(),
        (_, true) => dots.into_rgb8().into(),
        _ => dots.into_luma8().into(),
    };
    let mut file = Vec::new();
    match is_png {
        true => write(picture, &dots, PngEncoder::new(&mut file)),
        false => write(
            picture,
            &dots,
            JpegEncoder::new_with_quality(&mut file, QUALITY),
        ),
    }?;
    Ok(file)
}

fn write(
    picture: &Picture,
    dots: &DynamicImage,
    mut encoder: impl ImageEncoder,
) -> ImageResult<()> {
    if let Some(profile) = &picture.profile {
        drop(encoder.set_icc_profile(profile.clone()));
    }
    dots.write_with_encoder(encoder)
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

    fn fitted(photos: &Photos, bytes: &[u8]) -> Vec<u8> {
        photos.fitted(&Picture::whole(bytes).unwrap(), &[7; 32])
    }

    #[test]
    fn what_is_printed_whole_stays_as_it_is() {
        let bytes = photo(826, 1181);
        let plain = fitted(&Photos::default(), &bytes);
        let dots = |file: &[u8]| image::load_from_memory(file).unwrap();
        assert!(dots(&plain) == dots(&bytes));
        assert!(fitted(&Photos::default(), &plain) == plain);
    }

    #[test]
    fn a_large_one_keeps_its_shape_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::kept_in(folder.path());
        let bytes = photo(2000, 2800);
        let smaller = fitted(&photos, &bytes);
        assert_eq!(Picture::whole(&smaller).unwrap().size(), (844, 1181));
        assert!(smaller.len() < bytes.len() / 2);
        let kept: Vec<_> = walkdir::WalkDir::new(folder.path())
            .into_iter()
            .filter_map(|entry| Some(entry.unwrap()).filter(|entry| entry.file_type().is_file()))
            .collect();
        assert_eq!(kept.len(), 1);
        assert!(fitted(&photos, &bytes) == smaller);
        // One that was cut off is made anew, and so it is without a folder: that only
        // saves time.
        fs::write(kept[0].path(), &smaller[..smaller.len() / 2]).unwrap();
        assert!(fitted(&photos, &bytes) == smaller);
        assert!(fitted(&Photos::default(), &bytes) == smaller);
    }
}
