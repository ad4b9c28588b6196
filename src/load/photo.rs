//! Photos: inside the organisation's folder, JPEG or PNG.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Component, Path, PathBuf};

use imagesize::ImageType;

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
    if !is_inside(&root.join(folder), given).ok_or(PhotoFault::Missing)? {
        return Err(PhotoFault::Outside);
    }
    let (width, height) = size(&root.join(&path))?;
    Ok(Photo {
        path,
        width,
        height,
    })
}

/// Whether what stands below a folder is there in truth; none where nothing stands there.
/// What no link leads to needs no further look.
fn is_inside(folder: &Path, below: &Path) -> Option<bool> {
    let mut path = folder.to_owned();
    let mut is_link = false;
    for part in below {
        path.push(part);
        is_link |= path.symlink_metadata().ok()?.is_symlink();
    }
    if !is_link {
        return Some(true);
    }
    let real = |path: &Path| path.canonicalize().ok();
    Some(real(&path)?.starts_with(real(folder)?))
}

/// Width and height of a picture in pixels.
fn size(path: &Path) -> Result<(usize, usize), PhotoFault> {
    if !path.is_file() {
        return Err(PhotoFault::NotImage);
    }
    let file = File::open(path).map_err(|_| PhotoFault::Missing)?;
    let mut reader = BufReader::with_capacity(HEADER, file);
    let header = reader.fill_buf().map_err(|_| PhotoFault::Missing)?;
    let kind = imagesize::image_type(header);
    let known = matches!(kind, Ok(ImageType::Jpeg | ImageType::Png));
    match imagesize::reader_size(reader) {
        Ok(size) if known && size.width > 0 && size.height > 0 => Ok((size.width, size.height)),
        _ => Err(PhotoFault::NotImage),
    }
}

/// Most pictures say their size in so many bytes.
const HEADER: usize = 1024;
