//! How sheets look that leave: as the paper.

use std::process::Command;

use super::common::Workspace;
use super::common::sample;
use super::exporting::{OFFICE_OUT, copied};
use super::workbook::{Sheet, parts, sheets};

fn sheet(workspace: &Workspace, path: &str) -> Sheet {
    sheets(workspace.read(path)).swap_remove(0)
}

#[test]
fn a_register_looks_as_on_paper() {
    let workspace = sample::workspace();
    workspace.expect(0, &["export", "附件3", "附件6"]);
    let path = format!("{OFFICE_OUT}/附件3-与党组织失去联系党员登记表.xlsx");
    let sheet = sheet(&workspace, &path);
    assert_eq!(sheet.text("A1"), "附件3");
    assert_eq!(sheet.text("A2"), "与党组织失去联系党员登记表");
    assert_eq!(
        sheet.text("A3"),
        "填报单位（盖章）：会宁县人民政府办公室党支部"
    );
    let day = sheet.find("填表日期：2016年4月20日");
    assert!(day.0 == 3 && sheet.merged[&day] == (3, 13), "{day:?}");
    let heads = ["A4", "I4", "M4"].map(|cell| sheet.text(cell));
    assert_eq!(heads, ["姓　名", "与党组织\n失去联系时间", "备　注"]);
    // 李明: 职业 and 失去联系情形 by their codes, as text.
    let row = ["A5", "B5", "G5", "J5"].map(|cell| sheet.text(cell));
    assert_eq!(row, ["李明", "男", "③", "①"]);
    // All values are told to be text, so that they stay it when they are edited.
    const TEXT: usize = 49;
    let row = sheet.cells.iter().filter(|((row, _), _)| *row == 5);
    let others = row.clone().filter(|(_, cell)| cell.format != TEXT);
    assert_eq!(others.collect::<Vec<_>>(), []);
    assert!(row.count() > 5);
    // 填表人 and 联系电话 stand on one line.
    let foot: Vec<&str> = sheet
        .cells
        .range((7, 1)..)
        .map(|(_, cell)| &*cell.text)
        .collect();
    assert!(foot[0].starts_with("填表人：") && foot[1].starts_with("联系电话："));
    assert_eq!(foot.len(), 2);
    for piece in [
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "— &amp;P —",
        "<mergeCell ref=\"A2:M2\"/>",
    ] {
        assert!(sheet.xml.contains(piece), "{piece}");
    }
    let parts = parts(workspace.read(&path));
    assert!(parts["xl/workbook.xml"].contains("附件3!$4:$4"));
    assert!(
        parts["xl/styles.xml"].contains("宋体") && parts["xl/styles.xml"].contains("\"medium\"")
    );
    assert!(!parts["xl/styles.xml"].contains("Calibri"));
    let listed = workspace.listed();
    assert!(listed.iter().any(|listed| path.ends_with(listed.as_str())));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let file = std::fs::metadata(workspace.path(&path)).expect("there");
        let mode = file.permissions().mode();
        assert_eq!(mode & 0o077, 0, "readable by the owner alone");
    }
}

/// The heads stand as the tree of `layouts/附件6/form.yaml` has them, worked out by hand.
#[test]
fn a_cross_table_has_its_tree_of_heads() {
    let workspace = sample::workspace();
    workspace.expect(0, &["export", "附件6"]);
    let path = "out/县直机关工委/附件6-与党组织失去联系党员情况汇总表.xlsx";
    let sheet = sheet(&workspace, path);
    // Four rows of heads below number, title and unit: corner A4:A7; 排查前在册 over all rows.
    for (range, cell, text) in [
        ("A4:A7", "A4", "项目"),
        ("B4:B7", "B4", "排\n查\n前\n在\n册\n党\n员\n人\n数"),
        ("D4:AF4", "D4", "经查找仍然无法取得联系党员"),
        ("F5:U5", "F5", "结构"),
    ] {
        let merged = format!("<mergeCell ref=\"{range}\"/>");
        assert!(sheet.xml.contains(&merged), "{range}\n{}", sheet.xml);
        assert!(
            sheet.text(cell).contains(text),
            "{cell}: {}",
            sheet.text(cell)
        );
    }
    // At the upper right and the lower left of the diagonal.
    let corner: Vec<&str> = sheet.text("A4").split('\n').collect();
    assert!(
        corner.len() > 4 && corner[0].starts_with("　　　"),
        "{corner:?}"
    );
    assert!(corner[0].ends_with("项目") && corner.last() == Some(&"群体"));
    // A number stands on one line.
    sheet.find("35\n岁\n及\n以\n下");
    let styles = &parts(workspace.read(path))["xl/styles.xml"];
    assert!(styles.contains("diagonalDown=\"1\"") && !styles.contains("textRotation"));
    assert!(sheet.xml.contains("fitToHeight=\"1\"") || !sheet.xml.contains("fitToHeight"));
    // The last row is the sum: 4 members on the roll, one not found.
    let (row, _) = sheet.find("合　计");
    let sums = [2, 4].map(|column| sheet.cells[&(row, column)].text.as_str());
    assert_eq!(sums, ["4", "1"]);
    assert!(!sheet.cells[&(row, 2)].is_text);
    // The counts beside the table stand on one line with the pairs below it.
    assert_eq!(sheet.find("补充资料：流动党员1人。").0, row + 1);
    assert_eq!(sheet.find("填表人：").0, row + 1);
}

/// How wide a text is in em: a Han character one, a Latin one half.
fn ems(text: &str) -> f64 {
    text.chars()
        .map(|c| if c.is_ascii() { 0.5 } else { 1.0 })
        .sum()
}

/// Every text has room: lines counted as any program would fill them, numbers whole.
fn has_room(sheet: &Sheet) {
    for (at, cell) in &sheet.cells {
        let (width, height) = sheet.room(*at);
        let lines = cell.text.split('\n');
        let lines = lines.map(|line| (ems(line) * cell.size / width).ceil().max(1.0));
        let need = lines.sum::<f64>() * cell.size;
        let is_highest = height >= 400.0;
        assert!(
            need <= height || is_highest,
            "{} {at:?} {cell:?}: {height}",
            sheet.name
        );
        let is_part = |c: char| c.is_ascii_alphanumeric() || ".-:/".contains(c);
        for run in cell
            .text
            .split(|c| !is_part(c))
            .filter(|run| run.len() < 20)
        {
            let run = ems(run) * cell.size;
            assert!(run <= width, "{} {at:?} {cell:?}: {width}", sheet.name);
        }
    }
}

const FORMS: [&str; 12] = [
    "附件2",
    "附件3",
    "附件4",
    "附件5",
    "附件6",
    "附件7",
    "党员名册",
    "各单位数字",
    "失联党员名单",
    "党费收缴登记",
    "三查三核核查表",
    "情况表",
];

/// The sample round, with a form of several tables of one's own.
fn with_several() -> Workspace {
    let workspace = copied();
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/情况表");
    super::common::copy(&example, &workspace.path("layouts/情况表"));
    workspace
}

#[test]
fn every_text_has_room() {
    let workspace = with_several();
    workspace.expect(0, &[&["export"], &FORMS[..], &["花名册"]].concat());
    let mut count = 0;
    for (path, bytes) in workspace.tree("out") {
        if let Some(bytes) = bytes.filter(|_| path.ends_with(".xlsx")) {
            sheets(bytes).iter().for_each(has_room);
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
}

/// A text without what is empty in it.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
#[ignore = "needs pdftotext"]
fn what_stands_above_and_below_is_on_the_page() {
    let workspace = with_several();
    let forms = [
        "附件2",
        "附件3",
        "附件6",
        "附件7",
        "各单位数字",
        "失联党员名单",
        "情况表",
    ];
    workspace.expect(0, &[&["export"], &forms[..]].concat());
    workspace.expect(0, &["build", "--only", &forms.join(",")]);
    let mut compared = 0;
    for path in workspace
        .tree("out")
        .into_keys()
        .filter(|path| path.ends_with(".xlsx"))
    {
        let page = workspace.path(&format!("out/{}", path.replace(".xlsx", ".pdf")));
        let page = Command::new("pdftotext")
            .args(["-raw".as_ref(), page.as_os_str(), "-".as_ref()])
            .output();
        let page = squashed(&String::from_utf8_lossy(&page.expect("pdftotext").stdout));
        for sheet in sheets(workspace.read(&format!("out/{path}"))) {
            // The table is what has lines; what stands around it is set in another size.
            let around = sheet.cells.values().filter(|cell| cell.size > 10.5);
            for cell in around {
                assert!(
                    page.contains(&squashed(&cell.text)),
                    "{path}: {}\n{page}",
                    cell.text
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn nobody_is_said_or_to_be_filled_in() {
    let workspace = sample::workspace();
    workspace.remove(sample::WANG);
    workspace.edit(
        sample::HOSPITAL,
        "党组织类别",
        "联系电话: \"0943-3221234\"\n党组织类别",
    );
    workspace.expect(0, &["export", "附件2", "失联党员名单", "党员名册"]);
    let out = "out/县直机关工委/县医院党支部";
    let list = sheet(&workspace, &format!("{out}/失联党员名单.xlsx"));
    let (row, column) = list.find("无");
    assert_eq!((row, column, list.merged[&(row, 1)]), (5, 1, (5, 12)));
    let register = sheet(
        &workspace,
        &format!("{out}/附件2-流动党员基本信息登记表.xlsx"),
    );
    // Five rows to be filled in below the heads, then the note.
    let (row, _) = register.find("姓　名");
    let note = register.cells.range((row + 1, 1)..).next().expect("a note");
    assert_eq!(note.0.0, row + 6, "{note:?}");
    assert!(note.1.text.starts_with("备注：流动党员从业状况"));
    workspace.expect(0, &["export", "失联党员名单", "--format", "csv", "--plain"]);
    let text =
        String::from_utf8(workspace.read(&format!("{out}/失联党员名单.csv"))).expect("UTF-8");
    assert!(text.ends_with("\n无\n"), "{text}");
}

#[test]
fn several_tables_are_sheets_of_one_workbook() {
    let workspace = with_several();
    workspace.expect(0, &["export", "情况表"]);
    let path = "out/会宁县直机关工委/情况表";
    let all = sheets(workspace.read(&format!("{path}.xlsx")));
    let names: Vec<&str> = all.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["情况表一", "情况表二", "情况表三"]);
    for (sheet, title) in all
        .iter()
        .zip(["一、党员人数", "二、各党支部", "三、失联党员"])
    {
        assert_eq!(
            [sheet.text("A1"), sheet.text("A2")],
            ["情况表", "党员情况表"]
        );
        assert_eq!(sheet.text("A4"), title);
    }
    workspace.expect(0, &["export", "情况表", "--format", "csv"]);
    let csv = String::from_utf8(workspace.read(&format!("{path}-情况表一.csv"))).expect("UTF-8");
    assert!(
        csv.starts_with("\u{feff}性别,人数,少数民族,预备党员\r\n男,48,"),
        "{csv}"
    );
    // One table alone does not take the place of all.
    workspace.expect(0, &["export", "情况表二"]);
    assert_eq!(
        sheets(workspace.read(&format!("{path}-情况表二.xlsx"))).len(),
        1
    );
    assert_eq!(sheets(workspace.read(&format!("{path}.xlsx"))).len(), 3);
}

#[test]
fn sheets_are_called_as_the_pages() {
    let workspace = with_several();
    let form = "layouts/情况表/form.yaml";
    workspace.edit(form, "标题: 党员情况表", "标题: 党员/情况表");
    // Without a corner there is no diagonal, and the first column has a name.
    workspace.edit(form, "    角: [类别, 性别]\n", "");
    workspace.expect(0, &["export", "党员名册", "情况表"]);
    let listed = workspace.listed();
    for name in ["政府办党支部/党员名册.xlsx", "会宁县直机关工委/情况表.xlsx"]
    {
        assert!(
            listed.iter().any(|path| path.ends_with(name)),
            "{name} {listed:?}"
        );
    }
    let path = "out/会宁县直机关工委/情况表";
    let first = sheet(&workspace, &format!("{path}.xlsx"));
    assert_eq!(first.text("A2"), "党员/情况表");
    let (row, _) = first.find("人数");
    assert!(!first.cells.contains_key(&(row, 1)));
    workspace.expect(0, &["export", "情况表一", "--format", "csv", "--plain"]);
    let csv = String::from_utf8(workspace.read(&format!("{path}-情况表一.csv"))).expect("UTF-8");
    assert!(csv.starts_with("名称,人数,"), "{csv}");
}

#[test]
fn sums_of_money_are_numbers_and_years_are_text() {
    let workspace = copied();
    let branch = "会宁县直机关工委/政府办党支部";
    workspace.expect(0, &["export", "党费收缴登记", "--org", branch]);
    let sheet = sheet(&workspace, &format!("out/{branch}/党费收缴登记.xlsx"));
    let (row, _) = sheet.find("曹国庆");
    let cells: Vec<(&str, bool)> = (3..=5)
        .map(|column| &sheet.cells[&(row, column)])
        .map(|cell| (cell.text.as_str(), cell.is_text))
        .collect();
    assert_eq!(cells, [("3560", false), ("35.6", false), ("2016.03", true)]);
    workspace.expect(
        0,
        &["export", "党费收缴登记", "--org", branch, "--format", "csv"],
    );
    let csv = String::from_utf8(workspace.read(&format!("out/{branch}/党费收缴登记.csv")))
        .expect("UTF-8");
    assert!(csv.contains("曹国庆,3560,35.6,\t2016.03,"), "{csv}");
}

#[test]
fn a_text_that_no_cell_holds_is_refused() {
    let workspace = sample::workspace();
    for member in [sample::LI, sample::CHEN] {
        let cause = format!("失联:\n  原因: {}\n", "长".repeat(18_000));
        workspace.edit(member, "失联:\n", &cause);
    }
    let run = workspace.expect(1, &["export", "三查三核核查表"]);
    let cell = "“排查前“失联”党员”的“涉及的党员”超过 32767 个字符";
    assert!(run.stderr.contains(cell), "{}", run.stderr);
    let run = workspace.expect(1, &["--lang", "en", "export", "三查三核核查表"]);
    assert!(
        run.stderr.contains("is longer than 32767"),
        "{}",
        run.stderr
    );
    workspace.expect(0, &["export", "三查三核核查表", "--format", "csv"]);
}
