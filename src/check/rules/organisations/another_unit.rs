//! Figures are those of the unit in whose folder they stand (data format).

use super::{organisation, told};
use crate::check::prelude::*;
use crate::model::code;
use crate::model::figures::ReportedHead;
use crate::model::organisation::Organisation;
use crate::model::scalars::Line;

rule! {
    /// Figures that are another unit's.
    enum AnotherUnit = E0914 "上报的是别的单位的数字" Error, unit;

    /// By what they say of themselves: the key, its value, and what it is of this unit.
    Says(key: &'static str, of: String, own: String)
        zh "这是“{of}”的数字，本单位的“{key}”是“{own}”"
           "把文件移到那个单位的文件夹里，请本单位重报；只是写法不同的，照党组织文件改正";
        en "these are the figures of “{of}”; {key} of this unit is “{own}”"
           "move the file to that unit's folder; if it is only written otherwise, correct it";
    /// By a file of another folder that says the same of itself.
    Twice(of: String, path: String)
        zh "这是“{of}”的数字，{path} 里已经有了，人数会重复计算"
           "只在那个单位的文件夹里留一份，另一个单位请重报";
        en "these are the figures of “{of}”, which {path} has already: people would count twice"
           "keep the file in one of the two folders";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let units = &source.workspace.units;
    let Some(file) = &units[unit].figures else {
        return;
    };
    let Some(head) = file.record.as_ref().map(|record| &record.head) else {
        return;
    };
    if let Some((own_file, own)) = organisation(source, unit)
        && let Some((key, value, is)) = other(source, unit, own, head)
    {
        let finding = AnotherUnit::Says(key, value.text.clone(), is);
        let diagnostic = told(unit, file, finding, value.span);
        let at = match key {
            "类型" => own.kind.as_ref().map(|kind| kind.span),
            "填报单位" => own.unit.as_ref().map(|unit| unit.span),
            _ => own.name.as_ref().map(|name| name.span),
        };
        let at = (at.unwrap_or(own.place), Keys::ALL);
        found.push(diagnostic.beside(&own_file.path, at, Relationship::Compared));
        return;
    }
    let before = units.iter().take_while(|(other, _)| *other < unit);
    let mut before = before.filter_map(|(_, other)| other.figures.as_ref());
    let first = before.find(|other| {
        let other = other.record.as_ref();
        other.is_some_and(|record| identity(&record.head) == identity(head))
    });
    let named = head.name.as_ref().or(head.path.as_ref());
    if let (Some(first), Some(named)) = (first, named) {
        let path = first.path.display().to_string();
        let finding = AnotherUnit::Twice(named.text.clone(), path);
        let at = (Span::default(), Keys::ALL);
        let diagnostic = told(unit, file, finding, named.span);
        found.push(diagnostic.beside(&first.path, at, Relationship::FirstOccurrence));
    }
}

fn identity(head: &ReportedHead) -> [&str; 2] {
    [text(&head.path), text(&head.name)]
}

fn text(text: &Text) -> &str {
    text.as_ref().map_or("", |value| &value.text)
}

/// What figures say of themselves that is not so of a unit: the key, its value, and what it
/// is of the unit.
fn other<'a>(
    source: &Source<'_>,
    unit: UnitId,
    own: &Organisation,
    head: &'a ReportedHead,
) -> Option<(&'static str, &'a Value<Line>, String)> {
    let is_own = |value: &Value<Line>| names(own).contains(&value.text.as_str());
    let path = &source.workspace.units[unit].path;
    let kind = own.kind.given().copied();
    let is_kind = |value: &Value<Line>| {
        let read = code::read::<OrganisationKind>(&value.text);
        kind.is_none_or(|kind| read.is_ok_and(|read| read == kind))
    };
    // Where a unit has no 填报单位 it may be called otherwise below, but not as another one.
    let may_be = |value: &Value<Line>| own.unit.is_none() && !is_known(source, &value.text);
    let is = |text: &'a Text, it_is: &dyn Fn(&Value<Line>) -> bool| {
        text.as_ref().filter(|value| !it_is(value))
    };
    let name = text(&own.name).to_owned();
    let reporting = own
        .unit
        .as_ref()
        .map_or(name.clone(), |unit| unit.text.clone());
    let kind = kind.map_or("", |kind| kind.word()).to_owned();
    let all = [
        ("名称", is(&head.name, &is_own), name),
        (
            "路径",
            is(&head.path, &|value| is_same_path(path, &value.text)),
            path.clone(),
        ),
        (
            "填报单位",
            is(&head.unit, &|value| is_own(value) || may_be(value)),
            reporting,
        ),
        ("类型", is(&head.kind, &is_kind), kind),
    ];
    let mut all = all.into_iter();
    all.find_map(|(key, value, own)| Some((key, value?, own)))
}

fn names(organisation: &Organisation) -> [&str; 3] {
    [
        text(&organisation.name),
        text(&organisation.short_name),
        text(&organisation.unit),
    ]
}

/// Whether any organisation is called so.
fn is_known(source: &Source<'_>, name: &str) -> bool {
    let units = source.workspace.units.ids();
    let mut known = units.filter_map(|unit| organisation(source, unit));
    known.any(|(_, organisation)| names(organisation).contains(&name))
}

/// Whether two paths can be those of one unit: below, the workspace may begin further down.
fn is_same_path(one: &str, other: &str) -> bool {
    let (one, other) = (one.rsplit('/'), other.trim_matches('/').rsplit('/'));
    one.zip(other).all(|(one, other)| one == other)
}
