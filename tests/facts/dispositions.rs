//! Section 6: what counts in 附件7, and 对账.

use super::harness::{BRANCH, branch, branch_in, found, unreachable};

fn decided(block: String, entries: &[(&str, &str)]) -> String {
    let entry = |(kind, day): &(&str, &str)| format!("{{方式: {kind}, 日期: {day}}}");
    let entries: Vec<_> = entries.iter().map(entry).collect();
    format!("{block}\n处置: [{}]", entries.join(", "))
}

fn not_found(entries: &[(&str, &str)]) -> String {
    decided(unreachable("2010-01-10"), entries)
}

fn in_contact(entries: &[(&str, &str)]) -> String {
    decided(found("2010-01-10", "2016-04-02"), entries)
}

/// The figures of 合计, 对账, and the codes about 处置 of one member.
#[track_caller]
fn expect(snippet: String, figures: &[&str], reconciliation: [u32; 5], codes: &[&str]) {
    let opened = branch(&[&snippet]);
    let all = opened.figures(BRANCH, "附件7");
    let total = all.iter().filter_map(|cell| cell.strip_prefix("合计 "));
    assert_eq!(total.collect::<Vec<_>>(), figures, "{snippet}");
    assert_eq!(opened.reconciliation(BRANCH), reconciliation, "{snippet}");
    let of_member = opened.codes(0);
    let found = ["W0701", "W0702", "E0304"]
        .into_iter()
        .filter(|code| of_member.contains(code));
    assert_eq!(found.collect::<Vec<_>>(), codes, "{snippet}");
    // 人数 > 在册 is a warning: who was transferred out is not 在册.
    let errors = opened.broken().iter().any(|(code, _)| *code == "E1001");
    assert!(!errors, "{snippet}");
}

#[test]
fn on_the_day_and_after_it() {
    let drop = "自行脱党除名";
    let counted = ["自行脱党除名 1"];
    expect(
        not_found(&[(drop, "2016-05-15")]),
        &counted,
        [0, 1, 1, 0, 0],
        &[],
    );
    expect(
        not_found(&[(drop, "2016-05-16")]),
        &[],
        [0, 1, 0, 0, 1],
        &["W0701"],
    );
    // Before the round, too.
    expect(
        not_found(&[(drop, "2015-12-01")]),
        &counted,
        [0, 1, 1, 0, 0],
        &[],
    );
}

#[test]
fn coarse_days_of_a_disposition() {
    let counted = ["自行脱党除名 1"];
    expect(
        not_found(&[("自行脱党除名", "2016-04")]),
        &counted,
        [0, 1, 1, 0, 0],
        &[],
    );
    expect(
        not_found(&[("自行脱党除名", "2016-06")]),
        &[],
        [0, 1, 0, 0, 1],
        &["W0701"],
    );
    let opened = branch(&[not_found(&[("自行脱党除名", "2016-05")])]);
    assert_eq!(opened.forms(0, "E0304"), ["附件7"]);
}

#[test]
fn a_member_at_most_once_per_column() {
    expect(
        in_contact(&[("限期改正", "2016-05-10"), ("限期改正", "2016-05-12")]),
        &["限期改正 1"],
        [1, 0, 1, 0, 0],
        &[],
    );
    // Of two of one kind, one after the day.
    expect(
        in_contact(&[("警告", "2016-05-20"), ("警告", "2016-05-10")]),
        &["警告 1"],
        [1, 0, 1, 0, 0],
        &["W0701"],
    );
    expect(
        in_contact(&[
            ("限期改正", "2016-04-30"),
            ("劝退或劝而不退除名", "2016-05-13"),
        ]),
        &["限期改正 1", "劝退或劝而不退除名 1"],
        [1, 0, 1, 0, 0],
        &[],
    );
    // Only the first is decided by 2016-05-15.
    expect(
        in_contact(&[("限期改正", "2016-05-10"), ("警告", "2016-05-16")]),
        &["限期改正 1"],
        [1, 0, 1, 0, 0],
        &["W0701"],
    );
}

#[test]
fn every_column() {
    let columns = [
        "纳入组织管理",
        "不予承认党员资格",
        "取消预备党员资格",
        "保留组织关系",
        "停止党籍",
        "退党除名",
        "限期改正",
        "劝退或劝而不退除名",
        "自行脱党除名",
        "警告",
        "严重警告",
        "撤销党内职务",
        "留党察看",
        "开除党籍",
    ];
    let opened = branch(&columns.map(|kind| in_contact(&[(kind, "2016-05-10")])));
    for column in columns {
        let figure = |row| opened.figure(BRANCH, "附件7", row, column);
        // The base member is one of ⑧.
        assert_eq!(
            (figure("其他"), figure("合计")),
            (Some(1), Some(1)),
            "{column}"
        );
    }
    assert_eq!(opened.reconciliation(BRANCH), [14, 0, 14, 0, 0]);
}

#[test]
fn outside_the_population() {
    let warning = ("警告", "2016-05-10");
    let nobody = [0, 0, 0, 0, 0];
    expect(decided(String::new(), &[warning]), &[], nobody, &["W0702"]);
    // In none of 附件3–5.
    let block = found("2015-10-16", "2016-04-02");
    expect(decided(block, &[warning]), &[], nobody, &["W0702"]);
    // Transferred out with a receipt: no 排查对象.
    let gone = "转出: {日期: 2012-05-01, 回执日期: 2012-06-01}\n".to_owned();
    expect(gone + &not_found(&[warning]), &[], nobody, &["W0702"]);
}

#[test]
fn late_transfers_need_no_disposition() {
    let late = |block: String| format!("转出: {{日期: 2009-05-01, 补转: true}}\n{block}");
    expect(late(in_contact(&[])), &[], [1, 0, 0, 1, 0], &[]);
    // Only rows of 附件4 can be 补转.
    expect(late(not_found(&[])), &[], [0, 1, 0, 0, 1], &[]);
    let plain = "转出: {日期: 2009-05-01, 补转: false}\n".to_owned();
    expect(plain + &in_contact(&[]), &[], [1, 0, 0, 0, 1], &[]);
}

#[test]
fn the_reconciliation_of_a_branch() {
    let opened = branch(&[
        // 附件5: 处置; too late; found after the search and nothing decided.
        not_found(&[("自行脱党除名", "2016-05-15")]),
        not_found(&[("自行脱党除名", "2016-05-16")]),
        decided(found("2010-01-10", "2016-04-16"), &[]),
        // 附件4: two entries; 补转; pending.
        in_contact(&[("限期改正", "2016-05-10"), ("警告", "2016-05-10")]),
        format!(
            "转出: {{日期: 2009-05-01, 补转: true}}\n{}",
            in_contact(&[])
        ),
        in_contact(&[]),
        String::new(),
    ]);
    // 附件4: 3; 附件5: 3; 处置: the first and the fourth.
    assert_eq!(opened.reconciliation(BRANCH), [3, 3, 2, 1, 3]);
    assert_eq!(opened.rows("附件4").len(), 3);
    assert_eq!(opened.rows("附件5").len(), 3);
    assert!(opened.broken().is_empty());
    let source = opened.project.source();
    let form = opened.project.catalogue.get("附件7").expect("附件7");
    let view = paicha::forms::View::of(source, form, opened.unit(BRANCH), None).expect("a view");
    let line = &view.cells["对账"];
    for count in [
        "附件4：3人",
        "附件5：3人",
        "处置：2人",
        "补转：1人",
        "待处置：3人",
    ] {
        assert!(line.contains(count), "{line}");
    }
}

#[test]
fn probationers_in_their_column() {
    let probationer = "入党日期: 2015-07-01\n转正日期:\n";
    let opened = branch(&[
        format!(
            "{probationer}{}",
            not_found(&[("取消预备党员资格", "2016-05-10")])
        ),
        format!(
            "{probationer}{}",
            in_contact(&[("取消预备党员资格", "2016-05-10")])
        ),
    ]);
    let figure = opened.figure(BRANCH, "附件7", "合计", "取消预备党员资格");
    assert_eq!(figure, Some(2), "found and unreachable");
}

/// 附件7 takes the rows of 附件4 and 附件5 (sections 6 and 10): he was one when
/// they were filled in on 2016-04-20; the receipt came on 2016-05-01.
#[test]
fn the_population_is_that_of_the_registers() {
    let gone = "转出: {日期: 2010-05-01, 回执日期: 2016-05-01}\n".to_owned();
    let opened = branch(&[gone + &not_found(&[("自行脱党除名", "2016-05-10")])]);
    assert_eq!(opened.rows("附件5"), [0]);
    assert_eq!(opened.reconciliation(BRANCH), [0, 1, 1, 0, 0]);
}

/// With one 填表日期 for all forms, entries after it don't count.
#[test]
fn one_day_for_all_forms() {
    for (day, counts) in [("2016-04-20", true), ("2016-04-21", false)] {
        let members = [not_found(&[("自行脱党除名", day)])];
        let opened = branch_in("填表日期: 2016-04-20", &members);
        let figure = opened.figure(BRANCH, "附件7", "合计", "自行脱党除名");
        assert_eq!(figure, Some(u32::from(counts)), "{day}");
    }
}
