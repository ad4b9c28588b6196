//! What reaches the terminal, programs that read, and disks that are full.

#![cfg(unix)]

use std::fs::File;
use std::io::Read as _;
use std::process::Stdio;

use super::common::sample::{ZHANG, workspace};
use super::common::{Run, Workspace, paicha};

const BRANCH: &str = "data/县直机关工委/政府办党支部";

/// Whatever acts on a terminal, from the data, from names, from arguments.
const ACTING: &str = "\x1b[31m\x1b]0;x\x07\r\u{9b}2J\x7f\u{202e}\u{2066}\u{200f}\x08";

#[track_caller]
fn acts_not(run: &Run, call: &[&str]) {
    for text in [&run.stdout, &run.stderr] {
        let acting = text.chars().find(|c| {
            c.is_control() && !matches!(c, '\n' | '\t')
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(acting, None, "{call:?}\n{text:?}");
    }
}

/// A workspace with acting characters in values, keys, and names of files and folders.
fn acting() -> Workspace {
    let workspace = workspace();
    let escaped = "\\e[31m\\a\\r\\u009b2J\\x7f\\u202e\\u2066\\u200f";
    workspace.edit(
        ZHANG,
        "民族: 汉族",
        &format!("民族: \"汉{escaped}族\"\n\"键{escaped}\": 1"),
    );
    let member = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    workspace.write(&format!("{BRANCH}/党员/王{ACTING}.yaml"), &member);
    workspace.write(&format!("{BRANCH}/党员/李{ACTING}\n::error::x.yml"), "x");
    let unit = String::from_utf8(workspace.read(&format!("{BRANCH}/党组织.yaml"))).expect("UTF-8");
    workspace.write(&format!("data/县直机关工委/支部{ACTING}/党组织.yaml"), unit);
    workspace
}

#[test]
fn nothing_of_the_data_acts_on_the_terminal() {
    let workspace = acting();
    let org = format!("县直机关工委/支部{ACTING}");
    let member = format!("{BRANCH}/党员/王{ACTING}.yaml");
    let key = format!("{member}:姓名");
    for call in [
        &["check"][..],
        &["check", "--lang", "en"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["check", "--fix", "--dry-run"],
        &["check", ACTING],
        &["build"],
        &["build", "--keep-going", "--only", "附件5"],
        &["build", "--only", ACTING],
        &["build", "--org", ACTING],
        &["build", "--member", ACTING],
        &["build", ACTING],
        &["summary"],
        &["summary", "--org", &org],
        &["summary", "--org", &org, "--format", "json"],
        &["summary", "--org", &org, "--format", "csv", "--plain"],
        &["summary", "--org", &org, "--format", "yaml"],
        &["where", &key],
        &["where", &member],
        &["where", ACTING],
        &["fonts"],
        &["explain", ACTING],
        &["layouts", "new", ACTING, "--like", "附件1"],
        &["layouts", "list"],
        &[ACTING],
    ] {
        acts_not(&workspace.run(call), call);
    }
}

#[test]
fn what_acts_is_shown() {
    let run = acting().expect(1, &["check"]);
    let line = run
        .stderr
        .lines()
        .find(|line| line.contains("王␛[31m␛]0;x␇␍"));
    assert!(
        line.is_some_and(|line| line.trim_start().starts_with("-->")),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("李␛[31m"), "{}", run.stderr);
    let usage = workspace().expect(2, &["build", "--org", "\x1b[31m"]);
    assert!(usage.stderr.contains("“␛[31m”"), "{}", usage.stderr);
}

#[test]
fn json_says_what_was_there() {
    let run = acting().expect(1, &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let mut found = report["diagnostics"].as_array().expect("a list").iter();
    assert!(found.any(|one| {
        one["path"]
            .as_str()
            .is_some_and(|path| path.contains(ACTING))
    }));
}

/// GitHub's runner reads both streams: each command there is one of ours.
#[test]
fn the_data_makes_no_commands() {
    let workspace = acting();
    let key = "::set-env name=PATH::x: \"##[error]y\"";
    workspace.edit(
        ZHANG,
        "转正日期: 1991-07-01",
        &format!("{key}\n转正日期: 1991.07.01"),
    );
    let patch = workspace.run(&["check", "--format", "github", "--fix", "--dry-run"]);
    assert!(
        patch
            .stderr
            .contains(" ∷set-env name=PATH::x: \"##［error]y\""),
        "{}",
        patch.stderr
    );
    for call in [
        &["check", "--format", "github"][..],
        &["check", "--format", "github", "--fix", "--dry-run"],
        &["check", "::error::x"],
        &["check", "x\n::error::x"],
    ] {
        let run = workspace.run(call);
        for line in run.stdout.lines().chain(run.stderr.lines()) {
            let line = line.trim_start();
            let is_ours = ["error", "warning", "notice"]
                .iter()
                .any(|kind| line.starts_with(&format!("::{kind} file=data/")));
            assert!(is_ours || !line.starts_with("::"), "{call:?} {line}");
            assert!(is_ours || !line.contains("##["), "{call:?} {line}");
        }
    }
}

#[test]
fn names_are_masked_where_they_are_shown() {
    let workspace = workspace();
    workspace.write(&format!("{BRANCH}/党员/王13893001234.yaml"), "姓名:王\n");
    workspace.write(&format!("{BRANCH}/党员/622423196503121236.yml"), "x");
    for call in [
        &["check"][..],
        &["check", "--fix", "--dry-run"],
        &["check", "--format", "github"],
        &["build"],
        &["build", "--member", "622423196503121236"],
        &["where", "王13893001234.yaml"],
        &["explain", "13893001234"],
        &["fonts"],
    ] {
        let run = workspace.run(call);
        for number in ["13893001234", "622423196503121236"] {
            assert!(!run.stdout.contains(number), "{call:?} {}", run.stdout);
            assert!(!run.stderr.contains(number), "{call:?} {}", run.stderr);
        }
    }
}

/// QQ numbers are short: the cell or key says what they are.
#[test]
fn where_shows_no_number_whole() {
    let workspace = workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let text = text + "QQ号码或微信号: \"903523132\"\n";
    workspace.write(ZHANG, text);
    let run = workspace.expect(0, &["where", &format!("{ZHANG}:QQ号码或微信号")]);
    assert!(run.stdout.contains("90*****32"), "{}", run.stdout);
    assert!(!run.stdout.contains("903523132"), "{}", run.stdout);
    workspace.expect(0, &["build", "--only", "附件1"]);
    let form = workspace
        .pdfs()
        .into_iter()
        .find(|path| path.contains("张建国"));
    let form = format!("out/{}", form.expect("a form"));
    let run = workspace.expect(0, &["where", &form]);
    assert!(run.stdout.contains("90*****32"), "{}", run.stdout);
    assert!(!run.stdout.contains("903523132"), "{}", run.stdout);
}

/// Runs with a stream that is full, or whose reader goes away at once.
fn with(
    workspace: &Workspace,
    call: &[&str],
    out: Option<Stdio>,
    err: Option<Stdio>,
) -> (i32, String) {
    let mut command = paicha();
    command
        .args(["-C", workspace.root().to_str().expect("ASCII")])
        .args(call);
    command
        .stdout(out.unwrap_or(Stdio::null()))
        .stderr(err.unwrap_or(Stdio::piped()));
    let mut child = command.spawn().expect("the binary runs");
    let mut told = String::new();
    if let Some(mut stderr) = child.stderr.take() {
        stderr.read_to_string(&mut told).expect("UTF-8");
    }
    let status = child.wait().expect("ended");
    (status.code().expect("not killed"), told)
}

fn closed() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

fn full() -> Stdio {
    File::options()
        .write(true)
        .open("/dev/full")
        .expect("a full device")
        .into()
}

#[test]
fn a_reader_that_goes_away_changes_nothing() {
    let right = workspace();
    let wrong = workspace();
    wrong.edit(ZHANG, "1990-07-01", "1990-06-31");
    for call in [
        &["check"][..],
        &["check", "--format", "json"],
        &["summary"],
        &["--help"],
    ] {
        let code = right.run(call).code;
        assert_eq!(with(&right, call, Some(closed()), None).0, code, "{call:?}");
        assert_eq!(
            with(&right, call, Some(closed()), Some(closed())).0,
            code,
            "{call:?}"
        );
    }
    assert_eq!(with(&wrong, &["check"], None, Some(closed())).0, 1);
    assert_eq!(with(&wrong, &["build"], None, Some(closed())).0, 1);
    assert_eq!(with(&wrong, &["build", "--ony"], None, Some(closed())).0, 2);
    let build = &["build", "--only", "附件6"];
    assert_eq!(with(&right, build, Some(closed()), Some(closed())).0, 0);
    assert!(!right.pdfs().is_empty());
}

#[test]
fn a_full_device_is_a_failure_of_the_machine() {
    let workspace = workspace();
    for call in [
        &["summary"][..],
        &["summary", "--format", "csv"],
        &["check", "--format", "json"],
        &["explain"],
        &["fonts"],
        &["layouts", "list"],
        &["--help"],
        &["--version"],
    ] {
        let (code, told) = with(&workspace, call, Some(full()), None);
        assert_eq!(code, 3, "{call:?} {told}");
        assert!(
            told.contains("错误：标准输出: 磁盘满了\n"),
            "{call:?} {told}"
        );
        assert_eq!(
            with(&workspace, call, Some(full()), Some(full())).0,
            3,
            "{call:?}"
        );
    }
    for call in [&["check"][..], &["build", "--only", "附件6"], &["bild"]] {
        assert_eq!(with(&workspace, call, None, Some(full())).0, 3, "{call:?}");
    }
}

#[test]
fn failures_of_the_machine_name_the_path() {
    let workspace = workspace();
    workspace.write("layouts", "x");
    let run = workspace.expect(3, &["layouts", "new", "便条", "--like", "附件1"]);
    assert!(
        run.stderr
            .contains("/layouts/便条: 路径中有一处不是文件夹\n"),
        "{}",
        run.stderr
    );
    let english = &["layouts", "new", "便条", "--like", "附件1", "--lang", "en"];
    let run = workspace.expect(3, english);
    assert!(
        run.stderr.contains("/layouts/便条: Not a directory\n"),
        "{}",
        run.stderr
    );
    workspace.remove("layouts");
    workspace.write("out", "x");
    let run = workspace.expect(3, &["build", "--only", "附件6"]);
    assert!(
        run.stderr.starts_with("错误：") && run.stderr.contains("/out"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("os error"), "{}", run.stderr);
}
