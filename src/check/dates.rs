//! Dates too coarse to decide, and values without which a form cannot decide.

use super::Subject;
use super::case::CARD;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::Finding;
use crate::derive::age::age_of_relative;
use crate::derive::derived::belongs;
use crate::derive::shown::{self, duration, number};
use crate::derive::{Certainty, Facts, Input, LostFacts, Reading, Reference};
use crate::load::File;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::problem::Fault;

pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    registers(subject, unit, found);
    tables(subject, unit, found);
    readings(subject, unit, found);
}

/// Members of whom it is open whether they stand in a register, or have a card.
fn registers(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    for (form, populations) in subject.registers {
        for (index, member, facts) in subject.derived.members(subject.workspace, unit, form) {
            let Some(population) = open_population(populations, member, facts) else {
                continue;
            };
            let file = &subject.workspace.units[unit].members[index];
            let Some(span) = too_coarse(&inputs(population, facts)) else {
                continue;
            };
            if is_reported(file, population) {
                continue;
            }
            let finding = Finding::Undecided {
                fact: population.to_owned(),
                form: (*form).to_owned(),
                column: String::new(),
                missing: false,
            };
            let concern = Concern::member(unit, index).only(&[form]);
            found.push(finding.at(file.path.clone(), At::Span(span), concern));
        }
    }
}

/// The population that leaves open whether a member is of any of them.
fn open_population<'a>(
    populations: &'a [String],
    member: &Member,
    facts: &Facts,
) -> Option<&'a str> {
    let mut open = None;
    for population in populations {
        match belongs(population, member, facts) {
            Certainty::Yes => return None,
            Certainty::Open => open = open.or(Some(population.as_str())),
            Certainty::No => {}
        }
    }
    open
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
            let is_register = subject
                .registers
                .iter()
                .any(|(_, populations)| populations.contains(&undecided.fact));
            // A disposition whose day is too coarse is told at its day.
            let is_decided = undecided.fact == "处置" && !member.dispositions.is_empty();
            if is_register || is_decided || is_reported(file, &undecided.fact) {
                continue;
            }
            let coarse = too_coarse(&inputs(&undecided.fact, facts));
            let block = member.lost.as_ref().map_or(member.place, |lost| lost.place);
            let finding = Finding::Undecided {
                fact: undecided.fact.clone(),
                form: form.id.clone(),
                column: undecided.column.clone(),
                missing: coarse.is_none(),
            };
            let concern = Concern::member(unit, undecided.member).only(&[&form.id]);
            let at = At::Span(coarse.unwrap_or(block));
            found.push(finding.at(file.path.clone(), at, concern));
        }
    }
}

/// Printed numbers that show both their readings.
fn readings(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let form = CARD;
    let Some(reference) = subject.derived.reference(unit, form) else {
        return;
    };
    for (index, member, facts) in subject.derived.members(subject.workspace, unit, form) {
        for (fact, shown, span) in printed_readings(member, facts, reference) {
            let finding = Finding::BothReadings { fact, shown };
            let path = subject.workspace.units[unit].members[index].path.clone();
            let concern = Concern::member(unit, index);
            found.push(finding.at(path, At::Span(span), concern));
        }
    }
}

/// The numbers of cards and registers that are printed with both readings, and
/// the dates that are too coarse for them.
fn printed_readings(
    member: &Member,
    facts: &Facts,
    reference: &Reference,
) -> Vec<(&'static str, String, Span)> {
    let is_lost = facts
        .lost
        .as_ref()
        .filter(|lost| lost.lost_before.value.or(lost.not_found.value) != Certainty::No);
    let open = |reading: Reading<i32>| matches!(reading, Reading::Open(..));
    let age = facts.age.as_ref().filter(|fact| open(fact.value));
    let age = age.map(|fact| ("年龄", number(fact.value), &fact.inputs));
    let standing = facts.standing.as_ref().filter(|fact| {
        is_lost.is_some() && (open(fact.value.years()) || fact.value.probationer == Certainty::Open)
    });
    let standing = standing.map(|fact| ("党龄", shown::standing(fact.value), &fact.inputs));
    let lost = is_lost
        .map(|lost| &lost.months)
        .filter(|fact| open(fact.value));
    let lost = lost.map(|fact| ("失去联系时间", duration(fact.value), &fact.inputs));
    let own = [age, standing, lost].into_iter().flatten();
    let own = own.filter_map(|(fact, shown, inputs)| Some((fact, shown, too_coarse(inputs)?)));
    let relatives = member.family.iter().filter_map(|relative| {
        let age = age_of_relative(&relative.born, reference).filter(|age| open(*age))?;
        Some(("家庭成员年龄", number(age), relative.born.as_ref()?.span))
    });
    own.chain(relatives).collect()
}

/// The inputs of a fact by its name.
fn inputs(fact: &str, facts: &Facts) -> Vec<Input> {
    let lost = |of: fn(&LostFacts) -> &Vec<Input>| facts.lost.as_ref().map(of).cloned();
    let inputs = match fact {
        "排查对象" => Some(facts.subject.inputs.clone()),
        "在册" => Some(facts.on_roll.inputs.clone()),
        "流动党员" | "附件2" => {
            Some([facts.away.inputs.clone(), facts.subject.inputs.clone()].concat())
        }
        "附件3" => lost(|lost| &lost.lost_before.inputs),
        "附件4" => lost(|lost| &lost.found.inputs),
        "附件5" => lost(|lost| &lost.not_found.inputs),
        "失联月数" => lost(|lost| &lost.months.inputs),
        "年龄" => facts.age.as_ref().map(|age| age.inputs.clone()),
        "党龄" | "预备党员" | "基准日预备" => {
            facts.standing.as_ref().map(|fact| fact.inputs.clone())
        }
        _ => None,
    };
    inputs.unwrap_or_default()
}

/// The keys at the top of a member's file that a fact is made of.
fn keys_of(fact: &str) -> &'static [&'static str] {
    const ROLL: &[&str] = &["进入党支部日期", "入党日期", "转出", "出党", "停止党籍日期"];
    const LOST: &[&str] = &[
        "失联",
        "进入党支部日期",
        "入党日期",
        "转出",
        "出党",
        "停止党籍日期",
    ];
    match fact {
        "排查对象" | "在册" => ROLL,
        "流动党员" | "附件2" => &[
            "流动",
            "进入党支部日期",
            "入党日期",
            "转出",
            "出党",
            "停止党籍日期",
        ],
        "附件3" | "附件4" | "附件5" | "失联月数" | "失去联系情形" => LOST,
        "年龄" => &["出生年月", "身份证号码"],
        "党龄" | "预备党员" | "基准日预备" => &["入党日期", "转正日期", "党龄校正月数"],
        "性别" => &["性别"],
        "少数民族" => &["民族"],
        "学历类" => &["学历学位"],
        "职业" => &["职业", "失联"],
        "处置" => &["处置"],
        _ => &[],
    }
}

/// The first input that is a date not known to the day.
fn too_coarse(inputs: &[Input]) -> Option<Span> {
    inputs
        .iter()
        .find(|input| input.coarse)
        .map(|input| input.span)
}

/// Whether something is wrong with the keys that a fact is made of: that is
/// reported already, and what follows from it would only repeat it.
fn is_reported(file: &File<Member>, fact: &str) -> bool {
    file.problems.iter().any(|problem| {
        let key = problem.key();
        problem.fault == Fault::NotMap && key.is_empty() || keys_of(fact).contains(&key)
    })
}
