//! Values of a declaration mean what they say: yes and no in every spelling, formats of what
//! they are for, order, words.

use paicha::Project;

use crate::common::sample::{LI, ZHANG};
use crate::heads::pages;
use crate::{expect_faults, form_of, table, view, with_form};

const UNIT: &str = "县直机关工委/政府办党支部";

fn register(rest: &str, columns: &str) -> String {
    format!(
        "编号: 名册\n标题: 名册\n纸张: 横向\n范围: 党支部\n对象: 在册\n\
         输出: \"{{{{ org }}}}/名册.pdf\"\n{rest}列:\n{columns}"
    )
}

/// What a layout is given is the same, however yes and no are written.
#[test]
fn yes_is_yes_in_every_spelling() {
    let given = |yes: &str| {
        let rows = format!(
            "核验码: {yes}\n列号: {yes}\n上报: {yes}\n另选: {yes}\n\
             行: {{按: 性别, 值: [男, 女], 合计: 合计, 合计在前: {yes}, 行次: {yes}}}\n\
             对账: {{等于: [附件4], 分为: [{{名: 处置, 条件: 已处置}}, {{名: 其他, 提示: {yes}}}]}}\n\
             关系: [{{式: 人数 >= 0, 只看合计: {yes}}}]\n"
        );
        let workspace = with_form("统计", &table(&rows, "  - {头: 人数, 名: 人数}\n"));
        let lists = register(&format!("逐级: {yes}\n"), "  - {键: 姓名, 表头: 姓名}\n");
        workspace.write(&form_of("名册"), &lists);
        let project = Project::open(workspace.root());
        let faults = &project.catalogue.faults;
        assert!(faults.is_empty(), "{faults:?}");
        let forms = project
            .catalogue
            .forms
            .values()
            .chain(&project.catalogue.others);
        let own = forms.filter(|form| ["统计", "名册"].contains(&form.id()));
        own.map(|form| String::from_utf8(form.json.to_vec()).expect("UTF-8"))
            .collect::<Vec<_>>()
    };
    let expected = given("true");
    assert!(
        expected.iter().any(|json| json.contains("\"行次\":true")),
        "{expected:?}"
    );
    assert!(
        !expected.iter().any(|json| json.contains("\"true\"")),
        "{expected:?}"
    );
    for yes in ["是", "有", "True"] {
        assert_eq!(given(yes), expected, "{yes}");
    }
}

/// 张建国 was born on 1965-03-12.
#[test]
fn formats_are_applied_or_are_errors() {
    let columns = "  - {键: 姓名, 表头: 姓名}\n\
        \x20 - {键: 出生年月, 表头: 甲, 格式: 年}\n\
        \x20 - {键: 入党时间, 表头: 乙, 格式: 年}\n\
        \x20 - {键: 年龄, 表头: 丙, 格式: 大写}\n\
        \x20 - {值: 年龄 - 100, 表头: 丁, 格式: 大写}\n";
    let workspace = with_form("名册", &register("", columns));
    workspace.expect(0, &["layouts", "check", "名册"]);
    let cells = view(&workspace, "名册", UNIT).cells;
    let row = (0..3).find(|row| cells[&format!("行[{row}].姓名")] == "张建国");
    let cell = |key: &str| cells[&format!("行[{}].{key}", row.expect("a row"))].as_str();
    assert_eq!(cell("出生年月"), "1965");
    assert_eq!(cell("入党时间").chars().count(), 4);
    assert_eq!((cell("年龄"), cell("丁")), ("伍拾壹", "负肆拾玖"));
    let faulty = "  - {键: 姓名, 表头: 甲, 格式: 代码}\n\
        \x20 - {键: 籍贯, 表头: 乙, 格式: 年月}\n\
        \x20 - {键: 性别, 表头: 丙, 格式: 时长}\n\
        \x20 - {键: 所在党支部, 表头: 丁, 格式: 大写}\n\
        \x20 - {值: 年龄, 表头: 戊, 格式: 年}\n";
    let workspace = with_form("名册", &register("", faulty));
    let words = "这里没有作用";
    let expected = [8, 9, 10, 11, 12].map(|line| (line, words));
    expect_faults(&workspace, &form_of("名册"), &expected);
}

#[test]
fn a_corner_has_two_words() {
    let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
    let columns = "  - {头: 人数, 名: 人数}\n";
    for corner in ["[项目, 甲, 乙]", "[项目]"] {
        let text = table(rows, columns).replace("[项目, 群体]", corner);
        let workspace = with_form("统计", &text);
        expect_faults(&workspace, &form_of("统计"), &[(7, "“角”是两个词")]);
    }
}

/// Written for 张建国 and 李明, not for 陈静.
#[test]
fn who_has_no_value_is_last_in_both_directions() {
    for (by, expected) in [
        ("自定义.年限", ["张建国 3", "李明 8", "陈静 "]),
        ("-自定义.年限", ["李明 8", "张建国 3", "陈静 "]),
    ] {
        let columns = "  - {键: 姓名, 表头: 姓名}\n  - {键: 自定义.年限, 表头: 年限}\n";
        let rest = format!("自定义: {{年限: 数}}\n排序: [{by}]\n");
        let workspace = with_form("名册", &register(&rest, columns));
        for (member, years) in [(ZHANG, 3), (LI, 8)] {
            let text = String::from_utf8(workspace.read(member)).expect("UTF-8");
            workspace.write(member, format!("{text}自定义: {{年限: {years}}}\n"));
        }
        let cells = view(&workspace, "名册", UNIT).cells;
        let cell = |row: usize, key: &str| cells[&format!("行[{row}].{key}")].clone();
        let rows =
            [0, 1, 2].map(|row| format!("{} {}", cell(row, "姓名"), cell(row, "自定义.年限")));
        assert_eq!(rows, expected, "{by}");
    }
    let columns = "  - {键: 姓名, 表头: 姓名}\n";
    let workspace = with_form("名册", &register("排序: [现任党内职务]\n", columns));
    expect_faults(&workspace, &form_of("名册"), &[(7, "得出的是几项文字")]);
}

#[test]
fn messages_of_keys_and_widths_show_a_way_out() {
    let column = |column: &str| register("", &format!("  - {column}\n"));
    for (text, line, words) in [
        (column("{键: 家庭主要成员, 表头: 甲}"), 8, "下面还有别的键"),
        (
            column("{值: 自定义.x, 表头: 甲}"),
            8,
            "没有“自定义.x”这个键",
        ),
        (
            column("{值: 入党日期 > 2016-02-30, 表头: 甲}"),
            8,
            "日历上没有“2016-02-30”",
        ),
    ] {
        let workspace = with_form("名册", &text);
        expect_faults(&workspace, &form_of("名册"), &[(line, words)]);
        let run = workspace.run(&["layouts", "check"]);
        let stderr = &run.stderr;
        assert!(!stderr.contains("是不是"), "{stderr}");
        assert!(!stderr.contains("文字要加引号"), "{stderr}");
    }
    let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
    let columns = "  - {头: 人数, 名: 人数, 宽: 300}\n  - {头: 女, 名: 女}\n";
    let workspace = with_form("统计", &table(rows, columns));
    let run = workspace.expect(1, &["layouts", "check"]);
    assert!(run.stderr.contains("这里共 208.1 毫米"), "{}", run.stderr);
}

/// Four pairs on one line, above and below the table: each stands off the next.
#[test]
fn texts_beside_each_other_keep_a_gap() {
    let pairs = "[填报单位, 填表日期, 填表人, 联系电话]";
    let rest = format!("表首: {pairs}\n");
    let crowded = register(&rest, "  - {键: 姓名, 表头: 姓名}\n").replace("横向", "纵向");
    let workspace = with_form("名册", &crowded);
    expect_faults(
        &workspace,
        &form_of("名册"),
        &[(7, "“表首”的几项并排放不下")],
    );
    for (paper, pairs) in [("横向", pairs), ("纵向", "[填报单位, 填表日期, 填表人]")]
    {
        let rest = format!("表首: {pairs}\n");
        let text = register(&rest, "  - {键: 姓名, 表头: 姓名}\n").replace("横向", paper);
        let workspace = with_form("名册", &text);
        let inspected = pages(&workspace, "名册");
        let texts = inspected.pages.iter().flat_map(|page| &page.texts);
        let texts: Vec<_> = texts.collect();
        let date = texts
            .iter()
            .filter(|run| run.cell.as_deref() == Some("填表日期"))
            .map(|run| run.origin.0 + run.width)
            .fold(0.0, f64::max);
        let label = texts.iter().find(|run| run.text.starts_with("填表人"));
        let label = label.expect("a label").origin.0;
        // In points: more than a third of a character.
        assert!(date > 0.0 && label - date > 4.0, "{paper}: {date} {label}");
    }
}
