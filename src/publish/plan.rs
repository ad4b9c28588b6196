//! Which outputs there are, and which of them are wanted.

use std::collections::BTreeSet;

use super::manifest::Entry;
use super::sheets::is_kept;

use crate::Project;
use crate::check::Diagnostic;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::check::rules::organisations::folder_taken;
use crate::forms::document::is_unfilled;
use crate::forms::outputs::{BLANK, Pattern, Planned, outputs};
use crate::forms::usage::{Made, Usage};
use crate::forms::{Form, FormFault};
use crate::load::Workspace;
use crate::model::handle::{FormId, MemberId, UnitId};
use crate::tabulate::UnitOutput;

/// One file to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The form.
    pub form: FormId,
    /// The unit; none for a blank variant.
    pub unit: Option<UnitId>,
    /// The member of the unit.
    pub member: Option<MemberId>,
    /// Path below `out/`, with `/`.
    pub path: String,
}

impl Output {
    fn of(unit: UnitId, output: UnitOutput) -> Self {
        Self {
            form: output.form,
            unit: Some(unit),
            member: output.member,
            path: output.path,
        }
    }

    /// What it is made of: form, unit, member.
    pub fn made(&self) -> Made {
        (self.form, self.unit, self.member)
    }
}

/// What a call asks for; empty fields ask for all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Ids of forms.
    pub forms: Vec<String>,
    /// Units: these and the ones below them.
    pub units: Vec<UnitId>,
    /// Members: only their own forms.
    pub members: Vec<(UnitId, MemberId)>,
    /// Blank variants.
    pub blank: bool,
}

/// The outputs of a call.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Whether the call asks for all outputs.
    pub is_whole: bool,
    /// The outputs that the call asks for.
    pub wanted: Vec<Output>,
    /// The paths of outputs that the call asks for and whose data has errors.
    pub left_out: Vec<String>,
    /// The number of outputs beside them that are there already, made of the same:
    /// those of branches of which nothing has changed.
    pub made: usize,
    /// The outputs of members of whom a fault leaves open whether they have
    /// one.
    pub open: Vec<Output>,
    /// The paths of all outputs that the workspace has: what else the manifest
    /// names is of members or organisations that are gone.
    pub kept: BTreeSet<String>,
    /// Whether forms could not be read: then outputs of forms that are not in
    /// the catalogue may be theirs, and stay.
    pub unread_forms: bool,
    /// The ids of the forms that could be read.
    pub forms: BTreeSet<String>,
    /// Forms whose outputs have no paths: nothing is planned for them.
    pub faults: Vec<FormFault>,
    /// The ids of forms that are not made: what stands in `out/` of them stays.
    pub not_made: BTreeSet<String>,
    /// The paths of sheets whose data has changed since they were exported.
    pub outdated: Vec<String>,
    /// Documents that wait for words of a clerk.
    pub unfilled: Vec<Output>,
    /// Units whose folder has the name of something else in `out/`: nothing is planned
    /// for them.
    pub refused: BTreeSet<UnitId>,
}

impl Plan {
    /// Plans a call. A form whose pattern of paths is wrong has no outputs.
    pub fn of(project: &Project, selection: &Selection) -> Self {
        let catalogue = &project.catalogue;
        let mut plan = Self {
            is_whole: selection.is_everything(),
            unread_forms: !catalogue.faults.is_empty(),
            forms: catalogue.ids().into_iter().map(str::to_owned).collect(),
            refused: refused(project),
            not_made: not_made(project),
            ..Self::default()
        };
        // The program's own forms come first: what the workspace adds gives way.
        let (own, others): (Vec<_>, Vec<_>) =
            catalogue.forms.iter().partition(|(_, form)| form.is_own);
        let forms: Vec<(FormId, &Form)> = others.into_iter().chain(own).collect();
        for (at, (id, form)) in forms.iter().copied().enumerate() {
            let mut of_form = Self::default();
            let added = of_form.add(project, (id, form), selection, &plan.refused);
            // Two outputs may not have one path.
            let twice = of_form.kept.intersection(&plan.kept).next();
            let fault = added.err().or_else(|| {
                let path = twice?.clone();
                let is_its = |(id, form): &&(FormId, &Form)| {
                    let mut of_other = Self::default();
                    let added = of_other.add(project, (*id, form), selection, &plan.refused);
                    added.is_ok() && of_other.kept.contains(&path)
                };
                let other = forms[..at].iter().find(is_its);
                let other = other.map_or("", |(_, other)| other.id()).to_owned();
                let fault = DeclarationFault::PathOfOther(path, other);
                Some(form.fault(form.output_at, fault))
            });
            match fault {
                None => {
                    plan.wanted.extend(of_form.wanted);
                    plan.made += of_form.made;
                    plan.open.extend(of_form.open);
                    plan.unfilled.extend(of_form.unfilled);
                    plan.kept.extend(of_form.kept);
                }
                Some(fault) => {
                    plan.unread_forms = true;
                    plan.forms.remove(form.id());
                    plan.faults.push(fault);
                }
            }
        }
        plan
    }

    /// Takes the outputs out that errors spoil; gives these, and those of which errors leave
    /// open whether there are any, each with the error that is the reason.
    pub fn leave_out(
        &mut self,
        errors: &[&Diagnostic],
        usage: &Usage<'_>,
    ) -> Vec<(Output, Option<Diagnostic>)> {
        let spoiling = |output: &Output| {
            let mut errors = errors.iter();
            errors.find(|error| usage.spoils(&error.affected, output.made()))
        };
        let about = |output: &Output| {
            let mut errors = errors.iter();
            errors.find(|error| usage.is_about(&error.affected, output.made()))
        };
        let left = |output: &Output, error: Option<&&Diagnostic>| {
            (output.clone(), error.map(|error| (*error).clone()))
        };
        let open = self.open.iter();
        let open = open.map(|output| left(output, spoiling(output).or_else(|| about(output))));
        let mut found: Vec<_> = open.collect();
        self.wanted.retain(|output| match spoiling(output) {
            Some(error) => {
                found.push(left(output, Some(error)));
                false
            }
            None => true,
        });
        self.left_out = found.iter().map(|(it, _)| it.path.clone()).collect();
        found
    }

    /// Adds the outputs of a form.
    fn add(
        &mut self,
        project: &Project,
        (id, form): (FormId, &Form),
        selection: &Selection,
        refused: &BTreeSet<UnitId>,
    ) -> Result<(), FormFault> {
        let pattern = Pattern::of(form)?;
        let blank = Output {
            form: id,
            unit: None,
            member: None,
            path: blank_path(form),
        };
        let asked = match selection.forms.as_slice() {
            [] => form.is_chosen,
            named => named.iter().any(|asked| asked == form.id()),
        };
        // A document is nothing to be filled in by hand.
        let has_blank = form.declaration.prose.is_none();
        if has_blank {
            self.kept.insert(blank.path.clone());
        }
        if selection.blank && asked && has_blank {
            self.wanted.push(blank);
        }
        let asked = asked && !selection.blank;
        let source = project.source();
        let units = project.workspace.units.ids();
        for unit in units.filter(|unit| !refused.contains(unit)) {
            match source.settled(unit) {
                Some(settled) => {
                    let outputs = settled.outputs.iter();
                    for output in outputs.filter(|output| output.form == id) {
                        self.keep(form, &output.path)?;
                        match settled.is_made {
                            true => self.made += 1,
                            false => self.wanted.push(Output::of(unit, output.clone())),
                        }
                    }
                }
                None => {
                    let before = self.wanted.len();
                    let is_unfilled = is_unfilled(source, form, unit);
                    let workspace = &project.workspace;
                    for planned in outputs(source, (id, form), &pattern, unit)? {
                        self.add_one(workspace, form, selection, (unit, planned), asked)?;
                    }
                    if is_unfilled {
                        self.unfilled.append(&mut self.wanted.split_off(before));
                    }
                }
            }
        }
        Ok(())
    }

    fn add_one(
        &mut self,
        workspace: &Workspace,
        form: &Form,
        selection: &Selection,
        (unit, planned): (UnitId, Planned),
        asked: bool,
    ) -> Result<(), FormFault> {
        let member = planned.output.member;
        let named = member.is_some_and(|member| selection.members.contains(&(unit, member)));
        if planned.is_certain == Some(false) && !named {
            return Ok(());
        }
        self.keep(form, &planned.output.path)?;
        let wanted = asked && selection.includes(workspace, unit, member);
        match planned.is_certain {
            _ if !wanted => {}
            None if !named => self.open.push(Output::of(unit, planned.output)),
            _ => self.wanted.push(Output::of(unit, planned.output)),
        }
        Ok(())
    }

    /// Notes that the workspace has an output.
    fn keep(&mut self, form: &Form, path: &str) -> Result<(), FormFault> {
        match self.kept.insert(path.to_owned()) {
            true => Ok(()),
            false => {
                let fault = DeclarationFault::PathTwice(path.to_owned());
                Err(form.fault(form.output_at, fault))
            }
        }
    }
}

/// The ids of the forms that are not made.
fn not_made(project: &Project) -> BTreeSet<String> {
    let catalogue = &project.catalogue;
    let forms = catalogue.forms.values().filter(|form| !form.is_chosen);
    let ids = forms.chain(&catalogue.others).map(Form::id);
    ids.map(str::to_owned).collect()
}

/// The units whose folder has the name of something else in `out/`.
fn refused(project: &Project) -> BTreeSet<UnitId> {
    let found = project.diagnostics.iter();
    let found = found.filter(|one| *one.rule == folder_taken::RULE);
    found.filter_map(|one| one.affected.unit).collect()
}

impl Plan {
    /// Whether an output of old has nobody left that it could be of.
    pub fn is_gone(&self, entry: &Entry) -> bool {
        let is_known = self.forms.contains(&entry.form);
        let is_there = self.kept.contains(&entry.path) || is_kept(&entry.path, &self.kept);
        let is_made = !self.not_made.contains(&entry.form);
        is_made && !is_there && (is_known || !self.unread_forms)
    }
}

impl Selection {
    /// Whether all outputs are meant, but for blank forms.
    fn is_everything(&self) -> bool {
        let named = self.forms.len() + self.units.len() + self.members.len();
        named == 0 && !self.blank
    }

    /// Whether a unit is one of some, or below one; where none are named, all are meant.
    pub fn is_within(units: &[UnitId], workspace: &Workspace, unit: UnitId) -> bool {
        let mut above = workspace.above(unit);
        units.is_empty() || above.any(|unit| units.contains(&unit))
    }

    fn includes(&self, workspace: &Workspace, unit: UnitId, member: Option<MemberId>) -> bool {
        let of_units = Self::is_within(&self.units, workspace, unit);
        let of_members = self.members.is_empty()
            || member.is_some_and(|member| self.members.contains(&(unit, member)));
        of_units && of_members
    }
}

fn blank_path(form: &Form) -> String {
    format!("{BLANK}/{}-{}.pdf", form.id(), form.declaration.title)
}
