//! Files to model: the folder tree of `data/` becomes a [`Workspace`].
//!
//! A bad value never stops the reading of its file, a bad file never stops the
//! reading of others: what is wrong is kept with its place.

mod alias;
mod characters;
mod comment;
mod copies;
mod digest;
mod draft;
pub mod edit;
mod encoding;
mod extension;
mod failed;
mod files;
mod fold;
mod folder;
mod git;
mod insertion;
mod limits;
mod meant;
mod misnamed;
mod path_fault;
mod photo;
mod plain;
pub mod raw;
mod replacement;
mod seen;
mod shape;
mod slips;
mod source;
mod text;
mod travelling;
mod tree;
mod tree_fault;
mod walk;
mod written;
mod yaml_error;

pub use characters::place as place_of_character;
pub use copies::original;
pub use digest::{Digesting, hexadecimal};
pub use encoding::{Decoded, Encoding, decoded};
pub use extension::{renamed, usual};
pub use failed::failed_at;
pub use files::{Files, PathKind, Real};
pub use folder::{Entry, below, entries};
pub use git::{BlobFault, Git, GitFault, Revision};
pub use path_fault::{PathFault, PathFaultKind};
pub use photo::{Album, Known, Photo, PhotoFault, Picture, PictureFault};
pub use photo::{
    MOST_BYTES as MOST_BYTES_OF_PHOTO, folder_of_photos, path_of_photo, photos,
    stem as stem_of_photo, usual_photo,
};
pub use plain::{Unread, open_plain, read_plain};
pub use seen::{Seen, TICK, written};
pub use source::{MAX_BYTES, SourceFault, read_bytes, read_text, text_of};
pub use text::TextFile;
pub use travelling::{NotPortable, travelling};
pub use tree::parse;
pub use tree_fault::{TreeFault, YamlCause};
pub use walk::{DATA, FoundOrganisation, MEMBERS, ORGANISATION, ROUND, TEXTS, UNFINISHED, walk};
pub use written::file as text_of_new;

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::model::figures::ReportedFigures;
use crate::model::handle::{ById, MemberId, UnitId};
use crate::model::node::{Kind, Node};
use crate::model::numbered::{Document, Limits};
use crate::model::organisation::Organisation;
use crate::model::problem::Problem;
use crate::model::round::Round;
use crate::model::settings::Settings;
use crate::model::value::Given as _;

/// The settings of a workspace, at its top.
pub const SETTINGS: &str = "paicha.yaml";

/// What a workspace is made of, relative to it.
pub const PARTS: [&str; 4] = [DATA, "layouts", "fonts", SETTINGS];

/// A YAML file: its path, what it says, and what is wrong with its shape.
#[derive(Clone, Debug)]
pub struct File<T> {
    /// Path relative to the workspace, with `/`.
    pub path: PathBuf,
    /// The record, unless the file could not be read at all.
    pub record: Option<T>,
    /// Faults of keys and values.
    pub problems: Vec<Problem>,
    /// Why the file, or a part of it that is not known, could not be read.
    pub faults: Vec<FileFault>,
    /// SHA-256 of its text; zeros if it could not be read.
    pub digest: [u8; 32],
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Its bytes are no text of ours.
    Source(SourceFault),
    /// Its text is no YAML.
    Tree(TreeFault),
}

/// An organisation with what its folder holds, but for what its members' files say.
#[derive(Debug)]
pub struct Unit {
    /// Path relative to `data/`, with `/`.
    pub path: String,
    /// The organisation above.
    pub parent: Option<UnitId>,
    /// Those right below.
    pub below: Vec<UnitId>,
    /// `党组织.yaml`.
    pub organisation: File<Organisation>,
    /// The paths of `党员/*.yaml`, relative to the workspace, in their byte order.
    pub member_paths: ById<MemberId, PathBuf>,
    /// `汇总上报.yaml`.
    pub figures: Option<File<ReportedFigures>>,
    /// `报告/`: texts that take the place of the forms' own.
    pub texts: Vec<TextFile>,
}

impl Unit {
    /// Whether members' files can stand in its folder: nothing stands below it, and it does
    /// not hand in figures alone.
    pub fn takes_members(&self) -> bool {
        self.below.is_empty() && self.figures.is_none()
    }
}

/// Everything below `data/`, but for what members' files say.
#[derive(Debug)]
pub struct Workspace {
    /// Where its files are read.
    pub files: Files,
    /// `paicha.yaml`; absent where there is none.
    pub settings: Option<File<Settings>>,
    /// `排查.yaml`; absent where there is none.
    pub round: Option<File<Round>>,
    /// `报告/` right below `data/`: texts of the round's documents.
    pub texts: Vec<TextFile>,
    /// Organisations in the byte order of their paths: parents before children.
    pub units: ById<UnitId, Unit>,
    /// Faults of files and folders.
    pub faults: Vec<PathFault>,
    /// Copies of files that were being corrected when that was cut off.
    pub unfinished: Vec<PathBuf>,
    /// The photos of members.
    pub album: Album,
}

impl Workspace {
    /// What is said of the round; none where its file is not there or cannot be read.
    pub fn round(&self) -> Option<&Round> {
        self.round.as_ref()?.record.as_ref()
    }

    /// Reads the workspace but for its members, files in parallel.
    pub fn load(files: &Files) -> Self {
        Self::load_with(files, Album::default())
    }

    /// The same with an album of photos.
    pub fn load_with(files: &Files, album: Album) -> Self {
        let walk = walk(files);
        let mut faults = walk.faults;
        let settings = settings(files, &mut faults);
        Self {
            files: files.clone(),
            settings: settings.map(|path| read_file(files, &path)),
            round: walk.round.map(|path| read_file(files, &path)),
            texts: TextFile::all(files, &walk.texts),
            units: walk
                .organisations
                .par_map(|_, found| read_unit(files, found)),
            faults,
            unfinished: walk.unfinished,
            album,
        }
    }

    /// Whether a unit is another one or stands below it.
    pub fn is_within(&self, unit: UnitId, above: UnitId) -> bool {
        self.above(unit).any(|unit| unit == above)
    }

    /// A unit and the ones above it, from the nearest.
    pub fn above(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(Some(unit), |unit| self.units[*unit].parent)
    }

    /// Who issues letters of introduction for a unit: the nearest committee, itself or
    /// above, else who stands at the top.
    pub fn issuer(&self, unit: UnitId) -> UnitId {
        let is_committee = |unit: &UnitId| {
            let organisation = self.units[*unit].organisation.record.as_ref();
            let kind = organisation.and_then(|organisation| organisation.kind.given());
            kind.is_some_and(|kind| kind.issues_letters())
        };
        let mut above = self.above(unit);
        above
            .find(is_committee)
            .or_else(|| self.above(unit).last())
            .unwrap_or(unit)
    }

    /// A unit and all that stand below it, in their order.
    pub fn within(&self, unit: UnitId) -> Vec<UnitId> {
        let below = self.units[unit].below.iter();
        let below = below.flat_map(|below| self.within(*below));
        let mut within: Vec<UnitId> = std::iter::once(unit).chain(below).collect();
        within.sort_unstable();
        within
    }

    /// Number of YAML files read.
    pub fn file_count(&self) -> usize {
        let own = usize::from(self.round.is_some()) + usize::from(self.settings.is_some());
        let of_units = self.units.values().map(|unit| {
            usize::from(unit.organisation.record.is_some()) + usize::from(unit.figures.is_some())
        });
        own + of_units.sum::<usize>() + self.member_count()
    }

    /// Number of member files.
    pub fn member_count(&self) -> usize {
        let members = self
            .units
            .values()
            .map(|unit| unit.member_paths.values().len());
        members.sum()
    }
}

/// The file of the settings, where there is one.
fn settings(files: &Files, faults: &mut Vec<PathFault>) -> Option<PathBuf> {
    let names = files.names(Path::new("")).unwrap_or_default();
    let names = names.into_keys().filter_map(|name| name.into_string().ok());
    let mut names: Vec<String> = names
        .filter(|name| renamed(name).as_deref() == Some(SETTINGS))
        .filter(|name| files.exists(Path::new(name)))
        .collect();
    // The usual name first.
    names.sort_by_key(|name| (name != SETTINGS, name.clone()));
    let mut read: Option<&String> = None;
    for name in &names {
        let kind = match read {
            _ if usual(name).is_none() => PathFaultKind::Extension,
            _ if files.leads_outside(Path::new(name)) => PathFaultKind::LinkOutside,
            Some(read) => PathFaultKind::Twin(read.clone()),
            None => {
                read = Some(name);
                match name == SETTINGS {
                    true => continue,
                    false => PathFaultKind::OtherExtension,
                }
            }
        };
        faults.push(PathFault::new(name, kind));
    }
    read.map(PathBuf::from)
}

fn read_unit(files: &Files, found: &FoundOrganisation) -> Unit {
    let figures = found.figures.as_deref();
    Unit {
        path: found.path.clone(),
        parent: found.parent,
        below: found.below.clone(),
        organisation: read_file(files, &found.file.clone().unwrap_or_default()),
        member_paths: found.members.values().flatten().cloned().collect(),
        figures: figures.map(|path| read_file(files, path)),
        texts: TextFile::all(files, &found.texts),
    }
}

/// Reads one YAML file as a record.
pub fn read_file<R: Document>(files: &Files, path: &Path) -> File<R> {
    match files.text(path) {
        Ok(text) => file_of(path, &text),
        Err(fault) => unread(path, vec![FileFault::Source(fault)]),
    }
}

/// Reads the text of a YAML file as a record.
pub fn file_of<R: Document>(path: &Path, text: &str) -> File<R> {
    let mut file = unread(path, Vec::new());
    match tree(text, R::LIMITS) {
        Err(faults) => file.faults.extend(faults.into_iter().map(FileFault::Tree)),
        Ok(node) if matches!(node.kind, Kind::Null) => {
            file.faults.push(FileFault::Source(SourceFault::Empty));
        }
        Ok(node) => {
            let problems = &mut file.problems;
            file.record = Some(meant::read(&node, problems));
            comment::cut_short(&node, text, problems);
            characters::odd::<R>(&node, text, problems);
            let slips = slips::of_problems(text, problems);
            file.faults.extend(slips.into_iter().map(FileFault::Tree));
            problems.sort_by_key(|problem| problem.span);
            file.digest = Sha256::digest(text).into();
        }
    }
    file
}

/// So many odd characters of a file are told.
const MOST_ODD: usize = 200;

/// The tree of a text, or all that keeps it from being one.
fn tree(text: &str, limits: Limits) -> Result<Node, Vec<TreeFault>> {
    let odd: Vec<TreeFault> = raw::odd(text).take(MOST_ODD).collect();
    if !odd.is_empty() {
        let plain = raw::mended(text);
        let slips = slips_of(&parse(&plain.text), &plain.text);
        let mut faults = odd;
        faults.extend(slips.into_iter().map(|slip| slip.moved(&plain, text)));
        faults.sort_by_key(|fault| fault.span);
        tree_fault::show_lines(text, &mut faults);
        return Err(faults);
    }
    let tree = parse(text);
    let slips = slips_of(&tree, text);
    match tree {
        Ok(node) if slips.is_empty() => {
            limits::hold(&node, limits).map_err(|fault| vec![fault])?;
            Ok(node)
        }
        Err(fault) if slips.is_empty() => Err(vec![fault]),
        _ => Err(slips),
    }
}

/// The slips of a text that is no tree, or cannot be meant so.
fn slips_of(tree: &Result<Node, TreeFault>, text: &str) -> Vec<TreeFault> {
    // A text without keys is told as one.
    let is_text = |fault: &TreeFault| fault.cause == YamlCause::NoColon && fault.mend.is_none();
    match tree {
        Ok(node) if !slips::doubt::is_whole(node, text) => Vec::new(),
        // It would take long to look through, and has no slip of a person.
        Err(fault) if fault.cause.is_excess() => Vec::new(),
        Ok(_) => {
            let slips = slips::slips(text);
            if slips.iter().all(is_text) {
                Vec::new()
            } else {
                slips
            }
        }
        Err(_) => slips::slips(text),
    }
}

/// A file before it is read, or one that cannot be read at all.
fn unread<R>(path: &Path, faults: Vec<FileFault>) -> File<R> {
    File {
        path: path.to_owned(),
        record: None,
        problems: Vec::new(),
        faults,
        digest: [0; 32],
    }
}
