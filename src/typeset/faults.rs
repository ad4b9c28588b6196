//! Typst's errors with their places in the layout's files.

use std::path::PathBuf;

use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;

use super::world::PageWorld;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::check::rules::forms::layout_warning::LayoutWarning;
use crate::check::{Affected, At, Diagnostic, Finding};
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
        self.at_its_place(form, DeclarationFault::Words(self.words.clone()).into())
    }

    /// As a warning about one form.
    pub fn warning(&self, form: &str) -> Diagnostic {
        let words = self.words.clone();
        self.at_its_place(form, LayoutWarning { words }.into())
    }

    fn at_its_place(&self, form: &str, finding: Finding) -> Diagnostic {
        let affected = Affected::everything().only(&[form]);
        finding.at(self.path.clone(), self.at, affected)
    }
}

/// Translates Typst's errors.
pub fn of(world: &PageWorld<'_>, errors: &[SourceDiagnostic]) -> Vec<TypesetFault> {
    errors.iter().map(|error| one(world, error)).collect()
}

fn one(world: &PageWorld<'_>, error: &SourceDiagnostic) -> TypesetFault {
    let place = world.place(error.span);
    let (path, at) = place.unwrap_or_else(|| (PathBuf::from("layouts"), At::File));
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    let words: Vec<&str> = std::iter::once(error.message.as_str())
        .chain(hints)
        .collect();
    TypesetFault {
        path,
        at,
        words: words.join("; "),
    }
}

impl PageWorld<'_> {
    /// The file and the place in it of a piece of a layout.
    pub fn place(&self, span: impl Into<DiagSpan>) -> Option<(PathBuf, At)> {
        let span = span.into();
        let path = span.id()?.get().vpath().get_without_slash().to_owned();
        let at = self.range(span).map_or(At::File, |range| {
            At::Span(Span::new(range.start, range.end))
        });
        Some((PathBuf::from(path), at))
    }
}
