//! What the data was when a page was printed: the revision that the page names, or one of the
//! last that touched what it is made of, if its digest follows from it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use super::page::Page;
use super::texts::Texts;
use super::{Attesting, Integrity};
use crate::forms::files::LAYOUTS;
use crate::forms::{Catalogue, Choice, LayoutFiles};
use crate::load::{DATA, Files, TEXTS, Workspace, folder_of_photos, read_file};
use crate::model::handle::{ById, UnitId};
use crate::publish::{Maker, Output, Stamping};
use crate::tabulate::{Declared, Roster, Source, add_up};
use crate::{Project, declared};

/// So many commits are looked through for a page.
pub const MOST: usize = 100;

/// What a page was printed of.
#[derive(Clone, Debug)]
pub struct Then {
    /// The commit.
    pub commit: String,
    /// What was printed.
    pub texts: Texts,
    /// Whether the file is what was printed of it.
    pub integrity: Integrity,
}

/// A page whose data has changed since.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its output.
    pub output: &'a Output,
}

/// What pages were printed of; none where that cannot be found. Each revision is read once for
/// all pages, and of its members only those of the units that they are of.
///
/// # Errors
/// Where the machine fails.
pub fn search(attesting: &Attesting<'_>, asked: &[Asked<'_>]) -> io::Result<Vec<Option<Then>>> {
    let files = &attesting.project.workspace.files;
    let mut found: Vec<Option<Then>> = asked.iter().map(|_| None).collect();
    let mut commits: IndexMap<String, Vec<usize>> = IndexMap::new();
    for (at, asked) in asked.iter().enumerate() {
        if let Some(revision) = &asked.page.stamp.revision {
            commits.entry(revision.commit.clone()).or_default().push(at);
        }
    }
    let linked = match asked.is_empty() {
        true => Vec::new(),
        false => files.linked(),
    };
    let mut known: IndexMap<Vec<String>, Vec<String>> = IndexMap::new();
    for (at, asked) in asked.iter().enumerate() {
        let mut paths = inputs(&attesting.project.workspace, asked.output);
        paths.extend_from_slice(&linked);
        let touching = known.entry(paths).or_insert_with_key(|paths| {
            // Without git nothing can be found.
            files.commits(paths, MOST).unwrap_or_default()
        });
        for commit in touching.iter() {
            let pages = commits.entry(commit.clone()).or_default();
            if !pages.contains(&at) {
                pages.push(at);
            }
        }
    }
    for (commit, pages) in commits {
        let open: Vec<usize> = pages
            .into_iter()
            .filter(|at| found[*at].is_none())
            .collect();
        if open.is_empty() {
            continue;
        }
        let Ok(files) = files.at_commit(&commit) else {
            continue;
        };
        let paths = open
            .iter()
            .filter_map(|at| path_of(attesting, asked[*at].output));
        let state = State::of(&files, &paths.collect(), attesting);
        for at in open {
            found[at] = state.printed(attesting, &asked[at], &commit)?;
        }
    }
    Ok(found)
}

/// The path of the unit of an output.
fn path_of<'a>(attesting: &'a Attesting<'_>, output: &Output) -> Option<&'a str> {
    let units = &attesting.project.workspace.units;
    output.unit.map(|unit| units[unit].path.as_str())
}

/// Where all stands that an output is made of.
fn inputs(workspace: &Workspace, output: &Output) -> Vec<String> {
    let round = workspace.round.iter().map(|file| file.path.clone());
    let texts = Path::new(DATA).join(TEXTS);
    let mut paths: Vec<_> = round.chain([texts, LAYOUTS.into()]).collect();
    if let Some(unit) = output.unit {
        let above = workspace.above(unit);
        paths.extend(above.map(|unit| workspace.units[unit].organisation.path.clone()));
        let files = &workspace.units[unit];
        match output.member {
            Some(member) => {
                paths.push(files.member_paths[member].clone());
                paths.push(folder_of_photos(&workspace.files, &files.path));
            }
            None => paths.push(Path::new(DATA).join(&files.path)),
        }
    }
    let name = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    paths.into_iter().map(name).collect()
}

/// A state of the data, with the members of some units.
struct State {
    workspace: Workspace,
    layouts: LayoutFiles,
    catalogue: Catalogue,
    declared: Declared,
    rosters: ById<UnitId, Roster>,
}

impl State {
    /// The state of these files, with the members of the units of these paths and of those
    /// below them.
    fn of(files: &Files, paths: &BTreeSet<&str>, attesting: &Attesting<'_>) -> Self {
        let workspace = Workspace::load_with(files, (attesting.album)());
        let layouts = LayoutFiles::of(files);
        // To read all declarations again takes longer than all else.
        let is_same = layouts.iter().eq(attesting.assets.layouts().iter());
        let catalogue = match is_same {
            true => attesting.project.catalogue.clone(),
            false => {
                let mut catalogue = Catalogue::all(&layouts);
                catalogue.choose(workspace.round(), Choice::All);
                catalogue
            }
        };
        let declared = declared(&catalogue, &workspace);
        let is_asked = |unit: UnitId| {
            let mut above = workspace.above(unit);
            above.any(|unit| paths.contains(workspace.units[unit].path.as_str()))
        };
        let mut rosters = workspace.units.par_map(|unit, _| match is_asked(unit) {
            true => declared.roster(&workspace, unit, |_, path| {
                read_file(&workspace.files, path)
            }),
            false => declared.empty(&workspace, unit),
        });
        add_up(&workspace, &mut rosters);
        Self {
            workspace,
            layouts,
            catalogue,
            declared,
            rosters,
        }
    }

    /// The same output in this state.
    fn output(&self, project: &Project, output: &Output) -> Option<Output> {
        let id = project.catalogue.forms[output.form].id();
        let form = self.catalogue.forms.find(|form| form.id() == id)?;
        let Some(unit) = output.unit else {
            return Some(Output {
                form,
                ..output.clone()
            });
        };
        let files = &project.workspace.units[unit];
        let path = output.member.map(|member| &files.member_paths[member]);
        let unit = self.workspace.units.find(|it| it.path == files.path)?;
        let member = path.map(|path| {
            let paths = &self.workspace.units[unit].member_paths;
            paths.find(|known| known == path)
        });
        Some(Output {
            form,
            unit: Some(unit),
            member: match member {
                Some(member) => Some(member?),
                None => None,
            },
            path: output.path.clone(),
        })
    }

    /// What a page was printed of, if that is this state.
    fn printed(
        &self,
        attesting: &Attesting<'_>,
        asked: &Asked<'_>,
        commit: &str,
    ) -> io::Result<Option<Then>> {
        let Some(output) = self.output(attesting.project, asked.output) else {
            return Ok(None);
        };
        let of_now = attesting.assets;
        let is_same = self.layouts.iter().eq(of_now.layouts().iter());
        let of_then = (!is_same).then(|| of_now.with_layouts(&self.layouts));
        let maker = Maker {
            source: Source::all(&self.workspace, &self.declared, &self.rosters),
            catalogue: &self.catalogue,
            stamping: Stamping::as_of(&asked.page.stamp),
            ..Maker::of(attesting.project, of_then.as_ref().unwrap_or(of_now))
        };
        // What cannot be read any more, as a photo that git ignores, cannot have been printed.
        let given = match maker.given(&output) {
            Ok(Ok(given)) if given.digest == asked.page.stamp.digest => given,
            _ => return Ok(None),
        };
        let texts = Texts::of(&given);
        let made = maker.make_of(given, &output, String::new(), 1)?.ok();
        Ok(Some(Then {
            commit: commit.to_owned(),
            integrity: Integrity::of(asked.page, &maker, &output, made),
            texts,
        }))
    }
}
