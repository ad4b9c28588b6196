//! What git keeps for a file and is not the file.

use crate::common::Workspace;
use crate::common::sample::ZHANG;
use crate::repository::{commit, expect_in, git_in, sample};

const POINTER: &str = "version https://git-lfs.github.com/spec/v1\n\
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 1042\n";

#[track_caller]
fn refused(workspace: &Workspace, part: &str) {
    for call in [&["check", "--rev", "HEAD"][..], &["check", "--staged"]] {
        let run = expect_in(workspace.root(), 1, call);
        assert_eq!(run.codes(), ["E0019"], "{call:?} {}", run.stderr);
        assert!(run.stderr.contains(part), "{call:?} {}", run.stderr);
    }
}

#[test]
fn pointers_of_lfs_are_no_files() {
    let workspace = sample();
    let good = workspace.read(ZHANG);
    workspace.write(ZHANG, POINTER);
    commit(workspace.root(), "二");
    refused(&workspace, "Git LFS");
    workspace.write(ZHANG, good);
    workspace.edit(ZHANG, "民族: 汉族", "民族: 汉族\n照片: 照片/张建国.jpg");
    workspace.write("data/县直机关工委/政府办党支部/照片/张建国.jpg", POINTER);
    commit(workspace.root(), "三");
    refused(&workspace, "张建国.yaml:5:5");
    workspace.edit(ZHANG, "照片: 照片/张建国.jpg\n", "");
    workspace.remove("data/县直机关工委/政府办党支部/照片/张建国.jpg");
    workspace.write(".gitignore", "out/\n");
    workspace.write("fonts/user/仿宋.ttf", POINTER);
    commit(workspace.root(), "四");
    refused(&workspace, "fonts/user/仿宋.ttf");
}

#[test]
fn filters_that_change_a_file_are_told() {
    let workspace = sample();
    let root = workspace.root();
    for (attributes, by) in [
        ("*.yaml filter=加密\n", "filter=加密"),
        ("张建国.yaml ident\n", "ident"),
        (
            "*.yaml working-tree-encoding=GBK\n",
            "working-tree-encoding=GBK",
        ),
    ] {
        let file = "data/县直机关工委/政府办党支部/党员/.gitattributes";
        workspace.write(file, attributes);
        if by.starts_with("filter") {
            commit(root, "没有设置");
            // Nothing is set up that would change it.
            expect_in(root, 0, &["check", "--rev", "HEAD"]);
            git_in(root, &["config", "filter.加密.smudge", "tr a-z A-Z"]);
        }
        // It alone: git may look at the others anew, and they are no GBK.
        git_in(root, &["add", file]);
        git_in(root, &["commit", "--quiet", "--allow-empty", "-m", by]);
        for call in [&["check", "--rev", "HEAD"][..], &["check", "--staged"]] {
            let run = expect_in(root, 1, call);
            assert!(run.codes().contains(&"E0019"), "{call:?} {}", run.stderr);
            assert!(
                run.stderr.contains(&format!("（{by}）")),
                "{call:?} {}",
                run.stderr
            );
        }
        // Of another revision, the attributes are others.
        expect_in(root, 0, &["check", "--rev", "起"]);
    }
}

#[test]
fn ends_of_lines_do_not_matter() {
    let workspace = sample();
    let expected = crate::repository::summary_of(&workspace);
    workspace.write(
        ".gitattributes",
        "*.yaml text eol=crlf working-tree-encoding=UTF-8\n",
    );
    commit(workspace.root(), "二");
    let call = ["summary", "--format", "json", "--rev", "HEAD"];
    assert_eq!(expect_in(workspace.root(), 0, &call).stdout, expected);
    expect_in(workspace.root(), 0, &["check", "--staged"]);
}
