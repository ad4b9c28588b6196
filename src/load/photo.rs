//! Photos: inside the organisation's folder, JPEG or PNG.

use std::path::{Component, Path, PathBuf};

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
    let inside = given
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(PhotoFault::Outside);
    }
    let folder = Path::new(DATA).join(unit);
    let path = folder.join(given);
    let Ok(real) = root.join(&path).canonicalize() else {
        return Err(PhotoFault::Missing);
    };
    let folder = root
        .join(folder)
        .canonicalize()
        .map_err(|_| PhotoFault::Missing)?;
    if !real.starts_with(folder) {
        return Err(PhotoFault::Outside);
    }
    if !real.is_file() {
        return Err(PhotoFault::NotImage);
    }
    let known = matches!(
        imagesize::image_type(&header(&real).ok_or(PhotoFault::Missing)?),
        Ok(imagesize::ImageType::Jpeg | imagesize::ImageType::Png)
    );
    match imagesize::size(&real) {
        Ok(size) if known && size.width > 0 && size.height > 0 => Ok(Photo {
            path,
            width: size.width,
            height: size.height,
        }),
        _ => Err(PhotoFault::NotImage),
    }
}

fn header(path: &Path) -> Option<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .ok()?
        .take(32)
        .read_to_end(&mut bytes)
        .ok()?;
    Some(bytes)
}
