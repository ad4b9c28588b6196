//! Which output a file is of.

use std::path::Path;

use super::page::Page;
use crate::Project;
use crate::forms::outputs::{Pattern, outputs as planned};
use crate::publish::{Output, Plan, Selection};
use crate::typeset::identity;

/// All outputs that the data has or may have: blank forms, those of members who have one only
/// where a call names them, and those of whom a fault hides whether they have one.
pub fn outputs(project: &Project) -> Vec<Output> {
    let source = project.source();
    let mut all = Vec::new();
    for (form, declared) in project.catalogue.forms.iter() {
        let Ok(pattern) = Pattern::of(declared) else {
            continue;
        };
        for unit in project.workspace.units.ids() {
            let planned = planned(source, (form, declared), &pattern, unit);
            let planned = planned.into_iter().flatten();
            all.extend(planned.map(|planned| Output {
                form,
                unit: Some(unit),
                member: planned.output.member,
                path: planned.output.path,
            }));
        }
    }
    let blank = Selection {
        blank: true,
        ..Selection::default()
    };
    all.extend(Plan::of(project, &blank).wanted);
    all
}

/// The outputs, to be found by what files say of themselves, and by where these stand.
pub struct Outputs<'a> {
    outputs: &'a [Output],
    identities: Vec<String>,
}

impl<'a> Outputs<'a> {
    /// These.
    pub fn of(outputs: &'a [Output]) -> Self {
        Self {
            identities: outputs.iter().map(|it| identity(&it.path)).collect(),
            outputs,
        }
    }

    /// The output of a page: that whose identity it has, whatever it is called; else, where
    /// another program has given it another one, that whose path it stands at.
    pub fn find(&self, page: &Page) -> Option<&'a Output> {
        let known = page.identity.as_ref();
        let mut identities = self.identities.iter();
        let by_identity = identities.position(|it| Some(it) == known);
        by_identity
            .map(|at| &self.outputs[at])
            .or_else(|| self.at_path(&page.file))
    }

    /// The output with the longest path that the path of a file ends with.
    fn at_path(&self, file: &Path) -> Option<&'a Output> {
        let whole = std::path::absolute(file).ok()?;
        let ends = |output: &&Output| whole.ends_with(&output.path);
        let found = self.outputs.iter().filter(ends);
        found.max_by_key(|output| output.path.len())
    }
}
