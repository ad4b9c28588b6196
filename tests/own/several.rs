//! Several tables on one form: the example beside the sample round; what cannot be is told
//! at its line.

use std::path::Path;

use crate::common::sample;
use crate::common::{Workspace, copy};

const EXAMPLE: &str = "layouts/情况表/form.yaml";

fn workspace() -> Workspace {
    let workspace = sample::workspace();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/情况表");
    copy(&example, &workspace.path("layouts/情况表"));
    workspace
}

/// Four members, one of them a woman, one of a minority; one branch has three and two who
/// are lost, Li and Chen, the other has Wang, who is away.
#[test]
fn each_table_counts_and_lists_by_itself() {
    let workspace = workspace();
    workspace.expect(0, &["layouts", "check"]);
    workspace.expect(0, &["build"]);
    for unit in [
        "县直机关工委",
        "县直机关工委/政府办党支部",
        "县直机关工委/县医院党支部",
    ] {
        assert!(
            workspace.path(&format!("out/{unit}/情况表.pdf")).exists(),
            "{unit}"
        );
    }
    let summary = workspace.expect(0, &["summary", "--format", "csv"]).stdout;
    for (unit, table, row, column, figure) in [
        ("县直机关工委", "情况表一", "合计", "人数", 4),
        ("县直机关工委", "情况表一", "女", "人数", 1),
        ("县直机关工委", "情况表一", "男", "少数民族", 1),
        ("县直机关工委/政府办党支部", "情况表一", "合计", "人数", 3),
        ("县直机关工委/政府办党支部", "情况表二", "合计", "失联", 2),
        ("县直机关工委/县医院党支部", "情况表二", "合计", "失联", 0),
        ("县直机关工委/县医院党支部", "情况表二", "合计", "流动", 1),
    ] {
        let end = format!(",{table},{row},{column},{figure}");
        let begins = format!("{unit},");
        let mut lines = summary.lines();
        assert!(
            lines.any(|line| line.starts_with(&begins) && line.ends_with(&end)),
            "{unit}{end}\n{summary}"
        );
    }
    // The list names both, of the level above, too; the cells say where they come from.
    let found = workspace
        .expect(0, &["where", "out/县直机关工委/情况表.pdf"])
        .stdout;
    let line = |cell: &str, path: &str| {
        let mut lines = found.lines();
        lines.any(|line| line.starts_with(cell) && line.contains(path))
    };
    for (cell, path) in [
        ("情况表三.行[0].姓名 ", "陈静.yaml:1:"),
        ("情况表三.行[1].姓名 ", "李明.yaml:1:"),
        ("情况表一.女.人数 ", "陈静.yaml:"),
    ] {
        assert!(line(cell, path), "{cell} {path}\n{found}");
    }
    let run = workspace.expect(0, &["explain", "--cell", "情况表二", "合计", "失联"]);
    assert!(
        run.stdout.contains("李明") && run.stdout.contains("陈静"),
        "{}",
        run.stdout
    );
    let sheets = workspace.expect(0, &["export", "情况表", "--format", "csv"]);
    assert!(sheets.stderr.contains("写好"), "{}", sheets.stderr);
}

/// A relation of one table with a figure of another: it holds, and is an error where not.
#[test]
fn a_relation_may_ask_for_another_table() {
    let workspace = workspace();
    workspace.edit(
        EXAMPLE,
        "- 在册 = 情况表一.人数",
        "- 在册 = 情况表一.少数民族",
    );
    let run = workspace.expect(1, &["build", "--only", "情况表"]);
    assert!(run.stderr.contains("情况表一.少数民族"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_is_told_at_its_line() {
    for (from, to, line, part) in [
        // What belongs into a table beside them.
        (
            "表首: [填报单位, 填表日期]\n",
            "表首: [填报单位, 填表日期]\n人群: 在册\n",
            ":8:",
            "",
        ),
        ("范围: 组织", "范围: 党员", ":5:", ""),
        // One id twice; one with a point in it.
        ("编号: 情况表二", "编号: 情况表一", ":18:", "情况表一"),
        ("编号: 情况表二", "编号: 情况.二", ":18:", "情况.二"),
        // A table without columns; a key of the other kind.
        (
            "    对象: 失联党员\n",
            "    对象: 失联党员\n    角: [甲, 乙]\n",
            ":31:",
            "角",
        ),
        (
            "    排序: [拼音(姓名)]\n",
            "    排序: [拼音(姓明)]\n",
            ":31:",
            "姓明",
        ),
    ] {
        let workspace = workspace();
        workspace.edit(EXAMPLE, from, to);
        let run = workspace.expect(1, &["layouts", "check"]);
        let place = format!("{EXAMPLE}{line}");
        assert!(
            run.stderr.contains(&place) && run.stderr.contains(part),
            "{to} {place}\n{}",
            run.stderr
        );
        assert!(!run.stderr.contains("layouts/lib/"), "{}", run.stderr);
    }
}
