//! Photos: inside the organisation's folder, JPEG or PNG.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use imagesize::{ImageSize, ImageType};

use super::walk::DATA;

/// Why a photo cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// No such file.
    Missing,
    /// Outside the organisation's folder, by its path or through a link.
    Outside,
    /// Neither JPEG nor PNG, or broken.
    NotImage,
}

/// A photo that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its path, relative to the workspace.
    pub path: PathBuf,
    /// Its width in pixels.
    pub width: usize,
    /// Its height in pixels.
    pub height: usize,
}

/// The photo of a member, where it can be used.
///
/// # Errors
/// Where the file is missing, outside the folder of the organisation, or no
/// picture.
pub fn photo(root: &Path, unit: &str, photo: &str) -> Result<Photo, PhotoFault> {
    let given = Path::new(photo);
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !given.components().all(is_plain) {
        return Err(PhotoFault::Outside);
    }
    let folder = Path::new(DATA).join(unit);
    let path = folder.join(given);
    let real = |path: &Path| root.join(path).canonicalize();
    let (Ok(file), Ok(folder)) = (real(&path), real(&folder)) else {
        return Err(PhotoFault::Missing);
    };
    if !file.starts_with(folder) {
        return Err(PhotoFault::Outside);
    }
    if !file.is_file() {
        return Err(PhotoFault::NotImage);
    }
    let header = header(&file).map_err(|_| PhotoFault::Missing)?;
    let kind = imagesize::image_type(&header);
    let is_known = matches!(kind, Ok(ImageType::Jpeg | ImageType::Png));
    match imagesize::size(&file) {
        Ok(ImageSize { width, height }) if is_known && width > 0 && height > 0 => Ok(Photo {
            path,
            width,
            height,
        }),
        _ => Err(PhotoFault::NotImage),
    }
}

fn header(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(32).read_to_end(&mut bytes)?;
    Ok(bytes)
}
