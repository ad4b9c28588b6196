//! The lists and ledgers of the notice that a round can name.

use std::path::Path;
use std::process::Command;

use crate::common::Workspace;
use crate::common::sample::{self, CHEN, LI, ROUND, ZHANG};
use crate::{view, with_form};

const OFFICE: &str = "县直机关工委/政府办党支部";
const HOSPITAL: &str = "县直机关工委/县医院党支部";

/// The sample, whose round names all forms.
fn workspace() -> Workspace {
    let workspace = sample::workspace();
    let all = "流动统计起始日: 2016-01-01\n表: 全部";
    workspace.edit(ROUND, "流动统计起始日: 2016-01-01", all);
    workspace
}

/// The text of a page.
fn built(workspace: &Workspace, path: &str) -> String {
    let path = workspace.root().join("out").join(path);
    let mut command = Command::new("pdftotext");
    let output = command.arg(&path).arg(Path::new("-")).output();
    String::from_utf8(output.expect("pdftotext").stdout).expect("UTF-8")
}

/// The hospital has lost nobody: its list says so in one row, that of the office does not.
/// 附件3 keeps its empty rows.
#[test]
fn a_list_of_nobody_says_so() {
    let workspace = workspace();
    workspace.expect(0, &["build", "--only", "失联党员名单", "--only", "附件3"]);
    let says_so = |path: String| built(&workspace, &path).lines().any(|line| line == "无");
    assert!(says_so(format!("{HOSPITAL}/失联党员名单.pdf")));
    assert!(!says_so(format!("{OFFICE}/失联党员名单.pdf")));
    let official = format!("{HOSPITAL}/附件3-与党组织失去联系党员登记表.pdf");
    assert!(!says_so(official));
}

/// 出国 has a row for each time: the line before a branch's rows counts those.
#[test]
fn rows_of_entries_are_not_counted_as_members() {
    let workspace = workspace();
    let path = workspace.root().join(ZHANG);
    let text = std::fs::read_to_string(&path).unwrap();
    let abroad = "出国:\n  - {出国日期: 2014-03-01, 出国原因: 考察, 回国日期: 2014-03-10}\n  \
                  - {出国日期: 2015-03-01, 出国原因: 探亲, 回国日期: 2015-03-10}\n";
    workspace.write(ZHANG, format!("{text}{abroad}"));
    workspace.expect(0, &["build", "--only", "出国（境）党员名单"]);
    let cells = view(&workspace, "出国（境）党员名单", OFFICE).cells;
    assert_eq!(cells["组[0].名"], "政府办党支部（2条）");
    let cells = view(&workspace, "流动党员名单", HOSPITAL).cells;
    assert!(cells["组[0].名"].ends_with("（1人）"), "{cells:?}");
    assert_eq!(cells["行[0].姓名"], "王强");
}

/// The later of the two contacts; of dates that overlap the coarser one, which is right
/// whichever day it was.
#[test]
fn the_last_contact_is_as_exact_as_it_is_known() {
    let form = "编号: 联系\n标题: 联系\n纸张: 纵向\n范围: 党支部\n对象: 失联党员\n\
        筛选: 姓名 = “李明”\n输出: \"{{ org }}/联系.pdf\"\n列:\n\
        \x20 - {键: 姓名, 表头: 姓名}\n  - {键: 所在党支部, 表头: 支部}\n\
        \x20 - {表头: 最后, 值: 最后联系日期}\n";
    for (meeting, dues, last) in [
        ("2012-01-10", "2012-06-30", "2012.06.30"),
        ("2012-06-30", "2012-01-10", "2012.06.30"),
        ("2011", "2012-01", "2012.01"),
        ("2012-01", "2012-01-10", "2012.01"),
        ("2012-12-31", "2012", "2012.12.31"),
    ] {
        let workspace = with_form("联系", form);
        let both = format!("  最后组织生活: {meeting}\n  最后交纳党费: {dues}");
        workspace.edit(LI, "  最后交纳党费: 2012-06-30", &both);
        let cells = view(&workspace, "联系", OFFICE).cells;
        assert_eq!(cells["行[0].最后"], last, "{meeting} {dues}");
        assert_eq!(cells["行[0].所在党支部"], "政府办党支部");
    }
}

/// The full-time one where they are equal, or neither is known.
#[test]
fn the_higher_degree_counts() {
    for (full, part, higher) in [
        ("文学学士", "管理学硕士", "管理学硕士"),
        ("工学博士", "管理学硕士", "工学博士"),
        ("文学学士", "法学学士", "文学学士"),
        ("", "法学学士", "法学学士"),
    ] {
        let workspace = workspace();
        let given = format!(
            "  全日制教育: {{学历: 大学本科, 学位: \"{full}\"}}\n  \
             在职教育: {{学历: 大学本科, 学位: \"{part}\"}}"
        );
        workspace.edit(CHEN, "  全日制教育: {学历: 大学本科}", &given);
        let cells = view(&workspace, "党员名册", OFFICE).cells;
        let row = (0..3).find(|row| cells[&format!("行[{row}].姓名")] == "陈静");
        let row = row.expect("陈静");
        assert_eq!(cells[&format!("行[{row}].学位")], higher, "{full} {part}");
    }
}
