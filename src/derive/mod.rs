//! Model to facts: what follows from a member's file on given reference days.
//!
//! Each fact carries the keys that it follows from: those that were asked for while
//! it was computed ([`crate::model::noted`]), nobody lists them. A fact that a coarse
//! date leaves undecided says so ([`Reading::Open`], [`Certainty::Open`]), and so does
//! one for which a value cannot be read; nothing is guessed.

pub mod admission;
pub mod age;
pub mod asking;
pub mod away;
pub mod bodies;
pub mod departure;
pub mod disposition;
pub mod dues;
pub mod form_days;
pub mod identity;
pub mod letter;
pub mod lost;
pub mod named;
pub mod notation;
pub mod posts;
pub mod rate;
pub mod reading;
pub mod recommended;
pub mod reference;
pub mod roll;
pub mod schooling;
pub mod situation;
pub mod standing;
pub mod value;
pub mod working;

pub use asking::Asking;
pub use form_days::FormDays;
pub use identity::{Identity, Letter};
pub use lost::LostFacts;
pub use posts::PostClass;
pub use reading::{Certainty, Reading};
pub use reference::{Days, Reference, away_from_without};
pub use standing::Standing;
pub use value::Value;
pub use working::Working;

use crate::model::member::Member;
use crate::model::provenance::Traced;

/// Everything that follows from a member's file on the days of a [`Reference`].
#[derive(Clone, Debug)]
pub struct Facts {
    /// Completed years of age.
    pub age: age::Age,
    /// 党龄, or 预备.
    pub standing: Traced<Option<Standing>>,
    /// 预备党员 on the day of filling in.
    pub probationer: Traced<Certainty>,
    /// 预备党员 on 排查前基准日.
    pub probationer_at_baseline: Traced<Certainty>,
    /// 在册 on 排查前基准日.
    pub on_roll: Traced<Certainty>,
    /// One of the 排查对象.
    pub subject: Traced<Certainty>,
    /// 流动.
    pub away: Traced<Certainty>,
    /// 口袋党员.
    pub pocket: Traced<Certainty>,
    /// Loss of contact.
    pub lost: LostFacts,
    /// 学历, and its column of 附件6.
    pub schooling: schooling::Schooled,
    /// Highest class of posts in the Party, present and former.
    pub post: Traced<Option<PostClass>>,
    /// Dispositions that count on the day of filling in.
    pub dispositions: Traced<disposition::Counted>,
    /// Whether there are any.
    pub disposed: Traced<Certainty>,
}

impl Facts {
    /// Derives the facts of a member.
    pub fn derive(member: &Member, reference: &Reference) -> Self {
        let asking = Asking::of(member, reference);
        Self {
            age: age::age(asking),
            standing: asking.traced(|member, days| standing::standing(member, days.filled_on())),
            probationer: asking
                .traced(|member, days| standing::probationer(member, days.filled_on())),
            probationer_at_baseline: asking
                .traced(|member, days| standing::probationer(member, days.baseline())),
            on_roll: roll::on_roll(asking),
            subject: roll::subject(asking),
            away: away::away(asking),
            pocket: letter::pocket(asking),
            lost: lost::lost(asking),
            schooling: schooling::schooling(asking),
            post: posts::post(asking),
            dispositions: disposition::counted(asking),
            disposed: disposition::disposed(asking),
        }
    }
}
