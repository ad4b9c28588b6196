//! Files made to do harm: each is refused with its place, in little time and memory,
//! by `check` and by `build`; what is below the limits works.

#![cfg(unix)]

mod common;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::Workspace;
use common::sample::{self, ZHANG};

const BRANCH: &str = "data/县直机关工委/政府办党支部";
const BAD: &str = "党员/坏.yaml";

/// How a run ended: its exit status, what it told, its time and its memory in MiB.
struct Ended {
    code: Option<i32>,
    told: String,
    time: Duration,
    memory: u64,
}

/// Runs the binary, at most for half a minute.
fn run(workspace: &Workspace, arguments: &[&str]) -> Ended {
    let started = Instant::now();
    let told = workspace.path("told.txt");
    let mut command: Command = common::paicha();
    command.args(["-C", workspace.root().to_str().expect("ASCII")]);
    command.args(arguments).stdout(Stdio::null());
    command.stderr(File::create(&told).expect("a file"));
    let mut child = command.spawn().expect("the binary runs");
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    let code = loop {
        // The kernel's own peak; gone with the process, so asked for while it lives.
        let peak = fs::read_to_string(&status).unwrap_or_default();
        let peak = peak.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok());
        memory = memory.max(peak.unwrap_or(0) / 1024);
        if let Some(status) = child.try_wait().expect("a child") {
            break status.code();
        }
        if started.elapsed() > Duration::from_secs(30) {
            child.kill().expect("killed");
            child.wait().expect("ended");
            break None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    Ended {
        code,
        told: fs::read_to_string(&told).expect("text"),
        time: started.elapsed(),
        memory,
    }
}

/// A workspace in which one thing was made; both commands end with the code of a finding
/// at a path. Time and memory are those of a program that is not optimized.
#[track_caller]
fn refused(code: &str, path: &str, make: impl Fn(&Workspace)) {
    let workspace = sample::workspace();
    make(&workspace);
    for arguments in [&["check"], &["build"]] {
        let ended = run(&workspace, arguments);
        let told: String = ended.told.chars().take(2000).collect();
        assert_eq!(ended.code, Some(1), "{arguments:?} {path}\n{told}");
        let found = ended.told.find(&format!("错误[{code}]"));
        let place = found.and_then(|at| ended.told[at..].lines().nth(1));
        let place = place.unwrap_or_default().to_owned();
        assert!(place.contains(path), "{arguments:?} {code} {path}\n{told}");
        assert!(
            ended.time < Duration::from_secs(15),
            "{path}: {:?}",
            ended.time
        );
        assert!(ended.memory < 300, "{path}: {} MiB", ended.memory);
        assert!(
            ended.told.len() < 200_000,
            "{path}: {} bytes told",
            ended.told.len()
        );
    }
}

fn bad(text: impl AsRef<[u8]>) -> impl Fn(&Workspace) {
    move |workspace| {
        workspace.write(&format!("{BRANCH}/{BAD}"), text.as_ref());
    }
}

/// A member's file with another value of a key, or with the key.
fn with(key: &str, value: &str) -> impl Fn(&Workspace) {
    let (key, value) = (key.to_owned(), value.to_owned());
    move |workspace| {
        let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        let start = format!("{key}:");
        let kept = text.lines().filter(|line| !line.starts_with(&start));
        let kept: String = kept.map(|line| format!("{line}\n")).collect();
        workspace.write(ZHANG, format!("{kept}{key}: {value}\n"));
    }
}

#[test]
fn what_aliases_expand_to_is_bounded() {
    let list = format!(
        "a: &a [{}]\nb:\n{}",
        "甲, ".repeat(7000),
        "  - *a\n".repeat(200)
    );
    refused(
        "E0035",
        "坏.yaml:2",
        bad(list.replace("b:\n  - *a\n", "b: [*a]\nc:\n")),
    );
    let text = format!(
        "a: &a \"{}\"\nb: [{}*a]\n",
        "甲".repeat(15_000),
        "*a, ".repeat(300)
    );
    refused("E0035", "坏.yaml:2", bad(text));
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let below = format!("*a{}, ", level - 1).repeat(9);
        bomb += &format!("a{level}: &a{level} [{below}]\n");
    }
    refused("E0035", "坏.yaml:2", bad(bomb));
    // The same, not given as an example: blocks of keys.
    let block = format!(
        "a: &a {{{}}}\nb: [{}*a]\n",
        "k: 1, ".repeat(5000),
        "*a, ".repeat(100)
    );
    refused("E0035", "坏.yaml:2", bad(block));
}

#[test]
fn what_is_nested_without_end_is_refused() {
    for text in ["[", "[{", "- ", "? ", "{a: ", "\"a\": ["] {
        let nested = format!("a:\n  {}", text.repeat(150_000));
        let run = refused_somehow(&nested);
        assert!(run.contains("坏.yaml:"), "{text}: {run}");
    }
    refused(
        "E0036",
        "坏.yaml:1",
        bad(format!("a: {}", "[".repeat(200_000))),
    );
    refused("E0036", "坏.yaml:1", bad("- ".repeat(300_000)));
}

/// What is told of a text that is refused for whatever reason.
fn refused_somehow(text: &str) -> String {
    let workspace = sample::workspace();
    bad(text)(&workspace);
    let ended = run(&workspace, &["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.told);
    assert!(ended.time < Duration::from_secs(15) && ended.memory < 300);
    ended.told
}

#[test]
fn more_than_a_person_writes_is_refused_at_its_key() {
    let people = "  - {称谓: 子, 姓名: 甲, 年龄: 3}\n";
    refused(
        "E0044",
        "张建国.yaml:",
        with("家庭主要成员", &format!("\n{}", people.repeat(14_000))),
    );
    refused(
        "E0044",
        "张建国.yaml:",
        with("家庭主要成员", &format!("\n{}", people.repeat(501))),
    );
    refused(
        "E0044",
        "张建国.yaml:",
        with("奖惩情况", &"甲".repeat(340_000)),
    );
    refused("E0044", "张建国.yaml:", with("姓名", &"甲".repeat(20_001)));
    let keys: String = (0..2100).map(|key| format!("k{key}: 1\n")).collect();
    refused("E0044", "坏.yaml:2001", bad(keys));
    let keys: String = (0..90_000).map(|key| format!("k{key}: 1\n")).collect();
    refused("E0044", "坏.yaml:2001", bad(keys));
    refused("E0044", "坏.yaml:2001", bad("备注: 1\n".repeat(60_000)));
    refused(
        "E0044",
        "坏.yaml:1",
        bad(format!("{}: 1\n", "甲".repeat(201))),
    );
    refused("E0044", "排查.yaml:", |workspace| {
        let round = String::from_utf8(workspace.read("data/排查.yaml")).expect("UTF-8");
        let number = "7".repeat(20_001);
        workspace.write("data/排查.yaml", format!("{round}文号: {number}\n"));
    });
}

#[test]
fn everything_below_the_limits_works() {
    let people: String = (0..499)
        .map(|_| "  - {称谓: 子, 姓名: 甲, 年龄: 3}\n")
        .collect();
    for (key, value) in [
        ("奖惩情况", "甲".repeat(19_999)),
        ("奖惩情况", "ab ".repeat(6_600)),
        ("籍贯", "甲".repeat(19_999)),
        ("家庭主要成员", format!("\n{people}")),
    ] {
        let workspace = sample::workspace();
        with(key, &value)(&workspace);
        let ended = run(&workspace, &["build", "--only", "附件1"]);
        assert_eq!(ended.code, Some(0), "{key}\n{}", ended.told);
        assert!(ended.memory < 500, "{key}: {} MiB", ended.memory);
    }
}

/// Slips without end: they are looked for once, and so many are told.
#[test]
fn slips_without_end_take_no_time() {
    let lines = |line: &str| line.repeat((1 << 17) / line.len());
    for (code, text) in [
        ("E0045", lines("甲: \u{b}\n")),
        ("E0045", lines("\u{2028}")),
        ("E0045", lines("\r")),
        ("E0042", lines("籍贯：甘肃\n")),
        ("E0042", lines("籍贯")),
        ("E0042", format!("a：1\nb: {}", lines("，"))),
        ("E0046", lines("a: {籍贯: 甲，民族: 乙}\n")),
        (
            "E0046",
            format!("a: {{籍贯: 甲{}", "，民族: 乙".repeat(500)),
        ),
        ("E0047", format!("a: \"{}\"", "\\新".repeat(5000))),
        ("E0048", lines("a: \"甲\"乙\n")),
        ("E0030", lines("　籍贯: 甲\n")),
        ("E0049", lines("<<<<<<< a\n")),
    ] {
        refused(code, "坏.yaml:", bad(text));
    }
}

/// Unknown keys up to the limit are all counted; a hundred of them are told.
#[test]
fn findings_of_one_file_do_not_flood() {
    let keys: String = (0..1900).map(|key| format!("k{key}: 1\n")).collect();
    let workspace = sample::workspace();
    bad(keys)(&workspace);
    let ended = run(&workspace, &["check"]);
    assert_eq!(
        ended.told.matches("错误[E0050]").count() + 6,
        100,
        "{}",
        ended.told
    );
    assert!(
        ended.told.contains("坏.yaml 里还有 1806 处"),
        "{}",
        ended.told
    );
}

#[test]
fn only_plain_files_are_opened() {
    let pipe = |path: &str| {
        let path = path.to_owned();
        move |workspace: &Workspace| {
            let path = workspace.path(&path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            drop(fs::remove_file(&path));
            assert!(
                Command::new("mkfifo")
                    .arg(&path)
                    .status()
                    .expect("mkfifo")
                    .success()
            );
        }
    };
    refused("E0015", "坏.yaml", pipe(&format!("{BRANCH}/{BAD}")));
    refused("E0015", "排查.yaml", pipe("data/排查.yaml"));
    refused("E0015", "paicha.yaml", pipe("paicha.yaml"));
    refused(
        "E0015",
        "党组织.yaml",
        pipe(&format!("{BRANCH}/党组织.yaml")),
    );
    refused("E0015", "layout.typ", pipe("layouts/附件1/layout.typ"));
    refused("E0015", "form.yaml", pipe("layouts/自己的/form.yaml"));
    // What builds leave is theirs: a pipe there is no list of outputs.
    for (path, code) in [("out/清单.json", 3), ("out/.memory", 0)] {
        let workspace = sample::workspace();
        pipe(path)(&workspace);
        let ended = run(&workspace, &["build", "--only", "附件6"]);
        assert_eq!(ended.code, Some(code), "{path}\n{}", ended.told);
        assert!(
            code == 0 || ended.told.contains("清单.json"),
            "{}",
            ended.told
        );
    }
}

#[test]
fn sizes_are_looked_at_first() {
    let sparse = |path: &str| {
        let path = path.to_owned();
        move |workspace: &Workspace| {
            let path = workspace.path(&path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path);
            file.and_then(|file| file.set_len(5 << 30)).expect("a file");
        }
    };
    refused("E0020", "坏.yaml", sparse(&format!("{BRANCH}/{BAD}")));
    refused("E0020", "排查.yaml", sparse("data/排查.yaml"));
    refused("E0020", "paicha.yaml", sparse("paicha.yaml"));
    refused("E0020", "form.yaml", sparse("layouts/附件1/form.yaml"));
    refused("E0020", "图.png", sparse("layouts/附件1/图.png"));
    let workspace = sample::workspace();
    sparse("fonts/user/大.ttf")(&workspace);
    let faces = [b"ttcf\0\x01\0\0\xff\xff\xff\xff".as_slice(), &[0; 1000]].concat();
    workspace.write("fonts/user/多.ttc", faces);
    let ended = run(&workspace, &["check"]);
    assert_eq!(ended.told.matches("W1120").count(), 2, "{}", ended.told);
    assert!(ended.memory < 300, "{} MiB", ended.memory);
}

#[test]
fn links_do_not_lead_out_of_the_workspace() {
    let link = |target: &str, path: &str| {
        let (target, path) = (target.to_owned(), path.to_owned());
        move |workspace: &Workspace| {
            let path = workspace.path(&path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            symlink(&target, path).expect("a link");
        }
    };
    refused(
        "E0014",
        "坏.yaml",
        link("/etc/passwd", &format!("{BRANCH}/{BAD}")),
    );
    refused(
        "E0014",
        "坏.yaml",
        link("/dev/zero", &format!("{BRANCH}/{BAD}")),
    );
    refused("E0014", "paicha.yaml", link("/etc/passwd", "paicha.yaml"));
    refused("E0014", "data/全盘", link("/", "data/全盘"));
    refused("E0014", "layouts/别处", link("/etc", "layouts/别处"));
    refused("E0011", "data/上级", link("..", "data/上级"));
    // Each folder once, however many links lead to it.
    refused("E0011", "x", |workspace| {
        for level in 0..25 {
            let folder = format!("x/{level}");
            workspace.write(&format!("{folder}/空"), "");
            for name in ["a", "b"] {
                if level > 0 {
                    link(&format!("../{}", level - 1), &format!("{folder}/{name}"))(workspace);
                }
            }
        }
        link("../x/24", "data/x")(workspace);
    });
    // `--fix` writes nothing outside, either.
    let outside = sample::workspace();
    let workspace = sample::workspace();
    outside.write("外.yaml", "姓名: 李\n性别: 男\n出生年月: １９６５\n");
    let target = outside.path("外.yaml");
    symlink(&target, workspace.path(&format!("{BRANCH}/{BAD}"))).expect("a link");
    run(&workspace, &["check", "--fix"]);
    assert!(
        fs::read_to_string(&target)
            .expect("text")
            .contains("１９６５")
    );
    // A link within the workspace is followed.
    workspace.remove(&format!("{BRANCH}/{BAD}"));
    fs::rename(workspace.path(ZHANG), workspace.path("张.yaml")).expect("moved");
    symlink(workspace.path("张.yaml"), workspace.path(ZHANG)).expect("a link");
    assert_eq!(run(&workspace, &["check"]).code, Some(0));
}

#[test]
fn names_that_programs_give_files() {
    let workspace = sample::workspace();
    let name = |name: &str| format!("{BRANCH}/党员/{name}");
    let member = workspace.read(ZHANG);
    for lock in ["~$张建国.yaml", "._张建国.yaml", ".~lock.张建国.yaml#"] {
        workspace.write(&name(lock), "x");
    }
    let ended = run(&workspace, &["check"]);
    assert_eq!(ended.code, Some(0), "{}", ended.told);
    assert!(!ended.told.contains("W0010"), "{}", ended.told);
    workspace.write(&name(".李.yaml"), "x");
    fs::create_dir(workspace.path(&name("夹.yaml"))).expect("a folder");
    let ended = run(&workspace, &["check"]);
    assert!(
        ended.told.contains("警告[W0010]") && ended.told.contains(".李.yaml"),
        "{}",
        ended.told
    );
    assert!(
        ended.told.contains("错误[E0009]") && ended.told.contains("夹.yaml"),
        "{}",
        ended.told
    );
    fs::remove_dir(workspace.path(&name("夹.yaml"))).expect("removed");
    workspace.remove(&name(".李.yaml"));
    // Notepad's name: an error, which `--fix` mends where no such file is there.
    workspace.remove(ZHANG);
    workspace.write(&name("张建国.yaml.txt"), &member);
    let before = run(&workspace, &["check"]);
    assert!(before.told.contains("错误[E0008]"), "{}", before.told);
    let fixed = run(&workspace, &["check", "--fix"]);
    assert!(fixed.told.contains("张建国.yaml.txt → "), "{}", fixed.told);
    assert_eq!(
        (fixed.code, workspace.read(ZHANG) == member),
        (Some(0), true)
    );
    workspace.write(&name("张建国.yml"), "x");
    run(&workspace, &["check", "--fix"]);
    assert!(workspace.path(&name("张建国.yml")).exists() && workspace.read(ZHANG) == member);
}

/// HanaMinB has 30 MB: it is unpacked for a character that no other font has, and for no
/// other page.
#[test]
fn rare_fonts_are_opened_for_rare_characters_only() {
    let memory = |place: &str| {
        let workspace = sample::workspace();
        workspace.edit(ZHANG, "性别: 男", &format!("性别: 男\n籍贯: {place}"));
        let call = ["build", "--only", "附件1", "--member", "张建国"];
        let ended = run(&workspace, &call);
        assert_eq!(ended.code, Some(0), "{}", ended.told);
        ended.memory
    };
    let (common, rare) = (memory("会宁"), memory("会宁𠮷"));
    assert!(rare > common + 25, "{common} MiB and {rare} MiB");
}
