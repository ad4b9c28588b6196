//! 处置 that count in 附件7.

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, not_after};
use crate::model::codes::Disposition;
use crate::model::member::Decision;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::Given as _;

/// The dispositions of a member that count on the day of filling in.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// Each kind once, with whether an entry of it is dated not later.
    pub kinds: Vec<(Disposition, Certainty)>,
    /// Whether an entry counts that does not say of which kind it is.
    pub unread: bool,
}

/// Those of a member.
pub fn counted(asking: Asking<'_>) -> Traced<Counted> {
    asking.traced(|member, days| {
        let mut counted = Counted::default();
        for entry in member.dispositions().iter() {
            let counts = counts_on(entry, days.filled_on());
            if counts == Certainty::No {
                continue;
            }
            let Some(&kind) = entry.kind().given() else {
                counted.unread = true;
                continue;
            };
            let mut kinds = counted.kinds.iter_mut();
            match kinds.find(|(known, _)| *known == kind) {
                Some((_, known)) => *known = known.or(counts),
                None => counted.kinds.push((kind, counts)),
            }
        }
        counted
    })
}

/// Whether any entry counts, of whatever kind.
pub fn disposed(asking: Asking<'_>) -> Traced<Certainty> {
    asking.traced(|member, days| {
        let entries = member.dispositions().iter();
        let counts = entries.map(|entry| counts_on(entry, days.filled_on()));
        counts.fold(Certainty::No, Certainty::or)
    })
}

/// Whether an entry counts on the day.
fn counts_on(entry: Noted<'_, Decision>, filled_on: NaiveDate) -> Certainty {
    not_after(entry.day(), filled_on)
}
