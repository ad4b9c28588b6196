//! What is staged is looked at, and not what stands on the disk.

use crate::common::sample::{LI, WANG, ZHANG};
use crate::repository::{expect_in, git_in, sample, traces};

#[test]
fn the_index_is_checked_and_not_the_work_tree() {
    let workspace = sample();
    let root = workspace.root();
    expect_in(root, 0, &["check", "--staged"]);
    // Good on the disk, bad as staged.
    let good = workspace.read(ZHANG);
    workspace.edit(ZHANG, "性别: 男", "性别: 难");
    git_in(root, &["add", ZHANG]);
    workspace.write(ZHANG, &good);
    expect_in(root, 0, &["check"]);
    let before = traces(root);
    let run = expect_in(root, 1, &["check", "--staged"]);
    assert_eq!(traces(root), before);
    assert!(run.stderr.contains("张建国.yaml:2:5"), "{}", run.stderr);
    assert!(run.stderr.contains("性别: 难"), "{}", run.stderr);
    // And the reverse.
    git_in(root, &["add", ZHANG]);
    workspace.edit(ZHANG, "性别: 男", "性别: 难");
    expect_in(root, 1, &["check"]);
    expect_in(root, 0, &["check", "--staged"]);
    // Only on the disk, only in the index.
    workspace.write(ZHANG, &good);
    workspace.write(&LI.replace("李明", "新来的"), "姓名: 新来的\n");
    workspace.remove(WANG);
    let run = expect_in(root, 0, &["check", "--staged"]);
    assert!(run.stderr.contains("4 名党员"), "{}", run.stderr);
}

#[test]
fn what_is_only_noted_as_to_be_added_is_not_staged() {
    let workspace = sample();
    let root = workspace.root();
    let new = LI.replace("李明", "新来的");
    workspace.write(&new, "姓名: 新来的\n");
    git_in(root, &["add", "--intent-to-add", &new]);
    let run = expect_in(root, 0, &["check", "--staged"]);
    assert!(run.stderr.contains("4 名党员"), "{}", run.stderr);
    // One that is empty in truth is there.
    workspace.write(&new, "");
    git_in(root, &["add", &new]);
    let run = expect_in(root, 1, &["check", "--staged"]);
    assert!(run.codes().contains(&"E0024"), "{}", run.stderr);
}

#[test]
fn a_merge_that_is_not_ended_is_an_error() {
    let workspace = sample();
    let root = workspace.root();
    git_in(root, &["checkout", "--quiet", "-b", "乡镇"]);
    workspace.edit(ZHANG, "35.00", "36.00");
    git_in(root, &["commit", "--quiet", "-am", "三十六"]);
    git_in(root, &["checkout", "--quiet", "main"]);
    workspace.edit(ZHANG, "35.00", "37.00");
    git_in(root, &["commit", "--quiet", "-am", "三十七"]);
    let merge = crate::repository::git_command(root)
        .args(["merge", "--quiet", "乡镇"])
        .output();
    assert!(!merge.expect("git").status.success());
    let run = expect_in(root, 1, &["check", "--staged"]);
    assert!(run.codes().contains(&"E0019"), "{}", run.stderr);
    assert!(run.stderr.contains("合并没有做完"), "{}", run.stderr);
    // In the work tree stand the two sides, with their names and lines.
    let run = expect_in(root, 1, &["check"]);
    assert!(run.codes().contains(&"E0049"), "{}", run.stderr);
    for part in [
        "张建国.yaml:11:1",
        "11 | <<<<<<< HEAD",
        "13 | =======",
        "15 | >>>>>>> 乡镇",
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}
