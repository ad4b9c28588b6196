//! Faults of forms.

use std::path::PathBuf;

use crate::check::{Affected, At, Diagnostic, Finding};

/// A fault of a declaration.
#[derive(Clone, Debug)]
pub struct FormFault {
    /// The form's folder; empty where all forms are at fault.
    pub folder: String,
    /// The `form.yaml`, or another file, relative to the workspace.
    pub path: PathBuf,
    /// Where in it.
    pub at: At,
    /// What is wrong.
    pub finding: Box<Finding>,
}

impl FormFault {
    /// As it is told, among what else is wrong.
    pub fn diagnostic(&self) -> Diagnostic {
        let affected = match self.folder.as_str() {
            "" => Affected::everything(),
            folder => Affected::everything().only(&[folder]),
        };
        let finding = (*self.finding).clone();
        finding.at(self.path.clone(), self.at, affected)
    }
}
