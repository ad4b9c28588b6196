//! Family 09: organisations and the round.

pub mod another_unit;
pub mod folder_taken;
pub mod name_twice;
pub mod no_checksum;
pub mod no_class;
pub mod not_postcode;
pub mod not_telephone;
pub mod other_day;
pub mod reported;
pub mod round_days;
pub mod several_units;
pub mod stage_days;
pub mod stage_order;
pub mod unknown_form;
pub mod unreported;
pub mod wrong_checksum;

use crate::check::prelude::*;
use crate::check::rule::registered;
use crate::load::File;
use crate::model::organisation::Organisation;
use crate::tabulate::Figures;

registered! {
    no_class unknown_form reported other_day wrong_checksum name_twice not_telephone not_postcode
    round_days stage_days stage_order another_unit several_units no_checksum folder_taken
    unreported
}

/// The file of an organisation, and what it says.
fn organisation<'a>(
    source: &Source<'a>,
    unit: UnitId,
) -> Option<(&'a File<Organisation>, &'a Organisation)> {
    let file = &source.workspace.units[unit].organisation;
    Some((file, file.record.as_ref()?))
}

/// What a unit has handed up of the tables of the notice, by their ids.
fn of_notice<'a>(source: &Source<'a>, unit: UnitId) -> Vec<(&'a str, &'a Figures)> {
    let tables = source.tables(unit).filter(|(form, _)| form.is_of_notice);
    tables.map(|(form, figures)| (&*form.id, figures)).collect()
}

/// A finding in a file of a unit.
fn told<T>(unit: UnitId, file: &File<T>, finding: impl Into<Finding>, span: Span) -> Diagnostic {
    let finding: Finding = finding.into();
    finding.at(file.path.clone(), At::Span(span), Affected::unit(unit))
}
