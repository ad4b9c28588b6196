//! Ids that two forms have.

use super::files::LayoutFiles;
use super::reading::Faults;
use super::source::FormSource;
use crate::check::rules::forms::declaration::{DeclarationFault, Other};
use crate::load::File;
use crate::model::scalars::Line;
use crate::model::value::Value;

/// The ids of each form, and of its tables, that another form has before it. The program's
/// own forms come first, whatever the folders are called: what the workspace adds gives way.
pub fn taken(folders: &[&str], files: &[File<FormSource>], of: &LayoutFiles) -> Vec<Faults> {
    let is_own = |folder: &str| of.is_own(&format!("{folder}/form.yaml"));
    let mut order: Vec<usize> = (0..folders.len()).collect();
    order.sort_by_key(|index| is_own(folders[*index]));
    let mut known: Vec<(&str, Other)> = Vec::new();
    let mut faults: Vec<Faults> = vec![Faults::new(); folders.len()];
    for index in order {
        let Some(source) = &files[index].record else {
            continue;
        };
        for id in ids(source) {
            match known.iter().find(|(known, _)| *known == id.text) {
                Some((_, other)) => {
                    let fault = DeclarationFault::IdTaken(id.text.clone(), other.clone());
                    faults[index].push((id.span, fault.into()));
                }
                None => {
                    let folder = folders[index].to_owned();
                    let is_own = is_own(&folder);
                    known.push((&id.text, Other { folder, is_own }));
                }
            }
        }
    }
    faults
}

/// The ids of a form and of its tables.
fn ids(source: &FormSource) -> impl Iterator<Item = &Value<Line>> {
    let tables = source.tables.iter().map(|table| &table.id);
    std::iter::once(&source.id).chain(tables).flatten()
}
