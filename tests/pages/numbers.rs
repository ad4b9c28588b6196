//! Numbers stand on one line: days, figures, ID numbers and telephones, at every place of
//! the longest values, in every cell of the official forms, and in columns of all widths.

use std::collections::{BTreeMap, BTreeSet};

use paicha::forms::View;
use paicha::typeset::Inspected;

use crate::common::sample;
use crate::harness::{Bench, FORMS};

/// Numbers of each kind, the longest that the data can have.
const NUMBERS: [&str; 6] = [
    "2016-12-31",
    "2016.12.31",
    "0943-12345678",
    "62242319650312123X",
    "13893001234",
    "1234567.89",
];

/// The view with a long value in every cell that has one: so many Han characters, and
/// numbers with one between each.
fn filled(view: &View, before: usize) -> View {
    let mut long = view.clone();
    let numbers = NUMBERS.iter().cycle().skip(before).take(3);
    let text: Vec<&str> = numbers.copied().collect();
    let text = "甲".repeat(before) + &text.join("乙");
    for value in long.cells.values_mut() {
        *value = match value.parse::<u32>() {
            Ok(_) => "1234567".to_owned(),
            Err(_) => text.clone(),
        };
    }
    long
}

/// The lines of each cell, from the top.
fn lines(pages: &Inspected) -> BTreeMap<&str, Vec<String>> {
    let mut lines = BTreeMap::<&str, Vec<String>>::new();
    let mut last = None;
    for (number, page) in pages.pages.iter().enumerate() {
        for run in &page.texts {
            let Some(cell) = run.cell.as_deref() else {
                continue;
            };
            let place = (number, cell, (run.origin.1 * 10.0).round() as i64);
            let of_cell = lines.entry(cell).or_default();
            if last != Some(place) {
                of_cell.push(String::new());
            }
            of_cell.last_mut().expect("a line").push_str(&run.text);
            last = Some(place);
        }
    }
    lines
}

/// Every number of every value is on one of the lines of its cell.
fn unbroken(name: &str, view: &View, pages: &Inspected) -> usize {
    let lines = lines(pages);
    let mut found = 0;
    for (cell, value) in view.cells.iter().filter(|(_, value)| !value.is_empty()) {
        let Some(lines) = lines.get(cell.as_str()) else {
            panic!("{name}: {cell} is not printed");
        };
        let of_value = NUMBERS.iter().chain(&["1234567"]);
        for number in of_value.filter(|number| value.contains(**number)) {
            let is_whole = lines.iter().any(|line| line.contains(number));
            assert!(is_whole, "{name}, {cell}: {number} in {lines:?}");
            found += 1;
        }
    }
    found
}

#[test]
fn no_number_is_broken_on_any_official_form() {
    let bench = Bench::sample();
    let maker = bench.maker();
    let mut seen = BTreeSet::new();
    for output in bench.outputs() {
        let form = bench.project.catalogue.forms[output.form].id();
        // The card of one member, and the forms of one branch with somebody in them.
        let view = maker.view(&output).expect("data without errors");
        let has_rows = view.counts.get("行").is_none_or(|rows| *rows > 0);
        if !FORMS.contains(&form) || !has_rows || !seen.insert(form.to_owned()) {
            continue;
        }
        for before in 0..6 {
            let view = filled(&view, before);
            let pages = bench.pages_of(form, &view);
            let found = unbroken(&format!("{form}, {before}"), &view, &pages);
            assert!(found > 10, "{form}: {found}");
        }
    }
    assert_eq!(seen.len(), FORMS.len());
}

#[test]
fn no_number_is_broken_in_columns_of_any_width() {
    let keys = [
        "姓名",
        "性别",
        "民族",
        "籍贯",
        "身份证号码",
        "手机号码",
        "现居住地",
    ];
    for widths in [
        [5, 7, 9, 11, 13, 15, 17],
        [19, 21, 23, 25, 27, 29, 31],
        [6, 30, 8, 34, 10, 38, 12],
    ] {
        let columns = keys.iter().zip(widths);
        let columns =
            columns.map(|(key, width)| format!("  - {{键: {key}, 表头: 甲, 宽: {width}}}\n"));
        let workspace = sample::workspace();
        let form = format!(
            "编号: 窄表\n标题: 窄表\n纸张: 横向\n范围: 党支部\n输出: \"{{{{ org }}}}/窄表.pdf\"\n\
             列:\n{}  - {{键: 备注, 表头: 备注, 宽: {}}}\n",
            columns.collect::<String>(),
            225 - widths.iter().sum::<i32>(),
        );
        workspace.write("layouts/窄表/form.yaml", &form);
        let bench = Bench::of(workspace.root());
        let view = bench.view("窄表", "县直机关工委/政府办党支部", None);
        for before in 0..6 {
            let view = filled(&view, before);
            let pages = bench.pages_of("窄表", &view);
            assert!(unbroken(&format!("{widths:?}, {before}"), &view, &pages) > 10);
        }
    }
}
