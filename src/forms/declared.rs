//! What all forms say by which members are listed and counted.

use super::catalogue::{Catalogue, Form};
use super::cells::{leaves, parts};
use super::declaration::{Column, Scope, Split};
use crate::model::codes::RollSplit;
use crate::tabulate::{CrossTable, Declared, Leaf, Registers, TableForm, Who};

impl Catalogue {
    /// What all forms say by which members are listed and counted.
    pub fn declared(&self, split: RollSplit) -> Declared {
        let tables = self.pieces().filter_map(|form| table_form(form, split));
        let parts = self.forms.values().flat_map(|form| {
            let ids = form.tables.iter().map(Form::id);
            ids.map(|id| (id.to_owned(), form.id().to_owned()))
        });
        let cards = self.forms.values();
        let cards = cards.filter(|form| form.declaration.scope == Scope::Member);
        let faulty = self.faults.iter().map(|fault| &*fault.folder);
        let faulty = faulty.filter(|folder| self.get(folder).is_none());
        let ids = self.all_ids().into_iter().chain(faulty);
        Declared {
            ids: ids.map(str::to_owned).collect(),
            cards: cards.map(|form| form.id().to_owned()).collect(),
            parts: parts.collect(),
            registers: self.registers(),
            tables: tables.collect(),
        }
    }

    fn registers(&self) -> Registers {
        let who = |id: &String| {
            let form = self.get(id);
            let who = form.map(|form| form.declaration.who.clone());
            (id.clone(), who.unwrap_or_default())
        };
        Registers {
            forms: self.known.forms.values().map(who).collect(),
            order: self.order.clone(),
            custom: self.known.custom.clone(),
        }
    }
}

fn table_form(form: &Form, split: RollSplit) -> Option<TableForm> {
    let declaration = &form.declaration;
    let columns = leaves(&declaration.columns);
    let is_total_only =
        |column: &Column| column.split == Some(Split::RollByGroup) && split == RollSplit::TotalOnly;
    let leaf = |column: &&Column| Leaf {
        name: column.name.clone().unwrap_or_default(),
        who: Who {
            of: match column.population.is_empty() {
                true => declaration.population.clone(),
                false => column.population.clone(),
            },
            condition: column.condition.clone(),
            apart_from: Vec::new(),
        },
        total_only: is_total_only(column)
            || parts(&columns, column)
                .iter()
                .any(|part| is_total_only(columns[*part])),
        sum: parts(&columns, column),
        taken: column
            .taken
            .as_ref()
            .map(|taken| (taken.table.clone(), taken.figure.clone())),
    };
    Some(TableForm {
        id: declaration.id.clone(),
        cross: CrossTable {
            rows: declaration.rows.clone()?,
            leaves: columns.iter().map(leaf).collect(),
        },
        beside: declaration.beside.clone(),
        relations: declaration.relations.clone(),
        is_of_notice: declaration.handed_up,
        is_document: !declaration.is_cross_table() || form.is_taken(),
        own: form.is_own.then(|| (form.path(), declaration.rows_at)),
    })
}
