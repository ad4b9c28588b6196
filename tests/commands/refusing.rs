//! What must be refused with a message: never a panic, a wrong figure, or a
//! number shown whole.

use crate::common::sample::{self, COMMITTEE, OFFICE, ROUND, ZHANG};
use crate::common::{Run, Workspace};

const BRANCH: &str = "县直机关工委/政府办党支部";

/// The office reports these figures of 附件6 and of 对账.
fn reporting(rows: &str, reconciliation: &str) -> Run {
    let (sample, workspace) = (sample::workspace(), Workspace::empty());
    for path in [ROUND, COMMITTEE, OFFICE] {
        workspace.write(path, sample.read(path));
    }
    let figures = format!(
        "填表日期: 2016-04-20\n附件6: {{行: {rows}}}\n附件7: {{行: {{}}, 对账: {reconciliation}}}\n"
    );
    workspace.write(&format!("data/{BRANCH}/汇总上报.yaml"), figures);
    workspace.run(&["summary"])
}

#[test]
fn a_correction_that_is_too_large() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "月应交纳党费: 35.00", "党龄校正月数: 2147483647");
    let run = workspace.run(&["check"]);
    assert!([0, 1].contains(&run.code), "{}: {}", run.code, run.stderr);
}

#[test]
fn figures_that_are_too_large_to_add_up() {
    let three = "{国有企业解除劳动关系人员: {人数: 2147483647}, \
                 高校毕业生: {人数: 2147483647}, 其他: {人数: 2147483647}}";
    let run = reporting(three, "{}");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let all = "{附件4: 1, 附件5: 1, 处置: 2147483647, 补转: 2147483647, 待处置: 2147483647}";
    let run = reporting("{}", all);
    assert_eq!(run.code, 1, "{}", run.stderr);
}

/// 填表日期 is inherited: a branch cannot be counted on a day nobody can read.
#[test]
fn a_day_above_that_cannot_be_read_stops_a_branch() {
    for bad in ["填表日期: 2016-04", "书记: \"苏克勤"] {
        let workspace = sample::workspace();
        let text = String::from_utf8(workspace.read(COMMITTEE)).expect("UTF-8");
        workspace.write(COMMITTEE, format!("{text}{bad}\n"));
        let run = workspace.expect(1, &["summary", "--org", BRANCH]);
        assert_eq!(run.codes().len(), 1, "{bad}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{bad}");
    }
}

/// The same for a build; and here it is.
#[test]
fn a_day_above_that_cannot_be_read_stops_the_build_of_a_branch() {
    let workspace = sample::workspace();
    let text = String::from_utf8(workspace.read(COMMITTEE)).expect("UTF-8");
    workspace.write(COMMITTEE, text + "填表日期: 2016-04\n");
    let run = workspace.expect(1, &["build", "--org", BRANCH]);
    assert_eq!(run.codes(), ["E0303"]);
    assert!(!workspace.path("out").exists());
}

#[test]
fn an_id_number_as_a_file_name_is_masked() {
    let workspace = sample::workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let path = format!("data/{BRANCH}/党员/622423196503121236.yaml");
    workspace
        .remove(ZHANG)
        .write(&path, text.replace("1990-07-01", "1990-06-31"));
    let run = workspace.expect(1, &["check"]);
    assert!(!run.stderr.contains("622423196503121236"), "{}", run.stderr);
}

/// A letter O for a zero: what is left of the number is still his.
#[test]
fn an_id_number_with_a_letter_in_it_is_masked() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "622423196503121236", "6224231965O3121236");
    let run = workspace.expect(1, &["check"]);
    assert_eq!(run.codes(), ["E0102"]);
    assert!(!run.stderr.contains("1965O312"), "{}", run.stderr);
}

#[test]
fn dates_are_never_masked() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-07-01 1990-07-02");
    let run = workspace.expect(1, &["check"]);
    assert!(
        run.stderr.contains("“1990-07-01 1990-07-02”"),
        "{}",
        run.stderr
    );
}

/// An organisation in the folder 空白表 has the path of the blank forms.
#[test]
fn an_organisation_never_writes_over_blank_forms() {
    let workspace = Workspace::empty();
    let sample = sample::workspace();
    workspace
        .write(ROUND, sample.read(ROUND))
        .write("data/空白表/党组织.yaml", sample.read(OFFICE));
    assert_eq!(workspace.expect(1, &["build"]).codes(), ["E0917"]);
    assert!(workspace.pdfs().is_empty());
}

/// What is in the way is called what it is, and what to do is said.
#[cfg(unix)]
#[test]
fn what_is_in_the_way_of_an_output_is_told() {
    let workspace = sample::workspace();
    let build = ["build", "--member", "张建国"];
    let card = workspace.path(&format!("out/{BRANCH}/附件1/张建国.pdf"));
    let told = || workspace.expect(3, &build).stderr;
    workspace.write("out", "");
    assert!(told().contains("应当是文件夹，现在是文件"), "{}", told());
    workspace.remove("out");
    std::fs::create_dir_all(&card).expect("a folder");
    assert!(told().contains("的位置上是文件夹"), "{}", told());
    std::fs::remove_dir(&card).expect("a folder");
    std::os::unix::fs::symlink("/etc/hosts", &card).expect("a link");
    assert!(told().contains("是链接"), "{}", told());
    std::fs::remove_file(&card).expect("a link");
    let folder = card.parent().expect("a folder");
    let only_read = std::os::unix::fs::PermissionsExt::from_mode(0o500);
    std::fs::set_permissions(folder, only_read).expect("a folder");
    assert!(told().contains("没有权限；"), "{}", told());
    assert!(!told().contains("permission"), "{}", told());
}
