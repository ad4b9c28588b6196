//! Rosters of random rows, with all that people and programs write: every row is accounted
//! for, nobody is lost or there twice, and the same sheet once more changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use paicha::Project;
use paicha::author::store;
use paicha::intake::mapping::{FILE, Mapping};
use paicha::intake::sheet::{Content, Row, Sheet, read};
use paicha::intake::{Intake, Options, Outcome};
use paicha::report::Lang;
use paicha::report::intake::text;
use proptest::prelude::*;
use proptest::sample::Index;

const HEADS: [&str; 9] = [
    "姓名",
    "身份证号",
    "性别",
    "民族",
    "入党时间",
    "手机",
    "党内职务",
    "外出流向",
    "备注",
];

/// What may stand in a column.
const VALUES: [&[&str]; 9] = [
    &[
        "张建国",
        "李 明",
        "李𬱖",
        "阿依古丽·买买提",
        "李四(预备)",
        "",
        "—",
    ],
    &["", "见附件", "6.22423E+17", "622423650312123"],
    &["男", "女性", "M", "不明", ""],
    &["汉族", "维族", "火星族", "/", ""],
    &[
        "1990-07-01",
        "1990.1",
        "90.7",
        "33055",
        "不记得",
        "无",
        "１９９０．７",
        "",
    ],
    &[
        "13893001234",
        "1.38930E+10",
        "138 9300 1234",
        "0943-3221234",
        "",
    ],
    &["书记、组织委员", "宣传委员/纪检委员", "无", ""],
    &["深圳", "无", "/", ""],
    &[
        "=1+1",
        "甲\n乙",
        "- a: b",
        "#",
        "{",
        "\u{200b}",
        "\"",
        "",
        "见：备注",
    ],
];

/// An ID number of a serial, with its check character (ISO 7064 MOD 11-2).
fn id(serial: u32) -> String {
    let body = format!(
        "6224231970{:02}{:02}001",
        1 + serial / 28 % 12,
        1 + serial % 28
    );
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let figures = body.bytes().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = figures
        .zip(weights)
        .map(|(figure, weight)| figure * weight)
        .sum();
    format!("{body}{}", char::from(b"10X98765432"[sum as usize % 11]))
}

/// A line of a sheet: which number a person has, if any, which of the values, and a text.
type Line = (Option<u32>, Vec<Index>, Option<(Index, String)>);

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let picks = proptest::collection::vec(any::<Index>(), HEADS.len());
    let odd = proptest::option::weighted(0.2, (any::<Index>(), "\\PC{0,12}"));
    let line = (proptest::option::weighted(0.8, 0..12_u32), picks, odd);
    proptest::collection::vec(line, 0..12)
}

/// The rows of a sheet: heads in some order, persons, a row about nobody, the heads again.
fn rows(order: &[usize], lines: &[Line], again: Option<usize>) -> Vec<Vec<String>> {
    let heads: Vec<String> = order.iter().map(|at| HEADS[*at].to_owned()).collect();
    let mut rows = vec![vec!["党员花名册".to_owned()], heads.clone()];
    for (number, (serial, picks, odd)) in lines.iter().enumerate() {
        if again == Some(number) {
            rows.push(vec![String::new(), String::new(), "第二党小组".to_owned()]);
            rows.push(heads.clone());
        }
        let mut row: Vec<String> = order
            .iter()
            .map(|at| (*VALUES[*at])[picks[*at].index(VALUES[*at].len())].to_owned())
            .collect();
        let of_id = order.iter().position(|at| *at == 1);
        if let (Some(serial), Some(at)) = (serial, of_id) {
            row[at] = id(*serial);
        }
        if let Some((at, text)) = odd {
            let at = at.index(row.len());
            row[at].clone_from(text);
        }
        rows.push(row);
    }
    rows
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("written");
    }
    writer.into_inner().expect("whole")
}

/// Takes a sheet in, and what it comes to; what is written is written.
fn taken(root: &Path) -> Intake {
    let file = root.join("名册.csv");
    let project = Project::open(root);
    let book = read(&file).expect("a sheet");
    let mapping = Mapping::read(&root.join(FILE)).expect("decisions");
    let options = Options {
        file: "名册.csv",
        ..Options::default()
    };
    let intake = Intake::of(&project, &book, &mapping, options).expect("taken");
    for lang in [Lang::Zh, Lang::En] {
        let told = text(&intake, "导入.yaml", lang);
        let figures = |c: char| c.is_ascii_digit();
        let longest = told.split(|c| !figures(c)).map(str::len).max();
        assert!(longest < Some(11), "a number of a person is told: {told}");
    }
    assert_eq!(store(&intake.writes).expect("written"), None);
    intake
}

/// The ID numbers of all files, with how often each is there.
fn people(root: &Path) -> BTreeMap<String, usize> {
    let mut people = BTreeMap::new();
    let folder = root.join(super::BRANCH).join("党员");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("UTF-8");
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("身份证号码: "));
        let number = line.unwrap_or_default().trim_matches('"').to_owned();
        *people.entry(number).or_default() += 1;
    }
    people
}

/// The numbers, from 1, of the rows of a sheet in which something stands.
fn numbers(sheet: &Sheet) -> BTreeSet<u32> {
    let rows = sheet.rows.iter().filter(|row: &&Row| !row.cells.is_empty());
    rows.map(|row| row.number + 1).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_row_is_accounted_for(
        lines in lines(),
        order in Just((0..HEADS.len()).collect::<Vec<_>>()).prop_shuffle(),
        again in proptest::option::of(0..12_usize),
    ) {
        let folder = super::workspace();
        let root = folder.path();
        std::fs::remove_file(root.join(super::MEMBER)).expect("removed");
        let rows = rows(&order, &lines, again);
        std::fs::write(root.join("名册.csv"), csv(&rows)).expect("a file");
        let sheet = read(&root.join("名册.csv")).expect("a sheet").sheets.remove(0);
        let heads = sheet.rows.iter().filter(|row| {
            let is_head = |(_, content): &(u32, Content)| *content == Content::Text("身份证号".to_owned());
            row.cells.iter().any(is_head)
        });
        let heads: BTreeSet<u32> = heads.map(|row| row.number + 1).collect();
        let intake = taken(root);
        // Each row is named once: as that of a person, or of nobody.
        let named = intake.rows.iter().map(|row| row.number);
        let named: Vec<u32> = named.chain(intake.remarks.iter().map(|one| one.number)).collect();
        let once: BTreeSet<u32> = named.iter().copied().collect();
        prop_assert_eq!(once.len(), named.len());
        let mut expected = numbers(&sheet);
        expected.retain(|row| *row > 1 && !heads.contains(row));
        prop_assert_eq!(once, expected);
        prop_assert_eq!(intake.balance().iter().sum::<usize>(), intake.rows.len());
        // Nobody is there twice, and who was said to be new is there.
        let there = people(root);
        prop_assert!(there.values().all(|count| *count == 1), "{:?}", there);
        let is_new = |row: &&paicha::intake::RowTaken| matches!(row.outcome, Outcome::New(_));
        prop_assert_eq!(intake.rows.iter().filter(is_new).count(), there.len());
        // The same once more.
        let again = taken(root);
        prop_assert!(again.writes.is_empty(), "{:?}", again.writes);
        let is_refused = |row: &&paicha::intake::RowTaken| matches!(row.outcome, Outcome::Refused(_));
        prop_assert_eq!(
            again.rows.iter().filter(is_refused).count(),
            intake.rows.iter().filter(is_refused).count()
        );
        prop_assert_eq!(people(root), there);
    }
}
