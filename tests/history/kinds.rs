//! Repositories of every kind.

use std::fs;

use crate::common::Workspace;
use crate::common::sample::{ROUND, ZHANG};
use crate::repository::{begin, commit, expect_in, git_in, sample, summary_of};

/// The figures of the sample at its first commit.
const SUMMARY: [&str; 3] = ["summary", "--format", "json"];

#[test]
fn shallow_clones_have_what_they_have() {
    let workspace = sample();
    let expected = summary_of(&workspace);
    workspace.edit(ROUND, "默认: 2016-04-20", "默认: 2016-04-19");
    commit(workspace.root(), "二");
    let elsewhere = Workspace::empty();
    let url = format!("file://{}", workspace.root().display());
    git_in(
        elsewhere.root(),
        &["clone", "--quiet", "--depth=1", &url, "浅"],
    );
    let clone = elsewhere.path("浅");
    let run = expect_in(&clone, 0, &[&SUMMARY[..], &["--rev", "HEAD"]].concat());
    assert!(run.stdout.contains("2016-04-19") && !expected.contains("2016-04-19"));
    let run = expect_in(&clone, 2, &["summary", "--rev", "HEAD~1"]);
    assert!(
        run.stderr.contains("没有“HEAD~1”这个版本"),
        "{}",
        run.stderr
    );
}

#[test]
fn bare_repositories_need_no_work_tree() {
    let workspace = sample();
    let expected = summary_of(&workspace);
    let elsewhere = Workspace::empty();
    let from = workspace.root().to_str().expect("UTF-8");
    git_in(
        elsewhere.root(),
        &["clone", "--quiet", "--bare", from, "县里.git"],
    );
    let bare = elsewhere.path("县里.git");
    let run = expect_in(&bare, 0, &[&SUMMARY[..], &["--rev", "起"]].concat());
    assert_eq!(run.stdout, expected);
    let run = expect_in(&bare, 2, &["check", "--staged"]);
    assert!(run.stderr.contains("git"), "{}", run.stderr);
    // Without a checkout, too.
    git_in(
        elsewhere.root(),
        &["clone", "--quiet", "--no-checkout", from, "空"],
    );
    let clone = elsewhere.path("空");
    let run = expect_in(&clone, 0, &[&SUMMARY[..], &["--rev", "HEAD"]].concat());
    assert_eq!(run.stdout, expected);
}

#[test]
fn worktrees_know_all_revisions() {
    let workspace = sample();
    let expected = summary_of(&workspace);
    workspace.edit(ROUND, "默认: 2016-04-20", "默认: 2016-04-19");
    commit(workspace.root(), "二");
    let elsewhere = Workspace::empty();
    let path = elsewhere.path("另一处");
    let named = path.to_str().expect("UTF-8");
    git_in(
        workspace.root(),
        &["worktree", "add", "--quiet", "--detach", named],
    );
    let run = expect_in(&path, 0, &[&SUMMARY[..], &["--rev", "起"]].concat());
    assert_eq!(run.stdout, expected);
    let run = expect_in(&path, 0, &["check", "--staged"]);
    assert!(run.stderr.contains("4 名党员"), "{}", run.stderr);
}

#[test]
fn submodules_are_repositories_of_their_own() {
    let workspace = sample();
    let expected = summary_of(&workspace);
    let outer = Workspace::empty();
    outer.write("说明.txt", "各支部的资料\n");
    begin(outer.root());
    let from = workspace.root().to_str().expect("UTF-8");
    let add = [
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        from,
        "资料",
    ];
    git_in(outer.root(), &add);
    commit(outer.root(), "二");
    let inner = outer.path("资料");
    let run = expect_in(&inner, 0, &[&SUMMARY[..], &["--rev", "HEAD"]].concat());
    assert_eq!(run.stdout, expected);
    let run = expect_in(&inner, 0, &["check", "--staged"]);
    assert!(run.stderr.contains("4 名党员"), "{}", run.stderr);
    // In that around it, it is no folder.
    let run = expect_in(outer.root(), 2, &["check", "--rev", "HEAD:资料"]);
    assert!(
        run.stderr.contains("没有“资料”这个文件夹"),
        "{}",
        run.stderr
    );
}

#[test]
fn workspaces_may_be_folders_with_any_name_in_a_repository() {
    let inner = crate::common::sample::workspace();
    let expected = summary_of(&inner);
    let outer = Workspace::empty();
    for name in ["党务", "二级/排查 2016", "换\n行", "'引号\"", "末尾\n"] {
        crate::common::copy(&inner.path("data"), &outer.path(&format!("{name}/data")));
    }
    let odd = "党务/data/县直机关工委/政府办党支部/党员/张 建\n国.yaml";
    fs::rename(outer.path(&format!("党务/{ZHANG}")), outer.path(odd)).expect("renamed");
    begin(outer.root());
    for name in ["党务", "二级/排查 2016", "换\n行", "'引号\"", "末尾\n"] {
        let folder = outer.path(name);
        let same = |text: &str| text.replace("张 建\n国", "张建国");
        for revision in ["HEAD", &format!("起:{name}")] {
            let run = expect_in(&folder, 0, &[&SUMMARY[..], &["--rev", revision]].concat());
            assert_eq!(same(&run.stdout), expected, "{name} {revision}");
        }
        let named = format!("起:{name}");
        let run = expect_in(
            outer.root(),
            0,
            &[&SUMMARY[..], &["--rev", &named]].concat(),
        );
        assert_eq!(same(&run.stdout), expected, "{name}");
        let run = expect_in(&folder, 0, &["check", "--staged"]);
        assert!(run.stderr.contains("4 名党员"), "{}", run.stderr);
    }
    // What one of them has is nothing to the others.
    outer.write(&format!("党务/{ROUND}"), "名称: 别的\n");
    git_in(outer.root(), &["add", "--all"]);
    expect_in(&outer.path("党务"), 1, &["check", "--staged"]);
    expect_in(&outer.path("换\n行"), 0, &["check", "--staged"]);
}
