//! Figures taken over from a unit's 汇总上报.yaml.

use super::figures::{Figures, ReportFault, ReportFaultKind};
use super::form::TableForm;
use crate::model::figures::{Counts, ReportedFigures, ReportedTable};

/// More people than a unit that reports figures can have; sums of such figures
/// stay far below what a figure can hold.
const MOST: u32 = 1_000_000;

/// A figure within its range.
fn figure(number: i32) -> Option<u32> {
    u32::try_from(number).ok().filter(|number| *number <= MOST)
}

/// The figures of a form. A cell that is left out is 0.
pub fn figures(reported: &ReportedFigures, form: &TableForm) -> Figures {
    let mut figures = Figures::empty(form);
    let given = reported.table(&form.id, form.is_of_notice);
    match given {
        Some(given) => {
            take_rows(given, &mut figures);
            take_counts(given, &mut figures);
            form.cross.add_up(&mut figures.table);
        }
        None if reported.is_of_several => {}
        None => {
            let (span, kind) = (reported.head.place, ReportFaultKind::NoTable);
            figures.faults.push(ReportFault { span, kind });
        }
    }
    figures
}

fn take_rows(given: &ReportedTable, figures: &mut Figures) {
    for (name, span, counts) in &given.rows.entries {
        let Some(row) = figures.table.rows.iter().position(|(row, _)| row == name) else {
            let kind = ReportFaultKind::UnknownRow(name.clone());
            figures.faults.push(ReportFault { span: *span, kind });
            continue;
        };
        for (name, span, value) in &counts.entries {
            let mut fault = |kind| figures.faults.push(ReportFault { span: *span, kind });
            let Some(column) = figures
                .table
                .columns
                .iter()
                .position(|column| column == name)
            else {
                fault(ReportFaultKind::UnknownColumn(name.clone()));
                continue;
            };
            let Some(number) = value.get() else { continue };
            match (figure(*number), &mut figures.table.rows[row].1[column]) {
                (None, _) => fault(ReportFaultKind::OutOfRange),
                (Some(number), Some(cell)) => *cell = number,
                (Some(_), None) => fault(ReportFaultKind::EmptyCell),
            }
        }
    }
}

fn take_counts(given: &ReportedTable, figures: &mut Figures) {
    for block in &mut figures.beside {
        let names: Vec<String> = block.counts.iter().map(|(name, _)| name.clone()).collect();
        let found = numbers(given.counts(&block.name), &names, &mut figures.faults);
        for ((_, count), number) in block.counts.iter_mut().zip(found) {
            *count = number;
        }
    }
}

/// The numbers of the given names, 0 where left out.
fn numbers(counts: &Counts, names: &[String], faults: &mut Vec<ReportFault>) -> Vec<u32> {
    let mut numbers = vec![0; names.len()];
    for (name, span, value) in &counts.entries {
        let index = names.iter().position(|known| known == name);
        let number = value.get().map(|number| figure(*number));
        let kind = match (index, number) {
            (None, _) => ReportFaultKind::UnknownCount(name.clone()),
            (_, Some(None)) => ReportFaultKind::OutOfRange,
            (Some(index), Some(Some(number))) => {
                numbers[index] = number;
                continue;
            }
            (Some(_), None) => continue,
        };
        faults.push(ReportFault { span: *span, kind });
    }
    numbers
}
