//! `paicha summary`: the figures of the sample, counted by hand.
//!
//! 李明, the only row of 附件5: a man of 回族, born 1960-05-08 (55 on
//! 2016-04-20), full member since 1986-07-01 (29 years), 初中, once 支部书记,
//! last dues 2012-06-30 (3 years 9 months before 2016-04-15), 外出务工经商.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::common::Workspace;
use crate::common::sample::{self, CHEN, LI, WANG, ZHANG};

/// The column names of cli.md in order, without 失去联系情形 before the last 7.
const COLUMNS: &str = "排查前在册党员人数, 排查前在册党员人数/预备党员, 人数, 人数/预备党员, \
     性别/女, 民族/少数民族, 年龄/35岁及以下, 年龄/36岁至45岁, 年龄/46岁至60岁, 年龄/61岁及以上, \
     党龄/1年以下, 党龄/1年至5年, 党龄/6年至10年, 党龄/11年至20年, 党龄/21年及以上, \
     学历/初中及以下, 学历/高中、中专, 学历/大学专科及以上, 党内职务/书记, 党内职务/副书记、委员, \
     失去联系时间/6个月以上不满1年, 失去联系时间/1年至5年, 失去联系时间/6年至10年, \
     失去联系时间/11年及以上, 失去联系情形/外出务工经商, 失去联系情形/单位改制或破产, \
     失去联系情形/毕业后去向不明, 失去联系情形/工作单位改变, 失去联系情形/出国（境）, \
     失去联系情形/居住地改变, 失去联系情形/其他";
/// Those of 附件7.
const DISPOSITIONS: &str = "纳入组织管理, 不予承认党员资格, 取消预备党员资格, 保留组织关系, \
     停止党籍, 退党除名, 限期改正, 劝退或劝而不退除名, 自行脱党除名, 警告, 严重警告, \
     撤销党内职务, 留党察看, 开除党籍";
const GROUPS: [&str; 9] = [
    "国有企业解除劳动关系人员",
    "非公有制企业离职人员",
    "农村外出务工经商人员",
    "机关事业单位离退休人员",
    "高校毕业生",
    "街道社区人户分离人员",
    "组织关系在人才中心人员",
    "其他",
    "合计",
];
/// What is not 0 in 李明's row of 附件6.
const LI_COUNTS: [&str; 8] = [
    "人数",
    "民族/少数民族",
    "年龄/46岁至60岁",
    "党龄/21年及以上",
    "学历/初中及以下",
    "党内职务/书记",
    "失去联系时间/1年至5年",
    "失去联系情形/外出务工经商",
];

pub fn json_of(workspace: &Workspace) -> Value {
    let run = workspace.expect(0, &["summary", "--format", "json"]);
    assert_eq!(run.stderr, "");
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// The figures of a row that are not 0, by column.
fn counted(table: &Value, group: &str) -> BTreeMap<String, u64> {
    let rows = table["行"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["群体"] == group);
    let figures = row.expect("a row")["值"].as_array().expect("figures");
    let columns = table["列"].as_array().expect("columns");
    assert_eq!(columns.len(), figures.len());
    let cells = columns.iter().zip(figures);
    cells
        .filter_map(|(column, figure)| Some((column.as_str()?.to_owned(), figure.as_u64()?)))
        .filter(|(_, figure)| *figure > 0)
        .collect()
}

fn ones(columns: &[&str]) -> BTreeMap<String, u64> {
    columns
        .iter()
        .map(|column| ((*column).to_owned(), 1))
        .collect()
}

#[test]
fn json_has_the_shape_that_other_programs_rely_on() {
    let summary = json_of(&sample::workspace());
    assert_eq!(summary["填表日期"], "2016-04-20");
    let organisations = summary["组织"].as_array().expect("a list");
    let heads: Vec<Value> = organisations
        .iter()
        .map(|of| json!([of["路径"], of["名称"], of["类型"], of["填表日期"]]))
        .collect();
    // In the byte order of paths: 县 (E5 8E BF) before 政 (E6 94 BF).
    let expected = json!([
        [
            "县直机关工委",
            "中共会宁县直属机关工作委员会",
            "党工委",
            "2016-04-20"
        ],
        [
            "县直机关工委/县医院党支部",
            "中共会宁县人民医院支部委员会",
            "党支部",
            "2016-04-20"
        ],
        [
            "县直机关工委/政府办党支部",
            "中共会宁县人民政府办公室支部委员会",
            "党支部",
            "2016-04-20"
        ],
    ]);
    assert_eq!(Value::Array(heads), expected);
    for organisation in organisations {
        for (form, columns, width) in [("附件6", COLUMNS, 31), ("附件7", DISPOSITIONS, 14)] {
            let table = &organisation[form];
            let columns: Vec<&str> = columns.split(", ").collect();
            assert_eq!(columns.len(), width);
            assert_eq!(table["列"], json!(columns));
            let rows = table["行"].as_array().expect("rows");
            let groups: Vec<&Value> = rows.iter().map(|row| &row["群体"]).collect();
            assert_eq!(json!(groups), json!(GROUPS));
            for row in rows {
                assert_eq!(row["值"].as_array().map(Vec::len), Some(width));
            }
        }
    }
}

#[test]
fn the_figures_of_a_branch() {
    let summary = json_of(&sample::workspace());
    let office = &summary["组织"][2];
    let mut expected = ones(&LI_COUNTS);
    assert_eq!(counted(&office["附件6"], "农村外出务工经商人员"), expected);
    // On the roll of 2016-03-15: 张建国, 李明, 陈静.
    expected.insert("排查前在册党员人数".to_owned(), 3);
    assert_eq!(counted(&office["附件6"], "合计"), expected);
    assert_eq!(counted(&office["附件6"], "高校毕业生"), ones(&[]));
    assert_eq!(office["附件6"]["补充资料"], json!({"流动党员": 0}));

    let outcome = &office["附件7"];
    assert_eq!(
        counted(outcome, "农村外出务工经商人员"),
        ones(&["自行脱党除名"])
    );
    assert_eq!(counted(outcome, "高校毕业生"), ones(&["纳入组织管理"]));
    assert_eq!(
        counted(outcome, "合计"),
        ones(&["自行脱党除名", "纳入组织管理"])
    );
    let reconciled =
        json!({"附件4": 1, "附件5": 1, "处置": 2, "补转": 0, "已出党": 0, "待处置": 0});
    assert_eq!(outcome["对账"], reconciled);
}

/// 在册按群体: 仅合计 is the default: the roll stays empty but in 合计.
#[test]
fn cells_that_stay_empty_on_the_form_are_null() {
    let summary = json_of(&sample::workspace());
    let rows = summary["组织"][2]["附件6"]["行"].as_array().expect("rows");
    let rolls: Vec<Value> = rows
        .iter()
        .map(|row| json!([row["值"][0], row["值"][1]]))
        .collect();
    let (total, groups) = rolls.split_last().expect("nine rows");
    assert_eq!(*total, json!([3, 0]));
    assert!(
        groups.iter().all(|roll| *roll == json!([null, null])),
        "{groups:?}"
    );
}

#[test]
fn figures_above_are_the_sums_of_those_below() {
    let summary = json_of(&sample::workspace());
    let committee = &summary["组织"][0];
    let total = counted(&committee["附件6"], "合计");
    assert_eq!(total["排查前在册党员人数"], 4);
    assert_eq!(total["人数"], 1);
    // 王强 of the other branch is away since 2015-03-01.
    assert_eq!(committee["附件6"]["补充资料"], json!({"流动党员": 1}));
    assert_eq!(committee["附件7"]["对账"]["处置"], 2);
}

#[test]
fn csv_has_a_line_for_every_figure() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["summary", "--format", "csv", "--plain"]);
    let sheet = workspace.expect(0, &["summary", "--format", "csv"]).stdout;
    // As Excel and WPS open it, whatever the system's own encoding is.
    assert_eq!(
        sheet,
        format!("\u{feff}{}", run.stdout.replace('\n', "\r\n"))
    );
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[0], "路径,名称,类型,填表日期,表,群体,列,值");
    // Three organisations: 9 × 31 and 9 × 14 cells, 1 and 6 counts beside them.
    assert_eq!(lines.len(), 1 + 3 * (9 * 31 + 9 * 14 + 1 + 6));
    let office = "县直机关工委/政府办党支部,中共会宁县人民政府办公室支部委员会,党支部";
    for line in [
        "2016-04-20,附件6,农村外出务工经商人员,人数,1",
        "2016-04-20,附件6,农村外出务工经商人员,排查前在册党员人数,",
        "2016-04-20,附件6,合计,排查前在册党员人数,3",
        "2016-04-20,附件6,补充资料,流动党员,0",
        "2016-05-15,附件7,合计,自行脱党除名,1",
        "2016-05-15,附件7,对账,待处置,0",
    ] {
        assert!(
            lines.contains(&format!("{office},{line}").as_str()),
            "{line}"
        );
    }
}

/// A Han character is two columns wide on a terminal, so the last digit of
/// every line of a table stands in the same column.
#[test]
fn text_is_aligned_for_chinese() {
    use unicode_width::UnicodeWidthStr as _;
    let arguments = ["summary", "--org", "县直机关工委/政府办党支部"];
    let run = sample::workspace().expect(0, &arguments);
    for (columns, lines) in [(COLUMNS, 31), (DISPOSITIONS, 14)] {
        let names: Vec<&str> = columns.split(", ").collect();
        let table = run.stdout.lines().filter(|line| {
            let name = line.split("  ").next().unwrap_or_default();
            names.contains(&name.trim_end()) && line.ends_with(|last: char| last.is_ascii_digit())
        });
        let widths: Vec<usize> = table.map(|line| line.width()).collect();
        assert_eq!(widths.len(), lines, "{}", run.stdout);
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    }
    assert!(
        run.stdout.contains("3 农村外出务工经商人员"),
        "{}",
        run.stdout
    );
}

#[test]
fn only_an_organisation_and_those_below_it() {
    let workspace = sample::workspace();
    let paths = |org: &str| {
        let run = workspace.expect(0, &["summary", "--format", "json", "--org", org]);
        let summary: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let found = summary["组织"].as_array().expect("a list").len();
        (found, summary["组织"][0]["路径"].clone())
    };
    assert_eq!(paths("县直机关工委"), (3, json!("县直机关工委")));
    let hospital = "县直机关工委/县医院党支部";
    assert_eq!(paths(hospital), (1, json!(hospital)));
}

/// Figures do not depend on photos, phones or the fees.
#[test]
fn what_no_figure_needs_does_not_stop_it() {
    let workspace = sample::workspace();
    let figures = json_of(&workspace);
    workspace
        .edit(
            ZHANG,
            "月应交纳党费: 35.00",
            "照片: 照片/张建国.jpg\n月应交纳党费: 三十五",
        )
        .edit(ZHANG, "\"13893001234\"", "[13893001234]")
        // She was found again: 附件6 counts those who were not.
        .edit(CHEN, "民族: 汉族", "民族: 汗族");
    workspace.expect(1, &["check"]);
    assert_eq!(json_of(&workspace), figures);
}

#[test]
fn what_a_figure_needs_stops_it() {
    for (path, from, to, code) in [
        (ZHANG, "1990-07-01", "1990-06-31", "E0302"),
        (LI, "民族: 回族", "民族: 汗族", "E0402"),
        (CHEN, "2016-04-02", "2016-04-02x", "E0301"),
        (WANG, "流出日期: 2015-03-01", "流出日期: 三月", "E0301"),
        (LI, "无法取得联系", "查找中", "E0603"),
    ] {
        let workspace = sample::workspace();
        workspace.edit(path, from, to);
        let run = workspace.expect(1, &["summary", "--format", "json"]);
        assert!(run.codes().contains(&code), "{to}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{to}");
    }
}

/// A fault of another branch is none of its figures.
#[test]
fn a_fault_elsewhere_does_not_stop_a_branch() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "1990-07-01", "1990-06-31");
    workspace.expect(0, &["summary", "--org", "县直机关工委/县医院党支部"]);
    workspace.expect(1, &["summary", "--org", "县直机关工委/政府办党支部"]);
    workspace.expect(1, &["summary", "--org", "县直机关工委"]);
}
