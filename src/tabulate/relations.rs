//! Tables that must agree (附件6 and 附件7 with each other, with the registers,
//! and with the organisations below).

use super::crosstab::Table;
use super::reconciliation::Reconciliation;

/// A relation that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which relation.
    pub relation: Relation,
    /// The row it fails in; empty for a whole table.
    pub row: String,
    /// What one side gives.
    pub left: u32,
    /// What the other side gives.
    pub right: u32,
}

/// The relations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// 附件6, each row: 人数 = Σ of a group of columns.
    SumOfGroup(&'static str),
    /// 附件6, each row: a part ≤ 人数.
    PartOfCount(&'static str),
    /// 合计 = Σ rows, in a column.
    TotalOfRows(String),
    /// 附件6: 合计.人数 = rows of 附件5.
    RowsOfRegister,
    /// 附件6: 人数 of a row = its 职业 code in 附件5.
    CodesOfRegister,
    /// 附件6: 人数 ≤ 在册 (a warning only).
    CountWithinRoll,
    /// 预备党员 ≤ 在册.
    ProbationersOfRoll,
    /// A column of 附件7 counts each member at most once: its total is not more
    /// than the rows with a disposition.
    DispositionsOfRows(String),
    /// Each row with a disposition is in a column.
    RowsOfDispositions,
    /// 附件7: 处置 + 补转 + 待处置 = rows of 附件4 + rows of 附件5.
    Reconciled,
    /// 附件6 and 附件7: the rows of 附件5 are the same.
    SameRegister,
    /// 附件6: 补充资料 = rows of 附件2 of all branches below.
    AwayOfRegister,
    /// 附件1 and 附件2: the block of 流动 is filled for the rows of 附件2.
    AwayOfCards,
    /// Upper level: a cell = Σ of the organisations below.
    SumOfBelow(String),
}

/// The groups of columns of 附件6 that each add up to 人数.
const GROUPS: [&str; 5] = ["年龄", "党龄", "学历", "失去联系时间", "失去联系情形"];

/// Checks the relations within 附件6. `uncounted` says that probationers stand
/// in no column of 党龄 (预备党员计入: 不计).
pub fn within_loss(table: &Table, uncounted: bool) -> Vec<Broken> {
    let mut broken = total_of_rows(table);
    for (row, _) in &table.rows {
        let count = table.figure(row, "人数");
        let mut unequal = |relation, right: u32, fails: bool| {
            if fails {
                broken.push(Broken {
                    relation,
                    row: row.clone(),
                    left: count,
                    right,
                });
            }
        };
        for group in GROUPS {
            let probationers = match group == "党龄" && uncounted {
                true => table.figure(row, "人数/预备党员"),
                false => 0,
            };
            let sum = sum_of_group(table, row, group) + probationers;
            unequal(Relation::SumOfGroup(group), sum, sum != count);
        }
        for part in ["人数/预备党员", "性别/女", "民族/少数民族"] {
            let figure = table.figure(row, part);
            unequal(Relation::PartOfCount(part), figure, figure > count);
        }
        let posts = sum_of_group(table, row, "党内职务");
        unequal(Relation::PartOfCount("党内职务"), posts, posts > count);
    }
    let probationers = total(table, "排查前在册党员人数/预备党员");
    let on_roll = total(table, "排查前在册党员人数");
    if probationers > on_roll {
        broken.push(Broken {
            relation: Relation::ProbationersOfRoll,
            row: String::new(),
            left: probationers,
            right: on_roll,
        });
    }
    let (total, roll) = (total(table, "人数"), on_roll);
    if total > roll {
        let row = String::new();
        broken.push(Broken {
            relation: Relation::CountWithinRoll,
            row,
            left: total,
            right: roll,
        });
    }
    broken
}

/// Checks the relations within 附件7.
pub fn within_outcome(table: &Table, counts: &Reconciliation) -> Vec<Broken> {
    let mut broken = total_of_rows(table);
    let decided = counts.disposed + counts.late_transfers;
    for column in &table.columns {
        let figure = total(table, column);
        if figure > decided {
            broken.push(Broken {
                relation: Relation::DispositionsOfRows(column.clone()),
                row: String::new(),
                left: figure,
                right: decided,
            });
        }
    }
    let all = table.columns.iter().map(|column| total(table, column));
    let all: u32 = all.sum();
    if all < counts.disposed {
        broken.push(Broken {
            relation: Relation::RowsOfDispositions,
            row: String::new(),
            left: all,
            right: counts.disposed,
        });
    }
    let left = counts.disposed + counts.late_transfers + counts.pending;
    let right = counts.found + counts.not_found;
    if left != right {
        broken.push(Broken {
            relation: Relation::Reconciled,
            row: String::new(),
            left,
            right,
        });
    }
    broken
}

/// Checks one figure against another.
pub fn equal(relation: Relation, row: &str, left: u32, right: u32) -> Option<Broken> {
    (left != right).then(|| Broken {
        relation,
        row: row.to_owned(),
        left,
        right,
    })
}

/// Checks that every cell of a table is the sum of those below.
pub fn sum_of_below<'a>(table: &Table, below: impl Iterator<Item = &'a Table>) -> Vec<Broken> {
    let below: Vec<&Table> = below.collect();
    let cells = table
        .rows
        .iter()
        .flat_map(|(row, _)| table.columns.iter().map(move |c| (row, c)));
    cells
        .filter_map(|(row, column)| {
            let sum = below.iter().map(|table| table.figure(row, column)).sum();
            let relation = Relation::SumOfBelow(column.clone());
            equal(relation, row, table.figure(row, column), sum)
        })
        .collect()
}

/// The figure of the last row.
pub fn total(table: &Table, column: &str) -> u32 {
    table
        .rows
        .last()
        .map_or(0, |(row, _)| table.figure(row, column))
}

fn sum_of_group(table: &Table, row: &str, group: &str) -> u32 {
    let columns = table.columns.iter();
    let of_group =
        columns.filter(|column| column.split('/').next() == Some(group) && column.contains('/'));
    of_group.map(|column| table.figure(row, column)).sum()
}

fn total_of_rows(table: &Table) -> Vec<Broken> {
    let Some(((name, total), rows)) = table.rows.split_last() else {
        return Vec::new();
    };
    let columns = table.columns.iter().enumerate();
    columns
        // Columns that give only the total have nothing to add up.
        .filter(|(index, _)| rows.iter().any(|(_, cells)| cells[*index].is_some()))
        .filter_map(|(index, column)| {
            let sum = rows.iter().filter_map(|(_, cells)| cells[index]).sum();
            equal(
                Relation::TotalOfRows(column.clone()),
                name,
                total[index].unwrap_or(0),
                sum,
            )
        })
        .collect()
}
