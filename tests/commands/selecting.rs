//! `paicha build` with `--only`, `--org`, `--member` and `--blank`.

use crate::common::sample::{self, CHEN, ZHANG};
use crate::common::{paicha, run};

const OFFICE: &str = "县直机关工委/政府办党支部";

fn of(filter: impl Fn(&str) -> bool) -> Vec<String> {
    let mut outputs = sample::outputs();
    outputs.retain(|path| filter(path));
    outputs
}

#[test]
fn only_some_forms() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--only", "附件5"]);
    assert_eq!(workspace.pdfs(), of(|path| path.contains("附件5")));
    assert_eq!(workspace.listed(), workspace.pdfs());
    // With commas or again; what was made before stays.
    workspace.expect(0, &["build", "--only", "附件6,附件7", "--only", "附件2"]);
    assert_eq!(
        workspace.pdfs(),
        of(|path| ["附件2", "附件5", "附件6", "附件7"]
            .iter()
            .any(|id| path.contains(id)))
    );
    assert_eq!(workspace.listed(), workspace.pdfs());
}

#[test]
fn a_form_that_is_not_there_is_wrong_usage_and_lists_the_forms() {
    let workspace = sample::workspace();
    let run = workspace.expect(2, &["build", "--only", "附件8"]);
    assert_eq!(
        run.stderr,
        "错误：--only 的“附件8”找不到；可写：附件1、附件2、附件3、附件4、附件5、附件6、附件7\n"
    );
    assert!(!workspace.path("out").exists());
}

#[test]
fn only_an_organisation_and_those_below_it() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--org", OFFICE]);
    assert_eq!(workspace.pdfs(), of(|path| path.starts_with(OFFICE)));
    let workspace = sample::workspace();
    workspace.expect(
        0,
        &["build", "--org", "data/县直机关工委/", "--only", "附件6"],
    );
    assert_eq!(workspace.pdfs(), of(|path| path.contains("附件6")));
}

#[test]
fn an_organisation_that_is_not_there_is_wrong_usage_and_lists_the_organisations() {
    let workspace = sample::workspace();
    for command in ["build", "summary"] {
        let run = workspace.expect(2, &[command, "--org", "政府办党支部"]);
        assert_eq!(
            run.stderr,
            "错误：--org 的“政府办党支部”找不到；可写：县直机关工委、\
             县直机关工委/县医院党支部、县直机关工委/政府办党支部\n"
        );
    }
}

/// A clerk knows the name, a shell completes the path, a program has the file.
#[test]
fn a_member_by_name_file_name_or_path() {
    for name in [
        "张建国",
        "张建国.yaml",
        ZHANG,
        "县直机关工委/政府办党支部/党员/张建国.yaml",
    ] {
        let workspace = sample::workspace();
        workspace.expect(0, &["build", "--member", name]);
        let card = ["县直机关工委/政府办党支部/附件1/张建国.pdf"];
        assert_eq!(workspace.pdfs(), card, "{name}");
    }
    let workspace = sample::workspace();
    let here = workspace.path("data/县直机关工委/政府办党支部/党员");
    let mut command = paicha();
    command.args(["build", "--member", "./张建国.yaml"]);
    assert_eq!(run(command.current_dir(here)).code, 0);
    assert_eq!(workspace.pdfs().len(), 1);
}

/// File names are free: the name is the one in the file.
#[test]
fn a_member_by_name_where_the_file_is_named_otherwise() {
    let workspace = sample::workspace();
    let text = workspace.read(ZHANG);
    workspace
        .remove(ZHANG)
        .write("data/县直机关工委/政府办党支部/党员/001.yaml", text);
    workspace.expect(0, &["build", "--member", "张建国"]);
    assert_eq!(
        workspace.pdfs(),
        ["县直机关工委/政府办党支部/附件1/001.pdf"]
    );
}

#[test]
fn a_member_that_is_not_there_is_wrong_usage() {
    let workspace = sample::workspace();
    let run = workspace.expect(2, &["build", "--member", "张建军"]);
    assert!(
        run.stderr.starts_with("错误：--member 的“张建军”找不到"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path("out").exists());
}

/// Only errors of the data that the call needs stop it.
#[test]
fn a_fault_elsewhere_does_not_stop_a_call_that_does_not_need_it() {
    let workspace = sample::workspace();
    workspace.edit(CHEN, "620422198511200525", "62042219851120052");
    workspace.expect(0, &["build", "--member", "张建国"]);
    workspace.expect(0, &["build", "--org", "县直机关工委/县医院党支部"]);
    let run = workspace.expect(1, &["build", "--org", OFFICE]);
    assert_eq!(run.codes(), ["E0102"]);
}

/// 转出 with a receipt before the round: neither 在册 nor 排查对象. His file
/// prints only when it is named.
#[test]
fn a_member_outside_the_round_prints_when_named() {
    let workspace = sample::workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let gone = "转出: {日期: 2014-10-08, 回执日期: 2014-11-02}\n";
    workspace.write(ZHANG, text + gone);
    workspace.expect(0, &["build", "--only", "附件1"]);
    let cards = of(|path| path.contains("附件1/") && !path.contains("张建国"));
    assert_eq!(workspace.pdfs(), cards);
    workspace.expect(0, &["build", "--member", "张建国"]);
    assert!(
        workspace
            .path("out/县直机关工委/政府办党支部/附件1/张建国.pdf")
            .exists()
    );
    // His file is there: that is not what is said of the card that a build of all removes.
    let run = workspace.expect(0, &["build"]);
    assert!(run.stderr.contains("--member"), "{}", run.stderr);
    assert!(!run.stderr.contains("已无对应党员"), "{}", run.stderr);
}

/// Nothing is made of what nobody stands in, and the reason is told.
#[test]
fn a_member_who_is_elsewhere_or_has_no_such_form_is_wrong_usage() {
    let workspace = sample::workspace();
    let elsewhere = ["--org", "县直机关工委/县医院党支部"];
    let run = workspace.expect(
        2,
        &[&["build", "--member", "张建国"][..], &elsewhere].concat(),
    );
    assert!(run.stderr.contains(OFFICE), "{}", run.stderr);
    let run = workspace.expect(2, &["build", "--member", "张建国", "--only", "附件3"]);
    assert!(run.stderr.contains("附件3"), "{}", run.stderr);
    assert!(!workspace.path("out").exists());
    // Within, and of two forms one that he has.
    let within = ["--org", "县直机关工委", "--only", "附件3,附件1"];
    workspace.expect(0, &[&["build", "--member", "张建国"][..], &within].concat());
    assert_eq!(workspace.pdfs().len(), 1);
}

#[test]
fn a_flag_without_its_value_offers_no_empty_list() {
    let run = sample::workspace().expect(2, &["build", "--only"]);
    assert!(run.stderr.contains("后面要写值\n"), "{}", run.stderr);
}

#[test]
fn blank_forms_need_no_data() {
    let workspace = sample::workspace();
    // Not even a readable member.
    workspace.write(ZHANG, "姓名: \"张建国\n");
    workspace.expect(0, &["build", "--blank"]);
    let names = workspace.pdfs();
    assert_eq!(names.len(), 7, "{names:?}");
    assert_eq!(names[0], "空白表/附件1-党员基本情况登记表.pdf");
    assert!(names.iter().all(|name| name.starts_with("空白表/")));
    assert_eq!(workspace.listed(), names);
}

#[test]
fn one_blank_form() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--blank", "--only", "附件2"]);
    assert_eq!(
        workspace.pdfs(),
        ["空白表/附件2-流动党员基本信息登记表.pdf"]
    );
    // A build of the data keeps it: it belongs to no member that could go.
    workspace.expect(0, &["build", "--member", "张建国"]);
    assert_eq!(workspace.pdfs().len(), 2);
}
