//! A revision gives what its checkout gives, and nothing is touched.

use std::os::unix::fs::symlink;
use std::path::Path;

use crate::common::Workspace;
use crate::common::sample::{LI, OFFICE, ROUND, ZHANG};
use crate::repository::{commit, expect_in, git_in, outputs, paicha_in, sample, traces};

/// A history in which data, settings, a layout of the workspace's own, photos and links
/// change.
fn history() -> Workspace {
    let workspace = sample();
    let branch = "data/县直机关工委/政府办党支部";
    workspace.edit(ZHANG, "月应交纳党费: 35.00", "月应交纳党费: 36.00");
    workspace.edit(OFFICE, "简称: 政府办党支部", "简称: 县政府办党支部");
    commit(workspace.root(), "二");
    let photo = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/会宁县直机关工委/政府办党支部/照片/刘翀.jpg"
    );
    let photo = std::fs::read(photo).expect("a photo");
    workspace.write(&format!("{branch}/照片/张建国.jpg"), photo);
    workspace.edit(ZHANG, "民族: 汉族", "民族: 汉族\n照片: 照片/张建国.jpg");
    workspace.write("paicha.yaml", "规则级别: {N0707: 警告}\n");
    commit(workspace.root(), "三");
    // As an editor of Windows writes it, and as a link.
    let text = String::from_utf8(workspace.read(LI)).expect("UTF-8");
    workspace.write(LI, text.replace('\n', "\r\n"));
    let folder = workspace.path(&format!("{branch}/党员"));
    workspace.write("共用/刘 翀.yaml", "");
    std::fs::rename(workspace.path(ZHANG), workspace.path("共用/刘 翀.yaml")).expect("moved");
    symlink("../../../../共用/刘 翀.yaml", folder.join("张建国.yaml")).expect("a link");
    commit(workspace.root(), "四");
    let own = "layouts/附件6/form.yaml";
    let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/layouts/附件6/form.yaml");
    let text = std::fs::read_to_string(built_in).expect("a form");
    assert!(
        text.contains("标题: 与党组织失去联系党员情况汇总表"),
        "{text}"
    );
    workspace.write(
        own,
        text.replacen("标题: 与党组织失去", "标题: 与党组织已失去", 1),
    );
    workspace.edit(ROUND, "默认: 2016-04-20", "默认: 2016-04-21");
    commit(workspace.root(), "五");
    workspace
}

const TAGS: [&str; 5] = ["起", "二", "三", "四", "五"];

#[test]
fn every_tag_is_built_as_its_checkout_is() {
    let workspace = history();
    let elsewhere = Workspace::empty();
    // What stands in the work tree and the index is of no matter.
    workspace.write(ZHANG, "不是党员的文件");
    workspace.write(ROUND, "名称: 别的\n");
    git_in(workspace.root(), &["add", ROUND]);
    for tag in TAGS {
        let checkout = elsewhere.path(&format!("{tag}的检出"));
        let path = checkout.to_str().expect("UTF-8");
        git_in(
            workspace.root(),
            &["worktree", "add", "--quiet", "--detach", path, tag],
        );
        expect_in(&checkout, 0, &["build"]);
        let before = traces(workspace.root());
        let out = elsewhere.path(&format!("{tag}的表"));
        let named = out.to_str().expect("UTF-8");
        expect_in(
            workspace.root(),
            0,
            &["build", "--rev", tag, "--out", named],
        );
        assert_eq!(
            traces(workspace.root()),
            before,
            "{tag}: something was touched"
        );
        let (built, expected) = (outputs(&out), outputs(&checkout.join("out")));
        assert!(expected.len() > 15, "{:?}", expected.keys());
        for (path, bytes) in &expected {
            assert!(built.get(path) == Some(bytes), "{tag}: {}", path.display());
        }
        assert!(built.keys().eq(expected.keys()), "{tag}");
    }
    // One folder for one after the other gives the same again, whatever it remembers.
    let out = elsewhere.path("一处");
    let named = out.to_str().expect("UTF-8");
    for tag in TAGS.iter().rev().chain(&TAGS) {
        expect_in(
            workspace.root(),
            0,
            &["build", "--rev", tag, "--out", named],
        );
        let expected = outputs(&elsewhere.path(&format!("{tag}的表")));
        assert!(outputs(&out) == expected, "{tag}");
    }
}

/// What the system is asked for, traced: nothing in the work tree or the index is opened to
/// be written, made, renamed or removed, nor does anything there say what a revision says.
#[test]
#[ignore = "needs strace"]
fn a_revision_is_built_without_the_work_tree() {
    let workspace = history();
    let elsewhere = Workspace::empty();
    let (logs, out) = (elsewhere.path("记录"), elsewhere.path("表"));
    std::fs::create_dir(&logs).expect("a folder");
    let mut command = std::process::Command::new("strace");
    crate::repository::clean(&mut command);
    let calls = "trace=open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,\
        mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,utimensat";
    command
        // A file for each thread, so that no call is cut in two.
        .args(["-ff", "-y", "-s", "4096", "-e", calls, "-o"])
        .arg(logs.join("strace"))
        .arg(env!("CARGO_BIN_EXE_paicha"))
        .args(["build", "--rev", "三", "--out"])
        .arg(&out)
        .current_dir(workspace.root());
    let output = command.output().expect("strace");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let logs = std::fs::read_dir(&logs).expect("a folder");
    let log = |entry: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(entry.expect("an entry").path()).expect("a log")
    };
    let calls: String = logs.map(log).collect();
    let root = workspace.root().canonicalize().expect("a folder");
    let root = root.to_str().expect("UTF-8");
    let mut seen = 0;
    for line in calls.lines() {
        let opens = line.contains("open(") || line.contains("openat(");
        let mut paths = line.split('"').skip(1).step_by(2);
        let is_there = match opens {
            // What was opened stands behind the call.
            true => line
                .rsplit(" = ")
                .next()
                .is_some_and(|opened| opened.contains(root)),
            // A relative path is one of the folder that is named, else of that it runs in.
            false => paths.any(|path| {
                let folder = line.split_once('<').map_or(root, |(_, rest)| rest);
                path.starts_with(root) || !path.starts_with('/') && folder.starts_with(root)
            }),
        };
        if !is_there || !line.contains('(') {
            continue;
        }
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"];
        let reads_only = opens && !writes.iter().any(|flag| line.contains(flag));
        assert!(reads_only, "{line}");
        let of_data = line.contains("/data/") && line.contains(".yaml");
        assert!(!of_data, "read from the work tree: {line}");
        seen += 1;
    }
    assert!(
        seen > 0 && calls.lines().count() > 100,
        "nothing was traced"
    );
}

#[test]
fn every_answer_of_a_tag_is_that_of_its_checkout() {
    let workspace = history();
    let elsewhere = Workspace::empty();
    let odd = "data/县直机关工委/政府办党支部/党员";
    let path = |name: &str| workspace.path(&format!("{odd}/{name}"));
    symlink("../../../..", path("上去")).expect("a link");
    symlink("/etc/hostname", path("外来.yaml")).expect("a link");
    symlink("../../政府办党支部/党员", path("又来")).expect("a link");
    workspace.write(&format!("{odd}/坏.yaml"), "姓名: 坏\n不是键: 1\n");
    commit(workspace.root(), "六");
    git_in(workspace.root(), &["checkout", "--quiet", "起"]);
    for tag in ["二", "三", "四", "五", "六"] {
        let checkout = elsewhere.path(tag);
        let path = checkout.to_str().expect("UTF-8");
        git_in(
            workspace.root(),
            &["worktree", "add", "--quiet", "--detach", path, tag],
        );
        for call in [
            &["check", "--format", "json"][..],
            &["check"],
            &["check", ZHANG],
            &["summary", "--format", "yaml"],
            &["status", "--format", "json"],
            &["where", "李明.yaml:姓名"],
            &["where", "李明.pdf"],
        ] {
            let of_checkout = paicha_in(&checkout, call);
            let of_tag = paicha_in(workspace.root(), &[call, &["--rev", tag]].concat());
            assert_eq!(of_tag.stdout, of_checkout.stdout, "{tag} {call:?}");
            assert_eq!(of_tag.stderr, of_checkout.stderr, "{tag} {call:?}");
            assert_eq!(of_tag.code, of_checkout.code, "{tag} {call:?}");
        }
    }
}

#[test]
fn fonts_that_git_ignores_come_from_the_work_tree_and_are_named() {
    let workspace = sample();
    workspace.write("fonts/user/仿宋.ttf", "不是字体");
    let run = expect_in(workspace.root(), 0, &["check", "--rev", "HEAD"]);
    assert!(
        run.stderr.contains("用了工作区里的：fonts/user/仿宋.ttf"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("警告[W1120]"), "{}", run.stderr);
    // What git could have had, it would have.
    workspace.write(".gitignore", "out/\n");
    let run = expect_in(workspace.root(), 0, &["check", "--rev", "HEAD"]);
    assert!(!run.stderr.contains("fonts/user"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_had_is_wrong_usage() {
    let workspace = sample();
    let root = workspace.root();
    for (call, words) in [
        (&["check", "--rev", "没有"][..], "没有“没有”这个版本"),
        (&["check", "--rev=-x"], "没有“-x”这个版本"),
        (&["check", "--rev", "HEAD:别处"], "没有“别处”这个文件夹"),
        (&["build", "--rev", "HEAD"], "加上 --out"),
        (&["check", "--rev", "HEAD", "--fix"], "--fix"),
        (&["check", "--staged", "--dry-run"], "--fix"),
        (&["check", "--staged", "--rev", "HEAD"], "--staged"),
        (&["build", "--out", "data/表"], "--out"),
        (&["build", "--out", "data"], "--out"),
        (&["build", "--rev", "HEAD", "--out", "."], "别的文件"),
    ] {
        let before = traces(root);
        let run = expect_in(root, 2, call);
        assert!(run.stderr.contains(words), "{call:?}: {}", run.stderr);
        assert_eq!(traces(root), before, "{call:?}");
    }
    let outside = crate::common::sample::workspace();
    let run = expect_in(outside.root(), 2, &["check", "--rev", "HEAD"]);
    assert!(run.stderr.contains("不是 git 仓库"), "{}", run.stderr);
    let mut command = crate::common::paicha();
    let command = command.current_dir(root).args(["check", "--rev", "HEAD"]);
    let run = crate::common::run(command.env("PATH", "/nowhere"));
    assert_eq!((run.code, run.stderr.contains("没有找到 git")), (2, true));
}

#[test]
fn a_folder_of_outputs_is_new_or_empty_or_was_one() {
    let workspace = sample();
    let elsewhere = Workspace::empty();
    let out = elsewhere.path("表");
    let named = out.to_str().expect("UTF-8");
    let build = ["build", "--only", "附件6", "--out", named];
    expect_in(workspace.root(), 0, &build);
    expect_in(workspace.root(), 0, &build);
    assert!(!Path::new(&workspace.path("out")).exists());
    expect_in(workspace.root(), 0, &[&build[..], &["--verify"]].concat());
    elsewhere.write("别人的/信.txt", "");
    let other = elsewhere.path("别人的");
    let run = expect_in(
        workspace.root(),
        2,
        &["build", "--out", other.to_str().expect("UTF-8")],
    );
    assert!(run.stderr.contains("没有写"), "{}", run.stderr);
    assert_eq!(std::fs::read_dir(other).expect("there").count(), 1);
}
