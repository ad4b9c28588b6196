//! The first hour: from an empty folder to members that can be checked.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use super::common::{self, Run, Workspace};

/// Runs a command in a folder with a space and Chinese in its path, with a home of its
/// own.
fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = common::paicha();
    command.current_dir(folder).args(arguments);
    command.env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1");
    common::run(&mut command)
}

#[track_caller]
fn expect(folder: &Path, code: i32, arguments: &[&str]) -> Run {
    let run = run_in(folder, arguments);
    assert_eq!(run.code, code, "{arguments:?}\n{}", run.stderr);
    run
}

fn empty() -> (Workspace, std::path::PathBuf) {
    let workspace = Workspace::empty();
    let folder = workspace.path("排查 2016 年");
    std::fs::create_dir(&folder).expect("a folder");
    (workspace, folder)
}

/// What stands in the folder, but for git's own.
fn tree(workspace: &Workspace) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut tree = workspace.tree("");
    tree.retain(|path, _| !path.contains(".git/") && !path.ends_with(".git"));
    tree
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments);
    String::from_utf8(command.output().expect("git").stdout).expect("UTF-8")
}

#[test]
fn a_new_workspace_checks_and_builds_at_once() {
    let (workspace, folder) = empty();
    let run = expect(&folder, 0, &["init"]);
    assert!(run.stderr.contains("2016 年通知里的"), "{}", run.stderr);
    expect(&folder, 0, &["check"]);
    expect(&folder, 0, &["build"]);
    // Nothing is wrong, but where nobody is in a branch yet, it is not said to be whole.
    let status = expect(&folder, 0, &["status"]).stdout;
    let is_asked_for = status.contains("还没有党员的党支部 1 个：第一党支部");
    assert!(is_asked_for && !status.contains("没有缺的"), "{status}");
    let round = workspace.read("排查 2016 年/data/排查.yaml");
    let round = String::from_utf8(round).expect("UTF-8");
    // The days of the notice, each with a comment that says so.
    for line in [
        "排查前基准日: 2016-03-15",
        "联系查找结束日: 2016-04-15",
        "填表日期: 2016-04-20",
    ] {
        let found = round.lines().find(|found| found.starts_with(line));
        assert!(found.is_some_and(|found| found.contains("通知")), "{line}");
    }
    // Nothing of anybody is committed, and paths are shown as they are.
    assert_eq!(git(&folder, &["log", "--oneline"]), "");
    assert!(git(&folder, &["status", "--short", "-uall"]).contains("data/排查.yaml"));
    assert!(!git(&folder, &["status", "--short", "-uall"]).contains("out/"));
}

#[test]
fn what_is_there_is_left_alone() {
    let (workspace, folder) = empty();
    let own = "排查 2016 年/.gitignore";
    workspace.write(own, "*.bak\n");
    let run = expect(
        &folder,
        0,
        &[
            "init",
            "--org",
            "甲党委",
            "--branch",
            "乙支部",
            "--branch",
            "丙支部",
        ],
    );
    assert!(run.stderr.contains("没有动：.gitignore"), "{}", run.stderr);
    assert_eq!(workspace.read(own), b"*.bak\n");
    for unit in ["", "/乙支部", "/丙支部"] {
        assert!(
            folder
                .join(format!("data/甲党委{unit}/党组织.yaml"))
                .exists(),
            "{unit}"
        );
    }
    let before = tree(&workspace);
    for again in [
        &["init"][..],
        &["init", "--org", "丁党委", "--name", "别的"],
    ] {
        let run = expect(&folder, 0, again);
        assert!(!run.stderr.contains("新建"), "{}", run.stderr);
        assert!(tree(&workspace) == before, "something changed");
    }
    // In a repository no other is made, and it learns to name members.
    let (other, folder) = empty();
    git(&folder, &["init", "--quiet"]);
    let run = expect(&folder, 0, &["init"]);
    assert!(run.stderr.contains("已在 git 仓库里"), "{}", run.stderr);
    assert!(!git(&folder, &["config", "diff.paicha.textconv"]).is_empty());
    let config = other.read("排查 2016 年/.git/config");
    expect(&folder, 0, &["init"]);
    assert_eq!(other.read("排查 2016 年/.git/config"), config);
}

#[test]
fn without_git_it_is_done_without() {
    let (_workspace, folder) = empty();
    let mut command = common::paicha();
    command
        .current_dir(&folder)
        .arg("init")
        .env("PATH", &folder);
    let run = common::run(&mut command);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("没有 git"), "{}", run.stderr);
    expect(&folder, 0, &["check"]);
}

#[test]
fn days_are_those_that_are_said() {
    let (workspace, folder) = empty();
    let days = [
        "--baseline",
        "2017-03-01",
        "--search-end",
        "2017/4/1",
        "--filled-on",
        "20170410",
    ];
    let run = expect(
        &folder,
        0,
        &[&["init", "--name", "复查: 2017"], &days[..]].concat(),
    );
    assert!(!run.stderr.contains("通知里的"), "{}", run.stderr);
    let round = String::from_utf8(workspace.read("排查 2016 年/data/排查.yaml")).expect("UTF-8");
    for line in [
        "名称: \"复查: 2017\"",
        "排查前基准日: 2017-03-01",
        "填表日期: 2017-04-10",
    ] {
        assert!(
            round.lines().any(|found| found.starts_with(line)),
            "{round}"
        );
    }
    expect(&folder, 0, &["check"]);
    expect(&folder, 2, &["init", "--baseline", "三月"]);
}

/// The sample file has every key; where nothing reads it, it is no fault.
#[test]
fn the_sample_has_every_key() {
    let (workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    let sample = String::from_utf8(workspace.read("排查 2016 年/样例/党员.yaml")).expect("UTF-8");
    let data = include_str!("../../docs/sample-data.md");
    assert!(data.contains("every key"));
    // Each key of the sample data, which uses every one of the format.
    let members = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    for entry in members.into_iter().flatten() {
        if !entry.path().to_string_lossy().contains("/党员/") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let keys = text.lines().filter_map(|line| line.split_once(':'));
        let keys = keys.map(|(key, _)| key.trim().trim_start_matches("- ").trim_start_matches('{'));
        for key in keys.filter(|key| !key.is_empty() && !key.starts_with('#')) {
            assert!(
                sample.contains(&format!("{key}:")),
                "{key} in {}",
                entry.path().display()
            );
        }
    }
}

const BRANCH: &str = "data/本单位党组织/第一党支部";

#[test]
fn a_member_is_made_of_a_name_and_an_id_number() {
    let (workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    expect(
        &folder,
        0,
        &["new", "党员", "张建国", "622423 19650312 1236"],
    );
    let path = format!("排查 2016 年/{BRANCH}/党员/张建国.yaml");
    let text = String::from_utf8(workspace.read(&path)).expect("UTF-8");
    let value = |key: &str| {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(key))
            .expect("a key");
        line.split("  #").next().expect("a value").trim().to_owned()
    };
    assert_eq!(value("姓名:"), "张建国");
    assert_eq!(value("性别:"), "男");
    assert_eq!(value("出生年月:"), "1965-03-12");
    assert_eq!(value("身份证号码:"), "\"622423196503121236\"");
    // Where the number is from is said, and not taken for 籍贯.
    assert_eq!(value("籍贯:"), "");
    assert!(text.contains("甘肃省定西地区会宁县"), "{text}");
    // What must still be given is asked for, at its line; nothing else is wrong.
    let run = expect(&folder, 1, &["check"]);
    assert_eq!(run.codes(), ["E0052"; 2], "{}", run.stderr);
    let before = tree(&workspace);
    expect(&folder, 1, &["check", "--fix"]);
    assert!(tree(&workspace) == before, "--fix changed it");
    // The person is there, under this name or another; so is the file of another person.
    for (name, number, said) in [
        ("张建国", "622423196503121236", "已有文件"),
        ("张某", "622423196503121236", "已有文件"),
        ("张建国", "622423196005081518", "已经有了"),
    ] {
        let run = expect(&folder, 1, &["new", "党员", name, number]);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(tree(&workspace) == before, "something changed");
    }
    for number in [
        "622423196503121237",
        "62242319650312123",
        "622423196502301232",
    ] {
        let run = expect(&folder, 2, &["new", "党员", "李四", number]);
        assert!(
            run.stderr.contains("身份证号码不对") && !run.stderr.contains(number),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn blocks_are_added_and_all_else_stays() {
    let (workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    let path = format!("排查 2016 年/{BRANCH}/党员/李明.yaml");
    let text = "# 初稿\n姓名: 李明  # 照身份证\n性别: 男\n备注: 待查\n";
    workspace.write(&path, text);
    let read = || String::from_utf8(workspace.read(&path)).expect("UTF-8");
    expect(&folder, 0, &["new", "失联", "李明"]);
    let lost = read();
    assert!(
        lost.starts_with("# 初稿\n姓名: 李明  # 照身份证\n性别: 男\n失联:\n  最后组织生活:\n"),
        "{lost}"
    );
    assert!(lost.ends_with("\n备注: 待查\n"), "{lost}");
    // It stands once; of a list there is one more each time.
    let run = expect(&folder, 1, &["new", "失联", "李明.yaml"]);
    assert!(run.stderr.contains("已经有“失联”") && read() == lost);
    expect(&folder, 0, &["new", "处置", "李明"]);
    expect(&folder, 0, &["new", "处置", "李明"]);
    assert_eq!(read().matches("  - 方式:\n").count(), 2);
    let run = expect(&folder, 2, &["new", "失连", "李明"]);
    assert!(run.stderr.contains("失联"), "{}", run.stderr);
    expect(&folder, 2, &["new", "失联", "王某"]);
}

#[test]
fn organisations_are_made_where_they_belong() {
    let (_workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    expect(
        &folder,
        0,
        &["new", "党组织", "第二党支部", "--org", "本单位党组织"],
    );
    let path = folder.join("data/本单位党组织/第二党支部/党组织.yaml");
    let text = std::fs::read_to_string(path).expect("made");
    assert!(
        text.starts_with("名称: 第二党支部") && text.contains("\n类型: 党支部"),
        "{text}"
    );
    // Its class is nobody's guess.
    let run = expect(&folder, 1, &["check"]);
    assert_eq!(run.codes(), ["E0901"], "{}", run.stderr);
    // With two branches it must be said which is meant.
    let run = expect(&folder, 2, &["new", "党员", "张建国", "622423196503121236"]);
    assert!(run.stderr.contains("第二党支部"), "{}", run.stderr);
    let branch = ["--org", "本单位党组织/第二党支部"];
    expect(
        &folder,
        0,
        &[
            &["new", "党员", "张建国", "622423196503121236"],
            &branch[..],
        ]
        .concat(),
    );
}

/// What `new` refuses, with the words that say why and the way out; nothing is written.
#[track_caller]
fn refused(folder: &Path, workspace: &Workspace, calls: &[(&[&str], &[&str])]) {
    let before = tree(workspace);
    for (call, said) in calls {
        let run = expect(folder, 2, call);
        for said in *said {
            assert!(run.stderr.contains(said), "{call:?} {said}: {}", run.stderr);
        }
        assert!(tree(workspace) == before, "{call:?} wrote something");
    }
}

#[test]
fn nothing_is_made_that_would_break_what_is_there() {
    let (workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    let number = "622423196503121236";
    expect(&folder, 0, &["new", "党员", "张建国", number]);
    let other = "622423196005081518";
    let branch = "本单位党组织/第一党支部";
    refused(
        &folder,
        &workspace,
        &[
            (
                &["new", "党员", "张三", other, "--org", "本单位党组织"],
                &["没有新建", "下面还有党组织", branch],
            ),
            (
                &["new", "党组织", "下级", "--org", branch],
                &["没有新建", "已经有党员", "--org"],
            ),
        ],
    );
    // A unit that reports figures takes neither.
    let figures = folder.join("data/本单位党组织/第二党支部");
    std::fs::create_dir(&figures).expect("a folder");
    let organisation = "名称: 第二党支部\n类型: 党支部\n党组织类别: 农村\n";
    std::fs::write(figures.join("党组织.yaml"), organisation).expect("written");
    std::fs::write(figures.join("汇总上报.yaml"), "填报单位: 第二党支部\n").expect("written");
    let unit = "本单位党组织/第二党支部";
    refused(
        &folder,
        &workspace,
        &[
            (
                &["new", "党员", "张三", other, "--org", unit],
                &["没有新建", "汇总上报.yaml"],
            ),
            (
                &["new", "党组织", "下级", "--org", unit],
                &["没有新建", "上报的数字"],
            ),
        ],
    );
}

#[test]
fn what_a_call_of_new_has_no_use_for_is_refused() {
    let (workspace, folder) = empty();
    expect(
        &folder,
        0,
        &["init", "--branch", "甲支部", "--branch", "乙支部"],
    );
    let number = "622423196503121236";
    refused(
        &folder,
        &workspace,
        &[
            (&["new", "党员", "张三", number, "多余"], &["“多余”"]),
            (&["new", "党组织", "丙 支部", "丁"], &["“丁”"]),
            (&["new", "失联", "张三", "李四"], &["“李四”"]),
            (
                &["new", "党组织", "丙", "--org", "甲", "--org", "乙"],
                &["--org"],
            ),
            // Options that were not typed are not said to be wrong.
            (
                &["new", "党员", "张三", number],
                &["要用 --org 写明", "甲支部", "乙支部"],
            ),
            (&["new", "失联", "没有人"], &["党员文件“没有人”找不到"]),
            (&["new", "查找记录", "张三"], &["“查找记录”写在", "“失联”"]),
            (&["new", "失连", "张三"], &["没有“失连”", "失联"]),
        ],
    );
}

#[test]
fn a_file_that_cannot_be_read_gets_no_block_and_is_told() {
    let (workspace, folder) = empty();
    expect(&folder, 0, &["init"]);
    let path = format!("排查 2016 年/{BRANCH}/党员/李明.yaml");
    for (text, line) in [
        ("姓名: 李明\n性别: 男\n姓名李明 x\n", "李明.yaml:3:"),
        ("姓名: 李明\n备注: \"abc\n", "李明.yaml:2:"),
    ] {
        workspace.write(&path, text);
        let run = expect(&folder, 1, &["new", "流动", "李明"]);
        for said in ["读不了，没有动", line] {
            assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
        }
        assert!(!run.stderr.contains("已经有"), "{}", run.stderr);
        assert_eq!(workspace.read(&path), text.as_bytes());
    }
}

/// domain.md section 1: 流动 is who is away on a day from 流动统计起始日 to 填表日期, whoever
/// left before, too; without it the count begins with the year of 排查前基准日.
#[test]
fn who_counts_as_away_is_said_as_it_is() {
    let (_workspace, folder) = empty();
    expect(&folder, 0, &["init", "--baseline", "2019-06-30"]);
    let round = std::fs::read_to_string(folder.join("data/排查.yaml")).expect("made");
    let line = round.lines().find(|line| line.contains("流动统计起始日"));
    let line = line.expect("the key");
    assert!(line.starts_with("# 流动统计起始日: 2019-01-01"), "{line}");
    let zh = expect(&folder, 0, &["explain", "排查"]).stdout;
    for said in [line, &zh] {
        assert!(
            said.contains("以前外出还没有返回的也算") && !said.contains("从这一天起外出"),
            "{said}"
        );
    }
    let en = expect(&folder, 0, &["--lang", "en", "explain", "排查"]).stdout;
    assert!(en.contains("who left before and is still away"), "{en}");
}

#[test]
fn completions_and_manuals_know_all_commands() {
    let (_workspace, folder) = empty();
    let help = expect(&folder, 0, &["--help"]).stdout;
    let commands = [
        "build", "check", "init", "new", "status", "summary", "where", "explain",
    ];
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = expect(&folder, 0, &["completions", shell]).stdout;
        for command in commands {
            assert!(
                script.contains(command) && help.contains(command),
                "{shell} {command}"
            );
        }
    }
    let run = expect(&folder, 0, &["man"]);
    assert!(commands.iter().all(|command| run.stdout.contains(command)));
    let run = expect(&folder, 0, &["man", "build"]);
    assert!(run.stdout.contains("\\-\\-keep\\-going"), "{}", run.stdout);
    expect(&folder, 2, &["man", "bild"]);
    expect(&folder, 2, &["completions", "tcsh"]);
}
