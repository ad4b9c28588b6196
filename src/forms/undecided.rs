//! Members of whom a form cannot say whether they are of it, and tables whose own
//! relations do not hold.

use super::catalogue::{Catalogue, Form};
use super::declaration::Scope as FormScope;
use super::origin::keys_of_expression;
use super::rows::is_meant;
use super::view::Source;
use crate::check::finding::LayoutFinding;
use crate::check::{At, Concern, Diagnostic, Finding};
use crate::derive::datum;
use crate::expression::{Lookup, Name, Outcome, Scope, Value, scopes};
use crate::model::meaning::{Item, item_of};
use crate::model::node::Span;
use crate::model::route;

/// What a form with a filter leaves open, at the value that is too coarse or
/// missing.
pub fn undecided(source: Source<'_>, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let with_filter = |form: &&Form| form.declaration.filter.expression.is_some();
    let forms = catalogue.forms.iter().filter(with_filter);
    let mut found = Vec::new();
    for form in forms.filter(|form| form.declaration.scope != FormScope::Organisation) {
        for unit in 0..source.workspace.units.len() {
            for (index, scope) in scopes(source.workspace, source.derived, unit, form.id()) {
                if let Outcome::Undecided(fact) = is_meant(form, &scope)
                    && !is_unreadable(&scope, &fact, catalogue)
                {
                    found.push(at_value(source, form, unit, index, fact));
                }
            }
        }
    }
    found
}

/// Whether the value of a key cannot be read: that is told by itself.
fn is_unreadable(scope: &Scope<'_>, key: &str, catalogue: &Catalogue) -> bool {
    let read = match (catalogue.custom.get(key), item_of(scope.member, key)) {
        (Some(of), _) => scope.member.custom.read(key, of),
        (None, Some(Item::Scalar(read))) => Some(read),
        _ => None,
    };
    read.is_some_and(|read| read.meaning.is_none())
}

fn at_value(
    source: Source<'_>,
    form: &Form,
    unit: usize,
    member: usize,
    fact: String,
) -> Diagnostic {
    let path = &source.workspace.units[unit].members[member].path;
    let filter = form.declaration.filter.expression.as_ref();
    let mut keys: Vec<String> = datum::keys(&fact)
        .iter()
        .map(|key| (*key).to_owned())
        .collect();
    keys.push(fact.clone());
    keys.extend(filter.map(keys_of_expression).unwrap_or_default());
    let text = crate::load::read_text(&source.workspace.root.join(path)).unwrap_or_default();
    let tree = crate::load::parse(&text).ok();
    let places = keys.iter().filter_map(|key| {
        let places = route::follow(tree.as_ref()?, key);
        places.first().map(|place| place.span)
    });
    let place: Option<Span> = places.into_iter().next();
    let finding = Finding::Undecided {
        missing: place.is_none(),
        fact,
        form: form.id().to_owned(),
        column: form.declaration.title.clone(),
    };
    let at = place.map_or(At::File, At::Span);
    finding.at(
        path.clone(),
        at,
        Concern::member(unit, member).only(&[form.id()]),
    )
}

/// Relations that a form says must hold between its columns, and that do not.
pub fn broken_relations(source: Source<'_>, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for form in &catalogue.forms {
        for unit in 0..source.workspace.units.len() {
            let Some(figures) = source.tables.of(unit, form.id()) else {
                continue;
            };
            let relations = form.declaration.relations.iter().zip(&form.relations_at);
            for (relation, at) in relations {
                for (row, cells) in &figures.table.rows {
                    let columns = &figures.table.columns;
                    let names = Cells { columns, cells };
                    if relation.holds(&names) == Outcome::Yes {
                        continue;
                    }
                    let values = relation.names().into_iter().filter_map(|name| match name {
                        Name::Column(column) => Some((column.clone(), names.figure(column))),
                        _ => None,
                    });
                    let finding = Finding::from(LayoutFinding::Relation {
                        form: form.id().to_owned(),
                        unit: source.workspace.units[unit].path.clone(),
                        row: row.clone(),
                        relation: relation.text.clone(),
                        values: values.collect(),
                    });
                    let path = std::path::Path::new(super::files::LAYOUTS).join(&form.folder);
                    let concern = Concern::unit(unit).only(&[form.id()]);
                    found.push(finding.at(path.join("form.yaml"), At::Span(*at), concern));
                }
            }
        }
    }
    found
}

/// The cells of a row by the names of their columns.
struct Cells<'a> {
    columns: &'a [String],
    cells: &'a [Option<u32>],
}

impl Cells<'_> {
    fn figure(&self, column: &str) -> u32 {
        let place = self.columns.iter().position(|known| known == column);
        place.and_then(|place| self.cells[place]).unwrap_or(0)
    }
}

impl Lookup for Cells<'_> {
    fn value(&self, name: &Name) -> Value {
        match name {
            Name::Column(column) => {
                let figure = f64::from(self.figure(column));
                Value::Number(figure, figure)
            }
            _ => Value::Absent,
        }
    }
}
