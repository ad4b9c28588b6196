//! Of several entries exactly one is the main one; a sole one always is (data format).

use crate::check::prelude::*;

rule! {
    /// It is not clear which entry is the main one.
    enum MainUnclear = E0705 "主要处置不明" Error, member;

    /// A sole one says that it is not.
    Sole
        zh "只有一项处置，它就是主要的，不能写“主要: false”" "删去“主要: false”";
        en "a sole disposition is the main one: 主要 cannot be false" "delete “主要: false”";
    /// Of so many entries so many are marked: none, or more than one.
    Several(entries: usize, marked: usize)
        zh "{entries} 项处置里有 {marked} 项写了“主要: true”，应正好一项"
           "只在附件7 里算主要的那一项写“主要: true”";
        en "of {entries} dispositions {marked} are marked 主要: true, not exactly one"
           "mark the one that is the main one in 附件7";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let entries = &case.member.dispositions;
    let marked = marked(entries);
    let finding = match entries.len() {
        0 => return,
        1 if entries[0].main.given() == Some(&false) => MainUnclear::Sole,
        1 => return,
        _ if marked.len() == 1 => return,
        several => MainUnclear::Several(several, marked.len()),
    };
    if let Some(place) = marked.get(1).copied().or(entries.first()) {
        found.push(case.finding(finding, place));
    }
}

/// The entries that say they are the main one.
pub fn marked(entries: &[Decision]) -> Vec<&Decision> {
    let marked = entries.iter().filter(|one| one.main.given() == Some(&true));
    marked.collect()
}
