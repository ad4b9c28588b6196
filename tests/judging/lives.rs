//! Section 13: the order of events, and days after the form is filled in.

use crate::harness::{BRANCH, Case, Row, base, judge, judged, member, path};

/// Keys, code and the date that it stands at. X and Y stand for two days in the
/// order that is right.
#[rustfmt::skip]
const PAIRS: [(&str, &str, &str); 19] = [
    ("入党日期: X; 进入党支部日期: Y", "E0306", "进入党支部日期"),
    ("进入党支部日期: X; 转出: {日期: Y}", "E0306", "转出.日期"),
    ("转出: {日期: X, 回执日期: Y}", "E0306", "转出.回执日期"),
    ("入党日期: X; 转出: {日期: Y}", "E0306", "转出.日期"),
    ("入党日期: X; 出党: {日期: Y, 原因: 死亡}", "E0306", "出党.日期"),
    ("进入党支部日期: X; 出党: {日期: Y, 原因: 死亡}", "E0306", "出党.日期"),
    ("入党日期: X; 停止党籍日期: Y", "E0306", "停止党籍日期"),
    ("进入党支部日期: X; 停止党籍日期: Y", "W0307", "停止党籍日期"),
    ("入党日期: X; 流动: {流出日期: Y}", "E0306", "流动.流出日期"),
    ("流动: {流出日期: X, 返回日期: Y}", "E0306", "流动.返回日期"),
    ("出国: [{出国日期: X, 回国日期: Y}]", "E0306", "出国[0].回国日期"),
    ("入党日期: X; 失联: {最后组织生活: Y, 情形: 1, LOST}", "E0306", "失联.最后组织生活"),
    ("入党日期: X; 失联: {最后交纳党费: Y, 情形: 1, LOST}", "E0306", "失联.最后交纳党费"),
    ("进入党支部日期: X; 组织生活: {最近参加: Y}", "W0307", "组织生活.最近参加"),
    ("组织生活: {最近参加: X}; 转出: {日期: Y}", "W0307", "组织生活.最近参加"),
    ("进入党支部日期: X; 流动: {流出日期: Y}", "W0307", "流动.流出日期"),
    ("流动: {流出日期: X}; 转出: {日期: Y}", "W0307", "流动.流出日期"),
    ("转正日期: X; 失联: {最后组织生活: Y, 情形: 1, LOST}", "W0307", "失联.最后组织生活"),
    ("转正日期: X; 失联: {最后交纳党费: Y, 情形: 1, LOST}", "W0307", "失联.最后交纳党费"),
];

#[test]
fn events_in_their_order() {
    const LOST: &str = "结果: 已取得联系, 取得联系日期: 2016-04-02";
    // Before, equal, after; only possibly wrong; wrong on every reading.
    let days = [
        ("1996-05-09", "1996-05-10", false),
        ("1996-05-10", "1996-05-10", false),
        ("1996-05-11", "1996-05-10", true),
        ("1996-05-11", "1996-05", false),
        ("1996-05", "1996-05-10", false),
        ("1996-06", "1996-05-10", true),
        ("1996-05-11", "1996", false),
        ("1997", "1996", true),
    ];
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for (keys, code, place) in PAIRS {
        for (before, after, wrong) in days {
            // Joined before 1969 but for the pairs with the joining date.
            let first = match keys.starts_with("入党日期") {
                true => "!转正日期;",
                false if keys.starts_with("转正日期") => "入党日期: 1968-07-01;",
                false => "入党日期: 1968-07-01; !转正日期;",
            };
            let keys = keys
                .replace('X', before)
                .replace('Y', after)
                .replace("LOST", LOST);
            let text = format!("出生年月: 1945-01-05; !进入党支部日期; {first} {keys}");
            rows.push(Row {
                text: member(rows.len(), &text),
                label: keys,
                codes: if wrong {
                    code.to_owned()
                } else {
                    String::new()
                },
            });
            places.push(place);
        }
    }
    let findings = judge(&base(), &["E0306", "W0307"], &rows);
    let mut faults = String::new();
    for (n, place) in places.into_iter().enumerate() {
        for finding in findings.get(&path(n)).into_iter().flatten() {
            let wrong = finding.field != place || finding.related.len() != 1;
            if ["E0306", "W0307"].contains(&finding.code.as_str()) && wrong {
                faults += &format!("{place}: {finding:?}\n");
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[rustfmt::skip]
const ORDER: &[Case] = &[
    ("出生年月: 1945-01-05; 入党日期: 1965-07-02; 转正日期: 1965-07-01", "E0306"),
    ("出生年月: 1945-01-05; 入党日期: 1965-07-01; 转正日期: 1965-07-01", ""),
    ("出生年月: 1945-01-05; 入党日期: 1965-07; 转正日期: 1965-06", "E0306"),
    ("出生年月: 1945-01-05; 入党日期: 1965-07; 转正日期: 1965", ""),
    ("出生年月: 1945-01-05; 入党日期: 1990-07-02; 转正日期: 1990-07-01", "E0306 ?E0311"),
    ("出生年月: 1965-07-02; 入党日期: 1965-07-01; !转正日期", "E0306 ?W0310"),
    // Nothing of his own life is before his birth; relatives may be older.
    ("出生年月: 1965-04-02; 参加工作时间: 1875-01-01", "E0306"),
    ("出生年月: 1965-04-02; 参加工作时间: 1965-04", ""),
    ("出生年月: 1965-04; 参加工作时间: 1965-03", "E0306"),
    ("出生年月: 1965-04-02; 转入: {日期: 1905-01-01}", "E0306"),
    ("出生年月: 1965-04-02; 党费: {交至: 1915-12}", "E0306"),
    ("出生年月: 1965-04-02; 民主评议: [{评议时间: 1914, 评议结果: 合格}]", "E0306"),
    ("出生年月: 1965-04-02; 家庭主要成员: [{称谓: 父亲, 姓名: 王一, 出生年月: 1945-01}]", ""),
    ("出生年月: 1965-07-01; 入党日期: 1965-07-01; !转正日期", "W0310"),
    // The last contact is the later of the two.
    ("失联: {最后组织生活: 1993-06-30, 最后交纳党费: 1993-07-01, 情形: 1, 结果: 无法取得联系}", ""),
    ("失联: {最后组织生活: 1993-06-29, 最后交纳党费: 1993-06-30, 情形: 1, 结果: 无法取得联系}", "W0307"),
];

#[test]
fn order_of_birth_joining_and_the_end_of_probation() {
    judged("", ORDER);
}

/// Each date of a member's file; D stands for the day.
#[rustfmt::skip]
const DATES: [(&str, &str); 26] = [
    ("出生年月: D", "出生年月"),
    ("入党日期: D; !转正日期", "入党日期"),
    ("转正日期: D", "转正日期"),
    ("参加工作时间: D", "参加工作时间"),
    ("进入党支部日期: D", "进入党支部日期"),
    ("组织生活: {最近参加: D}", "组织生活.最近参加"),
    ("转入: {日期: D}", "转入.日期"),
    ("转出: {日期: D}", "转出.日期"),
    ("转出: {日期: 2016-03-20, 回执日期: D}", "转出.回执日期"),
    ("转出: {日期: 2015-03-20, 查找记录: [{日期: D, 方式: 电话}]}", "转出.查找记录[0].日期"),
    ("出党: {日期: D, 原因: 死亡}", "出党.日期"),
    ("停止党籍日期: D", "停止党籍日期"),
    ("流动: {流出日期: D}", "流动.流出日期"),
    ("流动: {流出日期: 2015-03-01, 返回日期: D}", "流动.返回日期"),
    ("流动: {流出日期: 2015-03-01, 发证日期: D}", "流动.发证日期"),
    ("失联: {最后组织生活: D, 情形: 1}", "失联.最后组织生活"),
    ("失联: {最后交纳党费: D, 情形: 1}", "失联.最后交纳党费"),
    ("失联: {最后交纳党费: 2012-06, 情形: 1, 结果: 已取得联系, 取得联系日期: D}", "失联.取得联系日期"),
    ("失联: {最后交纳党费: 2012-06, 情形: 1, 核实: {要求退党日期: D}}", "失联.核实.要求退党日期"),
    ("失联: {最后交纳党费: 2012-06, 情形: 1, 查找记录: [{日期: D, 方式: 电话}]}", "失联.查找记录[0].日期"),
    ("出国: [{出国日期: D, 出国原因: 留学}]", "出国[0].出国日期"),
    ("出国: [{出国日期: 2014-09-01, 回国日期: D}]", "出国[0].回国日期"),
    ("家庭主要成员: [{称谓: 女儿, 姓名: 赵小云, 出生年月: D}]", "家庭主要成员[0].出生年月"),
    ("民主评议: [{评议时间: D, 评议结果: 合格}]", "民主评议[0].评议时间"),
    // Due dates, and decisions still to come.
    ("失联: {最后交纳党费: 2012-06, 情形: 1, 核实: {限期改正至: D}}", ""),
    ("处置: [{方式: 纳入组织管理, 日期: D}]", ""),
];

/// The latest 填表日期 is that of 附件7, 2016-05-15.
#[test]
fn nothing_after_the_form_is_filled_in() {
    let days = [
        ("2016-05-15", false),
        ("2016-05-16", true),
        ("2016-05", false),
        ("2016-06", true),
        ("2016", false),
        ("2017", true),
    ];
    let mut rows = Vec::new();
    for (keys, place) in DATES {
        for (day, late) in days {
            let keys = keys.replace('D', day);
            let codes = if late && !place.is_empty() {
                "E0308"
            } else {
                ""
            };
            let text = format!("身份证号码: \"622423196805201514\"; {keys}");
            rows.push(Row {
                text: member(rows.len(), &text),
                label: keys,
                codes: codes.to_owned(),
            });
        }
    }
    let findings = judge(&base(), &["E0308"], &rows);
    let fields = DATES.iter().flat_map(|(_, place)| days.map(|_| *place));
    for (n, field) in fields.enumerate() {
        let all = findings.get(&path(n)).into_iter().flatten();
        for finding in all.filter(|finding| finding.code == "E0308") {
            assert_eq!(finding.field, field, "{finding:?}");
        }
    }
}

/// A branch may fill its forms in on a later day than the round.
#[test]
fn the_branchs_own_day_counts() {
    let workspace = base();
    workspace.edit(
        &format!("{BRANCH}/党组织.yaml"),
        "类型: 党支部\n",
        "类型: 党支部\n填表日期: 2016-06-01\n",
    );
    let row = |n, day: &str, codes: &str| Row {
        label: day.to_owned(),
        text: member(n, &format!("组织生活: {{最近参加: {day}}}")),
        codes: codes.to_owned(),
    };
    let rows = [row(0, "2016-06-01", ""), row(1, "2016-06-02", "E0308")];
    judge(&workspace, &["E0308"], &rows);
}
