//! The figures of tables that are others, each with who moved it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Serialize;

use crate::Project;
use crate::model::handle::UnitId;
use crate::tabulate::{Figures, Person, TableForm};

/// A figure of a table: form, row or block beside it, column or count of the block.
pub type CellName = (String, String, String);

/// What somebody adds to figures.
pub type Counts = BTreeMap<CellName, i64>;

/// A figure that is another one.
#[derive(Clone, Debug, Serialize)]
pub struct CellChange {
    /// The organisation.
    pub org: String,
    /// The form.
    pub form: String,
    /// The row, or the block beside the table.
    pub row: String,
    /// The column, or the count of the block.
    pub column: String,
    /// What it was; 0 where it stayed empty.
    pub old: i64,
    /// What it is.
    pub new: i64,
    /// Who moved it, by file: the sum is the difference.
    pub by: Vec<Share>,
}

/// What one member, or one unit that hands up figures, moves a figure by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Share {
    /// The file.
    pub path: String,
    /// The member's name; empty for a unit.
    #[serde(rename = "姓名")]
    pub name: String,
    /// By how much.
    pub change: i64,
}

/// Who counted for some units before, and counts for some now.
#[derive(Debug, Default)]
pub struct Move {
    /// His file, as it is called now.
    pub path: PathBuf,
    /// His name.
    pub name: String,
    /// The paths of the units, and what he adds to their figures.
    pub sides: [(Vec<String>, Counts); 2],
}

impl Move {
    /// Whether it moves nothing.
    pub fn is_still(&self) -> bool {
        self.sides[0] == self.sides[1]
    }
}

/// What one member adds to the figures of all tables.
pub fn counts<'a>(tables: impl Iterator<Item = &'a TableForm>, person: Person<'_>) -> Counts {
    let mut counts = Counts::new();
    for table in tables.filter(|table| !table.is_document) {
        let figures = Figures::counted(table, std::iter::once(person));
        counts.extend(figures_of(&table.id, &figures));
    }
    counts
}

/// The figures of a table that are not 0.
pub fn figures_of(form: &str, figures: &Figures) -> Counts {
    let table = &figures.table;
    let in_table = table.rows.iter().flat_map(|(row, cells)| {
        let cells = table.columns.iter().zip(cells);
        cells.map(move |(column, cell)| (row, column, cell.unwrap_or(0)))
    });
    let beside = figures.beside.iter();
    let beside = beside.flat_map(|block| {
        let counts = block.counts.iter();
        counts.map(move |(name, count)| (&block.name, name, *count))
    });
    let all = in_table.chain(beside).filter(|(_, _, count)| *count > 0);
    all.map(|(row, column, count)| {
        let name = (form.to_owned(), row.clone(), column.clone());
        (name, i64::from(count))
    })
    .collect()
}

/// All figures of a unit that are not 0.
pub fn all_figures(project: &Project, unit: UnitId) -> Counts {
    let tables = project.source().tables(unit);
    tables
        .flat_map(|(table, figures)| figures_of(&table.id, figures))
        .collect()
}

/// The figures that are others in these organisations, in the order of the forms.
pub fn changes(
    projects: [&Project; 2],
    units: &[(&str, [Option<UnitId>; 2])],
    moves: &[Move],
) -> Vec<CellChange> {
    let by_unit = by_unit(moves);
    let order = Order::of(projects);
    let mut found = Vec::new();
    for (path, ids) in units {
        let side = |at: usize| ids[at].map(|unit| all_figures(projects[at], unit));
        let [old, new] = [0, 1].map(|at| side(at).unwrap_or_default());
        let names: BTreeSet<&CellName> = old.keys().chain(new.keys()).collect();
        let mut names: Vec<&CellName> = names.into_iter().collect();
        names.sort_by_key(|name| order.place(name));
        for name in names {
            let figure = |counts: &Counts| counts.get(name).copied().unwrap_or(0);
            let (old, new) = (figure(&old), figure(&new));
            if old == new {
                continue;
            }
            let by = by_unit.get(*path).and_then(|cells| cells.get(name));
            found.push(CellChange {
                org: (*path).to_owned(),
                form: name.0.clone(),
                row: name.1.clone(),
                column: name.2.clone(),
                old,
                new,
                by: by.cloned().unwrap_or_default(),
            });
        }
    }
    found
}

/// Who moved each figure of each organisation.
fn by_unit(moves: &[Move]) -> BTreeMap<&str, BTreeMap<&CellName, Vec<Share>>> {
    let mut found: BTreeMap<&str, BTreeMap<&CellName, Vec<Share>>> = BTreeMap::new();
    for it in moves {
        let mut own: BTreeMap<(&str, &CellName), i64> = BTreeMap::new();
        for (sign, (units, counts)) in [-1, 1].into_iter().zip(&it.sides) {
            for unit in units {
                for (name, count) in counts {
                    *own.entry((unit, name)).or_default() += sign * count;
                }
            }
        }
        for ((unit, name), change) in own.into_iter().filter(|(_, change)| *change != 0) {
            let path = it.path.to_string_lossy().replace('\\', "/");
            let name_of = it.name.clone();
            let cells = found.entry(unit).or_default();
            cells.entry(name).or_default().push(Share {
                path,
                name: name_of,
                change,
            });
        }
    }
    for shares in found.values_mut().flat_map(BTreeMap::values_mut) {
        shares.sort();
    }
    found
}

/// The places of figures: those of the forms, as they are now, then of those that are gone.
struct Order(Vec<CellName>);

impl Order {
    fn of(projects: [&Project; 2]) -> Self {
        let mut order = Vec::new();
        for project in projects.into_iter().rev() {
            for table in project.declared.tables.values() {
                let empty = Figures::empty(table);
                let rows = empty.table.rows.iter().map(|(row, _)| row);
                let cells =
                    rows.flat_map(|row| empty.table.columns.iter().map(move |it| (row, it)));
                let beside = empty.beside.iter();
                let beside =
                    beside.flat_map(|it| it.counts.iter().map(move |(of, _)| (&it.name, of)));
                let names = cells.chain(beside);
                order.extend(
                    names.map(|(row, column)| (table.id.clone(), row.clone(), column.clone())),
                );
            }
        }
        Self(order)
    }

    fn place(&self, name: &CellName) -> usize {
        let mut known = self.0.iter();
        known.position(|it| it == name).unwrap_or(usize::MAX)
    }
}
