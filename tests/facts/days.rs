//! Section 1: 填表日期, inherited down the tree, by form.

use super::harness::{Made, Opened, unreachable};

const PARENT: &str = "总支";
const CHILD: &str = "总支/甲支部";

fn tree(round: &str, parent: &str, child: &str) -> Opened {
    Made::round(round)
        .organisation(PARENT, &format!("类型: 党总支\n党组织类别:\n{parent}"))
        .organisation(CHILD, child)
        .members(CHILD, &[""])
        .open()
}

fn day(opened: &Opened, path: &str, form: &str) -> String {
    let source = opened.project.source();
    let reference = source.reference(opened.unit(path), form);
    reference.expect("a day").filled_on.value.to_string()
}

#[test]
fn from_the_round_the_parent_and_the_branch() {
    // The round, the parent, the branch; then the days of 附件6 and 附件7 of
    // the parent, and of the branch.
    let map = "填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}";
    let one = "填表日期: 2016-04-20";
    for (round, parent, child, expected) in [
        (one, "", "", ["04-20", "04-20", "04-20", "04-20"]),
        (map, "", "", ["04-20", "05-15", "04-20", "05-15"]),
        // A default of the branch's own leaves 附件7 as the round has it.
        (
            map,
            "",
            "填表日期: 2016-04-22",
            ["04-20", "05-15", "04-22", "05-15"],
        ),
        (
            one,
            "",
            "填表日期: 2016-04-22",
            ["04-20", "04-20", "04-22", "04-22"],
        ),
        (
            map,
            "填表日期: 2016-04-21",
            "",
            ["04-21", "05-15", "04-21", "05-15"],
        ),
        (
            map,
            "填表日期: 2016-04-21",
            "填表日期: 2016-04-22",
            ["04-21", "05-15", "04-22", "05-15"],
        ),
        (
            map,
            "",
            "填表日期: {默认: 2016-04-22, 附件7: 2016-05-20}",
            ["04-20", "05-15", "04-22", "05-20"],
        ),
        (
            map,
            "填表日期: {默认: 2016-04-21, 附件7: 2016-05-18}",
            "填表日期: 2016-04-22",
            ["04-21", "05-18", "04-22", "05-18"],
        ),
        (
            map,
            "",
            "填表日期: {附件7: 2016-05-20}",
            ["04-20", "05-15", "04-20", "05-20"],
        ),
    ] {
        let opened = tree(round, parent, child);
        let days = [
            day(&opened, PARENT, "附件6"),
            day(&opened, PARENT, "附件7"),
            day(&opened, CHILD, "附件6"),
            day(&opened, CHILD, "附件7"),
        ];
        let expected = expected.map(|day| format!("2016-{day}"));
        assert_eq!(days, expected, "{round} {parent} {child}");
    }
}

/// What a branch does not say it inherits, the default as well.
#[test]
fn a_branch_may_override_one_form_alone() {
    let map = "填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}";
    let opened = tree(map, "", "填表日期: {附件7: 2016-05-20}");
    let codes: Vec<_> = opened
        .project
        .diagnostics
        .iter()
        .map(|found| found.rule.code)
        .collect();
    assert!(!codes.contains(&"E0052"), "{codes:?}");
}

/// Each branch counts at its own day, parents add what it counted.
#[test]
fn parents_add_what_branches_counted() {
    let born = |day: &str| format!("出生年月: {day}\n{}", unreachable("2010-01-10"));
    let other = "总支/乙支部";
    let opened = Made::round("")
        .organisation(PARENT, "类型: 党总支\n党组织类别:")
        .organisation(CHILD, "")
        .members(CHILD, &[born("1980-04-21"), born("1980-04-22")])
        .organisation(other, "填表日期: 2016-04-21")
        .members(other, &[born("1980-04-21"), born("1980-04-22")])
        .open();
    let ages = |path| {
        ["年龄/35岁及以下", "年龄/36岁至45岁"]
            .map(|column| opened.figure(path, "附件6", "合计", column))
    };
    assert_eq!(ages(CHILD), [Some(2), Some(0)]);
    // 36 on 2016-04-21 for who was born on 1980-04-21.
    assert_eq!(ages(other), [Some(1), Some(1)]);
    assert_eq!(ages(PARENT), [Some(3), Some(1)]);
    assert!(opened.broken().is_empty());
}

/// 年龄 and 党龄 are those of the form's day.
#[test]
fn ages_of_forms_filled_in_on_other_days() {
    let opened = Made::round("填表日期: {默认: 2016-04-20, 附件5: 2016-04-21}")
        .organisation("甲支部", "")
        .members(
            "甲支部",
            &[format!(
                "出生年月: 1980-04-21\n{}",
                unreachable("2010-01-10")
            )],
        )
        .open();
    assert_eq!(opened.cell("附件3", None, "行[0].年龄"), "35");
    assert_eq!(opened.cell("附件5", None, "行[0].年龄"), "36");
    assert_eq!(opened.cell("附件5", None, "填表日期"), "2016年4月21日");
}

#[test]
fn a_form_that_does_not_exist() {
    let opened = tree("填表日期: {默认: 2016-04-20, 附件9: 2016-05-15}", "", "");
    let codes: Vec<_> = opened
        .project
        .diagnostics
        .iter()
        .map(|found| found.rule.code)
        .collect();
    assert!(codes.contains(&"E0902"), "{codes:?}");
}
