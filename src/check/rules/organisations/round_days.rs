//! 排查前基准日 ≤ 联系查找结束日; it and 流动统计起始日 ≤ each 填表日期, those of
//! organisations included (notice, II; note 3 of 附件6).

use super::organisation;
use crate::check::prelude::*;
use crate::load::File;
use crate::model::round::Round;

rule! {
    /// A day of the round before another that it must follow.
    RoundDays {
        /// The key of the day.
        later: &'static str,
        /// The key of the day it must follow.
        earlier: &'static str,
    } = E0911 "排查日期先后颠倒" Error, workspace;
    zh "{later}早于{earlier}" "对照通知核对这两个日期";
    en "{later} is before {earlier}" "compare both days with the notice";
}

fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    let Some((file, round)) = round(source) else {
        return;
    };
    let baseline = ("排查前基准日", round.baseline.as_ref());
    let away_from = ("流动统计起始日", round.away_from.as_ref());
    let told =
        |later, day, (earlier, other)| before(file, RoundDays { later, earlier }, day, other);
    found.extend(told(
        "联系查找结束日",
        round.search_ended.as_ref(),
        baseline,
    ));
    let units = source.workspace.units.ids();
    let units = units.filter_map(|unit| Some((unit, organisation(source, unit)?)));
    let units = units.map(|(unit, (file, organisation))| {
        (&organisation.filled_on, &file.path, Affected::unit(unit))
    });
    let of_round = (&round.filled_on, &file.path, Affected::everything());
    for (dates, path, affected) in [of_round].into_iter().chain(units) {
        for (day, earlier) in dates
            .days()
            .flat_map(|day| [(day, baseline), (day, away_from)])
        {
            let diagnostic = told("填表日期", Some(day), earlier);
            found.extend(diagnostic.map(|diagnostic| Diagnostic {
                path: path.clone(),
                affected: affected.clone(),
                ..diagnostic
            }));
        }
    }
}

/// The file of the round, and what it says.
pub fn round<'a>(source: &Source<'a>) -> Option<(&'a File<Round>, &'a Round)> {
    let file = source.workspace.round.as_ref()?;
    Some((file, file.record.as_ref()?))
}

/// What is found where a day of the round is before another.
pub fn before(
    file: &File<Round>,
    finding: impl Into<Finding>,
    day: Option<&Value<NaiveDate>>,
    other: Option<&Value<NaiveDate>>,
) -> Option<Diagnostic> {
    let (day, other) = (day?, other?);
    let finding: Finding = finding.into();
    let diagnostic = finding.at(
        file.path.clone(),
        At::Span(day.span),
        Affected::everything(),
    );
    (day.get()? < other.get()?)
        .then(|| diagnostic.beside(&file.path, other, Relationship::Compared))
}
