//! The same number or the same person in two files, and whether they stand on
//! two rolls on the same day.

use crate::common::Workspace;
use crate::harness::{BRANCH, Finding, SECOND, base, check, member, number};

/// Keys of the first and of the second file, and whether a day is on both
/// rolls.
type Pair = (&'static str, &'static str, bool);

#[rustfmt::skip]
const PAIRS: &[Pair] = &[
    ("", "", true),
    ("转出: {日期: 2015-10-08}", "进入党支部日期: 2015-10-07", true),
    ("转出: {日期: 2015-10-08}", "进入党支部日期: 2015-10-08", false),
    ("转出: {日期: 2015-10-08}", "进入党支部日期: 2015-10-09", false),
    ("转出: {日期: 2015-10-08, 回执日期: 2015-11-02}", "进入党支部日期: 2015-10-08", false),
    ("进入党支部日期: 2015-10-08", "转出: {日期: 2015-10-08}", false),
    ("进入党支部日期: 2015-10-08", "转出: {日期: 2015-10-09}", true),
    ("出党: {日期: 2015-10-08, 原因: 退党}", "进入党支部日期: 2015-10-08", false),
    ("出党: {日期: 2015-10-09, 原因: 退党}", "进入党支部日期: 2015-10-08", true),
    ("停止党籍日期: 2015-10-08", "进入党支部日期: 2015-10-08", false),
    ("停止党籍日期: 2015-10-09", "进入党支部日期: 2015-10-08", true),
    // The earliest end counts.
    ("转出: {日期: 2015-10-09}; 停止党籍日期: 2015-10-01", "进入党支部日期: 2015-10-05", false),
    // Without 进入党支部日期 from 入党日期 on.
    ("转出: {日期: 1999-03-10}", "!进入党支部日期; 入党日期: 1999-03-10; !转正日期", false),
    ("转出: {日期: 2000-03-11}", "!进入党支部日期; 入党日期: 1999-03-10; !转正日期", true),
];

/// The base with a second branch.
fn branches() -> Workspace {
    let workspace = base();
    workspace.write(
        &format!("{SECOND}/党组织.yaml"),
        "名称: 中共会宁县教育局支部委员会\n类型: 党支部\n党组织类别: 党政机关\n",
    );
    workspace
}

/// The files of a pair in the order of the bytes of their paths.
fn paths(n: usize) -> [String; 2] {
    let mut paths = [BRANCH, SECOND].map(|branch| format!("{branch}/党员/{n:03}.yaml"));
    paths.sort();
    paths
}

fn born(n: usize) -> String {
    format!("出生年月: 19{:02}-{:02}-15", 60 + n / 12, 1 + n % 12)
}

fn of<'a>(all: Option<&'a Vec<Finding>>, code: &str) -> Vec<&'a Finding> {
    all.into_iter()
        .flatten()
        .filter(|finding| finding.code == code)
        .collect()
}

#[test]
fn the_same_number_on_two_rolls() {
    let workspace = branches();
    for (n, (first, second, _)) in PAIRS.iter().enumerate() {
        for (path, keys) in paths(n).iter().zip([first, second]) {
            workspace.write(path, member(n, keys));
        }
    }
    judge(&workspace, "E0107", "身份证号码");
}

#[test]
fn the_same_name_and_birth_on_two_rolls() {
    let workspace = branches();
    for (n, (first, second, _)) in PAIRS.iter().enumerate() {
        let name = format!("姓名: 钱大{}", crate::harness::name(n));
        for ((path, keys), m) in paths(n).iter().zip([first, second]).zip([n, n + 270]) {
            workspace.write(path, member(m, &format!("{name}; {}; {keys}", born(n))));
        }
    }
    judge(&workspace, "W1601", "姓名");
}

/// The later file of each pair has the finding, and it points at the first.
fn judge(workspace: &Workspace, code: &str, field: &str) {
    let findings = check(workspace);
    let mut faults = String::new();
    for (n, &(first, second, meet)) in PAIRS.iter().enumerate() {
        let [before, after] = paths(n);
        let early = of(findings.get(&before), code);
        let late = of(findings.get(&after), code);
        let first_only =
            |finding: &Finding| finding.related.iter().all(|(path, _)| *path == before);
        let good = late.iter().all(|finding| {
            finding.field == field && finding.related.len() == 1 && first_only(finding)
        });
        if !early.is_empty() || late.len() != usize::from(meet) || !good {
            faults += &format!("{first} | {second}: {early:?} {late:?}\n");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Every file after the first, also within a branch; W1601 not beside it.
#[test]
fn a_number_in_three_files() {
    let workspace = branches();
    let [first, third] = paths(0);
    let second = paths(1)[0].clone();
    for path in [&first, &second, &third] {
        workspace.write(path, member(0, ""));
    }
    let findings = check(&workspace);
    assert!(of(findings.get(&first), "E0107").is_empty());
    for path in [&second, &third] {
        let found = of(findings.get(path), "E0107");
        assert_eq!(found.len(), 1, "{path}");
        assert_eq!(found[0].related[0], (first.clone(), 5));
    }
    let all: Vec<&Finding> = findings.values().flatten().collect();
    assert!(
        !all.iter().any(|finding| finding.code == "W1601"),
        "{all:?}"
    );
}

/// Names, births and numbers that are alike, or not alike enough.
#[test]
fn alike_enough() {
    let right = number("62242319650315123");
    let digit = right.replace("0315", "0316");
    let swapped = right.replace("0315", "0351");
    let two = right.replace("0315", "0326");
    let apart = right.replace("622423", "622324");
    let sibling = number("62242319650315125");
    let other = number("62042219720815011");
    // Name, birth and number of both; whether they are one person.
    #[rustfmt::skip]
    let cases: &[([&str; 3], [&str; 3], bool)] = &[
        (["孙一", "1965-03-15", &right], ["孙一", "1965-03-15", &other], true),
        (["孙二", "1965-03-15", &right], ["孙三", "1965-03-15", &other], false),
        (["孙四", "1965-03-15", &right], ["孙四", "1965-03-16", &other], false),
        (["孙五", "1965-03", &right], ["孙五", "1965-04", &other], false),
        (["孙六", "1965-03-15", &right], ["孙六", "1972-08-15", &digit], true),
        (["孙七", "1965-03-15", &right], ["孙七", "1972-08-15", &swapped], true),
        (["孙八", "1965-03-15", &right], ["孙八", "1972-08-15", &two], false),
        (["孙九", "1965-03-15", &right], ["孙九", "1972-08-15", &apart], false),
        // Two persons born on one day and registered one after the other.
        (["孙十", "1965-03-15", &right], ["李十", "1965-03-15", &sibling], false),
        (["艾力·买买提", "1965-03-15", &right], ["艾力•买买提", "1965-03-15", &other], true),
    ];
    let mut faults = String::new();
    for (first, second, alike) in cases {
        let workspace = branches();
        let [before, after] = paths(0);
        for (path, [name, birth, id]) in [(&before, first), (&after, second)] {
            let keys = format!("姓名: {name}; 出生年月: {birth}; 身份证号码: \"{id}\"");
            workspace.write(path, member(0, &keys));
        }
        let findings = check(&workspace);
        let late = of(findings.get(&after), "W1601");
        if late.len() != usize::from(*alike) || !of(findings.get(&before), "W1601").is_empty() {
            faults += &format!("{first:?} {second:?}: {late:?}\n");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
