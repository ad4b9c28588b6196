//! All that is wrong: what the rules find, what forms and tables leave open, figures
//! that do not agree; less what is waived, at the levels that the workspace sets.

use super::FormFault;
use super::catalogue::Catalogue;
use super::declaration::Scope;
use super::searching::searching;
use super::undecided::{open, readings, undecided};
use super::usage::Usage;
use crate::check::rules::organisations::{another_unit, wrong_checksum};
use crate::check::rules::tables::{own_relation, own_warning};
use crate::check::{
    self, Diagnostic, Identity, OwnRelations, Rule, Subject, levels, relations, waivers,
};
use crate::tabulate::Source;

/// All findings, in the order of path and place. `known` are the persons of units
/// whose members are not held, as nothing is wrong with them.
pub fn all(
    source: Source<'_>,
    catalogue: &Catalogue,
    known: &[Option<Vec<Identity>>],
) -> Vec<Diagnostic> {
    let asked = Asked::of(catalogue);
    let subject = asked.subject(source, catalogue, known);
    let usage = Usage::of(source, catalogue);
    let units = 0..source.workspace.units.len();
    let mut found = check::check(&subject);
    let open = open(source, catalogue, units.clone());
    found.extend(readings(source, catalogue, units.clone()));
    found.extend(searching(source, catalogue, &usage, units));
    let mut found = waivers::applied(source.workspace, found);
    found.extend(undecided(source, catalogue, &open, &found));
    // From below upwards, so that a fault is reported where it is made and the
    // sums above it do not repeat it.
    for unit in (0..source.workspace.units.len()).rev() {
        if !subject.is_known(unit) {
            unequal(&subject, source, &usage, unit, &mut found);
        }
    }
    levels::apply(source.workspace, &mut found);
    check::sort(&mut found);
    let faults = catalogue.faults.iter().map(FormFault::diagnostic);
    let mut of_forms: Vec<Diagnostic> = faults.collect();
    levels::regrade(source.workspace, &mut of_forms);
    found.extend(of_forms);
    found
}

/// All that is wrong with one unit by itself, before waivers.
pub fn of_one(source: Source<'_>, catalogue: &Catalogue, unit: usize) -> Vec<Diagnostic> {
    let asked = Asked::of(catalogue);
    let subject = asked.subject(source, catalogue, &[]);
    let usage = Usage::of(source, catalogue);
    let units = unit..unit + 1;
    let mut found = check::of_one(&subject, unit);
    let open = open(source, catalogue, units.clone());
    found.extend(readings(source, catalogue, units.clone()));
    found.extend(searching(source, catalogue, &usage, units));
    found.extend(undecided(source, catalogue, &open, &found));
    unequal(&subject, source, &usage, unit, &mut found);
    found
}

/// Figures of a unit that do not agree, of those tables in which everybody is counted
/// and nothing is known to be wrong: that, the sums would only repeat.
fn unequal(
    subject: &Subject<'_>,
    source: Source<'_>,
    usage: &Usage<'_>,
    unit: usize,
    found: &mut Vec<Diagnostic>,
) {
    let units = 0..source.workspace.units.len();
    let below = units.filter(|below| source.workspace.is_within(*below, unit));
    let below: Vec<usize> = below.collect();
    let is_spoiled = |id: &str| {
        let mut figures = below.iter().filter_map(|unit| source.tables.of(*unit, id));
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
    relations::of_unit(subject, unit, &is_spoiled, &mut broken);
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

/// What the rules ask of the catalogue.
struct Asked {
    forms: Vec<String>,
    cards: Vec<String>,
    own: Vec<OwnRelations>,
}

impl Asked {
    fn of(catalogue: &Catalogue) -> Self {
        let forms = || catalogue.forms.iter();
        let own = forms().filter(|form| form.is_own);
        Self {
            forms: crate::known_forms(catalogue)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            cards: forms()
                .filter(|form| form.declaration.scope == Scope::Member)
                .map(|form| form.id().to_owned())
                .collect(),
            own: own
                .map(|form| OwnRelations {
                    form: form.id().to_owned(),
                    path: form.path(),
                    places: form.relations_at.clone(),
                })
                .collect(),
        }
    }

    fn subject<'a>(
        &'a self,
        source: Source<'a>,
        catalogue: &'a Catalogue,
        known: &'a [Option<Vec<Identity>>],
    ) -> Subject<'a> {
        Subject {
            source,
            forms: &self.forms,
            cards: &self.cards,
            own_relations: &self.own,
            custom: &catalogue.known.custom,
            known,
        }
    }
}
