//! `paicha diff`: which pages of which forms change, held against the pages as another
//! reader draws them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use paicha::typeset::png;
use serde_json::Value;

use crate::common::Workspace;
use crate::common::sample::{CHEN, LI, ROUND, WANG, ZHANG};
use crate::repository::{commit, expect_in, sample};

/// Dots an inch: a change of one character is seen.
const DPI: f32 = 50.0;

/// The pages of each output that changes, as they are told.
fn told(workspace: &Workspace) -> BTreeMap<String, Value> {
    let run = expect_in(workspace.root(), 0, &["diff", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let outputs = found["outputs"].as_array().expect("a list").iter();
    outputs
        .map(|output| {
            (
                output["path"].as_str().expect("a path").to_owned(),
                output.clone(),
            )
        })
        .collect()
}

/// All pages of a state, drawn.
fn drawn(workspace: &Workspace, out: &str, rev: &[&str]) -> BTreeMap<String, Vec<Vec<u8>>> {
    let folder = workspace.path(&format!("../{out}-{}", std::process::id()));
    let call = ["build", "--out", folder.to_str().expect("a path")];
    expect_in(workspace.root(), 0, &[&call[..], rev].concat());
    let files = walkdir::WalkDir::new(&folder).into_iter();
    let files = files.map(|entry| entry.expect("an entry").into_path());
    let pdfs = files.filter(|path| path.extension().is_some_and(|it| it == "pdf"));
    let drawn = pdfs.map(|path| {
        let name = path
            .strip_prefix(&folder)
            .expect("below")
            .to_string_lossy()
            .into_owned();
        (
            name,
            png(fs::read(&path).expect("a file"), DPI).expect("pages"),
        )
    });
    let drawn = drawn.collect();
    fs::remove_dir_all(&folder).expect("removed");
    drawn
}

/// What is told is what is seen: of each output the pages that look otherwise.
#[track_caller]
fn as_seen(workspace: &Workspace) -> BTreeMap<String, Value> {
    let told = told(workspace);
    let id = workspace
        .root()
        .file_name()
        .expect("a name")
        .to_string_lossy();
    let old = drawn(workspace, &format!("{id}-old"), &["--rev", "HEAD"]);
    let new = drawn(workspace, &format!("{id}-new"), &[]);
    for path in old.keys().chain(new.keys()) {
        let [before, now] = [&old, &new].map(|state| state.get(path));
        let seen = match (before, now) {
            (Some(before), Some(now)) => {
                let pages = (0..now.len()).filter(|at| before.get(*at) != now.get(*at));
                pages.map(|at| at + 1).collect()
            }
            (one, other) => (1..=one.or(other).map_or(0, Vec::len)).collect::<Vec<_>>(),
        };
        let pages: Vec<usize> = told.get(path).map_or_else(Vec::new, |output| {
            serde_json::from_value(output["pages"].clone()).expect("pages")
        });
        assert_eq!(pages, seen, "{path}");
        if let Some(output) = told.get(path) {
            assert_eq!(
                output["page_count"],
                now.or(before).map_or(0, Vec::len),
                "{path}"
            );
        }
    }
    told
}

#[test]
fn pages_that_are_told_are_those_that_look_otherwise() {
    let workspace = sample();
    // On the first page of a card, on its second page, in two registers, in tables.
    workspace.edit(ZHANG, "月应交纳党费: 35.00", "月应交纳党费: 36.00");
    workspace.edit(
        CHEN,
        "职业: 高校毕业生\n",
        "职业: 高校毕业生\n奖惩情况: 无\n",
    );
    workspace.edit(LI, "最后交纳党费: 2012-06-30", "最后交纳党费: 2016-01-31");
    workspace.remove(WANG);
    let told = as_seen(&workspace);
    let card = |name: &str| &told[&format!("县直机关工委/政府办党支部/附件1/{name}.pdf")];
    assert_eq!(card("张建国")["pages"], serde_json::json!([1]));
    assert_eq!(card("陈静")["pages"], serde_json::json!([2]));
    let gone = &told["县直机关工委/县医院党支部/附件1/王强.pdf"];
    assert_eq!(
        (&gone["change"], &gone["page_count"]),
        (&"gone".into(), &3.into())
    );
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    for line in [
        "要重印  县直机关工委/政府办党支部/附件1/张建国.pdf  第 1 页，共 3 页",
        "不再有  县直机关工委/县医院党支部/附件1/王强.pdf  共 3 页",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

/// A register that goes on to a further page, and one whose rows all move.
#[test]
fn registers_that_grow_and_whose_rows_move() {
    let workspace = sample();
    let li = String::from_utf8(workspace.read(LI)).expect("UTF-8");
    for number in 0..30 {
        let id = id_number(number);
        let text = li
            .replace("622423196005081518", &id)
            .replace("姓名: 李明", &format!("姓名: 李{}", han(number)));
        workspace.write(&LI.replace("李明", &format!("李{number:02}")), text);
    }
    let told = as_seen(&workspace);
    let register = &told["县直机关工委/政府办党支部/附件5-经查找仍然无法取得联系党员登记表.pdf"];
    assert!(
        register["old_page_count"].as_u64() < register["page_count"].as_u64(),
        "{register}"
    );
}

/// What is made of something else and looks as it did need not be printed.
#[test]
fn what_looks_the_same_need_not_be_printed() {
    let workspace = sample();
    let form = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/附件4/form.yaml");
    let form = fs::read_to_string(form).expect("a form");
    workspace.write("layouts/附件4/form.yaml", &form);
    commit(workspace.root(), "版面");
    workspace.write("layouts/附件4/form.yaml", form + "# 只是一句话\n");
    let told = told(&workspace);
    assert!(!told.is_empty());
    for (path, output) in &told {
        assert!(path.contains("附件4"), "{path}");
        assert_eq!(output["pages"], serde_json::json!([]), "{output}");
    }
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    assert!(text.contains("每一页都和原来一样，不必重印"), "{text}");
}

/// A page that cannot be made is said: a value that has no room.
#[test]
fn a_page_that_cannot_be_laid_out_is_told() {
    let workspace = sample();
    workspace.write("layouts/附件4/layout.typ", "#panic(\"没有版面\")\n");
    let form = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/附件4/form.yaml");
    workspace.write("layouts/附件4/form.yaml", fs::read(form).expect("a form"));
    let told = told(&workspace);
    let told: Vec<&Value> = told.values().filter(|it| it["form"] == "附件4").collect();
    assert!(!told.is_empty());
    for output in told {
        assert!(output["pages"].is_null(), "{output}");
        assert_eq!(output["pages_unknown"], "faulty");
    }
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    assert!(text.contains("排不出来"), "{text}");
}

/// What would take long is left out, and that is said.
#[test]
#[ignore = "lays out hundreds of pages"]
fn too_many_outputs_and_too_long_lists_are_not_laid_out() {
    let workspace = sample();
    let zhang = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    for number in 0..600 {
        let id = id_number(number);
        let text = zhang
            .replace("622423196503121236", &id)
            .replace("出生年月: 1965-03-12", "出生年月: 1960-05-08");
        workspace.write(&ZHANG.replace("张建国", &format!("张{number:03}")), text);
    }
    commit(workspace.root(), "多");
    workspace.edit(LI, "情形: 外出务工经商", "情形: 居住地改变");
    let of_one = told(&workspace);
    let register = &of_one["县直机关工委/政府办党支部/附件5-经查找仍然无法取得联系党员登记表.pdf"];
    assert_eq!(register["pages_unknown"], "too many members");
    let table = &of_one["县直机关工委/政府办党支部/附件6-与党组织失去联系党员情况汇总表.pdf"];
    assert_eq!(table["pages"], serde_json::json!([1]));
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    assert!(text.contains("名单太长，页数从略"), "{text}");
    // On another day everybody is of another age.
    workspace.edit(ROUND, "默认: 2016-04-20", "默认: 2018-07-20");
    let of_all = told(&workspace);
    let unknown = of_all
        .values()
        .filter(|it| it["pages_unknown"] == "too many outputs");
    let unknown = unknown.count();
    let laid = of_all.values().filter(|it| it["pages"].is_array()).count();
    assert!(unknown > 400 && laid <= 200, "{unknown} {laid}");
    let text = expect_in(workspace.root(), 0, &["diff"]).stdout;
    let note = format!("有 {unknown} 份没有排版，页数从略：变的太多");
    assert!(text.contains(&note), "{note}\n{text}");
}

/// A valid ID number of 1960-05-08, a man.
fn id_number(number: usize) -> String {
    let area = ["622421", "622424"][number / 400];
    let body = format!("{area}19600508{:03}", 2 * (number % 400) + 101);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body
        .chars()
        .zip(weights)
        .map(|(c, weight)| c.to_digit(10).expect("a figure") * weight)
        .sum();
    let last = "10X98765432".as_bytes()[sum as usize % 11] as char;
    format!("{body}{last}")
}

fn han(number: usize) -> String {
    let han: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    format!("{}{}", han[number / 10], han[number % 10])
}
