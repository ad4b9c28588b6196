//! Of who has died or left the Party nothing is decided any more (党章 articles 7 and 9).

use crate::check::prelude::*;
use crate::derive::departure::follows_from;
use crate::model::date::PartialDate;

rule! {
    /// A disposition that is dated after 出党.
    enum DecidedLate = W0708 "处置晚于出党" Warning, waivable, member;

    /// After death.
    Dead(kind: &'static str, on: PartialDate)
        zh "该党员已于 {on} 死亡，以后不能再决定“{kind}”"
           "核对处置和出党的日期；死亡在前的，删去这一项处置";
        en "the member died on {on}: {kind} cannot be decided later"
           "check both days; if death came first, delete the entry";
    /// After an end that does not follow from it.
    Left(kind: &'static str, on: PartialDate, cause: &'static str)
        zh "该党员已于 {on} 出党（{cause}），以后不能再决定“{kind}”"
           "核对处置和出党的日期；出党在前的，删去这一项处置";
        en "the member left the Party on {on} ({cause}): {kind} cannot be decided later"
           "check both days; if that end came first, delete the entry";
    /// After the end that follows from it.
    Follows(kind: &'static str, on: PartialDate)
        zh "出党的日期（{on}）早于它所依据的“{kind}”"
           "核对两个日期：先决定，后出党";
        en "出党 ({on}) is earlier than {kind}, from which it follows"
           "check both days: membership ends on the day of the decision or later";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let departure = case.member.departure.as_ref();
    let Some((left, cause)) = departure.and_then(|it| Some((it.day.as_ref()?, it.cause.given()?)))
    else {
        return;
    };
    for entry in &case.member.dispositions {
        let Some((day, kind)) = entry.day.as_ref().zip(entry.kind.given()) else {
            continue;
        };
        let both = day.get().zip(left.get());
        let Some((_, &on)) = both.filter(|(day, left)| left.latest() < day.earliest()) else {
            continue;
        };
        let (word, follows) = (kind.word(), follows_from(*cause).contains(kind));
        let finding = match cause {
            Departure::Died => DecidedLate::Dead(word, on),
            _ if follows => DecidedLate::Follows(word, on),
            _ => DecidedLate::Left(word, on, cause.word()),
        };
        found.push(case.compared(finding, day, left));
    }
}
