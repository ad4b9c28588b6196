//! The files of a workspace's members, read once: what is made of them takes them and puts
//! them back, so that nothing is copied while time is taken.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use paicha::load::{File, Workspace, file_of, read_file};
use paicha::model::handle::{ById, MemberId, UnitId};
use paicha::model::member::Member;
use paicha::tabulate::{Declared, Members, Roster};

/// The files by unit and member.
pub struct Files(ById<UnitId, ById<MemberId, Mutex<File<Member>>>>);

impl Files {
    /// Reads those of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let read = |_, path: &PathBuf| Mutex::new(read_file(&workspace.files, path));
        let units = &workspace.units;
        Self(units.par_map(|_, unit| unit.member_paths.par_map(read)))
    }

    /// What follows for a unit.
    pub fn roster(&self, workspace: &Workspace, declared: &Declared, unit: UnitId) -> Roster {
        let take = |id, _: &Path| {
            let mut place = self.0[unit][id].lock().expect("no panic");
            mem::replace(&mut *place, file_of(Path::new(""), ""))
        };
        declared.roster(workspace, unit, take)
    }

    /// Puts back what was taken.
    pub fn put_back(&self, rosters: &mut ById<UnitId, Roster>) {
        for (unit, files) in self.0.iter() {
            if let Members::Held(held) = &mut rosters[unit].members {
                for (id, place) in files.iter() {
                    let mut place = place.lock().expect("no panic");
                    mem::swap(&mut *place, &mut held[id].file);
                }
            }
        }
    }
}
