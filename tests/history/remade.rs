//! `paicha diff`: the outputs that are told are those whose files differ between fresh builds
//! of both states. `PAICHA_CHANGES=200 cargo test --test history remade` looks further.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::common::Workspace;
use crate::common::sample::{CHEN, COMMITTEE, HOSPITAL, LI, OFFICE, ROUND, WANG, ZHANG};
use crate::repository::{commit, expect_in, git_in, outputs, paicha_in, sample};

/// A file, a text in it, another one.
type Edit = (&'static str, &'static str, &'static str);

/// Edits of members, organisations and the round, each of which leaves a valid workspace.
const EDITS: &[Edit] = &[
    (ZHANG, "姓名: 张建国", "姓名: 张建军"),
    (ZHANG, "\"13893001234\"", "\"13893005678\""),
    (ZHANG, "35.00", "36.00"),
    (ZHANG, "民族: 汉族\n", "民族: 汉族   # 核对过\n"),
    (
        ZHANG,
        "性别: 男\n",
        "性别: 男\n现居住地: 甘肃省会宁县会师镇\n",
    ),
    (LI, "情形: 外出务工经商", "情形: 居住地改变"),
    (
        LI,
        "情形: 外出务工经商\n",
        "情形: 外出务工经商\n  原因: 久无音信\n",
    ),
    (LI, "最后交纳党费: 2012-06-30", "最后交纳党费: 2016-01-31"),
    (LI, "结果: 停机", "结果: 空号"),
    (CHEN, "主客观: 客观", "主客观: 主观"),
    (CHEN, "姓名: 陈静\n", "姓名: 陈静\n籍贯: 甘肃会宁\n"),
    (
        WANG,
        "流入地: 深圳市宝安区某工厂",
        "流入地: 深圳市南山区某工厂",
    ),
    (
        WANG,
        "活动证号码: 甘620422-0087",
        "活动证号码: 甘620422-0088",
    ),
    (
        OFFICE,
        "填报单位: 会宁县人民政府办公室党支部",
        "填报单位: 县政府办公室党支部",
    ),
    (HOSPITAL, "类型: 党支部\n", "类型: 党支部\n书记: 王强\n"),
    (
        COMMITTEE,
        "名称: 中共会宁县直属机关工作委员会\n",
        "名称: 中共会宁县直属机关工作委员会\n简称: 机关工委\n",
    ),
    (ROUND, "附件7: 2016-05-15", "附件7: 2016-05-16"),
];

/// What else may happen to a workspace.
const MOVES: &[fn(&Workspace)] = &[
    |it| {
        it.remove(LI);
    },
    |it| {
        it.remove(WANG);
    },
    |it| moved(it, CHEN, &WANG.replace("王强", "陈静")),
    |it| moved(it, ZHANG, &ZHANG.replace("张建国", "张建国（一）")),
    |it| {
        moved(
            it,
            "data/县直机关工委/政府办党支部",
            "data/县直机关工委/县府办党支部",
        )
    },
    |it| {
        it.write("layouts/lib/说明.txt", "一句话");
    },
];

fn moved(workspace: &Workspace, from: &str, to: &str) {
    git_in(workspace.root(), &["mv", from, to]);
}

/// A workspace that makes all lists, but for documents that wait for words.
fn all_forms() -> Workspace {
    let workspace = sample();
    workspace.edit(
        ROUND,
        "名称: 党员组织关系集中排查\n",
        "名称: 党员组织关系集中排查\n表: 全部\n",
    );
    commit(workspace.root(), "全部");
    workspace
}

/// The files of a state, made anew; those that can be.
fn made(workspace: &Workspace, rev: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let call = [
        "build",
        "--keep-going",
        "--out",
        out.to_str().expect("a path"),
    ];
    let run = paicha_in(workspace.root(), &[&call[..], rev].concat());
    assert!(matches!(run.code, 0 | 1), "{}", run.stderr);
    let files = outputs(&out).into_iter();
    let pdfs = files.filter(|(path, _)| path.extension().is_some_and(|it| it == "pdf"));
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    pdfs.map(|(path, bytes)| (shown(&path), bytes)).collect()
}

/// What is told of each path, and what its files say.
#[track_caller]
fn as_made(workspace: &Workspace, old: &BTreeMap<String, Vec<u8>>) -> Value {
    let run = expect_in(workspace.root(), 0, &["diff", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let told = found["outputs"].as_array().expect("a list").iter();
    let told = told.map(|it| (it["path"].as_str(), it["change"].as_str()));
    let told: BTreeMap<_, _> = told.collect();
    let new = made(workspace, &[]);
    let mut seen = BTreeMap::new();
    for path in old.keys().chain(new.keys()) {
        let change = match (old.get(path), new.get(path)) {
            (Some(before), Some(now)) if before == now => continue,
            (Some(_), Some(_)) => "changed",
            (None, _) => "new",
            (_, None) => "gone",
        };
        seen.insert(Some(path.as_str()), Some(change));
    }
    assert_eq!(told, seen);
    found
}

#[test]
fn what_is_told_is_what_a_build_makes_otherwise() {
    let asked = std::env::var("PAICHA_CHANGES").ok();
    let rounds = asked.and_then(|asked| asked.parse().ok()).unwrap_or(4);
    let workspace = all_forms();
    let old = made(&workspace, &[]);
    let mut dice = 7_usize;
    let mut below = |most: usize| {
        dice = (dice * 1_103_515_245 + 12_345) % (1 << 31);
        (dice >> 8) % most
    };
    for _ in 0..rounds {
        git_in(workspace.root(), &["reset", "--quiet", "--hard"]);
        git_in(workspace.root(), &["clean", "--quiet", "--force", "-d"]);
        for _ in 0..=below(3) {
            let (file, from, to) = EDITS[below(EDITS.len())];
            let text = String::from_utf8(workspace.read(file)).expect("UTF-8");
            workspace.write(file, text.replacen(from, to, 1));
        }
        if below(2) == 0 {
            MOVES[below(MOVES.len())](&workspace);
        }
        as_made(&workspace, &old);
    }
}

/// A member who stood in lists leaves lists of every level, and the check list of his branch.
#[test]
fn lists_above_a_branch_and_check_lists_are_told() {
    let workspace = all_forms();
    let old = made(&workspace, &[]);
    workspace.remove(LI);
    let found = as_made(&workspace, &old);
    let outputs = found["outputs"].as_array().expect("a list");
    for path in [
        "县直机关工委/失联党员名单.pdf",
        "县直机关工委/政府办党支部/三查三核核查表.pdf",
    ] {
        let told = outputs.iter().find(|it| it["path"] == path);
        assert_eq!(told.expect(path)["change"], "changed", "{path}");
    }
}

/// What is called otherwise is a new file and one that is gone; each names the other.
#[test]
fn a_branch_in_another_folder_is_made_there() {
    let workspace = all_forms();
    let old = made(&workspace, &[]);
    moved(
        &workspace,
        "data/县直机关工委/政府办党支部",
        "data/县直机关工委/县府办党支部",
    );
    let found = as_made(&workspace, &old);
    assert_eq!(found["refused"], serde_json::json!([]));
    let outputs = found["outputs"].as_array().expect("a list");
    let card = |unit: &str| format!("县直机关工委/{unit}/附件1/李明.pdf");
    let [was, is] = [card("政府办党支部"), card("县府办党支部")];
    let told = |path: &str| outputs.iter().find(|it| it["path"] == path).expect("told");
    assert_eq!(told(&was)["new_path"], is.as_str());
    assert_eq!(told(&is)["old_path"], was.as_str());
    assert_eq!(told(&is)["pages"], serde_json::json!([]));
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    assert!(!text.contains("做不出来"), "{text}");
}

/// What waits for words is not made before and not after; what errors keep from being made is
/// gone, and told as that.
#[test]
fn what_waits_for_words_and_what_errors_refuse() {
    let workspace = all_forms();
    let old = made(&workspace, &[]);
    workspace.edit(LI, "性别: 男", "性别: 女");
    workspace.edit(ZHANG, "35.00", "36.00");
    let found = as_made(&workspace, &old);
    let refused = found["refused"].as_array().expect("a list");
    let li = "县直机关工委/政府办党支部/附件1/李明.pdf";
    assert!(refused.iter().any(|it| it["path"] == li), "{found:#}");
    let outputs = found["outputs"].as_array().expect("a list").iter();
    let told = outputs.filter(|it| it["path"] == li).collect::<Vec<_>>();
    assert_eq!(
        (&told[0]["change"], &told[0]["refused"]),
        (&"gone".into(), &true.into())
    );
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    assert!(!text.contains("工作情况报告"), "{text}");
    assert!(
        text.contains(&format!("有错误，现在做不出来  {li}")),
        "{text}"
    );
}
