//! What was found, not yet in words.

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;

use super::diagnostic::{Affected, At, Diagnostic};
use super::rule::{Rule, Violation};

/// What a rule found.
#[derive(Clone, Debug)]
pub struct Finding(pub Arc<dyn Violation>);

impl<V: Violation> From<V> for Finding {
    fn from(violation: V) -> Self {
        Self(Arc::new(violation))
    }
}

impl Finding {
    /// What was found, where it is of a type.
    pub fn get<V: Violation>(&self) -> Option<&V> {
        let any: &dyn Any = &*self.0;
        any.downcast_ref()
    }

    /// A diagnostic of this finding at a place.
    pub fn at(self, path: PathBuf, at: At, affected: Affected) -> Diagnostic {
        Diagnostic {
            rule: self.rule(),
            severity: self.rule().severity,
            path,
            at,
            finding: self,
            related: Vec::new(),
            affected,
        }
    }

    /// The rule that a finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        self.0.rule()
    }
}
