//! The fonts: those built in, and licensed ones that users add. No system font
//! ever reaches a page.

mod face;
mod roles;

pub use face::{Face, Place, read_ahead};
pub use roles::{LATIN, Link, ROLES, Role};

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;
use walkdir::WalkDir;

/// The folder of a workspace for licensed fonts; never committed.
pub const USER_FONTS: &str = "fonts/user";

/// The 8,105 characters of 通用规范汉字表.
const COMMON: &str = include_str!("tonggui-8105.txt");

/// The fonts that layouts can use, and the chain of them for each role.
pub struct Fonts {
    store: FontStore,
    faces: Vec<Face>,
    chains: Vec<(Role, Vec<Link>)>,
    /// Files that are no fonts, or that cannot be read.
    pub unusable: Vec<PathBuf>,
}

impl Fonts {
    /// The fonts built in.
    pub fn built_in() -> Self {
        Self::with(Vec::new(), Vec::new())
    }

    /// The fonts built in and those in the folders, or files, that are there.
    pub fn of(folders: &[PathBuf]) -> Self {
        let mut faces = Vec::new();
        let mut unusable = Vec::new();
        for path in folders.iter().flat_map(|folder| files(folder)) {
            let fonts: Vec<Font> = match std::fs::read(&path) {
                Ok(bytes) => Font::iter(Bytes::new(bytes)).collect(),
                Err(_) => Vec::new(),
            };
            if fonts.is_empty() {
                unusable.push(path);
                continue;
            }
            faces.extend(fonts.into_iter().map(|font| Face::of_user(font, &path)));
        }
        Self::with(faces, unusable)
    }

    fn with(user: Vec<Face>, unusable: Vec<PathBuf>) -> Self {
        let mut faces = face::built_in().to_vec();
        // The names of the fonts built in are theirs.
        for face in user {
            if !faces.iter().any(|known| known.family() == face.family()) {
                faces.push(face);
            }
        }
        let chains = roles::chains(&faces);
        let mut store = FontStore::new();
        for face in &faces {
            store.push((face.font.clone(), face.info.clone()));
        }
        Self {
            store,
            faces,
            chains,
            unusable,
        }
    }

    /// What is known of each font.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// The font of an index of the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The faces, those built in first.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The chain of a role, in the order in which characters are looked for.
    pub fn chain(&self, role: Role) -> &[Link] {
        let chain = self.chains.iter().find(|(known, _)| *known == role);
        chain.map_or(&[], |(_, chain)| chain)
    }

    /// The chains as JSON, for layouts.
    pub fn json(&self) -> Vec<u8> {
        let chains = self.chains.iter().map(|(role, chain)| {
            let links = chain.iter().map(Link::json).collect();
            (role.name().to_owned(), serde_json::Value::Array(links))
        });
        let chains: serde_json::Map<String, serde_json::Value> = chains.collect();
        serde_json::to_vec(&chains).expect("names are text")
    }

    /// Whether a text in this family is set as one of the roles sets it: in a
    /// font that leads the role's chain, or in the first that has the characters.
    pub fn is_of_role(&self, family: &str, text: &str) -> bool {
        let leads = |(_, chain): &(Role, Vec<Link>)| {
            let first = chain.iter().find(|link| link.covers.is_none());
            let latin = chain.iter().filter(|link| link.covers == Some(LATIN));
            latin.chain(first).any(|link| link.family == family)
        };
        self.chains.iter().any(leads)
            || text
                .chars()
                .filter(|c| !c.is_whitespace())
                .all(|character| {
                    let mut faces = ROLES
                        .iter()
                        .filter_map(|role| self.face_for(*role, character));
                    faces.any(|face| face.family() == family)
                })
    }

    /// The face that prints a character in a role; none where no font has it.
    pub fn face_for(&self, role: Role, character: char) -> Option<&Face> {
        let covering = |link: &&Link| link.is_for(character);
        let mut faces = self.chain(role).iter().filter(covering).filter_map(|link| {
            let face = self.faces.iter().find(|face| face.family() == link.family);
            face.filter(|face| face.has(character))
        });
        faces.next()
    }

    /// The family in which a name is set as a whole: the first of the chain that
    /// has all its characters. None where that is the role's first anyway, or
    /// where no single one has them all.
    pub fn family_of_name(&self, role: Role, name: &str) -> Option<&str> {
        let mut links = self.chain(role).iter();
        let mut families = links
            .by_ref()
            .filter(|link| link.covers.is_none())
            .map(|link| link.family.as_str());
        let has_all = |family: &&str| {
            let face = self.faces.iter().find(|face| face.family() == *family);
            let mut characters = name.chars().filter(|c| !c.is_ascii() && !c.is_whitespace());
            face.is_some_and(|face| characters.all(|character| face.has(character)))
        };
        let first = families.next()?;
        if has_all(&first) {
            return None;
        }
        families.find(has_all)
    }
}

/// The characters of 通用规范汉字表.
pub fn common_characters() -> impl Iterator<Item = char> {
    COMMON
        .chars()
        .filter(|character| !character.is_whitespace())
}

/// The files of fonts in a folder, in the order of their paths.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    let is_font = |path: &PathBuf| {
        let extension = path
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        ["ttf", "otf", "ttc", "otc"].contains(&extension.to_ascii_lowercase().as_str())
    };
    files
        .map(walkdir::DirEntry::into_path)
        .filter(is_font)
        .collect()
}
