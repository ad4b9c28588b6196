//! Section 10 for whatever members a round may have: the relations hold, and
//! every member stands in one column of each group.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::harness::{Made, Opened};
use paicha::check::Rule;
use paicha::model::date::add_months;
use paicha::model::handle::UnitId;

const BRANCHES: [&str; 2] = ["总支/甲支部", "总支/乙支部"];
const GROUPS: [&str; 5] = ["年龄", "党龄", "学历", "失去联系时间", "失去联系情形"];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A day of the closed interval, the same for the same number.
fn within(first: NaiveDate, last: NaiveDate, number: u64) -> NaiveDate {
    let days = (last - first).num_days().max(0).unsigned_abs();
    first + Days::new(number % (days + 1))
}

/// As exact as wanted: to the day mostly, else to the month or the year.
fn written(date: NaiveDate, exactness: u64) -> String {
    match exactness % 12 {
        0 => date.to_string()[..4].to_owned(),
        1 => date.to_string()[..7].to_owned(),
        _ => date.to_string(),
    }
}

/// A member out of random numbers; dates in the order of section 13.
fn member(numbers: &[u64], entries: &[(u64, u64)]) -> String {
    let mut rest = numbers.iter().copied();
    let mut next = || rest.next().expect("numbers enough");
    let filled_on = day("2016-04-20");
    let born = within(day("1932-01-01"), day("1996-01-01"), next());
    let joined = within(add_months(born, 18 * 12), day("2015-12-31"), next());
    let confirmed = match next() % 8 {
        0 => None,
        1 => Some(add_months(joined, 24)),
        _ => Some(add_months(joined, 12)),
    };
    let mut text = format!("出生年月: {}\n入党日期: {joined}", written(born, next()));
    text += &match confirmed {
        Some(date) => format!("\n转正日期: {}", written(date, next())),
        None => "\n转正日期:".to_owned(),
    };
    text += &format!("\n党龄校正月数: {}", next() % 40);
    text += ["\n性别: 男", "\n性别: 女"][next() as usize % 2];
    text += ["\n民族: 汉族", "\n民族: 回", "\n民族: 未识别民族"][next() as usize % 3];
    let level = ["研究生", "大专", "大专肄业", "中专", "高中肄业", "小学"][next() as usize % 6];
    text += &format!("\n学历学位: {{全日制教育: {{学历: 初中}}, 在职教育: {{学历: {level}}}}}");
    let posts = ["", "支部书记", "组织委员", "团支部书记"];
    text += &format!("\n曾任党内职务: \"{}\"", posts[next() as usize % 4]);
    text += &format!("\n职业: {}", next() % 8 + 1);
    let entered = within(joined, filled_on, next());
    if next() % 2 == 0 {
        text += &format!("\n进入党支部日期: {entered}");
    }
    let left = within(entered.max(day("2006-01-01")), filled_on, next());
    let receipt = within(left, filled_on, next());
    text += &match next() % 10 {
        0 => format!("\n转出: {{日期: {left}}}"),
        1 => format!("\n转出: {{日期: {left}, 回执日期: {receipt}}}"),
        2 => format!("\n转出: {{日期: {left}, 补转: true}}"),
        4 => format!("\n停止党籍日期: {left}"),
        _ => String::new(),
    };
    // About the days of the round as often as not.
    let end = within(day("2016-03-10"), day("2016-05-20"), next());
    let end = [end, left][next() as usize % 2];
    let cause = ["死亡", "除名", "退党", "开除"][next() as usize % 4];
    if next() % 4 == 0 {
        text += &format!("\n出党: {{日期: {}, 原因: {cause}}}", written(end, next()));
    }
    let gone = within(entered.max(day("2014-01-01")), filled_on, next());
    text += &match next() % 4 {
        0 => format!("\n流动: {{流出日期: {gone}}}"),
        1 => format!(
            "\n流动: {{流出日期: {gone}, 返回日期: {}}}",
            within(gone, filled_on, next())
        ),
        _ => String::new(),
    };
    let last = within(joined.max(day("2004-10-01")), day("2016-03-31"), next());
    // Near the borders of the registers as often as not.
    let near = within(
        joined.max(day("2015-09-01")),
        joined.max(day("2015-10-31")),
        next(),
    );
    let last = [last, near][next() as usize % 2];
    let found = within(day("2016-03-16"), filled_on, next());
    let result = match next() % 2 {
        0 => "结果: 无法取得联系".to_owned(),
        _ => format!("结果: 已取得联系, 取得联系日期: {found}"),
    };
    let cause = next() % 6 + 1;
    if next() % 5 > 0 {
        let last = written(last, next());
        text += &format!("\n失联: {{最后组织生活: {last}, 情形: {cause}, {result}}}");
    }
    let entry = |(kind, number): &(u64, u64)| {
        let date = within(day("2016-03-01"), day("2016-05-31"), *number);
        let date = written(date, *number / 100);
        format!("{{方式: {}, 日期: {date}}}", kind % 14 + 1)
    };
    if !entries.is_empty() {
        let entries: Vec<_> = entries.iter().map(entry).collect();
        text += &format!("\n处置: [{}]", entries.join(", "));
    }
    text
}

pub fn members() -> impl Strategy<Value = Vec<String>> {
    let entries = prop::collection::vec(any::<(u64, u64)>(), 0..3);
    let numbers = prop::collection::vec(any::<u64>(), 40);
    let one = (numbers, entries).prop_map(|(numbers, entries)| member(&numbers, &entries));
    prop::collection::vec(one, 0..7)
}

pub fn settings() -> impl Strategy<Value = String> {
    let days = prop::sample::select(vec![
        "填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}",
        "填表日期: 2016-04-20",
    ]);
    let ages = prop::sample::select(vec!["周岁", "年份差"]);
    let probationers = prop::sample::select(vec!["1年以下", "不计"]);
    let split = prop::sample::select(vec!["仅合计", "分列"]);
    let rules = prop::sample::select(vec!["2016", "2019"]);
    (days, ages, probationers, split, rules).prop_map(|(days, ages, probationers, split, rules)| {
        format!(
            "{days}\n年龄算法: {ages}\n预备党员计入: {probationers}\n在册按群体: {split}\n\
             规则: {rules}"
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn all_relations_hold(
        settings in settings(),
        first in members(),
        second in members(),
        own_day in prop::sample::select(vec!["", "填表日期: 2016-04-22"]),
    ) {
        let opened = Made::round(&settings)
            .organisation("总支", "类型: 党总支\n党组织类别:")
            .organisation(BRANCHES[0], "")
            .members(BRANCHES[0], &first)
            .organisation(BRANCHES[1], own_day)
            .members(BRANCHES[1], &second)
            .open();
        // Members can be read, though not every life is plausible: what else is
        // reported is that a date is too coarse.
        for found in &opened.project.diagnostics {
            let may_be = found.rule.code == "E0304" || is_of_plausibility(found.rule);
            prop_assert!(!found.is_error() || may_be, "{found:?}");
        }
        for path in BRANCHES {
            registers(&opened, path)?;
            columns(&opened, path, settings.contains("不计"))?;
        }
    }
}

/// What is about plausible lives rather than about what can be read and counted.
fn is_of_plausibility(rule: &Rule) -> bool {
    let number = rule.code[1..].parse().expect("a code");
    matches!(
        number,
        101 | 104..=108
            | 201..=202
            | 306..=313
            | 501..=504
            | 609..=613
            | 703..=707
            | 804..=805
            | 906..=908
            | 911..=913
            | 1201..=1799
    )
}

/// Whether a member may have stayed beyond a day, and whether he may have left by then.
fn left_by(opened: &Opened, unit: UnitId, member: usize, day: NaiveDate) -> [bool; 2] {
    let held = opened.project.source().held(unit).expect("members");
    let file = &held[opened.member(unit, member)].file;
    let departure = file
        .record
        .as_ref()
        .and_then(|member| member.departure.as_ref());
    let left = departure.and_then(|departure| departure.day.as_ref()?.get());
    left.map_or([true, false], |left| {
        [left.latest() > day, left.earliest() <= day]
    })
}

/// How many rows are of members who may have left between the search and 附件7.
fn ended_after(opened: &Opened, unit: UnitId, found: &[usize], not_found: &[usize]) -> usize {
    let rows = found.iter().chain(not_found);
    let left = rows.filter(|row| {
        let [_, by_then] = left_by(opened, unit, **row, day("2016-05-15"));
        by_then && left_by(opened, unit, **row, day("2016-04-15"))[0]
    });
    left.count()
}

fn rows(opened: &Opened, unit: UnitId, register: &str) -> Vec<usize> {
    opened.rows_in(unit, register)
}

/// 附件4 ∩ 附件5 = ∅, 附件4 ⊆ 附件3 ⊆ 附件4 ∪ 附件5 ∪ those who left by the end of the
/// search, who are in neither; and 对账 counts their rows.
fn registers(opened: &Opened, path: &str) -> Result<(), TestCaseError> {
    let unit = opened.unit(path);
    let [lost, found, not_found] = ["附件3", "附件4", "附件5"].map(|form| rows(opened, unit, form));
    prop_assert!(found.iter().all(|member| !not_found.contains(member)));
    prop_assert!(found.iter().all(|member| lost.contains(member)));
    for member in &lost {
        let stands = found.contains(member) || not_found.contains(member);
        // Where a coarse day leaves it open, that is told.
        let [no, yes] = left_by(opened, unit, *member, day("2016-04-15"));
        prop_assert!(!stands && yes || stands && no, "{member}");
    }
    let [four, five, disposed, late, pending] = opened.reconciliation(path);
    prop_assert_eq!(
        [four as usize, five as usize],
        [found.len(), not_found.len()]
    );
    let departed = opened.departed(path);
    let undecided = &opened.of(path, "附件7").undecided;
    if undecided.is_empty() {
        prop_assert_eq!(four + five, disposed + late + departed + pending);
    }
    prop_assert!(departed as usize <= ended_after(opened, unit, &found, &not_found));
    prop_assert_eq!(
        opened.supplement(path) as usize,
        rows(opened, unit, "附件2").len()
    );
    Ok(())
}

/// One column in each group, or it is open and reported as such.
fn columns(opened: &Opened, path: &str, uncounted: bool) -> Result<(), TestCaseError> {
    let unit = opened.unit(path);
    for member in rows(opened, unit, "附件5") {
        let facts = opened.facts_in(unit, member, "附件6");
        let probationer = facts.is_some_and(|facts| facts.probationer.value.is_yes());
        for group in GROUPS {
            let columns = opened.columns_in(unit, member, group);
            let expected = usize::from(group != "党龄" || !uncounted || !probationer);
            prop_assert_eq!(columns.len(), expected, "{} {:?}", group, columns);
        }
    }
    Ok(())
}
