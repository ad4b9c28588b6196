//! Dates too coarse to decide, and values without which a form cannot decide.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding};
use crate::derive::derived::belongs;
use crate::derive::{Certainty, Facts, Input, Reading};
use crate::model::member::Member;
use crate::model::node::Span;

/// The registers and the facts that decide who stands in them.
const REGISTERS: [(&str, &str); 5] = [
    ("附件1", "排查对象"),
    ("附件2", "流动党员"),
    ("附件3", "附件3"),
    ("附件4", "附件4"),
    ("附件5", "附件5"),
];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for unit in 0..subject.workspace.units.len() {
        registers(subject, unit, found);
        tables(subject, unit, found);
        readings(subject, unit, found);
    }
}

/// Members of whom it is open whether they stand in a register.
fn registers(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    for (form, population) in REGISTERS {
        for (index, member, facts) in subject.derived.members(subject.workspace, unit, form) {
            let inputs = match (
                belongs(population, member, facts),
                inputs(population, facts),
            ) {
                (Certainty::Open, Some(inputs)) if !inputs.is_empty() => inputs,
                _ => continue,
            };
            if has_bad_value(subject, unit, index, &inputs) {
                continue;
            }
            let finding = Finding::Undecided {
                fact: population.to_owned(),
                form: form.to_owned(),
                column: String::new(),
                missing: false,
            };
            let concern = Concern::member(unit, index).only(&[form]);
            let path = subject.workspace.units[unit].members[index].path.clone();
            found.push(finding.at(path, At::Span(coarse(member, &inputs)), concern));
        }
    }
}

/// Members whom a table cannot count.
fn tables(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    for (form, figures) in subject.tables.forms.iter().zip(&subject.tables.units[unit]) {
        for undecided in &figures.undecided {
            let file = &subject.workspace.units[unit].members[undecided.member];
            let facts = subject.derived.facts(unit, &form.id);
            let Some((member, Some(facts))) = file.record.as_ref().zip(facts.get(undecided.member))
            else {
                continue;
            };
            let inputs = inputs(&undecided.fact, facts).unwrap_or_default();
            let is_register = REGISTERS
                .iter()
                .any(|(_, population)| *population == undecided.fact);
            if is_register || has_bad_value(subject, unit, undecided.member, &inputs) {
                continue;
            }
            let missing = inputs.is_empty();
            let span = match missing {
                true => member.lost.as_ref().map_or(member.place, |lost| lost.place),
                false => coarse(member, &inputs),
            };
            let finding = Finding::Undecided {
                fact: undecided.fact.clone(),
                form: form.id.clone(),
                column: undecided.column.clone(),
                missing,
            };
            let concern = Concern::member(unit, undecided.member).only(&[&form.id]);
            found.push(finding.at(file.path.clone(), At::Span(span), concern));
        }
    }
}

/// Printed numbers that show both their readings.
fn readings(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let form = REGISTERS[0].0;
    for (index, member, facts) in subject.derived.members(subject.workspace, unit, form) {
        let age = facts
            .age
            .as_ref()
            .map(|fact| ("年龄", fact.value, &fact.inputs));
        let is_lost = facts.lost.as_ref().filter(|lost| {
            lost.lost_before.value != Certainty::No || lost.not_found.value != Certainty::No
        });
        let standing = facts.standing.as_ref().filter(|_| is_lost.is_some());
        let standing = standing.map(|fact| ("党龄", fact.value.years(), &fact.inputs));
        let lost = is_lost.map(|lost| ("失去联系时间", lost.months.value, &lost.months.inputs));
        for (fact, reading, inputs) in [age, standing, lost].into_iter().flatten() {
            let Reading::Open(low, high) = reading else {
                continue;
            };
            let finding = Finding::BothReadings {
                fact,
                readings: (low, high),
            };
            let path = subject.workspace.units[unit].members[index].path.clone();
            let concern = Concern::member(unit, index);
            found.push(finding.at(path, At::Span(coarse(member, inputs)), concern));
        }
    }
}

/// The inputs of a fact by its name.
fn inputs(fact: &str, facts: &Facts) -> Option<Vec<Input>> {
    let lost = facts.lost.as_ref();
    Some(match fact {
        "排查对象" => facts.subject.inputs.clone(),
        "在册" => facts.on_roll.inputs.clone(),
        "流动党员" => [facts.away.inputs.clone(), facts.subject.inputs.clone()].concat(),
        "附件3" => lost?.lost_before.inputs.clone(),
        "附件4" => lost?.found.inputs.clone(),
        "附件5" => lost?.not_found.inputs.clone(),
        "失联月数" => lost?.months.inputs.clone(),
        "年龄" => facts.age.as_ref()?.inputs.clone(),
        "党龄" | "预备党员" | "基准日预备" => facts.standing.as_ref()?.inputs.clone(),
        _ => return None,
    })
}

/// The first input that is a date not known to the day, else the first.
fn coarse(member: &Member, inputs: &[Input]) -> Span {
    let coarse = inputs.iter().find(|input| input.coarse).or(inputs.first());
    coarse.map_or(member.place, |input| input.span)
}

/// Whether an input could not be read: that is reported already.
fn has_bad_value(subject: &Subject<'_>, unit: usize, member: usize, inputs: &[Input]) -> bool {
    let problems = &subject.workspace.units[unit].members[member].problems;
    problems
        .iter()
        .any(|problem| inputs.iter().any(|input| input.span == problem.span))
}
