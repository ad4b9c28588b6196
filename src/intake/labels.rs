//! The heads of the workspace's forms: a sheet that looks like one of them has them.

use std::collections::BTreeMap;

use super::heading::{Purpose, purpose};
use crate::forms::Catalogue;
use crate::model::meant::bare;

/// What the columns of forms are called, with what a column of a sheet that is called so
/// stands for. What two forms mean differently is not known.
#[derive(Debug, Default)]
pub struct Labels(BTreeMap<String, Option<Purpose>>);

impl Labels {
    /// The heads of all forms.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut labels = BTreeMap::new();
        for column in catalogue
            .forms
            .values()
            .flat_map(|form| &form.declaration.columns)
        {
            let Some(key) = &column.key else { continue };
            let meant = purpose(std::slice::from_ref(key));
            if meant == Purpose::Unknown {
                continue;
            }
            let known = labels
                .entry(bare(&column.head))
                .or_insert_with(|| Some(meant.clone()));
            if *known != Some(meant) {
                *known = None;
            }
        }
        Self(labels)
    }

    /// What a column stands for by its last head.
    pub fn meant(&self, head: &str) -> Option<&Purpose> {
        self.0.get(&bare(head))?.as_ref()
    }
}
