//! 对账: the reconciliation of 附件7 with 附件4 and 附件5.

use crate::derive::{Certainty, Facts};
use crate::model::member::Member;
use crate::model::value::Given as _;

/// How the rows of 附件4 and 附件5 are accounted for in 附件7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reconciliation {
    /// Rows of 附件4.
    pub found: u32,
    /// Rows of 附件5.
    pub not_found: u32,
    /// Rows with a disposition that counts.
    pub disposed: u32,
    /// Rows of 附件4 with a late transfer (补转): they need none.
    pub late_transfers: u32,
    /// The rest.
    pub pending: u32,
}

/// The names of the counts in the order of the summary.
pub const NAMES: [&str; 5] = ["附件4", "附件5", "处置", "补转", "待处置"];

impl Reconciliation {
    /// Counts the members of a unit.
    pub fn count<'a>(members: impl Iterator<Item = (&'a Member, &'a Facts)>) -> Self {
        let mut counts = Self::default();
        for (member, facts) in members {
            let Some(lost) = &facts.lost else { continue };
            let (found, not_found) = (lost.found.value.is_yes(), lost.not_found.value.is_yes());
            if !found && !not_found {
                continue;
            }
            counts.found += u32::from(found);
            counts.not_found += u32::from(not_found);
            if found && is_late_transfer(member) {
                counts.late_transfers += 1;
            } else if facts
                .dispositions
                .iter()
                .any(|(_, counts)| *counts == Certainty::Yes)
            {
                counts.disposed += 1;
            } else {
                counts.pending += 1;
            }
        }
        counts
    }

    /// The counts in the order of [`NAMES`].
    pub fn values(&self) -> [u32; 5] {
        [
            self.found,
            self.not_found,
            self.disposed,
            self.late_transfers,
            self.pending,
        ]
    }

    /// From counts in the order of [`NAMES`].
    pub fn from_values(values: [u32; 5]) -> Self {
        let [found, not_found, disposed, late_transfers, pending] = values;
        Self {
            found,
            not_found,
            disposed,
            late_transfers,
            pending,
        }
    }

    /// Adds another unit's counts.
    pub fn add(&mut self, other: &Self) {
        let mut sums = self.values();
        for (sum, more) in sums.iter_mut().zip(other.values()) {
            *sum += more;
        }
        *self = Self::from_values(sums);
    }
}

/// 补转: a transfer begun before the loss of contact and completed late.
pub fn is_late_transfer(member: &Member) -> bool {
    member
        .transfer_out
        .as_ref()
        .and_then(|out| out.late.given())
        .is_some_and(|late| *late)
}
