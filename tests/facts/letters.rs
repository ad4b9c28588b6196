//! The letter of introduction: what it says of a member on the day it was issued.

use super::harness::{Made, Opened};

const FORM: &str = "介绍信";

/// Members with a letter each.
fn letters(members: &[String]) -> Opened {
    Made::round("表: 全部")
        .organisation(super::harness::BRANCH, "")
        .members(super::harness::BRANCH, members)
        .open()
}

/// Of a member: born, joined, confirmed (empty: absent); of the letter: the day, what else.
fn member(born: &str, joined: &str, confirmed: &str, day: &str, more: &str) -> String {
    format!(
        "出生年月: {born}\n入党日期: {joined}\n转正日期: {confirmed}\n性别: 女\n党费: {{交至: 2016-02}}\n\
         转出: {{日期: {day}, 去向: 乙支部, 介绍信编号: 甲{day}, 打印介绍信: true{more}}}"
    )
    .replace("转正日期: \n", "转正日期:\n")
}

#[test]
fn age_is_that_of_the_day() {
    let days = ["2016-04-08", "2016-04-09", "2016-04-10"];
    let of = |day: &&str| member("1978-04-09", "2004-06-25", "2005-06-25", day, "");
    let opened = letters(&days.iter().map(of).collect::<Vec<_>>());
    let ages = [0, 1, 2].map(|one| opened.cell(FORM, Some(one), "年龄"));
    assert_eq!(ages, ["37", "38", "38"]);
}

#[test]
fn what_does_not_apply_is_struck_out() {
    let full = "预\u{336}备\u{336}/正式";
    let probationer = "预备/正\u{336}式\u{336}";
    let cases = [
        // Without 预备期 (domain.md, section 3).
        ("1977-08-11", "", "2016-03-01", full),
        ("1977-08-12", "", "2016-03-01", probationer),
        // Until the day of confirmation.
        ("2015-03-01", "2016-03-01", "2016-02-29", probationer),
        ("2015-03-01", "2016-03-01", "2016-03-01", full),
        // Confirmed since: the letter says what he was.
        ("2015-03-01", "2016-03-02", "2016-03-01", probationer),
    ];
    let of = |(joined, confirmed, day, _): &(&str, &str, &str, _)| {
        member("1950-01-01", joined, confirmed, day, "")
    };
    let opened = letters(&cases.iter().map(of).collect::<Vec<_>>());
    for (number, (joined, confirmed, day, expected)) in cases.iter().enumerate() {
        let said = opened.cell(FORM, Some(number), "党员类别");
        assert_eq!(said, *expected, "{joined} {confirmed} {day}");
        assert_eq!(opened.cell(FORM, Some(number), "性别"), "男\u{336}/女");
    }
}

#[test]
fn days_and_validity_in_capital_numerals() {
    let cases = [
        ("2015-10-08", "", "贰〇壹伍年壹拾月捌日", "玖拾"),
        ("2016-02-20", "10", "贰〇壹陆年贰月贰拾日", "壹拾"),
        ("2013-12-31", "15", "贰〇壹叁年壹拾贰月叁拾壹日", "壹拾伍"),
        ("2010-01-30", "20", "贰〇壹〇年壹月叁拾日", "贰拾"),
        ("2009-11-11", "61", "贰〇〇玖年壹拾壹月壹拾壹日", "陆拾壹"),
    ];
    let of = |(day, valid, ..): &(&str, &str, &str, &str)| {
        let valid = match *valid {
            "" => String::new(),
            valid => format!(", 有效期天数: {valid}"),
        };
        member("1950-01-01", "1990-07-01", "1991-07-01", day, &valid)
    };
    let opened = letters(&cases.iter().map(of).collect::<Vec<_>>());
    for (number, (day, _, written, valid)) in cases.iter().enumerate() {
        let cell = |name| opened.cell(FORM, Some(number), name);
        assert_eq!(
            [cell("开出日期"), cell("有效期")],
            [*written, *valid],
            "{day}"
        );
        assert_eq!(cell("党费交至"), "贰〇壹陆年贰月");
    }
}
