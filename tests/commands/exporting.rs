//! Registers, summaries and rosters leave as sheets, and come back as what they were.

use super::common::Workspace;
use super::common::sample::{self, LI};

pub const OFFICE_OUT: &str = "out/县直机关工委/政府办党支部";

#[test]
fn the_same_gives_the_same_bytes_and_errors_stop() {
    let workspace = sample::workspace();
    let path = format!("{OFFICE_OUT}/附件3-与党组织失去联系党员登记表.xlsx");
    workspace.expect(0, &["export", "附件3"]);
    let first = workspace.read(&path);
    workspace.expect(0, &["build"]);
    assert_eq!(workspace.read(&path), first, "a build leaves sheets");
    workspace.expect(0, &["build", "--verify"]);
    workspace.expect(0, &["export", "附件3"]);
    assert_eq!(workspace.read(&path), first);
    workspace.edit(LI, "最后交纳党费", "最后交党费");
    workspace.expect(1, &["export", "附件3"]);
    assert_eq!(workspace.read(&path), first);
    workspace.expect(2, &["export", "附件1"]);
    workspace.expect(2, &["export", "附件9"]);
}

#[test]
fn csv_is_for_excel_or_plain() {
    let workspace = sample::workspace();
    let file = workspace.path("a.csv");
    let file = file.to_str().expect("UTF-8");
    workspace.expect(
        0,
        &["export", "党员基本信息", "--format", "csv", "-o", file],
    );
    let excel = String::from_utf8(workspace.read("a.csv")).expect("UTF-8");
    assert!(excel.starts_with("\u{feff}姓名,性别,公民身份号码,") && excel.contains("\r\n"));
    assert!(
        excel.contains("张建国,男,\t622423196503121236,汉族,\t1965-03-12,高中,正式党员"),
        "{excel}"
    );
    workspace.expect(
        0,
        &[
            "export",
            "党员基本信息",
            "--format",
            "csv",
            "--plain",
            "-o",
            file,
        ],
    );
    let plain = String::from_utf8(workspace.read("a.csv")).expect("UTF-8");
    assert_eq!(
        plain,
        excel.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    );
    workspace.expect(2, &["export", "附件3", "-o", file]);
}

const PROFILES: [&str; 3] = ["花名册", "信息采集表", "党员基本信息"];

/// The sample round, copied.
pub fn copied() -> Workspace {
    let workspace = Workspace::empty();
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for entry in walkdir::WalkDir::new(&data)
        .into_iter()
        .filter_map(Result::ok)
    {
        if entry.file_type().is_file() {
            let path = entry
                .path()
                .strip_prefix(&data)
                .expect("below")
                .to_str()
                .expect("UTF-8");
            workspace.write(
                &format!("data/{path}"),
                std::fs::read(entry.path()).expect("a file"),
            );
        }
    }
    workspace
}

#[test]
fn a_roster_that_comes_back_changes_nothing() {
    let workspace = copied();
    let before = workspace.tree("data");
    for profile in PROFILES {
        for format in ["xlsx", "csv"] {
            let file = workspace.path(&format!("{profile}.{format}"));
            let file = file.to_str().expect("UTF-8");
            workspace.expect(0, &["export", profile, "--format", format, "-o", file]);
            // 学历 and the like are asked about.
            let run = workspace.expect(1, &["import", file, "--yes"]);
            assert!(
                run.stdout
                    .contains("读到 80 行 = 新建 0 + 并入 80 + 不取 0\n"),
                "{}",
                run.stdout
            );
            assert!(!run.stdout.contains("表里是"), "{}", run.stdout);
            assert_eq!(workspace.tree("data"), before, "{profile}.{format}");
        }
    }
}

/// What `docs/sheets.md` says that the columns of a roster stand for.
fn table(profile: &str) -> Vec<(String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sheets.md");
    let text = std::fs::read_to_string(path).expect("a page");
    let table = text
        .split(&format!("### {profile}\n"))
        .nth(1)
        .expect("a table");
    let table = table.split("\n#").next().expect("its end");
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let rows = rows.filter_map(|row| {
        let mut cells = row
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().trim_matches('`'));
        Some((cells.next()?.to_owned(), cells.next()?.to_owned()))
    });
    rows.collect()
}

/// The lines of a file of the data that give a key at the top, or below one block.
fn given(text: &str, route: &str) -> String {
    let yaml: serde_json::Value = serde_yaml::from_str(text).expect("YAML");
    let pointer = format!("/{}", route.replace('.', "/"));
    let value = yaml.pointer(&pointer).cloned().unwrap_or_default();
    let of = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => plain(text),
        serde_json::Value::Null => String::new(),
        other => plain(&other.to_string()),
    };
    match &value {
        serde_json::Value::Array(all) => all.iter().map(of).collect::<Vec<_>>().join("、"),
        one => of(one),
    }
}

/// A date in one spelling: 1970.12 and １９７０年12月 are 1970-12; 汉 as 汉族. Other texts as
/// they are.
fn plain(text: &str) -> String {
    let narrow = |c| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        c => c,
    };
    let text: String = text.chars().map(narrow).collect();
    let text = text.trim_end_matches(['月', '日', '族']);
    let parts: Vec<&str> = text.split(['.', '-', '/', '年', '月']).collect();
    let is_figures = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_day = parts.iter().all(is_figures) && parts[0].len() == 4;
    match is_day && parts.iter().skip(1).all(|part| part.len() <= 2) {
        true => parts
            .iter()
            .map(|part| format!("{part:0>2}"))
            .collect::<Vec<_>>()
            .join("-"),
        false => text.to_owned(),
    }
}

#[test]
fn a_roster_taken_in_elsewhere_gives_the_same_members() {
    for profile in PROFILES {
        let workspace = copied();
        let file = workspace.path("名册.xlsx");
        let file = file.to_str().expect("UTF-8").to_owned();
        // A sheet without branches is of one.
        let branch = "会宁县直机关工委/政府办党支部";
        let of_one: &[&str] = if profile == "花名册" {
            &["--org", branch]
        } else {
            &[]
        };
        workspace.expect(0, &[&["export", profile, "-o", &file], of_one].concat());
        let files = workspace.tree("data");
        let members: Vec<&String> = files
            .keys()
            .filter(|path| path.contains("/党员/"))
            .collect();
        for path in &members {
            workspace.remove(&format!("data/{path}"));
        }
        workspace.expect(1, &[&["import", &file, "--yes"], of_one].concat());
        let now = workspace.tree("data");
        let (mut count, mut compared) = (0, 0);
        for path in members {
            let Some(Some(after)) = now.get(path) else {
                assert!(profile == "花名册" && !path.contains("政府办"), "{path}");
                continue;
            };
            count += 1;
            let before = files[path].clone().expect("a file");
            let [before, after] =
                [before, after.clone()].map(|text| String::from_utf8(text).expect("UTF-8"));
            for (column, route) in table(profile)
                .iter()
                .filter(|(_, route)| !route.starts_with('（'))
            {
                let [was, is] = [&before, &after].map(|text| given(text, route));
                assert_eq!(is, was, "{path} {column}");
                compared += usize::from(!was.is_empty());
            }
        }
        assert!(
            count > 20 && compared > 100,
            "{profile}: {count} {compared}"
        );
    }
}
