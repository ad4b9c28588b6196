//! Section 6: nothing is recommended for the dead and for who has left, and what 处置, 出党
//! and 停止党籍 say of one another.

use crate::dispositions::Who::{self, Found, Lost};
use crate::dispositions::{
    BREACH, Case, DEMAND, SETTLED, UNCHANGED, UNKNOWN, WILLING, rows, under,
};
use crate::harness::{Finding, Findings, Row, judge, member, path};

const WATCHED: &[&str] = &[
    "E0603", "W0604", "E0609", "W0610", "W0702", "N0706", "N0707", "W0708", "W0709", "N0710",
    "W0711",
];

/// Of a table, what was found of its rows.
#[track_caller]
fn judged(rules: &str, cases: &'static [Case]) -> Findings {
    judge(&under(rules), WATCHED, &rows(cases))
}

fn of<'a>(findings: &'a Findings, row: usize, code: &str) -> &'a Finding {
    let mut all = findings[&path(row)].iter();
    all.find(|finding| finding.code == code).expect("found")
}

#[rustfmt::skip]
const NOTHING_RECOMMENDED: &[Case] = &[
    (Lost, "", "出党: {日期: 2016-04-18, 原因: 死亡}", "", ""),
    (Lost, "", "出党: {日期: 2016-04-16, 原因: 死亡}", "", ""),
    (Lost, UNKNOWN, "出党: {日期: 2016-04-18, 原因: 死亡}", "", ""),
    (Found, WILLING, "出党: {日期: 2016-05-15, 原因: 死亡}", "", ""),
    (Lost, "", "出党: {日期: 2016-04-18, 原因: 退党}", "", "W0709"),
    (Lost, "", "出党: {日期: 2016-04-18, 原因: 开除}", "", "W0709"),
    (Lost, "", "出党: {日期: 2016-04-18, 原因: 除名}", "", "W0709"),
    // After 附件7 is filled in: E0308 tells of the day.
    (Lost, "", "出党: {日期: 2016-05-16, 原因: 死亡}", "", "N0707"),
    // By the end of the search.
    (Lost, "", "出党: {日期: 2016-04-15, 原因: 死亡}", "", ""),
    (Lost, "", "出党: {日期: 2016-04-15, 原因: 除名}", "", ""),
    (Found, WILLING, "出党: {日期: 2016-04-10, 原因: 死亡}", "", ""),
    // What was decided after death is no other than what is recommended: nothing is.
    (Lost, "", "出党: {日期: 2016-04-18, 原因: 死亡}", "保留组织关系", "W0708"),
];

#[test]
fn nothing_is_recommended_for_who_has_died_or_left() {
    judged("2016", NOTHING_RECOMMENDED);
    judged("2019", NOTHING_RECOMMENDED);
}

/// He needs neither 结果 nor 查找记录.
#[test]
fn who_left_by_the_end_of_the_search_needs_no_outcome() {
    let row = |n, (result, day, codes): (&str, &str, &str)| Row {
        label: format!("{result} {day}"),
        text: member(
            n,
            &format!(
                "出党: {{日期: {day}, 原因: 死亡}}; \
             失联: {{最后交纳党费: 2012-06-30, 情形: 外出务工经商{result}}}"
            ),
        ),
        codes: codes.to_owned(),
    };
    let rows = [
        ("", "2016-04-15", ""),
        (", 结果: 查找中", "2016-04-15", ""),
        (", 结果: 无法取得联系", "2016-04-15", ""),
        (
            ", 结果: 无法取得联系, 查找记录: [{日期: 2016-03-20, 方式: 电话}]",
            "2016-03-20",
            "",
        ),
        ("", "2016-04-16", "E0603"),
        (", 结果: 查找中", "2016-04-16", "E0603"),
        (", 结果: 无法取得联系", "2016-04-16", "E0609"),
    ];
    let rows: Vec<Row> = rows
        .into_iter()
        .enumerate()
        .map(|(n, case)| row(n, case))
        .collect();
    judge(&under("2016"), WATCHED, &rows);
}

#[rustfmt::skip]
const AGAINST_EACH_OTHER: &[Case] = &[
    // 除名 before death, on its day, after it.
    (Lost, "", "出党: {日期: 2016-05-11, 原因: 死亡}", "自行脱党除名", ""),
    (Lost, "", "出党: {日期: 2016-05-10, 原因: 死亡}", "自行脱党除名", ""),
    (Lost, "", "出党: {日期: 2016-05-09, 原因: 死亡}", "自行脱党除名", "W0708"),
    // After another end.
    (Found, UNCHANGED, "出党: {日期: 2016-05-09, 原因: 开除}", "劝退或劝而不退除名", "W0708 W0709"),
    (Found, BREACH, "出党: {日期: 2016-05-09, 原因: 退党}", "开除党籍", "W0708 W0709"),
    // Before the decision from which it follows.
    (Lost, "", "出党: {日期: 2016-05-09, 原因: 除名}", "自行脱党除名", "W0708"),
    (Lost, "", "出党: {日期: 2016-05-10, 原因: 除名}", "自行脱党除名", ""),
    (Lost, "", "出党: {日期: 2016-05-15, 原因: 除名}", "自行脱党除名", ""),
    (Lost, "", "出党: {日期: 2016-05, 原因: 除名}", "自行脱党除名", ""),
    (Lost, "", "出党: {日期: 2016-04, 原因: 除名}", "自行脱党除名", "W0708 ?W0702 ?N0706"),
    (Found, DEMAND, "出党: {日期: 2016-05-10, 原因: 退党}", "退党除名", ""),
    (Found, DEMAND, "出党: {日期: 2016-05-10, 原因: 除名}", "退党除名", ""),
    (Found, BREACH, "出党: {日期: 2016-05-10, 原因: 开除}", "开除党籍", ""),
    (Found, UNKNOWN, "出党: {日期: 2016-05-12, 原因: 除名}", "不予承认党员资格", ""),
    // Without it.
    (Found, BREACH, "出党: {日期: 2016-05-12, 原因: 开除}", "警告", "W0709"),
    (Lost, "", "出党: {日期: 2016-05-12, 原因: 开除}", "自行脱党除名", "W0709"),
    // By the end of the search nothing is to be decided, and nothing counts.
    (Lost, "", "出党: {日期: 2016-04-10, 原因: 死亡}", "自行脱党除名", "W0702 W0708"),
    (Lost, "", "出党: {日期: 2016-04-10, 原因: 除名}", "[{方式: 自行脱党除名, 日期: 2016-04-10}]", "W0702"),
];

#[test]
fn decisions_and_ends_that_contradict_each_other() {
    let findings = judged("2016", AGAINST_EACH_OTHER);
    for (row, cause) in [(2, "死亡"), (3, "开除"), (4, "退党")] {
        let late = of(&findings, row, "W0708");
        assert_eq!(late.field, "处置[0].日期");
        assert!(
            late.text.contains("2016.05.09") && late.text.contains(cause),
            "{late:?}"
        );
        assert_eq!(late.related.len(), 1, "{late:?}");
    }
    let before = of(&findings, 5, "W0708");
    assert!(before.text.contains("自行脱党除名"), "{before:?}");
    let without = of(&findings, 14, "W0709");
    assert_eq!(without.field, "出党.原因");
    assert!(without.text.contains("开除党籍"), "{without:?}");
}

/// 附件7 is filled in on 2016-05-15, 30 days after 2016-04-15.
#[rustfmt::skip]
const LONG_AGO: &[Case] = &[
    (Lost, "", "", "[{方式: 自行脱党除名, 日期: 2016-04-15}]", ""),
    (Lost, "", "", "[{方式: 自行脱党除名, 日期: 2016-04-14}]", "N0710"),
    (Lost, "", "", "[{方式: 自行脱党除名, 日期: 2016-04}]", ""),
    (Lost, "", "", "[{方式: 自行脱党除名, 日期: 2016-03}]", "N0710"),
    (Found, UNCHANGED, "", "[{方式: 劝退或劝而不退除名, 日期: 2016-04-01}]", "N0710"),
    (Found, DEMAND, "", "[{方式: 退党除名, 日期: 2016-04-10}]", "N0710"),
    (Found, DEMAND, "出党: {日期: 2016-04-18, 原因: 退党}", "[{方式: 退党除名, 日期: 2016-04-10}]", ""),
    (Found, WILLING, "", "[{方式: 纳入组织管理, 日期: 2016-04-10}]", ""),
    (Found, BREACH, "", "[{方式: 警告, 日期: 2016-04-10}]", ""),
];

#[test]
fn a_decision_of_long_ago_without_an_end() {
    let findings = judged("2016", LONG_AGO);
    assert_eq!(of(&findings, 1, "N0710").field, "处置[0].日期");
}

/// Who, when suspended, what was decided, codes.
type Suspended = (Who, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const SUSPENDED: &[Suspended] = &[
    // Two years are over on 2017-06-01, on 2016-05-16, on the day of 附件7, before.
    (Lost, "2015-06-01", "", "N0707"),
    (Lost, "2014-05-16", "", "N0707"),
    (Lost, "2014-05-15", "", "N0707"),
    (Lost, "2013-12-01", "", "N0707"),
    (Lost, "2014", "", "N0707"),
    (Lost, "2013-12-01", "自行脱党除名", ""),
    (Lost, "2014-05-11", "停止党籍", ""),
    // During the round: the decision belongs to it.
    (Lost, "2016-05-10", "停止党籍", ""),
    (Lost, "2016-05-10", "", "N0707 W0711"),
    (Lost, "2016-04-20", "保留组织关系", "W0711"),
    (Lost, "", "停止党籍", "W0711"),
    (Found, "2015-06-01", "", "N0707"),
];

#[test]
fn suspended_by_the_rules_of_2019() {
    let case = |&(who, day, way, codes): &Suspended| -> Case {
        let keys = match day {
            "" => String::new(),
            day => format!("停止党籍日期: {day}"),
        };
        let facts = if matches!(who, Found) { WILLING } else { "" };
        (who, facts, keys.leak(), way, codes)
    };
    let cases: Vec<Case> = SUSPENDED.iter().map(case).collect();
    let findings = judge(&under("2019"), WATCHED, &rows(Vec::leak(cases).iter()));
    for (row, text) in [
        (0, "2017年6月1日"),
        (1, "2016年5月16日"),
        (2, "自行脱党除名”（停止党籍满两年"),
        (3, "自行脱党除名”（停止党籍满两年"),
        // On every reading of the year.
        (4, "2016年12月31日"),
        (11, "纳入组织管理"),
    ] {
        let pending = of(&findings, row, "N0707");
        assert!(pending.text.contains(text), "{pending:?}");
    }
    for row in [0, 1, 4] {
        let pending = of(&findings, row, "N0707");
        assert!(!pending.text.contains("建议"), "{pending:?}");
    }
    assert_eq!(of(&findings, 8, "W0711").field, "停止党籍日期");
    assert_eq!(of(&findings, 10, "W0711").field, "处置[0].方式");
}

/// Suspended on the day of the decision, settled abroad: what is recommended was decided.
#[rustfmt::skip]
const SETTLED_ABROAD: &[Case] = &[
    (Found, "", SETTLED, "停止党籍", "W0711"),
    (Found, "", "停止党籍日期: 2016-05-10; 出国: [{出国日期: 2014-09-01, 定居: true}]", "停止党籍", ""),
    (Found, "", "停止党籍日期: 2016-05-10; 出国: [{出国日期: 2014-09-01, 定居: true}]", "", "N0707 W0711"),
];

#[test]
fn a_suspension_stands_in_both_places() {
    judged("2016", SETTLED_ABROAD);
    judged("2019", SETTLED_ABROAD);
}
