//! Section 4: who stands in 附件3, 附件4 and 附件5.

use super::harness::{branch, branch_in, found, unreachable};

const REGISTERS: [&str; 3] = ["附件3", "附件4", "附件5"];

/// The snippet, the registers, and the codes there must be.
type Case<'a> = (String, &'a [&'a str], &'a [&'a str]);

#[track_caller]
fn expect(settings: &str, cases: &[Case<'_>]) {
    let snippets: Vec<_> = cases.iter().map(|(snippet, _, _)| snippet).collect();
    let opened = branch_in(settings, &snippets);
    for (index, (snippet, registers, codes)) in cases.iter().enumerate() {
        let stands_in = REGISTERS
            .into_iter()
            .filter(|form| opened.rows(form).contains(&index));
        assert_eq!(
            stands_in.collect::<Vec<_>>(),
            *registers,
            "{settings} {snippet}"
        );
        let odd = [
            "E0601", "E0602", "E0603", "W0604", "W0607", "W0608", "E0304",
        ];
        let all = opened.codes(index);
        let found: Vec<_> = odd.into_iter().filter(|code| all.contains(code)).collect();
        assert_eq!(found, *codes, "{settings} {snippet}");
    }
}

fn searching(last_contact: &str, result: &str) -> String {
    format!("失联: {{最后交纳党费: {last_contact}, 情形: 居住地改变{result}}}")
}

#[test]
fn six_months_on_the_baseline() {
    expect(
        "",
        &[
            // Exactly six months on 2016-03-15.
            (unreachable("2015-09-15"), &["附件3", "附件5"], &[]),
            // A day less: they are six on 2016-03-16, during the search.
            (unreachable("2015-09-16"), &["附件5"], &["W0608"]),
            // Exactly six months on 2016-04-15.
            (unreachable("2015-10-15"), &["附件5"], &["W0608"]),
            (unreachable("2015-10-16"), &[], &["W0607"]),
        ],
    );
}

/// 08-31 + 6 months is the last day of February.
#[test]
fn six_months_on_a_baseline_at_the_end_of_february() {
    for (baseline, last, is_lost) in [
        ("2016-02-29", "2015-08-31", true),
        ("2016-02-28", "2015-08-31", false),
        ("2015-02-28", "2014-08-31", true),
        ("2015-02-27", "2014-08-31", false),
    ] {
        let opened = branch_in(&format!("排查前基准日: {baseline}"), &[unreachable(last)]);
        assert_eq!(
            opened.rows("附件3").len(),
            usize::from(is_lost),
            "{baseline}"
        );
    }
}

#[test]
fn found_on_the_last_day_of_the_search_and_after_it() {
    expect(
        "",
        &[
            (found("2012-01-10", "2016-04-15"), &["附件3", "附件4"], &[]),
            (found("2012-01-10", "2016-04-16"), &["附件3", "附件5"], &[]),
            // Before the round: lost on the day of reference, found or not.
            (found("2012-01-10", "2016-03-10"), &["附件3", "附件4"], &[]),
            (found("2015-09-15", "2016-04-15"), &["附件3", "附件4"], &[]),
            // 附件4 takes those of 附件3 only.
            (found("2015-09-16", "2016-04-15"), &[], &["W0607"]),
            (found("2015-09-16", "2016-04-16"), &["附件5"], &["W0608"]),
            (found("2015-10-16", "2016-04-16"), &[], &["W0607"]),
            // Coarse: March is before the 15th of April, the year is open.
            (found("2012-01-10", "2016-03"), &["附件3", "附件4"], &[]),
            (found("2012-01-10", "2016-04"), &["附件3"], &["E0304"]),
        ],
    );
    let opened = branch(&[found("2012-01-10", "2016-04")]);
    let forms = opened.forms(0, "E0304");
    assert!(
        forms.contains(&"附件4") && forms.contains(&"附件5"),
        "{forms:?}"
    );
    assert!(!forms.contains(&"附件3"), "{forms:?}");
}

#[test]
fn the_day_of_contact_is_required() {
    let opened = branch(&[searching("2012-01-10", ", 结果: 已取得联系")]);
    assert!(opened.codes(0).contains(&"E0602"));
    assert!(opened.rows("附件4").is_empty() && opened.rows("附件5").is_empty());
    let opened = branch(&["失联: {情形: 居住地改变, 结果: 无法取得联系}"]);
    assert!(opened.codes(0).contains(&"E0601"));
}

#[test]
fn coarse_last_contact_that_decides_or_leaves_open() {
    expect(
        "",
        &[
            // 6 or 7 months on 2016-03-15.
            (unreachable("2015-08"), &["附件3", "附件5"], &[]),
            // 09-01 … 09-15 are six months, 09-16 … 09-30 are not.
            (unreachable("2015-09"), &["附件5"], &["E0304"]),
            // Not lost on 03-15; on 04-15 up to 10-15 yes, later no.
            (unreachable("2015-10"), &[], &["E0304"]),
            (unreachable("2015-11"), &[], &["W0607"]),
            (unreachable("2014"), &["附件3", "附件5"], &[]),
        ],
    );
    let opened = branch(&[unreachable("2015-09"), unreachable("2015-10")]);
    // The card prints for how long who stands in 附件3 is lost.
    assert_eq!(opened.forms(0, "E0304"), ["附件1", "附件3"]);
    let forms = opened.forms(1, "E0304");
    assert!(
        forms.contains(&"附件5") && !forms.contains(&"附件3"),
        "{forms:?}"
    );
}

#[test]
fn still_searching_once_the_search_is_over() {
    for result in [", 结果: 查找中", ""] {
        expect(
            "",
            &[(searching("2012-01-10", result), &["附件3"], &["E0603"])],
        );
        let opened = branch(&[searching("2012-01-10", result)]);
        assert_eq!(
            opened.forms(0, "E0603"),
            ["附件4", "附件5", "附件6", "附件7"]
        );
    }
}

#[test]
fn still_searching_on_its_last_day() {
    let on_the_day = "填表日期: 2016-04-15";
    expect(
        on_the_day,
        &[(searching("2012-01-10", ""), &["附件3"], &["W0604"])],
    );
    let the_day_after = "填表日期: 2016-04-16";
    expect(
        the_day_after,
        &[(searching("2012-01-10", ""), &["附件3"], &["E0603"])],
    );
    // Of several days each form counts its own.
    let mixed = "填表日期: {默认: 2016-04-15, 附件7: 2016-05-15}";
    let opened = branch_in(mixed, &[searching("2012-01-10", "")]);
    assert_eq!(opened.forms(0, "E0603"), ["附件7"]);
}

/// 查找中 is an error when the search is over, also for who crossed the line
/// of six months during it: he is a row of 附件5 unless he is found.
#[test]
fn still_searching_for_a_member_who_crossed_the_line() {
    let opened = branch(&[searching("2015-10-01", "")]);
    assert!(opened.codes(0).contains(&"E0603"));
}

#[test]
fn the_columns_of_codes() {
    let block = "职业: ③\n失联: {最后组织生活: 2012-01-10, 情形: 5, 结果: 无法取得联系}";
    let other = "职业: 高校毕业生\n\
        失联: {最后组织生活: 2012-01-10, 情形: ⑦, 备注: 改名, 党组织类别: ⑨, 结果: 3}";
    let opened = branch(&[block, other]);
    for (cell, text) in [
        ("行[0].职业", "③"),
        ("行[0].失去联系情形", "⑤"),
        // The branch's own: 农村.
        ("行[0].党组织类别", "③"),
        ("行[1].职业", "⑤"),
        ("行[1].失去联系情形", "⑦"),
        ("行[1].党组织类别", "⑨"),
        ("行[1].备注", "改名"),
    ] {
        assert_eq!(opened.cell("附件5", None, cell), text, "{cell}");
    }
    assert_eq!(opened.columns(0, "失去联系情形"), ["出国（境）"]);
    assert_eq!(opened.columns(1, "失去联系情形"), ["其他"]);
    let figure = |row| opened.figure("甲支部", "附件6", row, "人数");
    assert_eq!(figure("农村外出务工经商人员"), Some(1));
    assert_eq!(figure("高校毕业生"), Some(1));
    assert_eq!(figure("其他"), Some(0));
    assert!(!opened.codes(1).contains(&"E0606"));
}

#[test]
fn another_cause_needs_a_reason() {
    let opened = branch(&["失联: {最后组织生活: 2012-01-10, 情形: 其他, 结果: 无法取得联系}"]);
    assert!(opened.codes(0).contains(&"E0606"));
}
