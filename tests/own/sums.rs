//! Columns that are sums, and rows of which the total is the sum.

use crate::{expect_faults, form_of, table, view, with_form};

const OFFICE: &str = "县直机关工委/政府办党支部";
const COMMITTEE: &str = "县直机关工委";

/// The roll by 职业: of 张建国, 李明, 陈静, 王强 only two have one.
const ROWS: &str = "行:\n  按: 性别\n  值: [男, 女]\n  合计: 合计\n";

/// A sum of a sum that stands behind it: 3 members in the office, 4 in all.
#[test]
fn sums_of_sums_are_worked_out_whatever_their_order() {
    let columns = "  - {头: 全部, 名: 全部, 和: [两项]}\n\
         \x20 - {头: 两项, 名: 两项, 和: [男党员, 女党员]}\n\
         \x20 - {头: 男, 名: 男党员, 条件: 性别 = “男”}\n\
         \x20 - {头: 女, 名: 女党员, 条件: 性别 = “女”}\n";
    let workspace = with_form("统计", &table(ROWS, columns));
    workspace.expect(0, &["build", "--only", "统计"]);
    for (unit, men, women) in [(OFFICE, 2, 1), (COMMITTEE, 3, 1)] {
        let view = view(&workspace, "统计", unit);
        let cell = |cell: &str| view.cells[cell].parse::<u32>().expect("a figure");
        assert_eq!(cell("男.全部"), men, "{unit}");
        assert_eq!(cell("女.全部"), women, "{unit}");
        assert_eq!(cell("合计.全部"), men + women, "{unit}");
        assert_eq!(cell("合计.两项"), men + women, "{unit}");
    }
    // Whom a sum of sums counts is told as of any figure.
    let run = workspace.expect(0, &["where", "县直机关工委/统计.pdf", "--cell", "女.全部"]);
    assert!(run.stdout.contains("陈静.yaml"), "{}", run.stdout);
    assert!(!run.stdout.contains("张建国.yaml"), "{}", run.stdout);
}

#[test]
fn a_sum_that_is_made_of_itself_is_an_error_at_its_line() {
    let columns = "  - {头: 甲, 名: 甲, 和: [乙]}\n\
         \x20 - {头: 乙, 名: 乙, 和: [丙, 丁]}\n\
         \x20 - {头: 丙, 名: 丙, 和: [甲]}\n\
         \x20 - {头: 丁, 名: 丁}\n";
    let workspace = with_form("统计", &table(ROWS, columns));
    let words = "绕了一圈又加到它自己";
    expect_faults(
        &workspace,
        &form_of("统计"),
        &[(13, words), (14, words), (15, words)],
    );
}

#[test]
fn a_column_counts_or_adds_up_under_a_name() {
    let columns = "  - {头: 甲, 名: 甲}\n\
         \x20 - {头: 乙, 名: 乙, 和: [甲], 条件: 性别 = “男”}\n\
         \x20 - {头: 丙, 条件: 性别 = “男”}\n\
         \x20 - {头: 丁}\n\
         \x20 - {名: 戊}\n";
    let workspace = with_form("统计", &table(ROWS, columns));
    let expected = [
        (14, "就不再写“条件”“人群”"),
        (15, "没有“名”的表头不计数"),
        (16, "没有“名”的表头不计数"),
        (17, "这一列没有“头”"),
    ];
    expect_faults(&workspace, &form_of("统计"), &expected);
}

/// 李明 is 农村外出务工经商人员, 陈静 高校毕业生.
#[test]
fn whom_no_row_counts_is_an_error_at_his_value() {
    let columns = "  - {头: 人数, 名: 人数, 人群: 失联党员}\n";
    let rows = "行:\n  按: 职业\n  值: [高校毕业生, 其他]\n  合计: 合计\n";
    let workspace = with_form("统计", &table(rows, columns));
    let run = workspace.expect(1, &["build", "--only", "统计"]);
    assert_eq!(run.codes(), ["E0411"], "{}", run.stderr);
    for words in [
        "李明.yaml:11:5",
        "统计没有一行算“农村外出务工经商人员”",
        "在 layouts/统计/form.yaml 的“行”的“值”里加上",
        "layouts/统计/form.yaml:8:1",
    ] {
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
    // 其余 takes him, and whoever has no 职业 at all.
    for rest in ["其他", "另外"] {
        let rows = format!(
            "{}  其余: {rest}\n",
            rows.replace(", 其他", if rest == "其他" { ", 其他" } else { "" })
        );
        let columns = format!("{columns}  - {{头: 在册, 名: 在册}}\n");
        let workspace = with_form("统计", &table(&rows, &columns));
        workspace.expect(0, &["build", "--only", "统计"]);
        let cells = view(&workspace, "统计", OFFICE).cells;
        for (cell, figure) in [
            ("高校毕业生.人数".to_owned(), "1"),
            (format!("{rest}.人数"), "1"),
            ("合计.人数".to_owned(), "2"),
            // 李明, and 张建国 who has none.
            (format!("{rest}.在册"), "2"),
            ("合计.在册".to_owned(), "3"),
        ] {
            assert_eq!(cells[&cell], figure, "{cell}");
        }
    }
}

/// Who has nothing to say in which row he counts: 张建国.
#[test]
fn who_says_nothing_counts_in_no_total() {
    let rows = "行:\n  按: 职业\n  值: [高校毕业生, 农村外出务工经商人员]\n  合计: 合计\n";
    let workspace = with_form("统计", &table(rows, "  - {头: 在册, 名: 在册}\n"));
    let run = workspace.expect(1, &["build", "--only", "统计", "--keep-going"]);
    assert!(
        run.codes().iter().all(|code| *code == "E0409"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("张建国.yaml") && run.stderr.contains("缺少“职业”"));
}

/// ① and ④ of a list in one row.
#[test]
fn a_row_may_count_several_texts() {
    let rows = "行:\n  按: 职业\n  值:\n    - {名: 学农, 含: [高校毕业生, 农村外出务工经商人员]}\n    \
        - 其他\n  合计: 合计\n";
    let columns = "  - {头: 人数, 名: 人数, 人群: 失联党员}\n";
    let workspace = with_form("统计", &table(rows, columns));
    workspace.expect(0, &["build", "--only", "统计"]);
    let cells = view(&workspace, "统计", OFFICE).cells;
    assert_eq!(
        [
            &cells["学农.人数"],
            &cells["其他.人数"],
            &cells["合计.人数"]
        ],
        ["2", "0", "2"]
    );
}

#[test]
fn texts_that_no_row_can_have_are_told() {
    let custom = "自定义: {级别: [市, 县, 乡]}\n";
    let rows = format!(
        "{custom}行:\n  按: 自定义.级别\n  值: [市, 镇, {{名: 基层, 含: [县, 乡, 市]}}]\n  合计: 合计\n"
    );
    let workspace = with_form(
        "统计",
        &table(&rows, "  - {头: 人, 名: 人, 条件: 自定义.级别 = “村”}\n"),
    );
    let expected = [
        (11, "不会得出“镇”这一行"),
        (11, "“市”算进了两行"),
        (14, "“级别”不会是“村”"),
    ];
    expect_faults(&workspace, &form_of("统计"), &expected);
}

/// Figures handed up have to keep it, too.
#[test]
fn a_total_that_is_handed_up_is_the_sum_of_its_rows() {
    let workspace = with_form("统计", &table(ROWS, "  - {头: 在册, 名: 在册}\n"));
    workspace.write(
        "data/县直机关工委/县医院党支部/汇总上报.yaml",
        "填表日期: {附件6: 2016-04-20, 附件7: 2016-05-15}\n其他表: {统计: {行: {男: {在册: 1}, 女: {在册: 2}, 合计: {在册: 4}}}}\n附件6: {行: {}}\n附件7: {行: {}}\n",
    );
    workspace.remove(crate::common::sample::WANG);
    let run = workspace.expect(1, &["build", "--only", "统计", "--keep-going"]);
    assert!(run.codes().contains(&"E1001"), "{}", run.stderr);
}
