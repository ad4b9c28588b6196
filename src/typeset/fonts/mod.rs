//! The fonts: those built in, and licensed ones that users add. No system font
//! ever reaches a page.

mod face;
mod roles;

pub use face::{Face, FontPlace, read_ahead};
pub use roles::{LATIN, Link, ROLES, Role};

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::FontStore;
use walkdir::WalkDir;

use crate::load::{BlobFault, Files, PathKind, Unread, entries, read_plain};

/// The folder of a workspace for licensed fonts; never committed.
pub const USER_FONTS: &str = "fonts/user";

/// A file, as it was read.
type Found = (PathBuf, Result<Vec<u8>, Unread>);

/// A larger file is no font.
const MAX_BYTES: u64 = 256 << 20;

/// No collection has more faces.
const MOST_FACES: u32 = 256;

/// The 8,105 characters of 通用规范汉字表.
const COMMON: &str = include_str!("tonggui-8105.txt");

/// The fonts that layouts can use, and the chain of them for each role.
pub struct Fonts {
    /// The same faces, as Typst asks for them.
    pub(super) store: FontStore,
    faces: Vec<Face>,
    /// In the order of [`ROLES`].
    chains: [Vec<Link>; ROLES.len()],
    /// Files that are no fonts, or that cannot be read; why git does not have them.
    pub unusable: Vec<(PathBuf, Option<BlobFault>)>,
    /// Those of the work tree, which git ignores, where all else is of a revision.
    pub ignored: Vec<PathBuf>,
}

impl Fonts {
    /// The fonts built in and those in the folders, or files, that are there.
    pub fn of(folders: &[PathBuf]) -> Self {
        Self::with(Vec::new(), folders)
    }

    /// Those of a workspace, too. Of a revision, what git ignores comes from the work tree:
    /// licensed fonts are never committed.
    pub fn of_workspace(workspace: &Files, folders: &[PathBuf]) -> Self {
        let folder = Path::new(USER_FONTS);
        let found = match workspace.is_folder(folder) {
            true => entries(workspace, folder),
            false => Vec::new(),
        };
        let own = found.into_iter().filter_map(|entry| match entry {
            Ok(entry) => (entry.kind != PathKind::Folder).then_some(entry.path),
            // Where a link leads is the user's affair, if that is not git's.
            Err(fault) => Some(fault.path),
        });
        let own = own.filter(|path| is_named_as_font(path));
        let mut own: Vec<Found> = own
            .map(|path| {
                let read = workspace.read(&path, MAX_BYTES);
                (path, read)
            })
            .collect();
        let ignored = workspace.ignored_below(folder).into_iter();
        let ignored: Vec<PathBuf> = ignored.filter(|path| is_named_as_font(path)).collect();
        own.extend(ignored.iter().map(|path| {
            let read = read_plain(&workspace.root().join(path), MAX_BYTES);
            (path.clone(), read)
        }));
        Self {
            ignored,
            ..Self::with(own, folders)
        }
    }

    fn with(found: Vec<Found>, folders: &[PathBuf]) -> Self {
        let mut faces = face::built_in().to_vec();
        let mut unusable = Vec::new();
        let named = folders.iter().flat_map(|folder| files(folder));
        let named = named.map(|path| {
            let read = read_plain(&path, MAX_BYTES);
            (path, read)
        });
        for (path, read) in found.into_iter().chain(named) {
            let fault = match &read {
                Err(Unread::Blob(fault)) => Some(fault.clone()),
                _ => None,
            };
            let bytes = read.unwrap_or_default();
            let bytes = if has_its_faces(&bytes) {
                bytes
            } else {
                Vec::new()
            };
            let mut fonts = Font::iter(Bytes::new(bytes)).peekable();
            if fonts.peek().is_none() {
                unusable.push((path, fault));
                continue;
            }
            for font in fonts {
                let face = Face::new(font, FontPlace::User(path.clone()));
                // The names of the fonts built in are theirs.
                if !faces.iter().any(|known| known.family() == face.family()) {
                    faces.push(face);
                }
            }
        }
        let mut store = FontStore::new();
        for face in &faces {
            store.push((face.clone(), (*face.info).clone()));
        }
        Self {
            store,
            chains: ROLES.map(|role| roles::chain(role, &faces)),
            faces,
            unusable,
            ignored: Vec::new(),
        }
    }

    /// The faces, those built in first.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face of a family.
    pub fn face(&self, family: &str) -> Option<&Face> {
        self.faces.iter().find(|face| face.family() == family)
    }

    /// The chain of a role, in the order in which characters are looked for.
    pub fn chain(&self, role: Role) -> &[Link] {
        &self.chains[role as usize]
    }

    /// The chains as JSON, for layouts.
    pub fn json(&self) -> Vec<u8> {
        let chains = ROLES.map(|role| (role.name(), self.chain(role)));
        serde_json::to_vec(&IndexMap::from(chains)).expect("names are text")
    }

    /// Whether a text in this family is set as one of the roles sets it: in a
    /// font that leads the role's chain, or in the first that has the characters.
    pub fn is_of_role(&self, family: &str, text: &str) -> bool {
        let leads = |chain: &Vec<Link>| {
            let first = chain.iter().find(|link| link.covers.is_none());
            let latin = chain.iter().filter(|link| link.covers == Some(LATIN));
            latin.chain(first).any(|link| link.family == family)
        };
        let prints = |character| {
            let mut faces = ROLES.iter().map(|role| self.face_for(*role, character));
            faces.any(|face| face.is_some_and(|face| face.family() == family))
        };
        self.chains.iter().any(leads) || text.chars().filter(|c| !c.is_whitespace()).all(prints)
    }

    /// The face that prints a character in a role; none where no font has it.
    pub fn face_for(&self, role: Role, character: char) -> Option<&Face> {
        let links = self.chain(role).iter();
        let mut links = links.filter(|link| link.is_for(character));
        links.find_map(|link| self.face(&link.family).filter(|face| face.has(character)))
    }

    /// The family in which a name is set as a whole: the first of the chain that
    /// has all its characters. None where that is the role's first anyway, or
    /// where no single one has them all.
    pub fn family_of_name(&self, role: Role, name: &str) -> Option<&str> {
        let links = self.chain(role).iter().filter(|link| link.covers.is_none());
        let has_all = |family: &&str| {
            let mut characters = name.chars().filter(|c| !c.is_ascii() && !c.is_whitespace());
            let face = self.face(family);
            face.is_some_and(|face| characters.all(|character| face.has(character)))
        };
        let mut families = links.map(|link| link.family.as_str()).enumerate();
        let (place, family) = families.find(|(_, family)| has_all(family))?;
        (place > 0).then_some(family)
    }
}

/// The characters of 通用规范汉字表.
pub fn common_characters() -> impl Iterator<Item = char> {
    COMMON.chars().filter(|one| !one.is_whitespace())
}

/// Whether a collection says that it has as many faces as one can have: they are looked
/// at one by one.
fn has_its_faces(bytes: &[u8]) -> bool {
    let count = bytes.get(8..12).and_then(|count| count.try_into().ok());
    let count = count.map_or(0, u32::from_be_bytes);
    !bytes.starts_with(b"ttcf") || count <= MOST_FACES
}

/// The files of fonts in a folder, in the order of their paths.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name();
    let files = entries.into_iter().flatten();
    let files = files.filter(|entry| !entry.file_type().is_dir());
    let paths = files.map(walkdir::DirEntry::into_path);
    paths.filter(|path| is_named_as_font(path))
}

fn is_named_as_font(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let mut known = ["ttf", "otf", "ttc", "otc"].iter();
    known.any(|known| extension.eq_ignore_ascii_case(known))
}
