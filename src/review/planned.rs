//! The outputs that a build of a state makes, and by which keys it knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::print::{OutputChange, Pair, pairs};
use super::sum::Pieces;
use super::unit::SHARED;
use super::{Ended, Paged};
use crate::Project;
use crate::check::Diagnostic;
use crate::forms::usage::Usage;
use crate::load::DATA;
use crate::publish::{Opening, Output, Piece, Plan, Selection, each, is_in_pieces, shared};
use crate::typeset::Assets;

/// Whether an output is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It is.
    Made,
    /// Errors keep it from being made, or leave open whether there is one.
    Refused,
    /// It waits for words of a clerk.
    Unfilled,
}

/// The outputs of a state.
pub struct Planned {
    /// By their paths.
    pub outputs: BTreeMap<String, (Output, Readiness)>,
    plan: Plan,
}

impl Planned {
    /// Those of a project, as a build of all of it plans them.
    pub fn of(project: &Project) -> Self {
        let mut plan = Plan::of(project, &Selection::default());
        let usage = Usage::of(project.source(), &project.catalogue);
        let errors = project.diagnostics.iter().filter(|one| one.is_error());
        let errors: Vec<&Diagnostic> = errors.collect();
        let refused = plan.leave_out(&errors, &usage);
        let refused = refused.into_iter().map(|(output, _)| output);
        let unfilled = std::mem::take(&mut plan.unfilled);
        let made = std::mem::take(&mut plan.wanted);
        let each = |outputs: Vec<Output>, readiness: Readiness| {
            let outputs = outputs.into_iter();
            outputs.map(move |output| (output.path.clone(), (output, readiness)))
        };
        let outputs = each(refused.collect(), Readiness::Refused)
            .chain(each(unfilled, Readiness::Unfilled))
            .chain(each(made, Readiness::Made));
        Self {
            outputs: outputs.collect(),
            plan,
        }
    }

    /// Whether an output of another state may be one of this state, too, but faults keep its
    /// form, or its organisation, from having any.
    fn is_lost(&self, project: &Project, form: &str, unit: Option<&str>) -> bool {
        let plan = &self.plan;
        let is_unread =
            plan.unread_forms && !plan.forms.contains(form) && !plan.not_made.contains(form);
        let units = &project.workspace.units;
        let mut refused = plan.refused.iter();
        is_unread || refused.any(|it| Some(units[*it].path.as_str()) == unit)
    }
}

/// By what outputs of two states are told from each other.
pub struct Comparing<'a> {
    /// Both states.
    pub ended: &'a [Ended; 2],
    /// Layouts and fonts of each.
    pub assets: [&'a Assets; 2],
    /// The rows of units in lists over branches.
    pub pieces: &'a [Pieces; 2],
    /// The paths of units in which, or below which, something may be different.
    pub touched: &'a BTreeSet<String>,
    /// How many work.
    pub jobs: usize,
}

impl Comparing<'_> {
    /// The outputs that a build would make otherwise; `followed` are those of members, as
    /// they were called and are.
    ///
    /// # Errors
    /// Where files were changed meanwhile.
    pub fn outputs(&self, followed: &[(String, String)]) -> io::Result<Vec<OutputChange>> {
        let projects = self.ended.each_ref().map(|ended| &ended.project);
        let planned = projects.map(Planned::of);
        let pairs = pairs([&planned[0], &planned[1]], followed);
        let keys = self.keys(&pairs)?;
        let mut found = Vec::new();
        for ((path, pair), keys) in pairs.iter().zip(&keys) {
            let told = [1, 0]
                .into_iter()
                .find_map(|at| Some((at, pair.sides[at]?)));
            let Some((at, (output, _))) = told else {
                continue;
            };
            let project = projects[at];
            let form = project.catalogue.forms[output.form].id();
            let unit = output.unit.map(|unit| &*project.workspace.units[unit].path);
            let is_lost = planned[1].is_lost(projects[1], form, unit);
            let Some(change) = pair.status(keys, is_lost) else {
                continue;
            };
            let made = [0, 1].map(|at| {
                let made = pair.made(at).filter(|_| keys[at].is_some())?;
                Some(made.made())
            });
            let old_path = pair.sides[0].filter(|_| pair.is_moved);
            found.push(OutputChange {
                path: path.clone(),
                old_path: old_path
                    .filter(|_| made[0].is_some())
                    .map(|(output, _)| output.path.clone()),
                form: form.to_owned(),
                change,
                pages: Paged::Unlooked,
                about: about(project, output),
                made,
            });
        }
        found.sort_by(|a, b| (&a.path, &a.old_path).cmp(&(&b.path, &b.old_path)));
        Ok(found)
    }

    /// The keys of outputs in both states: the same where nothing of their units is another.
    fn keys(&self, pairs: &[(String, Pair<'_>)]) -> io::Result<Vec<[Option<String>; 2]>> {
        let projects = self.ended.each_ref().map(|ended| &ended.project);
        let hash = |assets: &Assets| shared(assets.layouts(), assets.fonts());
        let [old, new] = self.assets;
        let is_same_program = std::ptr::eq(old, new) || hash(old) == hash(new);
        let is_same = |pair: &Pair<'_>| {
            let is_touched = |at: usize| {
                let unit = pair.sides[at].and_then(|(output, _)| output.unit);
                let unit = unit.map(|unit| &projects[at].workspace.units[unit].path);
                unit.is_some_and(|unit| self.touched.contains(unit))
            };
            is_same_program && !pair.is_moved && ![0, 1].into_iter().any(is_touched)
        };
        let mut keys = vec![[const { None }; 2]; pairs.len()];
        let mut asked = Vec::new();
        for (place, (path, pair)) in pairs.iter().enumerate() {
            for at in [0, 1] {
                let Some(output) = pair.made(at) else {
                    continue;
                };
                if is_same(pair) {
                    keys[place][at] = Some(String::new());
                    continue;
                }
                // What it is called is no difference by itself.
                let output = Output {
                    path: path.clone(),
                    ..output.clone()
                };
                asked.push((place, at, output));
            }
        }
        asked.sort_by_key(|(_, at, output)| (*at, output.unit));
        let openings =
            [0, 1].map(|at| Opening::of(projects[at], self.assets[at], SHARED, self.jobs));
        let found = each(&asked, self.jobs, &|_| (), |(_, at, output), _| {
            self.key(&openings[*at], *at, output)
        })?;
        for ((place, at, _), key) in asked.iter().zip(found) {
            keys[*place][*at] = key;
        }
        Ok(keys)
    }

    fn key(&self, opening: &Opening<'_>, at: usize, output: &Output) -> io::Result<Option<String>> {
        let form = &self.ended[at].project.catalogue.forms[output.form];
        opening.with(output, |maker| {
            if !is_in_pieces(form) {
                return maker.key_of(output);
            }
            Ok(maker.key_in_pieces(output, &|unit, name| {
                let pieces = self.pieces[at].get(&unit);
                // Of units that are the same, there are none.
                pieces.map_or(Some(Piece::Same), |pieces| pieces.get(name).cloned())
            }))
        })
    }
}

/// The file of the member whom an output is about, or the folder of its unit.
fn about(project: &Project, output: &Output) -> PathBuf {
    let Some(unit) = output.unit else {
        return PathBuf::from(DATA);
    };
    let files = &project.workspace.units[unit];
    match output.member {
        Some(member) => files.member_paths[member].clone(),
        None => Path::new(DATA).join(&files.path),
    }
}
