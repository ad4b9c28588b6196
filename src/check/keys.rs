//! Keys and values of all files, and what is wrong with their shape.

use std::path::Path;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Reach, Relationship};
use super::finding::Finding;
use crate::load::File;
use crate::model::ethnicity::Ethnicity;
use crate::model::member::Member;
use crate::model::problem::{Fault, Problem};
use crate::model::value::Given as _;

/// The faults of an organisation's files.
pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let files = &subject.workspace.units[unit];
    let concern = Concern::unit(unit);
    of_file(&files.organisation, &concern, found);
    if let Some(file) = &files.figures {
        of_file(file, &concern, found);
    }
    for (member, file) in files.members.iter().enumerate() {
        let concern = Concern::member(unit, member);
        for problem in &file.problems {
            let reach = file.record.as_ref().map(|record| reach(record, problem));
            let concern = concern.clone().reaching(reach.unwrap_or_default());
            found.push(diagnostic(problem, &file.path, concern));
        }
        found.extend(file.record.as_ref().and_then(|record| {
            let value = record.ethnicity.as_ref()?;
            let is_uncounted = !matches!(value.get()?, Ethnicity::Named(_));
            let finding = Finding::UncountedEthnicity(value.text.clone());
            is_uncounted
                .then(|| finding.at(file.path.clone(), At::Span(value.span), concern.clone()))
        }));
    }
}

/// The faults of the files that stand for the whole workspace.
pub fn check_round(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    if let Some(file) = &workspace.round {
        of_file(file, &Concern::everything(), found);
    }
    if let Some(file) = &workspace.settings {
        of_file(file, &Concern::everything(), found);
    }
}

fn of_file<T>(file: &File<T>, concern: &Concern, found: &mut Vec<Diagnostic>) {
    let problems = file.problems.iter();
    found.extend(problems.map(|problem| diagnostic(problem, &file.path, concern.clone())));
}

fn diagnostic(problem: &Problem, path: &Path, concern: Concern) -> Diagnostic {
    let diagnostic =
        Finding::Key(problem.fault.clone()).at(path.to_owned(), At::Span(problem.span), concern);
    match &problem.fault {
        Fault::DuplicateKey { first, .. } => {
            diagnostic.beside(path, *first, Relationship::FirstOccurrence)
        }
        _ => diagnostic,
    }
}

/// Keys that only the member's card prints.
const OF_CARD: [&str; 18] = [
    "籍贯",
    "婚姻状况",
    "照片",
    "QQ号码或微信号",
    "入党时所在支部",
    "入党介绍人",
    "转正时所在支部",
    "参加工作时间",
    "工作单位及职务",
    "组织关系所在单位",
    "户籍所在地",
    "现居住地",
    "月应交纳党费",
    "党费",
    "奖惩情况",
    "民主评议",
    "家庭主要成员",
    "备注",
];
/// Keys that registers print, too, but no figure depends on.
const OF_REGISTERS: [&str; 2] = ["姓名", "手机号码"];

/// What a fault of a member's file makes wrong. The ID number matters to
/// figures only where it completes a coarse date of birth.
fn reach(member: &Member, problem: &Problem) -> Reach {
    let born_is_exact = || member.born.given().is_some_and(|born| born.day().is_some());
    match problem.key() {
        "身份证号码" if born_is_exact() => Reach::Card,
        root if OF_CARD.contains(&root) => Reach::Card,
        root if OF_REGISTERS.contains(&root) => Reach::Registers,
        _ => Reach::Figures,
    }
}
