//! Sections 1 and 5: 流动, in 附件1, 附件2 and the 补充资料 of 附件6.

use super::harness::{branch, branch_in};
use paicha::derive::Certainty::{self, No, Open, Yes};

fn away(dates: &str) -> String {
    match dates.split_once('\n') {
        Some((dates, more)) => format!("流动: {{{dates}, 外出流向: 深圳}}\n{more}"),
        None => format!("流动: {{{dates}, 外出流向: 深圳}}"),
    }
}

#[track_caller]
fn expect(settings: &str, cases: &[(&str, Certainty)]) {
    let opened = branch_in(
        settings,
        &cases
            .iter()
            .map(|(dates, _)| away(dates))
            .collect::<Vec<_>>(),
    );
    let mut sure = Vec::new();
    for (index, (dates, expected)) in cases.iter().enumerate() {
        assert_eq!(
            opened.facts(index, "附件2").away.value,
            *expected,
            "{settings} {dates}"
        );
        if *expected == Yes {
            sure.push(index);
        }
        // Each person once, so the three agree.
        let printed = opened.cell("附件1", Some(index), "流动.外出流向");
        assert_eq!(printed == "深圳", *expected == Yes, "{settings} {dates}");
        let forms = opened.forms(index, "E0304");
        assert_eq!(
            forms.contains(&"附件2"),
            *expected == Open,
            "{dates} {forms:?}"
        );
    }
    assert_eq!(opened.rows("附件2"), sure, "{settings}");
    assert_eq!(
        opened.supplement("甲支部") as usize,
        sure.len(),
        "{settings}"
    );
    assert!(opened.broken().is_empty(), "{settings}");
}

/// [2016-01-01, 2016-04-20], both days included.
#[test]
fn the_closed_interval() {
    expect(
        "",
        &[
            ("流出日期: 2015-03-01", Yes),
            ("流出日期: 2016-04-20", Yes),
            ("流出日期: 2016-04-21", No),
            ("流出日期: 2015-03-01, 返回日期: 2015-12-31", No),
            ("流出日期: 2015-03-01, 返回日期: 2016-01-01", Yes),
            ("流出日期: 2016-01-01, 返回日期: 2016-01-01", Yes),
            ("流出日期: 2016-02-01, 返回日期: 2016-02-02", Yes),
            ("流出日期: 2015-03-01, 返回日期: 2016-06-01", Yes),
        ],
    );
}

#[test]
fn its_first_day_is_a_setting() {
    expect(
        "流动统计起始日: 2015-06-01",
        &[
            ("流出日期: 2015-03-01, 返回日期: 2015-05-31", No),
            ("流出日期: 2015-03-01, 返回日期: 2015-06-01", Yes),
        ],
    );
}

#[test]
fn coarse_days() {
    expect(
        "",
        &[
            ("流出日期: 2015", Yes),
            ("流出日期: 2016-04", Open),
            ("流出日期: 2016-05", No),
            ("流出日期: 2014, 返回日期: 2015", No),
            ("流出日期: 2014, 返回日期: 2016-01", Yes),
            ("流出日期: 2014, 返回日期: 2015-12", No),
        ],
    );
}

/// 在册 on a day of the overlap.
#[test]
fn on_the_roll_during_the_overlap() {
    expect(
        "",
        &[
            // The overlap is 2016-01-01 … 2016-02-01.
            (
                "流出日期: 2015-03-01, 返回日期: 2016-02-01\n进入党支部日期: 2016-02-01",
                Yes,
            ),
            (
                "流出日期: 2015-03-01, 返回日期: 2016-02-01\n进入党支部日期: 2016-02-02",
                No,
            ),
            (
                "流出日期: 2015-03-01, 返回日期: 2016-02-01\n进入党支部日期: 2016-02",
                Open,
            ),
            // Transferred without receipt, so still one of the 排查对象.
            ("流出日期: 2015-03-01\n转出: {日期: 2016-01-02}", Yes),
            ("流出日期: 2015-03-01\n转出: {日期: 2016-01-01}", No),
            // The overlap begins on 2016-04-01.
            ("流出日期: 2016-04-01\n转出: {日期: 2016-04-02}", Yes),
            ("流出日期: 2016-04-01\n转出: {日期: 2016-04-01}", No),
            (
                "流出日期: 2016-04-01\n出党: {日期: 2016-04-01, 原因: 死亡}",
                No,
            ),
            ("流出日期: 2016-04-01\n停止党籍日期: 2016-04-02", Yes),
            // 在册 on no day of the overlap, though before and after it.
            (
                "流出日期: 2015-03-01, 返回日期: 2016-01-10\n进入党支部日期: 2016-01-11",
                No,
            ),
        ],
    );
}

/// Forms cover the 排查对象 (section 5): he was on the roll in January, left
/// before the baseline, and the receipt is there.
#[test]
fn forms_cover_whom_the_round_covers() {
    expect(
        "",
        &[(
            "流出日期: 2015-03-01\n转出: {日期: 2016-02-01, 回执日期: 2016-02-20}",
            No,
        )],
    );
}

#[test]
fn the_day_of_the_branch_counts() {
    let snippet = away("流出日期: 2016-04-21");
    let opened = branch_in("填表日期: 2016-04-21", &[&snippet]);
    assert_eq!(opened.rows("附件2"), [0]);
    assert!(branch(&[&snippet]).rows("附件2").is_empty());
}

/// 附件1 is due earlier (阶段: 4月10日前); who left after that stands in 附件2,
/// and nothing in the data is wrong.
#[test]
fn a_card_that_is_filled_in_earlier_than_the_register() {
    let settings = "填表日期: {默认: 2016-04-20, 附件1: 2016-04-10}";
    let opened = branch_in(settings, &[away("流出日期: 2016-04-15")]);
    assert_eq!(opened.rows("附件2"), [0]);
    assert!(opened.broken().is_empty());
}
