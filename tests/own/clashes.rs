//! Forms of one's own that are called as others, or write their files: what the workspace
//! adds is told at its own line, the official forms are made.

use crate::{expect_faults, form_of, with_form};

fn register(id: &str, output: &str) -> String {
    format!(
        "编号: {id}\n标题: 名册\n纸张: 纵向\n范围: 党支部\n输出: \"{output}\"\n\
         列:\n  - {{键: 姓名, 表头: 姓名}}\n"
    )
}

const OF_THE_NOTICE: &str = "{{ org }}/附件2-流动党员基本信息登记表.pdf";

#[test]
fn an_own_form_does_not_write_an_official_one() {
    let workspace = with_form("名册", &register("名册", OF_THE_NOTICE));
    expect_faults(
        &workspace,
        &form_of("名册"),
        &[(5, "与“附件2”的是同一个文件")],
    );
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("layouts/名册/form.yaml:5:"),
        "{}",
        run.stderr
    );
    assert!(
        !run.stderr.contains("layouts/附件2/form.yaml:"),
        "{}",
        run.stderr
    );
    let path = "县直机关工委/政府办党支部/附件2-流动党员基本信息登记表.pdf";
    assert!(workspace.pdfs().contains(&path.to_owned()));
    // What stands there is the official form.
    let list = workspace.read("out/清单.json");
    let list = String::from_utf8(list).expect("UTF-8");
    assert!(
        list.contains("\"附件2\"") && !list.contains("\"名册\""),
        "{list}"
    );
}

#[test]
fn of_two_own_forms_with_one_output_neither_is_made() {
    let workspace = with_form("甲", &register("甲", "{{ org }}/名册.pdf"));
    workspace.write(&form_of("乙"), register("乙", "{{ org }}/名册.pdf"));
    let run = workspace.expect(1, &["layouts", "check"]);
    for (folder, other) in [("甲", "乙"), ("乙", "甲")] {
        let place = format!("layouts/{folder}/form.yaml:5:");
        assert!(run.stderr.contains(&place), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("与“{other}”的")),
            "{}",
            run.stderr
        );
    }
    workspace.run(&["build"]);
    let pdfs = workspace.pdfs();
    assert!(!pdfs.is_empty());
    assert!(
        !pdfs.iter().any(|pdf| pdf.ends_with("/名册.pdf")),
        "{pdfs:?}"
    );
}

/// Paths that meet for one unit alone.
#[test]
fn paths_that_meet_by_the_name_of_a_unit_are_told_too() {
    let output = "县直机关工委/政府办党支部/附件2-流动党员基本信息登记表.pdf";
    let workspace = with_form(
        "名册",
        &register("名册", output).replace("党支部\n", "组织\n"),
    );
    let table = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n列:\n  - {头: 人数, 名: 人数}\n";
    let text = workspace.read(&form_of("名册"));
    let text = String::from_utf8(text).expect("UTF-8");
    let head = text.split("列:").next().expect("a head");
    workspace.write(&form_of("名册"), format!("{head}{table}"));
    let run = workspace.expect(1, &["layouts", "check"]);
    assert!(
        run.stderr.contains("layouts/名册/form.yaml:5:"),
        "{}",
        run.stderr
    );
}

/// The folder comes before 附件3 in the order of bytes.
#[test]
fn an_id_of_the_notice_is_not_taken_by_what_is_added() {
    for (folder, id) in [("错", "附件3"), ("龟", "附件3"), ("册", "党员名册")] {
        let workspace = with_form(folder, &register(id, "{{ org }}/另.pdf"));
        let words = format!("编号“{id}”已有别的表用了");
        expect_faults(&workspace, &form_of(folder), &[(1, &words)]);
        if id == "附件3" {
            let run = workspace.run(&["build"]);
            assert_eq!(run.code, 1, "{}", run.stderr);
            let pdfs = workspace.pdfs();
            assert!(pdfs.iter().any(|pdf| pdf.contains("附件3")), "{pdfs:?}");
            assert!(!pdfs.iter().any(|pdf| pdf.ends_with("/另.pdf")), "{pdfs:?}");
        }
    }
}
