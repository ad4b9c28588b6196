//! Section 3: 党龄 and 预备党员.

use super::harness::{branch, branch_in, unreachable};
use paicha::derive::Certainty::{self, No, Open, Yes};
use paicha::derive::Reading::{self, Known};

/// 入党日期, 转正日期 (empty: absent), then what else.
fn member(joined: &str, confirmed: &str, more: &str) -> String {
    format!("出生年月: 1945-01-01\n入党日期: {joined}\n转正日期: {confirmed}\n{more}")
        .replace("转正日期: \n", "转正日期:\n")
}

/// Whether 预备 and years of 党龄 on 2016-04-20.
#[track_caller]
pub fn expect(cases: &[(&str, &str, &str, Certainty, Reading<i32>)]) {
    let of = |case: &(&str, &str, &str, _, _)| member(case.0, case.1, case.2);
    let opened = branch(&cases.iter().map(of).collect::<Vec<_>>());
    for (index, (joined, confirmed, more, probationer, years)) in cases.iter().enumerate() {
        let standing = opened.facts(index, "附件6").standing.value;
        let standing = standing.expect("a standing");
        let found = (standing.probationer, standing.years());
        assert_eq!(found, (*probationer, *years), "{joined} {confirmed} {more}");
    }
}

#[test]
fn from_the_day_of_confirmation() {
    expect(&[
        ("2009-04-20", "2010-04-20", "", No, Known(6)),
        ("2009-04-21", "2010-04-21", "", No, Known(5)),
        ("2014-04-20", "2015-04-20", "", No, Known(1)),
        ("2014-04-21", "2015-04-21", "", No, Known(0)),
        // 02-29 + 4 years; its anniversary of 2015 is 02-28, so 3 years then.
        ("2011-02-28", "2012-02-29", "", No, Known(4)),
    ]);
}

#[test]
fn the_three_periods_at_their_borders() {
    expect(&[
        // Before 1969-04-01: from 转正 if given, else from 入党.
        ("1969-03-31", "", "", No, Known(47)),
        ("1969-03-31", "1970-03-31", "", No, Known(46)),
        ("1968-05-01", "1969-05-01", "", No, Known(46)),
        // 1969-04-01 … 1977-08-11: from 入党 whatever 转正 says.
        ("1969-04-01", "", "", No, Known(47)),
        ("1969-04-01", "1970-04-01", "", No, Known(47)),
        ("1977-08-11", "", "", No, Known(38)),
        ("1977-08-11", "1977-08-11", "", No, Known(38)),
        ("1977-08-11", "1978-08-11", "", No, Known(38)),
        // From 1977-08-12: from 转正; 预备 without.
        ("1977-08-12", "1978-08-12", "", No, Known(37)),
        ("1977-08-12", "", "", Yes, Known(0)),
    ]);
}

#[test]
fn a_probationer_until_the_day_of_confirmation() {
    expect(&[
        ("2015-04-19", "2016-04-19", "", No, Known(0)),
        ("2015-04-20", "2016-04-20", "", No, Known(0)),
        ("2015-04-21", "2016-04-21", "", Yes, Known(0)),
        ("2015-07-01", "", "", Yes, Known(0)),
        ("1985-07-01", "", "", Yes, Known(0)),
    ]);
}

#[test]
fn the_baseline_has_probationers_of_its_own() {
    let opened = branch(&[
        member("2015-03-15", "2016-03-15", ""),
        member("2015-03-16", "2016-03-16", ""),
        member("2015-07-01", "", ""),
        member("1977-08-11", "", ""),
        member("2015-03-10", "2016-03", ""),
    ]);
    let probationers = [No, Yes, Yes, No, Open];
    for (index, expected) in probationers.into_iter().enumerate() {
        let facts = opened.facts(index, "附件6");
        assert_eq!(facts.probationer_at_baseline.value, expected, "{index}");
    }
    assert_eq!(opened.forms(4, "E0304"), ["附件6"]);
    // Those who are 在册 and surely 预备 on 2016-03-15.
    let column = "排查前在册党员人数/预备党员";
    assert_eq!(opened.figure("甲支部", "附件6", "合计", column), Some(2));
}

#[test]
fn months_of_correction() {
    expect(&[
        // 2010-07-01 … 2016-04-20: 69 months.
        ("2009-07-01", "2010-07-01", "党龄校正月数: 2", No, Known(5)),
        ("2009-07-01", "2010-07-01", "党龄校正月数: 3", No, Known(6)),
        ("2009-07-01", "2010-07-01", "党龄校正月数: -9", No, Known(5)),
        (
            "2009-07-01",
            "2010-07-01",
            "党龄校正月数: -10",
            No,
            Known(4),
        ),
        // 12 months less 1, less 12, less 13 (negative counts as 0).
        ("2014-04-20", "2015-04-20", "党龄校正月数: -1", No, Known(0)),
        (
            "2014-04-20",
            "2015-04-20",
            "党龄校正月数: -12",
            No,
            Known(0),
        ),
        (
            "2014-04-20",
            "2015-04-20",
            "党龄校正月数: -13",
            No,
            Known(0),
        ),
        (
            "2014-04-20",
            "2015-04-20",
            "党龄校正月数: -40",
            No,
            Known(0),
        ),
        // No 党龄, so nothing to correct.
        ("2015-07-01", "", "党龄校正月数: 30", Yes, Known(0)),
        ("1970-07-01", "", "党龄校正月数: -120", No, Known(35)),
    ]);
}

#[test]
fn coarse_dates_that_decide_and_that_do_not() {
    expect(&[
        ("2009-03", "2010-03", "", No, Known(6)),
        ("2009-04", "2010-04", "", No, Reading::Open(5, 6)),
        ("2002", "2003", "", No, Reading::Open(12, 13)),
        // 1977-07-31 is before the border, so is all of July; 08-31 is not.
        ("1977-07", "", "", No, Known(38)),
        ("1977-08", "", "", Open, Reading::Open(0, 38)),
        // 正式 since 04-01 or 预备 until 04-30.
        ("2015-04-01", "2016-04", "", Open, Known(0)),
        // 入党 on 04-01 of that year or on 12-31.
        ("1970", "1971-06-01", "", No, Reading::Open(45, 46)),
    ]);
}

/// 1969-01-01 … 03-31 counts from 转正 (45 years), 04-01 from 入党 (47 years),
/// 12-31 from 入党 (46 years): 45—47.
#[test]
fn a_coarse_admission_across_the_border_of_1969() {
    expect(&[("1969", "1970-06-01", "", No, Reading::Open(45, 47))]);
}

#[test]
fn the_five_columns() {
    let cases = [
        ("2014-04-21", "2015-04-21", "1年以下"),
        ("2014-04-20", "2015-04-20", "1年至5年"),
        ("2009-04-21", "2010-04-21", "1年至5年"),
        ("2009-04-20", "2010-04-20", "6年至10年"),
        ("2004-04-21", "2005-04-21", "6年至10年"),
        ("2004-04-20", "2005-04-20", "11年至20年"),
        ("1994-04-21", "1995-04-21", "11年至20年"),
        ("1994-04-20", "1995-04-20", "21年及以上"),
        ("2015-07-01", "", "1年以下"),
        ("2002", "2003", "11年至20年"),
        ("2009-04", "2010-04", "?"),
    ];
    let lost = cases.map(|(a, b, _)| member(a, b, &unreachable("2015-10-10")));
    let opened = branch(&lost);
    for (index, (joined, confirmed, column)) in cases.iter().enumerate() {
        assert_eq!(
            opened.columns(index, "党龄"),
            [*column],
            "{joined} {confirmed}"
        );
    }
    assert_eq!(opened.forms(10, "E0304"), ["附件6"]);
}

#[test]
fn registers_print_years_or_that_somebody_is_a_probationer() {
    let lost = unreachable("2015-10-10");
    let opened = branch(&[
        member("2004-04-20", "2005-04-20", &lost),
        member("2015-07-01", "", &lost),
        member("2002", "2003", &lost),
    ]);
    for (row, text) in ["11", "预备", "12—13"].into_iter().enumerate() {
        assert_eq!(opened.cell("附件5", None, &format!("行[{row}].党龄")), text);
    }
    assert!(opened.codes(2).contains(&"W0305"));
}

/// A printed value that stays open shows both readings with a warning: on one
/// reading he is 预备, on the other his 党龄 is 0. Nothing else reports it: who
/// was found is in no row of 附件6.
#[test]
fn a_standing_that_may_be_probation_is_not_printed_as_decided() {
    let found = super::harness::found("2010-01-10", "2016-04-02");
    let opened = branch(&[member("2015-04-01", "2016-04", &found)]);
    assert_eq!(opened.rows("附件4"), [0]);
    assert_ne!(opened.cell("附件4", None, "行[0].党龄"), "0");
    assert!(opened.codes(0).contains(&"W0305"));
}

/// 预备党员计入: Σ党龄 = 人数, or Σ党龄 + 预备 = 人数.
#[test]
fn probationers_under_one_year_or_in_no_column() {
    let lost = unreachable("2015-10-10");
    let members = [
        member("2015-07-01", "", &lost),
        member("2014-04-21", "2015-04-21", &lost),
        member("2004-04-20", "2005-04-20", &lost),
    ];
    for (setting, under_one) in [
        ("", 2),
        ("预备党员计入: 1年以下", 2),
        ("预备党员计入: 不计", 1),
    ] {
        let opened = branch_in(setting, &members);
        let figure = |column: &str| opened.figure("甲支部", "附件6", "合计", column);
        assert_eq!(figure("人数"), Some(3), "{setting}");
        assert_eq!(figure("人数/预备党员"), Some(1), "{setting}");
        assert_eq!(figure("党龄/1年以下"), Some(under_one), "{setting}");
        assert_eq!(figure("党龄/11年至20年"), Some(1), "{setting}");
        assert!(opened.broken().is_empty(), "{setting}");
    }
}
