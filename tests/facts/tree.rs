//! Section 10: sums up the tree, and 排查前在册党员人数 by 群体.

use super::harness::{Made, Opened, branch, branch_in, found, unreachable};

const TOP: &str = "县委";
const MIDDLE: &str = "县委/工委";
const FIRST: &str = "县委/工委/甲支部";
const SECOND: &str = "县委/工委/乙支部";
const REPORTING: &str = "县委/丙支部";

const REPORT: &str = "\
填表日期: 2016-04-20
附件6:
  行:
    高校毕业生: {人数: 2, 性别/女: 1, 年龄/35岁及以下: 2, 党龄/1年至5年: 2, 学历/大学专科及以上: 2, 失去联系时间/1年至5年: 2, 失去联系情形/毕业后去向不明: 2}
    合计: {排查前在册党员人数: 20, 排查前在册党员人数/预备党员: 3, 人数: 2, 性别/女: 1, 年龄/35岁及以下: 2, 党龄/1年至5年: 2, 学历/大学专科及以上: 2, 失去联系时间/1年至5年: 2, 失去联系情形/毕业后去向不明: 2}
  补充资料: {流动党员: 4}
附件7:
  行:
    高校毕业生: {自行脱党除名: 1, 纳入组织管理: 3}
    合计: {自行脱党除名: 1, 纳入组织管理: 3}
  对账: {附件4: 5, 附件5: 2, 处置: 4, 补转: 1, 待处置: 2}";

fn three_levels() -> Opened {
    let away = "流动: {流出日期: 2015-03-01}";
    let decided = "处置: [{方式: 自行脱党除名, 日期: 2016-05-10}]";
    Made::round("")
        .organisation(TOP, "类型: 地方党委\n党组织类别:")
        .organisation(MIDDLE, "类型: 党工委\n党组织类别:")
        .organisation(FIRST, "")
        .members(
            FIRST,
            &[
                format!("职业: 高校毕业生\n{}\n{decided}", unreachable("2010-01-10")),
                unreachable("2014-01-10"),
                away.to_owned(),
            ],
        )
        .organisation(SECOND, "")
        .members(
            SECOND,
            &[
                format!("性别: 女\n职业: 高校毕业生\n{}", unreachable("2010-01-10")),
                found("2010-01-10", "2016-04-01"),
                "入党日期: 2015-07-01\n转正日期:".to_owned(),
                away.to_owned(),
                away.to_owned(),
            ],
        )
        .organisation(REPORTING, "")
        .figures(REPORTING, REPORT)
        .open()
}

#[test]
fn three_levels_with_a_reporting_unit() {
    let opened = three_levels();
    let paths = [FIRST, SECOND, MIDDLE, REPORTING, TOP];
    for (row, column, expected) in [
        ("合计", "人数", [2, 1, 3, 2, 5]),
        ("高校毕业生", "人数", [1, 1, 2, 2, 4]),
        ("其他", "人数", [1, 0, 1, 0, 1]),
        ("合计", "性别/女", [0, 1, 1, 1, 2]),
        ("高校毕业生", "性别/女", [0, 1, 1, 1, 2]),
        ("合计", "排查前在册党员人数", [3, 5, 8, 20, 28]),
        ("合计", "排查前在册党员人数/预备党员", [0, 1, 1, 3, 4]),
        // 1980-06-15: 35 on 2016-04-20; 2010-01-10: 6 years; 2014-01-10: 2.
        ("合计", "年龄/35岁及以下", [2, 1, 3, 2, 5]),
        ("合计", "失去联系时间/6年至10年", [1, 1, 2, 0, 2]),
        ("合计", "失去联系时间/1年至5年", [1, 0, 1, 2, 3]),
    ] {
        let figures = paths.map(|path| opened.figure(path, "附件6", row, column));
        assert_eq!(figures, expected.map(Some), "{row} {column}");
    }
    for (row, column, expected) in [
        ("高校毕业生", "自行脱党除名", [1, 0, 1, 1, 2]),
        ("合计", "纳入组织管理", [0, 0, 0, 3, 3]),
    ] {
        let figures = paths.map(|path| opened.figure(path, "附件7", row, column));
        assert_eq!(figures, expected.map(Some), "{row} {column}");
    }
    let expected = [1, 2, 3, 4, 7];
    assert_eq!(paths.map(|path| opened.supplement(path)), expected);
    assert_eq!(opened.reconciliation(FIRST), [0, 2, 1, 0, 1]);
    assert_eq!(opened.reconciliation(SECOND), [1, 1, 0, 0, 2]);
    assert_eq!(opened.reconciliation(MIDDLE), [1, 3, 1, 0, 3]);
    assert_eq!(opened.reconciliation(TOP), [6, 5, 5, 1, 5]);
    assert!(opened.broken().is_empty(), "{:?}", opened.broken());
}

/// Every cell is the sum of the organisations below, empty ones too.
#[test]
fn every_cell_is_the_sum_of_those_below() {
    let opened = three_levels();
    for form in ["附件6", "附件7"] {
        for (above, below) in [(TOP, [MIDDLE, REPORTING]), (MIDDLE, [FIRST, SECOND])] {
            for (row, cells) in &opened.of(above, form).table.rows {
                for (column, cell) in opened.of(above, form).table.columns.iter().zip(cells) {
                    let parts = below.map(|path| opened.figure(path, form, row, column));
                    let sum = parts[0].zip(parts[1]).map(|(a, b)| a + b);
                    assert_eq!(*cell, sum, "{above} {form} {row} {column}");
                }
            }
        }
    }
}

#[test]
fn an_organisation_without_anybody() {
    let opened = Made::round("")
        .organisation("县委", "类型: 地方党委\n党组织类别:")
        .open();
    assert!(opened.figures("县委", "附件6").is_empty());
    assert_eq!(opened.figure("县委", "附件6", "合计", "人数"), Some(0));
    assert!(opened.broken().is_empty());
}

/// By the member's own 职业 where given, else ⑧; 合计 is the full roll.
#[test]
fn the_roll_by_group() {
    let members = [
        "职业: 高校毕业生",
        "职业: 高校毕业生\n入党日期: 2015-07-01\n转正日期:",
        "职业:",
        "职业: 其他",
        "职业: 高校毕业生\n进入党支部日期: 2016-03-16",
    ];
    let roll = "排查前在册党员人数";
    let probationers = "排查前在册党员人数/预备党员";
    for (setting, graduates, others, sprouts) in [
        ("", None, None, None),
        ("在册按群体: 仅合计", None, None, None),
        ("在册按群体: 分列", Some(2), Some(2), Some(1)),
    ] {
        let opened = branch_in(setting, &members);
        let figure = |row, column| opened.figure("甲支部", "附件6", row, column);
        assert_eq!(figure("合计", roll), Some(4), "{setting}");
        assert_eq!(figure("合计", probationers), Some(1), "{setting}");
        assert_eq!(figure("高校毕业生", roll), graduates, "{setting}");
        assert_eq!(figure("其他", roll), others, "{setting}");
        assert_eq!(figure("高校毕业生", probationers), sprouts, "{setting}");
        assert_eq!(
            figure("农村外出务工经商人员", roll),
            graduates.map(|_| 0),
            "{setting}"
        );
        assert!(opened.broken().is_empty(), "{setting}");
    }
}

/// 附件6: per row the 职业 codes in 附件5.
#[test]
fn rows_are_the_codes_of_the_register() {
    let rows = [
        "国有企业解除劳动关系人员",
        "非公有制企业离职人员",
        "农村外出务工经商人员",
        "机关事业单位离退休人员",
        "高校毕业生",
        "街道社区人户分离人员",
        "组织关系在人才中心人员",
        "其他",
    ];
    let lost = |code: usize| format!("职业: {code}\n{}", unreachable("2010-01-10"));
    // One of the first group, two of the second, … eight of the last.
    let members: Vec<_> = (1..=8)
        .flat_map(|code| (0..code).map(move |_| lost(code)))
        .collect();
    let opened = branch(&members);
    for (index, row) in rows.into_iter().enumerate() {
        let figure = opened.figure("甲支部", "附件6", row, "人数");
        assert_eq!(figure, u32::try_from(index + 1).ok(), "{row}");
    }
    // 1 + 2 + … + 8.
    assert_eq!(opened.figure("甲支部", "附件6", "合计", "人数"), Some(36));
    assert!(opened.broken().is_empty());
}
