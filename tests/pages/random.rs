//! Random members on 附件1: nothing is lost, nothing runs out, and the second
//! side begins with 奖惩情况.

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::check;
use crate::harness::{Files, cell, squash};
use crate::pages::{member, second_side};

/// Texts of Han, marks that may not begin or end a line, figures and Latin runs.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec!["县", "直", "机", "关", "工", "委", "会", "宁", "䶮", "𬭎"]),
        3 => prop::sample::select(vec!["，", "。", "、", "；", "（", "）", "“", "”", "《", "》", "·", "—"]),
        2 => prop::sample::select(vec!["2016", "A", "wxid_huining", "13893001234", ".", "-", "①"]),
        1 => Just(" "),
    ];
    // Texts are trimmed as they are read, and may not be empty.
    prop::collection::vec(piece, 0..longest).prop_map(|pieces| format!("会{}宁", apart(&pieces)))
}

/// Numbers do not make up one that is longer than any, and has room in no cell.
fn apart(pieces: &[&str]) -> String {
    let is_of_number = |piece: &str| {
        piece
            .bytes()
            .all(|one| matches!(one, b'0'..=b'9' | b'.' | b'-'))
    };
    let mut text = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 && is_of_number(piece) && is_of_number(pieces[index - 1]) {
            text.push('乡');
        }
        text.push_str(piece);
    }
    text
}

/// Most are short, some long, a few longer than a page.
fn value() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        2 => Just(None),
        6 => text(12).prop_map(Some),
        3 => text(60).prop_map(Some),
        1 => text(400).prop_map(Some),
    ]
}

/// Fields that the card prints as they are.
const FIELDS: [&str; 10] = [
    "籍贯",
    "婚姻状况",
    "入党时所在支部",
    "转正时所在支部",
    "工作单位及职务",
    "组织关系所在单位",
    "户籍所在地",
    "现居住地",
    "QQ号码或微信号",
    "奖惩情况",
];

fn row(keys: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::collection::vec(prop::option::weighted(0.8, text(10)), keys.len()).prop_map(|values| {
        let pairs = keys.iter().zip(values);
        let given = pairs.filter_map(|(key, value)| Some(((*key).to_owned(), json!(value?))));
        Value::Object(given.collect())
    })
}

const RELATIVE: [&str; 4] = ["称谓", "姓名", "政治面貌", "工作单位及职务"];
const REVIEW: [&str; 2] = ["评议时间", "评议结果"];

fn subject() -> impl Strategy<Value = Value> {
    let fields = prop::collection::vec(value(), FIELDS.len());
    let relatives = prop::collection::vec(row(&RELATIVE), 0..=15);
    let reviews = prop::collection::vec(row(&REVIEW), 0..=10);
    (fields, relatives, reviews).prop_map(|(fields, relatives, reviews)| {
        let mut subject = member("王甲");
        for (key, value) in FIELDS.iter().zip(fields) {
            if let Some(value) = value {
                subject[*key] = json!(value);
            }
        }
        subject["家庭主要成员"] = json!(relatives);
        subject["民主评议"] = json!(reviews);
        subject
    })
}

/// Few cases, so that the test stays quick; `PROPTEST_CASES` asks for more.
fn config() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked { Config::default().cases } else { 24 };
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn cards_of_random_members_are_whole(subject in subject()) {
        let bench = Files::branch().member("甲", &subject).open();
        let view = bench.view("附件1", "支部", Some("甲"));
        let pages = bench.pages_of("附件1", &view);
        for key in FIELDS {
            let given = subject[key].as_str().unwrap_or_default();
            prop_assert_eq!(cell(&pages, key), squash(given), "{}", key);
        }
        for (list, keys) in [("家庭主要成员", &RELATIVE[..]), ("民主评议", &REVIEW)] {
            for (index, row) in subject[list].as_array().unwrap().iter().enumerate() {
                for key in keys {
                    let given = row[key].as_str().unwrap_or_default();
                    let name = format!("{list}[{index}].{key}");
                    prop_assert_eq!(cell(&pages, &name), squash(given), "{}", name);
                }
            }
        }
        second_side(&pages);
        check::all("附件1", &view, &pages);
    }
}
