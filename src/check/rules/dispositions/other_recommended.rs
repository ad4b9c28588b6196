//! What is decided against what the rules recommend (notice, II (3) 2).

use super::main_unclear::marked;
use super::{is_registered, rows, situation};
use crate::check::prelude::*;
use crate::derive::admission::{barred, ungrounded};
use crate::derive::recommended::{Recommendation, recommended};

rule! {
    /// Another disposition is recommended.
    OtherRecommended {
        /// What was decided.
        decided: Disposition,
        /// What is recommended.
        recommended: Vec<Recommendation>,
    } = N0706 "与建议的处置不同" Notice, waivable, member;
    zh { format!("处置是“{}”；按规定建议的是{}", decided.word(), rows(recommended, Lang::Zh)) }
       "由党组织决定；处置正确的，用“豁免”写明原因";
    en {
        let rows = rows(recommended, Lang::En);
        format!("decided was {}; the rules recommend {rows}", decided.word())
    } "the organisation decides; if it is right, waive the rule with the reason";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(other(case));
}

fn other(case: &Case<'_>) -> Option<Diagnostic> {
    // Where it is not clear which entry is the main one, that is told apart.
    let entries = &case.member.dispositions;
    let entry = match (&entries[..], &marked(entries)[..]) {
        ([only], _) => only,
        (_, [only]) => *only,
        _ => return None,
    };
    let value = entry.kind.as_ref()?;
    let decided = *value.get()?;
    let situation = situation(case, Some(entry)).filter(|_| is_registered(case) == Some(true))?;
    let recommended = recommended(&situation);
    let mut rows = recommended.iter();
    let fits = rows.any(|row| row.dispositions().contains(&decided));
    // What may not be decided at all is told apart.
    let is_faulty =
        barred(decided, &situation).is_some() || ungrounded(decided, &situation).is_some();
    let is_other = !fits && !recommended.is_empty() && !is_faulty;
    let finding = is_other.then_some(OtherRecommended {
        decided,
        recommended,
    })?;
    Some(case.finding(finding, value))
}
