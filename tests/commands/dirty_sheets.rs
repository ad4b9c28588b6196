//! Sheets as branches have them: what could be taken wrongly without a word, is not.

use rust_xlsxwriter::{Format, Workbook};

use super::common::Workspace;
use super::importing::{BRANCH, MEMBERS, csv, empty, id, import, text};

const OF_BRANCH: [&str; 3] = ["--org", BRANCH, "--yes"];

/// The file of a member.
fn member(workspace: &Workspace, name: &str) -> String {
    text(workspace, &format!("{MEMBERS}/{name}.yaml"))
}

/// The names of the members' files.
fn members(workspace: &Workspace) -> Vec<String> {
    workspace.tree(MEMBERS).into_keys().collect()
}

/// A workbook of rows, of which cells are merged: row, first and last column, or last row.
fn merged(workspace: &Workspace, rows: &[&[&str]], ranges: &[(u32, u16, u32, u16)]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("名册").expect("a name");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, *cell).expect("written");
        }
    }
    for (row, column, last_row, last_column) in ranges {
        let text = rows[*row as usize][usize::from(*column)];
        let plain = Format::new();
        let done = sheet.merge_range(*row, *column, *last_row, *last_column, text, &plain);
        done.expect("merged");
    }
    let path = workspace.path("名册.xlsx");
    book.save(path).expect("saved");
}

/// What was said of a cell is of its person, wherever he stands the next time, and of
/// nobody else.
#[test]
fn an_answer_about_a_cell_belongs_to_a_person() {
    let workspace = empty();
    let ids = [1, 2, 3].map(id);
    let head = ["姓名", "身份证号", "入党时间"];
    let row = |name, at: usize, date| [name, ids[at].as_str(), date];
    let rows = [row("甲", 0, "1990.1"), row("乙", 1, "1995.1")];
    csv(&workspace, &[&head, &rows[0], &rows[1]]);
    import(&workspace, 1, &OF_BRANCH);
    let mapping = text(&workspace, "导入.yaml");
    let end = &ids[0][14..];
    assert!(
        mapping.contains(&format!("甲 {end}：1990.1: 待定（1990-01、1990-10）")),
        "{mapping}"
    );
    let answered = mapping
        .replace("待定（1990-01、1990-10）", "1990-10")
        .replace("待定（1995-01、1995-10）", "1995-01");
    workspace.write("导入.yaml", answered);
    // Others stand above, with a date in the same cell that is clear, or is not.
    for (date, code) in [("1985-03-01", 0), ("1985.1", 1)] {
        let third = row("丙", 2, date);
        csv(&workspace, &[&head, &third, &rows[1], &rows[0]]);
        let shown = import(&workspace, code, &OF_BRANCH);
        assert!(
            member(&workspace, "甲").contains("入党日期: 1990-10\n"),
            "{shown}"
        );
        assert!(
            member(&workspace, "乙").contains("入党日期: 1995-01\n"),
            "{shown}"
        );
        assert!(
            member(&workspace, "丙").contains("入党日期: 1985-03-01\n"),
            "{shown}"
        );
    }
    // Another value of the same person.
    csv(&workspace, &[&head, &row("甲", 0, "1991.1")]);
    assert!(import(&workspace, 1, &OF_BRANCH).contains("1991-01、1991-10"));
}

#[test]
fn a_sheet_that_was_left_out_is_so_in_its_own_file() {
    let workspace = empty();
    let one = id(1);
    csv(&workspace, &[&["姓名", "身份证号"], &["甲", &one]]);
    workspace.write("导入.yaml", "工作表:\n  别的.csv!名册: 不取\n");
    import(&workspace, 0, &OF_BRANCH);
    assert_eq!(members(&workspace), ["甲.yaml"]);
    workspace.write("导入.yaml", "工作表:\n  名册.csv!名册: 不取\n");
    assert!(import(&workspace, 0, &OF_BRANCH).contains("读到 0 行"));
}

#[test]
fn what_stands_below_the_head_of_somebody_else_is_not_the_members() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    let heads = ["姓名", "身份证号", "配偶情况", "", "", "家庭主要成员", ""];
    let below = ["", "", "姓名", "民族", "身份证号", "姓名", "出生年月"];
    let row = ["甲", &one, "李花", "回族", &other, "李花", "1972.3"];
    let ranges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 6)];
    merged(&workspace, &[&heads, &below, &row], &ranges);
    let shown = import(&workspace, 1, &OF_BRANCH);
    for line in [
        "？配偶情况/民族 → 待定（民族、不取）",
        "家庭主要成员/出生年月 → 不取",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    let written = format!("姓名: 甲\n身份证号码: \"{one}\"\n");
    assert_eq!(member(&workspace, "甲"), written);
}

#[test]
fn an_id_number_is_one_however_it_is_broken() {
    let workspace = empty();
    let one = id(1);
    let broken = format!("\"{}\n{}\"", &one[..6], &one[6..]);
    csv(
        &workspace,
        &[&["姓名", "身份证号"], &["甲", &broken], &["乙", &one]],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(shown.contains("新建 0 + 并入 0 + 不取 2"), "{shown}");
    for written in [broken, format!("\"=\"\"{one}\"\"\""), format!("'{one}")] {
        csv(&workspace, &[&["姓名", "身份证号"], &["甲", &written]]);
        import(&workspace, 0, &OF_BRANCH);
        assert!(member(&workspace, "甲").contains(&format!("身份证号码: \"{one}\"\n")));
    }
}

#[test]
fn heads_that_come_again_are_those_of_the_rows_below() {
    let workspace = empty();
    let [one, other, third] = [1, 2, 3].map(id);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "入党时间", "转正时间"],
            &["甲", &one, "1990-07-01", "1991-07-01"],
            &["姓名", "身份证号", "转正时间", "入党时间"],
            &["乙", &other, "1996-07-01", "1995-07-01"],
            &["姓名", "身份证号", "籍贯"],
            &["丙", &third, "会宁"],
        ],
    );
    let shown = import(&workspace, 0, &OF_BRANCH);
    assert!(shown.contains("读到 3 行 = 新建 3"), "{shown}");
    let second = member(&workspace, "乙");
    assert!(
        second.contains("入党日期: 1995-07-01\n转正日期: 1996-07-01\n"),
        "{second}"
    );
    assert!(member(&workspace, "丙").contains("籍贯: 会宁\n"));
}

#[test]
fn rosters_side_by_side_are_not_read() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "", "姓名", "身份证号"],
            &["甲", &one, "", "乙", &other],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(
        shown.contains("并排有几张名册（A、D 列都是“姓名”）"),
        "{shown}"
    );
    assert!(members(&workspace).is_empty());
}

#[test]
fn heads_may_stand_far_below() {
    let workspace = empty();
    let one = id(1);
    let notes: Vec<[&str; 1]> = vec![["填表说明"]; 80];
    let mut rows: Vec<&[&str]> = notes.iter().map(|note| &note[..]).collect();
    let person = ["甲", &one];
    rows.extend([&["*姓名", "身份证号码（18位）"][..], &person]);
    csv(&workspace, &rows);
    import(&workspace, 0, &OF_BRANCH);
    assert_eq!(members(&workspace), ["甲.yaml"]);
}

/// 无 in a column of places makes nobody a member who is away.
#[test]
fn signs_for_nothing_make_no_block() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    csv(
        &workspace,
        &[
            &[
                "姓名",
                "身份证号",
                "外出流向",
                "转出去向",
                "党内职务",
                "手机",
                "备注",
            ],
            &["甲", &one, "无", "/", "无", "—", "暂无"],
            &["乙", &other, "深圳", "", "书记", "13893001234", "无异议"],
        ],
    );
    let shown = import(&workspace, 0, &OF_BRANCH);
    assert_eq!(
        member(&workspace, "甲"),
        format!("姓名: 甲\n身份证号码: \"{one}\"\n")
    );
    assert!(shown.contains("外出流向：无 → （空）（1 格）"), "{shown}");
    let second = member(&workspace, "乙");
    assert!(
        second.contains("外出流向: 深圳") && second.contains("备注: 无异议"),
        "{second}"
    );
    // The block lacks what it must have.
    assert!(shown.contains("流动.流出日期"), "{shown}");
    // An answer says that it is meant.
    let mapping = text(&workspace, "导入.yaml");
    workspace.write(
        "导入.yaml",
        mapping.replace("    暂无: \"\"", "    暂无: 暂无"),
    );
    import(&workspace, 0, &OF_BRANCH);
    assert!(
        member(&workspace, "甲").contains("备注: 暂无\n"),
        "{mapping}"
    );
}

#[test]
fn rows_about_nobody_are_named_and_not_counted() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    let rows: [&[&str]; 8] = [
        &["党员花名册", "", "", ""],
        &["序号", "姓名", "身份证号", "所在党支部"],
        &["1", "甲", &one, "政府办党支部"],
        &["第二党小组", "", "", ""],
        &["2", "乙", &other, "政府办党支部"],
        &["合计：2人", "", "", ""],
        &["填表人：丁", "", "电话：0943-3221234", ""],
        &["备注", "", "", ""],
    ];
    let across = |row| (row, 0, row, 3);
    let ranges = [across(0), across(3), across(5), (6, 0, 6, 1), (6, 2, 6, 3)];
    merged(&workspace, &rows, &ranges);
    let shown = import(&workspace, 0, &["--yes"]);
    assert!(
        shown.contains("读到 2 行 = 新建 2 + 并入 0 + 不取 0"),
        "{shown}"
    );
    for line in [
        "  名册 第 4 行：第二党小组\n",
        "  名册 第 6 行：合计：2人\n",
        "  名册 第 7 行：填表人：丁　电话：",
        "  名册 第 8 行：备注\n",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    let mapping = text(&workspace, "导入.yaml");
    assert!(
        !mapping.contains("合计") && !mapping.contains(": 待定"),
        "{mapping}"
    );
}

#[test]
fn a_person_over_two_rows_is_one() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    let rows: [&[&str]; 5] = [
        &["姓名", "身份证号", "备注"],
        &["甲", &one, "妻子"],
        &["", "", "儿子"],
        &["乙", &other, "无事"],
        &["", "", ""],
    ];
    let ranges = [
        (1, 0, 2, 0),
        (1, 1, 2, 1),
        (3, 0, 4, 0),
        (3, 1, 4, 1),
        (3, 2, 4, 2),
    ];
    merged(&workspace, &rows, &ranges);
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(
        shown.contains("名册 第 3 行 甲：不取，姓名和身份证号码与第 2 行合并"),
        "{shown}"
    );
    assert!(
        shown.contains("读到 3 行 = 新建 2 + 并入 0 + 不取 1"),
        "{shown}"
    );
    assert!(member(&workspace, "甲").contains("备注: 妻子\n"));
}

#[test]
fn an_odd_character_does_not_cost_the_person() {
    let workspace = empty();
    let [one, other, third] = [1, 2, 3].map(id);
    let long = "长".repeat(25_000);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "备注", "籍贯"],
            &["甲", &one, "一\u{2028}二", "会宁"],
            &["乙", &other, "甘\u{9b}31m肃", "会宁"],
            &["丙", &third, &long, "会宁"],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(shown.contains("新建 3 + 并入 0 + 不取 0"), "{shown}");
    assert!(member(&workspace, "甲").contains("备注: \"一\\n二\"\n"));
    for name in ["乙", "丙"] {
        let written = member(&workspace, name);
        assert!(
            written.contains("籍贯: 会宁\n") && !written.contains("备注"),
            "{written}"
        );
    }
    assert!(
        shown.contains("C3 备注") && shown.contains("里面有不能用的字符，或者太长"),
        "{shown}"
    );
}

#[test]
fn names_with_something_more_are_asked_about() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号"],
            &["李四(预备)", &one],
            &["钱七 去世", &other],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(members(&workspace).is_empty(), "{shown}");
    assert!(
        shown.contains("第 2 行 李四(预备)：不取，姓名里有别的字样"),
        "{shown}"
    );
    let mapping = text(&workspace, "导入.yaml");
    let answered = mapping
        .replace("待定（李四）", "李四")
        .replace("待定（钱七去世）", "钱七");
    workspace.write("导入.yaml", answered);
    import(&workspace, 0, &OF_BRANCH);
    assert_eq!(members(&workspace), ["李四.yaml", "钱七.yaml"]);
}

#[test]
fn numbers_that_are_cut_short_are_not_taken() {
    let workspace = empty();
    let one = id(1);
    csv(
        &workspace,
        &[&["姓名", "身份证号", "手机"], &["甲", &one, "1.38930E+10"]],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(shown.contains("C2 手机“1.38930E+10”：位数不全"), "{shown}");
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "手机"],
            &["甲", &one, "13893001234.0"],
        ],
    );
    import(&workspace, 0, &OF_BRANCH);
    assert!(member(&workspace, "甲").contains("手机号码: \"13893001234\"\n"));
}

#[test]
fn lists_are_settled_too_and_spelling_is_no_difference() {
    let workspace = empty();
    let one = id(1);
    let file = format!(
        "姓名: 甲\n身份证号码: \"{one}\"\n月应交纳党费: 35.00 # 问过\n现居住地: 会宁县　城关\n现任党内职务: [书记, 组织委员]\n备注: |\n  一\n  二\n"
    );
    let path = format!("{MEMBERS}/甲.yaml");
    workspace.write(&path, &file);
    csv(
        &workspace,
        &[
            &[
                "姓名",
                "身份证号",
                "月交党费",
                "现居住地",
                "党内职务",
                "备注",
            ],
            &["甲", &one, "35", "会宁县 城关", "支部书记、组织委员", "三"],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(
        !shown.contains("    月应交纳党费：") && !shown.contains("    现居住地："),
        "{shown}"
    );
    assert!(
        shown.contains("用 --take sheet 或 --take file 定"),
        "{shown}"
    );
    let take = ["--org", BRANCH, "--yes", "--take", "sheet"];
    let shown = import(&workspace, 1, &take);
    assert!(
        shown.contains("备注：文件里是“一␊二”，表里是“三”；这一处只能在文件里手工改"),
        "{shown}"
    );
    let written = text(&workspace, &path);
    assert_eq!(
        written,
        file.replace("[书记, 组织委员]", "[支部书记, 组织委员]")
    );
}

#[test]
fn who_has_a_name_that_is_there_is_told() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    csv(
        &workspace,
        &[&["姓名", "身份证号"], &["甲", &one], &["甲", &other]],
    );
    let shown = import(&workspace, 0, &OF_BRANCH);
    assert!(
        shown.contains("已有同名的：data/县直机关工委/政府办党支部/党员/甲.yaml"),
        "{shown}"
    );
    assert_eq!(members(&workspace), ["甲-2.yaml", "甲.yaml"]);
    import(&workspace, 0, &OF_BRANCH);
    assert_eq!(members(&workspace).len(), 2);
}

#[test]
fn the_one_branch_needs_no_name() {
    let workspace = empty();
    let one = id(1);
    let left = workspace.path("data/县直机关工委/县医院党支部");
    std::fs::remove_dir_all(left).expect("removed");
    csv(&workspace, &[&["姓名", "身份证号"], &["甲", &one]]);
    import(&workspace, 0, &["--yes"]);
    assert_eq!(members(&workspace), ["甲.yaml"]);
    // What says otherwise is not taken into it.
    let other = id(2);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "所在党支部"],
            &["乙", &other, "别处支部"],
        ],
    );
    import(&workspace, 1, &["--yes"]);
    assert_eq!(members(&workspace), ["甲.yaml"]);
}

/// Whatever is to be decided is decided in the file that the call names.
#[test]
fn the_file_of_decisions_is_called_as_in_the_call() {
    let workspace = empty();
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "入党时间"],
            &["甲（原名乙）", &id(1), "1990.07"],
            &["丙", &id(2), "1990.1"],
        ],
    );
    let other = workspace.path("决定.yaml");
    let other = other.to_str().expect("UTF-8");
    let options = [&OF_BRANCH[..], &["--dry-run", "--mapping", other]].concat();
    let shown = import(&workspace, 1, &options);
    assert_eq!(shown.matches("在 决定.yaml 里定").count(), 3, "{shown}");
    assert!(!shown.contains("导入.yaml"), "{shown}");
}

#[test]
fn answers_are_read_as_they_are_meant() {
    let workspace = empty();
    let one = id(1);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "民族", "喜好"],
            &["甲", &one, "火星族", "棋"],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(shown.contains("？民族：火星族 → 待定"), "{shown}");
    let mapping = text(&workspace, "导入.yaml");
    // Nothing behind it is no decision.
    workspace.write("导入.yaml", mapping.replace("火星族: 待定", "火星族:"));
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(shown.contains("？民族：火星族 → 待定"), "{shown}");
    // Left out, and told so the next time.
    workspace.write("导入.yaml", mapping.replace("火星族: 待定", "火星族: 不取"));
    let shown = import(&workspace, 0, &OF_BRANCH);
    assert!(shown.contains("民族：火星族 → （空）（1 格）"), "{shown}");
    for (wrong, place) in [
        (
            mapping.replace("火星族: 待定", "火星族: 汉人族"),
            "“汉人族”不是这一列能写的值",
        ),
        (
            mapping.replace("喜好: 不取", "喜好: 核对"),
            "这里不能写“核对”",
        ),
        (
            mapping.replace("喜好: 不取", "喜好: 不取\n  喜好: 备注"),
            "“喜好”写了两次",
        ),
    ] {
        workspace.write("导入.yaml", wrong);
        let shown = import(&workspace, 1, &OF_BRANCH);
        assert!(
            shown.contains("导入.yaml:") && shown.contains(place),
            "{shown}"
        );
    }
}

#[test]
fn nothing_is_decided_where_nothing_is() {
    let workspace = Workspace::empty();
    let one = id(1);
    csv(&workspace, &[&["姓名", "身份证号"], &["甲", &one]]);
    assert!(import(&workspace, 1, &["--yes"]).contains("E0001"));
    assert!(!workspace.path("导入.yaml").exists());
    let workspace = empty();
    csv(&workspace, &[&["姓名", "身份证号"], &["甲", &one]]);
    let among = workspace.path(&format!("{MEMBERS}/决定.yaml"));
    let among = among.to_str().expect("UTF-8");
    import(&workspace, 2, &["--org", BRANCH, "--mapping", among]);
    assert!(members(&workspace).is_empty());
    csv(&workspace, &[&["一", "二"]]);
    assert!(import(&workspace, 1, &OF_BRANCH).contains("没有带“姓名”的表头"));
    assert!(!workspace.path("导入.yaml").exists());
}

/// A file that `new` has made, or somebody has begun, is filled.
#[test]
fn keys_with_nothing_behind_them_are_filled() {
    let workspace = empty();
    let one = id(1);
    let file = format!(
        "姓名: 甲\n身份证号码: \"{one}\"\n民族: # 待补\n籍贯: \"\"\n入党日期: ~\n学历学位:\n  在职教育: {{学历: \"\", 学位: \"\"}}\n现任党内职务: []\n"
    );
    let path = format!("{MEMBERS}/甲.yaml");
    workspace.write(&path, &file);
    csv(
        &workspace,
        &[
            &[
                "姓名",
                "身份证号",
                "民族",
                "籍贯",
                "入党时间",
                "在职学历",
                "全日制学历",
                "党内职务",
            ],
            &[
                "甲",
                &one,
                "汉族",
                "会宁",
                "1990-07-01",
                "大专",
                "中专",
                "书记、组织委员",
            ],
        ],
    );
    let shown = import(&workspace, 0, &OF_BRANCH);
    let written = text(&workspace, &path);
    for line in [
        "民族: 汉族 # 待补\n",
        "籍贯: ",
        "入党日期: 1990-07-01\n",
        "学历: \"大专\", 学位: \"\"}",
        "学历: 中专\n",
        "现任党内职务:\n  - 书记\n  - 组织委员\n",
    ] {
        assert!(written.contains(line), "{line}\n{written}\n{shown}");
    }
    import(&workspace, 0, &OF_BRANCH);
    assert_eq!(text(&workspace, &path), written);
}

#[test]
fn as_above_is_asked_about() {
    let workspace = empty();
    let [one, other] = [1, 2].map(id);
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "籍贯", "手机"],
            &["甲", &one, "会宁", "13893001234"],
            &["乙", &other, "同上", "〃"],
        ],
    );
    import(&workspace, 1, &OF_BRANCH);
    let written = member(&workspace, "乙");
    assert_eq!(written, format!("姓名: 乙\n身份证号码: \"{other}\"\n"));
}

/// Who is of another branch, as far as the sheet says so, is not taken into that of the call.
#[test]
fn another_branch_on_the_sheet_is_not_that_of_the_call() {
    let ids = [1, 2, 3].map(id);
    let head = ["姓名", "身份证号", "性别"];
    // In a title, and in a row between.
    let workspace = empty();
    let merged_rows: [&[&str]; 5] = [
        &["政府办党支部党员花名册", "", ""],
        &head,
        &["甲", &ids[0], "男"],
        &["中共会宁县人民医院支部委员会", "", ""],
        &["乙", &ids[1], "男"],
    ];
    merged(&workspace, &merged_rows, &[(0, 0, 0, 2), (3, 0, 3, 2)]);
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert_eq!(members(&workspace), ["甲.yaml"], "{shown}");
    assert!(
        shown.contains("乙：不取，表上写着“中共会宁县人民医院支部委员会”"),
        "{shown}"
    );
    // In a column, by a name that is not known.
    let workspace = empty();
    csv(
        &workspace,
        &[
            &["姓名", "身份证号", "所在党支部"],
            &["丙", &ids[2], "没有的党支部"],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(members(&workspace).is_empty(), "{shown}");
    assert!(
        shown.contains("？没有的党支部 → 待定（县直机关工委/政府办党支部）"),
        "{shown}"
    );
    // Decided on, it is asked about no more.
    workspace.write("导入.yaml", "党支部:\n  没有的党支部: 不取\n");
    let shown = import(&workspace, 0, &OF_BRANCH);
    assert!(members(&workspace).is_empty(), "{shown}");
    assert!(
        shown.contains("丙：不取，是“没有的党支部”的，导入.yaml 里写了不取"),
        "{shown}"
    );
}

#[test]
fn who_signs_and_what_sums_up_is_nobody() {
    let workspace = empty();
    let one = id(1);
    csv(
        &workspace,
        &[
            &["序号", "姓名", "身份证号", "民族", "入党时间"],
            &["1", "甲", &one, "汉族", "1990-07-01"],
            &["小计", "3人", "", "", ""],
            &["", "小计", "2", "", ""],
            &["填表人：张三", "", "审核人：李四", "", "填表日期：2016"],
            &["支部书记：", "", "", "审核人：", ""],
            &["2", "乙", "", "", "电话：0943"],
        ],
    );
    let shown = import(&workspace, 1, &OF_BRANCH);
    assert!(
        shown.contains("读到 2 行 = 新建 1 + 并入 0 + 不取 1"),
        "{shown}"
    );
    assert!(
        shown.contains("名册 第 7 行 乙：不取，没有身份证号码"),
        "{shown}"
    );
    assert!(!text(&workspace, "导入.yaml").contains("待定（"), "{shown}");
}
