//! Typst's errors with their places in the layout's files.

use std::path::PathBuf;

use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;

use super::world::PageWorld;
use crate::check::{At, Concern, Diagnostic, Finding};
use crate::model::node::Span;

/// A fault of a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypesetFault {
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The place in it.
    pub at: At,
    /// Typst's words.
    pub words: String,
}

impl TypesetFault {
    /// As a diagnostic of one form.
    pub fn diagnostic(&self, form: &str) -> Diagnostic {
        let concern = Concern::everything().only(&[form]);
        Finding::Form(self.words.clone()).at(self.path.clone(), self.at, concern)
    }
}

/// Translates Typst's errors.
pub fn of(world: &PageWorld<'_>, errors: &[SourceDiagnostic]) -> Vec<TypesetFault> {
    errors.iter().map(|error| one(world, error)).collect()
}

fn one(world: &PageWorld<'_>, error: &SourceDiagnostic) -> TypesetFault {
    let path = error
        .span
        .id()
        .map(|id| id.get().vpath().get_without_slash().to_owned());
    let at = world.range(error.span).map_or(At::File, |range| {
        At::Span(Span::new(range.start, range.end))
    });
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    let words: Vec<&str> = std::iter::once(error.message.as_str())
        .chain(hints)
        .collect();
    TypesetFault {
        path: PathBuf::from(path.unwrap_or_else(|| "layouts".to_owned())),
        at,
        words: words.join("; "),
    }
}
