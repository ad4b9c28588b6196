//! Files and folders that are not read since their names are not quite the known ones.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::copies::original;
use super::extension::usual;
use super::path_fault::{PathFault, PathFaultKind};
use super::walk::{DATA, FIGURES, MEMBERS, ORGANISATION, ROUND, Walk};
use crate::model::nearest::near_keys;

/// What people call the files and the folder that are known.
const OTHER_NAMES: [(&str, &[&str]); 4] = [
    (
        ROUND,
        &[
            "设置",
            "配置",
            "排查设置",
            "集中排查",
            "党员排查",
            "排查信息",
        ],
    ),
    (
        ORGANISATION,
        &[
            "组织",
            "党支部",
            "支部",
            "党总支",
            "党委",
            "党工委",
            "单位",
            "组织信息",
            "支部信息",
            "党支部信息",
            "党组织信息",
        ],
    ),
    (
        FIGURES,
        &[
            "汇总",
            "上报",
            "汇总表",
            "上报汇总",
            "汇总上报表",
            "附件6",
            "附件7",
        ],
    ),
    (
        MEMBERS,
        &[
            "成员",
            "党员信息",
            "党员名单",
            "党员档案",
            "党员资料",
            "党员文件",
        ],
    ),
];

/// Tells of files that are not read what is meant; what is missing for no other reason is
/// not told besides.
pub fn explain(walk: &mut Walk) {
    let mut faults = std::mem::take(&mut walk.faults);
    for fault in &mut faults {
        if fault.kind == PathFaultKind::Stray
            && let Some((path, kind)) = meant(walk, &fault.path)
        {
            *fault = PathFault::new(path, kind);
        }
    }
    // All files of one folder have one fault.
    let mut told: Vec<PathBuf> = Vec::new();
    faults.retain(|fault| {
        let is_new = fault.kind != PathFaultKind::MembersFolder || !told.contains(&fault.path);
        told.push(fault.path.clone());
        is_new
    });
    let misnamed = |name: &str| {
        let of_name = faults
            .iter()
            .filter(|it| it.kind == PathFaultKind::Misnamed(name.into()));
        of_name
            .filter_map(|fault| fault.path.parent().map(Path::to_owned))
            .collect::<Vec<_>>()
    };
    let (rounds, organisations) = (misnamed(ROUND), misnamed(ORGANISATION));
    faults.retain(|fault| match fault.kind {
        PathFaultKind::NoRound => rounds.is_empty(),
        PathFaultKind::NoOrganisation => organisations.is_empty(),
        PathFaultKind::OrganisationMissing => {
            let folder = fault.path.parent();
            !organisations
                .iter()
                .any(|misnamed| Some(misnamed.as_path()) == folder)
        }
        _ => true,
    });
    walk.faults = faults;
}

/// What is meant by a file that is not read: the path that is at fault, and how.
fn meant(walk: &Walk, path: &Path) -> Option<(PathBuf, PathFaultKind)> {
    let stem = path.file_stem()?.to_str()?;
    let folder = path.parent()?;
    let is_top = folder == Path::new(DATA);
    let known: &[&str] = if is_top {
        &[ROUND]
    } else {
        &[ORGANISATION, FIGURES]
    };
    let file = |name: &'static str| walk.has(folder, name);
    if let Some(original) = original(stem)
        && let Some(name) = known.iter().find(|name| bare(name) == original)
        && file(name)
    {
        return Some((path.to_owned(), PathFaultKind::Copy((*name).into())));
    }
    let free = known.iter().copied().filter(|name| !file(name));
    if let Some(name) = like(stem, free) {
        return Some((path.to_owned(), PathFaultKind::Misnamed(name.into())));
    }
    let of_folder = folder.file_name().and_then(OsStr::to_str)?;
    let is_of_branch = folder
        .parent()
        .is_some_and(|above| walk.has(above, ORGANISATION));
    let is_it = is_of_branch && like(of_folder, std::iter::once(MEMBERS)).is_some();
    is_it.then(|| (folder.to_owned(), PathFaultKind::MembersFolder))
}

/// The known name that another one is meant for.
fn like(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    let is_other = |known: &&str| {
        let mut all = OTHER_NAMES.iter();
        all.any(|(of, names)| of == known && names.contains(&name))
    };
    known.clone().find(is_other).or_else(|| {
        let near = near_keys(name, known.clone().map(bare));
        known
            .clone()
            .find(|known| near.first() == Some(&bare(known)))
    })
}

fn bare(name: &'static str) -> &'static str {
    name.strip_suffix(".yaml").unwrap_or(name)
}

impl Walk {
    /// Whether a file of a known name was read in a folder.
    fn has(&self, folder: &Path, name: &str) -> bool {
        let units = self.organisations.values();
        let files = units.flat_map(|unit| unit.file.iter().chain(&unit.figures));
        self.round.iter().chain(files).any(|file| {
            let own = file.file_name().and_then(OsStr::to_str).and_then(usual);
            file.parent() == Some(folder) && own.as_deref() == Some(name)
        })
    }
}
