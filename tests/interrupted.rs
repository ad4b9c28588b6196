//! Whatever happens to a build, `out/` and 清单.json say the same, old pages are never
//! taken for new ones, and nothing is left where nobody looks.

#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::sample::{self, OFFICE, ZHANG};
use common::{Run, Workspace};
use sha2::{Digest as _, Sha256};

/// A command that is killed before a rename, or stops there.
fn interrupted(workspace: &Workspace, at: &str, arguments: &[&str]) -> Command {
    let mut command = common::paicha();
    command
        .args(["-C", workspace.root().to_str().expect("ASCII")])
        .args(arguments)
        .env("PAICHA_INTERRUPT", at)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// A build that stands still before a rename, until the file is removed; none where it
/// has not so many.
fn stopped_if(workspace: &Workspace, at: usize, arguments: &[&str]) -> Option<Child> {
    let file = workspace.path("stopped");
    let at = format!("{at}:{}", file.display());
    let mut child = interrupted(workspace, &at, arguments)
        .spawn()
        .expect("the binary runs");
    while !file.exists() {
        if child.try_wait().expect("a child").is_some() {
            return None;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Some(child)
}

fn stopped(workspace: &Workspace, at: usize, arguments: &[&str]) -> Child {
    stopped_if(workspace, at, arguments).expect("so many renames")
}

/// What CI tells.
fn tell(what: &str, renames: usize) {
    #[allow(clippy::print_stdout, reason = "CI tells the count")]
    {
        println!("{what} at {renames} renames");
    }
}

fn goes_on(workspace: &Workspace, mut child: Child) -> i32 {
    workspace.remove("stopped");
    child.wait().expect("ended").code().expect("not killed")
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 清单.json lists the files that are there, with their sums, and nothing else of ours is
/// left.
#[track_caller]
fn is_consistent(workspace: &Workspace) {
    let manifest = workspace.read("out/清单.json");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
    let listed: BTreeMap<String, String> = manifest["输出"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| {
            let text = |key: &str| entry[key].as_str().expect("text").to_owned();
            (text("路径"), text("SHA256"))
        })
        .collect();
    let found = workspace.tree("out").into_iter();
    let found = found.filter(|(path, _)| path.ends_with(".pdf"));
    let found: BTreeMap<String, String> = found
        .map(|(path, bytes)| (path, hexadecimal(&Sha256::digest(bytes.expect("a file")))))
        .collect();
    assert_eq!(listed, found);
    let names = fs::read_dir(workspace.path("out")).expect("a folder");
    let names = names.map(|entry| entry.expect("an entry").file_name());
    let names: Vec<String> = names
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    let hidden: Vec<&String> = names.iter().filter(|name| name.starts_with('.')).collect();
    let known = [".gitignore", ".lock", ".memory"];
    assert!(
        hidden.iter().all(|name| known.contains(&name.as_str())),
        "{hidden:?}"
    );
}

/// What stands in `out/` is what a build in an empty one makes of the same data.
#[track_caller]
fn is_as_built_anew(workspace: &Workspace) {
    is_consistent(workspace);
    let anew = Workspace::empty();
    common::copy(&workspace.path("data"), &anew.path("data"));
    anew.expect(0, &["build"]);
    let pages = |workspace: &Workspace| {
        let tree = workspace.tree("out").into_iter();
        tree.filter(|(path, _)| path.ends_with(".pdf"))
            .collect::<Vec<_>>()
    };
    assert!(
        pages(workspace) == pages(&anew),
        "out/ is not as built anew"
    );
}

/// Data of which every page differs from the sample's.
fn change(workspace: &Workspace) {
    workspace
        .edit(
            sample::ROUND,
            "默认: 2016-04-20, 附件7: 2016-05-15",
            "默认: 2016-04-21, 附件7: 2016-05-14",
        )
        .edit(
            OFFICE,
            "填报单位: 会宁县人民政府办公室党支部",
            "填报单位: 县政府办",
        );
}

#[test]
fn a_build_that_is_killed_at_any_rename_leaves_nothing_stale() {
    let mut kills = 0;
    for at in 1.. {
        let workspace = sample::workspace();
        workspace.expect(0, &["build"]);
        change(&workspace);
        let killed = interrupted(&workspace, &at.to_string(), &["build"]).status();
        if killed.expect("the binary runs").success() {
            break;
        }
        kills += 1;
        // Whoever opens the workspace next ends what was begun.
        if at % 2 == 0 {
            workspace.expect(0, &["check"]);
            is_consistent_or_untouched(&workspace);
        }
        // Then the data is other again, and somebody is gone.
        workspace.edit(OFFICE, "填报单位: 县政府办\n", "填报单位: 政府办\n");
        workspace.remove(sample::CHEN);
        workspace.expect(0, &["build"]);
        is_as_built_anew(&workspace);
    }
    tell("killed", kills);
    assert!(kills > 15, "{kills}");
}

/// After a kill, before anything else is built, the manifest is that of the files: the
/// old ones or the new ones. What waits may still be there.
#[track_caller]
fn is_consistent_or_untouched(workspace: &Workspace) {
    drop(fs::remove_dir_all(workspace.path("out/.staging")));
    is_consistent(workspace);
}

#[test]
fn a_second_build_waits_or_is_refused_with_who_holds_out() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    change(&workspace);
    let first = stopped(&workspace, 8, &["build"]);
    let id = first.id();
    workspace.edit(OFFICE, "填报单位: 县政府办\n", "填报单位: 政府办\n");
    let second = workspace.expect(3, &["build"]);
    assert!(
        second.stderr.contains(&format!("进程 {id}")),
        "{}",
        second.stderr
    );
    assert_eq!(goes_on(&workspace, first), 0);
    is_consistent(&workspace);
    workspace.expect(0, &["build"]);
    is_as_built_anew(&workspace);
}

/// The first is stopped before each of its renames, one after the other; the second, of
/// other data, waits until it is done.
#[test]
fn two_builds_at_once_give_what_the_later_one_gives() {
    let mut stops = 0;
    for at in 1.. {
        let workspace = sample::workspace();
        workspace.expect(0, &["build"]);
        change(&workspace);
        let Some(first) = stopped_if(&workspace, at, &["build"]) else {
            break;
        };
        stops += 1;
        workspace.edit(OFFICE, "填报单位: 县政府办", "填报单位: 政府办");
        workspace.remove(sample::CHEN);
        let second = interrupted(&workspace, "0", &["build"]).spawn();
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(goes_on(&workspace, first), 0);
        let second = second.and_then(|mut second| second.wait());
        assert!(
            second.expect("the binary runs").success(),
            "stopped at {at}"
        );
        is_as_built_anew(&workspace);
    }
    tell("stopped", stops);
    assert!(stops > 15, "{stops}");
}

#[test]
fn what_is_gone_from_staging_is_not_taken_for_written() {
    for at in [2, 5, 12] {
        let workspace = sample::workspace();
        workspace.expect(0, &["build"]);
        change(&workspace);
        let build = stopped(&workspace, at, &["build"]);
        for entry in fs::read_dir(workspace.path("out/.staging")).expect("a folder") {
            drop(fs::remove_file(entry.expect("an entry").path()));
        }
        assert_eq!(goes_on(&workspace, build), 3);
        let again = workspace.expect(0, &["build"]);
        assert!(!again.stderr.contains("做好 0 份"), "{}", again.stderr);
        is_as_built_anew(&workspace);
    }
}

#[test]
fn two_builds_of_some_forms_lose_nothing() {
    let workspace = sample::workspace();
    let children: Vec<Child> = ["附件1", "附件3", "附件6"]
        .iter()
        .map(|form| interrupted(&workspace, "0", &["build", "--only", form]).spawn())
        .map(|child| child.expect("the binary runs"))
        .collect();
    for mut child in children {
        assert!(child.wait().expect("ended").success());
    }
    is_consistent(&workspace);
    assert_eq!(workspace.listed().len(), 4 + 2 + 3);
}

/// Nothing is written where one target cannot be.
#[track_caller]
fn refused(workspace: &Workspace, named: &str) -> Run {
    let before = workspace.tree("out");
    let run = workspace.expect(3, &["build"]);
    assert!(run.stderr.contains(named), "{}", run.stderr);
    let visible = |tree: BTreeMap<String, Option<Vec<u8>>>| {
        let tree = tree.into_iter();
        tree.filter(|(path, _)| !path.starts_with('.'))
            .collect::<Vec<_>>()
    };
    let (before, after) = (visible(before), visible(workspace.tree("out")));
    let names =
        |tree: &[(String, Option<Vec<u8>>)]| tree.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    assert!(before == after, "something was written");
    run
}

#[test]
fn targets_are_looked_at_before_anything_is_moved() {
    let card = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    change(&workspace);
    // A folder at a file's place.
    workspace.remove(card);
    fs::create_dir(workspace.path(card)).expect("a folder");
    refused(&workspace, "张建国.pdf");
    fs::remove_dir(workspace.path(card)).expect("removed");
    // A folder that cannot be written.
    let folder = workspace.path("out/县直机关工委/县医院党支部");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).expect("set");
    refused(&workspace, "县医院党支部");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("set");
    // A link on the way.
    let elsewhere = Workspace::empty();
    let away = workspace.path("县医院党支部");
    fs::rename(&folder, &away).expect("moved");
    symlink(elsewhere.root(), &folder).expect("a link");
    refused(&workspace, "县医院党支部");
    assert_eq!(fs::read_dir(elsewhere.root()).expect("a folder").count(), 0);
    fs::remove_file(&folder).expect("removed");
    fs::rename(&away, &folder).expect("moved");
    workspace.expect(0, &["build"]);
    is_as_built_anew(&workspace);
}

#[test]
fn somebody_elses_file_is_not_overwritten() {
    let card = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";
    let workspace = sample::workspace();
    workspace.write(card, "notes of somebody");
    refused(&workspace, "张建国.pdf");
    workspace.remove(card);
    workspace.expect(0, &["build"]);
    // Without the manifest the pages are still known as ours.
    change(&workspace);
    workspace.remove("out/清单.json");
    workspace.expect(0, &["build"]);
    is_as_built_anew(&workspace);
}

#[test]
fn entries_of_the_manifest_reach_nothing_outside() {
    let outside = Workspace::empty();
    outside.write("别人的.pdf", "x");
    for path in [
        "链接/别人的.pdf",
        "",
        ".",
        "..",
        "/",
        "县直机关工委",
        "a//b",
        "../别人的.pdf",
    ] {
        let workspace = sample::workspace();
        workspace.expect(0, &["build"]);
        symlink(outside.root(), workspace.path("out/链接")).expect("a link");
        let manifest = String::from_utf8(workspace.read("out/清单.json")).expect("UTF-8");
        let entry = format!(
            "\"输出\": [{{\"路径\": \"{path}\", \"表\": \"附件1\", \"输入\": [], \"页数\": 1, \"SHA256\": \"00\"}},"
        );
        workspace.write("out/清单.json", manifest.replacen("\"输出\": [", &entry, 1));
        change(&workspace);
        workspace.expect(0, &["build"]);
        assert!(outside.path("别人的.pdf").exists(), "{path}");
        workspace.remove("out/链接");
        is_as_built_anew(&workspace);
    }
}

#[test]
fn what_is_remembered_is_checked() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let memory = String::from_utf8(workspace.read("out/.memory")).expect("UTF-8");
    // Some count of a table.
    let changed = memory.replacen("[1,", "[7,", 1);
    assert_ne!(memory, changed);
    workspace.write("out/.memory", &changed);
    change(&workspace);
    workspace.expect(0, &["build"]);
    is_as_built_anew(&workspace);
    // That of another workspace says nothing of this one.
    let other = sample::workspace();
    other.expect(0, &["build"]);
    workspace.write("out/.memory", other.read("out/.memory"));
    workspace.expect(0, &["build"]);
    is_as_built_anew(&workspace);
}

#[test]
fn verifying_finds_what_is_altered_and_what_is_not_listed() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    workspace.expect(0, &["build", "--verify"]);
    workspace.write("out/县直机关工委/旧.pdf", "old");
    let run = workspace.expect(1, &["build", "--verify"]);
    assert!(
        run.stderr
            .contains("没有列在清单里：out/县直机关工委/旧.pdf"),
        "{}",
        run.stderr
    );
    workspace.remove("out/县直机关工委/旧.pdf");
    let manifest = String::from_utf8(workspace.read("out/清单.json")).expect("UTF-8");
    let at = manifest.find("\"SHA256\": \"").expect("a sum") + 11;
    let sum = &manifest[at..at + 64];
    workspace.write("out/清单.json", manifest.replace(sum, &"0".repeat(64)));
    workspace.expect(1, &["build", "--verify"]);
}

#[test]
fn out_is_private_and_never_committed() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    assert_eq!(workspace.read("out/.gitignore"), b"*\n");
    for entry in walkdir::WalkDir::new(workspace.path("out")) {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("looks").mode() & 0o077;
        let is_ignored = entry.file_name() == ".gitignore";
        assert!(
            mode == 0 || is_ignored,
            "{}: {mode:o}",
            entry.path().display()
        );
    }
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(workspace.root()).args(arguments);
        String::from_utf8(command.output().expect("git").stdout).expect("UTF-8")
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    let staged = git(&["diff", "--cached", "--name-only"]);
    assert!(
        staged.contains("data/") && !staged.contains("out/"),
        "{staged}"
    );
}

/// Whose file was there keeps it, whole; nobody has half a file; and the next import makes
/// of the sheet what it would have made at once.
#[test]
fn an_import_that_is_killed_at_any_rename_is_ended_by_the_next() {
    let of_sheet = || {
        let workspace = sample::workspace();
        workspace.write(
            "名册.csv",
            "姓名,身份证号,籍贯\n张建国,622423196503121236,甘肃会宁\n\
             甲,11010519491231002X,\n乙,440524188001010014,\n",
        );
        let file = workspace
            .path("名册.csv")
            .to_str()
            .expect("ASCII")
            .to_owned();
        (workspace, file)
    };
    let import = |file: &str| {
        let branch = "县直机关工委/政府办党支部";
        ["import", file, "--org", branch, "--yes"].map(str::to_owned)
    };
    let (whole, file) = of_sheet();
    let arguments = import(&file);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let before = whole.tree("data");
    whole.expect(0, &arguments);
    let after = whole.tree("data");
    let mut kills = 0;
    for at in 1.. {
        let (workspace, file) = of_sheet();
        let arguments = import(&file);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let killed = interrupted(&workspace, &at.to_string(), &arguments).status();
        if killed.expect("the binary runs").success() {
            break;
        }
        kills += 1;
        let now = workspace.tree("data");
        let seen = now.iter().filter(|(path, _)| path.ends_with(".yaml"));
        for (path, text) in seen {
            let was = before.get(path);
            assert!(
                was == Some(text) || after.get(path) == Some(text),
                "{at}: {path}"
            );
        }
        assert!(before.keys().all(|path| now.contains_key(path)), "{at}");
        workspace.expect(0, &arguments);
        assert_eq!(workspace.tree("data"), after, "{at}");
    }
    // 导入.yaml, one file that was there, two new ones.
    assert_eq!(kills, 4);
    tell("import", kills);
}

#[test]
fn what_was_left_is_removed_and_told() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    workspace
        .write("out/.staging-abc/x.pdf", "x")
        .write("out/.photos/state/.tmpabc", "x")
        .write(
            "data/县直机关工委/政府办党支部/党员/.paicha-abc",
            "姓名: 张建国\n",
        );
    let run = workspace.expect(0, &["build"]);
    assert!(
        run.stderr.contains("data/ 里的临时文件 1 个"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("out/ 里的临时文件 2 个"),
        "{}",
        run.stderr
    );
    for path in ["out/.staging-abc", "out/.photos/state/.tmpabc"] {
        assert!(!workspace.path(path).exists(), "{path}");
    }
    let copies = walkdir::WalkDir::new(workspace.path("data")).into_iter();
    assert!(
        copies
            .flatten()
            .all(|it| !it.file_name().to_string_lossy().starts_with('.'))
    );
}

/// What was left out is marked as long as it is not what the data says.
#[test]
fn old_pages_of_what_is_left_out_are_marked() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let stale = || {
        let manifest = workspace.read("out/清单.json");
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
        let entries = manifest["输出"].as_array().expect("a list").iter();
        let stale = entries.filter(|entry| entry["过期"] == true);
        let paths = stale.map(|entry| entry["路径"].as_str().expect("text").to_owned());
        paths.collect::<Vec<_>>()
    };
    assert_eq!(stale(), Vec::<String>::new());
    workspace.edit(ZHANG, "性别: 男\n", "性别: 南\n");
    workspace.expect(1, &["build", "--keep-going"]);
    assert!(stale().contains(&"县直机关工委/政府办党支部/附件1/张建国.pdf".to_owned()));
    workspace.edit(ZHANG, "性别: 南\n", "性别: 男\n");
    workspace.expect(0, &["build"]);
    assert_eq!(stale(), Vec::<String>::new());
    is_as_built_anew(&workspace);
}

/// A path that is none of a file in `out/` is an error at its line, before anything is
/// written.
#[test]
fn patterns_of_paths_that_are_no_files_are_refused() {
    let long = "长".repeat(90);
    for output in [
        "{{ org }}/",
        "{{ org }}/./a.pdf",
        "清单.json",
        "{{ org }}/.memory",
        "a\\0.pdf",
        &long,
    ] {
        let workspace = sample::workspace();
        workspace.expect(0, &["layouts", "new", "自己的", "--like", "附件1"]);
        let form = "layouts/自己的/form.yaml";
        let text = String::from_utf8(workspace.read(form)).expect("UTF-8");
        let line = text
            .lines()
            .find(|line| line.starts_with("输出:"))
            .expect("a line");
        workspace.write(form, text.replace(line, &format!("输出: \"{output}\"")));
        let before = workspace.tree("out");
        let run = workspace.expect(1, &["build"]);
        let at = text.lines().position(|it| it == line).expect("a line") + 1;
        assert!(
            run.stderr.contains(&format!("form.yaml:{at}:")),
            "{output}\n{}",
            run.stderr
        );
        assert!(
            workspace
                .tree("out")
                .keys()
                .all(|path| !path.contains("自己的")),
            "{before:?}"
        );
    }
}

/// Pages of ours that no manifest names go with whom they are of; what somebody has added
/// to, or made, stays.
#[test]
fn what_is_ours_and_not_listed_is_removed() {
    let folder = "out/县直机关工委/政府办党支部/附件1";
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let card = workspace.read(&format!("{folder}/陈静.pdf"));
    let signed = [&card[..], b"\nsigned\n%%EOF\n"].concat();
    workspace
        .write(&format!("{folder}/陈静-已签.pdf"), &signed)
        .write(&format!("{folder}/说明.pdf"), "x")
        .remove("out/清单.json")
        .remove(sample::CHEN);
    let run = workspace.expect(0, &["build"]);
    assert!(run.stderr.contains("删去"), "{}", run.stderr);
    let left = workspace.pdfs();
    let of_chen = left.iter().filter(|path| path.contains("陈静"));
    assert_eq!(of_chen.count(), 1);
    assert!(workspace.read(&format!("{folder}/陈静-已签.pdf")) == signed);
    assert_eq!(workspace.read(&format!("{folder}/说明.pdf")), b"x");
}

/// Owner and mode stay, and an edit that is made meanwhile is not lost.
#[test]
fn corrections_keep_what_is_not_theirs() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1965-03-12", "１９６５-03-12");
    fs::set_permissions(workspace.path(ZHANG), fs::Permissions::from_mode(0o640)).expect("set");
    let looks = |path: &Path| {
        let found = fs::metadata(path).expect("looks");
        (found.mode() & 0o777, found.uid(), found.gid())
    };
    let before = looks(&workspace.path(ZHANG));
    workspace.expect(0, &["check", "--fix"]);
    assert_eq!(looks(&workspace.path(ZHANG)), before);
    assert!(
        String::from_utf8(workspace.read(ZHANG))
            .expect("UTF-8")
            .contains("1965-03-12")
    );
}

#[test]
fn an_edit_that_is_made_while_corrections_are_written_is_kept() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1965-03-12", "１９６５-03-12");
    let fixing = stopped(&workspace, 1, &["check", "--fix"]);
    workspace.edit(ZHANG, "姓名: 张建国", "姓名: 张国建");
    let edited = workspace.read(ZHANG);
    goes_on(&workspace, fixing);
    assert!(workspace.read(ZHANG) == edited, "the edit is lost");
    let left = workspace.tree("data").into_keys();
    assert_eq!(left.filter(|path| path.contains("/.")).count(), 0);
    // The next run corrects what is there now.
    workspace.run(&["check", "--fix"]);
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    assert!(
        text.contains("张国建") && text.contains("1965-03-12"),
        "{text}"
    );
}

/// A build on a disk with so many KiB left, and one when there is room again; how the
/// first ended. The disk is gone with the processes that see it.
fn on_a_full_disk(room: usize) -> i32 {
    let before = sample::workspace();
    before.expect(0, &["build"]);
    let disk = Workspace::empty();
    let (full, after) = (Workspace::empty(), Workspace::empty());
    let script = format!(
        "set -e; paicha='{paicha}'; cd '{disk}'
        mount -t tmpfs -o size=64m disk . && cd .
        cp -a '{before}/data' '{before}/out' . && cd '{disk}'
        $paicha build 2>/dev/null
        sed -i 's/默认: 2016-04-20, /默认: 2016-04-21, /' data/排查.yaml
        cat /dev/zero >fill 2>/dev/null || true
        truncate -s -{room}K fill
        code=0; $paicha build 2>'{full}/stderr' || code=$?
        cp -a data out '{full}'
        rm fill; $paicha build 2>/dev/null
        cp -a data out '{after}'
        exit $code",
        paicha = env!("CARGO_BIN_EXE_paicha"),
        disk = disk.root().display(),
        before = before.root().display(),
        full = full.root().display(),
        after = after.root().display(),
    );
    let run = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .output()
        .expect("unshare runs");
    let said = String::from_utf8_lossy(&run.stderr);
    let code = run.status.code().expect("not killed");
    is_consistent_or_untouched(&full);
    if code != 0 {
        assert_eq!(code, 3, "{room} KiB: {said}");
        let said = full.read("stderr");
        let said = String::from_utf8(said).expect("UTF-8");
        assert!(said.contains("out/"), "{room} KiB: {said}");
        let pages = |workspace: &Workspace| {
            let tree = workspace.tree("out").into_iter();
            tree.filter(|(path, _)| !path.starts_with('.'))
                .collect::<Vec<_>>()
        };
        assert!(
            pages(&full) == pages(&before),
            "{room} KiB: out/ is changed"
        );
    }
    is_as_built_anew(&after);
    code
}

#[test]
#[ignore = "needs mounts of one's own (unshare)"]
fn a_disk_that_is_full_leaves_out_as_it_was() {
    let mounts = Command::new("unshare")
        .args(["--map-root-user", "--mount", "true"])
        .status();
    if !mounts.is_ok_and(|status| status.success()) {
        return tell("not filled: no mounts of one's own here; killed", 0);
    }
    let codes = [0, 16, 300, 2_000, 6_000, 20_000].map(on_a_full_disk);
    assert_eq!(codes[..4], [3; 4]);
    assert_eq!(codes[5], 0);
}
