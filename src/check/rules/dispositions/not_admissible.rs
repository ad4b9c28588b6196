//! Some dispositions are not for members like this one (党章 article 9, notes 4 and 5 of
//! 附件7).

use super::{is_registered, situation};
use crate::check::prelude::*;
use crate::derive::admission::{Bar, barred};
use crate::derive::situation::Situation;

rule! {
    /// A disposition that is not for members like this one.
    NotAdmissible {
        /// The disposition.
        kind: Disposition,
        /// What stands against it.
        bar: Bar,
    } = E0703 "处置不适用" Error, waivable, member;
    zh { format!("{}，不能用“{}”", what(*bar, Lang::Zh), kind.word()) }
       { way_round(*bar, Lang::Zh) };
    en { format!("{} is not for this member: {}", kind.word(), what(*bar, Lang::En)) }
       { way_round(*bar, Lang::En) };
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (value, kind, situation) in decided(case) {
        let Some(bar) = barred(kind, &situation) else {
            continue;
        };
        let diagnostic = case.finding(NotAdmissible { kind, bar }, value);
        found.push(match fact(bar, case.member) {
            Some(span) => {
                let place = (span, Keys::NONE);
                diagnostic.beside(&case.person.file.path, place, Relationship::Fact)
            }
            None => diagnostic,
        });
    }
}

/// What was decided, each with the situation of the member on that day.
pub fn decided<'a>(
    case: &Case<'a>,
) -> impl Iterator<Item = (&'a Value<Disposition>, Disposition, Situation<'a>)> {
    let entries = case.member.dispositions.iter();
    let entries = entries.take_while(|_| is_registered(case) == Some(true));
    entries.filter_map(|entry| {
        let kind = entry.kind.as_ref()?;
        let situation = situation(case, Some(entry))?;
        // A decision about who was no member yet is out of order altogether.
        let joined = case.member.joined.given();
        let is_early = joined.is_some_and(|joined| situation.day < joined.earliest());
        (!is_early).then_some((kind, *kind.get()?, situation))
    })
}

/// Where the file says what stands against a disposition.
fn fact(bar: Bar, member: &Member) -> Option<Span> {
    let lost = member.lost.as_ref();
    match bar {
        Bar::Unreachable | Bar::Found => Some(lost?.result.as_ref()?.span),
        Bar::LateTransfer => Some(member.transfer_out.as_ref()?.late.as_ref()?.span),
        Bar::FullMember => Some(member.confirmed.as_ref()?.span),
        Bar::Probationer => Some(member.joined.as_ref()?.span),
        Bar::Settled | Bar::LongStudy => Some(member.abroad.last()?.place),
        Bar::MemberWithoutDoubt | Bar::NoDemand | Bar::NoPost => None,
    }
}

/// What stands against it.
pub fn what(bar: Bar, lang: Lang) -> String {
    words! { match bar, lang {
        Bar::Unreachable => "该党员无法取得联系" "not found"
        Bar::Found => "该党员已经取得联系" "found"
        Bar::LateTransfer => "该党员是补转组织关系的" "a transfer completed late (补转)"
        Bar::FullMember => "该党员是正式党员" "a full member"
        Bar::Probationer => "该党员是预备党员" "a probationer"
        Bar::Settled => "该党员已在国（境）外定居" "settled abroad"
        Bar::LongStudy => "该党员出国（境）留学已超过五年"
            "studying abroad for more than five years"
        Bar::MemberWithoutDoubt => "没有记载违规入党或身份无法认定"
            "neither 违规入党 nor 身份无法认定 is on record"
        Bar::NoDemand => "没有记载本人在处置以前要求退党"
            "no 要求退党日期 before the decision is on record"
        Bar::NoPost => "该党员没有现任党内职务" "no 现任党内职务"
    } }
}

fn way_round(bar: Bar, lang: Lang) -> String {
    words! { match bar, lang {
        Bar::Unreachable | Bar::Found => "核对“失联”的“结果”，或改用别的处置"
            "check 失联.结果, or use another disposition"
        Bar::LateTransfer => "补转的不计入附件7，删去这一项处置"
            "late transfers do not count in 附件7: delete the entry"
        Bar::FullMember => "核对“转正日期”，或改用别的处置"
            "check 转正日期, or use another disposition"
        Bar::Probationer => "核对“转正日期”；预备党员可用“取消预备党员资格”"
            "check 转正日期; for probationers there is 取消预备党员资格"
        Bar::Settled | Bar::LongStudy => "改用“停止党籍”" "use 停止党籍"
        Bar::MemberWithoutDoubt
            => "核实的，在“失联”的“核实”里写“违规入党: true”或“身份无法认定: true”"
            "if verified, set 违规入党 or 身份无法认定 in 失联.核实"
        Bar::NoDemand => "核实的，在“失联”的“核实”里写“要求退党日期”"
            "if verified, give 要求退党日期 in 失联.核实"
        Bar::NoPost => "改用“严重警告”，或补写“现任党内职务”"
            "use 严重警告, or give 现任党内职务"
    } }
}
