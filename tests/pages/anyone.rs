//! Whoever the members are: each page of all seven forms is right, or there is an
//! error at the place of the value that keeps it from being right.

mod lives;
mod person;
mod texts;

use paicha::check::{At, Diagnostic};
use paicha::forms::View;
use paicha::forms::usage::Usage;
use paicha::publish::{Output, Plan, Selection, Settings};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::check;
use crate::harness::{Bench, Files, ROUND, cell, squash};

/// A committee with a branch: their files and those of the members.
#[derive(Clone, Debug)]
struct Case {
    empty: &'static str,
    committee: Value,
    branch: Value,
    members: Vec<Value>,
}

fn organisation(kind: &'static str) -> impl Strategy<Value = Value> {
    let optional = || prop::option::weighted(0.7, texts::title());
    (
        texts::title(),
        optional(),
        optional(),
        optional(),
        optional(),
    )
        .prop_map(move |(name, short, unit, filled_by, phone)| {
            let mut organisation = json!({"名称": name, "类型": kind});
            if kind == "党支部" {
                organisation["党组织类别"] = json!("党政机关");
            }
            let given = [
                ("简称", short),
                ("填报单位", unit),
                ("填表人", filled_by),
                ("联系电话", phone),
            ];
            for (key, value) in given {
                if let Some(value) = value {
                    organisation[key] = json!(value);
                }
            }
            organisation
        })
}

fn case() -> impl Strategy<Value = Case> {
    let members = prop::collection::vec(person::member(), 1..=6);
    let empty = select(&["留空", "无", "—"]);
    (
        empty,
        organisation("党工委"),
        organisation("党支部"),
        members,
    )
        .prop_map(|(empty, committee, branch, mut members)| {
            for (number, member) in members.iter_mut().enumerate() {
                member["身份证号码"] = json!(person::id_number(member, number));
            }
            Case {
                empty,
                committee,
                branch,
                members,
            }
        })
}

fn written(case: &Case) -> Bench {
    // Long texts in blocks, short ones in plain style: as people write them.
    let yaml = |value: &Value| serde_yaml::to_string(value).expect("YAML");
    let mut files = Files::new()
        .write(
            "data/排查.yaml",
            &format!("{ROUND}空白处: {}\n", case.empty),
        )
        .write("data/工委/党组织.yaml", &yaml(&case.committee))
        .write("data/工委/支部/党组织.yaml", &yaml(&case.branch));
    for (number, member) in case.members.iter().enumerate() {
        files = files.write(&format!("data/工委/支部/党员/{number}.yaml"), &yaml(member));
    }
    files.open()
}

/// Each error has a place in a file of the data, and something stands there.
fn placed(bench: &Bench, found: &[Diagnostic]) {
    for error in found.iter().filter(|found| found.is_error()) {
        let text = std::fs::read_to_string(bench.root.join(&error.path));
        let At::Span(span) = error.at else {
            panic!("no place: {error:?}");
        };
        let text = text.unwrap_or_else(|fault| panic!("{fault}: {error:?}"));
        let shown = text.get(span.start as usize..span.end as usize);
        assert!(
            shown.is_some_and(|shown| !shown.is_empty()),
            "nothing there: {error:?}"
        );
    }
}

/// The outputs that no error concerns.
fn promised(bench: &Bench) -> Plan {
    let project = &bench.project;
    let usage = Usage::of(project.source(), &project.catalogue);
    let all = Selection::default();
    let mut plan = Plan::of(project, &all);
    let errors: Vec<_> = project
        .diagnostics
        .iter()
        .filter(|found| found.is_error())
        .collect();
    let is_whole = |output: &Output| {
        let mut errors = errors.iter();
        !errors.any(|error| usage.spoils(&error.affected, output.made()))
    };
    plan.wanted.retain(is_whole);
    plan
}

/// The pages of an output as the reader reads them.
fn right(bench: &Bench, output: &Output, empty: &str, members: &[Value]) {
    let project = &bench.project;
    let form = &project.catalogue.forms[output.form];
    let unit = output.unit.expect("a unit");
    let view = View::of(project.source(), form, unit, output.member).expect("a view");
    let pages = bench.pages_of(form.id(), &view);
    check::all(&output.path, &view, &pages);
    if let Some(member) = output.member {
        let mut ids = project.workspace.units[unit].member_paths.ids();
        let index = ids.position(|id| id == member).expect("a member");
        for key in person::TEXTS {
            let given = members[index][key].as_str().unwrap_or(empty);
            assert_eq!(cell(&pages, key), squash(given), "{key} of {index}");
        }
    }
}

/// Few cases, so that the test stays quick; `PROPTEST_CASES` asks for more.
fn config() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked { Config::default().cases } else { 12 };
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}

/// All forms of a case.
fn holds(case: &Case) {
    let bench = written(case);
    let project = &bench.project;
    placed(&bench, &project.diagnostics);
    let plan = promised(&bench);
    let settings = Settings {
        jobs: 1,
        keep_going: true,
        force: false,
    };
    let outcome = bench.build(&plan, settings);
    placed(&bench, &outcome.found);
    assert_eq!(bench.refused_pages(), 0);
    let empty = case.empty.trim_start_matches("留空");
    let usage = Usage::of(project.source(), &project.catalogue);
    for output in &plan.wanted {
        if bench.root.join("out").join(&output.path).exists() {
            right(&bench, output, empty, &case.members);
            continue;
        }
        let is_why =
            |found: &Diagnostic| found.is_error() && usage.spoils(&found.affected, output.made());
        assert!(
            outcome.found.iter().any(is_why),
            "nothing says why {} is not made",
            output.path
        );
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_page_of_anyone_is_right_or_there_is_an_error_at_its_place(case in case()) {
        holds(&case);
    }
}
