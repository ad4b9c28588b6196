//! Spellings that mean the same give the same: the same cells of the same forms, the same
//! findings, for whatever members a round may have.

use proptest::prelude::*;

use super::harness::{Made, Opened};
use super::random::{members, settings};
use paicha::forms::{Scope, View};

const BRANCH: &str = "甲支部";

/// A day in another of the ways of the data format.
fn day(text: &str, way: usize) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    let bare: Vec<&str> = parts
        .iter()
        .map(|part| part.trim_start_matches('0'))
        .collect();
    let wide = |text: &str| {
        let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).expect("a full-width twin");
        text.chars().map(wide).collect::<String>()
    };
    match way % 8 {
        0 => bare.join("/"),
        1 => parts.concat(),
        2 => format!("{}年{}月{}日", bare[0], bare[1], bare[2]),
        3 => format!("{}年{}月{}", bare[0], parts[1], bare[2]),
        4 => wide(&text.replace('-', "/")),
        5 => wide(&bare.join(".")),
        6 => bare.join(". "),
        _ => parts.join("—"),
    }
}

/// A file in other spellings, each day in another one.
fn respelled(text: &str) -> String {
    let mut way = text.len();
    let mut spelled = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let date = rest
            .get(..10)
            .filter(|_| next.is_ascii_digit())
            .filter(|text| text.parse::<chrono::NaiveDate>().is_ok());
        let words = [
            ("true", ["是", "有"]),
            ("false", ["否", "无"]),
            ("转正日期: 20", ["转正日期:  20"; 2]),
        ];
        let word = words.iter().find(|(word, _)| rest.starts_with(word));
        let (length, new) = match (date, word) {
            (Some(date), _) => (10, day(date, way)),
            (None, Some((word, others))) => (word.len(), others[way % 2].to_owned()),
            (None, None) => (next.len_utf8(), next.to_string()),
        };
        way += usize::from(length > next.len_utf8());
        spelled += &new;
        rest = &rest[length..];
    }
    spelled
}

/// All that is printed: each cell of each form of each unit and member.
fn printed(opened: &Opened) -> Vec<String> {
    let project = &opened.project;
    let mut views = Vec::new();
    for unit in project.workspace.units.ids() {
        let members = project.workspace.units[unit].member_paths.ids().map(Some);
        let members: Vec<_> = members.chain([None]).collect();
        for (_, form) in project.catalogue.forms.iter() {
            let is_card = form.declaration.scope == Scope::Member;
            for member in members.iter().filter(|member| member.is_some() == is_card) {
                let view = View::of(project.source(), form, unit, *member);
                views.push(serde_json::to_string(&view.map(|view| view.cells)).expect("JSON"));
            }
        }
    }
    views
}

fn found(opened: &Opened) -> Vec<(&'static str, String, Option<String>)> {
    let found = opened.project.diagnostics.iter();
    let mut found: Vec<_> = found
        .map(|one| {
            let path = one.path.display().to_string();
            (
                one.rule.code,
                path,
                one.affected.member.map(|id| format!("{id:?}")),
            )
        })
        .collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn other_spellings_print_the_same(
        settings in settings(),
        members in members(),
        fixed in any::<bool>(),
        introducers in prop::sample::select(vec![
            ["[李某, 王某某]", "李某、王某某"],
            ["[阿依古丽·买买提, 王某某]", "阿依古丽·买买提，王某某"],
            ["[李某]", "李某"],
        ]),
    ) {
        let of = |way: usize| {
            let members = members.iter().map(|member| {
                let phone = ["手机号码: \"13893001234\"", "手机号码: 138-9300 1234"][way];
                let introducers = introducers[way];
                let fixed = ["true", "false"][usize::from(fixed)];
                format!(
                    "{member}\n入党介绍人: {introducers}\n{phone}\n\
                     核实: {{违规入党: {fixed}, 身份无法认定: {fixed}}}"
                )
            });
            let members: Vec<String> = members.collect();
            let made = Made::round(&settings).organisation(BRANCH, "").members(BRANCH, &members);
            match way {
                0 => made.open(),
                _ => made.respelled(respelled).open(),
            }
        };
        let (usual, other) = (of(0), of(1));
        prop_assert_eq!(found(&usual), found(&other));
        prop_assert_eq!(printed(&usual), printed(&other));
    }
}
