//! What a member does not have is an answer: who has no 失联 is not lost, and nothing that
//! would be false is asked for. Sums of money are exact.

use crate::common::sample::{CHEN, LI, ZHANG};
use crate::{form_of, table, view, with_form};

const BRANCH: &str = "县直机关工委/政府办党支部";

fn register(filter: &str) -> String {
    format!(
        "编号: 久失\n标题: 久失名单\n纸张: 横向\n范围: 党支部\n对象: 在册\n筛选: {filter}\n\
         输出: \"{{{{ org }}}}/久失.pdf\"\n列:\n  - {{键: 姓名, 表头: 姓名}}\n\
         \x20 - {{表头: 月数, 值: 失联月数}}\n  - {{表头: 情形, 值: 失去联系情形}}\n"
    )
}

/// Nobody of the sample has 进入党支部日期, and 张建国 is not lost.
#[test]
fn who_is_not_lost_has_no_months_and_no_cause() {
    let workspace = with_form("久失", &register("失联月数 >= 12"));
    workspace.expect(0, &["build", "--only", "久失"]);
    let cells = view(&workspace, "久失", BRANCH).cells;
    // From 2012-06-30 and 2010-05-20 to 2016-04-15.
    assert_eq!([&cells["行[0].姓名"], &cells["行[0].月数"]], ["李明", "45"]);
    assert_eq!([&cells["行[1].姓名"], &cells["行[1].月数"]], ["陈静", "70"]);
    assert!(!cells.contains_key("行[2].姓名"));
    // Equal to nothing, neither large nor small.
    for (filter, first) in [
        ("非 失联月数 >= 12", "张建国"),
        (
            "失去联系情形 != “毕业后去向不明” 且 失去联系情形 != “外出务工经商”",
            "张建国",
        ),
    ] {
        workspace.write(&form_of("久失"), register(filter));
        workspace.expect(0, &["build", "--only", "久失"]);
        let cells = view(&workspace, "久失", BRANCH).cells;
        assert_eq!(cells["行[0].姓名"], first, "{filter}");
        assert_eq!([&cells["行[0].月数"], &cells["行[0].情形"]], ["", ""]);
        assert!(!cells.contains_key("行[1].姓名"), "{filter}");
    }
}

/// As a condition of a column, too; a block that lacks what it must have is still asked for.
#[test]
fn columns_ask_nobody_for_a_block_that_would_be_false() {
    let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
    let columns = "  - {头: 务工, 名: 务工, 条件: 失去联系情形 = “外出务工经商”}\n\
        \x20 - {头: 久失, 名: 久失, 条件: 失联月数 >= 60}\n";
    let workspace = with_form("统计", &table(rows, columns));
    workspace.expect(0, &["build", "--only", "统计"]);
    let cells = view(&workspace, "统计", BRANCH).cells;
    assert_eq!([&cells["合计.务工"], &cells["合计.久失"]], ["1", "1"]);
    workspace.edit(LI, "  情形: 外出务工经商\n", "");
    let run = workspace.expect(1, &["build", "--only", "统计"]);
    assert!(run.stderr.contains("李明.yaml"), "{}", run.stderr);
    assert!(!run.stderr.contains("张建国.yaml"), "{}", run.stderr);
}

/// What is really missing is asked for, and not what stands beside it.
#[test]
fn only_what_leaves_it_open_is_asked_for() {
    let filter = "流动.流出日期 >= 2016-01-01 或 学历类 = “初中及以下”";
    let workspace = with_form("久失", &register(filter));
    workspace.edit(ZHANG, "学历学位:\n  全日制教育: {学历: 高中}\n", "");
    let run = workspace.expect(1, &["build", "--only", "久失"]);
    assert_eq!(run.codes(), ["E0409"], "{}", run.stderr);
    assert!(run.stderr.contains("补写“学历学位"), "{}", run.stderr);
    workspace.write(
        &form_of("久失"),
        register("有学历 且 学历类 = “初中及以下”"),
    );
    workspace.expect(0, &["build", "--only", "久失"]);
    let cells = view(&workspace, "久失", BRANCH).cells;
    assert_eq!(cells["行[0].姓名"], "李明");
    assert!(!cells.contains_key("行[1].姓名"));
}

/// The column 没有写明 of the example counts who was found and has no 学历.
#[test]
fn the_example_counts_whose_education_is_not_given() {
    let example = include_str!("../../docs/examples/职业统计/form.yaml");
    let workspace = with_form("职业统计", example);
    workspace.edit(CHEN, "学历学位:\n  全日制教育: {学历: 大学本科}\n", "");
    workspace.expect(0, &["build", "--only", "职业统计"]);
    let cells = view(&workspace, "职业统计", BRANCH).cells;
    let of = |column: &str| &cells[&format!("总数.{column}")];
    assert_eq!(
        ["总数", "初中及以下", "大专以上", "没有写明"].map(of),
        ["2", "1", "0", "1"]
    );
}

/// Three times 0.2 is 0.6, three times 17.55 is 52.65.
#[test]
fn sums_of_money_are_exact() {
    let form = "编号: 党费\n标题: 三个月党费\n纸张: 横向\n范围: 党支部\n对象: 在册\n\
        输出: \"{{ org }}/党费.pdf\"\n自定义: {捐款: 数}\n列:\n  - {键: 姓名, 表头: 姓名}\n\
        \x20 - {表头: 三月, 值: 月应交纳党费 + 月应交纳党费 + 月应交纳党费}\n\
        \x20 - {表头: 捐款, 值: 自定义.捐款 + 0.1}\n\
        \x20 - {表头: 平, 值: '月应交纳党费 + 0.1 = 0.3'}\n";
    let workspace = with_form("党费", form);
    for (file, more) in [
        (LI, "月应交纳党费: 0.20\n自定义: {捐款: 100.10}\n"),
        (CHEN, "月应交纳党费: 17.55\n自定义: {捐款: 0.2}\n"),
    ] {
        let text = String::from_utf8(workspace.read(file)).expect("UTF-8");
        workspace.write(file, text + more);
    }
    workspace.expect(0, &["build", "--only", "党费"]);
    let cells = view(&workspace, "党费", BRANCH).cells;
    let row = |index: usize| {
        ["姓名", "三月", "捐款", "平"].map(|key| cells[&format!("行[{index}].{key}")].clone())
    };
    assert_eq!(row(1), ["李明", "0.6", "100.2", "是"]);
    assert_eq!(row(2), ["陈静", "52.65", "0.3", "否"]);
}
