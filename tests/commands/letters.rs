//! Letters of introduction: which are made, and whose numbers agree.

use crate::common::Workspace;
use crate::common::sample::{self, COMMITTEE, HOSPITAL, ROUND, WANG, ZHANG};

const LETTER: &str = "县直机关工委/政府办党支部/介绍信/张建国.pdf";

/// The sample, with all its forms and letters; 张建国 has left with one.
fn workspace(of_letter: &str) -> Workspace {
    let workspace = sample::workspace();
    add(&workspace, ROUND, "表: 全部\n");
    left(&workspace, ZHANG, of_letter);
    workspace
}

fn add(workspace: &Workspace, path: &str, text: &str) {
    let before = String::from_utf8(workspace.read(path)).expect("UTF-8");
    workspace.write(path, format!("{before}{text}"));
}

fn left(workspace: &Workspace, member: &str, of_letter: &str) {
    let letter =
        format!("转出: {{日期: 2016-04-11, 去向: 乙党支部, 打印介绍信: true{of_letter}}}\n");
    add(workspace, member, &letter);
}

#[test]
fn a_letter_is_made_for_who_asks_for_it() {
    let workspace = workspace(", 介绍信编号: 2016-001");
    workspace.expect(0, &["build"]);
    let letters = || {
        let mut made = workspace.pdfs();
        made.retain(|path| path.contains("/介绍信/"));
        made
    };
    assert_eq!(letters(), [LETTER]);
    workspace.edit(ZHANG, "打印介绍信: true", "打印介绍信: false");
    workspace.expect(0, &["build"]);
    assert!(letters().is_empty());
}

#[test]
fn a_round_that_makes_none_says_so() {
    let workspace = workspace(", 介绍信编号: 2016-001");
    workspace.edit(ROUND, "表: 全部\n", "");
    let run = workspace.expect(0, &["check"]);
    assert!(run.codes().contains(&"W1208"), "{}", run.stderr);
    workspace.expect(0, &["build"]);
    assert!(!workspace.pdfs().contains(&LETTER.to_owned()));
    let run = workspace.expect(0, &["build", "--only", "介绍信"]);
    assert!(
        workspace.pdfs().contains(&LETTER.to_owned()),
        "{}",
        run.stderr
    );
}

#[test]
fn only_the_letter_is_left_out_where_it_cannot_be_made() {
    for (of_letter, code) in [
        (", 介绍信编号: 2016-001, 有效期天数: 91", "E1204"),
        (", 介绍信编号: 2016-001, 有效期天数: 0", "E1204"),
        ("", "E1205"),
    ] {
        let workspace = workspace(of_letter);
        let run = workspace.expect(1, &["build"]);
        assert_eq!(run.codes(), [code], "{}", run.stderr);
        let made = workspace.pdfs();
        assert!(!made.contains(&LETTER.to_owned()));
        let card = "县直机关工委/政府办党支部/附件1/张建国.pdf".to_owned();
        assert!(made.contains(&card), "{}", run.stderr);
    }
    let longest = workspace(", 介绍信编号: 2016-001, 有效期天数: 90");
    longest.expect(0, &["build"]);
}

#[test]
fn more_days_than_90_stand_where_that_is_waived() {
    let workspace = workspace(", 介绍信编号: 2016-001, 有效期天数: 120");
    let waivers =
        "豁免:\n  - {规则: E1204, 原因: 县委组织部批准}\n  - {规则: W1203, 原因: 县委组织部批准}\n";
    add(&workspace, ZHANG, waivers);
    workspace.expect(0, &["build"]);
    assert!(workspace.pdfs().contains(&LETTER.to_owned()));
}

#[test]
fn numbers_are_those_of_one_issuing_organisation() {
    let workspace = workspace(", 介绍信编号: 2016-001");
    left(&workspace, WANG, ", 介绍信编号: 2016-001");
    let run = workspace.expect(1, &["check"]);
    assert!(run.codes().contains(&"E1206"), "{}", run.stderr);
    // The hospital is a committee of its own.
    workspace.edit(HOSPITAL, "类型: 党支部", "类型: 基层党委");
    let run = workspace.expect(0, &["check"]);
    assert!(!run.codes().contains(&"E1206"), "{}", run.stderr);
}

#[test]
fn a_gap_is_told_among_those_that_are_printed() {
    let gap = |first: &str, second: &str| {
        let workspace = workspace(&format!(", 介绍信编号: {first}"));
        left(&workspace, WANG, &format!(", 介绍信编号: {second}"));
        let run = workspace.expect(0, &["check"]);
        run.stderr.contains("N1207")
    };
    assert!(!gap("2016-009", "2016-010"));
    assert!(gap("2016-009", "2016-011"));
    // Numbers of two series.
    assert!(!gap("2015-009", "2016-011"));
}

#[test]
fn what_is_said_of_the_committee_stands_in_its_file() {
    let workspace = workspace(", 介绍信编号: 2016-001");
    add(
        &workspace,
        COMMITTEE,
        "通讯地址: 会师镇长征南路2号\n邮编: \"730700\"\n",
    );
    workspace.expect(0, &["build"]);
    let where_is = |cell: &str| {
        let run = workspace.expect(0, &["where", &format!("out/{LETTER}"), "--cell", cell]);
        run.stdout
    };
    let address = where_is("开具单位.通讯地址");
    assert!(address.contains("会师镇长征南路2号"), "{address}");
    assert!(address.contains(COMMITTEE), "{address}");
    let to = where_is("去向");
    assert!(to.contains(ZHANG), "{to}");
}
