//! A member and the days of a form, from which facts are computed with the keys
//! that they follow from.

use super::reference::{Days, Reference};
use crate::model::member::Member;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::Traced;

/// Whom and on which days a fact is about.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The member.
    pub member: &'a Member,
    /// The days.
    pub reference: &'a Reference,
    /// Whether a coarse 出生年月 is completed from the ID number.
    pub completed: bool,
}

impl<'a> Asking<'a> {
    /// A member on days.
    pub fn of(member: &'a Member, reference: &'a Reference) -> Self {
        Self {
            member,
            reference,
            completed: true,
        }
    }

    /// What is computed of both, with the keys that were asked for.
    pub fn traced<T>(self, compute: impl FnOnce(Noted<'_, Member>, Days<'_>) -> T) -> Traced<T> {
        noting(|notes| {
            let member = Noted::on(self.member, notes);
            compute(member, Days::on(self.reference, notes))
        })
    }
}
