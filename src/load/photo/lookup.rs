//! Where the photo is that a text names. Windows writes paths with `\`, and knows no
//! difference between `.JPG` and `.jpg`; people leave out the folder or the ending. A photo
//! is taken for what is meant where it is the only one that can be.

use std::path::{Component, Path, PathBuf};

use super::{PhotoFault, path_of_photo};
use crate::load::files::{Files, PathKind};
use crate::load::walk::DATA;
use crate::model::nearest::near_keys;

/// The folder of photos.
const FOLDER: &str = "照片";
/// How names of photos end, and of what is none yet.
const ENDINGS: [&str; 3] = ["jpg", "jpeg", "png"];
const OTHERS: [&str; 8] = ["heic", "heif", "webp", "bmp", "gif", "tif", "tiff", "avif"];

/// A photo that is there.
pub struct Place {
    /// Its path, relative to the workspace.
    pub path: PathBuf,
    /// As it should be named, where it is named otherwise.
    pub usual: Option<String>,
}

/// The photo below the folder of an organisation that a text names.
///
/// # Errors
/// Where there is none, several can be meant, or it is outside of the folder.
pub fn place(files: &Files, unit: &str, photo: &str) -> Result<Place, PhotoFault> {
    let folder = Path::new(DATA).join(unit);
    if is_plain(Path::new(photo))
        && let Some(is_inside) = is_inside(files, &folder, Path::new(photo))
    {
        let path = path_of_photo(unit, photo);
        let place = Place { path, usual: None };
        return if is_inside {
            Ok(place)
        } else {
            Err(PhotoFault::Outside(None))
        };
    }
    let usual = photo.replace('\\', "/");
    let usual = usual.trim_start_matches("./").trim_start_matches('/');
    let is_below = is_plain(Path::new(usual));
    let meant = if is_below {
        meant(files, &folder, usual)
    } else {
        Vec::new()
    };
    match &meant[..] {
        [one] => match is_inside(files, &folder, Path::new(one)) {
            Some(true) => Ok(Place {
                path: path_of_photo(unit, one),
                usual: Some(one.clone()),
            }),
            _ => Err(PhotoFault::Outside(None)),
        },
        _ if is_below && !Path::new(photo).is_absolute() => {
            let near = if meant.is_empty() {
                near(files, &folder, usual)
            } else {
                meant
            };
            Err(PhotoFault::Missing(near))
        }
        _ => {
            let own = usual
                .rsplit('/')
                .next()
                .map(|name| self::meant(files, &folder, name));
            let own = own
                .filter(|own| own.len() == 1)
                .and_then(|mut own| own.pop());
            Err(PhotoFault::Outside(own))
        }
    }
}

/// As a photo should be named that is there, where it is named otherwise.
pub fn usual_photo(files: &Files, unit: &str, photo: &str) -> Option<String> {
    place(files, unit, photo).ok()?.usual
}

fn is_plain(path: &Path) -> bool {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    path.components().all(is_plain)
}

/// The photos below a folder that a path is meant for: its name in other letters, without
/// its ending, without the folder of photos.
fn meant(files: &Files, folder: &Path, path: &str) -> Vec<String> {
    let (of, name) = path.rsplit_once('/').unwrap_or(("", path));
    let own = listed(files, folder, of).into_iter();
    let photos = listed(files, folder, FOLDER)
        .into_iter()
        .filter(|_| of.is_empty());
    let name = name.to_lowercase();
    let mut meant: Vec<String> = own
        .chain(photos)
        .filter(|path| is_named(path, &name))
        .collect();
    meant.sort();
    meant
}

fn is_named(path: &str, name: &str) -> bool {
    let own = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let without = own
        .rsplit_once('.')
        .filter(|(_, ending)| ENDINGS.contains(ending));
    own == name || without.is_some_and(|(stem, _)| stem == name)
}

/// Photos and pictures of other kinds that are named nearly so, in whichever folder.
fn near(files: &Files, folder: &Path, path: &str) -> Vec<String> {
    let name = stem(path);
    let all = std::iter::once(String::new()).chain(names(files, folder, true));
    let all = all.flat_map(|of| listed(files, folder, &of));
    let pictures: Vec<String> = all.filter(|it| is_picture(it)).collect();
    let near = match pictures.iter().any(|path| stem(path) == name) {
        true => vec![name],
        false => near_keys(name, pictures.iter().map(|path| stem(path))),
    };
    let near = pictures.iter().filter(|path| near.contains(&stem(path)));
    near.cloned().collect()
}

/// The photos in the folder of an organisation, by their paths there.
pub fn photos(files: &Files, unit: &str) -> Vec<String> {
    let photos = listed(files, &Path::new(DATA).join(unit), FOLDER).into_iter();
    photos.filter(|path| is_picture(path)).collect()
}

/// The folder that changes when a photo is added, relative to the workspace.
pub fn folder_of_photos(files: &Files, unit: &str) -> PathBuf {
    let folder = path_of_photo(unit, FOLDER);
    match files.is_folder(&folder) {
        true => folder,
        false => Path::new(DATA).join(unit),
    }
}

/// The name of a photo without its folder and its ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    ENDINGS.contains(&&*ending) || OTHERS.contains(&&*ending)
}

/// The files of a folder below another one, by their paths below that, in their order.
fn listed(files: &Files, folder: &Path, of: &str) -> Vec<String> {
    let names = names(files, &folder.join(of), false).into_iter();
    let path = |name: String| match of {
        "" => name,
        of => format!("{of}/{name}"),
    };
    names.map(path).collect()
}

/// The names in a folder, of folders or of all else, in their order, but for hidden ones.
fn names(files: &Files, folder: &Path, of_folders: bool) -> Vec<String> {
    let names = files.names(folder).unwrap_or_default().into_iter();
    let names = names.filter(|(_, kind)| (*kind == PathKind::Folder) == of_folders);
    let names = names.filter_map(|(name, _)| name.into_string().ok());
    names.filter(|name| !name.starts_with('.')).collect()
}

/// Whether what stands below a folder is there in truth; none where nothing stands there.
/// What no link leads to needs no further look.
fn is_inside(files: &Files, folder: &Path, below: &Path) -> Option<bool> {
    let mut path = folder.to_owned();
    let mut is_link = false;
    for part in below {
        path.push(part);
        is_link |= files.is_link(&path)?;
    }
    if !is_link {
        return Some(true);
    }
    Some(files.real(&path)?.is_within(&files.real(folder)?))
}
