//! What a change of the data may change on the pages, and what it may not.

mod changes;
mod people;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use paicha::forms::View;
use paicha::model::key::Key;
use paicha::model::member;
use paicha::model::organisation::Organisation;
use paicha::model::record::Record;
use paicha::model::round::Round;
use serde_json::{Map, Value};

use crate::harness::{Bench, FORMS, Files};
use changes::Change;

const TABLES: [&[Change]; 6] = [
    changes::OF_THE_CARD,
    changes::OF_ALL_FORMS,
    changes::OF_THE_ROLL,
    changes::OF_THE_AWAY,
    changes::OF_THE_LOST,
    changes::OF_THE_BRANCH,
];

/// An output: the number of its form, and of whom it is: `1甲`, `6`.
fn outputs(bench: &Bench) -> BTreeMap<String, (&'static str, View)> {
    let mut outputs = BTreeMap::new();
    for form in FORMS {
        let number = form.trim_start_matches("附件");
        let members = match form {
            "附件1" => vec![Some("甲"), Some("乙"), Some("丙")],
            _ => vec![None],
        };
        for member in members {
            let name = number.to_owned() + member.unwrap_or_default();
            outputs.insert(name, (form, bench.view(form, "支部", member)));
        }
    }
    outputs
}

/// The texts of an output: those of its cells, and what is printed beside them.
#[derive(Debug, PartialEq)]
struct Printed {
    cells: BTreeMap<String, String>,
    labels: String,
}

fn printed(bench: &Bench, form: &str, view: &View) -> Printed {
    let pages = bench.pages_of(form, view);
    let runs = pages.pages.iter().flat_map(|page| &page.texts);
    let labels = runs.filter(|run| run.cell.is_none());
    Printed {
        labels: labels.map(|run| run.text.as_str()).collect(),
        cells: pages.texts(),
    }
}

fn bench(files: &[(&'static str, &'static str, Value)]) -> Bench {
    let write = |folder: Files, (_, path, content): &(_, &str, Value)| {
        folder.write(&format!("data/{path}"), &content.to_string())
    };
    files.iter().fold(Files::new(), write).open()
}

/// The files with one value changed.
fn changed((file, route, value, _): Change) -> Vec<(&'static str, &'static str, Value)> {
    let mut files = people::files();
    let found = files.iter_mut().find(|(name, _, _)| *name == file);
    let mut place = &mut found.expect("a file").2;
    let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
    let (above, key) = route.rsplit_once('/').unwrap_or(("", route));
    for step in above.split('/').filter(|step| !step.is_empty()) {
        place = match step.parse::<usize>() {
            Ok(index) => &mut place[index],
            Err(_) => &mut place[step],
        };
    }
    let block: &mut Map<String, Value> = place.as_object_mut().expect("a block");
    match value {
        Value::Null => drop(block.shift_remove(key).expect("a key to take away")),
        value => drop(block.insert(key.to_owned(), value)),
    }
    files
}

/// The columns of the registers, by the names of their cells.
fn columns(form: char) -> Vec<&'static str> {
    let columns = match form {
        '2' => {
            "姓名 性别 民族 学历 出生年月 入党时间 流出地所在支部 流入地所在支部 流动时间 \
             从业状况 党员身份 开具组织关系 流动证号 联系方式"
        }
        '4' => {
            "姓名 性别 民族 年龄 党龄 学历 职业 曾任党内职务 失去联系时间 失去联系情形 \
             党组织类别 联系电话 备注"
        }
        '5' => {
            "姓名 性别 民族 年龄 党龄 学历 职业 曾任党内职务 失去联系时间 失去联系情形 \
             党组织类别 备注"
        }
        other => panic!("no register {other}"),
    };
    columns.split_whitespace().collect()
}

/// In which row of a register a member stands or would stand: 丙, 乙, 甲 is the
/// order of the bytes of their files.
fn row(form: char, member: &str) -> usize {
    match (form, member) {
        ('2' | '4', "甲") | ('3' | '5', "乙") => 0,
        ('3' | '5', "甲") => 1,
        _ => panic!("{member} does not stand in 附件{form}"),
    }
}

/// The eight groups, without their total.
fn groups() -> &'static [&'static str] {
    &crate::cells_of_tables::GROUPS[..8]
}

fn group(member: &str) -> &'static str {
    match member {
        "甲" => "农村外出务工经商人员",
        "乙" => "街道社区人户分离人员",
        other => panic!("{other} counts in no group"),
    }
}

/// The cells that a change names, each with its output: `1甲 姓名`.
fn expected((file, _, _, cells): Change) -> BTreeSet<String> {
    let mut expected = BTreeSet::new();
    for token in cells.split_whitespace() {
        let at = token.find([':', '=', '*', '|']).expect("a sign");
        let (whose, rest) = token.split_at(at);
        let (sign, name) = (&rest[..1], &rest[1..]);
        let member = whose.trim_start_matches(|c: char| c.is_ascii_digit());
        let member = if member.is_empty() { file } else { member };
        for form in whose.chars().filter(char::is_ascii_digit) {
            let names: Vec<String> = match (sign, form) {
                ("=", _) => vec![name.to_owned()],
                ("|", _) => groups()
                    .iter()
                    .map(|group| format!("{group}.{name}"))
                    .collect(),
                ("*", _) => {
                    let row = row(form, member);
                    let columns = columns(form).into_iter();
                    columns
                        .map(|column| format!("行[{row}].{column}"))
                        .collect()
                }
                (_, '1') => vec![name.to_owned()],
                (_, '2'..='5') => vec![format!("行[{}].{name}", row(form, member))],
                _ => vec![format!("{}.{name}", group(member)), format!("合计.{name}")],
            };
            let output = if form == '1' {
                format!("1{member}")
            } else {
                form.to_string()
            };
            expected.extend(names.into_iter().map(|name| format!("{output} {name}")));
        }
    }
    expected
}

/// The cells of an output that differ, and those that only one has.
fn differing(output: &str, before: &Printed, after: &Printed) -> BTreeSet<String> {
    let names = before.cells.keys().chain(after.cells.keys());
    names
        .filter(|name| before.cells.get(*name) != after.cells.get(*name))
        .map(|name| format!("{output} {name}"))
        .collect()
}

#[test]
fn one_key_changes_what_prints_it_and_what_follows_from_it_and_nothing_else() {
    let before = bench(&people::files());
    let outputs_before = outputs(&before);
    let mut faults = Vec::new();
    for change in TABLES.into_iter().flatten() {
        let after = bench(&changed(*change));
        let mut found = BTreeSet::new();
        for (output, (form, view)) in outputs(&after) {
            let (_, view_before) = &outputs_before[&output];
            // The same view is the same page (pdf_facts.rs).
            if same(view_before, &view) {
                continue;
            }
            let (old, new) = (
                printed(&before, form, view_before),
                printed(&after, form, &view),
            );
            found.extend(differing(&output, &old, &new));
            if old.labels != new.labels {
                faults.push(format!("{change:?}: labels of {output} changed"));
            }
        }
        let expected = expected(*change);
        if found != expected {
            let more: Vec<_> = found.difference(&expected).collect();
            let less: Vec<_> = expected.difference(&found).collect();
            faults.push(format!(
                "{change:?}\n  changed too: {more:?}\n  unchanged: {less:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn same(a: &View, b: &View) -> bool {
    a.cells == b.cells && a.counts == b.counts && a.photo == b.photo
}

/// Keys whose effect is no text of single cells: a picture, all empty cells,
/// which forms there are, what pages say of themselves.
const ELSEWHERE: [&str; 6] = ["照片", "空白处", "类型", "自定义", "表", "印版本"];

/// A key that is added without a line in the tables is found here.
#[test]
fn the_tables_have_every_key_that_files_can_have() {
    let routes: BTreeSet<(&str, String)> = TABLES
        .into_iter()
        .flatten()
        .map(|(file, route, ..)| {
            let steps = route
                .split('/')
                .filter(|step| step.parse::<usize>().is_err());
            let of = if ["支部", "排查"].contains(file) {
                *file
            } else {
                "党员"
            };
            (of, steps.collect::<Vec<_>>().join("/"))
        })
        .collect();
    let mut missing = Vec::new();
    let mut look = |of: &'static str, above: &str, keys: &[Key]| {
        for key in keys.iter().filter(|key| !ELSEWHERE.contains(&key.name)) {
            let route = format!("{above}{}", key.name);
            let below = format!("{route}/");
            let there = |(file, found): &(&str, String)| {
                *file == of && (*found == route || found.starts_with(&below))
            };
            if !routes.iter().any(there) {
                missing.push(format!("{of}: {route}"));
            }
        }
    };
    look("排查", "", Round::KEYS);
    look("支部", "", Organisation::KEYS);
    look("党员", "", member::Member::KEYS);
    look("党员", "学历学位/", member::Schooling::KEYS);
    look("党员", "学历学位/全日制教育/", member::Degree::KEYS);
    look("党员", "流动/", member::Away::KEYS);
    look("党员", "失联/", member::Lost::KEYS);
    look("党员", "处置/", member::Decision::KEYS);
    look("党员", "出国/", member::Abroad::KEYS);
    look("党员", "民主评议/", member::Appraisal::KEYS);
    look("党员", "家庭主要成员/", member::Relative::KEYS);
    assert!(missing.is_empty(), "{missing:?}");
}
