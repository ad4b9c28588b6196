//! `paicha.yaml`: how bad findings of single rules are in this workspace.

use super::diagnostic::{Affected, At, Diagnostic};
use super::finding::Finding;
use super::registry;
use super::rule::{Rule, Severity};
use super::rules::keys::duplicate_key::DuplicateKey;
use super::rules::waivers::refused_level::RefusedLevel;
use super::rules::waivers::unknown_level::UnknownLevel;
use super::waivers::like;
use crate::load::Workspace;
use crate::model::node::Span;
use crate::model::settings::Level;

/// Gives findings the levels that the workspace sets. An error that cannot be
/// waived stays an error: a page would be wrong.
pub fn apply(workspace: &Workspace, found: &mut Vec<Diagnostic>) {
    regrade(workspace, found);
    found.extend(levels(workspace).1);
}

/// The same for findings that are made later, on pages.
pub fn regrade(workspace: &Workspace, found: &mut Vec<Diagnostic>) {
    let (set, _) = levels(workspace);
    found.retain_mut(|diagnostic| {
        let level = set.iter().find(|(rule, ..)| *rule == diagnostic.rule);
        match level.map(|(_, level, _)| level) {
            Some(Level::Off) => return false,
            Some(Level::Error) => diagnostic.severity = Severity::Error,
            Some(Level::Warning) => diagnostic.severity = Severity::Warning,
            Some(Level::Notice) => diagnostic.severity = Severity::Notice,
            None => {}
        }
        true
    });
}

/// A rule with the level set for it, and where.
type Set = (&'static Rule, Level, Span);

/// The levels that are set, and what is wrong with them.
fn levels(workspace: &Workspace) -> (Vec<Set>, Vec<Diagnostic>) {
    let mut set: Vec<Set> = Vec::new();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let file = workspace.settings.as_ref();
    let Some((file, settings)) = file.and_then(|file| Some((file, file.record.as_ref()?))) else {
        return (set, faults);
    };
    for (name, span, value) in &settings.levels.entries {
        let mut fault = |finding: Finding| {
            faults.push(finding.at(file.path.clone(), At::Span(*span), Affected::everything()));
        };
        match (registry::find(name), value.get()) {
            (None, _) => {
                let (text, near) = (name.clone(), like(name));
                fault(UnknownLevel { text, near }.into());
            }
            (Some(rule), Some(level)) if is_refused(rule, *level) => {
                fault(RefusedLevel { rule }.into());
            }
            (Some(rule), Some(level)) => match set.iter().find(|(known, ..)| *known == rule) {
                Some(_) => fault(DuplicateKey { key: name.clone() }.into()),
                None => set.push((rule, *level, *span)),
            },
            (Some(_), None) => {}
        }
    }
    (set, faults)
}

fn is_refused(rule: &Rule, level: Level) -> bool {
    rule.severity == Severity::Error && !rule.waivable && level != Level::Error
}
