//! Which forms exist.

use std::path::PathBuf;
use std::sync::Arc;

use super::cells::{Cells, leaves};
use super::declaration::{Column, Declaration, Names, Scope, Split};
use super::files::{LAYOUTS, LayoutFiles};
use super::{card_cell, cells, register_cell};
use crate::check::{At, Concern, Diagnostic, Finding};
use crate::derive::datum;
use crate::model::codes::RollSplit;
use crate::model::node::Span;
use crate::model::record::nearest;
use crate::tabulate::tree::TableForm;
use crate::tabulate::{CrossTable, Leaf, Rows};

/// A form of the catalogue.
#[derive(Clone, Debug)]
pub struct Form {
    /// Folder below `layouts/`.
    pub folder: String,
    /// Its declaration.
    pub declaration: Declaration,
    /// Its cells.
    pub cells: Cells,
    /// The declaration as JSON: what the layout reads.
    pub json: Arc<[u8]>,
}

impl Form {
    /// The form's id.
    pub fn id(&self) -> &str {
        &self.declaration.id
    }

    /// The layout's main file below `layouts/`.
    pub fn layout(&self) -> String {
        format!("{}/layout.typ", self.folder)
    }
}

/// A fault of a declaration.
#[derive(Clone, Debug)]
pub struct FormFault {
    /// The form's folder.
    pub folder: String,
    /// The `form.yaml`, relative to the workspace.
    pub path: PathBuf,
    /// Where in it.
    pub at: At,
    /// The words of the library, or ours.
    pub words: String,
}

impl FormFault {
    /// As a diagnostic.
    pub fn diagnostic(&self) -> Diagnostic {
        let finding = Finding::Form(self.words.clone());
        let concern = Concern::everything().only(&[&self.folder]);
        finding.at(self.path.clone(), self.at, concern)
    }
}

/// The forms in the byte order of their folders, and the faults of those that
/// could not be read.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The forms.
    pub forms: Vec<Form>,
    /// The faults.
    pub faults: Vec<FormFault>,
}

impl Catalogue {
    /// Reads all declarations.
    pub fn of(files: &LayoutFiles) -> Self {
        let mut catalogue = Self::default();
        for folder in files.forms() {
            let path = format!("{folder}/form.yaml");
            let bytes = files.get(&path).map(|bytes| &**bytes).unwrap_or_default();
            match read(folder, bytes) {
                Ok(form) if catalogue.get(form.id()).is_some() => {
                    catalogue.fault(
                        folder,
                        At::File,
                        format!("编号“{}”已有别的表用了", form.id()),
                    );
                }
                Ok(form) => catalogue.forms.push(form),
                Err((at, words)) => catalogue.fault(folder, at, words),
            }
        }
        catalogue
    }

    fn fault(&mut self, folder: &str, at: At, words: String) {
        let path = PathBuf::from(LAYOUTS).join(folder).join("form.yaml");
        self.faults.push(FormFault {
            folder: folder.to_owned(),
            path,
            at,
            words,
        });
    }

    /// The ids of all forms.
    pub fn ids(&self) -> Vec<&str> {
        self.forms.iter().map(Form::id).collect()
    }

    /// The form of an id.
    pub fn get(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id() == id)
    }

    /// The cross-tables among the forms.
    pub fn tables(&self, split: RollSplit) -> Vec<TableForm> {
        self.forms
            .iter()
            .filter_map(|form| table_form(&form.declaration, split))
            .collect()
    }
}

fn read(folder: &str, bytes: &[u8]) -> Result<Form, (At, String)> {
    let of_yaml = |error: serde_yaml::Error| {
        let at = error.location().map_or(At::File, |location| {
            let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            At::LineColumn(clamp(location.line()), clamp(location.column()))
        });
        (at, error.to_string())
    };
    let declaration: Declaration = serde_yaml::from_slice(bytes).map_err(of_yaml)?;
    let value: serde_json::Value = serde_yaml::from_slice(bytes).map_err(of_yaml)?;
    if let Some((name, words)) = fault_of(&declaration) {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let at = text.find(&name).filter(|_| !name.is_empty());
        let at = at.map_or(At::File, |at| At::Span(Span::new(at, at + name.len())));
        return Err((at, words));
    }
    let json = serde_json::to_vec(&value).map_err(|error| (At::File, error.to_string()))?;
    Ok(Form {
        folder: folder.to_owned(),
        cells: Cells::of(&declaration),
        declaration,
        json: json.into(),
    })
}

/// What a declaration gets wrong: the text to point at, and the words.
fn fault_of(declaration: &Declaration) -> Option<(String, String)> {
    let leaves = leaves(&declaration.columns);
    let in_conditions = leaves
        .iter()
        .flat_map(|leaf| leaf.condition.unknown_facts());
    let by = declaration.rows.iter().map(|rows| rows.by.as_str());
    let unknown = in_conditions
        .chain(by.filter(|name| !datum::is_known(name)))
        .next();
    if let Some(name) = unknown {
        return Some((name.to_owned(), format!("没有“{name}”这一项可作条件")));
    }
    let supplements = declaration
        .supplement
        .values()
        .map(|supplement| &supplement.population);
    let populations = [&declaration.members, &declaration.population].into_iter();
    let mut populations = populations
        .chain(leaves.iter().map(|leaf| &leaf.population))
        .chain(supplements)
        .flat_map(Names::list);
    if let Some(name) = populations.find(|name| !datum::is_population(name)) {
        let words = format!("“{name}”不是一群党员的名称");
        return Some((name, words));
    }
    let mut keys = declaration
        .columns
        .iter()
        .filter_map(|column| column.key.as_deref());
    if let Some(key) = keys.find(|key| !register_cell::is_known(key)) {
        return Some((key.to_owned(), format!("登记表没有“{key}”这一列可填")));
    }
    let mut pairs = declaration.head.iter().chain(&declaration.foot);
    if let Some(name) = pairs.find(|name| !cells::PAIRS.contains(&name.as_str())) {
        let known = cells::PAIRS.join("、");
        let words = format!("表首和表尾没有“{name}”可填；可写：{known}");
        return Some((name.clone(), words));
    }
    if let Some(name) = declaration.cells.iter().find(|name| !is_card_cell(name)) {
        let near = nearest(name, card_cell::names());
        let near = near.map_or_else(String::new, |near| format!("；是不是“{near}”？"));
        return Some((
            name.clone(),
            format!("党员的表没有“{name}”这一格可填{near}"),
        ));
    }
    let is_table = declaration.rows.is_some();
    match declaration.scope {
        Scope::Organisation if !is_table => {
            Some((String::new(), "范围是“组织”的表要有“行”".to_owned()))
        }
        scope if scope != Scope::Member && !declaration.cells.is_empty() => {
            Some(("格".to_owned(), "只有范围是“党员”的表才写“格”".to_owned()))
        }
        Scope::Branch if is_table => Some((String::new(), "有“行”的表，范围要写“组织”".to_owned())),
        _ => None,
    }
}

fn is_card_cell(name: &str) -> bool {
    card_cell::names().any(|known| known == name)
}

fn table_form(declaration: &Declaration, split: RollSplit) -> Option<TableForm> {
    let rows = declaration.rows.as_ref()?;
    let population = declaration.population.list();
    let leaf = |column: &Column| Leaf {
        name: column.name.clone().unwrap_or_default(),
        population: match &column.population {
            Names::None => population.clone(),
            names => names.list(),
        },
        condition: column.condition.clone(),
        total_only: column.split == Some(Split::RollByGroup) && split == RollSplit::TotalOnly,
    };
    Some(TableForm {
        id: declaration.id.clone(),
        cross: CrossTable {
            rows: Rows {
                by: rows.by.clone(),
                values: rows.values.clone(),
                total: rows.total.clone(),
                otherwise: rows.otherwise.clone(),
            },
            leaves: leaves(&declaration.columns).into_iter().map(leaf).collect(),
        },
        supplement: declaration
            .supplement
            .iter()
            .map(|(name, supplement)| (name.clone(), supplement.population.list()))
            .collect(),
        reconciled: declaration.reconciled,
    })
}
