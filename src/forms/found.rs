//! All that is wrong: what the rules find, what forms and tables leave open, figures
//! that do not agree; less what is waived, at the levels that the workspace sets.

use super::FormFault;
use super::catalogue::Catalogue;
use super::document;
use super::folder_names::taken;
use super::letters::unmade;
use super::readings::readings;
use super::searching::searching;
use super::undecided::{open, undecided};
use super::usage::Usage;
use crate::check::rules::organisations::{another_unit, wrong_checksum};
use crate::check::rules::tables::{own_relation, own_warning};
use crate::check::{self, Diagnostic, Rule, levels, relations, waivers};
use crate::model::handle::UnitId;
use crate::tabulate::Source;

/// All findings, in the order of path and place.
pub fn all(source: Source<'_>, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let usage = Usage::of(source, catalogue);
    // Those that are settled have no error; how much else there is stands for them.
    let units = source.workspace.units.ids();
    let units = units.filter(|unit| source.settled(*unit).is_none());
    let units: Vec<UnitId> = units.collect();
    let mut found = check::check(&source, &units);
    let open = open(source, catalogue, &units);
    found.extend(readings(source, catalogue, &units));
    found.extend(searching(source, catalogue, &usage, &units));
    found.extend(taken(source, catalogue, &units));
    found.extend(unmade(source, catalogue, &units));
    found.extend(document::faults(source, catalogue, &units));
    found.extend(document::of_round(source, catalogue));
    let mut found = waivers::applied(source, found);
    found.extend(undecided(source, catalogue, &open, &found));
    // From below upwards, so that a fault is reported where it is made and the
    // sums above it do not repeat it.
    for unit in units.iter().rev() {
        unequal(source, &usage, *unit, &mut found);
    }
    levels::apply(source.workspace, &mut found);
    check::sort(&mut found);
    let faults = catalogue.faults.iter().chain(&catalogue.notices);
    let faults = faults.map(FormFault::diagnostic);
    let mut of_forms: Vec<Diagnostic> = faults.collect();
    levels::regrade(source.workspace, &mut of_forms);
    found.extend(of_forms);
    found
}

/// All that is wrong with one unit by itself, before waivers.
pub fn of_one(source: Source<'_>, catalogue: &Catalogue, unit: UnitId) -> Vec<Diagnostic> {
    let usage = Usage::of(source, catalogue);
    let units = [unit];
    let mut found = check::of_one(&source, unit);
    let open = open(source, catalogue, &units);
    found.extend(readings(source, catalogue, &units));
    found.extend(searching(source, catalogue, &usage, &units));
    found.extend(taken(source, catalogue, &units));
    found.extend(unmade(source, catalogue, &units));
    found.extend(document::faults(source, catalogue, &units));
    found.extend(undecided(source, catalogue, &open, &found));
    unequal(source, &usage, unit, &mut found);
    found
}

/// Figures of a unit that do not agree, of those tables in which everybody is counted
/// and nothing is known to be wrong: that, the sums would only repeat.
fn unequal(source: Source<'_>, usage: &Usage<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let below = source.workspace.within(unit);
    let is_spoiled = |id: &str| {
        let mut figures = below.iter().filter_map(|unit| source.figures(*unit, id));
        let is_open = figures.any(|figures| !figures.undecided.is_empty());
        let mut errors = found
            .iter()
            .filter(|one| one.is_error() && !leaves_figures(one.rule));
        is_open
            || errors.any(|one| {
                let affected = &one.affected;
                affected.member.is_none() && usage.is_about_unit(affected, id, unit)
            })
    };
    // What a form of one's own says is told of every organisation.
    let mut broken = Vec::new();
    relations::of_unit(&source, unit, &is_spoiled, &mut broken);
    found.extend(broken);
}

/// Rules that find nothing wrong with figures by themselves: of a table's own relations, of
/// whose figures they are, and whether they are as they were.
fn leaves_figures(rule: &Rule) -> bool {
    let rules = [
        &own_relation::RULE,
        &own_warning::RULE,
        &another_unit::RULE,
        &wrong_checksum::RULE,
    ];
    rules.contains(&rule)
}
