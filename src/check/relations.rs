//! Tables that must agree. They are checked on every run: a relation that
//! fails for figures of ours is a fault of the program, one that fails for
//! figures taken over is a fault of the figures.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::Finding;
use crate::load::{File, Workspace};
use crate::model::code::Code as _;
use crate::model::codes::{Occupation, ProbationerCount};
use crate::model::figures::ReportedFigures;
use crate::model::node::Span;
use crate::model::value::Given as _;
use crate::tabulate::relations::{self, Broken, Relation};

const LOSS: &str = "附件6";
const OUTCOME: &str = "附件7";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    // From below upwards, so that a fault is reported where it is made and the
    // sums above it do not repeat it.
    for unit in (0..subject.workspace.units.len()).rev() {
        if !subject.is_known(unit) {
            of_unit(subject, unit, found);
        }
    }
}

/// The relations within the tables of a unit, with its registers and with the tables
/// below it.
pub fn of_unit(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let Subject {
        workspace, tables, ..
    } = *subject;
    let [Some(loss), Some(outcome)] = [LOSS, OUTCOME].map(|form| tables.of(unit, form)) else {
        return;
    };
    // What is wrong with figures already, the sums would only repeat.
    let spoils = |other: &Diagnostic| {
        other.is_error()
            && !other.finding.leaves_tables_whole()
            && other.concern.spoils_figures_of(workspace, &[unit])
    };
    if found.iter().any(spoils) {
        return;
    }
    let mut report = |form: &str, broken: Vec<Broken>| {
        found.extend(
            broken
                .into_iter()
                .map(|broken| diagnostic(workspace, unit, form, broken)),
        );
    };
    report(
        LOSS,
        relations::within_loss(&loss.table, is_uncounted(subject, unit)),
    );
    if let Some(counts) = &outcome.reconciliation {
        report(OUTCOME, relations::within_outcome(&outcome.table, counts));
        let total = relations::total(&loss.table, "人数");
        let same = relations::equal(Relation::SameRegister, "", total, counts.not_found);
        report(OUTCOME, same.into_iter().collect());
    }
    report(LOSS, with_registers(subject, unit));
    for (form, table) in [(LOSS, &loss.table), (OUTCOME, &outcome.table)] {
        let below: Vec<_> = (0..workspace.units.len())
            .filter(|child| workspace.units[*child].parent == Some(unit))
            .filter_map(|child| tables.of(child, form))
            .collect();
        if !below.is_empty() {
            report(
                form,
                relations::sum_of_below(table, below.iter().map(|figures| &figures.table)),
            );
        }
    }
}

/// 附件6 against the rows of 附件5 and 附件2 of a branch.
fn with_registers(subject: &Subject<'_>, unit: usize) -> Vec<Broken> {
    let Subject {
        workspace,
        tables,
        derived,
        ..
    } = *subject;
    let Some(figures) = tables
        .of(unit, LOSS)
        .filter(|_| workspace.units[unit].figures.is_none())
    else {
        return Vec::new();
    };
    if workspace.units[unit].members.is_empty() {
        return away_of_branches(subject, unit).into_iter().collect();
    }
    let register: Vec<_> = derived.rows(workspace, unit, "附件5", &["附件5"]).collect();
    let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
    let mut broken: Vec<Broken> = Vec::new();
    let total = relations::total(&figures.table, "人数");
    broken.extend(relations::equal(
        Relation::RowsOfRegister,
        "",
        total,
        count(register.len()),
    ));
    for group in Occupation::ALL {
        let of_group = register
            .iter()
            .filter(|(_, member, _)| member.occupation.given() == Some(group));
        let figure = figures.table.figure(group.word(), "人数");
        broken.extend(relations::equal(
            Relation::CodesOfRegister,
            group.word(),
            figure,
            count(of_group.count()),
        ));
    }
    broken.extend(away_of_branches(subject, unit));
    broken.extend(away_of_cards(subject, unit));
    broken
}

/// 补充资料 = rows of 附件2 of all branches below, and figures taken over.
fn away_of_branches(subject: &Subject<'_>, unit: usize) -> Option<Broken> {
    let Subject {
        workspace,
        tables,
        derived,
        ..
    } = *subject;
    let supplement = |unit: usize| {
        tables
            .of(unit, LOSS)?
            .supplement
            .first()
            .map(|(_, count)| *count)
    };
    let rows = (0..workspace.units.len())
        .filter(|below| workspace.is_within(*below, unit))
        // Figures taken over have no register; of branches whose members are not held
        // it was compared when they were.
        .map(|below| match subject.is_taken_over(below) {
            true => supplement(below).unwrap_or(0),
            false => derived.row_count(workspace, below, "附件2", &["附件2"]),
        });
    relations::equal(Relation::AwayOfRegister, "", supplement(unit)?, rows.sum())
}

/// The block of 流动 is filled in 附件1 for the rows of 附件2.
fn away_of_cards(subject: &Subject<'_>, unit: usize) -> Option<Broken> {
    let rows = |form: &str| {
        subject
            .derived
            .row_count(subject.workspace, unit, form, &["附件2"])
    };
    relations::equal(Relation::AwayOfCards, "", rows("附件1"), rows("附件2"))
}

fn is_uncounted(subject: &Subject<'_>, unit: usize) -> bool {
    let reference = subject.derived.reference(unit, LOSS);
    reference.is_some_and(|reference| reference.probationers == ProbationerCount::Nowhere)
}

fn diagnostic(workspace: &Workspace, unit: usize, form: &str, broken: Broken) -> Diagnostic {
    let files = &workspace.units[unit];
    let (path, at) = match &files.figures {
        Some(file) => (&file.path, At::Span(place(file, form, &broken))),
        None => (&files.organisation.path, At::File),
    };
    let concern = Concern::unit(unit).only(&[form]);
    let reported = files.figures.is_some();
    let finding = Finding::Relation {
        form: form.to_owned(),
        broken,
        reported,
    };
    finding.at(path.clone(), at, concern)
}

/// The row of figures taken over in which a relation fails, else the table.
fn place(file: &File<ReportedFigures>, form: &str, broken: &Broken) -> Span {
    let table = file.record.as_ref().and_then(|record| match form {
        LOSS => record.loss.as_ref(),
        _ => record.outcome.as_ref(),
    });
    let row = table.and_then(|table| {
        table
            .rows
            .rows
            .iter()
            .find(|(name, _, _)| *name == broken.row)
    });
    row.map(|(_, span, _)| *span)
        .or(table.map(|table| table.place))
        .unwrap_or_default()
}
