//! Section 2: every coarse date either decides or is reported where a form
//! needs it; a fault is that of the key that is coarse.

use super::harness::{branch, unreachable};
use super::snippet::id_number;
use paicha::check::At;
use paicha::check::rules::dates::both_readings::BothReadings;

/// The text at the place of the first finding of a code.
fn text_at(opened: &super::harness::Opened, member: usize, code: &str) -> String {
    let found = opened.about(member).find(|found| found.rule.code == code);
    let found = found.unwrap_or_else(|| panic!("no {code}"));
    let At::Span(span) = found.at else {
        return String::new();
    };
    let path = opened.project.workspace.files.root().join(&found.path);
    let text = std::fs::read_to_string(path).expect("a file");
    text[span.start as usize..span.end as usize].to_owned()
}

#[test]
fn the_finding_points_at_the_coarse_date() {
    let lost = unreachable("2010-01-10");
    let cases = [
        (format!("出生年月: 1980-04\n{lost}"), "1980-04"),
        (
            format!("入党日期: 2009-03-31\n转正日期: 2010-04\n{lost}"),
            "2010-04",
        ),
        (unreachable("2010-04"), "2010-04"),
        (unreachable("2015-09"), "2015-09"),
        ("进入党支部日期: 2016-03".to_owned(), "2016-03"),
        ("流动: {流出日期: 2016-04}".to_owned(), "2016-04"),
        (
            "转出: {日期: 2010-05-01, 回执日期: 2016-04}".to_owned(),
            "2016-04",
        ),
        (super::harness::found("2012-01-10", "2016-04"), "2016-04"),
    ];
    let snippets: Vec<_> = cases.iter().map(|(snippet, _)| snippet).collect();
    let opened = branch(&snippets);
    for (index, (snippet, text)) in cases.iter().enumerate() {
        assert_eq!(text_at(&opened, index, "E0304"), *text, "{snippet}");
    }
}

/// A day that is missing, of which an error tells, leaves it open whatever other dates are.
#[test]
fn what_an_error_leaves_open_is_no_fault_of_a_coarse_date() {
    let away = "流动: {流出日期: , 外出流向: 广东省深圳市}";
    let opened = branch(&[&format!("入党日期: 1994-07\n转正日期: 1995-07\n{away}")]);
    let codes = opened.codes(0);
    assert!(codes.contains(&"E0052"), "{codes:?}");
    assert!(!codes.contains(&"E0304"), "{codes:?}");
}

/// Born in 1970 and, by the ID number, on 21 April: 45 on the day of the forms, so that
/// alone the last contact leaves open whether he is in 附件5 and is counted.
#[test]
fn a_birth_that_the_id_number_completes_leaves_nothing_open() {
    let id = id_number("19700421", 1);
    let snippets = ["1970", "1970-04"].map(|born| {
        let lost = unreachable("2015-10");
        format!("出生年月: {born}\n身份证号码: \"{id}\"\n{lost}")
    });
    for snippet in snippets {
        let opened = branch(&[snippet]);
        let found = opened.about(0).filter(|found| found.rule.code == "E0304");
        assert_eq!(found.count(), 1);
        assert_eq!(text_at(&opened, 0, "E0304"), "2015-10");
    }
}

/// 党龄 runs from 转正日期; 入党日期 says only whether he has one.
#[test]
fn both_readings_are_told_at_the_date_that_makes_them() {
    let lost = unreachable("2015-01-10");
    let cases = [
        "入党日期: 2010-04\n转正日期: 2011-04",
        "入党日期: 2010-04-01\n转正日期: 2011-04",
    ];
    let opened = branch(&cases.map(|dates| format!("{dates}\n{lost}")));
    for index in 0..cases.len() {
        assert_eq!(text_at(&opened, index, "W0305"), "2011-04", "{index}");
    }
    // 11 and 10 months before 2016-04-15, by the later of two.
    let opened = branch(&[
        "失联: {最后组织生活: 2014-01, 最后交纳党费: 2015-05, 情形: 居住地改变, 结果: 无法取得联系}",
    ]);
    assert_eq!(text_at(&opened, 0, "W0305"), "2015-05");
}

/// Who is surely in no row needs no category.
#[test]
fn members_that_no_form_counts_may_be_as_coarse_as_they_like() {
    let opened = branch(&[
        "出生年月: 1970\n身份证号码:\n入党日期: 1990\n转正日期: 1991\n进入党支部日期: 2003",
    ]);
    assert!(!opened.codes(0).contains(&"E0304"));
}

/// The same data gives the same facts in whatever order dates are written.
#[test]
fn spellings_of_one_date() {
    let spelled = [
        "2015-10-15",
        "2015.10.15",
        "2015年10月15日",
        "２０１５－１０－１５",
    ];
    let opened = branch(&spelled.map(unreachable));
    assert_eq!(opened.rows("附件5"), [0, 1, 2, 3]);
    for (index, text) in spelled.iter().enumerate() {
        let months = opened.facts(index, "附件5").lost.months.value;
        assert_eq!(months.expect("a loss").low(), 6, "{text}");
    }
}

/// Both readings are said with the finding.
#[test]
fn the_warning_has_both_readings() {
    let opened = branch(&[unreachable("2004-12")]);
    let readings = opened.about(0).find_map(|found| {
        let readings = found.finding.get::<BothReadings>()?;
        Some((readings.fact.clone(), readings.shown.clone()))
    });
    assert_eq!(
        readings,
        Some(("失去联系时间".to_owned(), "11年3个月—11年4个月".to_owned()))
    );
}
