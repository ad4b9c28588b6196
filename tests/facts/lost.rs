//! Sections 1, 2 and 4: the time of lost contact, counted on 联系查找结束日.

use super::harness::{branch, branch_in, unreachable};
use paicha::derive::Reading::{self, Known, Open};

/// Months on 联系查找结束日.
#[track_caller]
fn expect(settings: &str, cases: &[(&str, Reading<i32>)]) {
    let block = |dates: &str| format!("失联: {{{dates}, 情形: 居住地改变, 结果: 无法取得联系}}");
    let opened = branch_in(
        settings,
        &cases
            .iter()
            .map(|(dates, _)| block(dates))
            .collect::<Vec<_>>(),
    );
    for (index, (dates, months)) in cases.iter().enumerate() {
        // The same for every form, whatever its 填表日期 is.
        for form in ["附件1", "附件3", "附件5", "附件6", "附件7"] {
            let lost = opened.facts(index, form).lost;
            assert_eq!(
                lost.months.value,
                Some(*months),
                "{settings} {dates} {form}"
            );
        }
    }
}

#[test]
fn months_by_anniversaries() {
    expect(
        "",
        &[
            ("最后组织生活: 2015-10-15", Known(6)),
            ("最后组织生活: 2015-10-16", Known(5)),
            ("最后组织生活: 2015-04-15", Known(12)),
            ("最后组织生活: 2015-04-16", Known(11)),
            ("最后交纳党费: 2010-04-15", Known(72)),
            ("最后交纳党费: 2010-04-16", Known(71)),
            ("最后交纳党费: 2005-04-15", Known(132)),
            ("最后交纳党费: 2005-04-16", Known(131)),
        ],
    );
}

#[test]
fn anniversaries_are_clamped_to_the_end_of_shorter_months() {
    for (ended, last, months) in [
        ("2016-02-29", "2015-08-31", 6),
        ("2016-02-28", "2015-08-31", 5),
        ("2016-02-29", "2015-08-30", 6),
        ("2016-02-28", "2015-08-29", 5),
        ("2015-02-28", "2014-08-31", 6),
        ("2015-02-27", "2014-08-31", 5),
        ("2015-02-28", "2014-08-29", 6),
        ("2015-02-27", "2014-08-28", 5),
        ("2016-04-30", "2015-10-31", 6),
        ("2016-04-29", "2015-10-31", 5),
        // The anniversary of 29 February in a common year.
        ("2015-02-28", "2012-02-29", 36),
        ("2015-02-27", "2012-02-29", 35),
    ] {
        let settings = format!("联系查找结束日: {ended}");
        expect(
            &settings,
            &[(&format!("最后组织生活: {last}"), Known(months))],
        );
    }
}

#[test]
fn the_later_of_the_two_dates() {
    expect(
        "",
        &[
            // 2012-06-30 … 2016-03-30: 45 months.
            (
                "最后组织生活: 2012-01-10, 最后交纳党费: 2012-06-30",
                Known(45),
            ),
            (
                "最后组织生活: 2012-06-30, 最后交纳党费: 2012-01-10",
                Known(45),
            ),
            (
                "最后组织生活: 2012-06-30, 最后交纳党费: 2012-06-30",
                Known(45),
            ),
        ],
    );
}

#[test]
fn coarse_dates_of_last_contact() {
    expect(
        "",
        &[
            // 04-01 … 04-15 six years; 04-30 a fortnight less.
            ("最后组织生活: 2010-04", Open(71, 72)),
            // 2004-12-01: 11 years 4 months; 12-31: 11 years 3 months.
            ("最后组织生活: 2004-12", Open(135, 136)),
            // 2012-01-01 … 2016-04-01 51; 2012-12-31 … 2016-03-31 39.
            ("最后组织生活: 2012", Open(39, 51)),
            // The coarse one is earlier on every reading.
            ("最后组织生活: 2010, 最后交纳党费: 2011-04-15", Known(60)),
            // The coarse one is later on every reading: 2011-05-01 … 05-31.
            (
                "最后组织生活: 2011-05, 最后交纳党费: 2011-04-15",
                Open(58, 59),
            ),
            // Not before 2011-04-15, not after 2011-12-31 (51 months).
            ("最后组织生活: 2011, 最后交纳党费: 2011-04-15", Open(51, 60)),
        ],
    );
}

#[test]
fn the_four_columns_and_what_is_printed() {
    let cases = [
        ("2015-10-15", "6个月以上不满1年", "6个月"),
        ("2015-04-16", "6个月以上不满1年", "11个月"),
        ("2015-04-15", "1年至5年", "1年"),
        // 5 years and 364 days.
        ("2010-04-16", "1年至5年", "5年11个月"),
        // 5.5 years.
        ("2010-10-15", "1年至5年", "5年6个月"),
        ("2010-04-15", "6年至10年", "6年"),
        ("2005-04-16", "6年至10年", "10年11个月"),
        ("2005-04-15", "11年及以上", "11年"),
        ("2004-12", "11年及以上", "11年3个月—11年4个月"),
        ("2010-04", "?", "5年11个月—6年"),
    ];
    let opened = branch(&cases.map(|(last, _, _)| unreachable(last)));
    for (index, (last, column, text)) in cases.iter().enumerate() {
        assert_eq!(opened.columns(index, "失去联系时间"), [*column], "{last}");
        let cell = format!("行[{index}].失去联系时间");
        assert_eq!(opened.cell("附件5", None, &cell), *text, "{last}");
    }
    assert_eq!(opened.forms(9, "E0304"), ["附件6"]);
    for index in [8, 9] {
        assert!(opened.codes(index).contains(&"W0305"), "{index}");
    }
}

/// forms.md: printed for every member of 附件3, as there.
#[test]
fn cards_print_the_time_of_members_of_the_register() {
    let opened = branch(&[
        unreachable("2012-01-10"),
        super::harness::found("2012-01-10", "2016-04-01"),
        super::harness::found("2015-10-16", "2016-04-01"),
        String::new(),
    ]);
    // 2012-01-10 … 2016-04-10: 4 years 3 months.
    for (index, text) in ["4年3个月", "4年3个月", "", ""].into_iter().enumerate() {
        let printed = opened.cell("附件1", Some(index), "失去联系时间");
        assert_eq!(printed, text, "{index}");
    }
}

/// forms.md again: a member who crossed the line during the search is in 附件5
/// and not in 附件3 (section 4).
#[test]
fn cards_print_no_time_of_members_who_are_not_in_the_register() {
    let opened = branch(&[unreachable("2015-10-15")]);
    assert!(opened.rows("附件3").is_empty());
    assert_eq!(opened.cell("附件1", Some(0), "失去联系时间"), "");
}
