//! How a member is counted, as `explain` tells it: the same as the tables and registers
//! have it for whatever members a round may have; workings at the borders of the rules.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::harness::{BRANCH, Made, Opened, branch_in};
use super::random::{members, settings};
use paicha::publish::{Maker, Plan, Selection};
use paicha::report::Lang;
use paicha::report::person::Account;
use paicha::typeset::Assets;

/// What is told of each member of a unit.
fn told(opened: &Opened, path: &str) -> Vec<Value> {
    let project = &opened.project;
    let assets = Assets::new(&project.layouts);
    let maker = Maker::of(project, &assets);
    let outputs = Plan::of(project, &Selection::default()).wanted;
    let people = project.source().people(opened.unit(path)).expect("members");
    let accounts = people.map(|person| Account::of(&maker, person, &outputs, Lang::Zh));
    accounts.map(|account| account.json()).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().expect("a list").iter()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("text")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn all_that_is_told_adds_up_to_the_tables(settings in settings(), members in members()) {
        let opened = Made::round(&settings)
            .organisation(BRANCH, "")
            .members(BRANCH, &members)
            .open();
        let told = told(&opened, BRANCH);
        let unit = opened.unit(BRANCH);
        for form in ["附件2", "附件3", "附件4", "附件5"] {
            let stands = |one: &Value| {
                let mut forms = list(one, "forms");
                forms.any(|found| found["form"] == form && found["stands"] == true)
            };
            let standing: Vec<usize> = (0..told.len()).filter(|at| stands(&told[*at])).collect();
            let mut rows = opened.rows_in(unit, form);
            rows.sort_unstable();
            prop_assert_eq!(standing, rows, "{}", form);
        }
        for form in ["附件6", "附件7"] {
            let mut sums: BTreeMap<(&str, &str), u64> = BTreeMap::new();
            let shares = told.iter().flat_map(|one| list(one, "figures"));
            for share in shares.filter(|share| share["form"] == form) {
                let cell = (text(share, "row"), text(share, "column"));
                *sums.entry(cell).or_default() += share["count"].as_u64().expect("a number");
            }
            let figures = opened.of(BRANCH, form);
            let table = &figures.table;
            let cells = table.rows.iter().flat_map(|(row, cells)| {
                let cells = table.columns.iter().zip(cells);
                cells.map(move |(column, cell)| ((row.as_str(), column.as_str()), cell.unwrap_or(0)))
            });
            let beside = figures.beside.iter().flat_map(|block| {
                let counts = block.counts.iter();
                counts.map(move |(name, count)| ((block.name.as_str(), name.as_str()), *count))
            });
            for (cell, figure) in cells.chain(beside) {
                let sum = sums.remove(&cell).unwrap_or(0);
                prop_assert_eq!(sum, u64::from(figure), "{} {:?}", form, cell);
            }
            prop_assert!(sums.is_empty(), "{:?}", sums);
        }
    }
}

/// A fact of the only member: its value and its working.
fn fact(settings: &str, snippet: &str, name: &str) -> [String; 2] {
    let opened = branch_in(settings, &[snippet]);
    let told = told(&opened, BRANCH);
    let days = list(&told[0], "days").next().expect("days");
    let fact = list(days, "facts").find(|fact| fact["name"] == name);
    let fact = fact.expect("the fact");
    let working = fact["working"].as_str().unwrap_or_default();
    [text(fact, "value").to_owned(), working.to_owned()]
}

/// Days counted by hand.
#[test]
fn workings_at_the_borders() {
    let away = |back: &str| format!("流动: {{流出日期: 2015-03-01, 返回日期: {back}}}");
    let out = |day: &str| format!("转出: {{日期: {day}}}");
    let lost = |day: &str| format!("失联: {{最后组织生活: {day}, 情形: 1, 结果: 无法取得联系}}");
    let by_year = "填表日期: 2016-04-20\n年龄算法: 年份差";
    for (settings, snippet, name, value, working) in [
        (
            "",
            "出生年月: 1979-04-20".into(),
            "年龄",
            "37",
            "2016-04-20 − 1979-04-20 = 37 周岁",
        ),
        (
            "",
            "出生年月: 1979-04-21".into(),
            "年龄",
            "36",
            "2016-04-20 − 1979-04-21 = 36 周岁",
        ),
        (
            by_year,
            "出生年月: 1979-12-31".into(),
            "年龄",
            "37",
            "2016 − 1979 = 37（年份差）",
        ),
        (
            "",
            "入党日期: 2000-04-20\n转正日期: 2001-04-20".into(),
            "党龄",
            "15",
            "2016-04-20 − 2001-04-20 = 180 个月（15 年零 0 个月）",
        ),
        (
            "",
            "入党日期: 2000-04-21\n转正日期: 2001-04-21".into(),
            "党龄",
            "14",
            "2016-04-20 − 2001-04-21 = 179 个月（14 年零 11 个月）",
        ),
        (
            "",
            "入党日期: 2000-04-20\n转正日期: 2001-04-20\n党龄校正月数: -1".into(),
            "党龄",
            "14",
            "2016-04-20 − 2001-04-20，校正 -1 个月 = 179 个月（14 年零 11 个月）",
        ),
        (
            "",
            // No probation between 1969-04-01 and 1977-08-11: 党龄 from 入党日期.
            "出生年月: 1950-01-01\n入党日期: 1975-04-20\n转正日期:".into(),
            "党龄",
            "41",
            "2016-04-20 − 1975-04-20 = 492 个月（41 年零 0 个月）",
        ),
        (
            "",
            lost("2015-10-15"),
            "失联月数",
            "6",
            "2016-04-15 − 2015-10-15 = 6 个月（0 年零 6 个月）",
        ),
        (
            "",
            lost("2015-10-16"),
            "无法取得联系党员",
            "否",
            "2016-04-15 − 2015-10-16 = 5 个月（0 年零 5 个月）",
        ),
        (
            "",
            lost("2015-09-15"),
            "失联党员",
            "是",
            "2016-03-15 − 2015-09-15 = 6 个月（0 年零 6 个月）",
        ),
        (
            "",
            away("2016-01-01"),
            "流动党员",
            "是",
            "2015-03-01 至 2016-01-01；看 2016-01-01 至 2016-04-20",
        ),
        (
            "",
            away("2015-12-31"),
            "流动党员",
            "否",
            "2015-03-01 至 2015-12-31；看 2016-01-01 至 2016-04-20",
        ),
        // 10 days of January, 29 of February, 31 of March, 20 of April: the last day.
        (
            "",
            out("2016-01-21"),
            "口袋",
            "否",
            "2016-01-21 + 90 天 = 2016-04-20；没有回执；看 2016-04-20 那天",
        ),
        (
            "",
            out("2016-01-20"),
            "口袋",
            "是",
            "2016-01-20 + 90 天 = 2016-04-19；没有回执；看 2016-04-20 那天",
        ),
        (
            "",
            "进入党支部日期: 2016-03-15".into(),
            "在册",
            "是",
            "2016-03-15 起；看 2016-03-15 那天",
        ),
        (
            "",
            "进入党支部日期: 2016-03-16".into(),
            "在册",
            "否",
            "2016-03-16 起；看 2016-03-15 那天",
        ),
        (
            "",
            format!("进入党支部日期: 2010-01-01\n{}", out("2016-03-15")),
            "在册",
            "否",
            "2010-01-01 起，2016-03-15 以前；看 2016-03-15 那天",
        ),
    ] {
        let found = fact(settings, &snippet, name);
        assert_eq!(found, [value, working], "{snippet}");
    }
}
