//! A build makes again what has changed, and nothing else.

use crate::common::sample::{self, CHEN, LI, ROUND, WANG, ZHANG};
use crate::common::{Run, Workspace, paicha};

const OFFICE: &str = "县直机关工委/政府办党支部";

/// How many outputs were made, and how many stayed.
fn counts(run: &Run) -> (usize, usize) {
    let line = run.stderr.lines().find(|line| line.starts_with("做好 "));
    let line = line.unwrap_or_else(|| panic!("{}", run.stderr));
    let number = |from: &str| {
        let (_, rest) = line.split_once(from)?;
        rest.split_whitespace().next()?.parse().ok()
    };
    (number("做好 ").unwrap_or(0), number("其余 ").unwrap_or(0))
}

fn build(workspace: &Workspace) -> (usize, usize) {
    counts(&workspace.expect(0, &["build"]))
}

#[test]
fn nothing_is_made_again_while_nothing_changes() {
    let workspace = sample::workspace();
    assert_eq!(build(&workspace), (18, 0));
    let before = workspace.tree("out");
    assert_eq!(build(&workspace), (0, 18));
    assert_eq!(workspace.tree("out"), before);
    let run = workspace.expect(0, &["build", "--force"]);
    assert_eq!(counts(&run), (18, 0));
    // The same bytes, and so is the list of outputs.
    assert_eq!(workspace.tree("out"), before);
}

/// What is made again has the bytes that a build from nothing gives.
#[test]
fn what_depends_on_a_change_is_made_again() {
    for (path, from, to, made) in [
        // Only his card prints it.
        (ZHANG, "13893001234", "13893001235", 1),
        // Card, 附件3, 附件5; no figure depends on it.
        (LI, "姓名: 李明", "姓名: 李鸣", 3),
        // Card, 附件3, 附件5, and 附件6 of the branch and of the committee above.
        (LI, "1960-05-08", "1950-05-08", 5),
        // Card and 附件2.
        (WANG, "外出类型: 省外", "外出类型: 县内", 1),
        (WANG, "从业状况: 其他", "从业状况: 个体户", 1),
        // Comments and order say nothing.
        (ZHANG, "性别: 男\n", "# 已核对\n性别: 男\n", 0),
        // The day stands in every output but the cards' pages; in their files, too.
        (ROUND, "默认: 2016-04-20", "默认: 2016-04-21", 15),
    ] {
        let workspace = sample::workspace();
        workspace.edit(
            LI,
            "身份证号码: \"622423196005081518\"",
            "身份证号码: \"622423196005081518\"\n豁免: [{规则: W0104, 原因: 档案如此}]",
        );
        build(&workspace);
        workspace.edit(path, from, to);
        let (again, same) = counts(&workspace.expect(0, &["build", "--keep-going"]));
        assert_eq!((again, same), (made, 18 - made), "{path}: {to}");
        let incremental = workspace.tree("out");
        workspace.expect(0, &["build", "--force"]);
        assert_eq!(workspace.tree("out"), incremental, "{path}: {to}");
    }
}

/// A layout of the workspace changes its form alone.
#[test]
fn a_changed_layout_has_its_form_made_again() {
    let workspace = sample::workspace();
    build(&workspace);
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let form = std::fs::read_to_string(here.join("layouts/附件3/form.yaml"));
    let form = form
        .expect("a form")
        .replace("标题: 与党组织", "标题: 与本党组织");
    workspace.write(
        "layouts/附件3/form.yaml",
        form.replace("{{ title }}", "与党组织失去联系党员登记表"),
    );
    assert_eq!(build(&workspace), (2, 16));
}

/// A file of `out/` that was changed or removed is made again, whatever its date.
#[test]
fn what_is_not_as_it_was_written_is_made_again() {
    let workspace = sample::workspace();
    build(&workspace);
    let card = format!("out/{OFFICE}/附件1/张建国.pdf");
    let whole = workspace.read(&card);
    workspace.write(&card, &whole[..whole.len() - 1]);
    assert_eq!(build(&workspace), (1, 17));
    assert!(workspace.read(&card) == whole);
    workspace.remove(&card);
    assert_eq!(build(&workspace), (1, 17));
    workspace.write("out/清单.json", "{");
    assert_eq!(build(&workspace), (18, 0));
}

/// A build of one form does not take for whole what it did not look at.
#[test]
fn a_file_that_was_changed_between_is_made_again_though_another_form_was_built() {
    let workspace = sample::workspace();
    build(&workspace);
    let registers = workspace.pdfs().into_iter();
    let register = registers
        .map(|path| format!("out/{path}"))
        .find(|path| path.contains("附件3"));
    let register = register.expect("附件3");
    let whole = workspace.read(&register);
    workspace.write(&register, &whole[..whole.len() - 1]);
    std::thread::sleep(std::time::Duration::from_millis(50));
    workspace.expect(0, &["build", "--only", "附件1"]);
    assert_eq!(build(&workspace), (1, 17));
    assert!(workspace.read(&register) == whole);
}

/// Neither its size nor the time of its last writing says that a file is still what
/// was written.
#[test]
fn a_byte_that_was_changed_behind_the_clock_is_noticed() {
    let workspace = sample::workspace();
    build(&workspace);
    let card = workspace.path(&format!("out/{OFFICE}/附件1/张建国.pdf"));
    let whole = std::fs::read(&card).expect("a card");
    let time = std::fs::metadata(&card).and_then(|data| data.modified());
    let mut other = whole.clone();
    other[whole.len() / 2] ^= 1;
    std::fs::write(&card, &other).expect("written");
    let file = std::fs::File::options().write(true).open(&card);
    file.and_then(|file| file.set_modified(time?))
        .expect("set back");
    assert_eq!(build(&workspace), (1, 17));
    assert!(std::fs::read(&card).expect("a card") == whole);
}

#[test]
fn verifying_writes_nothing_and_tells_what_is_not_as_the_data_gives_it() {
    let workspace = sample::workspace();
    let card = format!("out/{OFFICE}/附件1/张建国.pdf");
    let run = workspace.expect(1, &["build", "--verify"]);
    assert!(
        run.stderr.contains(&format!("错误：{card} 没有")),
        "{}",
        run.stderr
    );
    assert_eq!(workspace.pdfs(), [""; 0]);
    build(&workspace);
    let before = workspace.tree("out");
    let run = workspace.expect(0, &["build", "--verify"]);
    assert!(
        run.stderr.contains("18 份逐字节相同，0 份不同"),
        "{}",
        run.stderr
    );
    let mut bytes = workspace.read(&card);
    *bytes.last_mut().expect("bytes") ^= 1;
    workspace.write(&card, &bytes);
    workspace.edit(WANG, "外出类型: 省外", "外出类型: 县内");
    let run = workspace.expect(1, &["build", "--verify"]);
    let told: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.starts_with("错误："))
        .collect();
    assert_eq!(told.len(), 2, "{}", run.stderr);
    assert!(
        told[0].contains("王强") && told[1].contains(&card),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("16 份逐字节相同，2 份不同"),
        "{}",
        run.stderr
    );
    let after = workspace.tree("out");
    let changed = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes));
    assert_eq!(changed.count(), 1);
}

/// A build that is killed leaves `out/` as it was; the next one uses what it had made.
#[test]
fn a_build_that_was_cut_off_goes_on_where_it_stopped() {
    let whole = sample::workspace();
    build(&whole);
    for _ in 0..20 {
        let workspace = sample::workspace();
        let mut command = paicha();
        command
            .arg("-C")
            .arg(workspace.root())
            .args(["build", "--jobs", "1"]);
        command.stderr(std::process::Stdio::null());
        let mut process = command.spawn().expect("started");
        let journal = workspace.path("out/.staging/journal");
        let made = || std::fs::read_to_string(&journal).map_or(0, |text| text.matches('}').count());
        while made() < 4 && process.try_wait().expect("a process").is_none() {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        drop(process.kill());
        process.wait().expect("a process");
        if !journal.exists() {
            // It was faster than we are.
            continue;
        }
        assert_eq!(
            workspace
                .pdfs()
                .iter()
                .filter(|path| !path.starts_with('.'))
                .count(),
            0
        );
        let run = workspace.expect(0, &["build"]);
        assert!(run.stderr.contains("接着上次中断处做"), "{}", run.stderr);
        assert_eq!(counts(&run), (18, 0));
        assert_eq!(workspace.tree("out"), whole.tree("out"));
        return;
    }
    panic!("no build was caught at its work");
}

/// An error of a page that is found while all else is unchanged: nothing is written,
/// and that is what is said.
#[test]
fn an_error_among_what_has_changed_leaves_all_as_it_was() {
    let workspace = sample::workspace();
    build(&workspace);
    let before = workspace.tree("out");
    workspace.edit(ZHANG, "性别: 男\n", "性别: 男\n籍贯: 会宁\u{323b0}\n");
    let run = workspace.expect(1, &["build"]);
    assert_eq!(run.codes(), ["E1102"]);
    assert!(run.stderr.contains("没有写任何文件"), "{}", run.stderr);
    assert!(!run.stderr.contains("做好"), "{}", run.stderr);
    assert_eq!(workspace.tree("out"), before);
}

/// How many warnings and notices a build tells of.
fn told(run: &Run) -> [u64; 2] {
    let number = |ends: &str| {
        let before = run
            .stderr
            .split(ends)
            .next()
            .filter(|it| it.len() < run.stderr.len())?;
        before
            .rsplit(|c: char| !c.is_ascii_digit())
            .find(|it| !it.is_empty())?
            .parse()
            .ok()
    };
    [" 个警告", " 个提示"].map(|ends| number(ends).unwrap_or(0))
}

/// Branches with warnings and notices are not held: how many there are is known all the
/// same, whether they are made, remembered or at another level.
#[test]
fn warnings_and_notices_are_told_of_whatever_is_not_made_again() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "出生年月: 1965-03-12", "出生年月: 1965-03-13");
    workspace.edit(
        CHEN,
        "处置:\n  - {方式: 纳入组织管理, 日期: 2016-05-10}\n",
        "",
    );
    let check = workspace.expect(0, &["check", "--format", "json"]);
    let check: serde_json::Value = serde_json::from_str(&check.stdout).expect("JSON");
    let counts = ["warnings", "notices"].map(|it| check[it].as_u64().expect("a count"));
    assert!(counts[0] > 0 && counts[1] > 0, "{check}");
    // The names of three branches are printed in smaller type, which is told when they are.
    for (made, of_pages) in [(18, 3), (0, 0)] {
        let run = workspace.expect(0, &["build"]);
        assert_eq!(self::counts(&run).0, made);
        assert_eq!(told(&run), [counts[0], counts[1] + of_pages]);
        workspace.expect(1, &["build", "--deny-warnings"]);
    }
    let all = check["diagnostics"].as_array().expect("a list");
    let warning = all.iter().find(|one| one["severity"] == "warning");
    let code = warning.expect("a warning")["code"]
        .as_str()
        .expect("a code");
    let level = |level: &str| {
        workspace.write("paicha.yaml", format!("规则级别:\n  {code}: {level}\n"));
    };
    for (as_it_is, expected) in [
        ("不报", [counts[0] - 1, counts[1]]),
        ("提示", [counts[0] - 1, counts[1] + 1]),
    ] {
        level(as_it_is);
        workspace.expect(0, &["build"]);
        assert_eq!(
            told(&workspace.expect(0, &["build"])),
            expected,
            "{as_it_is}"
        );
    }
    level("错误");
    workspace.expect(1, &["build"]);
}
