//! Whether an output would be another, without making it: by the key that a build has for it.

use std::collections::BTreeMap;
use std::io;

use sha2::{Digest as _, Sha256};

use super::make::Maker;
use super::plan::Output;
use crate::forms::rows::branches;
use crate::forms::{Catalogue, Form, List, Scope, View};
use crate::load::hexadecimal;
use crate::model::handle::UnitId;
use crate::tabulate::Source;

/// A register over branches: the ids of its form, and of it as a table of that.
pub type TableName = (String, String);

/// The rows of one unit in a register over branches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Whatever they are: they are the same in all that is compared.
    Same,
    /// None.
    Empty,
    /// A hash of them.
    Rows([u8; 32]),
}

/// Whether a form is a list over branches, or has one among its tables.
pub fn is_in_pieces(form: &Form) -> bool {
    let mut pieces = form.pieces().iter();
    pieces.any(|table| table.declaration.all_levels)
}

/// The pieces of a unit in all such lists, by form and table; none of those whose rows
/// cannot be told.
pub fn pieces(
    source: Source<'_>,
    catalogue: &Catalogue,
    unit: UnitId,
) -> BTreeMap<TableName, Piece> {
    let forms = catalogue.forms.values();
    let forms = forms.filter(|form| form.is_chosen && is_in_pieces(form));
    let tables = forms.flat_map(|form| registers(form).map(move |table| (form, table)));
    let piece = |(form, table): (&Form, &Form)| {
        let mut list = List::of(table);
        list.add(source, table, unit)?;
        let name = (form.id().to_owned(), table.id().to_owned());
        if list.is_empty() {
            return Some((name, Piece::Empty));
        }
        let rows = serde_json::to_vec(&list).ok()?;
        Some((name, Piece::Rows(Sha256::digest(rows).into())))
    };
    tables.filter_map(piece).collect()
}

fn registers(form: &Form) -> impl Iterator<Item = &Form> {
    let pieces = form.pieces().iter();
    pieces.filter(|table| table.declaration.scope == Scope::Branch)
}

impl Maker<'_> {
    /// The key of an output, for which its photo need not be read again; none where it would
    /// not be made.
    ///
    /// # Errors
    /// Where files of a branch were changed meanwhile.
    pub fn key_of(&self, output: &Output) -> io::Result<Option<String>> {
        let Some((lists, view)) = self.texts(output)? else {
            return Ok(None);
        };
        let Ok(photo) = self.digest_of_photo(output, &view) else {
            return Ok(None);
        };
        let given = self.given_of(output, (lists, view), photo.as_ref())?;
        Ok(Some(self.keys().key(output, &given, photo.as_ref())))
    }

    /// The same of a list over branches, whose members need not be read: of the rows of each
    /// branch, the piece is told. It can be compared with others of its kind only.
    pub fn key_in_pieces(
        &self,
        output: &Output,
        piece: &dyn Fn(UnitId, &TableName) -> Option<Piece>,
    ) -> Option<String> {
        let (form, unit) = (&self.catalogue.forms[output.form], output.unit?);
        let mut hash = Sha256::new_with_prefix(self.keys().of_form(output.form));
        hash.update(&output.path);
        hash.update(self.day(output).to_string());
        let bytes = |view: View| serde_json::to_vec(&self.dressed(view)).ok();
        hash.update(bytes(View::around(self.source, form, unit)?)?);
        for table in form.pieces() {
            if table.declaration.scope != Scope::Branch {
                hash.update(bytes(View::of(self.source, table, unit, None)?)?);
                continue;
            }
            hash.update(bytes(View::around(self.source, table, unit)?)?);
            let name = (form.id().to_owned(), table.id().to_owned());
            for branch in branches(self.source, table, unit) {
                match piece(branch, &name)? {
                    Piece::Same => {
                        let path = &self.source.workspace.units[branch].path;
                        hash.update([1]);
                        hash.update(path.len().to_le_bytes());
                        hash.update(path);
                    }
                    Piece::Empty => {}
                    Piece::Rows(rows) => {
                        hash.update([2]);
                        hash.update(rows);
                    }
                }
            }
        }
        Some(hexadecimal(&hash.finalize()))
    }
}
