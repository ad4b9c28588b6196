//! Section 2: 年龄 on 填表日期.

use super::harness::{branch, branch_in, unreachable};
use super::snippet::id_number;
use paicha::derive::Reading::{self, Known, Open};

#[track_caller]
fn expect(settings: &str, cases: &[(&str, Reading<i32>)]) {
    let snippets: Vec<String> = cases
        .iter()
        .map(|(snippet, _)| (*snippet).to_owned())
        .collect();
    let opened = branch_in(settings, &snippets);
    for (index, (snippet, age)) in cases.iter().enumerate() {
        let fact = opened.facts(index, "附件6").age.completed;
        assert_eq!(fact.value, Some(*age), "{settings} {snippet}");
    }
}

#[test]
fn the_birthday_itself_completes_the_year() {
    expect(
        "",
        &[
            ("出生年月: 1980-04-19", Known(36)),
            ("出生年月: 1980-04-20", Known(36)),
            ("出生年月: 1980-04-21", Known(35)),
            ("出生年月: 1980-12-31", Known(35)),
            ("出生年月: 1981-01-01", Known(35)),
        ],
    );
}

#[test]
fn the_difference_of_the_years_knows_no_birthday() {
    expect(
        "年龄算法: 年份差",
        &[
            ("出生年月: 1980-04-21", Known(36)),
            ("出生年月: 1980-12-31", Known(36)),
            ("出生年月: 1981-01-01", Known(35)),
            // Every day of the month, of the year, is in the same year.
            ("出生年月: 1980-04", Known(36)),
            ("出生年月: 1980", Known(36)),
        ],
    );
}

#[test]
fn born_on_29_february() {
    let born: &str = "出生年月: 1980-02-29";
    for (filled_on, age) in [
        ("2015-02-28", 34),
        ("2015-03-01", 35),
        ("2016-02-28", 35),
        ("2016-02-29", 36),
        // 1900 and 2100 are common years.
        ("2100-02-28", 119),
        ("2100-03-01", 120),
    ] {
        expect(&format!("填表日期: {filled_on}"), &[(born, Known(age))]);
    }
}

#[test]
fn coarse_births_have_two_readings() {
    expect(
        "",
        &[
            // 1980-04-01 is 36, 1980-04-30 is 35.
            ("出生年月: 1980-04", Open(35, 36)),
            ("出生年月: 1980-03", Known(36)),
            ("出生年月: 1980-05", Known(35)),
            ("出生年月: 1965", Open(50, 51)),
        ],
    );
}

#[test]
fn the_id_number_completes_a_coarse_birth_that_it_does_not_contradict() {
    let with =
        |born: &str, id: &str| format!("出生年月: {born}\n身份证号码: \"{}\"", id_number(id, 1));
    let cases = [
        (with("1980-04", "19800421"), Known(35)),
        (with("1980-04", "19800420"), Known(36)),
        (with("1980-04", "19800331"), Open(35, 36)),
        (with("1980-04", "19800501"), Open(35, 36)),
        (with("1980", "19800421"), Known(35)),
        (with("1980", "19810101"), Open(35, 36)),
        // A birth known to the day is what the file says, not the number.
        (with("1980-04-20", "19800421"), Known(36)),
        // A number with a day that is none contradicts as well.
        (with("1980-04", "19800431"), Open(35, 36)),
        ("出生年月: 1980-04\n身份证号码:".to_owned(), Open(35, 36)),
    ];
    let cases: Vec<_> = cases
        .iter()
        .map(|(text, age)| (text.as_str(), *age))
        .collect();
    expect("", &cases);
}

#[test]
fn the_four_columns() {
    let cases = [
        ("1980-04-21", "35岁及以下"),
        ("1980-04-20", "36岁至45岁"),
        ("1970-04-21", "36岁至45岁"),
        ("1970-04-20", "46岁至60岁"),
        ("1955-04-21", "46岁至60岁"),
        ("1955-04-20", "61岁及以上"),
        // 50 and 51 are in the same column.
        ("1965", "46岁至60岁"),
        ("1980-04", "?"),
        ("1970", "?"),
    ];
    let lost = |born: &str| format!("出生年月: {born}\n{}", unreachable("2010-01-10"));
    let opened = branch(&cases.map(|(born, _)| lost(born)));
    for (index, (born, column)) in cases.iter().enumerate() {
        assert_eq!(opened.columns(index, "年龄"), [*column], "{born}");
    }
}

#[test]
fn an_open_column_is_an_error_of_the_form_that_needs_it() {
    let opened = branch(&[
        format!("出生年月: 1980-04\n{}", unreachable("2010-01-10")),
        "出生年月: 1980-04".to_owned(),
        format!("出生年月: 1965\n{}", unreachable("2010-01-10")),
    ]);
    assert_eq!(opened.forms(0, "E0304"), ["附件6"]);
    assert!(!opened.codes(1).contains(&"E0304"), "counted in no column");
    assert!(!opened.codes(2).contains(&"E0304"), "the same column");
    for member in 0..3 {
        assert!(opened.codes(member).contains(&"W0305"), "{member}");
    }
}

#[test]
fn an_open_age_prints_both_readings() {
    let opened = branch(&[format!("出生年月: 1965\n{}", unreachable("2010-01-10"))]);
    assert_eq!(opened.cell("附件5", None, "行[0].年龄"), "50—51");
    assert_eq!(opened.cell("附件1", Some(0), "出生年月"), "1965（50—51岁）");
    let opened = branch(&["出生年月: 1965-03-12"]);
    assert_eq!(opened.cell("附件1", Some(0), "出生年月"), "1965.03（51岁）");
}
