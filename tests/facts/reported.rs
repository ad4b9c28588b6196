//! Section 10 for figures taken over: a relation that fails is an error.

use super::harness::Made;

const UNIT: &str = "丙支部";
const DAY: &str = "填表日期: 2016-04-20";
const ROW: &str = "{人数: 3, 人数/预备党员: 1, 性别/女: 1, 民族/少数民族: 1, 年龄/36岁至45岁: 3, \
    党龄/1年以下: 1, 党龄/6年至10年: 2, 学历/高中、中专: 3, 党内职务/书记: 1, \
    失去联系时间/1年至5年: 3, 失去联系情形/居住地改变: 3";
const OUTCOME: &str = "附件7:
  行:
    其他: {自行脱党除名: 2, 纳入组织管理: 1}
    合计: {自行脱党除名: 2, 纳入组织管理: 1}
  对账: {附件4: 2, 附件5: 3, 处置: 3, 补转: 1, 待处置: 1}";

/// Figures in which all relations hold.
fn report() -> String {
    format!(
        "{DAY}\n附件6:\n  行:\n    其他: {ROW}}}\n    合计: {ROW}, 排查前在册党员人数: 9}}\n  \
         补充资料: {{流动党员: 0}}\n{OUTCOME}"
    )
}

/// The relations that fail, in a round whose forms share a day.
fn broken(settings: &str, report: &str) -> Vec<(&'static str, String)> {
    let opened = Made::round(settings)
        .organisation(UNIT, "")
        .figures(UNIT, report)
        .open();
    let broken = opened.broken().into_iter();
    broken
        .map(|(code, relation)| (code, relation.clone()))
        .collect()
}

const ONE_DAY: &str = "填表日期: 2016-04-20";

#[test]
fn figures_that_agree() {
    assert_eq!(broken(ONE_DAY, &report()), []);
    assert_eq!(broken("", &report()), []);
}

/// In both rows alike, so that 合计 is still the sum.
#[test]
fn a_group_that_does_not_add_up() {
    for (from, to, group) in [
        ("年龄/36岁至45岁: 3", "年龄/36岁至45岁: 2", "年龄"),
        ("党龄/6年至10年: 2", "党龄/6年至10年: 3", "党龄"),
        ("学历/高中、中专: 3", "学历/高中、中专: 4", "学历"),
        (
            "失去联系时间/1年至5年: 3",
            "失去联系时间/1年至5年: 0",
            "失去联系时间",
        ),
        (
            "失去联系情形/居住地改变: 3",
            "失去联系情形/居住地改变: 2",
            "失去联系情形",
        ),
    ] {
        let expected = ("E1001", sum_of(group));
        let broken = broken(ONE_DAY, &report().replace(from, to));
        assert_eq!(broken, [expected.clone(), expected], "{to}");
    }
}

/// The relation of a group of columns as the form has it.
fn sum_of(group: &str) -> String {
    match group {
        "党龄" => "预备党员计入 = “1年以下” 且 人数 = 和(党龄) 或 预备党员计入 = “不计” 且 \
             人数 = 和(党龄) + `人数/预备党员`"
            .to_owned(),
        group => format!("人数 = 和({group})"),
    }
}

#[test]
fn a_part_that_is_more_than_the_whole() {
    for (from, to, part) in [
        ("人数/预备党员: 1", "人数/预备党员: 4", "`人数/预备党员`"),
        ("性别/女: 1", "性别/女: 4", "`性别/女`"),
        ("民族/少数民族: 1", "民族/少数民族: 4", "`民族/少数民族`"),
        // 书记 and 副书记、委员 together.
        (
            "党内职务/书记: 1",
            "党内职务/书记: 2, 党内职务/副书记、委员: 2",
            "和(党内职务)",
        ),
    ] {
        let expected = ("E1001", format!("{part} <= 人数"));
        let over = broken(ONE_DAY, &report().replace(from, to));
        assert_eq!(over, [expected.clone(), expected], "{to}");
        // As many as 人数 is allowed.
        let equal = to.replace('4', "3").replace("书记: 2, ", "书记: 1, ");
        assert_eq!(
            broken(ONE_DAY, &report().replace(from, &equal)),
            [],
            "{equal}"
        );
    }
}

#[test]
fn a_total_that_is_not_the_sum_of_the_rows() {
    let sum = |column: &str| ("E1001", format!("合计 {column}"));
    let total = report().replace(
        "合计: {人数: 3, 人数/预备党员: 1",
        "合计: {人数: 3, 人数/预备党员: 2",
    );
    assert_eq!(broken(ONE_DAY, &total), [sum("人数/预备党员")]);
    let row = report().replace("其他: {自行脱党除名: 2", "其他: {自行脱党除名: 3");
    assert_eq!(broken(ONE_DAY, &row), [sum("自行脱党除名")]);
    let roll = report().replace("合计: {自行脱党除名: 2", "合计: {自行脱党除名: 2, 警告: 1");
    assert_eq!(broken(ONE_DAY, &roll), [sum("警告")]);
}

#[test]
fn more_lost_than_on_the_roll_is_a_warning() {
    let less = report().replace("排查前在册党员人数: 9", "排查前在册党员人数: 2");
    assert_eq!(
        broken(ONE_DAY, &less),
        [("W1002", "人数 <= 排查前在册党员人数".to_owned())]
    );
    let equal = report().replace("排查前在册党员人数: 9", "排查前在册党员人数: 3");
    assert_eq!(broken(ONE_DAY, &equal), []);
}

#[test]
fn a_reconciliation_that_does_not_balance() {
    for (from, to) in [
        ("处置: 3", "处置: 2"),
        ("补转: 1", "补转: 2"),
        ("待处置: 1", "待处置: 3"),
        ("附件4: 2", "附件4: 1"),
    ] {
        let broken = broken("", &report().replace(from, to));
        assert_eq!(broken, [("E1001", "对账".to_owned())], "{to}");
    }
}

/// 合计.人数 is the number of rows of 附件5, and so is 附件5 of 对账. 附件4 is
/// changed along, so that 对账 balances.
fn another_register() -> String {
    report().replace("附件4: 2, 附件5: 3", "附件4: 1, 附件5: 4")
}

#[test]
fn the_same_register_in_both_tables() {
    assert_eq!(
        broken(ONE_DAY, &another_register()),
        [("E1001", "对账.附件5 = 附件6.人数".to_owned())]
    );
}

/// The registers are filled in once; a later day of 附件7 does not add rows.
#[test]
fn the_same_register_in_tables_of_different_days() {
    assert_eq!(
        broken("", &another_register()),
        [("E1001", "对账.附件5 = 附件6.人数".to_owned())]
    );
}

/// 预备党员计入: 不计 makes it Σ党龄 + 预备 = 人数.
#[test]
fn probationers_in_no_column() {
    let setting = format!("{ONE_DAY}\n预备党员计入: 不计");
    let expected = ("E1001", sum_of("党龄"));
    assert_eq!(broken(&setting, &report()), [expected.clone(), expected]);
    assert_eq!(
        broken(&setting, &report().replace("党龄/1年以下: 1, ", "")),
        []
    );
}

#[test]
fn cells_left_out_are_zero() {
    let empty = format!("{DAY}\n附件6: {{行: {{}}}}\n附件7: {{行: {{}}}}");
    assert_eq!(broken(ONE_DAY, &empty), []);
}
