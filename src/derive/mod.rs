//! Model to facts: what follows from a member's file on given reference days.
//!
//! Each fact carries its reasons: the rule and the values it was made from. A
//! fact that a coarse date leaves undecided says so ([`Reading::Open`],
//! [`Certainty::Open`]); nothing is guessed.

pub mod admission;
pub mod age;
pub mod away;
pub mod datum;
pub mod derived;
pub mod disposition;
pub mod fact;
pub mod lost;
pub mod posts;
pub mod rate;
pub mod reading;
pub mod recommended;
pub mod reference;
pub mod roll;
pub mod schooling;
pub mod shown;
pub mod situation;
pub mod standing;

pub use datum::Datum;
pub use derived::Derived;
pub use fact::{Fact, Input, Rule};
pub use lost::LostFacts;
pub use posts::PostClass;
pub use reading::{Certainty, Reading};
pub use reference::{Reference, RegisterDays};
pub use standing::Standing;

use crate::model::codes::{Disposition, ProbationerCount};
use crate::model::member::Member;

/// Everything that follows from a member's file on the days of a [`Reference`].
#[derive(Clone, Debug)]
pub struct Facts {
    /// Completed years of age.
    pub age: Option<Fact<Reading<i32>>>,
    /// 党龄, or 预备.
    pub standing: Option<Fact<Standing>>,
    /// 预备党员 on 排查前基准日.
    pub probationer_at_baseline: Certainty,
    /// 在册 on 排查前基准日.
    pub on_roll: Fact<Certainty>,
    /// One of the 排查对象.
    pub subject: Fact<Certainty>,
    /// 流动: the block of 附件1 and the row of 附件2.
    pub away: Fact<Certainty>,
    /// Loss of contact, where there is a 失联 block.
    pub lost: Option<LostFacts>,
    /// Column of 附件6 for 学历, with the text that the registers print.
    pub schooling: Option<Fact<schooling::Schooled>>,
    /// Highest class of posts in the Party, present and former.
    pub post: Fact<PostClass>,
    /// Dispositions that count on the day of filling in.
    pub dispositions: Vec<(Disposition, Certainty)>,
    /// The setting 预备党员计入.
    pub probationers: ProbationerCount,
}

impl Facts {
    /// Derives the facts of a member.
    pub fn derive(member: &Member, reference: &Reference) -> Self {
        let subject = roll::subject(member, reference, reference.filled_on);
        Self {
            age: age::age(member, reference),
            standing: standing::standing(member, reference.filled_on),
            probationer_at_baseline: standing::standing(member, reference.baseline)
                .map_or(Certainty::Open, |fact| fact.value.probationer),
            on_roll: roll::on_roll(member, reference.baseline),
            away: away::away(member, reference),
            lost: lost::lost(member, reference),
            subject,
            schooling: schooling::schooling(member),
            post: posts::post(member),
            dispositions: disposition::counted(member, reference.filled_on),
            probationers: reference.probationers,
        }
    }

    /// A probationer who by the setting 预备党员计入 stands in no column of 党龄.
    fn uncounted_standing(&self, standing: Standing) -> bool {
        self.probationers == ProbationerCount::Nowhere && standing.probationer.is_yes()
    }
}
