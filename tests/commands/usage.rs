//! Exit statuses, languages, and where the workspace is.

use std::fs;

use crate::common::sample::{self, ZHANG};
use crate::common::{Workspace, paicha, run};

#[test]
fn done_is_0() {
    let run = sample::workspace().expect(0, &["check"]);
    assert_eq!(run.codes(), [""; 0]);
    assert_eq!(run.stdout, "");
    // 排查.yaml, three 党组织.yaml, four members.
    let expected = "检查了 8 个文件，4 名党员\n0 个错误，0 个警告，0 个提示\n";
    assert_eq!(run.stderr, expected);
}

#[test]
fn errors_in_the_data_are_1_for_every_command() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-06-31");
    for command in ["check", "build", "summary"] {
        let run = workspace.expect(1, &[command]);
        assert_eq!(run.codes(), ["E0302"], "{command}");
        assert_eq!(run.stdout, "", "{command}");
    }
    assert!(!workspace.path("out").exists());
}

#[test]
fn wrong_usage_is_2_and_says_where_help_is() {
    let workspace = sample::workspace();
    for arguments in [
        &["bild"][..],
        &["build", "--ony", "附件5"],
        &["build", "--jobs", "0"],
        &["build", "--jobs", "many"],
        &["summary", "--format", "pdf"],
        &["check", "--lang", "fr"],
    ] {
        let run = workspace.expect(2, arguments);
        assert_eq!(run.stdout, "", "{arguments:?}");
        let stderr = &run.stderr;
        assert!(stderr.starts_with("错误："), "{arguments:?}: {stderr}");
        assert!(stderr.contains("paicha --help"), "{arguments:?}: {stderr}");
    }
    assert!(!workspace.path("out").exists());
}

#[test]
fn what_would_be_right_is_said_where_it_is_known() {
    let workspace = sample::workspace();
    for (arguments, said) in [
        (&["check", "-C"][..], "后面要写值\n"),
        (&["check", "--rev"], "后面要写值\n"),
        (&["build", "--only"], "后面要写值\n"),
        (&["build", "-j", "300"], "可写：1 到 256"),
        (&["build", "-j", "many"], "可写：1 到 256"),
        (
            &["status", "--date", "2016-02-30"],
            "写到日，例如 2016-04-20",
        ),
        (&["status", "--date", "2016-02"], "写到日，例如 2016-04-20"),
        (&["check", "--format"], "可写：text, json"),
    ] {
        let run = workspace.expect(2, arguments);
        assert!(run.stderr.contains(said), "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.contains("可写：\n"), "{}", run.stderr);
    }
}

#[test]
fn no_command_is_2_and_shows_the_help() {
    let run = run(&mut paicha());
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("用法：paicha"), "{}", run.stderr);
}

#[test]
fn help_is_a_result() {
    let run = run(paicha().arg("--help"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for command in ["build", "check", "summary"] {
        assert!(run.stdout.contains(command), "{}", run.stdout);
    }
}

#[test]
fn a_machine_that_fails_is_3() {
    let workspace = sample::workspace();
    workspace.write("out", "a file where the folder should be");
    let run = workspace.expect(3, &["build"]);
    assert!(run.stderr.starts_with("错误："), "{}", run.stderr);
    assert_eq!(workspace.read("out"), b"a file where the folder should be");
}

#[test]
fn a_machine_that_fails_says_where() {
    let workspace = sample::workspace();
    workspace.write("out", "a file where the folder should be");
    let run = workspace.expect(3, &["build"]);
    assert!(run.stderr.contains("out"), "{}", run.stderr);
}

/// A folder stands where an output belongs: found only when files are moved.
#[test]
fn an_output_that_cannot_be_put_in_place_is_3() {
    let workspace = sample::workspace();
    workspace.write(
        "out/县直机关工委/政府办党支部/附件1/张建国.pdf/留言.txt",
        "",
    );
    workspace.expect(3, &["build", "--member", "张建国"]);
    let kept = ["县直机关工委/政府办党支部/附件1/张建国.pdf/留言.txt"];
    assert_eq!(workspace.outputs(), kept, "nothing half done is left");
}

#[test]
fn english_by_flag_or_locale() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-06-31");
    let flag = workspace.expect(1, &["--lang", "en", "check"]);
    let english = |variable: &str, value: &str, arguments: &[&str]| {
        let mut command = paicha();
        command.env(variable, value).current_dir(workspace.root());
        run(command.arg("check").args(arguments)).stderr
    };
    assert!(flag.stderr.starts_with("error[E0302]"), "{}", flag.stderr);
    assert!(flag.stderr.contains("errors: 1"), "{}", flag.stderr);
    assert_eq!(english("LANG", "en_GB.UTF-8", &[]), flag.stderr);
    assert_eq!(english("LC_ALL", "en_US.UTF-8", &[]), flag.stderr);
    let chinese = english("LANG", "en_GB.UTF-8", &["--lang", "zh"]);
    assert!(chinese.starts_with("错误[E0302]"), "{chinese}");
    assert_eq!(english("LANG", "zh_CN.UTF-8", &[]), chinese);
    assert_eq!(english("LANG", "C", &[]), chinese);
}

#[test]
fn english_words_for_wrong_usage_and_help() {
    let usage = run(paicha().args(["--lang", "en", "bild"]));
    assert_eq!(usage.code, 2);
    assert!(usage.stderr.starts_with("error: "), "{}", usage.stderr);
    let help = run(paicha().args(["--lang=en", "--help"]));
    assert!(help.stdout.contains("Usage: paicha"), "{}", help.stdout);
}

#[test]
fn the_workspace_is_found_upwards() {
    let workspace = sample::workspace();
    let here = workspace.path("data/县直机关工委/政府办党支部/党员");
    let found = run(paicha().arg("check").current_dir(&here));
    assert_eq!(found.stderr, workspace.expect(0, &["check"]).stderr);
    let named = run(paicha()
        .args(["-C", "../../..", "check"])
        .current_dir(&here));
    assert_eq!(
        named.code, 1,
        "-C is the workspace itself, nothing above it"
    );
}

/// A `data/` without a round on the way up is somebody else's.
#[test]
fn a_folder_data_without_a_round_is_passed_by() {
    let workspace = sample::workspace();
    let inner = workspace.path("资料/data");
    fs::create_dir_all(&inner).expect("a folder");
    let found = run(paicha().arg("check").current_dir(&inner));
    assert_eq!(found.code, 0, "{}", found.stderr);
}

/// One above is no workspace, and nothing is written into it; nor into one that is named.
#[test]
fn what_is_no_workspace_stays_as_it_is() {
    let outer = Workspace::empty();
    fs::create_dir_all(outer.path("data")).expect("a folder");
    fs::create_dir_all(outer.path("里")).expect("a folder");
    let before = outer.tree("");
    for folder in ["里", ""] {
        for call in [
            &["new", "党组织", "某支部"][..],
            &["new", "党员", "张建国", "622423196503121236"],
            &["build", "--blank"],
            &["check", "--fix"],
            &["report", "工作情况报告"],
            &["layouts", "new", "某表", "--like", "附件4"],
            &["git", "install"],
        ] {
            let run = run(paicha().args(call).current_dir(outer.path(folder)));
            assert_eq!(run.code, 2, "{call:?}\n{}", run.stderr);
            assert!(run.stderr.contains("data/排查.yaml"), "{}", run.stderr);
            assert!(run.stderr.contains("-C"), "{}", run.stderr);
            assert_eq!(outer.tree(""), before, "{call:?}");
        }
    }
    // Where `data/` stands, what it lacks is told; one folder further in, that there is none.
    let codes = |folder: &str| {
        let run = run(paicha().arg("check").current_dir(outer.path(folder)));
        (run.code, run.codes().contains(&"E0001"))
    };
    assert_eq!((codes("里"), codes("")), ((1, true), (1, false)));
    // Elsewhere, blank forms need no data.
    let out = outer
        .path("../")
        .join(format!("空白-{}", std::process::id()));
    let named = out.to_str().expect("a path");
    let run = run(paicha()
        .args(["build", "--blank", "--out", named])
        .current_dir(outer.path("里")));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(outer.tree(""), before);
    fs::remove_dir_all(out).expect("removed");
}

#[test]
fn a_relative_workspace() {
    let workspace = sample::workspace();
    let outer = Workspace::empty();
    let relative = pathdiff(workspace.root(), outer.root());
    let found = run(paicha()
        .args(["-C", &relative, "summary"])
        .current_dir(outer.root()));
    assert_eq!(found.code, 0, "{}", found.stderr);
}

/// Both are temporary folders beside each other.
fn pathdiff(to: &std::path::Path, from: &std::path::Path) -> String {
    assert_eq!(to.parent(), from.parent());
    let name = to.file_name().and_then(|name| name.to_str());
    format!("../{}", name.expect("a name of ASCII"))
}
