//! Which outputs there are, and which of them are wanted.

use std::collections::BTreeSet;

use tera::{Context, Tera};

use super::manifest::Entry;

use crate::Project;
use crate::check::finding::DeclarationFault;
use crate::derive::Derived;
use crate::expression::{Outcome, Scope};
use crate::forms::rows::is_meant;
use crate::forms::{Form, FormFault, Scope as FormScope};
use crate::load::Workspace;
use crate::model::codes::OrganisationKind;
use crate::model::value::Given as _;

/// The folder of blank variants below `out/`.
const BLANK: &str = "空白表";

/// One file to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Index of the form in the catalogue.
    pub form: usize,
    /// The unit; none for a blank variant.
    pub unit: Option<usize>,
    /// The member of the unit.
    pub member: Option<usize>,
    /// Path below `out/`, with `/`.
    pub path: String,
}

/// What a call asks for; empty fields ask for all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Ids of forms.
    pub forms: Vec<String>,
    /// Units: these and the ones below them.
    pub units: Vec<usize>,
    /// Members, by unit and index: only their own forms.
    pub members: Vec<(usize, usize)>,
    /// Blank variants.
    pub blank: bool,
}

/// The outputs of a call.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The outputs that the call asks for.
    pub wanted: Vec<Output>,
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
}

impl Plan {
    /// Plans a call. A form whose pattern of paths is wrong has no outputs.
    pub fn of(project: &Project, selection: &Selection) -> Self {
        let Project {
            workspace,
            derived,
            catalogue,
            ..
        } = project;
        let mut plan = Self {
            unread_forms: !catalogue.faults.is_empty(),
            forms: catalogue.ids().into_iter().map(str::to_owned).collect(),
            ..Self::default()
        };
        for index in 0..catalogue.forms.len() {
            let form = &catalogue.forms[index];
            let mut of_form = Self::default();
            let added = of_form.add(workspace, derived, form, selection, index);
            // Two outputs may not have one path.
            let twice = of_form.kept.intersection(&plan.kept).next();
            let fault = added.err().or_else(|| {
                let fault = DeclarationFault::PathTwice(twice?.clone());
                Some(form.fault(form.output_at, fault))
            });
            match fault {
                None => {
                    plan.wanted.extend(of_form.wanted);
                    plan.open.extend(of_form.open);
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

    /// Adds the outputs of a form.
    fn add(
        &mut self,
        workspace: &Workspace,
        derived: &Derived,
        form: &Form,
        selection: &Selection,
        index: usize,
    ) -> Result<(), FormFault> {
        let pattern = Pattern::of(form)?;
        let blank = Output {
            form: index,
            unit: None,
            member: None,
            path: blank_path(form),
        };
        let asked = selection.forms.is_empty() || selection.forms.iter().any(|id| id == form.id());
        self.kept.insert(blank.path.clone());
        if selection.blank && asked {
            self.wanted.push(blank);
        }
        for (unit, files) in workspace.units.iter().enumerate() {
            for member in subjects(workspace, form, unit) {
                let named =
                    member.is_some_and(|member| selection.members.contains(&(unit, member)));
                let certain = is_subject(workspace, derived, form, unit, member);
                if certain == Some(false) && !named {
                    continue;
                }
                let path = pattern.path(
                    &files.path,
                    form,
                    member.map(|m| files.members[m].path.as_path()),
                )?;
                if !is_below_out(&path) {
                    let fault = DeclarationFault::OutsideOut(path);
                    return Err(form.fault(form.output_at, fault));
                }
                if !self.kept.insert(path.clone()) {
                    let fault = DeclarationFault::PathTwice(path);
                    return Err(form.fault(form.output_at, fault));
                }
                let wanted =
                    asked && !selection.blank && selection.includes(workspace, unit, member);
                let output = Output {
                    form: index,
                    unit: Some(unit),
                    member,
                    path,
                };
                match certain {
                    _ if !wanted => {}
                    None if !named => self.open.push(output),
                    _ => self.wanted.push(output),
                }
            }
        }
        Ok(())
    }
}

impl Plan {
    /// Whether an output of old has nobody left that it could be of.
    pub fn is_gone(&self, entry: &Entry) -> bool {
        let is_known = self.forms.contains(&entry.form);
        !self.kept.contains(&entry.path) && (is_known || !self.unread_forms)
    }
}

impl Selection {
    fn includes(&self, workspace: &Workspace, unit: usize, member: Option<usize>) -> bool {
        let mut above = workspace.above(unit);
        let of_units = self.units.is_empty() || above.any(|unit| self.units.contains(&unit));
        let of_members = self.members.is_empty()
            || member.is_some_and(|member| self.members.contains(&(unit, member)));
        of_units && of_members
    }
}

fn blank_path(form: &Form) -> String {
    format!("{BLANK}/{}-{}.pdf", form.id(), form.declaration.title)
}

/// For whom a form has outputs in a unit: its members, or the unit itself.
fn subjects(workspace: &Workspace, form: &Form, unit: usize) -> Vec<Option<usize>> {
    let files = &workspace.units[unit];
    let kind = files
        .organisation
        .record
        .as_ref()
        .and_then(|record| record.kind.given());
    let is_branch = !files.members.is_empty()
        || files.figures.is_none() && kind == Some(&OrganisationKind::Branch);
    match form.declaration.scope {
        FormScope::Member => (0..files.members.len()).map(Some).collect(),
        FormScope::Branch if is_branch => vec![None],
        FormScope::Branch => Vec::new(),
        FormScope::Organisation => vec![None],
    }
}

/// Whether an output is made: for members, whether they are of the form's
/// members; `None` where that is open.
fn is_subject(
    workspace: &Workspace,
    derived: &Derived,
    form: &Form,
    unit: usize,
    member: Option<usize>,
) -> Option<bool> {
    let Some(index) = member else {
        return Some(true);
    };
    let scope = Scope {
        member: workspace.units[unit].members[index].record.as_ref()?,
        facts: derived.facts(unit, form.id()).get(index)?.as_ref()?,
        reference: derived.reference(unit, form.id())?,
    };
    match is_meant(form, &scope) {
        Outcome::Yes => Some(true),
        Outcome::No => Some(false),
        Outcome::Undecided(_) => None,
    }
}

/// The Tera pattern of a form's paths.
struct Pattern {
    tera: Tera,
}

impl Pattern {
    fn of(form: &Form) -> Result<Self, FormFault> {
        let mut tera = Tera::default();
        tera.autoescape_on(Vec::<&'static str>::new());
        tera.add_raw_template("path", &form.declaration.output)
            .map_err(|error| fault(form, &error))?;
        Ok(Self { tera })
    }

    fn path(
        &self,
        org: &str,
        form: &Form,
        member: Option<&std::path::Path>,
    ) -> Result<String, FormFault> {
        let stem = member
            .and_then(|path| path.file_stem())
            .and_then(|stem| stem.to_str());
        let mut context = Context::new();
        context.insert("org", org);
        context.insert("id", form.id());
        context.insert("title", &form.declaration.title);
        context.insert("member", stem.unwrap_or_default());
        self.tera
            .render("path", &context)
            .map_err(|error| fault(form, &error))
    }
}

/// Whether a path stays within `out/`.
pub(super) fn is_below_out(path: &str) -> bool {
    let mut parts = std::path::Path::new(path).components();
    parts.all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn fault(form: &Form, error: &dyn std::error::Error) -> FormFault {
    // The library draws the pattern below its words; the finding shows it anyway.
    let words = error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string);
    let first = words.lines().next().unwrap_or_default();
    let words = first.trim_start_matches("error: ").to_owned();
    form.fault(form.output_at, DeclarationFault::Pattern(words))
}
