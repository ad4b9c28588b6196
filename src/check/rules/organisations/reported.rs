//! Figures handed up have the rows and columns of their table.

use crate::check::prelude::*;
use crate::tabulate::figures::ReportFaultKind;

rule! {
    /// Figures that do not fit their table.
    Reported {
        /// The form.
        form: String,
        /// What does not fit.
        kind: ReportFaultKind,
    } = E0903 "上报数字与表式不符" Error, unit;
    zh { what(form, kind, Lang::Zh) } { way(kind, Lang::Zh) };
    en { what(form, kind, Lang::En) } { way(kind, Lang::En) };
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let Some(file) = &source.workspace.units[unit].figures else {
        return;
    };
    for (form, figures) in source.tables(unit) {
        for fault in &figures.faults {
            // A table of the notice is a key of the file, that one of one's own is missing
            // keeps nothing else from being made: both are told as such.
            if fault.kind != ReportFaultKind::NoTable {
                let (form, kind) = (form.id.clone(), fault.kind.clone());
                let affected = Affected::unit(unit).only(&[&form]);
                let finding = Finding::from(Reported { form, kind });
                found.push(finding.at(file.path.clone(), At::Span(fault.span), affected));
            }
        }
    }
}

fn what(form: &str, kind: &ReportFaultKind, lang: Lang) -> String {
    use ReportFaultKind as K;
    words! { match kind, lang {
        K::UnknownRow(row) => "{form}没有“{row}”这一行" "{form} has no row “{row}”"
        K::UnknownColumn(column) => "{form}没有“{column}”这一列" "{form} has no column “{column}”"
        K::UnknownCount(name) => "{form}没有“{name}”这一项" "{form} has no count “{name}”"
        K::OutOfRange => "人数要在 0 到 1000000 之间" "a count must be between 0 and 1000000"
        K::NoTable => "上报的数字里没有“{form}”" "the figures handed up have none of “{form}”"
        K::EmptyCell => "{form}的这一格只在合计行填写"
            "this cell of {form} is filled in the total row only"
    } }
}

fn way(kind: &ReportFaultKind, lang: Lang) -> Option<String> {
    Some(match (kind, lang) {
        (ReportFaultKind::EmptyCell, Lang::Zh) => "删去这一项".to_owned(),
        _ => return None,
    })
}
