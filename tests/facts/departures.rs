//! Sections 4 and 6: members who die or leave the Party during the round, and those who
//! were suspended before it by the rules of 2019.

use super::harness::{BRANCH, Opened, branch, branch_in, found, unreachable};

const LAST: &str = "2010-01-10";

/// A block, and how its member left.
fn left(block: &str, day: &str, cause: &str) -> String {
    format!("{block}\n出党: {{日期: {day}, 原因: {cause}}}")
}

fn decided(block: &str, entries: &[(&str, &str)]) -> String {
    let entries = entries.iter();
    let entries = entries.map(|(kind, day)| format!("{{方式: {kind}, 日期: {day}}}"));
    format!(
        "{block}\n处置: [{}]",
        entries.collect::<Vec<_>>().join(", ")
    )
}

/// 附件4, 附件5, 处置, 补转, 已出党, 待处置.
fn reconciliation(opened: &Opened) -> [u32; 6] {
    let [four, five, decided, late, pending] = opened.reconciliation(BRANCH);
    [four, five, decided, late, opened.departed(BRANCH), pending]
}

/// A member, the registers in which he stands, and the reconciliation.
type Case<'a> = (String, &'a [&'a str], [u32; 6]);

#[track_caller]
fn expect(settings: &str, cases: &[Case<'_>]) {
    for (snippet, registers, counts) in cases {
        let opened = branch_in(settings, &[snippet]);
        let stands_in = ["附件3", "附件4", "附件5"];
        let stands_in = stands_in
            .into_iter()
            .filter(|form| !opened.rows(form).is_empty());
        assert_eq!(stands_in.collect::<Vec<_>>(), *registers, "{snippet}");
        assert_eq!(reconciliation(&opened), *counts, "{snippet}");
        let broken = opened.broken();
        assert!(
            broken.iter().all(|(code, _)| *code == "W1002"),
            "{snippet} {broken:?}"
        );
    }
}

/// The example of section 6, and the same with every cause and for who was found.
#[test]
fn who_left_after_the_search_is_accounted_for() {
    let (gone, back) = (unreachable(LAST), found(LAST, "2016-04-02"));
    let five: &[&str] = &["附件3", "附件5"];
    let four: &[&str] = &["附件3", "附件4"];
    expect(
        "",
        &[
            (left(&gone, "2016-04-18", "死亡"), five, [0, 1, 0, 0, 1, 0]),
            (left(&gone, "2016-04-18", "退党"), five, [0, 1, 0, 0, 1, 0]),
            (left(&gone, "2016-04-18", "开除"), five, [0, 1, 0, 0, 1, 0]),
            (left(&gone, "2016-04-18", "除名"), five, [0, 1, 0, 0, 1, 0]),
            (left(&back, "2016-04-18", "死亡"), four, [1, 0, 0, 0, 1, 0]),
            // The first day after the search, and the days about that of 附件7.
            (left(&gone, "2016-04-16", "死亡"), five, [0, 1, 0, 0, 1, 0]),
            (left(&back, "2016-05-15", "退党"), four, [1, 0, 0, 0, 1, 0]),
            (left(&gone, "2016-05-16", "死亡"), five, [0, 1, 0, 0, 0, 1]),
            (left(&gone, "2016-05", "死亡"), five, [0, 1, 0, 0, 0, 0]),
        ],
    );
}

#[test]
fn a_counted_entry_and_a_late_transfer_come_first() {
    let gone = left(&unreachable(LAST), "2016-04-18", "死亡");
    let drop = "自行脱党除名";
    let late = format!(
        "转出: {{日期: 2009-05-01, 补转: true}}\n{}",
        found(LAST, "2016-04-02")
    );
    let (five, four): (&[&str], &[&str]) = (&["附件3", "附件5"], &["附件3", "附件4"]);
    expect(
        "",
        &[
            (
                decided(&gone, &[(drop, "2016-04-17")]),
                five,
                [0, 1, 1, 0, 0, 0],
            ),
            (
                decided(&gone, &[(drop, "2016-05-15")]),
                five,
                [0, 1, 1, 0, 0, 0],
            ),
            // One that does not count yet.
            (
                decided(&gone, &[(drop, "2016-05-16")]),
                five,
                [0, 1, 0, 0, 1, 0],
            ),
            (left(&late, "2016-04-18", "死亡"), four, [1, 0, 0, 1, 0, 0]),
        ],
    );
}

/// Section 4: at the end of the search he is no member to be found.
#[test]
fn who_left_by_the_end_of_the_search_was_only_lost_before() {
    let nobody = [0; 6];
    let blocks = [
        unreachable(LAST),
        found(LAST, "2016-04-02"),
        found(LAST, "2016-04-18"),
        "失联: {最后组织生活: 2010-01-10, 情形: 居住地改变}".to_owned(),
        "失联: {最后组织生活: 2010-01-10, 情形: 居住地改变, 结果: 查找中}".to_owned(),
    ];
    for block in &blocks {
        for (day, cause) in [
            ("2016-04-15", "死亡"),
            ("2016-03-16", "退党"),
            ("2016-04-01", "除名"),
        ] {
            let snippet = left(block, day, cause);
            expect("", &[(snippet.clone(), &["附件3"], nobody)]);
            let opened = branch(&[&snippet]);
            for code in ["E0603", "W0604", "W0607", "E0609", "N0707", "E0304"] {
                assert!(!opened.codes(0).contains(&code), "{code} {snippet}");
            }
        }
        // By the base day he was none of those who are checked.
        let before = left(block, "2016-03-15", "死亡");
        expect("", &[(before.clone(), &[], nobody)]);
        assert!(branch(&[&before]).codes(0).contains(&"W0607"), "{before}");
    }
    // Crossed the line of six months during the search, and died in it.
    let crossed = left(&unreachable("2015-10-01"), "2016-04-10", "死亡");
    expect("", &[(crossed, &[], nobody)]);
}

#[test]
fn a_day_that_leaves_the_register_open_is_an_error_there() {
    let opened = branch(&[left(&unreachable(LAST), "2016-04", "死亡")]);
    let forms = opened.forms(0, "E0304");
    for form in ["附件5", "附件6", "附件7"] {
        assert!(forms.contains(&form), "{forms:?}");
    }
    assert!(!forms.contains(&"附件3"), "{forms:?}");
    // May is after the search; whether it is by 2016-05-15 matters for 附件7 alone.
    let opened = branch(&[left(&unreachable(LAST), "2016-05", "死亡")]);
    assert_eq!(opened.forms(0, "E0304"), ["附件7"]);
}

#[test]
fn the_line_below_the_table_accounts_for_them() {
    let opened = branch(&[left(&unreachable(LAST), "2016-04-18", "死亡")]);
    let line = opened.cell("附件7", None, "对账");
    assert_eq!(
        line,
        "对账：附件4：0人 + 附件5：1人 = 处置：0人 + 补转：0人 + 已出党：1人 + 待处置：0人"
    );
}

/// Section 6: he remains one of those who are checked, and is not 在册.
#[test]
fn who_was_suspended_before_the_round_is_checked_by_the_rules_of_2019() {
    let suspended = |day: &str| format!("停止党籍日期: {day}\n{}", unreachable(LAST));
    let five: &[&str] = &["附件3", "附件5"];
    let drop = [("自行脱党除名", "2016-05-10")];
    let pending = [0, 1, 0, 0, 0, 1];
    expect(
        "规则: 2019",
        &[
            (suspended("2015-06-01"), five, pending),
            (suspended("2016-03-15"), five, pending),
            (suspended("2016-03-16"), five, pending),
            (suspended("2014-01"), five, pending),
            (
                decided(&suspended("2014-05-10"), &drop),
                five,
                [0, 1, 1, 0, 0, 0],
            ),
            (
                left(&suspended("2015-06-01"), "2016-03-15", "死亡"),
                &[],
                [0; 6],
            ),
            (
                left(&suspended("2015-06-01"), "2016-03-16", "死亡"),
                &["附件3"],
                [0; 6],
            ),
            (
                left(&suspended("2015-06-01"), "2016-04-18", "死亡"),
                five,
                [0, 1, 0, 0, 1, 0],
            ),
            // Found again after all.
            (
                format!("停止党籍日期: 2015-06-01\n{}", found(LAST, "2016-04-02")),
                &["附件3", "附件4"],
                [1, 0, 0, 0, 0, 1],
            ),
        ],
    );
    let nobody: Case<'_> = (suspended("2015-06-01"), &[], [0; 6]);
    expect("规则: 2016", std::slice::from_ref(&nobody));
    expect("", &[nobody]);
    let opened = branch_in(
        "规则: 2019",
        &[suspended("2015-06-01"), suspended("2016-03-16")],
    );
    let roll = opened.figure(BRANCH, "附件6", "合计", "排查前在册党员人数");
    assert_eq!(roll, Some(1));
    // Who is not lost is off the roll, and that is all.
    let opened = branch_in("规则: 2019", &["停止党籍日期: 2015-06-01"]);
    assert!(!opened.facts(0, "附件1").subject.value.is_yes());
}
