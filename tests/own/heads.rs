//! Heads, widths and numbers: what is too long is broken, widened or smaller, and where
//! that is not enough, it is a finding at the form's own line.

use std::collections::BTreeMap;

use paicha::Project;
use paicha::publish::{Maker, Plan, Selection};
use paicha::typeset::{Assets, Inspected, compile};

use crate::common::Workspace;
use crate::{expect_faults, form_of, table, with_form};

/// The pages of the last output of a form.
pub fn pages(workspace: &Workspace, form: &str) -> Inspected {
    let project = Project::open(workspace.root());
    let assets = Assets::new(&project.layouts);
    let selection = Selection {
        forms: vec![form.to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(&project, &selection);
    let maker = Maker::of(&project, &assets);
    let output = plan.wanted.last().expect("an output");
    let view = maker.view(output).expect("readable");
    let world = maker.world(output, &view).expect("a world");
    let (pages, _) = compile(&world).expect("laid out");
    pages.inspected
}

/// The lines on which a cell is printed: how far down, and the text.
fn lines(pages: &Inspected, cell: &str) -> Vec<String> {
    let mut lines: BTreeMap<i64, String> = BTreeMap::new();
    let runs = pages.pages.iter().flat_map(|page| &page.texts);
    for run in runs.filter(|run| run.cell.as_deref() == Some(cell)) {
        let line = (run.origin.1 * 10.0).round() as i64;
        lines.entry(line).or_default().push_str(&run.text);
    }
    lines.into_values().collect()
}

/// Twelve columns with heads of up to 13 characters, as the field has them.
#[test]
fn a_wide_table_stands_within_the_type_area() {
    let heads = [
        "国有企业解除劳动关系人员",
        "非公有制企业离职人员",
        "农村外出务工经商人员",
        "机关事业单位离退休人员",
        "高校毕业生",
        "街道社区人户分离人员",
        "组织关系在人才中心人员",
        "其他",
        "党组织关系转接不及时的人员",
        "失去联系6个月以上的人员",
        "出国（境）人员",
        "不在上述各类之内的人员",
    ];
    let columns: String = heads
        .iter()
        .enumerate()
        .map(|(index, head)| format!("  - {{头: {head}, 名: 列{index}}}\n"))
        .collect();
    for paper in ["横向", "纵向"] {
        let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
        let text = table(rows, &columns).replace("纸张: 横向", &format!("纸张: {paper}"));
        let workspace = with_form("统计", &text);
        let run = workspace.expect(0, &["layouts", "check", "统计"]);
        assert!(run.stderr.contains("0 个错误"), "{}", run.stderr);
        let page = &pages(&workspace, "统计").pages[0];
        let (left, right) = if paper == "横向" {
            (35.0, 260.0)
        } else {
            (28.0, 184.0)
        };
        let ends = || {
            page.rules
                .iter()
                .flat_map(|rule| [rule.start.0, rule.end.0])
        };
        assert!(ends().all(|x| x > left - 0.3 && x < right + 0.3), "{paper}");
    }
}

#[test]
fn columns_have_widths_and_what_is_wider_than_the_page_is_an_error() {
    let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
    let columns =
        "  - {头: 甲, 名: 甲, 宽: 20}\n  - {头: 乙, 名: 乙}\n  - {头: 丙, 名: 丙, 宽: 60}\n";
    let workspace = with_form("统计", &table(rows, columns));
    let pages = pages(&workspace, "统计");
    let width = |cell: &str| {
        let mut cells = pages.pages[0].cells.iter();
        cells.find(|one| one.name == cell).expect("a cell").area.2
    };
    // 0.3 mm are free on both sides of a figure; 25 mm are those of the rows' heads.
    for (cell, expected) in [
        ("男.甲", 20.0),
        ("男.丙", 60.0),
        ("男.乙", 225.0 - 25.0 - 80.0),
    ] {
        assert!(
            (width(cell) + 0.6 - expected).abs() < 0.1,
            "{cell}: {}",
            width(cell)
        );
    }
    let wide = columns.replace("宽: 60", "宽: 190");
    let workspace = with_form("统计", &table(rows, &wide));
    expect_faults(&workspace, &form_of("统计"), &[(12, "各列放不下")]);
}

const REGISTER: &str = "编号: 名册\n标题: 党员名册\n纸张: 横向\n范围: 党支部\n\
    输出: \"{{ org }}/名册.pdf\"\n列:\n";

/// A column of 18 mm has no room for an ID number, others have: 18 figures of 9 pt are
/// 28.6 mm.
#[test]
fn a_column_is_widened_for_its_numbers_where_others_have_room() {
    let columns = "  - {键: 姓名, 表头: 姓名, 宽: 20}\n  - {键: 身份证号码, 表头: 身份证号码, 宽: 18}\n\
         \x20 - {键: 入党日期, 表头: 入党日期, 宽: 12}\n  - {键: 手机号码, 表头: 手机号码, 宽: 15}\n\
         \x20 - {键: 备注, 表头: 备注, 宽: 160}\n";
    let workspace = with_form("名册", &format!("{REGISTER}{columns}"));
    workspace.expect(0, &["build", "--only", "名册"]);
    let pages = pages(&workspace, "名册");
    for (cell, text) in [
        ("行[0].身份证号码", "622423196503121236"),
        ("行[0].入党日期", "1990.07.01"),
        ("行[0].手机号码", "13893001234"),
    ] {
        assert_eq!(lines(&pages, cell), [text], "{cell}");
    }
}

/// Nothing can be spared: the column and what it needs are told, once for all rows.
#[test]
fn a_column_too_narrow_for_its_numbers_is_told_with_what_it_needs() {
    let head = "说明".repeat(28) + "书";
    let columns = format!(
        "  - {{键: 身份证号码, 表头: 证号, 宽: 12}}\n  - {{键: 备注, 表头: {head}, 宽: 213}}\n"
    );
    let workspace = with_form("名册", &format!("{REGISTER}{columns}"));
    let run = workspace.expect(1, &["build", "--only", "名册"]);
    assert_eq!(run.codes(), ["E1127"], "{}", run.stderr);
    for words in [
        "layouts/名册/form.yaml:7:",
        "“证号”一列宽 12",
        "把这一列的“宽”改成 30",
    ] {
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
    assert!(!run.stderr.contains("layouts/lib"), "{}", run.stderr);
}

/// A head of ten characters over a column of 17 mm.
#[test]
fn heads_wrap_to_their_column() {
    let columns = "  - {键: 姓名, 表头: 姓名, 宽: 20}\n  - {键: 年龄, 表头: 参加组织生活的最后日期, 宽: 17}\n\
         \x20 - {键: 备注, 表头: 备注, 宽: 188}\n";
    let workspace = with_form("名册", &format!("{REGISTER}{columns}"));
    let run = workspace.expect(0, &["layouts", "check", "名册"]);
    assert!(run.stderr.contains("0 个错误"), "{}", run.stderr);
    let page = &pages(&workspace, "名册").pages[0];
    let parts = page.texts.iter().filter(|run| run.cell.is_none());
    let parts =
        parts.filter(|run| !run.text.is_empty() && "参加组织生活的最后日期".contains(&run.text));
    assert!(parts.count() >= 3);
}

/// Findings about a layout show no value of the probe or of sample members.
#[test]
fn findings_about_a_layout_name_nobody_and_no_probe() {
    let workspace = with_form(
        "便条",
        "编号: 便条\n标题: 便条\n纸张: 纵向\n范围: 党员\n输出: \"{{ org }}/便条/{{ member }}.pdf\"\n格: [姓名]\n",
    );
    workspace.write(
        "layouts/便条/layout.typ",
        "#import \"/layouts/lib/page.typ\": setup\n#let t = json(\"/data.json\").格\n\
         #show: setup.with(json(\"/form.json\"))\n\
         #[#block(width: 3mm, height: 1em, t.at(\"姓名\", default: \"\") + \"同志同志\")#label(\"姓名\")]\n",
    );
    for command in ["check", "preview"] {
        let run = workspace.run(&["layouts", command, "便条"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.codes().contains(&"E1106"), "{}", run.stderr);
        let said: Vec<&str> = run
            .stderr
            .lines()
            .filter(|line| line.starts_with("错误"))
            .collect();
        let is_probe = |line: &&str| {
            line.chars()
                .any(|one| ('\u{3400}'..'\u{4dbf}').contains(&one))
        };
        assert!(!said.iter().any(is_probe), "{said:?}");
        for name in ["张建国", "李秀英", "王德海", "赵文斌", "马晓燕"] {
            assert!(!run.stderr.contains(name), "{}", run.stderr);
        }
        let mut places: Vec<&str> = run
            .stderr
            .lines()
            .filter(|line| line.contains("-->"))
            .collect();
        assert!(
            places.iter().all(|line| line.contains("layouts/便条/")),
            "{places:?}"
        );
        let count = places.len();
        places.dedup();
        assert!(count <= 3, "{}", run.stderr);
    }
}
