//! Which font prints what: licensed fonts, names in one font.

use std::sync::Arc;

use paicha::publish::{Maker, Output};
use paicha::typeset::{Assets, Fonts, Inspected, compile};
use serde_json::json;

use crate::common::font::{Name, renamed};
use crate::harness::{Bench, Files};
use crate::pages::member;

/// The card of the one member of a branch, with the fonts of a folder.
fn card(bench: &Bench, folder: &std::path::Path) -> Inspected {
    let project = &bench.project;
    let fonts = Arc::new(Fonts::of(&[folder.to_owned()]));
    let assets = Assets::with_fonts(&project.layouts, fonts);
    let maker = Maker::of(project, &assets);
    let outputs = bench.outputs();
    let is_card = |output: &&Output| output.member.is_some();
    let output = outputs.iter().find(is_card).unwrap();
    let found = maker.proof(output, 1).unwrap();
    let errors: Vec<_> = found.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let view = maker.view(output).unwrap();
    let world = maker.world(output, &view).unwrap();
    compile(&world).unwrap().0.inspected
}

/// The families of the runs of a cell.
fn families<'a>(pages: &'a Inspected, cell: &str) -> Vec<&'a str> {
    let runs = pages.pages.iter().flat_map(|page| &page.texts);
    let of_cell = runs.filter(|run| run.cell.as_deref() == Some(cell));
    of_cell.map(|run| run.family.as_str()).collect()
}

/// 㐂 and 㐅 are not in the face of 仿宋, but in the next one: with a name of two
/// fonts, one character would stand out. No font has both 王 and 𠮷.
#[test]
fn a_name_with_a_rare_character_is_set_in_one_font() {
    let mut person = member("王㐂");
    person["籍贯"] = json!("会宁㐅");
    person["入党介绍人"] = json!(["李明", "张㐂"]);
    person["家庭主要成员"] = json!([
        {"称谓": "妻子", "姓名": "赵兰"},
        {"称谓": "女儿", "姓名": "王㐅"},
        {"称谓": "儿子", "姓名": "王𠮷"},
    ]);
    let bench = Files::branch().member("甲", &person).open();
    let empty = tempfile::tempdir().unwrap();
    let pages = card(&bench, empty.path());
    let fangsong = "Gongwen Fangsong";
    for (cell, expected) in [
        ("姓名", &["Noto Serif SC"][..]),
        ("入党介绍人", &["Noto Serif SC"]),
        ("家庭主要成员[0].姓名", &[fangsong]),
        ("家庭主要成员[1].姓名", &["Noto Serif SC"]),
        ("家庭主要成员[2].姓名", &[fangsong, "HanaMinB"]),
        ("籍贯", &[fangsong, "Noto Serif SC"]),
    ] {
        assert_eq!(families(&pages, cell), expected, "{cell}");
    }
}

/// Values and notes are 仿宋; figures stay in the Latin face, labels in 宋体, the
/// title in 小标宋.
#[test]
fn a_licensed_font_prints_what_is_of_its_role() {
    let folder = tempfile::tempdir().unwrap();
    let names = [Name::unicode(1, 0x804, "仿宋_GB2312")];
    let font = renamed("core/GongwenHei-Regular.ttf", &names);
    std::fs::write(folder.path().join("simfang.ttf"), font).unwrap();
    let bench = Files::branch().member("甲", &member("王甲")).open();
    let pages = card(&bench, folder.path());
    assert_eq!(families(&pages, "姓名"), ["仿宋_GB2312"]);
    assert_eq!(families(&pages, "入党日期"), ["Liberation Serif"]);
    let family_of = |text: &str| {
        let mut runs = pages.pages.iter().flat_map(|page| &page.texts);
        let run = runs.find(|run| run.text.contains(text));
        run.unwrap_or_else(|| panic!("no {text}")).family.as_str()
    };
    assert_eq!(family_of("党员基本情况登记表"), "Gongwen Biaosong");
    assert_eq!(family_of("婚姻状况"), "Noto Serif SC");
    assert_eq!(family_of("本表由党员本人"), "仿宋_GB2312");
}
