//! What the figures of a document follow from.

use super::SHARES;
use super::declared::{Field, Own, Prose, cell_of_part};

/// What a cell of a document follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A cell of the table that the document counts as.
    Count(String),
    /// A figure of another table.
    Taken(String, String),
    /// What the organisation or the round says, under a name.
    Own(String, Own),
}

/// What a cell follows from.
pub fn parts(prose: &Prose, cell: &str) -> Vec<Part> {
    let Some((kind, name)) = cell.split_once('.') else {
        return Vec::new();
    };
    match kind {
        SHARES => {
            let (name, part) = name.split_once('/').unwrap_or((name, ""));
            match prose.field(name) {
                Some(Field::Share { part, whole, .. }) => [part, whole]
                    .into_iter()
                    .filter_map(|name| count(prose, name))
                    .collect(),
                // Shares that add up follow from all parts.
                Some(Field::Divided { parts, whole, .. }) if parts.iter().any(|it| it == part) => {
                    let names = parts.iter().chain([whole]);
                    names.filter_map(|name| count(prose, name)).collect()
                }
                _ => Vec::new(),
            }
        }
        _ => match prose.field(name) {
            Some(Field::Own(own)) => vec![Part::Own(name.to_owned(), *own)],
            _ => count(prose, name).into_iter().collect(),
        },
    }
}

fn count(prose: &Prose, name: &str) -> Option<Part> {
    Some(match prose.field(name)? {
        Field::Taken(form, figure) => Part::Taken(form.clone(), figure.clone()),
        field => Part::Count(field.cell(name)),
    })
}

/// The names of the cells that a document may have, those of its parts apart.
pub fn cells(prose: &Prose) -> Vec<String> {
    let mut cells = Vec::new();
    for (name, field) in &prose.fields {
        match field {
            Field::Divided { parts, .. } => {
                cells.extend(parts.iter().map(|part| cell_of_part(name, part)));
            }
            field => cells.push(field.cell(name)),
        }
    }
    cells
}
