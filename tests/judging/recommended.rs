//! The second table of section 6: which disposition is recommended, and which
//! of several is the main one.

use crate::dispositions::Who::{self, Found, FoundOnProbation, Lost, LostOnProbation};
use crate::dispositions::{
    BREACH, CORRECTS, Case, DEMAND, FAILING, IRREGULAR, LABOUR, LONG_STUDY, POST, SETTLED, STUDY,
    UNCHANGED, UNKNOWN, WILLING, rows, under,
};
use crate::harness::{Row, judge, member, path};

const WATCHED: &[&str] = &["E0703", "W0704", "E0705", "N0706", "N0707"];

/// Who, facts in 失联, other keys, what is recommended, and others: another
/// disposition with its codes.
type Situation = (
    Who,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// What speaks for 纳入组织管理 is on record as otherwise: nothing is recommended that W0704
/// would complain of, and what is to be looked at is said. Where it is not on record, it is.
#[test]
fn nothing_is_recommended_against_the_record() {
    const UNWILLING: &str = "主客观: 客观, 愿意纳入管理: false";
    const BEFORE: &str = "转出: {日期: 2016-04-01, 去向: 某社区党支部, 回执日期: 2016-04-18}";
    let situations = [
        (Found, UNWILLING, "", "不愿意纳入管理"),
        (FoundOnProbation, UNWILLING, "", "不愿意纳入管理"),
        (Found, WILLING, BEFORE, "取得联系以前就转出"),
        (Found, "主客观: 客观", "", "按规定建议“纳入组织管理”"),
        (
            FoundOnProbation,
            "主客观: 客观",
            "",
            "按规定建议“纳入组织管理”",
        ),
    ];
    let cases = situations.map(|(who, facts, keys, _)| (who, facts, keys, "", "N0707"));
    let findings = judge(
        &under("2016"),
        WATCHED,
        &rows(Vec::leak(cases.to_vec()).iter()),
    );
    for (n, (_, facts, _, said)) in situations.iter().enumerate() {
        let told = findings[&path(n)].iter();
        let mut told = told.filter(|one| one.code == "N0707");
        let told = told.next().expect("a notice");
        assert!(told.text.contains(said), "{facts}: {}", told.text);
        let is_recommended = told.text.contains("按规定建议");
        assert_eq!(is_recommended, said.contains("建议"), "{}", told.text);
    }
}

/// Any of the five will do where 纪律处分 is recommended.
const PUNISHED: &[(&str, &str)] = &[
    ("严重警告", ""),
    ("撤销党内职务", ""),
    ("留党察看", ""),
    ("开除党籍", ""),
    ("纳入组织管理", "W0704 ?N0706"),
];

// 限期改正 is admissible for a full member whose 不合格表现 and 限期改正至 are on
// record, and the second table has no row for that: it stands for “another
// admissible one” below. Where the other lacks its fact, N0706 is left open.
#[rustfmt::skip]
const ALWAYS: &[Situation] = &[
    (Found, IRREGULAR, "", "不予承认党员资格", &[("纳入组织管理", "W0704 ?N0706")]),
    (Found, "核实: {违规入党: true, 不合格表现: 不交党费, 限期改正至: 2016-11-01}", "", "不予承认党员资格", &[("限期改正", "N0706")]),
    (FoundOnProbation, UNKNOWN, LABOUR, "不予承认党员资格", &[("保留组织关系", "N0706")]),
    (Lost, UNKNOWN, LABOUR, "不予承认党员资格", &[("保留组织关系", "N0706")]),
    (LostOnProbation, UNKNOWN, LABOUR, "不予承认党员资格", &[("保留组织关系", "N0706")]),
    (Found, WILLING, "", "纳入组织管理", &[("停止党籍", "W0704 ?N0706")]),
    (Found, "主客观: 客观, 愿意纳入管理: true, 核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", "", "纳入组织管理", &[("限期改正", "N0706")]),
    (Found, WILLING, "转出: {日期: 2016-04-10, 去向: 某社区党支部, 回执日期: 2016-04-18}", "纳入组织管理", &[]),
    (Found, CORRECTS, "", "限期改正", &[("纳入组织管理", "W0704 ?N0706")]),
    (Found, UNCHANGED, "", "劝退或劝而不退除名", &[("纳入组织管理", "W0704 ?N0706")]),
    (Found, DEMAND, "", "退党除名", &[("纳入组织管理", "W0704 ?N0706")]),
    (Found, "核实: {要求退党日期: 2016-04-05, 不合格表现: 不交党费, 限期改正至: 2016-11-01}", "", "退党除名", &[("限期改正", "N0706")]),
    (Found, BREACH, POST, "警告", PUNISHED),
    (Found, "核实: {违纪违法: 赌博, 不合格表现: 不交党费, 限期改正至: 2016-11-01}", "", "开除党籍", &[("限期改正", "N0706")]),
    (Found, "", STUDY, "保留组织关系", &[("停止党籍", "W0704 ?N0706")]),
    (Found, "核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", STUDY, "保留组织关系", &[("限期改正", "N0706")]),
    (Found, "核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", LABOUR, "保留组织关系", &[("限期改正", "N0706")]),
    (Found, "核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", LONG_STUDY, "停止党籍", &[("限期改正", "N0706"), ("保留组织关系", "E0703 ?N0706")]),
    (Found, "核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", SETTLED, "停止党籍", &[("限期改正", "N0706"), ("保留组织关系", "E0703 ?N0706")]),
    (FoundOnProbation, WILLING, "", "纳入组织管理", &[("取消预备党员资格", "W0704 ?N0706")]),
    (FoundOnProbation, WILLING, LABOUR, "纳入组织管理", &[("保留组织关系", "N0706")]),
    (FoundOnProbation, "主客观: 客观, 愿意纳入管理: true, 核实: {要求退党日期: 2016-04-05}", "", "纳入组织管理", &[("退党除名", "N0706")]),
    (FoundOnProbation, FAILING, "", "取消预备党员资格", &[("纳入组织管理", "W0704 ?N0706")]),
    (FoundOnProbation, FAILING, LABOUR, "取消预备党员资格", &[("保留组织关系", "N0706")]),
    (FoundOnProbation, "核实: {不合格表现: 不交党费, 要求退党日期: 2016-04-05}", "", "取消预备党员资格", &[("退党除名", "N0706")]),
    (FoundOnProbation, DEMAND, SETTLED, "取消预备党员资格", &[("退党除名", "N0706")]),
    (LostOnProbation, "", LABOUR, "取消预备党员资格", &[("保留组织关系", "N0706")]),
    (LostOnProbation, "", SETTLED, "取消预备党员资格", &[("停止党籍", "E0703 ?N0706")]),
];

#[rustfmt::skip]
const BY_2016: &[Situation] = &[
    (Lost, "", "", "自行脱党除名", &[("停止党籍", "W0704 ?N0706")]),
    (Lost, "", LABOUR, "自行脱党除名", &[("保留组织关系", "N0706")]),
    (Lost, "", LONG_STUDY, "自行脱党除名", &[("停止党籍", "N0706")]),
    (Lost, "", SETTLED, "停止党籍", &[("自行脱党除名", "N0706")]),
];

#[rustfmt::skip]
const BY_2019: &[Situation] = &[
    (Lost, "", "", "停止党籍", &[("自行脱党除名", "W0704 ?N0706")]),
    (Lost, "", LABOUR, "停止党籍", &[("保留组织关系", "N0706")]),
    (Lost, "", LONG_STUDY, "停止党籍", &[]),
    (Lost, "", SETTLED, "停止党籍", &[("自行脱党除名", "W0704 ?N0706")]),
];

#[test]
fn recommended_by_the_rules_of_2016() {
    judge_under("2016", BY_2016);
}

#[test]
fn recommended_by_the_rules_of_2019() {
    judge_under("2019", BY_2019);
}

fn judge_under(rules: &str, own: &'static [Situation]) {
    let mut cases = Vec::<Case>::new();
    let mut names = Vec::new();
    for &(who, facts, keys, recommended, others) in ALWAYS.iter().chain(own) {
        let decided = [(recommended, ""), ("", "N0707")].into_iter();
        for (way, codes) in decided.chain(others.iter().copied()) {
            cases.push((who, facts, keys, way, codes));
            names.push(recommended);
        }
    }
    let findings = judge(&under(rules), WATCHED, &rows(Vec::leak(cases).iter()));
    let mut faults = String::new();
    for (n, name) in names.into_iter().enumerate() {
        let name = match name {
            "警告" | "开除党籍" => "纪律处分",
            other => other,
        };
        for finding in findings.get(&path(n)).into_iter().flatten() {
            let place = match finding.code.as_str() {
                "N0706" => "处置[0].方式",
                "N0707" => "失联",
                _ => continue,
            };
            if finding.field != place || !finding.text.contains(name) {
                faults += &format!("{name}: {finding:?}\n");
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Exactly one of several is the main one; a sole one is it by itself.
#[test]
fn the_main_one_of_several() {
    // Admissible for a member abroad who cannot be reached; the second is what
    // is recommended.
    const FIRST: &str = "方式: 保留组织关系, 日期: 2016-04-20";
    const LAST: &str = "方式: 自行脱党除名, 日期: 2016-05-10";
    const MARKS: &[(&[&str], &str)] = &[
        (&[""], ""),
        (&["true"], ""),
        (&["false"], "E0705"),
        (&["", ""], "E0705 ?N0706"),
        (&["false", "false"], "E0705 ?N0706"),
        (&["true", "true"], "E0705 ?N0706"),
        (&["", "true"], ""),
        (&["false", "true"], ""),
        (&["true", ""], "N0706"),
        (&["true", "false"], "N0706"),
        (&["", "", ""], "E0705 ?N0706"),
        (&["", "", "true"], ""),
        (&["", "true", "true"], "E0705 ?N0706"),
    ];
    let mut cases = Vec::<Case>::new();
    for &(marks, codes) in MARKS {
        let entry = |(n, mark): (usize, &&str)| {
            let entry = if n + 1 == marks.len() { LAST } else { FIRST };
            match *mark {
                "" => format!("{{{entry}}}"),
                mark => format!("{{{entry}, 主要: {mark}}}"),
            }
        };
        let list: Vec<String> = marks.iter().enumerate().map(entry).collect();
        let list = String::leak(format!("[{}]", list.join(", ")));
        cases.push((Lost, "", LABOUR, list, codes));
    }
    let rows = rows(Vec::leak(cases).iter());
    let findings = judge(&under("2016"), WATCHED, &rows);
    for finding in findings.values().flatten() {
        match finding.code.as_str() {
            "E0705" => assert!(finding.field.starts_with("处置"), "{finding:?}"),
            "N0706" => assert_eq!(finding.field, "处置[0].方式", "{finding:?}"),
            _ => {}
        }
    }
}

/// Of the members of 附件4 and 附件5 only those without a counted one wait.
#[rustfmt::skip]
const WAITING: &[Case] = &[
    (Found, WILLING, "转出: {日期: 2012-07-10, 去向: 某社区党支部, 补转: true}", "", ""),
    (Found, WILLING, "转出: {日期: 2012-07-10, 补转: true, 回执日期: 2016-04-10}", "", ""),
    (Found, WILLING, "转出: {日期: 2016-04-10, 去向: 某社区党支部}", "", "N0707"),
    // An entry after 附件7 is filled in does not count yet: W0701 says so.
    (Found, WILLING, "", "[{方式: 纳入组织管理, 日期: 2016-05-15}]", ""),
    (Found, WILLING, "", "[{方式: 纳入组织管理, 日期: 2016-05-16}]", ""),
    // A situation that the table does not know still waits.
    (Found, "", "", "", "N0707"),
];

#[test]
fn who_waits_for_a_disposition() {
    judge(&under("2016"), &["N0707"], &rows(WAITING));
}

/// Lost for less than six months: in no register, so nobody waits for it.
#[test]
fn a_member_of_no_register_waits_for_nothing() {
    let row = |n, last: &str, codes: &str| {
        let found = "结果: 已取得联系, 取得联系日期: 2016-04-02";
        let lost = format!("失联: {{最后交纳党费: {last}, 情形: 1, {found}, {WILLING}}}");
        Row {
            label: last.to_owned(),
            text: member(n, &lost),
            codes: codes.to_owned(),
        }
    };
    let rows = [row(0, "2015-09-15", "N0707"), row(1, "2015-09-16", "")];
    judge(&under("2016"), &["N0707"], &rows);
}
