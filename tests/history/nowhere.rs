//! `paicha diff` where there is no data: that is an error, and not that nothing is different.

use crate::common::Workspace;
use crate::common::sample;
use crate::common::sample::ZHANG;
use crate::repository::{begin, commit, expect_in, git_in};

#[test]
fn a_bare_repository_has_no_work_tree_to_compare_with() {
    let workspace = crate::repository::sample();
    let bare = Workspace::empty();
    let from = workspace.root().to_str().expect("a path").to_owned();
    git_in(bare.root(), &["clone", "--quiet", "--bare", &from, "裸"]);
    let bare = bare.path("裸");
    let run = expect_in(&bare, 2, &["diff", "main"]);
    assert_eq!(run.stdout, "");
    for word in ["“工作区”里没有 data 文件夹", "-C", "A..B"] {
        assert!(run.stderr.contains(word), "{word}\n{}", run.stderr);
    }
    // Two revisions are there.
    let run = expect_in(&bare, 0, &["diff", "--exit-code", "main..main"]);
    assert!(run.stderr.contains("没有变化"), "{}", run.stderr);
}

#[test]
fn above_the_workspace_there_is_nothing_to_compare() {
    let top = Workspace::empty();
    let workspace = sample::workspace();
    crate::common::copy(workspace.root(), &top.path("资料"));
    begin(top.root());
    top.edit(&format!("资料/{ZHANG}"), "35.00", "36.00");
    for call in [
        &["diff", "--exit-code"][..],
        &["diff", "--exit-code", "--staged"],
    ] {
        let run = expect_in(top.root(), 2, call);
        assert!(run.stderr.contains("没有 data 文件夹"), "{}", run.stderr);
    }
    expect_in(&top.path("资料"), 1, &["diff", "--exit-code"]);
}

/// A repository in which a workspace was begun later than the first commit.
#[test]
fn data_may_begin_between_two_states_but_not_end() {
    let workspace = Workspace::empty();
    workspace.write("README.md", "# 说明\n");
    begin(workspace.root());
    crate::common::copy(sample::workspace().root(), workspace.root());
    let run = expect_in(workspace.root(), 1, &["diff", "--exit-code"]);
    assert!(run.stdout.contains("张建国  新来"), "{}", run.stdout);
    commit(workspace.root(), "二");
    let run = expect_in(workspace.root(), 2, &["diff", "二..起"]);
    assert!(run.stderr.contains("“起”里没有 data"), "{}", run.stderr);
}
