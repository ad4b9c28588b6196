//! A branch with a member per row, and what `check --format json` finds.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::common::{self, Workspace};

pub const ROUND: &str = "data/排查.yaml";
pub const BRANCH: &str = "data/会宁县直机关工委/政府办党支部";
/// A second branch, behind the first in the order of paths.
pub const SECOND: &str = "data/会宁县直机关工委/教育局党支部";

/// A row of a table: a member and the codes that he must get.
pub struct Row {
    /// Shown when the row fails.
    pub label: String,
    /// The member's file.
    pub text: String,
    /// Codes in any order; one behind `?` is not judged.
    pub codes: String,
}

/// A finding in a file.
#[derive(Debug)]
pub struct Finding {
    pub code: String,
    pub field: String,
    /// Message and help.
    pub text: String,
    /// Paths and lines of what it relates to.
    pub related: Vec<(String, u64)>,
}

/// Keys of a member and codes.
pub type Case = (&'static str, &'static str);

/// Findings by the path of their file.
pub type Findings = BTreeMap<String, Vec<Finding>>;

/// A copy of the workspace without findings.
pub fn base() -> Workspace {
    let workspace = Workspace::empty();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/base/data");
    common::copy(&base, &workspace.path("data"));
    workspace
}

/// The 18 characters of an ID number from the first 17.
pub fn number(seventeen: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    assert_eq!(seventeen.len(), weights.len(), "{seventeen}");
    let digits = seventeen.bytes().map(|digit| usize::from(digit - b'0'));
    let sum: usize = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = char::from(b"10X98765432"[sum % 11]);
    format!("{seventeen}{check}")
}

/// A name of his own for the `n`th member.
pub fn name(n: usize) -> String {
    let numerals: Vec<char> = "零一二三四五六七八九".chars().collect();
    let digits = n.to_string();
    let given = digits
        .bytes()
        .map(|digit| numerals[usize::from(digit - b'0')]);
    std::iter::once('赵').chain(given).collect()
}

/// The file of the `n`th member, with keys put in the place of the usual ones.
///
/// Keys stand between `;`. One behind `!` is left out.
pub fn member(n: usize, keys: &str) -> String {
    let given: Vec<&str> = keys
        .split(';')
        .map(str::trim)
        .filter(|key| !key.is_empty())
        .collect();
    let birth = given.iter().find_map(|key| key.strip_prefix("出生年月: "));
    let digits: String = birth.unwrap_or("1968-05-20").replace('-', "");
    let born = format!("{digits}{}", &"0615"[digits.len() - 4..]);
    let id = number(&format!("622423{born}{:03}", 2 * n + 1));
    let usual = [
        format!("姓名: {}", name(n)),
        "性别: 男".to_owned(),
        "出生年月: 1968-05-20".to_owned(),
        "民族: 汉族".to_owned(),
        format!("身份证号码: \"{id}\""),
        "入党日期: 1992-07-01".to_owned(),
        "转正日期: 1993-07-01".to_owned(),
        "学历学位: {全日制教育: {学历: 初中}}".to_owned(),
        "进入党支部日期: 1999-03-10".to_owned(),
        "职业: 农村外出务工经商人员".to_owned(),
    ];
    let key = |line: &str| {
        line.trim_start_matches('!')
            .split(':')
            .next()
            .map(str::to_owned)
    };
    let replaced = |line: &String| given.iter().any(|other| key(other) == key(line));
    let kept = usual
        .iter()
        .filter(|line| !replaced(line))
        .map(String::as_str);
    let put = given.iter().copied().filter(|line| !line.starts_with('!'));
    kept.chain(put).map(|line| format!("{line}\n")).collect()
}

/// Runs `check` and reads what it found.
#[track_caller]
pub fn check(workspace: &Workspace) -> Findings {
    let run = workspace.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{error}\n{}\n{}", run.stdout, run.stderr));
    let mut findings = Findings::new();
    let mut counts = [0_u64; 2];
    for entry in report["diagnostics"].as_array().expect("a list") {
        let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let code = text("code");
        let severity = match code.as_bytes()[0] {
            b'E' => "error",
            b'W' => "warning",
            _ => "notice",
        };
        assert_eq!(entry["severity"], severity, "{entry}");
        counts[0] += u64::from(severity == "error");
        counts[1] += u64::from(severity == "warning");
        let related = entry["related"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|other| {
                let path = other["path"].as_str().expect("a path").to_owned();
                (path, other["line"].as_u64().unwrap_or_default())
            });
        findings.entry(text("path")).or_default().push(Finding {
            code,
            field: text("field"),
            text: text("message") + &text("help"),
            related: related.collect(),
        });
    }
    assert_eq!(report["errors"], counts[0]);
    assert_eq!(report["warnings"], counts[1]);
    assert_eq!(run.code, i32::from(counts[0] > 0), "{}", run.stderr);
    findings
}

/// The path of the `n`th row's file.
pub fn path(n: usize) -> String {
    format!("{BRANCH}/党员/{n:03}.yaml")
}

/// Checks a table: of the watched codes each row has those it names. Gives
/// all findings, for what the table cannot say.
#[track_caller]
pub fn judge(workspace: &Workspace, watched: &[&str], rows: &[Row]) -> Findings {
    for (n, row) in rows.iter().enumerate() {
        workspace.write(&path(n), &row.text);
    }
    let findings = check(workspace);
    let mut faults = String::new();
    for (n, row) in rows.iter().enumerate() {
        let open: Vec<&str> = row
            .codes
            .split_whitespace()
            .filter_map(|code| code.strip_prefix('?'))
            .collect();
        let mut expected: Vec<&str> = row
            .codes
            .split_whitespace()
            .filter(|code| !code.starts_with('?'))
            .collect();
        let all = findings.get(&path(n)).into_iter().flatten();
        let judged = |code: &&str| watched.contains(code) && !open.contains(code);
        let mut found: Vec<&str> = all
            .map(|finding| finding.code.as_str())
            .filter(judged)
            .collect();
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            faults += &format!(
                "{}\n  expected {expected:?}\n  found    {found:?}\n",
                row.label
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    findings
}

/// Checks dates of a life; each row begins with the same keys.
#[track_caller]
pub fn judged(prefix: &str, cases: &[Case]) -> Findings {
    const WATCHED: &[&str] = &[
        "E0306", "W0307", "E0308", "E0309", "W0310", "E0311", "W0312", "W0313",
    ];
    let row = |(n, &(keys, codes)): (usize, &Case)| Row {
        label: keys.to_owned(),
        text: member(n, &format!("!进入党支部日期; {prefix} {keys}")),
        codes: codes.to_owned(),
    };
    let rows: Vec<Row> = cases.iter().enumerate().map(row).collect();
    judge(&base(), WATCHED, &rows)
}
