//! Faults of layouts, with their places in the layouts' files.

use std::path::PathBuf;

use crate::check::rules::forms::declaration::DeclarationFault;
use crate::check::rules::forms::layout_warning::LayoutWarning;
use crate::check::{Affected, At, Diagnostic, Finding};

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
