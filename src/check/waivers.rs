//! 豁免: a member's waivers silence findings of the rules they name, and must
//! silence some.

use std::collections::HashSet;

use super::diagnostic::{Affected, At, Diagnostic};
use super::finding::Finding;
use super::registry::{self, RULES};
use super::rule::Rule;
use super::rules::waivers::refused_waiver::RefusedWaiver;
use super::rules::waivers::unknown_waiver::UnknownWaiver;
use super::rules::waivers::unused_waiver::UnusedWaiver;
use crate::model::handle::{MemberId, UnitId};
use crate::model::nearest::nearest;
use crate::model::scalars::Line;
use crate::model::value::Value;
use crate::tabulate::{Person, Source};

/// A waived rule of a member: unit, member, code.
type Waived = (UnitId, MemberId, &'static str);

/// What is left of the findings, with those about the waivers themselves.
pub fn applied(source: Source<'_>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let waived: HashSet<Waived> = all(source).filter_map(|waiver| waiver.waives()).collect();
    let mut used: HashSet<Waived> = HashSet::new();
    let mut left: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for diagnostic in found {
        let (unit, member) = (diagnostic.affected.unit, diagnostic.affected.member);
        let key = unit
            .zip(member)
            .map(|(unit, member)| (unit, member, diagnostic.rule.code));
        match key.filter(|key| waived.contains(key)) {
            Some(key) => drop(used.insert(key)),
            None => left.push(diagnostic),
        }
    }
    left.extend(all(source).filter_map(|waiver| waiver.fault(&used)));
    left
}

/// A waiver of a member.
struct Waiver<'a> {
    person: Person<'a>,
    rule: &'a Value<Line>,
}

/// Those of the members that are held: of others, none has one.
fn all(source: Source<'_>) -> impl Iterator<Item = Waiver<'_>> {
    let units = source.workspace.units.ids();
    let people = units.filter_map(move |unit| source.people(unit)).flatten();
    people.flat_map(|person| {
        let waivers = person.member.waivers.iter();
        let rules = waivers.filter_map(|waiver| waiver.rule.as_ref());
        rules.map(move |rule| Waiver { person, rule })
    })
}

impl Waiver<'_> {
    fn rule(&self) -> Option<&'static Rule> {
        registry::find(&self.rule.text)
    }

    fn waives(&self) -> Option<Waived> {
        let rule = self.rule().filter(|rule| rule.waivable)?;
        Some((self.person.unit, self.person.id, rule.code))
    }

    fn fault(&self, used: &HashSet<Waived>) -> Option<Diagnostic> {
        let finding: Finding = match self.rule() {
            None => {
                let (text, near) = (self.rule.text.clone(), like(&self.rule.text));
                UnknownWaiver { text, near }.into()
            }
            Some(rule) if !rule.waivable => RefusedWaiver { rule }.into(),
            Some(rule) if !used.contains(&(self.person.unit, self.person.id, rule.code)) => {
                UnusedWaiver { rule }.into()
            }
            Some(_) => return None,
        };
        let affected = Affected::member(self.person.unit, self.person.id);
        Some(finding.at(
            self.person.file.path.clone(),
            At::Span(self.rule.span),
            affected,
        ))
    }
}

/// The code or name most like a text.
pub fn like(text: &str) -> Option<&'static str> {
    nearest(text, RULES.iter().flat_map(|rule| [rule.code, rule.name]))
}
