//! The round: its days and stages, the forms that 填表日期 names, and the names
//! of all organisations side by side.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Relationship};
use super::finding::{Finding, RoundFinding};
use super::rules::keys::missing_key::MissingKey;
use crate::load::File;
use crate::model::dates::{DEFAULT, FillDates};
use crate::model::member::Day;
use crate::model::provenance::Keys;
use crate::model::round::Round;
use crate::model::value::Value;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(file) = &subject.workspace.round
        && let Some(round) = &file.record
    {
        let everything = Concern::everything();
        let dates = &round.filled_on;
        if let (None, Some((_, span, _))) = (&dates.default, dates.by_form.first()) {
            let finding = Finding::from(MissingKey {
                key: DEFAULT.into(),
            });
            found.push(finding.at(file.path.clone(), At::Span(*span), everything.clone()));
        }
        unknown_forms(dates, subject, &file.path, &everything, found);
        days(subject, file, round, found);
        stages(file, round, found);
    }
    names(subject, found);
}

/// Names in a 填表日期 by form that no form has.
pub fn unknown_forms(
    dates: &FillDates,
    subject: &Subject<'_>,
    path: &Path,
    concern: &Concern,
    found: &mut Vec<Diagnostic>,
) {
    for (form, span, _) in &dates.by_form {
        if !subject.forms.contains(form) {
            let finding = Finding::UnknownForm {
                form: form.clone(),
                known: subject.forms.to_vec(),
            };
            found.push(finding.at(path.to_owned(), At::Span(*span), concern.clone()));
        }
    }
}

/// 排查前基准日 ≤ 联系查找结束日; it and 流动统计起始日 ≤ each 填表日期, those of
/// organisations included.
fn days(subject: &Subject<'_>, file: &File<Round>, round: &Round, found: &mut Vec<Diagnostic>) {
    let baseline = ("排查前基准日", round.baseline.as_ref());
    let away_from = ("流动统计起始日", round.away_from.as_ref());
    if let (Some(baseline), Some(ended)) = (&round.baseline, &round.search_ended)
        && is_before(ended, baseline)
    {
        let finding = RoundFinding::Days {
            later: "联系查找结束日",
            earlier: "排查前基准日",
        };
        found.push(beside(file, finding, ended, baseline));
    }
    let mut filled_on = |dates: &FillDates, path: &Path, concern: &Concern| {
        let by_form = dates.by_form.iter().map(|(_, _, value)| value);
        for day in dates.default.iter().chain(by_form) {
            for (earlier, value) in [baseline, away_from] {
                let Some(value) = value.filter(|value| is_before(day, value)) else {
                    continue;
                };
                let later = "填表日期";
                let finding = Finding::from(RoundFinding::Days { later, earlier });
                let at = At::Span(day.span);
                let diagnostic = finding.at(path.to_owned(), at, concern.clone());
                found.push(diagnostic.beside(&file.path, value, Relationship::Compared));
            }
        }
    };
    filled_on(&round.filled_on, &file.path, &Concern::everything());
    for (unit, files) in subject.workspace.units.iter().enumerate() {
        let file = &files.organisation;
        if let Some(organisation) = &file.record {
            filled_on(&organisation.filled_on, &file.path, &Concern::unit(unit));
        }
    }
}

/// Each stage ends after it begins, and begins after the one before it ended.
fn stages(file: &File<Round>, round: &Round, found: &mut Vec<Diagnostic>) {
    let mut pair = |finding: RoundFinding, later: &Day, earlier: &Day| {
        if let Some((later, earlier)) = later.as_ref().zip(earlier.as_ref())
            && is_before(later, earlier)
        {
            found.push(beside(file, finding, later, earlier));
        }
    };
    for stage in &round.stages {
        pair(RoundFinding::StageDays, &stage.ends, &stage.begins);
    }
    for stages in round.stages.windows(2) {
        pair(RoundFinding::StageOrder, &stages[1].begins, &stages[0].ends);
    }
}

fn is_before(day: &Value<NaiveDate>, other: &Value<NaiveDate>) -> bool {
    let both = day.get().zip(other.get());
    both.is_some_and(|(day, other)| day < other)
}

fn beside(
    file: &File<Round>,
    finding: RoundFinding,
    day: &Value<NaiveDate>,
    other: &Value<NaiveDate>,
) -> Diagnostic {
    let at = At::Span(day.span);
    let diagnostic = Finding::from(finding).at(file.path.clone(), at, Concern::everything());
    diagnostic.beside(&file.path, other, Relationship::Compared)
}

/// Two organisations with the same full name.
fn names(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = HashMap::new();
    for (unit, files) in subject.workspace.units.iter().enumerate() {
        let file = &files.organisation;
        let name = file.record.as_ref().and_then(|record| record.name.as_ref());
        let Some(name) = name.filter(|name| !name.text.is_empty()) else {
            continue;
        };
        let Some((path, span)) = first.insert(&name.text, (&file.path, name.span)) else {
            continue;
        };
        let finding = Finding::from(RoundFinding::NameTwice(name.text.clone()));
        let at = At::Span(name.span);
        let diagnostic = finding.at(file.path.clone(), at, Concern::unit(unit));
        found.push(diagnostic.beside(path, (span, Keys::ALL), Relationship::FirstOccurrence));
        first.insert(&name.text, (path, span));
    }
}
