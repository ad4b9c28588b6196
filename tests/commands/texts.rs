//! Text keeps its characters: what looks like a number is none.

use crate::common::Workspace;
use crate::common::sample::{self, OFFICE, WANG, ZHANG};
use paicha::Project;
use paicha::forms::View;

/// The text of a cell of 张建国's card, or of the first row of a register.
fn cells(workspace: &Workspace, form: &str, unit: &str, member: Option<usize>) -> View {
    let project = Project::open(workspace.root());
    let errors: Vec<_> = project
        .diagnostics
        .iter()
        .filter(|d| d.is_error())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let units = &project.workspace.units;
    let unit = units.find(|found| found.path == unit);
    let unit = unit.expect("an organisation");
    let mut ids = units[unit].member_paths.ids();
    let member = member.map(|number| ids.nth(number).expect("a member"));
    let form = project.catalogue.get(form).expect("a form");
    View::of(project.source(), form, unit, member).expect("readable")
}

/// 张建国 is the first of three: 张 (U+5F20) before 李 and 陈.
fn card(workspace: &Workspace) -> View {
    cells(workspace, "附件1", "县直机关工委/政府办党支部", Some(0))
}

#[test]
fn unquoted_numbers_are_the_text_that_stands_in_the_file() {
    let workspace = sample::workspace();
    workspace
        .edit(ZHANG, "\"622423196503121236\"", "622423196503121236")
        .edit(ZHANG, "\"13893001234\"", "09433221234")
        .edit(ZHANG, "入党日期: 1990-07-01", "入党日期: 1990.10")
        .edit(ZHANG, "转正日期: 1991-07-01", "转正日期: 1991.10")
        .edit(
            ZHANG,
            "月应交纳党费: 35.00",
            "QQ号码或微信号: 0012345678901234567890\n籍贯: 1e3",
        );
    let card = card(&workspace);
    let text = |cell: &str| card.cells[cell].as_str();
    assert_eq!(text("身份证号码"), "622423196503121236");
    assert_eq!(text("手机号码"), "09433221234");
    // October, not January: 1990.10 as a number would be 1990.1.
    assert_eq!(text("入党日期"), "1990.10");
    assert_eq!(text("转正日期"), "1991.10");
    assert_eq!(text("QQ号码或微信号"), "0012345678901234567890");
    assert_eq!(text("籍贯"), "1e3");
}

/// YAML 1.1 reads these as booleans, null, hexadecimal, octal, sexagesimal.
#[test]
fn words_that_yaml_knows_are_text_where_text_belongs() {
    for word in [
        "yes",
        "No",
        "on",
        "0x1F",
        "0o17",
        "1:30",
        "1_000",
        ".inf",
        "true",
        "2016-04-20",
    ] {
        let workspace = sample::workspace();
        workspace.edit(ZHANG, "月应交纳党费: 35.00", &format!("籍贯: {word}"));
        assert_eq!(card(&workspace).cells["籍贯"], word);
    }
}

/// A telephone in the head of registers and tables.
#[test]
fn a_telephone_keeps_its_zero() {
    let workspace = sample::workspace();
    workspace.edit(
        OFFICE,
        "类型: 党支部\n",
        "类型: 党支部\n联系电话: 09433221234\n",
    );
    let register = cells(&workspace, "附件5", "县直机关工委/政府办党支部", None);
    assert_eq!(register.cells["联系电话"], "09433221234");
}

#[test]
fn an_id_number_in_full_width_or_with_a_small_x_is_read() {
    for (id, born) in [
        ("６２２４２３１９６５０３１２１２３６", "1965-03-12"),
        // The birthday of the example in GB 11643, and a check character X.
        ("11010519491231029x", "1949-12-31"),
    ] {
        let workspace = sample::workspace();
        workspace
            .edit(ZHANG, "622423196503121236", id)
            .edit(ZHANG, "1965-03-12", born);
        let printed = card(&workspace).cells["身份证号码"].clone();
        assert!(printed.is_ascii() && printed.len() == 18, "{printed}");
        assert!(!printed.contains('x'), "{printed}");
    }
}

#[test]
fn all_ways_of_writing_a_date_print_alike() {
    for written in [
        "2015-03-01",
        "2015.03.01",
        "2015.3.1",
        "2015年3月1日",
        "２０１５-０３-０１",
        "\"2015-03-01\"",
    ] {
        let workspace = sample::workspace();
        let plain = cells(&workspace, "附件1", "县直机关工委/县医院党支部", Some(0));
        workspace.edit(WANG, "2015-03-01", written);
        let card = cells(&workspace, "附件1", "县直机关工委/县医院党支部", Some(0));
        assert_eq!(card.cells, plain.cells, "{written}");
    }
}

/// The words, the number and the circled number of a code.
#[test]
fn all_ways_of_writing_a_code_print_alike() {
    let plain = sample::workspace();
    let register =
        |workspace: &Workspace| cells(workspace, "附件5", "县直机关工委/政府办党支部", None).cells;
    for code in ["3", "③", "\"3\"", "３"] {
        let workspace = sample::workspace();
        workspace.edit(
            sample::LI,
            "职业: 农村外出务工经商人员",
            &format!("职业: {code}"),
        );
        assert_eq!(register(&workspace), register(&plain), "{code}");
    }
}

/// A text that goes over several lines of the file is one text: between Chinese
/// characters the break is no space, in whatever way it is written.
#[test]
fn wrapped_texts_have_no_spaces_between_chinese_characters() {
    for (written, printed) in [
        ("2015年获全县\n  先进工作者", "2015年获全县先进工作者"),
        ("\"2015年获全县\n  先进工作者\"", "2015年获全县先进工作者"),
        ("'2015年获全县\n  先进工作者'", "2015年获全县先进工作者"),
        (
            ">\n  2015年获全县\n  先进工作者\n",
            "2015年获全县先进工作者",
        ),
        (">-\n  获“先进”，\n  2015年", "获“先进”，2015年"),
        ("通过 Python\n  Basic 考试", "通过 Python Basic 考试"),
    ] {
        let workspace = sample::workspace();
        let line = format!("奖惩情况: {written}\n月应交纳党费: 35.00");
        workspace.edit(ZHANG, "月应交纳党费: 35.00", &line);
        assert_eq!(card(&workspace).cells["奖惩情况"], printed, "{written}");
    }
    for name in ["\"张\n  建国\"", "张\n  建国"] {
        let workspace = sample::workspace();
        workspace.edit(ZHANG, "姓名: 张建国", &format!("姓名: {name}"));
        assert_eq!(card(&workspace).cells["姓名"], "张建国");
    }
}

/// What is one line on paper has no line break and no tab in it.
#[test]
fn breaks_and_tabs_within_one_line_are_errors() {
    for (key, written, line) in [
        ("籍贯", "\"甘肃\\n会宁\"", 3),
        ("籍贯", "\"甘肃\\t会宁\"", 3),
        ("籍贯", "|\n  甘肃\n  会宁", 3),
        ("现任党内职务", "[组织委员, \"宣传\\n委员\"]", 3),
    ] {
        let workspace = sample::workspace();
        workspace.edit(
            ZHANG,
            "性别: 男\n",
            &format!("性别: 男\n{key}: {written}\n"),
        );
        let output = workspace.run(&["check"]);
        let place = format!("张建国.yaml:{line}:");
        assert!(
            output.stderr.contains("E0410") && output.stderr.contains(&place),
            "{}",
            output.stderr
        );
    }
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "姓名: 张建国", "姓名: \"张\\n建国\"");
    assert!(workspace.run(&["check"]).stderr.contains("E0410"));
}
