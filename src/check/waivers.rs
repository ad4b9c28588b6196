//! 豁免: a member's waivers silence findings of the rules they name, and must
//! silence some.

use std::collections::HashSet;
use std::path::Path;

use super::diagnostic::{Affected, At, Diagnostic};
use super::finding::Finding;
use super::registry::{self, RULES};
use super::rule::Rule;
use super::rules::waivers::refused_waiver::RefusedWaiver;
use super::rules::waivers::unknown_waiver::UnknownWaiver;
use super::rules::waivers::unused_waiver::UnusedWaiver;
use crate::model::handle::{ById, MemberId, UnitId};
use crate::model::nearest::nearest;
use crate::tabulate::Source;

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
    path: &'a Path,
    unit: UnitId,
    id: MemberId,
    text: &'a str,
    at: At,
}

/// Those of the members that are held: nobody has one who is not.
fn all(source: Source<'_>) -> impl Iterator<Item = Waiver<'_>> {
    let members = source.workspace.units.ids().flat_map(move |unit| {
        let held = source.held(unit).into_iter().flat_map(ById::iter);
        held.filter_map(move |(id, held)| {
            Some((unit, id, &held.file.path, held.file.record.as_ref()?))
        })
    });
    members.flat_map(move |(unit, id, path, member)| {
        let rules = member
            .waivers
            .iter()
            .filter_map(|waiver| waiver.rule.as_ref());
        rules.map(move |rule| Waiver {
            path,
            unit,
            id,
            text: &rule.text,
            at: At::Span(rule.span),
        })
    })
}

impl Waiver<'_> {
    fn rule(&self) -> Option<&'static Rule> {
        registry::find(self.text)
    }

    fn waives(&self) -> Option<Waived> {
        let rule = self.rule().filter(|rule| rule.waivable)?;
        Some((self.unit, self.id, rule.code))
    }

    fn fault(&self, used: &HashSet<Waived>) -> Option<Diagnostic> {
        let finding: Finding = match self.rule() {
            None => {
                let (text, near) = (self.text.to_owned(), like(self.text));
                UnknownWaiver { text, near }.into()
            }
            Some(rule) if !rule.waivable => RefusedWaiver { rule }.into(),
            Some(rule) if !used.contains(&(self.unit, self.id, rule.code)) => {
                UnusedWaiver { rule }.into()
            }
            Some(_) => return None,
        };
        let affected = Affected::member(self.unit, self.id);
        Some(finding.at(self.path.to_owned(), self.at, affected))
    }
}

/// The code or name most like a text.
pub fn like(text: &str) -> Option<&'static str> {
    nearest(text, RULES.iter().flat_map(|rule| [rule.code, rule.name]))
}
