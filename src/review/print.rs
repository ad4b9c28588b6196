//! Outputs: what is printed on each, in one number.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::paged::Paged;
use super::state::Printing;
use crate::forms::rows::branches;
use crate::forms::usage::Made;
use crate::forms::{Catalogue, Form, List, View};
use crate::load::{DATA, Workspace};
use crate::model::handle::{FormId, MemberId, UnitId};
use crate::tabulate::Source;

/// An output of one state.
#[derive(Clone, Debug)]
pub struct Print {
    /// The form's id.
    pub form: String,
    /// Its path below `out/`.
    pub path: String,
    /// What it is made of.
    pub made: Made,
    /// The file of the member whom it is about, or the folder of the unit.
    pub about: PathBuf,
    /// A hash of all that is printed on it; none where errors keep it from being made.
    pub digest: Option<[u8; 32]>,
}

/// What becomes of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PrintStatus {
    /// It is new.
    New,
    /// Nobody is left whom it is about.
    Gone,
    /// Other texts stand on it.
    Changed,
    /// It is called otherwise, and the same stands on it.
    Moved,
    /// Errors keep it from being made.
    Refused,
}

/// An output that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputChange {
    /// Its path below `out/`.
    pub path: String,
    /// What that was, where it is another.
    pub old_path: Option<String>,
    /// The form.
    pub form: String,
    /// What becomes of it.
    pub change: PrintStatus,
    /// What is known of its pages.
    pub pages: Paged,
    /// The file of the member whom it is about, or the folder of the unit.
    pub about: PathBuf,
    /// What it was made of, and what it is made of.
    pub(super) made: [Option<Made>; 2],
}

impl OutputChange {
    /// Whether it is about one member.
    pub fn is_of_member(&self) -> bool {
        self.made.iter().flatten().any(|made| made.2.is_some())
    }
}

/// What outputs of a state are printed of.
#[derive(Clone, Copy)]
pub struct Printer<'a> {
    pub workspace: &'a Workspace,
    pub catalogue: &'a Catalogue,
    pub printing: &'a Printing,
}

impl Printer<'_> {
    /// An output of a unit, or of one of its members, as it would be made.
    pub fn print(
        self,
        source: Source<'_>,
        id: FormId,
        (unit, member): (UnitId, Option<MemberId>),
        path: String,
    ) -> Print {
        let form = &self.catalogue.forms[id];
        let view = View::of(source, form, unit, member);
        let digest = view.and_then(|view| self.digest(source, id, (unit, member), &view));
        Print {
            form: form.id().to_owned(),
            path,
            made: (id, Some(unit), member),
            about: match member {
                Some(member) => self.workspace.units[unit].member_paths[member].clone(),
                None => self.folder(unit),
            },
            digest,
        }
    }

    /// A list over branches whose members need not be held: `piece` is what each has in it.
    pub fn list(
        self,
        source: Source<'_>,
        id: FormId,
        unit: UnitId,
        path: String,
        piece: &dyn Fn(UnitId) -> Option<[u8; 32]>,
    ) -> Print {
        let form = &self.catalogue.forms[id];
        let digest = || {
            let around = View::around(source, form, unit)?;
            let mut hash =
                Sha256::new_with_prefix(self.digest(source, id, (unit, None), &around)?);
            for branch in branches(source, form, unit) {
                hash.update(&self.workspace.units[branch].path);
                hash.update(piece(branch)?);
            }
            Some(hash.finalize().into())
        };
        Print {
            form: form.id().to_owned(),
            path,
            made: (id, Some(unit), None),
            about: self.folder(unit),
            digest: digest(),
        }
    }

    fn folder(self, unit: UnitId) -> PathBuf {
        Path::new(DATA).join(&self.workspace.units[unit].path)
    }

    fn digest(
        self,
        source: Source<'_>,
        id: FormId,
        (unit, member): (UnitId, Option<MemberId>),
        view: &View,
    ) -> Option<[u8; 32]> {
        let form = &self.catalogue.forms[id];
        let mut hash = Sha256::new_with_prefix(&self.printing.shared[id]);
        let day = source.reference(unit, form.id())?.filled_on.value;
        hash.update(day.to_string());
        hash.update(serde_json::to_vec(view).ok()?);
        if view.has_photo {
            let person = source.person(unit, member?)?;
            let photo = &person.member.photo.as_ref()?.text;
            let folder = &self.workspace.units[unit].path;
            let photo = self
                .workspace
                .album
                .photo(&self.workspace.files, folder, photo);
            hash.update(photo.ok()?.digest);
        }
        Some(hash.finalize().into())
    }
}

/// A hash of the rows of one unit in a list over branches.
pub fn rows(source: Source<'_>, form: &Form, unit: UnitId) -> Option<[u8; 32]> {
    let mut list = List::of(form);
    list.add(source, form, unit)?;
    Some(Sha256::digest(serde_json::to_vec(&list).ok()?).into())
}

/// What becomes of outputs; `followed` are those of members, as they were called and are.
pub fn changes(old: &[Print], new: &[Print], followed: &[(String, String)]) -> Vec<OutputChange> {
    let by_path = |prints: &[Print]| -> BTreeMap<String, Print> {
        let prints = prints.iter();
        prints.map(|it| (it.path.clone(), it.clone())).collect()
    };
    let [mut old, mut new] = [by_path(old), by_path(new)];
    let mut found = Vec::new();
    let mut add = |path: &str, old_path: Option<&str>, of: [Option<&Print>; 2], change| {
        let made = of.map(|print| Some(print?.made));
        let told = of[1].or(of[0]).map(|print| OutputChange {
            path: path.to_owned(),
            old_path: old_path.map(str::to_owned),
            form: print.form.clone(),
            change,
            pages: Paged::Unlooked,
            about: print.about.clone(),
            made,
        });
        found.extend(told);
    };
    let status = |old: &Print, new: &Print| match (old.digest, new.digest) {
        (Some(old), Some(new)) if old == new => None,
        (None, None) => None,
        (_, None) => Some(PrintStatus::Refused),
        (None, Some(_)) => Some(PrintStatus::New),
        _ => Some(PrintStatus::Changed),
    };
    for (was, is) in followed.iter().filter(|(was, is)| was != is) {
        let is_taken = new.contains_key(was) && !followed.iter().any(|(_, is)| is == was);
        if is_taken || !old.contains_key(was) || !new.contains_key(is) {
            continue;
        }
        let (Some(before), Some(after)) = (old.remove(was), new.remove(is)) else {
            continue;
        };
        let change = status(&before, &after).unwrap_or(PrintStatus::Moved);
        add(is, Some(was), [Some(&before), Some(&after)], change);
    }
    for (path, before) in &old {
        match new.remove(path) {
            None => add(path, None, [Some(before), None], PrintStatus::Gone),
            Some(after) => {
                if let Some(change) = status(before, &after) {
                    add(path, None, [Some(before), Some(&after)], change);
                }
            }
        }
    }
    for (path, after) in &new {
        let change = match after.digest {
            Some(_) => PrintStatus::New,
            None => PrintStatus::Refused,
        };
        add(path, None, [None, Some(after)], change);
    }
    found.sort_by(|a, b| (&a.path, &a.old_path).cmp(&(&b.path, &b.old_path)));
    found
}

/// The path of a file as it is written everywhere.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
