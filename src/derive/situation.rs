//! What of a lost member matters to a disposition, on the day of deciding
//! (domain: dispositions).

use chrono::NaiveDate;

use super::posts::{PostClass, class_of};
use super::reading::Certainty;
use super::standing::probationer;
use crate::model::codes::{Correction, Fault, RuleSet, SearchResult};
use crate::model::date::{PartialDate, add_months};
use crate::model::member::{Abroad, Lost, Member, Verified};
use crate::model::noted::{Noted, Notes};
use crate::model::value::{Given as _, Value};

/// Whether and how a member lives abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// Not abroad, as far as is known.
    None,
    /// For study, not longer than five years.
    Study,
    /// For study, longer than five years.
    LongStudy,
    /// For labour service.
    Labour,
    /// For something else.
    Other,
    /// For good.
    Settled,
}

/// A member as a decision sees him.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The member.
    pub member: &'a Member,
    /// The day of deciding.
    pub day: NaiveDate,
    /// The rule set of the round.
    pub rules: RuleSet,
    /// 已取得联系, by that day.
    pub found: bool,
    /// 无法取得联系.
    pub unreachable: bool,
    /// The search was over on the day.
    pub searched: bool,
    /// 预备党员 on the day.
    pub probationer: Certainty,
    /// Life abroad on the day.
    pub stay: Stay,
    /// 出党 before the day.
    pub departed: bool,
}

/// A study abroad may last this long: then 停止党籍.
const STUDY_MONTHS: i32 = 60;
/// 停止党籍 lasts this long (rules of 2019): then 自行脱党除名.
const SUSPENDED_MONTHS: i32 = 24;

impl<'a> Situation<'a> {
    /// The situation of a member on a day.
    pub fn of(member: &'a Member, day: NaiveDate, rules: RuleSet, search_ended: NaiveDate) -> Self {
        let lost = member.lost.as_ref();
        let result = lost.and_then(|lost| lost.result.given());
        let found_on = lost.and_then(|lost| lost.found.given());
        let is_later = found_on.is_some_and(|found| found.earliest() > day);
        let departure = member.departure.as_ref();
        let departed_on = departure.and_then(|departure| departure.day.given());
        Self {
            member,
            day,
            rules,
            found: result == Some(&SearchResult::Found) && !is_later,
            unreachable: result == Some(&SearchResult::NotFound),
            searched: search_ended <= day,
            probationer: probationer(Noted::on(member, &Notes::default()), day),
            stay: stay(&member.abroad, day),
            departed: departed_on.is_some_and(|departed| departed.latest() < day),
        }
    }

    /// 主客观.
    pub fn fault(&self) -> Option<Fault> {
        self.lost()?.fault.given().copied()
    }

    /// 愿意纳入管理: true.
    pub fn is_willing(&self) -> bool {
        self.lost().and_then(|lost| lost.willing.given()) == Some(&true)
    }

    /// 愿意纳入管理: false, which is not the same as nothing on record.
    pub fn is_unwilling(&self) -> bool {
        self.lost().and_then(|lost| lost.willing.given()) == Some(&false)
    }

    /// 补转: a transfer begun before the loss and completed late.
    pub fn is_late_transfer(&self) -> bool {
        let out = self.member.transfer_out.as_ref();
        out.and_then(|out| out.late.given()) == Some(&true)
    }

    /// Transferred out before being found, on every reading of both days.
    pub fn is_transferred_before_found(&self) -> bool {
        let out = self.member.transfer_out.as_ref();
        let out = out.and_then(|out| out.day.given());
        let found = self.lost().and_then(|lost| lost.found.given());
        let both = out.zip(found);
        both.is_some_and(|(out, found)| out.latest() < found.earliest())
    }

    /// 违规入党 or 身份无法认定.
    pub fn is_no_member(&self) -> bool {
        self.verified(|it| &it.irregular).given() == Some(&true)
            || self.verified(|it| &it.unidentified).given() == Some(&true)
    }

    /// 不合格表现 on record.
    pub fn is_failing(&self) -> bool {
        self.verified(|it| &it.failing).is_some_and(is_told)
    }

    /// Failing, unreachable, or settled abroad.
    pub fn is_failing_or_gone(&self) -> bool {
        self.is_failing() || self.unreachable || self.stay == Stay::Settled
    }

    /// Abroad for study that is not long, or for labour service.
    pub fn is_for_study_or_labour(&self) -> bool {
        matches!(self.stay, Stay::Study | Stay::Labour)
    }

    /// 违纪违法 on record.
    pub fn is_in_breach(&self) -> bool {
        self.verified(|it| &it.breach).is_some_and(is_told)
    }

    /// 要求退党日期 on record, not after the day.
    pub fn asks_to_leave(&self) -> bool {
        let asked = self.verified(|it| &it.asked_to_leave).given();
        asked.is_some_and(|asked| asked.earliest() <= self.day)
    }

    /// 限期改正至, where it is on record.
    pub fn correct_until(&self) -> Option<PartialDate> {
        self.verified(|it| &it.correct_until).given().copied()
    }

    /// 改正结果: 未改正.
    pub fn is_unchanged(&self) -> bool {
        self.verified(|it| &it.correction).given() == Some(&Correction::Unchanged)
    }

    /// Whether a present post is one in the Party.
    pub fn has_post(&self) -> bool {
        let mut posts = self.member.posts.iter();
        posts.any(|post| class_of(&post.text) != PostClass::None)
    }

    /// Whether 停止党籍 is at least two years old.
    pub fn is_suspended_for_two_years(&self) -> bool {
        let since = self.member.suspended.given();
        since.is_some_and(|since| add_months(since.earliest(), SUSPENDED_MONTHS) <= self.day)
    }

    /// The day from which on every reading 停止党籍 is two years old, where it is on record.
    pub fn suspended_until(&self) -> Option<NaiveDate> {
        let since = self.member.suspended.given();
        let since = since.filter(|since| since.earliest() <= self.day)?;
        Some(add_months(since.latest(), SUSPENDED_MONTHS))
    }

    fn lost(&self) -> Option<&'a Lost> {
        self.member.lost.as_ref()
    }

    /// What stands behind a key of 核实.
    fn verified<T>(&self, of: fn(&Verified) -> &Option<Value<T>>) -> Option<&'a Value<T>> {
        of(self.lost()?.verified.as_ref()?).as_ref()
    }
}

/// A text that tells something; 无 and the like tell that there is nothing.
fn is_told<T>(text: &Value<T>) -> bool {
    const NOTHING: [&str; 5] = ["无", "没有", "未发现", "否", "—"];
    !NOTHING.contains(&text.text.as_str())
}

/// The last stay that has not ended on the day. What it is for is free text:
/// the usual words are looked for.
fn stay(stays: &[Abroad], day: NaiveDate) -> Stay {
    let is_on = |stay: &&Abroad| {
        let began = stay.left.given().is_none_or(|left| left.earliest() <= day);
        let over = stay.back.given().is_some_and(|back| back.latest() <= day);
        began && !over
    };
    let Some(stay) = stays.iter().rfind(is_on) else {
        return Stay::None;
    };
    let cause = stay.cause.as_ref().map_or("", |cause| cause.text.as_str());
    let is_for = |words: &[&str]| words.iter().any(|word| cause.contains(word));
    if stay.settled.given() == Some(&true) || is_for(&["定居", "移民"]) {
        Stay::Settled
    } else if is_for(&["留学", "学习", "求学", "攻读", "深造", "进修", "访学"]) {
        let last = |left: &PartialDate| add_months(left.latest(), STUDY_MONTHS);
        match stay.left.given().map(last) {
            Some(last) if last < day => Stay::LongStudy,
            _ => Stay::Study,
        }
    } else if is_for(&["劳务", "务工", "打工", "外派", "派遣", "援", "工作"]) {
        Stay::Labour
    } else {
        Stay::Other
    }
}
