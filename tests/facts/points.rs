//! 三查三核核查表 for whatever members a branch may have: each figure is the number of the
//! names beside it, and that of the register it comes from.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::harness::{BRANCH, Made, Opened};
use super::random::{members, settings};

const FORM: &str = "三查三核核查表";

/// The rows that name those of a register, as forms.md has them.
const OF_REGISTERS: [(&str, &str); 8] = [
    ("流动党员", "流动党员名单"),
    ("“空挂”党员", "空挂党员名单"),
    ("组织隶属关系不合理（“空挂”）", "空挂党员名单"),
    ("排查前“失联”党员", "附件3"),
    ("与党组织失去联系", "失联党员名单"),
    ("经查找取得联系", "附件4"),
    ("经查找仍然无法取得联系", "附件5"),
    ("转出后没有收到回执", "转出未回执台账"),
];

/// The numbers of the members that a text names: each is called 党员 and his number.
fn named(text: &str) -> Vec<usize> {
    let names = text.split("党员").skip(1);
    let digits = names.map(|rest| {
        rest.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    let numbers = digits.filter(|digits| !digits.is_empty());
    numbers
        .map(|digits| digits.parse().expect("a number"))
        .collect()
}

/// What a row is about, its figure, and the names beside it.
fn cells(opened: &Opened, row: usize) -> [String; 3] {
    let cell = |key: &str| opened.cell(FORM, None, &format!("行[{row}].{key}"));
    ["事项", "人数", "名单"].map(cell)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn each_figure_is_the_number_of_names_and_of_rows(
        settings in settings(),
        members in members(),
    ) {
        let opened = Made::round(&format!("{settings}\n表: 全部"))
            .organisation(BRANCH, "")
            .members(BRANCH, &members)
            .open();
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in 0.. {
            let [name, count, names] = cells(&opened, row);
            if name.is_empty() {
                break;
            }
            let names = named(&names);
            prop_assert_eq!(count, names.len().to_string(), "{} {:?}", name, names);
            rows.insert(name, names);
        }
        prop_assert!(rows.len() >= 20, "{rows:?}");
        for (name, register) in OF_REGISTERS {
            let mut expected = opened.rows(register);
            expected.sort_unstable();
            let mut names = rows[name].clone();
            names.sort_unstable();
            prop_assert_eq!(names, expected, "{} {}", name, register);
        }
    }
}

/// “Complete” is: the required keys, 籍贯, 户籍所在地, 现居住地, 手机号码, 照片.
#[test]
fn basic_data_is_complete_with_all_that_the_notice_asks_for() {
    let whole = "籍贯: 甘肃会宁\n户籍所在地: 会宁县会师镇\n现居住地: 会宁县会师镇\n\
        手机号码: \"13893001234\"\n照片: 照片/甲.jpg";
    let keys = ["籍贯", "户籍所在地", "现居住地", "手机号码", "照片"];
    let members: Vec<String> = std::iter::once(whole.to_owned())
        .chain(keys.iter().map(|key| {
            let lines = whole.lines().filter(|line| !line.starts_with(key));
            lines.collect::<Vec<_>>().join("\n")
        }))
        .collect();
    let opened = Made::round("表: 全部")
        .organisation(BRANCH, "")
        .members(BRANCH, &members)
        .open();
    let row = |name: &str| {
        let mut rows = (0..30).map(|row| cells(&opened, row));
        let [_, _, names] = rows.find(|[own, ..]| own == name).expect("the row");
        named(&names)
    };
    assert_eq!(row("基本信息、联系方式不全"), [1, 2, 3, 4, 5]);
    for (at, key) in keys.iter().enumerate() {
        assert_eq!(row(&format!("其中：缺{key}")), [at + 1], "{key}");
    }
}
