//! 处置 that count in 附件7.

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, any_day, days_of};
use crate::model::codes::Disposition;
use crate::model::member::Decision;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;

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
            let Some(&kind) = entry.kind().and_then(|kind| kind.get()) else {
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
        let entries = member.dispositions();
        let counts = entries
            .iter()
            .map(|entry| counts_on(entry, days.filled_on()));
        counts.fold(Certainty::No, Certainty::or)
    })
}

/// Whether an entry counts on the day.
fn counts_on(entry: Noted<'_, Decision>, filled_on: NaiveDate) -> Certainty {
    let (first, last) = entry.day().map_or_else(any_day, days_of);
    Certainty::from_readings(last <= filled_on, first <= filled_on)
}
