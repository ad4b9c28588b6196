//! Whatever a name is written with prints: all characters of 通用规范汉字表 and
//! those of the extensions of Unicode up to I. What no font has is refused.

use serde_json::json;

use crate::check;
use crate::common::sample;
use crate::harness::{Files, cell, squash};
use crate::pages::member;

/// The 8,105 characters of 通用规范汉字表 (2013) in the order of their numbers,
/// 50 a line: the property kTGH of Unicode's Unihan database.
pub const TABLE: &str = include_str!("../../src/typeset/fonts/tonggui-8105.txt");

/// First and last code of the blocks that the fonts have whole, as assigned in
/// Unicode 16 and in GB 18030-2022.
const BLOCKS: &[(&str, u32, u32)] = &[
    ("Unified Ideographs", 0x4e00, 0x9fff),
    ("A", 0x3400, 0x4dbf),
    ("B", 0x20000, 0x2a6df),
    ("C", 0x2a700, 0x2b739),
    ("D", 0x2b740, 0x2b81d),
    ("E", 0x2b820, 0x2cea1),
    ("F", 0x2ceb0, 0x2ebe0),
    ("I", 0x2ebf0, 0x2ee5d),
];

/// Some of the blocks that the fonts have in part, the first and the last too.
const IN_PART: &[(&str, &str)] = &[
    ("G", "𰀀𰅋𰊷𰐬𰖯𰝎𰤢𰫡𰱩𰶺𰽪𱃃𱈥𱍊"),
    ("H", "𱍐𱑏𱔥𱗹𱜒𱡀𱦊𱮺𱴳𱺲𲀪𲅐𲊆𲎯"),
];

/// Texts of at most so many characters.
fn portions(text: &str, size: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunks(size)
        .map(|chunk| chunk.iter().collect())
        .collect()
}

/// Lays the characters out on the card as text and as names of relatives, and
/// reads them back.
fn print(what: &str, characters: &str) {
    let mut subject = member("王甲");
    subject["奖惩情况"] = json!(characters);
    let names = portions(characters, 20);
    let relatives = names
        .iter()
        .map(|name| json!({"称谓": "亲属", "姓名": name}));
    subject["家庭主要成员"] = relatives.collect();
    let bench = Files::branch().member("甲", &subject).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let pages = bench.pages_of("附件1", &view);
    assert!(
        pages.missing_glyphs().is_empty(),
        "{what}: {:?}",
        pages.missing_glyphs()
    );
    check::all(what, &view, &pages);
    assert_eq!(cell(&pages, "奖惩情况"), characters, "{what}");
    for (index, name) in names.iter().enumerate() {
        let printed = cell(&pages, &format!("家庭主要成员[{index}].姓名"));
        assert_eq!(printed, *name, "{what}");
    }
}

#[test]
fn all_characters_of_the_standard_table_print() {
    let table = squash(TABLE);
    assert_eq!(table.chars().count(), 8105);
    for portion in portions(&table, 200) {
        print(&portion, &portion);
    }
}

#[test]
fn characters_of_all_extensions_up_to_i_print() {
    for (block, first, last) in BLOCKS {
        let step = (last - first) / 13;
        let codes = (0..13).map(|n| first + n * step).chain([*last]);
        print(block, &codes.filter_map(char::from_u32).collect::<String>());
    }
    for (block, characters) in IN_PART {
        print(block, characters);
    }
}

/// The first of extension J, a character that is not assigned, a hieroglyph, one
/// of Hangul, an emoji.
#[test]
fn a_character_in_no_font_is_refused_with_place_code_and_advice() {
    for character in [
        '\u{323b0}',
        '\u{2fffd}',
        '\u{13000}',
        '\u{ac00}',
        '\u{1f600}',
    ] {
        let workspace = sample::workspace();
        workspace.edit(
            sample::ZHANG,
            "姓名: 张建国",
            &format!("姓名: 张{character}国"),
        );
        for arguments in [&["build"][..], &["check", "--pages"]] {
            let run = workspace.expect(1, arguments);
            let mut codes = run.codes();
            codes.retain(|code| code.starts_with('E'));
            assert_eq!(codes, ["E1102"], "{}", run.stderr);
            let code = format!("U+{:04X}", u32::from(character));
            let place = format!("{}:1:6", sample::ZHANG);
            let advice = "确是此字的，把有此字的字体文件放进 fonts/user/";
            for part in [code, place, format!("“{character}”"), advice.to_owned()] {
                assert!(run.stderr.contains(&part), "no {part} in {}", run.stderr);
            }
        }
        assert_eq!(workspace.outputs(), [""; 0]);
    }
}
