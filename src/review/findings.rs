//! What is wrong now and was not, and the other way round. Places are no matter: they move
//! with every line that is added.

use std::collections::BTreeMap;

use super::change::MemberChange;
use super::print::shown;
use crate::Project;
use crate::check::{Diagnostic, Lang, Severity, sort};

/// What tells findings apart: rule, level, file, words.
type Key = (&'static str, Severity, String, String);

/// The findings that are new, and those that are gone. `others` are those of branches whose
/// members are not held.
pub fn changes(
    projects: [&Project; 2],
    others: [Vec<Diagnostic>; 2],
    members: &[MemberChange],
) -> [Vec<Diagnostic>; 2] {
    let renamed = members.iter();
    let renamed: BTreeMap<&str, &str> = renamed
        .filter_map(|member| Some((member.old_path.as_deref()?, member.path.as_str())))
        .collect();
    let mut sides = [0, 1].map(|at| {
        let mut found: BTreeMap<Key, Vec<Diagnostic>> = BTreeMap::new();
        let all = projects[at].diagnostics.iter().chain(&others[at]);
        for one in all {
            let path = shown(&one.path);
            let path = match renamed.get(path.as_str()) {
                Some(now) if at == 0 => (*now).to_owned(),
                _ => path,
            };
            let words = Lang::Zh.message(&one.finding);
            let key = (one.rule.code, one.severity, path, words);
            found.entry(key).or_default().push(one.clone());
        }
        found
    });
    let [old, new] = &mut sides;
    for (key, now) in new.iter_mut() {
        let Some(before) = old.get_mut(key) else {
            continue;
        };
        let both = before.len().min(now.len());
        before.drain(..both);
        now.drain(..both);
    }
    let [gone, new] = sides.map(|side| {
        let mut found: Vec<Diagnostic> = side.into_values().flatten().collect();
        sort(&mut found);
        found
    });
    [new, gone]
}
