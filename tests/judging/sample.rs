//! No false alarm on the sample data: what `check` says of it is what
//! docs/sample-data.md says it must say.

use std::path::Path;

use crate::common;

/// Code, member, key.
const EXPECTED: [(&str, &str, &str); 15] = [
    ("N0407", "古秋白", "学历学位.全日制教育.学历"),
    ("N0707", "沈立群", "失联"),
    ("N0707", "熊正清", "失联"),
    ("N0916", "汇总上报", ""),
    ("N1207", "宁致远", "转出.介绍信编号"),
    ("W0305", "古维藩", "失联.最后组织生活"),
    ("W0305", "吕庭芳", "失联.最后组织生活"),
    ("W0305", "马国栋", "入党日期"),
    ("W0305", "魏长庚", "失联.最后交纳党费"),
    ("W0607", "费国柱", "失联.最后交纳党费"),
    ("W0608", "古秋白", "失联.最后组织生活"),
    ("W1201", "向东升", "转出.日期"),
    ("W1201", "岳志强", "转出.日期"),
    ("W1201", "褚良才", "转出.日期"),
    ("W1201", "陈䶮", "转出.日期"),
];

#[test]
fn the_sample_has_these_findings_and_no_others() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = common::run(
        common::paicha()
            .current_dir(root)
            .args(["check", "--format", "json"]),
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    let diagnostics = report["diagnostics"].as_array().expect("a list").iter();
    let mut found: Vec<(String, String, String)> = diagnostics
        .map(|one| {
            let path = text(&one["path"]);
            let name = Path::new(&path).file_stem().expect("a name");
            let name = name.to_string_lossy().into_owned();
            (text(&one["code"]), name, text(&one["field"]))
        })
        .collect();
    found.sort();
    let mut expected = EXPECTED.map(|(code, name, field)| (code.into(), name.into(), field.into()));
    expected.sort();
    assert_eq!(found, expected);
}
