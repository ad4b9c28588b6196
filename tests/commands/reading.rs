//! Sheets from outside are read as they are seen, or refused with the reason: what is
//! damaged, of another kind or made to take all memory.

use std::collections::BTreeMap;
use std::io::Write as _;

use super::common::Workspace;
use super::importing::{BRANCH, MEMBERS, empty, id, import, text};

/// An archive of parts; each is its name and what it says, so many times.
fn archive(parts: &[(&str, &str, &str, usize, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, head, middle, count, end) in parts {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(head.as_bytes()).expect("written");
        let many = middle.repeat((*count).min(10_000));
        for _ in 0..count.div_ceil(10_000) {
            zip.write_all(many.as_bytes()).expect("written");
        }
        zip.write_all(end.as_bytes()).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

const RELATIONS: &str =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
const OFFICE_DOCUMENT: &str = "<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>";
const WORKSHEET: &str = "<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>";
const BOOK: &str =
    "<workbook xmlns:r='r'><sheets><sheet name='名册' sheetId='1' r:id='a'/></sheets></workbook>";

fn bomb(sheet: (&str, &str, usize, &str), strings: (&str, &str, usize, &str)) -> Vec<u8> {
    archive(&[
        (
            "_rels/.rels",
            RELATIONS,
            OFFICE_DOCUMENT,
            1,
            "</Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            RELATIONS,
            WORKSHEET,
            1,
            "</Relationships>",
        ),
        ("xl/workbook.xml", BOOK, "", 1, ""),
        (
            "xl/worksheets/sheet1.xml",
            sheet.0,
            sheet.1,
            sheet.2,
            sheet.3,
        ),
        (
            "xl/sharedStrings.xml",
            strings.0,
            strings.1,
            strings.2,
            strings.3,
        ),
    ])
}

const SHEET: &str = "<worksheet><sheetData>";
const SHEET_END: &str = "</sheetData></worksheet>";
const NO_STRINGS: (&str, &str, usize, &str) = ("<sst>", "", 1, "</sst>");

/// Workbooks that would take all memory or time, with what is said of each.
pub fn bombs() -> BTreeMap<&'static str, (Vec<u8>, &'static str)> {
    let million = 1_000_001;
    let row = |cells: usize| format!("<row>{}</row>", "<c><v>1</v></c>".repeat(cells));
    let wide = row(16_384);
    let square = format!("{SHEET}{}</sheetData><mergeCells>", row(400).repeat(100));
    let backwards: String = (1..300_000)
        .rev()
        .map(|row| format!("<row r='{row}'><c><v>1</v></c></row>"))
        .collect();
    let entities = "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><worksheet><sheetData>";
    BTreeMap::from([
        (
            "zeros",
            (
                bomb(("", "\0\0\0\0\0\0\0\0", 8 * million, ""), NO_STRINGS),
                "的文字太长",
            ),
        ),
        (
            "corner",
            (
                bomb(
                    (
                        SHEET,
                        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
                        1,
                        SHEET_END,
                    ),
                    NO_STRINGS,
                ),
                "没有带“姓名”的表头",
            ),
        ),
        (
            "merged",
            (
                bomb(
                    (
                        "<worksheet><sheetData/><mergeCells>",
                        "<mergeCell ref='A1:B2'/>",
                        million,
                        "</mergeCells></worksheet>",
                    ),
                    NO_STRINGS,
                ),
                "合并的单元格超过 10000 个",
            ),
        ),
        (
            "strings",
            (
                bomb(
                    (SHEET, "", 1, SHEET_END),
                    ("<sst>", "<si><t>a</t></si>", million, "</sst>"),
                ),
                "共用的文字超过 1000000 个",
            ),
        ),
        (
            "announced",
            (
                bomb(
                    (SHEET, "", 1, SHEET_END),
                    ("<sst uniqueCount='1000000000000'>", "", 1, "</sst>"),
                ),
                "没有带“姓名”的表头",
            ),
        ),
        (
            "entities",
            (
                bomb(
                    (
                        entities,
                        "<row><c t='str'><v>&b;</v></c></row>",
                        1,
                        SHEET_END,
                    ),
                    NO_STRINGS,
                ),
                "带有实体声明",
            ),
        ),
        (
            "cut",
            (
                bomb((SHEET, "<row>", 1, ""), NO_STRINGS)[..400].to_vec(),
                "不是表格文件，或者坏了",
            ),
        ),
        (
            "large",
            (
                bomb(
                    (
                        "<worksheet><!--",
                        "<<<<<<<<<<",
                        6 * million,
                        "--></worksheet>",
                    ),
                    NO_STRINGS,
                ),
                "解开来太大",
            ),
        ),
        (
            "deep",
            (
                bomb(("<worksheet>", "<a>", million, ""), NO_STRINGS),
                "more than 100 levels",
            ),
        ),
        (
            "one text for many cells",
            (
                bomb(
                    (SHEET, "<row><c t='s'><v>0</v></c></row>", 2000, SHEET_END),
                    ("<sst><si><t>", "长", 30_000, "</t></si></sst>"),
                ),
                "各格的文字一共超过",
            ),
        ),
        (
            "a long text that is shared",
            (
                bomb(
                    (SHEET, "<row><c t='s'><v>0</v></c></row>", 2000, SHEET_END),
                    ("<sst><si><t>", "长", 300_000, "</t></si></sst>"),
                ),
                "的文字太长，一格最多 32767 个字",
            ),
        ),
        (
            "a text without end",
            (
                bomb(
                    (
                        "<worksheet><sheetData><row><c t='inlineStr'><is><t>",
                        "长长长长长长长长长长",
                        million,
                        "</t></is></c></row></sheetData></worksheet>",
                    ),
                    NO_STRINGS,
                ),
                "的文字太长，一格最多 32767 个字",
            ),
        ),
        (
            "columns",
            (
                bomb((SHEET, &wide, 60, SHEET_END), NO_STRINGS),
                "工作表“名册”用了超过 500 列",
            ),
        ),
        (
            "rows backwards",
            (
                bomb((SHEET, &backwards, 1, SHEET_END), NO_STRINGS),
                "有内容的行超过 50000 个",
            ),
        ),
        (
            "merged over each other",
            (
                bomb(
                    (
                        &square,
                        "<mergeCell ref='A1:XFD1048576'/>",
                        9000,
                        "</mergeCells></worksheet>",
                    ),
                    NO_STRINGS,
                ),
                "有内容的单元格超过 1000000 个",
            ),
        ),
        (
            "commas",
            (
                format!("姓名,身份证号{}\n", ",".repeat(10 * million)).into_bytes(),
                "用了超过 16384 列",
            ),
        ),
    ])
}

/// The name of who stands in a row.
fn name(row: u32) -> String {
    format!("人{}", char::from_u32(0x4e00 + row).expect("a character"))
}

#[test]
fn bombs_are_refused_with_the_reason() {
    let workspace = empty();
    let before = workspace.tree("data");
    for (name, (bytes, reason)) in bombs() {
        workspace.write("名册.xlsx", bytes);
        let shown = import(&workspace, 1, &["--yes"]);
        assert!(shown.contains(reason), "{name}: {shown}");
        assert_eq!(workspace.tree("data"), before, "{name}");
    }
}

#[test]
fn an_old_workbook_that_is_none_is_refused() {
    let workspace = empty();
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(4096, 0xff);
    workspace.write("名册.xlsx", &bytes);
    let shown = import(&workspace, 1, &["--yes"]);
    assert!(
        shown.contains("不是表格文件，或者坏了") || shown.contains("内存或时间"),
        "{shown}"
    );
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    workspace.write("名册.xlsx", bytes);
    assert!(import(&workspace, 1, &["--yes"]).contains("加了密码"));
}

/// A workbook with a sheet and other parts.
fn book(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        (
            "_rels/.rels",
            RELATIONS,
            OFFICE_DOCUMENT,
            1,
            "</Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            RELATIONS,
            WORKSHEET,
            1,
            "</Relationships>",
        ),
        ("xl/workbook.xml", BOOK, "", 1, ""),
        ("xl/worksheets/sheet1.xml", sheet, "", 1, ""),
    ];
    parts.extend(more.iter().map(|(name, said)| (*name, *said, "", 1, "")));
    archive(&parts)
}

/// A cell with a text.
fn said(cell: &str, text: &str) -> String {
    format!("<c r='{cell}' t='inlineStr'><is><t>{text}</t></is></c>")
}

/// The heads and some rows below, each a member with the XML of one cell more; what stands
/// behind the rows.
fn roster(head: &str, cells: &[&str], behind: &str) -> String {
    let heads = [said("A1", "姓名"), said("B1", "身份证号"), said("C1", head)].concat();
    let rows = cells.iter().zip(2_u32..).map(|(cell, row)| {
        let member = said(&format!("A{row}"), &name(row)) + &said(&format!("B{row}"), &id(row));
        format!(
            "<row r='{row}'>{member}{}</row>",
            cell.replace("HERE", &format!("r='C{row}'"))
        )
    });
    let rows: String = rows.collect();
    format!("{SHEET}<row r='1'>{heads}</row>{rows}</sheetData>{behind}</worksheet>")
}

/// What is said of a file.
fn read(workspace: &Workspace, bytes: &[u8], code: i32) -> String {
    workspace.write("名册.xlsx", bytes);
    import(workspace, code, &["--yes", "--org", BRANCH])
}

#[test]
fn formulas_without_a_value_are_told() {
    let workspace = empty();
    let cells = [
        "<c HERE><f>A1</f></c>",
        "<c HERE><f>A1</f><v/></c>",
        "<c HERE><f>A1</f><v></v></c>",
        "<c HERE><f t='shared' si='0'/></c>",
        "<c HERE t='str'><f>A1</f></c>",
        "<c HERE t='s'><f>A1</f><v/></c>",
        "<c HERE t='str'><f>A1</f><v></v></c>",
        "<c HERE t='str'><f>A1</f><v>甘肃会宁</v></c>",
        "<c HERE><v/></c>",
    ];
    let shown = read(&workspace, &book(&roster("籍贯", &cells, ""), &[]), 1);
    for row in 2..11 {
        let is_told = shown.contains(&format!("    C{row} 籍贯“=…”：是公式"));
        assert_eq!(is_told, row < 8, "{row}\n{shown}");
    }
    let file = text(&workspace, &format!("{MEMBERS}/{}.yaml", name(9)));
    assert!(file.contains("籍贯: 甘肃会宁\n"), "{file}");
}

/// What is not shown as a date is none, and a date is as exact as it is shown.
#[test]
fn dates_are_what_the_cell_shows() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/>\
                  <numFmt numFmtId='165' formatCode='h:mm'/><numFmt numFmtId='166' formatCode='m/d'/>\
                  <numFmt numFmtId='167' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/></numFmts>\
                  <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>\
                  <xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/></cellXfs></styleSheet>";
    let cases = [
        ("1", "33055", Some("1990-07-01")),
        ("1", "33055.75", Some("1990-07-01")),
        ("2", "33055", Some("1990")),
        ("5", "33055", Some("1990-07")),
        ("3", "33055.5", None),
        ("3", "0.75", None),
        ("4", "33055", None),
        ("1", "0", None),
        ("1", "0.5", None),
        ("1", "-1", None),
        ("1", "60", None),
        ("1", "1e300", None),
    ];
    let cells = cases.map(|(format, value, _)| format!("<c HERE s='{format}'><v>{value}</v></c>"));
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let workspace = empty();
    let sheet = roster("入党时间", &cells, "");
    let shown = read(&workspace, &book(&sheet, &[("xl/styles.xml", styles)]), 1);
    for ((format, value, date), row) in cases.iter().zip(2..) {
        let file = text(&workspace, &format!("{MEMBERS}/{}.yaml", name(row)));
        let line = date.map(|date| format!("入党日期: {date}\n"));
        let found = file
            .split_inclusive('\n')
            .find(|line| line.starts_with("入党日期"));
        assert_eq!(found, line.as_deref(), "{value} as {format}");
        let is_told = shown.contains(&format!("    C{row} 入党时间"));
        assert_eq!(is_told, date.is_none(), "{value} as {format}\n{shown}");
    }
}

#[test]
fn damaged_workbooks_lose_no_row() {
    let workspace = empty();
    let whole = roster("籍贯", &["", ""], "");
    let strings = [("xl/sharedStrings.xml", "<sst><si><t>会宁</t></si></sst>")];
    let with = |cell: &str| roster("籍贯", &["", cell], "");
    let merged = |range: &str| {
        roster(
            "籍贯",
            &[""],
            &format!("<mergeCells><mergeCell ref='{range}'/></mergeCells>"),
        )
    };
    for (sheet, reason) in [
        (
            whole.replace("<row r='3'", "<row r='2'"),
            "第 2 行 写了两次",
        ),
        (with(&said("A3", "乙")), "A3 写了两次"),
        (with("<c r='C3'><v>1</v><v>2</v></c>"), "C3 写了两次"),
        (
            whole.replace("</sheetData>", "</sheetData><sheetData/>"),
            "写了两次",
        ),
        (with("<c r='A4'/>"), "A4 不是表格里的位置"),
        (with("<c r='A4294967299'/>"), "不是表格里的位置"),
        (with("<c r='ZZZZZZZZZ3'/>"), "ZZZZZZZZZ3 不是表格里的位置"),
        (with("<c r='XFE3'/>"), "XFE3 不是表格里的位置"),
        (
            whole.replace("<row r='3'", "<row r='1048577'"),
            "不是表格里的位置",
        ),
        (
            whole.replace("<row r='3'", "<row r='0'"),
            "第 0 行 不是表格里的位置",
        ),
        (merged("A1:A99999999999"), "不是表格里的位置"),
        (merged("B2:A1"), "不是表格里的位置"),
        (
            with("<c r='C3' t='n'><v>abc</v></c>"),
            "“名册”的 C3 里面不是它说的数或者文字",
        ),
        (with("<c r='C3'><v>NaN</v></c>"), "C3 里面不是它说的"),
        (with("<c r='C3' t='s'><v>1</v></c>"), "C3 里面不是它说的"),
        (with("<c r='C3' t='x'><v>1</v></c>"), "C3 里面不是它说的"),
        (with("<c r='C3'><v>1&b;</v></c>"), "&b;"),
        (whole.replace("</row>", ""), "坏了"),
        (whole.replace("</worksheet>", ""), "坏了"),
        ("<worksheet/>".to_owned(), "坏了"),
        (with("<C r='C3'><v>1</v></C>"), "坏了"),
        (with("<c r='C3'><w>1</w></c>"), "C3 里面不是它说的"),
        (with("<c r='C3' r='C4'/>"), "坏了"),
        (with("<c r='C3' s/>"), "坏了"),
    ] {
        let shown = read(&workspace, &book(&sheet, &strings), 1);
        assert!(shown.contains(reason), "{reason}\n{shown}");
        assert_eq!(workspace.tree(MEMBERS).len(), 0, "{reason}");
    }
    // Whatever order they come in, rows and cells are where they say.
    let row = |row: u32| {
        format!(
            "<row r='{row}'>{}{}</row>",
            said(&format!("B{row}"), &id(row)),
            said(&format!("A{row}"), "甲")
        )
    };
    let [two, three] = [row(2), row(3)];
    let heads = [said("A1", "姓名"), said("B1", "身份证号")].concat();
    let sheet = format!("{SHEET}{three}{two}<row r='1'>{heads}</row></sheetData></worksheet>");
    let shown = read(&workspace, &book(&sheet, &[]), 0);
    assert!(shown.contains("读到 2 行 = 新建 2"), "{shown}");
}

#[test]
fn a_sheet_that_is_not_there_is_told() {
    let workspace = empty();
    let bytes = archive(&[
        (
            "_rels/.rels",
            RELATIONS,
            OFFICE_DOCUMENT,
            1,
            "</Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            RELATIONS,
            WORKSHEET,
            1,
            "</Relationships>",
        ),
        ("xl/workbook.xml", BOOK, "", 1, ""),
    ]);
    assert!(read(&workspace, &bytes, 1).contains("没有工作表“名册”的内容"));
    // Some programs set the names of parts apart as Windows does.
    let sheet = roster("籍贯", &[""], "");
    let bytes = archive(&[
        (
            "_rels\\.rels",
            RELATIONS,
            OFFICE_DOCUMENT,
            1,
            "</Relationships>",
        ),
        (
            "xl\\_rels\\workbook.xml.rels",
            RELATIONS,
            WORKSHEET,
            1,
            "</Relationships>",
        ),
        ("xl\\workbook.xml", BOOK, "", 1, ""),
        ("xl\\worksheets\\sheet1.xml", &sheet, "", 1, ""),
    ]);
    assert!(read(&workspace, &bytes, 0).contains("读到 1 行 = 新建 1"));
}

/// What is much and says nothing is no reason to refuse a sheet.
#[test]
fn empty_cells_and_wide_titles_are_read() {
    let workspace = empty();
    // More than a million, of which none has a value; a title merged over all columns.
    let empties = format!("<row>{}</row>", "<c s='1'/>".repeat(10_001)).repeat(100);
    let title = "<mergeCells><mergeCell ref='A1:XFD1'/></mergeCells>";
    let sheet = roster("籍贯", &[""], title);
    let sheet = sheet.replace("</sheetData>", &format!("{empties}</sheetData>"));
    let shown = read(&workspace, &book(&sheet, &[]), 0);
    assert!(shown.contains("读到 1 行 = 新建 1"), "{shown}");
}

#[test]
fn files_of_other_kinds_are_told_with_the_way_out() {
    let workspace = empty();
    let file = workspace.path("名册.xlsx").display().to_string();
    let zip = |name: &str| {
        archive(&[
            (name, "<a/>", "", 1, ""),
            ("META-INF/manifest.xml", "", "", 1, ""),
        ])
    };
    for (bytes, kind) in [
        (
            "<html><table><tr><td>姓名</td></tr></table></html>".into(),
            "其实是网页（HTML）",
        ),
        ("\u{feff}<table border=1>".into(), "其实是网页（HTML）"),
        ("MIME-Version: 1.0\r\n".into(), "网页（MHTML）"),
        (
            "<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>".into(),
            "XML 的表格",
        ),
        (
            "<?xml version='1.0'?><office:document>".into(),
            "XML 的表格",
        ),
        ("%PDF-1.7".into(), "是 PDF"),
        ("{\\rtf1 a}".into(), "是文字文档"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "是图片"),
        (b"\xff\xd8\xff\xe0".to_vec(), "是图片"),
        (zip("content.xml"), "OpenDocument"),
        (zip("xl/workbook.bin"), "XLSB"),
        (zip("word/document.xml"), "是文字文档"),
        (zip("名册.xlsx"), "是压缩包"),
    ] {
        let shown = read(&workspace, &bytes, 1);
        assert!(shown.contains(kind), "{kind}\n{shown}");
        assert!(
            shown.contains(".xlsx") || shown.contains("解开来"),
            "{shown}"
        );
        let run = workspace.expect(1, &["--lang", "en", "import", &file]);
        assert!(run.stderr.contains(" is not read: "), "{}", run.stderr);
    }
    let shown = read(&workspace, "姓名,身份证号\n甲,1\0\n".as_bytes(), 1);
    assert!(shown.contains("不是文字：第 2 行里有空字符"), "{shown}");
}

#[test]
fn lines_in_a_cell_end_in_one_way() {
    let workspace = empty();
    let cell = "<c HERE t='inlineStr'><is><r><t>甘肃_x000D_\n</t></r><r><t>会宁</t></r><rPh><t>gan</t></rPh></is></c>";
    read(&workspace, &book(&roster("备注", &[cell], ""), &[]), 0);
    let file = text(&workspace, &format!("{MEMBERS}/{}.yaml", name(2)));
    assert!(file.contains("甘肃") && file.contains("会宁"), "{file}");
    assert!(
        !file.contains("\\r") && !file.contains('\r') && !file.contains("gan"),
        "{file}"
    );
}
