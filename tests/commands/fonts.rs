//! `paicha fonts`, and fonts of one's own.

use crate::common::Workspace;
use crate::common::font::{Name, renamed};
use crate::common::sample::{self, ZHANG};

const HEI: &str = "core/GongwenHei-Regular.ttf";

/// The words of each line of the table of roles.
fn rows(workspace: &Workspace, arguments: &[&str]) -> Vec<Vec<String>> {
    let run = workspace.expect(0, &[&["fonts"], arguments].concat());
    assert_eq!(run.stderr, "");
    let lines = run.stdout.lines().take_while(|line| !line.is_empty());
    lines
        .map(|line| {
            line.split("  ")
                .map(str::trim)
                .filter(|word| !word.is_empty())
        })
        .map(|words| words.map(str::to_owned).collect())
        .collect()
}

fn row<'a>(rows: &'a [Vec<String>], role: &str) -> &'a [String] {
    let found = rows.iter().find(|row| row[0] == role);
    &found.unwrap_or_else(|| panic!("no {role} in {rows:?}"))[1..]
}

/// The roles of GB/T 9704 with the files of `fonts/README.md`, each of which has
/// all 8,105 characters.
#[test]
fn each_role_has_the_font_built_in_for_it() {
    let rows = rows(&sample::workspace(), &[]);
    for (role, family, file) in [
        (
            "仿宋",
            "Gongwen Fangsong",
            "自带 core/GongwenFangsong-Regular.ttf",
        ),
        (
            "小标宋",
            "Gongwen Biaosong",
            "自带 core/GongwenBiaosong-Regular.ttf",
        ),
        ("黑体", "Gongwen Hei", "自带 core/GongwenHei-Regular.ttf"),
        ("楷体", "Gongwen Kai", "自带 core/GongwenKai-Regular.ttf"),
        ("宋体", "Noto Serif SC", "自带 core/NotoSerifSC-Regular.ttf"),
    ] {
        assert_eq!(row(&rows, role), [family, file, "8105"], "{role}");
    }
}

/// 仿宋_GB2312 has a Chinese name only; others are known to Typst by an English
/// one and have the Chinese one in GBK.
#[test]
fn licensed_fonts_are_found_by_all_their_names_and_come_first() {
    let workspace = sample::workspace();
    let chinese = [Name::unicode(1, 0x804, "仿宋_GB2312")];
    // 方正小标宋简体.
    let gbk = b"\xb7\xbd\xd5\xfd\xd0\xa1\xb1\xea\xcb\xce\xbc\xf2\xcc\xe5";
    let both = [Name::gbk(1, gbk), Name::unicode(1, 0x409, "FZXBSJW")];
    workspace
        .write("fonts/user/a.ttf", renamed(HEI, &chinese))
        .write("elsewhere/b.ttf", renamed(HEI, &both));
    let rows = rows(
        &workspace,
        &[
            "--font-path",
            workspace.path("elsewhere").to_str().expect("ASCII"),
        ],
    );
    assert_eq!(
        row(&rows, "仿宋"),
        ["仿宋_GB2312", "fonts/user/a.ttf", "8105"]
    );
    assert_eq!(row(&rows, "小标宋"), ["FZXBSJW", "elsewhere/b.ttf", "8105"]);
    assert_eq!(row(&rows, "楷体")[0], "Gongwen Kai");
    // What stands behind the first of 仿宋 begins with the one built in.
    let behind = rows.iter().position(|row| row[0] == "仿宋").expect("a row") + 1;
    assert_eq!(rows[behind][0], "Gongwen Fangsong");
    assert_eq!(rows[behind + 1][0], "Noto Serif SC");
}

#[test]
fn of_two_licensed_fonts_the_preferred_one_comes_first() {
    let workspace = sample::workspace();
    let named = |name| renamed(HEI, &[Name::unicode(1, 0x804, name)]);
    workspace
        .write("fonts/user/1.ttf", named("STFangsong"))
        .write("fonts/user/2.ttf", named("仿宋"))
        .write("fonts/user/3.ttf", named("FangSong_GB2312"));
    let rows = rows(&workspace, &[]);
    assert_eq!(row(&rows, "仿宋")[0], "FangSong_GB2312");
}

#[test]
fn pages_are_made_with_licensed_fonts_and_stay_right() {
    let workspace = sample::workspace();
    let call = ["build", "--only", "附件1", "--member", "张建国"];
    workspace.expect(0, &call);
    let card = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";
    let before = workspace.read(card);
    let names = [Name::unicode(1, 0x804, "仿宋_GB2312")];
    workspace.write("fonts/user/a.ttf", renamed(HEI, &names));
    workspace.expect(0, &call);
    assert!(workspace.read(card) != before);
}

#[test]
fn values_that_need_another_font_are_listed_at_their_places() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["fonts"]);
    assert!(
        run.stdout.ends_with("\n没有用到后备字体的数据。\n"),
        "{}",
        run.stdout
    );
    workspace.edit(ZHANG, "姓名: 张建国", "姓名: 张𠮷\n籍贯: 会宁😀");
    let run = workspace.expect(0, &["fonts"]);
    let (_, listed) = run
        .stdout
        .split_once("要用后备字体的数据：\n")
        .expect("a list");
    let words: Vec<Vec<&str>> = listed
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let (name, place) = (format!("{ZHANG}:1:5"), format!("{ZHANG}:2:5"));
    let expected = [
        vec![name.as_str(), "姓名", "𠮷", "U+20BB7", "HanaMinB"],
        vec![place.as_str(), "籍贯", "😀", "U+1F600", "没有字体能印"],
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_character_in_no_font_is_an_error_with_a_way_out() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "性别: 男", "性别: 男\n籍贯: 会宁\u{323b0}");
    let call = ["build", "--only", "附件1", "--member", "张建国"];
    let run = workspace.expect(1, &call);
    assert_eq!(run.codes(), ["E1102"]);
    for part in ["U+323B0", "fonts/user/", "张建国.yaml:3:7"] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}

#[test]
fn a_folder_of_fonts_that_is_not_there_is_wrong_usage() {
    let workspace = sample::workspace();
    let run = workspace.expect(2, &["build", "--font-path", "nowhere"]);
    assert!(
        run.stderr.contains("--font-path 的“nowhere”找不到"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path("out").exists());
}
