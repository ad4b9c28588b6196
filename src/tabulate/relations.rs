//! Figures that must agree: those of a table as its form says, the total with its
//! rows, each cell with those of the organisations below.

use super::crosstab::Table;
use super::figures::Figures;
use super::form::Relation;
use crate::derive::Certainty;
use crate::expression::{Comparison, Figure, Lookup, Name, Side, Value};
use crate::model::code::Code as _;
use crate::model::codes::ProbationerCount;
use crate::model::handle::RegisterId;
use crate::model::provenance::Traced;

/// A relation that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Failed {
    /// Which relation.
    pub relation: FailedRelation,
    /// The row it fails in; empty for a whole table.
    pub row: String,
    /// The column, where it is about one.
    pub column: String,
    /// What one side gives.
    pub left: (Side, u32),
    /// How they should compare.
    pub comparison: Comparison,
    /// What the other side gives.
    pub right: (Side, u32),
    /// The figures that it names.
    pub values: Vec<(String, u32)>,
}

/// The relations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailedRelation {
    /// One that the form says, by its place; as it is written.
    Declared(usize, String),
    /// 合计 = Σ rows.
    TotalOfRows,
    /// What a block of counts accounts for is what there is.
    Reconciled(String),
    /// A cell = Σ of the organisations below.
    SumOfBelow,
}

/// The figures that relations of a table can ask for.
pub struct Around<'a> {
    /// The figures of the table.
    pub figures: &'a Figures,
    /// The total of a column of another table.
    pub other: &'a dyn Fn(&str, &str) -> Option<u32>,
    /// The rows of a register in a row of the table, by its place; none where they are
    /// not known.
    pub rows: &'a dyn Fn(RegisterId, Option<usize>) -> Option<u32>,
    /// The setting 预备党员计入.
    pub probationers: ProbationerCount,
}

/// Checks what the form of a table says of its figures.
pub fn declared(relations: &[Relation], around: &Around<'_>) -> Vec<Failed> {
    let table = &around.figures.table;
    let last = table.rows.len().saturating_sub(1);
    let mut broken = Vec::new();
    for (index, relation) in relations.iter().enumerate() {
        let names = relation.expression.names();
        let of = |is_it: fn(&Figure) -> bool| {
            let mut names = names.iter();
            names.any(|name| matches!(name, Name::Of(figure) if is_it(figure)))
        };
        // What stands beside a table, or in another, is known for all rows together.
        let is_whole = of(|figure| matches!(figure, Figure::Beside(..) | Figure::Other(..)));
        let columns = match of(|figure| *figure == Figure::EachColumn) {
            true => table.columns.iter().map(Some).collect(),
            false => vec![None],
        };
        let first = if is_whole || relation.only_total {
            last
        } else {
            0
        };
        for row in first..table.rows.len() {
            for column in &columns {
                let row = Row {
                    around,
                    row,
                    group: (row < last).then_some(row),
                    column: *column,
                };
                broken.extend(row.broken(index, relation, is_whole));
            }
        }
    }
    broken
}

/// A row of a table, and one of its columns.
struct Row<'a> {
    around: &'a Around<'a>,
    row: usize,
    group: Option<usize>,
    column: Option<&'a String>,
}

impl Row<'_> {
    fn broken(&self, index: usize, relation: &Relation, is_whole: bool) -> Option<Failed> {
        let names = relation.expression.names();
        let is_known = |name: &&Name| !matches!(self.value(name).value, Value::Absent);
        // A cell that stays empty has nothing to compare.
        if !names.iter().all(is_known) {
            return None;
        }
        if relation.expression.holds(self).value == Certainty::Yes {
            return None;
        }
        let (left, comparison, right) = relation.expression.sides(self)?;
        let row = &self.around.figures.table.rows[self.row].0;
        Some(Failed {
            relation: FailedRelation::Declared(index, relation.expression.text.clone()),
            row: match is_whole || relation.only_total {
                true => String::new(),
                false => row.clone(),
            },
            column: self.column.cloned().unwrap_or_default(),
            left,
            comparison,
            right,
            values: names
                .iter()
                .filter_map(|name| match name {
                    Name::Of(figure) => Some((name.written(), self.figure(figure)?)),
                    _ => None,
                })
                .collect(),
        })
    }

    fn figure(&self, figure: &Figure) -> Option<u32> {
        let Around { figures, .. } = self.around;
        let row = &figures.table.rows[self.row].0;
        match figure {
            Figure::Column(column) => figures.table.figure(row, column),
            Figure::EachColumn => figures.table.figure(row, self.column?),
            Figure::Beside(block, name) => figures.count(block, name),
            Figure::Other(table, column) => (self.around.other)(table, column),
            Figure::Rows(_, register) => (self.around.rows)(*register, self.group),
            Figure::Probationers => None,
        }
    }
}

impl Lookup for Row<'_> {
    fn value(&self, name: &Name) -> Traced<Value> {
        let value = match name {
            Name::Of(Figure::Probationers) => {
                let setting = self.around.probationers;
                Value::Text(setting.word().to_owned(), Some(setting.index()))
            }
            Name::Of(figure) => match self.figure(figure) {
                Some(figure) => Value::number(figure),
                None => Value::Absent,
            },
            _ => Value::Absent,
        };
        Traced::constant(value)
    }
}

/// Checks what every table must keep by itself: the total is the sum of its rows, and
/// what a block of counts accounts for is what there is.
pub fn inherent(figures: &Figures) -> Vec<Failed> {
    let mut broken = totals(&figures.table);
    for block in &figures.beside {
        let Some([left, right]) = block.sides() else {
            continue;
        };
        let side = |counts: &[(String, u32)]| {
            let names = counts.iter().map(|(name, _)| name.clone());
            let sum: u32 = counts.iter().map(|(_, count)| count).sum();
            (Side::Names(names.collect()), sum)
        };
        let relation = FailedRelation::Reconciled(block.name.clone());
        // What is accounted for is told first.
        broken.extend(equal(relation, "", "", side(right), side(left)));
    }
    broken
}

fn totals(table: &Table) -> Vec<Failed> {
    let Some(((name, total), rows)) = table.rows.split_last() else {
        return Vec::new();
    };
    let columns = table.columns.iter().enumerate();
    columns
        // Columns that give only the total have nothing to add up.
        .filter(|(index, _)| rows.iter().any(|(_, cells)| cells[*index].is_some()))
        .filter_map(|(index, column)| {
            let sum: u32 = rows.iter().filter_map(|(_, cells)| cells[index]).sum();
            let total = (Side::None, total[index].unwrap_or(0));
            equal(
                FailedRelation::TotalOfRows,
                name,
                column,
                total,
                (Side::None, sum),
            )
        })
        .collect()
}

/// Checks that every figure is the sum of those below.
pub fn sum_of_below(figures: &Figures, below: &[&Figures]) -> Vec<Failed> {
    let sums = |own: u32, sum: u32, row: &str, column: &str| {
        let (own, sum) = ((Side::None, own), (Side::None, sum));
        equal(FailedRelation::SumOfBelow, row, column, own, sum)
    };
    let mut broken = Vec::new();
    for (row, cells) in &figures.table.rows {
        for (column, cell) in figures.table.columns.iter().zip(cells) {
            let below = below.iter();
            let below = below.filter_map(|below| below.table.figure(row, column));
            broken.extend(sums(cell.unwrap_or(0), below.sum(), row, column));
        }
    }
    for block in &figures.beside {
        for (name, count) in &block.counts {
            let below = below.iter();
            let below = below.filter_map(|below| below.count(&block.name, name));
            broken.extend(sums(*count, below.sum(), &block.name, name));
        }
    }
    broken
}

fn equal(
    relation: FailedRelation,
    row: &str,
    column: &str,
    left: (Side, u32),
    right: (Side, u32),
) -> Option<Failed> {
    (left.1 != right.1).then(|| Failed {
        relation,
        row: row.to_owned(),
        column: column.to_owned(),
        left,
        comparison: Comparison::Equal,
        right,
        values: Vec::new(),
    })
}
