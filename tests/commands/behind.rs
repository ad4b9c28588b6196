//! `paicha explain --cell`: who is behind a figure.

use std::path::Path;

use serde_json::Value;

use crate::common::sample::{self, CHEN, LI, WANG};
use crate::common::{Workspace, copy};

fn json(workspace: &Workspace, cell: [&str; 3], more: &[&str]) -> Value {
    let [form, row, column] = cell;
    let call = ["explain", "--cell", form, row, column, "--format", "json"];
    let run = workspace.expect(0, &[&call[..], more].concat());
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// Path and count of each who is behind a cell of the first organisation.
fn by(found: &Value) -> Vec<(&str, u64)> {
    let by = found[0]["by"].as_array().expect("a list").iter();
    let mut found = Vec::new();
    for one in by {
        let path = one["path"].as_str().expect("text");
        found.push((path, one["count"].as_u64().expect("a number")));
    }
    found
}

/// Lost ones and the one who is away, as the sample says of them.
#[test]
fn those_who_are_counted_are_named_with_what_says_so() {
    let workspace = sample::workspace();
    for (cell, expected) in [
        (["附件6", "合计", "人数"], &[LI][..]),
        (["附件6", "农村外出务工经商人员", "人数"], &[LI]),
        (["附件6", "高校毕业生", "人数"], &[]),
        // 1960-05-08 to 2016-04-20: 55 years.
        (["附件6", "合计", "年龄/46岁至60岁"], &[LI]),
        (["附件6", "合计", "年龄/61岁及以上"], &[]),
        (["附件6", "补充资料", "流动党员"], &[WANG]),
        (["附件7", "合计", "自行脱党除名"], &[LI]),
        (["附件7", "对账", "附件4"], &[CHEN]),
        (["附件7", "对账", "附件5"], &[LI]),
    ] {
        let found = json(&workspace, cell, &[]);
        let expected: Vec<(&str, u64)> = expected.iter().map(|path| (*path, 1)).collect();
        assert_eq!(by(&found), expected, "{cell:?}");
        assert_eq!(found[0]["value"], expected.len(), "{cell:?}");
        assert_eq!(found[0]["org"], "县直机关工委");
    }
    let found = json(&workspace, ["附件6", "合计", "年龄/46岁至60岁"], &[]);
    let keys = found[0]["by"][0]["keys"].as_array().expect("a list");
    let birth = keys
        .iter()
        .find(|key| key["key"] == "出生年月")
        .expect("the key");
    assert_eq!(
        (&birth["line"], &birth["value"]),
        (&3.into(), &"1960-05-08".into())
    );
    assert_eq!(found[0]["by"][0]["姓名"], "李明");
    // Of one organisation, of another.
    let org = |name| ["--org", name];
    let found = json(
        &workspace,
        ["附件6", "合计", "人数"],
        &org("县直机关工委/县医院党支部"),
    );
    assert_eq!((by(&found).len(), &found[0]["value"]), (0, &0.into()));
    let run = workspace.expect(0, &["explain", "--cell", "附件6", "合计", "人数"]);
    let first = run.stdout.lines().next();
    assert_eq!(first, Some("附件6  合计  人数  县直机关工委：1"));
    assert!(run.stdout.contains(LI) && !run.stdout.contains("622423196005081518"));
}

/// What each adds makes the figure of the summary, figures that were handed up included.
#[test]
fn shares_add_up_to_the_figures_of_the_summary() {
    let workspace = Workspace::empty();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    copy(&data, &workspace.path("data"));
    let summary = workspace.expect(0, &["summary", "--format", "json"]);
    let summary: Value = serde_json::from_str(&summary.stdout).expect("JSON");
    let top = &summary["组织"][0];
    let mut counted = 0;
    for (form, column) in [
        ("附件6", "人数"),
        ("附件6", "性别/女"),
        ("附件6", "年龄/36岁至45岁"),
        ("附件6", "失去联系时间/1年至5年"),
        ("附件6", "排查前在册党员人数"),
        ("附件7", "纳入组织管理"),
        ("附件7", "自行脱党除名"),
    ] {
        let columns = top[form]["列"].as_array().expect("a list");
        let place = columns
            .iter()
            .position(|name| name == column)
            .expect("a column");
        for row in top[form]["行"]
            .as_array()
            .expect("a list")
            .iter()
            .rev()
            .take(3)
        {
            let name = row["群体"].as_str().expect("text");
            let found = json(&workspace, [form, name, column], &[]);
            assert_eq!(
                found[0]["value"], row["值"][place],
                "{form} {name} {column}"
            );
            let sum: u64 = by(&found).iter().map(|(_, count)| count).sum();
            let value = row["值"][place].as_u64();
            assert!(
                value.is_none_or(|value| value == sum),
                "{form} {name} {column}: {sum}"
            );
            counted += sum;
        }
    }
    assert!(counted > 60, "{counted}");
    let found = json(&workspace, ["附件6", "合计", "人数"], &[]);
    let paths: Vec<&str> = by(&found).into_iter().map(|(path, _)| path).collect();
    assert!(
        paths.iter().any(|path| path.ends_with("汇总上报.yaml")),
        "{paths:?}"
    );
}

#[test]
fn what_is_not_there_is_told_with_what_is_like_it() {
    let workspace = sample::workspace();
    for (cell, near) in [
        (["附件9", "合计", "人数"], "附件6"),
        (["附件1", "合计", "人数"], "附件6"),
        (["附件6", "高校毕业", "人数"], "高校毕业生"),
        (["附件6", "合计", "年龄/36至45岁"], "年龄/36岁至45岁"),
    ] {
        let call = [&["explain", "--cell"][..], &cell].concat();
        let run = workspace.expect(2, &call);
        assert!(run.stderr.contains(near), "{cell:?}: {}", run.stderr);
    }
    workspace.expect(2, &["explain", "--cell", "附件6", "合计"]);
    workspace.expect(2, &["explain", "E0101", "--cell", "附件6", "合计", "人数"]);
    // Errors are told, and what can be said is said.
    workspace.edit(LI, "出生年月: 1960-05-08", "出生年月: 一九六零");
    let run = workspace.expect(0, &["explain", "--cell", "附件6", "合计", "人数"]);
    assert!(run.stderr.contains("李明.yaml:3:7"), "{}", run.stderr);
}
