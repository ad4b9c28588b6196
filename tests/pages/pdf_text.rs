//! The text of the PDFs through another program: who searches, copies or reads
//! aloud finds in the place of each cell its value and nothing else.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use paicha::typeset::Inspected;
use serde_json::json;

use crate::built::{each_output, sample};
use crate::coverage::TABLE;
use crate::harness::{Files, squash};
use crate::pages::member;

const MM_PER_PT: f64 = 25.4 / 72.0;

/// A character on a page, and where: left, top, right, bottom in mm.
struct Sign {
    character: char,
    bounds: [f64; 4],
}

/// The characters of each page.
fn signs(pdf: &Path) -> Vec<Vec<Sign>> {
    let mut command = Command::new("pdftotext");
    let output = output_of(command.arg("-bbox").args([pdf, Path::new("-")]));
    let pages = output.split("<page ").skip(1);
    pages
        .map(|page| page.lines().filter_map(word).flatten().collect())
        .collect()
}

pub fn output_of(command: &mut Command) -> String {
    let output = command.output().expect("pdftotext");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The characters of `<word xMin="1.5" yMin="2" xMax="3" yMax="4">text</word>`.
/// A word may begin in a label and end in a cell: its characters share its width,
/// letters and figures half as wide as the others.
fn word(line: &str) -> Option<Vec<Sign>> {
    let (numbers, text) = line.trim().strip_prefix("<word ")?.split_once('>')?;
    let numbers: Vec<f64> = numbers
        .split('"')
        .filter_map(|number| number.parse().ok())
        .collect();
    let [left, top, right, bottom] = numbers[..].try_into().expect("four numbers");
    let text = text.strip_suffix("</word>").expect("one line").to_owned();
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let plain = |text: String, (entity, plain): &(&str, &str)| text.replace(entity, plain);
    let text = entities.iter().fold(text, plain);
    let share = |character: char| if character.is_ascii() { 1.0 } else { 2.0 };
    let unit = (right - left) / text.chars().map(share).sum::<f64>();
    let mut at = left;
    let sign = |character| {
        let start = at;
        at += unit * share(character);
        let bounds = [start, top, at, bottom].map(|number| number * MM_PER_PT);
        Sign { character, bounds }
    };
    Some(text.chars().map(sign).collect())
}

/// A bracket that begins a line, or ends one, has its empty half beyond it: its middle, which
/// is worked out from the width of its word, may lie so many millimetres out of the cell.
/// Texts of two cells are further apart, 0.8 mm from the rule between them each.
const HAIR: f64 = 0.6;

/// The text in the area of each cell, over all its pieces.
pub fn read(pdf: &Path, pages: &Inspected) -> BTreeMap<String, String> {
    let signs = signs(pdf);
    assert_eq!(signs.len(), pages.pages.len(), "pages of {}", pdf.display());
    let mut read = BTreeMap::<String, String>::new();
    for (page, signs) in pages.pages.iter().zip(&signs) {
        for cell in &page.cells {
            let (left, top, width, height) = cell.area;
            let is_inside = |sign: &&Sign| {
                let [x0, y0, x1, y1] = sign.bounds;
                let (x, y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
                x >= left - HAIR && x <= left + width + HAIR && y >= top && y <= top + height
            };
            let inside = signs.iter().filter(is_inside).collect();
            read.entry(cell.name.clone())
                .or_default()
                .push_str(&in_lines(inside));
        }
    }
    read
}

/// The characters in their order: those whose middles differ by less than half
/// their height stand in one line.
fn in_lines(mut signs: Vec<&Sign>) -> String {
    let middle = |sign: &Sign| (sign.bounds[1] + sign.bounds[3]) / 2.0;
    signs.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let mut lines: Vec<Vec<&Sign>> = Vec::new();
    for sign in signs {
        let height = sign.bounds[3] - sign.bounds[1];
        match lines.last_mut() {
            Some(line) if middle(sign) - middle(line[0]) < height / 2.0 => line.push(sign),
            _ => lines.push(vec![sign]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.bounds[0].total_cmp(&b.bounds[0]));
    }
    lines.iter().flatten().map(|sign| sign.character).collect()
}

#[test]
#[ignore = "needs poppler-utils"]
fn the_text_layer_gives_back_every_value_of_the_sample() {
    let workspace = sample();
    let (mut files, mut values) = (0, 0);
    each_output(|path, view, pages| {
        // Figures of documents stand among words: `figures` reads them.
        if !view.parts.is_empty() {
            return;
        }
        let read = read(&workspace.path("out").join(path), pages);
        // The place of a photo that is not given holds its label.
        for (cell, text) in read.iter().filter(|(cell, _)| *cell != "照片") {
            let value = view.cells.get(cell).map_or("", String::as_str);
            // What is struck out has only a line over it; a letter says some values in each
            // of its parts.
            let (text, value) = (squash(text), squash(value).replace('\u{336}', ""));
            let times = match view.cells.contains_key("介绍信编号") {
                true => text.len() / value.len().max(1),
                false => 1,
            };
            assert_eq!(text, value.repeat(times.max(1)), "{path}: {cell}");
            values += usize::from(!value.is_empty());
        }
        files += 1;
    });
    assert!(
        files > 100 && values > 5000,
        "{values} values in {files} files"
    );
}

/// Each glyph says which character it is, whatever font it comes from.
#[test]
#[ignore = "needs poppler-utils"]
fn the_text_layer_gives_back_all_characters_of_names() {
    let rare = "䶮㛃𬭎𤧛祎珺翀頔𠮷𪚥𫝀𫠠𬺰𰀀𱍐𮯰";
    let table = squash(TABLE) + rare;
    let mut subject = member("王甲");
    subject["奖惩情况"] = json!(table);
    let bench = Files::branch().member("甲", &subject).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let path = bench.root.join("甲.pdf");
    std::fs::write(&path, bench.pdf("附件1", &view, "甲")).unwrap();
    let read = read(&path, &bench.pages_of("附件1", &view));
    let (text, mut at) = (squash(&read["奖惩情况"]), 0);
    for (found, expected) in text.chars().zip(table.chars()) {
        assert_eq!(found, expected, "character {at}");
        at += 1;
    }
    assert_eq!(text.chars().count(), table.chars().count());
}
