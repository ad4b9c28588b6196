//! 处置 that count in 附件7.

use chrono::NaiveDate;

use super::reading::Certainty;
use crate::model::codes::Disposition;
use crate::model::member::{Decision, Member};
use crate::model::value::Given as _;

/// Each kind of disposition of a member once, with whether an entry of it is
/// dated not later than `filled_on`.
pub fn counted(member: &Member, filled_on: NaiveDate) -> Vec<(Disposition, Certainty)> {
    let mut counted: Vec<(Disposition, Certainty)> = Vec::new();
    for entry in &member.dispositions {
        let Some(kind) = entry.kind.given() else {
            continue;
        };
        let counts = counts_on(entry, filled_on);
        match counted.iter_mut().find(|(known, _)| known == kind) {
            Some((_, known)) => *known = known.or(counts),
            None => counted.push((*kind, counts)),
        }
    }
    counted
}

/// Whether an entry counts on the day.
pub fn counts_on(entry: &Decision, filled_on: NaiveDate) -> Certainty {
    entry.day.given().map_or(Certainty::Open, |date| {
        Certainty::from_readings(date.latest() <= filled_on, date.earliest() <= filled_on)
    })
}
