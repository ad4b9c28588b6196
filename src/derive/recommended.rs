//! Which disposition the rules recommend: the second table of the domain's
//! section on dispositions.

use chrono::NaiveDate;

use super::admission::{DISCIPLINE, Ground, denied};
use super::reading::Certainty;
use super::situation::{Situation, Stay};
use crate::model::codes::{Disposition, Fault, RuleSet};

/// A row of the table that fits a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recommendation {
    /// Irregular admission, or identity not established.
    NoMember,
    /// Found; objective reason.
    Objective,
    /// Found; subjective reason.
    Subjective,
    /// Found; 限期改正 expired unchanged.
    Unchanged,
    /// Found; asks to leave.
    AsksToLeave,
    /// Found; breach of discipline or law.
    Breach,
    /// Found; abroad for study or labour service.
    StudyOrLabour,
    /// Found; studying abroad for more than five years.
    LongStudy,
    /// Settled abroad.
    Settled,
    /// Not found, and not known to be settled abroad: rules of 2016.
    Gone2016,
    /// The same: rules of 2019.
    Gone2019,
    /// The same, two years after 停止党籍: rules of 2019.
    GoneForGood,
    /// 预备党员 who is failing, unreachable, or settled abroad.
    FailedProbation,
}

impl Recommendation {
    /// The dispositions that the row recommends.
    pub fn dispositions(self) -> &'static [Disposition] {
        use Disposition as D;
        match self {
            Self::NoMember => &[D::NotRecognised],
            Self::Objective => &[D::Managed],
            Self::Subjective => &[D::ToCorrect],
            Self::Unchanged => &[D::AdvisedOut],
            Self::AsksToLeave => &[D::LeftParty],
            Self::Breach => DISCIPLINE,
            Self::StudyOrLabour => &[D::RelationKept],
            Self::LongStudy | Self::Settled | Self::Gone2019 => &[D::Suspended],
            Self::Gone2016 | Self::GoneForGood => &[D::DroppedOut],
            Self::FailedProbation => &[D::ProbationCancelled],
        }
    }
}

/// All rows that fit; none where what would decide is not on record, and none for who has
/// died or left before.
pub fn recommended(situation: &Situation<'_>) -> Vec<Recommendation> {
    use Disposition as D;
    use Recommendation as R;
    if situation.departed {
        return Vec::new();
    }
    let full = situation.probationer == Certainty::No;
    let probationer = situation.probationer.is_yes();
    let found = situation.found && full;
    let settled = situation.stay == Stay::Settled;
    let gone = situation.unreachable && full && !settled;
    let expired = || {
        let until = situation.correct_until();
        situation.is_unchanged() && until.is_none_or(|until| until.earliest() < situation.day)
    };
    let objective = situation.found && situation.fault() == Some(Fault::Objective);
    let subjective = situation.fault() == Some(Fault::Subjective);
    let of_2016 = situation.rules == RuleSet::Of2016;
    let suspended = suspended_until(situation);
    let two_years = suspended.is_some_and(|until| until <= situation.day);
    let rows = [
        (R::NoMember, situation.is_no_member()),
        (
            R::Objective,
            objective && (full || probationer) && denied(D::Managed, situation).is_none(),
        ),
        (R::Subjective, found && subjective),
        (R::Unchanged, found && expired()),
        (R::AsksToLeave, found && situation.asks_to_leave()),
        (R::Breach, found && situation.is_in_breach()),
        (
            R::StudyOrLabour,
            found && situation.is_for_study_or_labour(),
        ),
        (
            R::LongStudy,
            found && situation.stay == Stay::LongStudy && suspended.is_none(),
        ),
        (R::Settled, full && settled && suspended.is_none()),
        (R::Gone2016, gone && of_2016),
        (R::Gone2019, gone && !of_2016 && suspended.is_none()),
        (R::GoneForGood, gone && two_years),
        (
            R::FailedProbation,
            probationer && situation.is_failing_or_gone(),
        ),
    ];
    let fits = rows.into_iter().filter(|(_, fits)| *fits);
    fits.map(|(row, _)| row).collect()
}

/// What must be known before a row can fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// 入党日期 and 转正日期 so exact that it is clear whether he is a 预备党员.
    Dates,
    /// 主客观.
    Fault,
    /// 不合格表现 of a 预备党员 found: only that, or an objective reason, decides.
    Failing,
    /// What speaks for 纳入组织管理 is on record as otherwise.
    Denied(Ground),
    /// Nothing: contact was made only after the table's day.
    FoundLater,
    /// Nothing: membership is suspended already.
    Suspended,
}

/// Why no row fits a member of whom something is to be decided.
pub fn lacking(situation: &Situation<'_>) -> Lacking {
    match situation {
        _ if !situation.found && !situation.unreachable => Lacking::FoundLater,
        _ if situation.found && situation.fault().is_none() => Lacking::Fault,
        _ if situation.probationer == Certainty::Open => Lacking::Dates,
        _ if situation.found && situation.fault() == Some(Fault::Objective) => {
            let denied = denied(Disposition::Managed, situation);
            denied.map_or(Lacking::Suspended, Lacking::Denied)
        }
        _ if situation.probationer.is_yes() => Lacking::Failing,
        _ => Lacking::Suspended,
    }
}

/// The day from which 自行脱党除名 can be decided of who is suspended and not found, as long
/// as it lies ahead (rules of 2019).
pub fn dropped_out_from(situation: &Situation<'_>) -> Option<NaiveDate> {
    let gone = situation.unreachable && situation.probationer == Certainty::No;
    let until = suspended_until(situation).filter(|_| gone);
    until.filter(|until| situation.day < *until)
}

/// The day on which 停止党籍 is two years old, where it is on record: it matters under the
/// rules of 2019.
fn suspended_until(situation: &Situation<'_>) -> Option<NaiveDate> {
    let by_rules = situation.rules == RuleSet::Of2019;
    by_rules.then(|| situation.suspended_until()).flatten()
}
