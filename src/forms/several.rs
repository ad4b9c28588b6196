//! Forms of several tables: each table has an id and is a form by itself to all that asks
//! who stands in it and what it counts; the form is what is made of them.

use super::catalogue::{Catalogue, Form};

/// What parts the id of a table from the name of one of its cells.
const PARTING: char = '.';

impl Form {
    /// Its tables, of a form of several; else itself.
    pub fn pieces(&self) -> &[Self] {
        match self.tables.as_slice() {
            [] => std::slice::from_ref(self),
            tables => tables,
        }
    }

    /// Whether an id is its own, or that of one of its tables.
    pub fn has_id(&self, id: &str) -> bool {
        self.id() == id || self.tables.iter().any(|table| table.id() == id)
    }

    /// The table of a form of several that a cell stands in, and what it is called there.
    pub fn piece_of<'a, 'b>(&'a self, cell: &'b str) -> Option<(&'a Self, &'b str)> {
        self.tables.iter().find_map(|table| {
            let rest = cell.strip_prefix(table.id())?;
            Some((table, rest.strip_prefix(PARTING)?))
        })
    }

    /// What a cell of it is called where it is a table of a form of several.
    pub fn cell_in_form(&self, cell: &str) -> String {
        format!("{}{PARTING}{cell}", self.id())
    }
}

impl Catalogue {
    /// All forms of one table, and the tables of the others.
    pub fn pieces(&self) -> impl Iterator<Item = &Form> {
        self.forms.values().flat_map(Form::pieces)
    }

    /// The form of an id, or the table of a form of several.
    pub fn get(&self, id: &str) -> Option<&Form> {
        let own = self.forms.values().find(|form| form.id() == id);
        own.or_else(|| self.pieces().find(|form| form.id() == id))
    }
}
