//! Which outputs a form has in a unit, and where they stand below `out/`.

use std::path::{Component, Path};

use tera::{Context, Tera};

use super::FormFault;
use super::catalogue::{Catalogue, Form};
use super::declaration::Scope as FormScope;
use super::document::has;
use super::rows::is_meant;
use crate::check::rules::forms::declaration::{DeclarationFault, Other};
use crate::derive::Certainty;
use crate::load::Unit;
use crate::model::codes::OrganisationKind;
use crate::model::handle::{FormId, MemberId, UnitId};
use crate::model::value::Given as _;
use crate::tabulate::{Source, UnitOutput};

/// An output that a unit has, or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The output.
    pub output: UnitOutput,
    /// Whether the unit has it; `None` where a fault leaves that open.
    pub is_certain: Option<bool>,
}

/// The outputs of a form in a unit, those included of which a member has none.
///
/// # Errors
/// Where the form's pattern of paths is wrong, or leads out of `out/`.
pub fn outputs(
    source: Source<'_>,
    (id, form): (FormId, &Form),
    pattern: &Pattern,
    unit: UnitId,
) -> Result<Vec<Planned>, FormFault> {
    let files = &source.workspace.units[unit];
    let planned = |member: Option<MemberId>| {
        let member_path = member.map(|member| files.member_paths[member].as_path());
        let path = pattern.path_below_out(&files.path, form, member_path)?;
        Ok(Planned {
            output: UnitOutput {
                form: id,
                member,
                path,
            },
            is_certain: match member {
                Some(member) => is_subject(source, form, unit, member),
                None => Some(true),
            },
        })
    };
    let subjects = match &form.declaration.prose {
        Some(prose) if has(source, prose, unit) => vec![None],
        Some(_) => Vec::new(),
        None => subjects(files, form),
    };
    let subjects = subjects.into_iter();
    subjects.map(planned).collect()
}

/// Whether a unit has members, or is to have some.
pub fn is_branch(files: &Unit) -> bool {
    let record = files.organisation.record.as_ref();
    let kind = record.and_then(|record| record.kind.given());
    let is_called = files.figures.is_none() && kind == Some(&OrganisationKind::Branch);
    !files.member_paths.is_empty() || is_called
}

/// Whether a unit has one output of a form for itself, and not for its members.
pub fn is_of_unit(files: &Unit, form: &Form) -> bool {
    subjects(files, form) == [None]
}

/// For whom a form has outputs in a unit: its members, or the unit itself.
fn subjects(files: &Unit, form: &Form) -> Vec<Option<MemberId>> {
    match form.declaration.scope {
        FormScope::Member => files.member_paths.ids().map(Some).collect(),
        FormScope::Branch if is_branch(files) => vec![None],
        // An organisation above branches has their members in one list.
        FormScope::Branch if form.declaration.all_levels && files.figures.is_none() => vec![None],
        FormScope::Branch => Vec::new(),
        FormScope::Organisation if form.declaration.points.is_some() && !is_branch(files) => {
            Vec::new()
        }
        // A table of the organisations below has nothing to show where there are none.
        FormScope::Organisation if form.has_lines_of_units() && files.below.is_empty() => {
            Vec::new()
        }
        FormScope::Organisation => vec![None],
        FormScope::Round => Vec::new(),
    }
}

/// Whether a member is one of the form's; `None` where that is open.
fn is_subject(source: Source<'_>, form: &Form, unit: UnitId, member: MemberId) -> Option<bool> {
    let person = source.person(unit, member)?;
    person.scope(form.id())?;
    match is_meant(source, form, &person).value {
        Certainty::Yes => Some(true),
        Certainty::No => Some(false),
        Certainty::Open => None,
    }
}

/// The Tera pattern of a form's paths.
pub struct Pattern {
    tera: Tera,
}

impl Pattern {
    /// The pattern of a form.
    ///
    /// # Errors
    /// Where it is no pattern.
    pub fn of(form: &Form) -> Result<Self, FormFault> {
        let mut tera = Tera::default();
        tera.autoescape_on(Vec::<&'static str>::new());
        tera.add_raw_template("path", &form.declaration.output)
            .map_err(|error| fault(form, &error))?;
        Ok(Self { tera })
    }

    /// The name below a unit's folder under which a form writes, where that is one name.
    pub fn name_below_unit(&self, form: &Form) -> Option<String> {
        // No file of an organisation or a member can be called so.
        let nobody = "\u{1}";
        let path = self.path(nobody, form, Some(Path::new(nobody))).ok()?;
        let mut parts = path.split('/').skip_while(|part| *part != nobody);
        let name = parts.nth(1)?;
        (!name.contains(nobody)).then(|| name.to_owned())
    }

    /// The path of the output that a unit has for itself.
    ///
    /// # Errors
    /// Where the pattern is wrong, or leads out of `out/`.
    pub fn path_of_unit(&self, org: &str, form: &Form) -> Result<String, FormFault> {
        self.path_below_out(org, form, None)
    }

    fn path_below_out(
        &self,
        org: &str,
        form: &Form,
        member: Option<&Path>,
    ) -> Result<String, FormFault> {
        let path = self.path(org, form, member)?;
        match is_below_out(&path) {
            true => Ok(path),
            false => Err(form.fault(form.output_at, DeclarationFault::OutsideOut(path))),
        }
    }

    fn path(&self, org: &str, form: &Form, member: Option<&Path>) -> Result<String, FormFault> {
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

/// Forms that write the same file of whatever unit or member, by their patterns alone. The
/// program's own forms are right: what the workspace adds gives way, and of two that it adds
/// nobody knows which is meant.
pub fn collisions(catalogue: &Catalogue) -> Vec<FormFault> {
    // No file of an organisation or a member can be called so.
    let (unit, member) = ("\u{1}", Path::new("\u{2}"));
    let path = |form: &Form| Pattern::of(form).ok()?.path(unit, form, Some(member)).ok();
    let forms: Vec<(&Form, String)> = catalogue
        .forms
        .values()
        .filter_map(|form| Some((form, path(form)?)))
        .collect();
    let fault = |(form, path): &(&Form, String)| {
        let mut others = forms
            .iter()
            .filter(|(other, _)| other.folder != form.folder);
        let (other, _) = others.find(|(_, of_other)| of_other == path)?;
        let id = other.id().to_owned();
        let other = Other {
            folder: other.folder.clone(),
            is_own: other.is_own,
        };
        Some(form.fault(form.output_at, DeclarationFault::OutputTaken(id, other)))
    };
    let own = forms.iter().filter(|(form, _)| form.is_own);
    own.filter_map(fault).collect()
}

/// Whether a path is that of a file within `out/` which is none of the program's own:
/// no name begins with a dot, is longer than file systems take, or cannot be one.
pub fn is_below_out(path: &str) -> bool {
    let is_name = |name: &str| {
        let is_own = name == LIST || name.starts_with('.');
        !name.is_empty() && name.len() <= LONGEST && !is_own && !name.contains(char::is_control)
    };
    let mut parts = Path::new(path).components();
    parts.all(|part| matches!(part, Component::Normal(_))) && path.split('/').all(is_name)
}

/// The folder of blank variants below `out/`.
pub const BLANK: &str = "空白表";

/// The list of what stands in `out/`.
pub const LIST: &str = "清单.json";

/// The longest name of a file, in bytes.
const LONGEST: usize = 255;

fn fault(form: &Form, error: &dyn std::error::Error) -> FormFault {
    // The library draws the pattern below its words; the finding shows it anyway.
    let words = error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string);
    let first = words.lines().next().unwrap_or_default();
    let words = first.trim_start_matches("error: ").to_owned();
    form.fault(form.output_at, DeclarationFault::Pattern(words))
}
