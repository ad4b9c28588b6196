//! `paicha where`: from a value to the pages that print it, and back.

use crate::common::sample::{self, CHEN, LI, OFFICE, WANG, ZHANG};
use crate::common::{Run, Workspace};

const UNIT: &str = "out/县直机关工委/政府办党支部";
const TABLE_6: &str = "附件6-与党组织失去联系党员情况汇总表.pdf";
const TABLE_7: &str = "附件7-与党组织失去联系党员管理及处置情况汇总表.pdf";

/// The lines of the result, without the gaps between columns.
fn lines(run: &Run) -> Vec<String> {
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    run.stdout.lines().map(squeezed).collect()
}

fn expect(workspace: &Workspace, target: &str, expected: &[String]) {
    let mut found = lines(&workspace.expect(0, &["where", target]));
    let mut expected = expected.to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{target}");
}

/// 李明, born 1960-05-08, is 55 on 2016-04-20, stands in 附件3 and 附件5, and in
/// the tables of his branch and of the committee above.
#[test]
fn a_value_is_found_on_every_page_that_prints_or_counts_it() {
    let workspace = sample::workspace();
    let registers = [
        format!("{UNIT}/附件3-与党组织失去联系党员登记表.pdf 第 1 页 行[0].年龄 55"),
        format!("{UNIT}/附件5-经查找仍然无法取得联系党员登记表.pdf 第 1 页 行[0].年龄 55"),
    ];
    let figures = [UNIT, "out/县直机关工委"].into_iter().flat_map(|unit| {
        ["农村外出务工经商人员", "合计"]
            .map(|row| format!("{unit}/{TABLE_6} 第 1 页 {row}.年龄/46岁至60岁 1"))
    });
    let mut expected = vec![format!(
        "{UNIT}/附件1/李明.pdf 第 1 页 出生年月 1960.05（55岁）"
    )];
    expected.extend(registers.into_iter().chain(figures));
    expect(&workspace, &format!("{LI}:出生年月"), &expected);
    expect(&workspace, "李明.yaml:出生年月", &expected);
}

#[test]
fn a_decision_is_found_in_its_column() {
    let expected = [UNIT, "out/县直机关工委"].into_iter().flat_map(|unit| {
        ["高校毕业生", "合计"].map(|row| format!("{unit}/{TABLE_7} 第 1 页 {row}.纳入组织管理 1"))
    });
    expect(
        &sample::workspace(),
        &format!("{CHEN}:处置"),
        &expected.collect::<Vec<_>>(),
    );
}

#[test]
fn numbers_of_persons_are_masked() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["where", &format!("{ZHANG}:手机号码")]);
    let expected = format!("{UNIT}/附件1/张建国.pdf 第 1 页 手机号码 138****1234");
    assert_eq!(lines(&run), [expected]);
    let card = format!("{UNIT}/附件1/张建国.pdf");
    let run = workspace.expect(0, &["where", &card, "--cell", "身份证号码"]);
    let expected = format!("身份证号码 {ZHANG}:5:9 身份证号码 622423********1236");
    assert_eq!(lines(&run), [expected]);
}

#[test]
fn a_cell_comes_from_its_place_in_a_file() {
    let workspace = sample::workspace();
    for (form, cell, places) in [
        (
            "附件1/李明.pdf",
            "出生年月",
            vec![format!("{LI}:3:7 出生年月 1960-05-08")],
        ),
        (
            "附件1/李明.pdf",
            "所在党支部",
            vec![format!("{OFFICE}:2:5 简称 政府办党支部")],
        ),
        (
            "附件3-与党组织失去联系党员登记表.pdf",
            "行[1].失去联系情形",
            vec![format!("{CHEN}:13:7 失联.情形 毕业后去向不明")],
        ),
        (
            "附件5-经查找仍然无法取得联系党员登记表.pdf",
            "填表日期",
            vec!["data/排查.yaml:4:12 填表日期 2016-04-20".to_owned()],
        ),
        (
            TABLE_7,
            "合计.自行脱党除名",
            vec![
                // He is one of the 排查对象 as he has been 在册 since he joined.
                format!("{LI}:6:7 入党日期 1985-07-01"),
                format!("{LI}:13:11 失联.最后交纳党费 2012-06-30"),
                format!("{LI}:15:7 失联.结果 无法取得联系"),
                format!("{LI}:20:10 处置[0].方式 自行脱党除名"),
                format!("{LI}:20:22 处置[0].日期 2016-05-10"),
            ],
        ),
        (
            TABLE_7,
            "合计.警告",
            vec!["（没有数据：空着、是 0，或者手写）".to_owned()],
        ),
    ] {
        let path = format!("{UNIT}/{form}");
        let run = workspace.expect(0, &["where", &path, "--cell", cell]);
        let expected: Vec<String> = places
            .iter()
            .map(|place| format!("{cell} {place}"))
            .collect();
        assert_eq!(lines(&run), expected, "{form} {cell}");
    }
}

#[test]
fn every_cell_of_a_form_is_listed_without_cell() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["where", "县医院党支部/附件1/王强.pdf"]);
    let found = lines(&run);
    for line in [
        format!("流动.流入地 {WANG}:19:8 流动.流入地 深圳市宝安区某工厂"),
        format!("姓名 {WANG}:1:5 姓名 王强"),
    ] {
        assert!(found.contains(&line), "{line}\n{}", run.stdout);
    }
    assert!(found.iter().any(|line| line.starts_with("籍贯 （没有数据")));
}

#[test]
fn what_no_form_prints_is_told() {
    let run = sample::workspace().expect(0, &["where", &format!("{LI}:失联.查找记录")]);
    assert_eq!(run.stdout, "没有哪张表印它，也没有哪个数用它\n");
}

#[test]
fn what_is_not_there_is_wrong_usage_with_a_way_out() {
    let workspace = sample::workspace();
    let card = format!("{UNIT}/附件1/张建国.pdf");
    for (arguments, message) in [
        (
            &["where", "李明.yaml:出生年"][..],
            "键“出生年”找不到；可写：出生年月",
        ),
        (&["where", "李四.yaml:姓名"], "文件“李四.yaml”找不到"),
        (
            &["where", "党组织.yaml:名称"],
            "可写：data/县直机关工委/党组织.yaml、",
        ),
        (
            &["where", &card, "--cell", "手机号"],
            "--cell 的“手机号”找不到；可写：手机号码",
        ),
        (&["where", "附件9.pdf"], "文件“附件9.pdf”找不到"),
        (&["where"], "用法不对"),
    ] {
        let run = workspace.expect(2, arguments);
        assert!(
            run.stderr.contains(message),
            "{arguments:?}: {}",
            run.stderr
        );
        assert_eq!(run.stdout, "");
    }
}
