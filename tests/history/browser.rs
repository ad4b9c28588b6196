//! `paicha diff --format html` in a browser: marks lie on what changed, as another reader
//! finds it in the PDF; the keys, both colour schemes, print.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::common::Workspace;
use crate::html::edited;
use crate::repository::expect_in;
use crate::told::between;

/// Marks may lie beside a cell by so much, in mm.
const NEAR: f64 = 0.5;

const PROBE: &str = include_str!("probe.js");

/// Chromium without anything of the user's or of the net.
fn chromium(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .args(["--disable-sync", "--window-size=1400,1000"])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("chromium").display()
        ))
        .args(arguments)
        .output()
        .expect("chromium");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What the probe found in a file.
fn probed(folder: &Path, file: &Path, more: &[&str]) -> Value {
    let url = format!("file://{}", file.display());
    let dom = chromium(folder, &[more, &["--dump-dom", &url]].concat());
    let json = between(&dom, "<pre id=\"found\">", "</pre>");
    let json = json
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    serde_json::from_str(&json).expect("JSON")
}

/// Left, top, width and height in mm.
type Area = [f64; 4];

/// Dots a mm of a page that is looked at.
const DOTS: f64 = 5.0;

/// Where words stand on a page of a PDF, as Poppler reads it, and their ink, as it draws it.
fn words(pdf: &Path, page: usize) -> Vec<(String, Area)> {
    let page = page.to_string();
    let of_page = ["-f", &page, "-l", &page];
    let poppler = |program: &str, arguments: &[&str], to: &[&str]| {
        let mut command = Command::new(program);
        let command = command.args(arguments).args(of_page).arg(pdf).args(to);
        command.output().expect("Poppler").stdout
    };
    let text = String::from_utf8(poppler("pdftotext", &["-bbox"], &["-"])).expect("UTF-8");
    let drawn = poppler("pdftoppm", &["-gray", "-png", "-r", "127"], &[]);
    let drawn = image::load_from_memory(&drawn)
        .expect("a picture")
        .into_luma8();
    let words = text.split("<word ").skip(1).map(|word| {
        let side = |name: &str| -> f64 {
            let number = between(word, &format!("{name}=\""), "\"");
            number.parse::<f64>().expect("a number") * 25.4 / 72.0
        };
        let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(side);
        let rows = (top * DOTS) as u32..(bottom * DOTS) as u32;
        let across = (left * DOTS) as u32..(right * DOTS) as u32;
        let is_inked = |y: &u32| across.clone().any(|x| drawn.get_pixel(x, *y).0[0] < 128);
        let inked: Vec<u32> = rows.filter(is_inked).collect();
        let ends = inked.first().zip(inked.last());
        let [top, bottom] = ends.map_or([top, bottom], |(first, last)| {
            [f64::from(*first) / DOTS, f64::from(last + 1) / DOTS]
        });
        let area = [left, top, right - left, bottom - top];
        (between(word, ">", "<").to_owned(), area)
    });
    words.collect()
}

fn numbers(value: &Value) -> Area {
    serde_json::from_value(value.clone()).expect("four numbers")
}

/// The marks of a side of an output: page, what is said, the box.
fn marks(found: &Value, path: &str, side: &str) -> Vec<(usize, String, Area)> {
    let sheets = found["sheets"].as_array().expect("a list").iter();
    let sheets = sheets.filter(|sheet| sheet["path"] == path && sheet["side"] == side);
    let marks = sheets.flat_map(|sheet| {
        let caption = sheet["caption"].as_str().expect("a text");
        let page = between(caption, "第 ", " 页").parse().expect("a number");
        let marks = sheet["marks"].as_array().expect("a list").iter();
        marks.map(move |mark| {
            let says = mark["says"].as_str().expect("a text").to_owned();
            (page, says, numbers(&mark["box"]))
        })
    });
    marks.collect()
}

/// Whether a word stands within a mark and, both ways, in the middle of it.
fn holds(mark: Area, word: Area, is_centred: bool) -> bool {
    let middle = |it: Area| [it[0] + it[2] / 2.0, it[1] + it[3] / 2.0];
    let ([x, y], [mark_x, mark_y]) = (middle(word), middle(mark));
    let is_within = word[0] >= mark[0] - NEAR && word[0] + word[2] <= mark[0] + mark[2] + NEAR;
    let is_in_middle = !is_centred || (x - mark_x).abs() <= NEAR;
    is_within && is_in_middle && (y - mark_y).abs() <= NEAR
}

fn built(workspace: &Workspace, out: &Path, rev: &[&str]) {
    let call = ["build", "--out", out.to_str().expect("a path")];
    expect_in(workspace.root(), 0, &[&call[..], rev].concat());
}

#[test]
#[ignore = "needs Debian's chromium and poppler-utils"]
fn marks_lie_on_what_changed_and_the_file_is_read_and_printed() {
    let workspace = edited();
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let file = at("审.html");
    let call = [
        "diff",
        "--format",
        "html",
        "-o",
        file.to_str().expect("a path"),
    ];
    expect_in(workspace.root(), 0, &call);
    built(&workspace, &at("old"), &["--rev", "HEAD"]);
    built(&workspace, &at("new"), &[]);
    let html = fs::read_to_string(&file).expect("a file");
    let with_probe = html.replace("</html>", &format!("<script>{PROBE}</script></html>"));
    fs::write(at("probe.html"), with_probe).expect("written");
    let found = probed(folder.path(), &at("probe.html"), &[]);

    // The pictures fill their sheets, so that marks in percent lie where they should.
    for sheet in found["sheets"].as_array().expect("a list") {
        let [left, top, ..] = numbers(&sheet["svg"]);
        assert!(left.abs() < 0.1 && top.abs() < 0.1, "{sheet}");
    }
    let card = "县直机关工委/政府办党支部/附件1/张建国.pdf";
    let table = "县直机关工委/政府办党支部/附件6-与党组织失去联系党员情况汇总表.pdf";
    let register = "县直机关工委/政府办党支部/附件5-经查找仍然无法取得联系党员登记表.pdf";
    // Output, side, what is marked, what the PDF prints there, whether in the middle.
    for (path, side, says, printed, is_centred) in [
        (card, "old", "手机号码：", "13893001234", true),
        (card, "new", "手机号码：", "13993005678", true),
        (card, "old", "QQ号码或微信号：", "192920724", true),
        (
            card,
            "new",
            "现居住地：",
            "甘肃省白银市会宁县会师镇东关街17号",
            false,
        ),
        (card, "new", "多了一行 张福：", "张福", false),
        (register, "old", "少了一行 李明：", "李明", false),
    ] {
        let mut own = marks(&found, path, side);
        own.retain(|mark| mark.1.starts_with(says));
        let [(page, _, mark)] = own.as_slice() else {
            panic!("{path} {side} {says}: {own:?}");
        };
        let words = words(&at(side).join(path), *page);
        let words: Vec<_> = words.iter().filter(|word| word.0 == printed).collect();
        let held = words.iter().any(|word| holds(*mark, word.1, is_centred));
        assert!(held, "{says} {printed}: {mark:?} {words:?}");
    }
    // Of a table each marked figure, in the middle of its cell.
    for (side, at_end) in [("old", 0), ("new", 1)] {
        let own = marks(&found, table, side);
        assert!(own.len() >= 10, "{own:?}");
        let pages = [1, 2].map(|page| words(&at(side).join(table), page));
        for (page, says, mark) in own {
            let figures = says.rsplit('：').next().expect("a change");
            let figure = figures.split(" → ").nth(at_end).expect("a figure");
            let words = pages[page - 1].iter();
            let words: Vec<_> = words.filter(|word| word.0 == figure).collect();
            let held = words.iter().any(|word| holds(mark, word.1, true));
            assert!(held, "{side} {says} {mark:?} {words:?}");
        }
    }

    // Keys go through all marks, on both sides at a time, and bring them into sight.
    let keys = found["keys"].as_array().expect("a list");
    let all = html.split(" data-n=\"").skip(1);
    let all = all.map(|rest| rest.split('"').next().expect("a number").parse::<usize>());
    let all = all
        .map(|number| number.expect("a number"))
        .max()
        .expect("marks");
    let last = format!("m{all}");
    let ids: Vec<&str> = keys
        .iter()
        .map(|key| key["id"].as_str().expect("an id"))
        .collect();
    let expected = [
        "m1",
        "m2",
        "m3",
        "m2",
        "m1",
        &last,
        &format!("m{}", all - 1),
    ];
    assert_eq!(ids[..7], expected, "{keys:?}");
    assert!(
        keys.iter().take(7).all(|key| key["seen"] == true),
        "{keys:?}"
    );
    assert!(keys.iter().any(|key| key["lit"] == 2), "{keys:?}");
    assert_eq!(
        (&keys[7]["large"], &keys[8]["large"]),
        (&1.into(), &0.into())
    );

    // Dark ground, white paper.
    assert_eq!(found["dark"], false);
    let dark = probed(folder.path(), &at("probe.html"), &["--force-dark-mode"]);
    assert_eq!(dark["dark"], true);
    let colours = [&found, &dark].map(|found| &found["colours"]);
    assert_ne!(colours[0]["ground"], colours[1]["ground"]);
    for colours in colours {
        assert_eq!(colours["sheet"], "rgb(255, 255, 255)");
    }

    printed(folder.path(), &file, &html);
}

/// Each pair of pages is printed on one sheet, as lines and curves.
fn printed(folder: &Path, file: &Path, html: &str) {
    let pdf = folder.join("审.pdf");
    let target = format!("--print-to-pdf={}", pdf.display());
    let url = format!("file://{}", file.display());
    chromium(folder, &[&target, "--no-pdf-header-footer", &url]);
    let output = Command::new("pdftotext")
        .args([&pdf, Path::new("-")])
        .output();
    let text = String::from_utf8(output.expect("pdftotext").stdout).expect("UTF-8");
    let sheets: Vec<&str> = text.split('\u{c}').collect();
    let pairs = html.matches("<article").count();
    let with_both = sheets
        .iter()
        .filter(|sheet| sheet.contains("原来") && sheet.contains("现在"));
    // The head says so, too.
    assert_eq!(with_both.count(), pairs, "{text}");
    let captions = |text: &str| text.matches("页，共").count();
    let drawn = html.matches("</span></figcaption>").count();
    let on_sheets: usize = sheets
        .iter()
        .filter(|it| it.contains("原来"))
        .map(|it| captions(it))
        .sum();
    assert!(on_sheets >= drawn, "{on_sheets} of {drawn}");
}
