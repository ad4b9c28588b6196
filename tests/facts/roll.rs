//! 在册 (data.md) and 排查对象 (section 5).

use super::harness::{branch, unreachable};
use paicha::derive::Certainty::{self, No, Open, Yes};

#[track_caller]
fn expect(cases: &[(&str, Certainty)], fact: fn(&paicha::derive::Facts) -> Certainty) {
    let opened = branch(
        &cases
            .iter()
            .map(|(snippet, _)| *snippet)
            .collect::<Vec<_>>(),
    );
    for (index, (snippet, expected)) in cases.iter().enumerate() {
        assert_eq!(fact(opened.facts(index, "附件6")), *expected, "{snippet}");
    }
}

/// On 2016-03-15. Base: admitted to the Party on 2005-07-01.
#[test]
fn on_the_roll_on_the_baseline() {
    let cases = [
        ("", Yes),
        ("入党日期: 2016-03-15\n转正日期:", Yes),
        ("入党日期: 2016-03-16\n转正日期:", No),
        ("入党日期: 2016-03\n转正日期:", Open),
        ("进入党支部日期: 2016-03-15", Yes),
        ("进入党支部日期: 2016-03-16", No),
        ("进入党支部日期: 2016-02", Yes),
        ("进入党支部日期: 2016-03", Open),
        ("进入党支部日期: 2016-04", No),
        ("进入党支部日期: 2016", Open),
        ("转出: {日期: 2016-03-15}", No),
        ("转出: {日期: 2016-03-16}", Yes),
        ("转出: {日期: 2016-03}", Open),
        ("转出: {日期: 2016-04}", Yes),
        ("转出: {日期: 2015}", No),
        ("出党: {日期: 2016-03-15, 原因: 死亡}", No),
        ("出党: {日期: 2016-03-16, 原因: 退党}", Yes),
        ("停止党籍日期: 2016-03-15", No),
        ("停止党籍日期: 2016-03-16", Yes),
        // The first of several ends the membership here.
        ("转出: {日期: 2016-04-01}\n停止党籍日期: 2016-03-01", No),
        (
            "转出: {日期: 2016-04-01}\n出党: {日期: 2016-04-10, 原因: 除名}",
            Yes,
        ),
    ];
    expect(&cases, |facts| facts.on_roll.value);
    let opened = branch(&cases.map(|(snippet, _)| snippet));
    let sure = cases
        .iter()
        .filter(|(_, expected)| *expected == Yes)
        .count();
    let figure = opened.figure("甲支部", "附件6", "合计", "排查前在册党员人数");
    assert_eq!(figure, u32::try_from(sure).ok());
    for (index, (snippet, expected)) in cases.iter().enumerate() {
        let forms = opened.forms(index, "E0304");
        assert_eq!(
            forms.contains(&"附件6"),
            *expected == Open,
            "{snippet} {forms:?}"
        );
    }
}

/// On any day from 2016-03-15 to 2016-04-20, or transferred out since
/// 2007-01-01 without receipt.
#[test]
fn whom_the_round_covers() {
    expect(
        &[
            ("", Yes),
            ("进入党支部日期: 2016-04-20", Yes),
            ("进入党支部日期: 2016-04-21", No),
            ("进入党支部日期: 2016-04", Open),
            ("进入党支部日期: 2016-03", Yes),
            ("出党: {日期: 2016-03-15, 原因: 死亡}", No),
            ("出党: {日期: 2016-03-16, 原因: 死亡}", Yes),
            ("停止党籍日期: 2016-03-15", No),
            ("停止党籍日期: 2016-03-16", Yes),
            // Came and went in between: on the roll on neither day.
            (
                "进入党支部日期: 2016-03-20\n转出: {日期: 2016-04-01, 回执日期: 2016-04-05}",
                Yes,
            ),
            (
                "进入党支部日期: 2016-03-20\n转出: {日期: 2016-03-21, 回执日期: 2016-04-05}",
                Yes,
            ),
            (
                "进入党支部日期: 2016-03-20\n出党: {日期: 2016-03-20, 原因: 死亡}",
                No,
            ),
            // Transferred out before the baseline.
            ("转出: {日期: 2006-12-31}", No),
            ("转出: {日期: 2007-01-01}", Yes),
            ("转出: {日期: 2007-01-01, 回执日期: 2007-02-01}", No),
            ("转出: {日期: 2016-03-15, 回执日期: 2016-04-20}", No),
            ("转出: {日期: 2016-03-15, 回执日期: 2016-04-21}", Yes),
            ("转出: {日期: 2016-03-16, 回执日期: 2016-03-20}", Yes),
            ("转出: {日期: 2006}", No),
            ("转出: {日期: 2007}", Yes),
            ("转出: {日期: 2010-05-01, 回执日期: 2016-03}", No),
            ("转出: {日期: 2010-05-01, 回执日期: 2016-04}", Open),
            ("转出: {日期: 2016-03, 回执日期: 2016-04-01}", Open),
        ],
        |facts| facts.subject.value,
    );
}

/// Those transferred out without receipt are checked, but are not 在册.
#[test]
fn checked_but_not_on_the_roll() {
    let lost = unreachable("2010-01-10");
    let opened = branch(&[
        format!("转出: {{日期: 2012-05-01}}\n{lost}"),
        format!("转出: {{日期: 2006-05-01}}\n{lost}"),
        format!("转出: {{日期: 2012-05-01, 回执日期: 2012-06-01}}\n{lost}"),
        String::new(),
    ]);
    assert_eq!(opened.rows("附件3"), [0]);
    assert_eq!(opened.rows("附件5"), [0]);
    let figure = |column| opened.figure("甲支部", "附件6", "合计", column);
    assert_eq!(figure("排查前在册党员人数"), Some(1));
    assert_eq!(figure("人数"), Some(1));
    assert!(opened.broken().is_empty());
}

/// 人数 ≤ 在册 is a warning only.
#[test]
fn more_lost_than_on_the_roll() {
    let opened = branch(&[format!(
        "转出: {{日期: 2012-05-01}}\n{}",
        unreachable("2010-01-10")
    )]);
    let codes: Vec<_> = opened.broken().iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["W1002"]);
}

/// An open 排查对象 is an error of the forms that need it.
#[test]
fn open_whether_the_round_covers_somebody() {
    let opened = branch(&["进入党支部日期: 2016-04"]);
    assert_eq!(opened.forms(0, "E0304"), ["附件1"]);
}
