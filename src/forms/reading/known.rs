//! What forms have said of themselves before one of them is read.

use crate::forms::source::{ColumnSource, FormSource, Scope};
use crate::model::custom::CustomKeys;
use crate::model::handle::{ById, RegisterId};
use crate::model::value::Given as _;

/// What all forms have said of themselves before one of them is read.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The keys that forms add to members.
    pub custom: CustomKeys,
    /// The ids of the forms that are about members.
    pub forms: ById<RegisterId, String>,
    /// The columns of all tables, by id.
    pub tables: Vec<(String, Vec<String>)>,
    /// The ids of the registers that have several rows for one member.
    pub of_entries: Vec<String>,
}

impl Known {
    /// Notes what a form is called and has, for those that ask for it.
    pub fn add(&mut self, source: &FormSource) {
        let Some(scope) = source.scope.given() else {
            return;
        };
        // Nobody stands in a document, or in declared rows.
        if source.text.is_some() || !source.points.is_empty() {
            return;
        }
        match source.tables.as_slice() {
            [] => self.add_one(source, *scope),
            tables => tables.iter().for_each(|table| {
                self.add_one(&table.alone(source), table.scope());
            }),
        }
    }

    fn add_one(&mut self, source: &FormSource, scope: Scope) {
        let Some(id) = &source.id else {
            return;
        };
        match scope {
            Scope::Organisation => {
                let leaves = ColumnSource::nodes(&source.columns);
                let names = leaves.iter().filter_map(|leaf| leaf.name.as_ref());
                let names = names.map(|name| name.text.clone()).collect();
                self.tables.push((id.text.clone(), names));
            }
            Scope::Member | Scope::Branch | Scope::Round => {
                self.forms.push(id.text.clone());
                let entries = source.entries.as_ref();
                self.of_entries.extend(entries.map(|_| id.text.clone()));
            }
        }
    }
}
