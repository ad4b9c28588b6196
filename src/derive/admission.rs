//! Whether a disposition may be used for a member: the first table of the
//! domain's section on dispositions. The program never decides; it says what
//! stands against a decision and what is not on record for it.

use super::reading::Certainty;
use super::situation::{Situation, Stay};
use crate::model::codes::{Disposition, RuleSet};
use crate::model::date::{PartialDate, add_months};

/// Why a disposition is not for a member (“not for”).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// 无法取得联系.
    Unreachable,
    /// 已取得联系.
    Found,
    /// 补转: in no column of 附件7 (note 4).
    LateTransfer,
    /// 正式党员.
    FullMember,
    /// 预备党员.
    Probationer,
    /// Settled abroad.
    Settled,
    /// Studying abroad for more than five years.
    LongStudy,
    /// Neither 违规入党 nor 身份无法认定 on record.
    MemberWithoutDoubt,
    /// No 要求退党日期 on record.
    NoDemand,
    /// No 现任党内职务: 严重警告 instead.
    NoPost,
}

/// What makes a disposition admissible, and is not on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// 已取得联系.
    Found,
    /// 主客观: 客观.
    Objective,
    /// 愿意纳入管理: true.
    Willing,
    /// Kept here, or transferred out only after being found.
    TransferredAfter,
    /// 不合格表现, unreachable, or settled abroad.
    FailingOrGone,
    /// Abroad for study or labour service.
    StudyOrLabour,
    /// Settled, or study over five years.
    SettledOrLongStudy,
    /// The same, or (2019) unreachable.
    SettledOrUnreachable,
    /// 主客观: 主观, or 不合格表现.
    Failing,
    /// 限期改正至.
    CorrectUntil,
    /// 限期改正至 within a year after the decision.
    WithinOneYear,
    /// 改正结果: 未改正.
    Unchanged,
    /// 限期改正至 on record, and past.
    Expired,
    /// 无法取得联系 (2016).
    Unreachable,
    /// Decided after the end of the search (2016).
    Searched,
    /// 停止党籍日期 at least two years ago (2019).
    SuspendedForTwoYears,
    /// 违纪违法.
    Breach,
}

/// What stands against a disposition, if anything does.
pub fn barred(disposition: Disposition, situation: &Situation<'_>) -> Option<Bar> {
    use Disposition as D;
    let unreachable = situation.unreachable.then_some(Bar::Unreachable);
    let found = situation.found.then_some(Bar::Found);
    let probationer = situation.probationer.is_yes().then_some(Bar::Probationer);
    let full = (situation.probationer == Certainty::No).then_some(Bar::FullMember);
    match disposition {
        D::Managed => {
            let late = situation.is_late_transfer();
            unreachable.or(late.then_some(Bar::LateTransfer))
        }
        D::NotRecognised => (!situation.is_no_member()).then_some(Bar::MemberWithoutDoubt),
        D::ProbationCancelled => full,
        D::RelationKept => match situation.stay {
            Stay::Settled => Some(Bar::Settled),
            Stay::LongStudy => Some(Bar::LongStudy),
            _ => None,
        },
        D::Suspended => probationer,
        D::LeftParty => (!situation.asks_to_leave()).then_some(Bar::NoDemand),
        D::ToCorrect | D::AdvisedOut => unreachable.or(probationer),
        D::DroppedOut => found.or(probationer),
        D::RemovedFromPost => {
            let none = !situation.has_post();
            probationer.or(none.then_some(Bar::NoPost))
        }
        D::Warning | D::SeriousWarning | D::OnProbation | D::Expelled => probationer,
    }
}

/// What is not on record for a disposition against which nothing stands.
pub fn ungrounded(disposition: Disposition, situation: &Situation<'_>) -> Option<Ground> {
    use Disposition as D;
    let lacks = |is_there: bool, ground: Ground| (!is_there).then_some(ground);
    match disposition {
        D::Managed => lacks(situation.found, Ground::Found)
            .or_else(|| lacks(situation.is_objective(), Ground::Objective))
            .or_else(|| lacks(situation.is_willing(), Ground::Willing))
            .or_else(|| {
                let before = situation.is_transferred_before_found();
                lacks(!before, Ground::TransferredAfter)
            }),
        D::NotRecognised | D::LeftParty => None,
        D::ProbationCancelled => {
            let gone = situation.unreachable || situation.stay == Stay::Settled;
            lacks(situation.is_failing() || gone, Ground::FailingOrGone)
        }
        D::RelationKept => {
            let abroad = matches!(situation.stay, Stay::Study | Stay::Labour);
            lacks(abroad, Ground::StudyOrLabour)
        }
        D::Suspended => {
            let settled = matches!(situation.stay, Stay::Settled | Stay::LongStudy);
            match situation.rules {
                RuleSet::Of2016 => lacks(settled, Ground::SettledOrLongStudy),
                RuleSet::Of2019 => lacks(
                    settled || situation.unreachable,
                    Ground::SettledOrUnreachable,
                ),
            }
        }
        D::ToCorrect => {
            let failing = situation.is_subjective() || situation.is_failing();
            lacks(situation.found, Ground::Found)
                .or_else(|| lacks(failing, Ground::Failing))
                .or_else(|| term(situation))
        }
        D::AdvisedOut => {
            let until = situation.correct_until();
            let expired = until.is_some_and(|until| until.earliest() <= situation.day);
            lacks(situation.is_unchanged(), Ground::Unchanged)
                .or_else(|| lacks(expired, Ground::Expired))
        }
        D::DroppedOut => match situation.rules {
            RuleSet::Of2016 => lacks(situation.unreachable, Ground::Unreachable)
                .or_else(|| lacks(situation.searched, Ground::Searched)),
            RuleSet::Of2019 => lacks(
                situation.is_suspended_for_two_years(),
                Ground::SuspendedForTwoYears,
            ),
        },
        D::Warning | D::SeriousWarning | D::RemovedFromPost | D::OnProbation | D::Expelled => {
            lacks(situation.is_in_breach(), Ground::Breach)
        }
    }
}

/// 限期改正至: on record, and not more than a year on.
fn term(situation: &Situation<'_>) -> Option<Ground> {
    let Some(until) = situation.correct_until() else {
        return Some(Ground::CorrectUntil);
    };
    let is_too_long = PartialDate::earliest(until) > add_months(situation.day, 12);
    let is_over = until.latest() < situation.day;
    (is_too_long || is_over).then_some(Ground::WithinOneYear)
}
