//! `paicha check`.

use crate::common::sample::{self, CHEN, LI, WANG, ZHANG};
use crate::common::{paicha, run};

/// 肄业 is a notice, 未识别民族 a warning.
#[test]
fn warnings_and_notices_do_not_fail_unless_denied() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "学历: 高中", "学历: 高中肄业");
    let notice = workspace.expect(0, &["check", "--deny-warnings"]);
    assert_eq!(notice.codes(), ["N0407"]);

    workspace.edit(WANG, "民族: 汉族", "民族: 未识别民族");
    let warning = workspace.expect(0, &["check"]);
    assert_eq!(warning.codes(), ["W0408", "N0407"]);
    assert!(warning.stderr.ends_with("0 个错误，1 个警告，1 个提示\n"));
    let denied = workspace.expect(1, &["check", "--deny-warnings"]);
    assert_eq!(denied.stderr, warning.stderr);
}

/// A build with warnings is done, and tells their number only; denied, the
/// status tells it.
#[test]
fn a_build_with_warnings_writes_its_outputs() {
    let workspace = sample::workspace();
    workspace.edit(WANG, "民族: 汉族", "民族: 未识别民族");
    let call = ["build", "--only", "附件1", "--member", "王强"];
    let run = workspace.expect(0, &call);
    assert_eq!(run.codes(), [""; 0]);
    assert!(run.stderr.contains("另有 1 个"), "{}", run.stderr);
    let card = ["县直机关工委/县医院党支部/附件1/王强.pdf"];
    assert_eq!(workspace.pdfs(), card);
    workspace.expect(1, &[&call[..], &["--deny-warnings"]].concat());
}

#[test]
fn paths_choose_what_is_listed() {
    let workspace = sample::workspace();
    workspace
        .edit(ZHANG, "1990-07-01", "1990-06-31")
        .edit(LI, "622423196005081518", "62242319600508151")
        .edit(WANG, "民族: 汉族", "民族: 未识别民族");
    let codes = |code: i32, paths: &[&str]| {
        let run = workspace.expect(code, &[&["check"], paths].concat());
        run.codes().join(" ")
    };
    // In the order of the paths: 县医院 before 政府办, 张 before 李.
    assert_eq!(codes(1, &[]), "W0408 E0302 E0102");
    assert_eq!(codes(1, &[ZHANG]), "E0302");
    assert_eq!(codes(1, &[LI, ZHANG]), "E0302 E0102");
    assert_eq!(codes(1, &["data/县直机关工委/政府办党支部"]), "E0302 E0102");
    // Below data/, with a stroke at the end as shells complete it.
    assert_eq!(codes(1, &["县直机关工委/政府办党支部/"]), "E0302 E0102");
    assert_eq!(codes(0, &["县直机关工委/县医院党支部"]), "W0408");
    assert_eq!(codes(0, &[CHEN]), "");
    assert_eq!(codes(1, &["data"]), codes(1, &[]));
}

/// The counts are those of what is listed.
#[test]
fn counts_are_of_what_is_listed() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-06-31");
    let run = workspace.expect(0, &["check", WANG]);
    assert!(
        run.stderr.ends_with("0 个错误，0 个警告，0 个提示\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn paths_are_read_from_the_folder_one_stands_in() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-06-31");
    let here = workspace.path("data/县直机关工委/政府办党支部/党员");
    for (path, code) in [
        ("张建国.yaml", 1),
        ("./李明.yaml", 0),
        ("..", 1),
        ("../../县医院党支部", 0),
    ] {
        let run = run(paicha().args(["check", path]).current_dir(&here));
        assert_eq!(run.code, code, "{path}: {}", run.stderr);
    }
}

/// A name typed wrongly must not look like a file without faults.
#[test]
fn a_path_that_is_not_there_is_wrong_usage() {
    let workspace = sample::workspace();
    let run = workspace.expect(2, &["check", "data/县直机关工委/张建国.yaml"]);
    assert!(run.stderr.contains("张建国.yaml"), "{}", run.stderr);
}

#[test]
fn no_colour_and_no_bar_outside_a_terminal() {
    let workspace = sample::workspace();
    workspace.edit(WANG, "民族: 汉族", "民族: 未识别民族");
    let check = workspace.expect(0, &["check"]);
    let build = workspace.expect(0, &["build", "--member", "王强"]);
    for run in [check, build] {
        assert!(!run.stderr.contains(['\x1b', '\r']), "{:?}", run.stderr);
        assert_eq!(run.stdout, "");
    }
}

/// 豁免 is on record in the member's own file.
#[test]
fn a_waiver_silences_a_warning_of_its_member_only() {
    let workspace = sample::workspace();
    workspace.edit(WANG, "民族: 汉族", "民族: 未识别民族").edit(
        ZHANG,
        "民族: 汉族",
        "民族: 未识别民族\n豁免: [{规则: W0408, 原因: 户口簿如此}]",
    );
    let run = workspace.expect(0, &["check"]);
    assert_eq!(run.codes(), ["W0408"]);
    assert!(run.stderr.contains("王强.yaml"), "{}", run.stderr);
}
