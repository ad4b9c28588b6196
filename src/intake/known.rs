//! Who is there already: files by their ID numbers, and the names that new ones get.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::Refused;
use super::draft::Draft;
use super::texts::name_in;
use crate::Project;
use crate::load::{DATA, MEMBERS, travelling};
use crate::model::handle::{ById, UnitId};
use crate::model::id_number::IdNumber;
use crate::model::value::{Given as _, Scalar as _};

/// The file for a row.
#[derive(Debug)]
pub struct Target {
    /// The branch.
    pub unit: UnitId,
    /// Its path, relative to the workspace.
    pub path: PathBuf,
    /// What it says, where it is there.
    pub before: Option<String>,
}

/// The files of a workspace.
pub struct Known<'a> {
    project: &'a Project,
    by_id: HashMap<String, Vec<(UnitId, PathBuf)>>,
    by_name: HashMap<(UnitId, String), Vec<PathBuf>>,
    /// Files without an ID number that can be read, by the name in them.
    nameless: HashMap<String, PathBuf>,
    /// The paths that are taken, in small letters: some systems know no others.
    taken: HashSet<String>,
}

impl<'a> Known<'a> {
    /// Looks through all files.
    pub fn of(project: &'a Project) -> Self {
        let mut known = Self {
            project,
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            nameless: HashMap::new(),
            taken: HashSet::new(),
        };
        for unit in project.workspace.units.ids() {
            for held in project
                .source()
                .held(unit)
                .into_iter()
                .flat_map(ById::values)
            {
                let path = held.file.path.clone();
                known.taken.insert(path.to_string_lossy().to_lowercase());
                let record = held.file.record.as_ref();
                let id = record.and_then(|member| member.id_number.given());
                let name = record.and_then(|member| member.name.given());
                if let Some(name) = name {
                    let named = known.by_name.entry((unit, name.as_str().to_owned()));
                    named.or_default().push(path.clone());
                }
                match (id, name) {
                    (Some(id), _) => {
                        let files = known.by_id.entry(id.as_str().to_owned()).or_default();
                        files.push((unit, path));
                    }
                    (None, Some(name)) => {
                        known.nameless.insert(name.as_str().to_owned(), path);
                    }
                    (None, None) => {}
                }
            }
        }
        known
    }

    /// The file for a row of a branch.
    pub fn target(
        &mut self,
        draft: &Draft,
        branch: Result<UnitId, Refused>,
    ) -> Result<Target, Refused> {
        let unclear = match draft.called.as_deref().and_then(name_in) {
            Some(_) => Refused::UnclearName,
            None => Refused::NoName,
        };
        let name = draft.name.as_ref().ok_or(unclear)?;
        let id = draft
            .id
            .clone()
            .ok_or(Refused::NoId)?
            .map_err(Refused::Id)?;
        match self.by_id.get(&id).map(Vec::as_slice) {
            Some([(unit, path)]) => {
                match branch {
                    Ok(branch) if branch != *unit => {
                        return Err(Refused::OtherBranch(path.clone()));
                    }
                    Err(refused) if refused != Refused::NoBranch => return Err(refused),
                    _ => {}
                }
                let text = self.project.workspace.files.text(path).ok();
                Ok(Target {
                    unit: *unit,
                    path: path.clone(),
                    before: Some(text.ok_or_else(|| Refused::SeveralFiles(vec![path.clone()]))?),
                })
            }
            Some(files) => Err(Refused::SeveralFiles(
                files.iter().map(|(_, path)| path.clone()).collect(),
            )),
            None => {
                let is_right = |id: IdNumber| id.is_valid() && id.birth().is_some();
                if !IdNumber::read(&id).is_ok_and(is_right) {
                    return Err(Refused::WrongId);
                }
                if let Some(path) = self.nameless.get(name) {
                    return Err(Refused::SameName(path.clone()));
                }
                let unit = branch?;
                let path = self.free(unit, name);
                Ok(Target {
                    unit,
                    path,
                    before: None,
                })
            }
        }
    }

    /// Files of others with the name of a row, in the branch for which it makes a new file.
    pub fn namesakes(&mut self, draft: &Draft, target: &Target) -> Vec<PathBuf> {
        let Some(name) = draft.name.as_ref().filter(|_| target.before.is_none()) else {
            return Vec::new();
        };
        let named = self.by_name.entry((target.unit, name.clone())).or_default();
        let others = named.clone();
        named.push(target.path.clone());
        others
    }

    /// A path for a new file: the name, and a number where that is taken.
    fn free(&mut self, unit: UnitId, name: &str) -> PathBuf {
        let workspace = &self.project.workspace;
        let folder = PathBuf::from(DATA)
            .join(&workspace.units[unit].path)
            .join(MEMBERS);
        let name: String = name.chars().take(LONGEST).collect();
        let name = travelling(&name).unwrap_or_else(|| MEMBERS.to_owned());
        for number in 1.. {
            let file = match number {
                1 => format!("{name}.yaml"),
                number => format!("{name}-{number}.yaml"),
            };
            let path = folder.join(file);
            let is_free = self.taken.insert(path.to_string_lossy().to_lowercase());
            if is_free && workspace.files.is_link(&path).is_none() {
                return path;
            }
        }
        folder
    }
}

/// So many characters of a name make the name of a file.
const LONGEST: usize = 40;
