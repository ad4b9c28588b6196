//! Sheets become members' files: every guess is shown, every row is accounted for.

use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::common::Workspace;
use super::common::sample::{self, OFFICE, ZHANG};

pub const BRANCH: &str = "县直机关工委/政府办党支部";
pub const MEMBERS: &str = "data/县直机关工委/政府办党支部/党员";

/// The sample without members.
pub fn empty() -> Workspace {
    let workspace = sample::workspace();
    for path in workspace
        .tree("data")
        .into_keys()
        .filter(|path| path.contains("/党员/"))
    {
        workspace.remove(&format!("data/{path}"));
    }
    workspace
}

/// An ID number of a serial, with its check digit (ISO 7064 MOD 11-2).
pub fn id(serial: u32) -> String {
    let body = format!("622423197{:01}0101{serial:03}", serial % 10);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body
        .bytes()
        .zip(weights)
        .map(|(c, w)| u32::from(c - b'0') * w)
        .sum();
    let check = b"10X98765432"[sum as usize % 11] as char;
    format!("{body}{check}")
}

/// A CSV of rows at the top of a workspace.
pub fn csv(workspace: &Workspace, rows: &[&[&str]]) {
    let rows = rows.iter().map(|row| row.join(",") + "\n");
    workspace.write("名册.csv", rows.collect::<String>());
}

pub fn import(workspace: &Workspace, code: i32, more: &[&str]) -> String {
    let file = workspace.path("名册.csv");
    let file = if file.exists() {
        file
    } else {
        workspace.path("名册.xlsx")
    };
    let file = file.to_str().expect("UTF-8").to_owned();
    let run = workspace.expect(code, &[&["import", &file], more].concat());
    run.stdout + &run.stderr
}

pub fn text(workspace: &Workspace, path: &str) -> String {
    String::from_utf8(workspace.read(path)).expect("UTF-8")
}

#[test]
fn a_roster_becomes_files_and_again_changes_nothing() {
    let workspace = empty();
    let [one, two] = [id(1), id(2)];
    let (tab_one, tab_two) = (format!("\t{one}"), format!("\t{two}"));
    csv(
        &workspace,
        &[
            &["党员花名册"],
            &[
                "序号",
                "姓名",
                "性别",
                "民族",
                "出生日期",
                "身份证号",
                "入党时间",
                "手机",
                "所在党支部",
                "年龄",
                "喜好",
            ],
            &[
                "1",
                "李𬱖",
                "男性",
                "汉",
                "1971.1.1",
                &tab_one,
                "1995年7月1日",
                "138 9300 1234",
                "政府办党支部",
                "45",
                "棋",
            ],
            &[
                "2",
                "阿依古丽•买买提",
                "女",
                "维族",
                "1972-01-01",
                &tab_two,
                "19960701",
                "",
                "政府办党支部",
                "40",
                "",
            ],
        ],
    );
    let before = workspace.tree("data");
    let shown = import(&workspace, 0, &["--dry-run"]);
    assert_eq!(workspace.tree("data"), before);
    assert!(!workspace.path("导入.yaml").exists());
    for line in [
        "  出生日期 → 出生年月\n",
        "  喜好 → 不取\n",
        "  年龄 → 核对\n",
        "  民族：维族 → 维吾尔族（1 格）\n",
        "  政府办党支部 → 县直机关工委/政府办党支部\n",
        "年龄：表里是“40”，算出来是“44”\n",
        "读到 2 行 = 新建 2 + 并入 0 + 不取 0\n",
    ] {
        assert!(shown.contains(line), "{line}{shown}");
    }
    assert!(
        !shown.contains(&one) && !shown.contains("13893001234"),
        "{shown}"
    );
    import(&workspace, 1, &[]);
    assert_eq!(workspace.tree("data"), before, "without --yes");
    assert!(workspace.path("导入.yaml").exists());
    import(&workspace, 0, &["--yes"]);
    let expected = format!(
        "姓名: 李𬱖\n性别: 男\n出生年月: 1971-01-01\n民族: 汉族\n身份证号码: \"{one}\"\n\
         手机号码: \"13893001234\"\n入党日期: 1995-07-01\n"
    );
    assert_eq!(text(&workspace, &format!("{MEMBERS}/李𬱖.yaml")), expected);
    let second = text(&workspace, &format!("{MEMBERS}/阿依古丽·买买提.yaml"));
    assert!(
        second.starts_with("姓名: 阿依古丽·买买提\n性别: 女\n"),
        "{second}"
    );
    let (data, mapping) = (workspace.tree("data"), workspace.read("导入.yaml"));
    let again = import(&workspace, 0, &["--yes"]);
    assert!(
        again.contains("读到 2 行 = 新建 0 + 并入 2 + 不取 0\n"),
        "{again}"
    );
    assert_eq!(
        (workspace.tree("data"), workspace.read("导入.yaml")),
        (data, mapping)
    );
    workspace.expect(0, &["check"]);
}

/// A sheet in the columns of a form, those of the workspace's own among them, has its heads
/// as the form has them.
#[test]
fn heads_of_forms_are_known() {
    let workspace = empty();
    workspace.write(
        "layouts/联系表/form.yaml",
        "编号: 联系表\n标题: 联系表\n纸张: 横向\n范围: 党支部\n对象: [在册]\n\
         输出: \"{{ org }}/联系表.pdf\"\n列:\n  - {键: 姓名, 表头: \"姓名\", 宽: 20}\n  \
         - {键: 现居住地, 表头: \"现在\\n住哪里\", 宽: 40}\n",
    );
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "流动时间（年 月 日）", "现在住哪里"],
            &["张建国", "622423196503121236", "2014-05-01", "北京市朝阳区"],
        ],
    );
    import(&workspace, 0, &["--yes", "--org", BRANCH]);
    let file = text(&workspace, &format!("{MEMBERS}/张建国.yaml"));
    for line in ["现居住地: 北京市朝阳区\n", "  流出日期: 2014-05-01\n"] {
        assert!(file.contains(line), "{file}");
    }
}

#[test]
fn what_is_not_sure_waits_for_an_answer() {
    let workspace = empty();
    let one = id(1);
    csv(
        &workspace,
        &[
            &[
                "姓名",
                "身份证号",
                "学历",
                "失去联系日期",
                "入党时间",
                "联系电话",
                "手机",
            ],
            &[
                "李明",
                &one,
                "大专",
                "2012.1.10",
                "1990.1",
                "13893001234",
                "13893001235",
            ],
        ],
    );
    let options = ["--org", BRANCH, "--yes"];
    let shown = import(&workspace, 1, &options);
    for line in [
        "？学历 → 待定（学历学位.全日制教育.学历、学历学位.在职教育.学历、不取）\n",
        "？失去联系日期 → 待定（失联.最后组织生活、失联.最后交纳党费、不取）\n",
        "？手机 → 待定（手机号码、不取）\n",
        "E2 入党时间“1990.1”：可能是 1990-01、1990-10",
        "还缺：性别、出生年月、民族、入党日期\n",
    ] {
        assert!(shown.contains(line), "{line}{shown}");
    }
    let path = format!("{MEMBERS}/李明.yaml");
    let written = text(&workspace, &path);
    assert_eq!(
        written,
        format!("姓名: 李明\n身份证号码: \"{one}\"\n手机号码: \"13893001234\"\n")
    );
    let mapping = text(&workspace, "导入.yaml");
    let answered = mapping
        .replace(
            "待定（学历学位.全日制教育.学历、学历学位.在职教育.学历、不取）",
            "学历学位.在职教育.学历 # 问过",
        )
        .replace(
            "待定（失联.最后组织生活、失联.最后交纳党费、不取）",
            "失联.最后组织生活",
        )
        .replace("待定（手机号码、不取）", "不取")
        .replace("待定（1990-01、1990-10）", "1990-10");
    workspace.write("导入.yaml", &answered);
    import(&workspace, 0, &options);
    assert_eq!(text(&workspace, "导入.yaml"), answered);
    let written = text(&workspace, &path);
    for line in [
        "入党日期: 1990-10\n",
        "学历学位:\n  在职教育:\n    学历: 大专\n",
        "失联:\n  最后组织生活: 2012-01-10\n",
    ] {
        assert!(written.contains(line), "{line}{written}");
    }
    workspace.write(
        "导入.yaml",
        answered.replace("失联.最后组织生活", "失联.最后"),
    );
    let wrong = import(&workspace, 1, &options);
    let line = 1 + answered
        .lines()
        .position(|line| line.contains("失联.最后组织生活"))
        .expect("there");
    assert!(
        wrong.contains(&format!(
            "：导入.yaml:{line}:11：这里不能写“失联.最后”：列写键名"
        )),
        "{wrong}"
    );
}

#[test]
fn rows_that_cannot_be_taken_are_each_named() {
    let workspace = empty();
    let ids: Vec<String> = (1..9).map(id).collect();
    let wrong = format!(
        "{}{}",
        &ids[5][..17],
        if ids[5].ends_with('0') { "1" } else { "0" }
    );
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "所在党支部"],
            &["甲", &ids[0], "政府办党支部"],
            &["乙", &ids[1], "政府办党支部"],
            &["丙", &ids[1], "县医院党支部"],
            &["", &ids[2], "政府办党支部"],
            &["丁", "", "政府办党支部"],
            &["戊", &wrong, "政府办党支部"],
            &["己", "6.22423E+17", "政府办党支部"],
            &["庚", "622423650312123", "政府办党支部"],
            &["辛", &ids[6], "没有的党支部"],
            &["壬", &ids[7], ""],
            &["姓名", "身份证号", "所在党支部"],
            &["癸", &ids[3], "中共会宁县人民政府办公室支部委员会"],
        ],
    );
    let shown = import(&workspace, 1, &["--yes"]);
    for line in [
        "名册 第 2 行 甲：新建 ",
        "名册 第 3 行 乙：不取，身份证号码与 名册 第 4 行 相同",
        "名册 第 4 行 丙：不取，身份证号码与 名册 第 3 行 相同",
        "名册 第 5 行：不取，没有姓名",
        "名册 第 6 行 丁：不取，没有身份证号码",
        "名册 第 7 行 戊：不取，身份证号码不对",
        "名册 第 8 行 己：不取，身份证号码位数不全",
        "名册 第 9 行 庚：不取，身份证号码是 15 位的旧号码",
        "名册 第 10 行 辛：不取，没有哪个党支部（或不止一个）叫“没有的党支部”",
        "名册 第 11 行 壬：不取，不知道是哪个党支部的",
        "名册 第 13 行 癸：新建 ",
        "读到 11 行 = 新建 2 + 并入 0 + 不取 9\n",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    let files = workspace.tree(MEMBERS);
    assert_eq!(
        files.into_keys().collect::<Vec<_>>(),
        ["甲.yaml", "癸.yaml"]
    );
}

#[test]
fn a_file_that_is_there_is_merged_by_the_id_number() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "民族: 汉族", "民族: 汉   # 档案如此");
    workspace.edit(ZHANG, "月应交", "现居住地: 会宁县\n月应交");
    let before = text(&workspace, ZHANG);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "民族", "籍贯", "出生日期", "现居住地"],
            &[
                "张建国",
                "622423196503121236",
                "汉族",
                "甘肃会宁",
                "1965年3月",
                "北京",
            ],
        ],
    );
    let shown = import(&workspace, 1, &["--yes"]);
    assert!(shown.contains("现居住地：文件里是"), "{shown}");
    let merged = text(&workspace, ZHANG);
    let new: Vec<&str> = merged
        .lines()
        .filter(|line| !before.contains(line))
        .collect();
    assert_eq!(new, ["籍贯: 甘肃会宁"], "{merged}");
    assert!(before.lines().all(|line| merged.contains(line)));
    import(&workspace, 0, &["--yes", "--take", "file"]);
    assert_eq!(text(&workspace, ZHANG), merged);
    import(&workspace, 0, &["--yes", "--take", "sheet"]);
    let taken = text(&workspace, ZHANG);
    let new: Vec<&str> = taken
        .lines()
        .filter(|line| !merged.contains(line))
        .collect();
    assert_eq!(new, ["现居住地: 北京"], "{taken}");
    assert!(taken.contains("民族: 汉   # 档案如此\n"));
    // Of another branch, he is refused.
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "支部"],
            &["张建国", "622423196503121236", "县医院党支部"],
        ],
    );
    let shown = import(&workspace, 1, &["--yes"]);
    assert!(shown.contains("不取，本人的文件在别的党支部"), "{shown}");
    assert_eq!(text(&workspace, ZHANG), taken);
}

/// A workbook of another program, with what such have in them.
fn workbook(path: &Path) {
    let mut workbook = Workbook::new();
    let hidden = workbook.add_worksheet();
    hidden.set_name("旧").expect("a name");
    hidden.set_hidden(true);
    hidden
        .write_row(0, 0, ["姓名", "身份证号"])
        .expect("written");
    let sheet = workbook.add_worksheet();
    sheet.set_name("名册").expect("a name").set_active(true);
    let plain = Format::new();
    sheet
        .merge_range(0, 0, 0, 7, "党员花名册", &plain)
        .expect("merged");
    for (column, head) in ["姓名", "身份证号"].iter().enumerate() {
        sheet
            .merge_range(1, column as u16, 2, column as u16, head, &plain)
            .expect("merged");
    }
    sheet
        .merge_range(1, 2, 1, 3, "在职教育", &plain)
        .expect("merged");
    sheet.write_row(2, 2, ["学历", "学位"]).expect("written");
    for (column, head) in ["入党时间", "转正时间", "手机", "备注"].iter().enumerate() {
        sheet
            .merge_range(1, 4 + column as u16, 2, 4 + column as u16, head, &plain)
            .expect("merged");
    }
    let day = ExcelDateTime::from_ymd(1990, 7, 1).expect("a day");
    let to_day = Format::new().set_num_format("yyyy-mm-dd");
    let to_month = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    sheet
        .write_row(3, 0, ["甲", &id(1), "大专", "文学学士"])
        .expect("written");
    sheet
        .write_with_format(3, 4, &day, &to_day)
        .expect("written");
    sheet
        .write_with_format(3, 5, &day, &to_month)
        .expect("written");
    sheet.write(3, 6, 13_893_001_234.0).expect("written");
    sheet.write(4, 0, "乙").expect("written");
    sheet
        .write(4, 1, 622_423_197_101_010_020_f64)
        .expect("written");
    sheet.write_row(5, 0, ["丙", &id(3)]).expect("written");
    sheet.write(5, 4, 33_055.0).expect("written");
    sheet.write(5, 5, 1990.1).expect("written");
    sheet.write_row(6, 0, ["丁", &id(4)]).expect("written");
    sheet
        .write_formula(6, 7, Formula::new("=A1").set_result(""))
        .expect("written");
    sheet.set_row_hidden(5).expect("hidden");
    sheet.set_column_hidden(6).expect("hidden");
    workbook.save(path).expect("saved");
}

#[test]
fn workbooks_are_read_as_they_are_seen() {
    let workspace = empty();
    workbook(&workspace.path("名册.xlsx"));
    let shown = import(&workspace, 1, &["--org", BRANCH, "--yes"]);
    for line in [
        "工作表“旧”：是隐藏的",
        "  隐藏的行也读了：6\n",
        "  隐藏的列也读了：G\n",
        "  在职教育/学历 → 学历学位.在职教育.学历\n",
        "名册 第 5 行 乙：不取，身份证号码存成了数字",
        "F6 转正时间“1990.1”：可能是 1990-01、1990-10",
        "读到 4 行 = 新建 3 + 并入 0 + 不取 1\n",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    let first = text(&workspace, &format!("{MEMBERS}/甲.yaml"));
    for line in [
        "手机号码: \"13893001234\"",
        "入党日期: 1990-07-01",
        "转正日期: 1990-07\n",
        "    学位: 文学学士",
    ] {
        assert!(first.contains(line), "{line}\n{first}");
    }
    let third = text(&workspace, &format!("{MEMBERS}/丙.yaml"));
    assert!(
        third.contains("入党日期: 1990-07-01\n") && !third.contains("转正日期"),
        "{third}"
    );
}

#[test]
fn wrong_calls_are_told() {
    let workspace = sample::workspace();
    let run = workspace.expect(2, &["import", "没有.xlsx"]);
    assert!(run.stderr.contains("没有.xlsx"), "{}", run.stderr);
    csv(&workspace, &[&["姓名", "身份证号"], &["甲", &id(1)]]);
    import(&workspace, 2, &["--org", "县直机关工委"]);
    import(&workspace, 2, &["--take", "both"]);
    // Whoever stands in a file that cannot be read might be taken in once more.
    workspace.write(&format!("{MEMBERS}/坏.yaml"), "姓名: [\n");
    assert!(import(&workspace, 1, &["--yes", "--org", BRANCH]).contains("坏.yaml"));
    workspace.remove(&format!("{MEMBERS}/坏.yaml"));
    workspace.edit(OFFICE, "类型: 党支部", "类型: 党支部 # 一");
    import(&workspace, 0, &["--yes", "--org", BRANCH]);
}
