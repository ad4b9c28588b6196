//! What git does by itself once `paicha git install` was run.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::Workspace;
use crate::common::sample::{LI, OFFICE, ZHANG};
use crate::repository::{clean, commit, expect_in, git_command, git_in, sample};

const HOOK: &str = ".git/hooks/pre-commit";

/// Where git finds paicha, and everything else.
fn path() -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_paicha"))
        .parent()
        .expect("a folder");
    format!("{}:/usr/local/bin:/usr/bin:/bin", binary.display())
}

/// git, where paicha is there or not.
fn git(folder: &Path, has_paicha: bool, arguments: &[&str]) -> Output {
    let mut command = git_command(folder);
    let path = path();
    let (_, rest) = path.split_once(':').expect("several");
    command.env("PATH", if has_paicha { &path } else { rest });
    command
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("LANG", "zh_CN.UTF-8");
    command.args(arguments).output().expect("git")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn what_was_put_in_can_be_taken_out() {
    let workspace = sample();
    let root = workspace.root();
    let config = workspace.read(".git/config");
    let run = expect_in(root, 0, &["git", "install"]);
    for part in [
        ".gitattributes",
        "data/**/*.yaml diff=paicha",
        "diff.paicha.textconv",
        HOOK,
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
    let run = expect_in(root, 0, &["git", "install"]);
    assert_eq!(run.stderr, "都已经是这样，没有改动\n");
    let run = expect_in(root, 0, &["git", "uninstall"]);
    assert!(
        run.stderr.contains("diff.paicha.textconv"),
        "{}",
        run.stderr
    );
    assert_eq!(workspace.read(".git/config"), config);
    assert!(!workspace.path(HOOK).exists() && !workspace.path(".gitattributes").exists());
    let run = expect_in(root, 0, &["git", "uninstall"]);
    assert_eq!(run.stderr, "都已经是这样，没有改动\n");
    // What stands in the file besides stays.
    workspace.write(".gitattributes", "*.pdf binary");
    expect_in(root, 0, &["git", "install"]);
    let attributes = text(&workspace.read(".gitattributes"));
    assert!(
        attributes.starts_with("*.pdf binary\n# paicha\n"),
        "{attributes}"
    );
    expect_in(root, 0, &["git", "uninstall"]);
    assert_eq!(text(&workspace.read(".gitattributes")), "*.pdf binary\n");
    let outside = crate::common::sample::workspace();
    expect_in(outside.root(), 2, &["git", "install"]);
}

#[test]
fn hunks_name_the_member_and_the_block() {
    let workspace = sample();
    let root = workspace.root();
    expect_in(root, 0, &["git", "install"]);
    git_in(root, &["add", "--all"]);
    assert!(git(root, true, &["commit", "-qm", "装上"]).status.success());
    workspace.edit(LI, "结果: 停机", "结果: 空号");
    workspace.edit(ZHANG, "35.00", "36.00");
    workspace.edit(OFFICE, "党组织类别: 党政机关", "党组织类别: 其他");
    let diff = text(&git(root, true, &["diff", "-U0"]).stdout);
    let heads: Vec<&str> = diff
        .lines()
        .filter_map(|it| Some(it.strip_prefix("@@ ")?.split_once("@@ ")?.1))
        .collect();
    let expected = [
        "〔张建国〕学历学位:",
        "〔李明〕失联:",
        "〔政府办党支部〕名称: ",
    ];
    for expected in expected {
        assert!(
            heads.iter().any(|head| head.starts_with(expected)),
            "{heads:?}"
        );
    }
    assert_eq!(heads.len(), 3, "{diff}");
    assert!(
        diff.contains("-    - {日期: 2016-03-20, 方式: 电话, 对象: 本人, 结果: 停机}\n"),
        "{diff}"
    );
    // Without paicha, and without what was set, git shows it in its own way.
    let plain = text(&git(root, true, &["diff", "-U0", "--no-textconv"]).stdout);
    let alone = text(&git(root, false, &["diff", "-U0"]).stdout);
    let changes = |diff: &str| -> Vec<String> {
        let lines = diff.lines().filter(|line| !line.starts_with("@@"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(changes(&alone), changes(&plain));
    // What is no YAML is shown as it is.
    workspace.write(ZHANG, "姓名: \"张建国\n");
    let diff = git(root, true, &["diff", "--", ZHANG]);
    assert!(diff.status.success() && text(&diff.stdout).contains("+姓名: \"张建国\n"));
}

#[test]
fn photos_show_size_and_digest() {
    let workspace = sample();
    let root = workspace.root();
    let photos =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data/会宁县直机关工委/政府办党支部/照片");
    let [old, new] =
        ["刘翀.jpg", "南守礼.jpg"].map(|name| fs::read(photos.join(name)).expect("a photo"));
    let photo = "data/县直机关工委/政府办党支部/照片/张建国.jpg";
    workspace.write(photo, &old);
    commit(root, "照片");
    expect_in(root, 0, &["git", "install"]);
    workspace.write(photo, &new);
    let sum = Command::new("sha256sum")
        .arg(workspace.path(photo))
        .output()
        .expect("sha256sum");
    let digest = text(&sum.stdout)[..64].to_owned();
    let diff = text(&git(root, true, &["diff", "--", photo]).stdout);
    for part in [
        &format!("{} 字节", old.len())[..],
        &format!("{} 字节", new.len()),
        &digest,
    ] {
        assert!(diff.contains(part), "{part}: {diff}");
    }
    let alone = text(&git(root, false, &["diff", "--", photo]).stdout);
    assert!(
        alone.contains("+binary ") && alone.lines().count() < 9,
        "{alone}"
    );
}

#[test]
fn the_hook_checks_what_is_committed() {
    let outer = Workspace::empty();
    let name = "排查 '2016'";
    let inner = crate::common::sample::workspace();
    crate::common::copy(&inner.path("data"), &outer.path(&format!("{name}/data")));
    crate::repository::begin(outer.root());
    let root = outer.path(name);
    expect_in(&root, 0, &["git", "install"]);
    let zhang = format!("{name}/{ZHANG}");
    let good = text(&outer.read(&zhang));
    let bad = good.replace("性别: 男", "性别: 难");
    // Bad as staged, good on the disk: it stays out, with three lines and a way.
    outer.write(&zhang, &bad);
    git_in(outer.root(), &["add", "--all"]);
    outer.write(&zhang, &good);
    let run = git(outer.root(), true, &["commit", "-qm", "坏"]);
    let told = text(&run.stderr);
    assert!(!run.status.success());
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(
        told.starts_with("没有提交，暂存的资料里有错误：1 个错误"),
        "{told}"
    );
    assert!(
        told.contains("check --staged") && told.contains("--no-verify"),
        "{told}"
    );
    // What it says to type works as it is typed, wherever that is.
    let told_call = told.lines().nth(1).and_then(|line| line.split_once('：'));
    let (_, call) = told_call.expect("a call");
    for folder in [outer.root(), &root] {
        let mut shell = Command::new("sh");
        shell.env("PATH", path()).env("LANG", "zh_CN.UTF-8");
        let run = shell.args(["-c", call]).current_dir(folder).output();
        let run = run.expect("sh");
        let said = text(&run.stdout) + &text(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{call}: {said}");
        assert!(said.contains("“难”"), "{call}: {said}");
    }
    // From a folder below, and of what is named, as git puts it into an index of its own.
    let run = git(&root, true, &["commit", "-qm", "坏"]);
    assert!(!run.status.success());
    outer.write(&zhang, &bad);
    let run = git(&root, true, &["commit", "-qm", "坏", "--", ZHANG]);
    assert!(!run.status.success());
    let run = git(&root, true, &["commit", "-qam", "坏"]);
    assert!(!run.status.success());
    // Good as staged, bad on the disk: it goes in.
    outer.write(&zhang, good.replace("35.00", "36.00"));
    git_in(outer.root(), &["add", "--all"]);
    outer.write(&zhang, &bad);
    let run = git(outer.root(), true, &["commit", "-qm", "好"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    // Where paicha is not found, it goes in, and that is said.
    git_in(outer.root(), &["add", "--all"]);
    let run = git(outer.root(), false, &["commit", "-qm", "没有查"]);
    let told = text(&run.stderr);
    assert!(
        run.status.success() && told.contains("没有找到 paicha"),
        "{told}"
    );
    // A worktree has the same hook, and an index of its own.
    let elsewhere = Workspace::empty();
    let tree = elsewhere.path("另一处");
    git_in(
        outer.root(),
        &[
            "worktree",
            "add",
            "--quiet",
            "-b",
            "另",
            tree.to_str().expect("UTF-8"),
        ],
    );
    let run = git(&tree, true, &["commit", "--allow-empty", "-qm", "坏"]);
    assert!(!run.status.success());
    fs::write(tree.join(&zhang), &good).expect("a file");
    git_in(&tree, &["add", "--all"]);
    let run = git(&tree, true, &["commit", "-qm", "好"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
}

#[test]
fn hooks_of_others_are_left_alone() {
    let workspace = sample();
    let root = workspace.root();
    let own = "#!/bin/sh\nexit 0\n";
    workspace.write(HOOK, own);
    let run = expect_in(root, 0, &["git", "install"]);
    assert!(
        run.stderr
            .contains("paicha -C '.' check --staged || exit 1"),
        "{}",
        run.stderr
    );
    expect_in(root, 0, &["git", "uninstall"]);
    assert_eq!(text(&workspace.read(HOOK)), own);
    workspace.remove(HOOK);
    fs::create_dir(workspace.path("钩子")).expect("a folder");
    git_in(root, &["config", "core.hooksPath", "钩子"]);
    let run = expect_in(root, 0, &["git", "install"]);
    assert!(run.stderr.contains("钩子/pre-commit"), "{}", run.stderr);
    assert_eq!(
        fs::read_dir(workspace.path("钩子")).expect("there").count(),
        0
    );
    assert!(!workspace.path(HOOK).exists());
    // The line that is shown does what it says.
    workspace.write(
        "钩子/pre-commit",
        "#!/bin/sh\npaicha -C '.' check --staged || exit 1\n",
    );
    let mut make = Command::new("chmod");
    clean(&mut make);
    assert!(
        make.arg("+x")
            .arg(workspace.path("钩子/pre-commit"))
            .status()
            .expect("chmod")
            .success()
    );
    let run = expect_in(root, 0, &["git", "install"]);
    assert_eq!(run.stderr, "都已经是这样，没有改动\n");
    workspace.edit(ZHANG, "性别: 男", "性别: 难");
    git_in(root, &["add", "--all"]);
    assert!(!git(root, true, &["commit", "-qm", "坏"]).status.success());
}
