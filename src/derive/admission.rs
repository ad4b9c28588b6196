//! Whether a disposition may be used for a member: the first table of the
//! domain's section on dispositions. The program never decides; it says what
//! stands against a decision and what is not on record for it.

use super::reading::Certainty;
use super::situation::{Situation, Stay};
use crate::model::codes::Disposition::{self, self as D};
use crate::model::codes::{Fault, RuleSet};
use crate::model::date::add_months;

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

/// The five dispositions of discipline.
pub(super) const DISCIPLINE: &[Disposition] = &[
    D::Warning,
    D::SeriousWarning,
    D::RemovedFromPost,
    D::OnProbation,
    D::Expelled,
];

/// What stands against a disposition, if anything does.
pub fn barred(disposition: Disposition, situation: &Situation<'_>) -> Option<Bar> {
    against(disposition, situation).next()
}

/// All that stands against a disposition.
pub fn against(disposition: Disposition, situation: &Situation<'_>) -> impl Iterator<Item = Bar> {
    let bars = bars(disposition).iter().copied();
    bars.filter(|bar| bar.stands(situation))
}

/// What is not on record for a disposition against which nothing stands.
pub fn ungrounded(disposition: Disposition, situation: &Situation<'_>) -> Option<Ground> {
    let mut needs = needs(disposition, situation);
    needs.find_map(|(ground, is_on_record)| (!is_on_record).then_some(ground))
}

/// What a disposition needs, each with whether it is on record.
pub fn needs(
    disposition: Disposition,
    situation: &Situation<'_>,
) -> impl Iterator<Item = (Ground, bool)> {
    let grounds = grounds(disposition, situation.rules).iter().copied();
    grounds.map(|ground| (ground, ground.is_on_record(situation)))
}

/// What may stand against a disposition.
fn bars(disposition: Disposition) -> &'static [Bar] {
    match disposition {
        D::Managed => &[Bar::Unreachable, Bar::LateTransfer],
        D::NotRecognised => &[Bar::MemberWithoutDoubt],
        D::ProbationCancelled => &[Bar::FullMember],
        D::RelationKept => &[Bar::Settled, Bar::LongStudy],
        D::LeftParty => &[Bar::NoDemand],
        D::ToCorrect | D::AdvisedOut => &[Bar::Unreachable, Bar::Probationer],
        D::DroppedOut => &[Bar::Found, Bar::Probationer],
        D::RemovedFromPost => &[Bar::Probationer, Bar::NoPost],
        D::Suspended | D::Warning | D::SeriousWarning | D::OnProbation | D::Expelled => {
            &[Bar::Probationer]
        }
    }
}

/// What a disposition needs.
fn grounds(disposition: Disposition, rules: RuleSet) -> &'static [Ground] {
    use Ground as G;
    match (disposition, rules) {
        (D::Managed, _) => &[G::Found, G::Objective, G::Willing, G::TransferredAfter],
        (D::NotRecognised | D::LeftParty, _) => &[],
        (D::ProbationCancelled, _) => &[G::FailingOrGone],
        (D::RelationKept, _) => &[G::StudyOrLabour],
        (D::Suspended, RuleSet::Of2016) => &[G::SettledOrLongStudy],
        (D::Suspended, RuleSet::Of2019) => &[G::SettledOrUnreachable],
        (D::ToCorrect, _) => &[G::Found, G::Failing, G::CorrectUntil, G::WithinOneYear],
        (D::AdvisedOut, _) => &[G::Unchanged, G::Expired],
        (D::DroppedOut, RuleSet::Of2016) => &[G::Unreachable, G::Searched],
        (D::DroppedOut, RuleSet::Of2019) => &[G::SuspendedForTwoYears],
        (D::Warning | D::SeriousWarning | D::RemovedFromPost, _) => &[G::Breach],
        (D::OnProbation | D::Expelled, _) => &[G::Breach],
    }
}

/// What is on record against a ground of a disposition: not that it is missing, but that it
/// is otherwise.
pub fn denied(disposition: Disposition, situation: &Situation<'_>) -> Option<Ground> {
    let grounds = grounds(disposition, situation.rules).iter().copied();
    let mut denied = grounds.filter(|ground| match ground {
        Ground::Willing => situation.is_unwilling(),
        Ground::TransferredAfter => situation.is_transferred_before_found(),
        _ => false,
    });
    denied.next()
}

impl Bar {
    fn stands(self, situation: &Situation<'_>) -> bool {
        match self {
            Self::Unreachable => situation.unreachable,
            Self::Found => situation.found,
            Self::LateTransfer => situation.is_late_transfer(),
            Self::FullMember => situation.probationer == Certainty::No,
            Self::Probationer => situation.probationer.is_yes(),
            Self::Settled => situation.stay == Stay::Settled,
            Self::LongStudy => situation.stay == Stay::LongStudy,
            Self::MemberWithoutDoubt => !situation.is_no_member(),
            Self::NoDemand => !situation.asks_to_leave(),
            Self::NoPost => !situation.has_post(),
        }
    }
}

impl Ground {
    fn is_on_record(self, situation: &Situation<'_>) -> bool {
        let (day, until) = (situation.day, situation.correct_until());
        let settled = || matches!(situation.stay, Stay::Settled | Stay::LongStudy);
        match self {
            Self::Found => situation.found,
            Self::Objective => situation.fault() == Some(Fault::Objective),
            Self::Willing => situation.is_willing(),
            Self::TransferredAfter => !situation.is_transferred_before_found(),
            Self::FailingOrGone => situation.is_failing_or_gone(),
            Self::StudyOrLabour => situation.is_for_study_or_labour(),
            Self::SettledOrLongStudy => settled(),
            Self::SettledOrUnreachable => settled() || situation.unreachable,
            Self::Failing => situation.fault() == Some(Fault::Subjective) || situation.is_failing(),
            Self::CorrectUntil => until.is_some(),
            Self::WithinOneYear => until.is_some_and(|until| {
                day <= until.latest() && until.earliest() <= add_months(day, 12)
            }),
            Self::Unchanged => situation.is_unchanged(),
            Self::Expired => until.is_some_and(|until| until.earliest() <= day),
            Self::Unreachable => situation.unreachable,
            Self::Searched => situation.searched,
            Self::SuspendedForTwoYears => situation.is_suspended_for_two_years(),
            Self::Breach => situation.is_in_breach(),
        }
    }
}
