//! The checksum is the SHA-256 of the figures handed up (data format).

use serde_json::Value as Json;

use super::told;
use crate::check::prelude::*;
use crate::model::figures::{OTHERS, ReportedFigures};
use crate::tabulate::altered::{Altered, altered};
use crate::tabulate::canonical::{as_written, checksum, handed_in};

rule! {
    /// Figures taken over that were changed after they were handed in.
    enum WrongChecksum = E0905 "上报数字的校验和不符" Error, unit;

    /// One figure.
    One(altered: Altered)
        zh {
            let (Altered { was, is, .. }, name) = (altered, name(&altered.route, Lang::Zh));
            format!("校验和与数字不符：{name}，上报时是 {was}，现在是 {is}")
        } "请上报单位核对、重报；确要手工改数字的，删去“校验和”一行";
        en {
            let (Altered { was, is, .. }, name) = (altered, name(&altered.route, Lang::En));
            format!("the checksum does not fit: {name} was {was} when handed in and is {is}")
        } "have the unit check it and report again";
    /// More than one, or something else.
    Several
        zh "校验和与数字不符：上报以后有人改过，改了哪里看不出来"
           "请上报单位重报；确要手工改数字的，删去“校验和”一行";
        en "the checksum does not fit: something was changed after it was handed in, \
            and what it was cannot be told"
           "have the unit report again";
    /// That of an older program, which did not cover 其他表.
    Older
        zh "校验和是旧版软件的，不包括“其他表”"
           "请上报单位用 `paicha summary --format yaml --org …` 重新导出，连同“其他表”";
        en "the checksum is of an older program and does not cover 其他表"
           "have the unit export its figures again: `paicha summary --format yaml --org …`";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let Some(file) = &source.workspace.units[unit].figures else {
        return;
    };
    let Some((record, given)) = file
        .record
        .as_ref()
        .and_then(|record| Some((record, record.head.checksum.as_ref()?)))
    else {
        return;
    };
    let sum = given.text.to_ascii_lowercase();
    let figures = handed_up(source, unit, record);
    if checksum(&figures) == sum {
        return;
    }
    let mut older = figures.clone();
    let others = older.as_object_mut().and_then(|all| all.remove(OTHERS));
    if others.is_some() && checksum(&older) == sum {
        return found.push(told(unit, file, WrongChecksum::Older, given.span));
    }
    let Some(one) = altered(&figures, &sum) else {
        return found.push(told(unit, file, WrongChecksum::Several, given.span));
    };
    let at = place(record, &one.route).unwrap_or(given.span);
    let diagnostic = told(unit, file, WrongChecksum::One(one), at);
    let checksum = (given.span, Keys::ALL);
    found.push(diagnostic.beside(&file.path, checksum, Relationship::Compared));
}

/// The figures that a unit has handed up, those of tables that only it has as they are
/// written.
fn handed_up(source: &Source<'_>, unit: UnitId, record: &ReportedFigures) -> Json {
    let mut all = handed_in(source.tables(unit));
    let others = record.head.others.entries.iter();
    for (id, _, table) in others.filter(|(id, _, _)| source.table(id).is_none()) {
        all.entry(OTHERS)
            .or_insert_with(|| Json::Object(Default::default()))[id] = as_written(table);
    }
    Json::Object(all)
}

/// What a figure is called, by the keys that lead to it.
fn name(route: &[String], lang: Lang) -> String {
    let route = route.strip_prefix(&[OTHERS.to_owned()]).unwrap_or(route);
    match (route, lang) {
        ([form, _, row, column], Lang::Zh) => format!("{form}“{row}”行“{column}”列"),
        ([form, _, row, column], Lang::En) => format!("{form}, row “{row}”, “{column}”"),
        (other, _) => other.join("."),
    }
}

/// Where a figure stands; where it is left out, the row, else the table.
fn place(record: &ReportedFigures, route: &[String]) -> Option<Span> {
    let (table, route) = match route {
        [others, id, route @ ..] if others == OTHERS => (record.table(id, false)?, route),
        [id, route @ ..] => (record.table(id, true)?, route),
        [] => return None,
    };
    let (block, route) = route.split_first()?;
    let of = |counts: &crate::model::figures::Counts, name: &str| {
        let mut entries = counts.entries.iter();
        entries
            .find(|(known, _, _)| known == name)
            .map(|(_, span, _)| *span)
    };
    let found = match route {
        [row, column] => {
            let mut rows = table.rows.entries.iter();
            let row = rows.find(|(known, _, _)| known == row);
            row.map(|(_, span, cells)| of(cells, column).unwrap_or(*span))
        }
        [name] => of(table.counts(block), name),
        _ => None,
    };
    Some(found.unwrap_or(table.place))
}
