//! The language of conditions and values in `form.yaml`: what it reads, what it
//! says of members, and how it refuses what is wrong.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use paicha::derive::{Asking, Certainty, Facts, Reference};
use paicha::expression::{
    ColumnNames, Expression, FaultKind, Figure, Lookup, MemberNames, Name, Scope, StandingIn, Type,
    Value,
};
use paicha::load::file_of;
use paicha::model::codes::{AgeMethod, ProbationerCount, RuleSet};
use paicha::model::custom::{CustomKeys, CustomType};
use paicha::model::handle::ById;
use paicha::model::member::Member;
use paicha::model::numbered::Numbered as _;
use paicha::model::provenance::Traced;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The days of the notice's round.
fn reference() -> Reference {
    let day = |year, month, of| Traced::constant(day(year, month, of));
    Reference {
        filled_on: day(2016, 4, 20),
        search_ended: day(2016, 4, 15),
        baseline: day(2016, 3, 15),
        away_from: day(2016, 1, 1),
        age_method: Traced::constant(AgeMethod::Completed),
        probationers: Traced::constant(ProbationerCount::UnderOneYear),
        rules: Traced::constant(RuleSet::Of2016),
    }
}

const MEMBER: &str = "姓名: 张建国
性别: 男
出生年月: 1965-03-12
民族: 汉族
身份证号码: \"622423196503121236\"
入党日期: 1990-07
转正日期: 1991-07
现任党内职务: [支部书记, 组织委员]
职业: 高校毕业生
月应交纳党费: 35.00
流动: {流出日期: 2015-03-01, 外出类型: 省外, 地点固定: true}
家庭主要成员:
  - {称谓: 妻子, 姓名: 赵兰, 出生年月: 1967-05}
  - {称谓: 儿子, 姓名: 张强, 出生年月: 1990-08-01}
自定义: {党代表: true, 级别: 县, 年限: 3}
";

fn custom() -> CustomKeys {
    BTreeMap::from([
        ("党代表".to_owned(), CustomType::Flag),
        (
            "级别".to_owned(),
            CustomType::Choice(vec!["市".into(), "县".into()]),
        ),
        ("年限".to_owned(), CustomType::Number),
    ])
}

/// Whether it holds for [`MEMBER`].
fn holds(text: &str) -> Certainty {
    with(text, |expression, scope| expression.holds(scope).value)
}

fn with<T>(text: &str, look: impl Fn(&Expression, &Scope<'_>) -> T) -> T {
    let custom = custom();
    let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
    let expression = Expression::read(text, &names);
    let expression = expression.unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    let file = file_of::<Member>(std::path::Path::new("张建国.yaml"), MEMBER);
    let member = file.record.unwrap();
    let reference = reference();
    let facts = Facts::derive(&member, &reference);
    let scope = Scope {
        asking: Asking::of(&member, &reference),
        facts: &facts,
        standing_in: &StandingIn::default(),
        entry: None,
    };
    look(&expression, &scope)
}

/// He is 51; 1990-07 to 2016-04-20 are 25 completed years; away since 2015-03-01,
/// 13 months.
#[test]
fn what_holds_for_a_member() {
    for (text, expected) in [
        ("性别 = “男”", true),
        ("性别 = \"女\"", false),
        ("性别 != “女”", true),
        ("年龄 = 51", true),
        ("年龄 在 46..60", true),
        ("年龄 在 ..50", false),
        ("年龄 在 51..", true),
        ("年龄 >= 51 且 年龄 < 52", true),
        ("年龄 ≤ 50 或 年龄 ≥ 51", true),
        ("非 (性别 = “女”)", true),
        ("非 性别 = “女” 且 年龄 = 51", true),
        // 且 binds closer than 或.
        ("性别 = “男” 或 性别 = “女” 且 年龄 = 1", true),
        ("(性别 = “男” 或 性别 = “女”) 且 年龄 = 1", false),
        ("民族 在 [“汉族”, “回族”]", true),
        ("民族 非 在 [“藏族”、“回族”]", true),
        ("“支部书记” 在 现任党内职务", true),
        ("“宣传委员” 在 现任党内职务", false),
        ("在册", true),
        ("流动党员 且 非 预备党员", true),
        ("流动.外出类型 = “省外”", true),
        ("流动.地点固定", true),
        ("月应交纳党费 > 34.99 且 月应交纳党费 <= 35", true),
        ("周年(出生年月, 填表日期) = 51", true),
        ("周年(出生年月, 2016-03-11) = 50", true),
        ("月数(流动.流出日期, 填表日期) = 13", true),
        ("天数(流动.流出日期, 2015-03-31) = 30", true),
        ("流动.流出日期 < 2016-01-01", true),
        ("年(出生年月) = 1965", true),
        ("数(家庭主要成员) = 2", true),
        ("数(出国) = 0", true),
        ("有(流动) 且 非 有(失联)", true),
        ("有(籍贯)", false),
        ("自定义.党代表 且 自定义.级别 = “县”", true),
        ("自定义.年限 + 2 = 5", true),
        ("年龄 - 自定义.年限 = 48", true),
        ("真 且 非 假", true),
    ] {
        let expected = Certainty::from(expected);
        assert_eq!(holds(text), expected, "{text}");
    }
}

/// 赵兰 was born in May 1967, 张强 on 1990-08-01; there is nothing under 出国.
#[test]
fn entries_of_a_list_are_asked_one_by_one() {
    use Certainty::{No, Open, Yes};
    for (text, expected) in [
        ("数(家庭主要成员, 本条.称谓 = “妻子”) = 1", Yes),
        ("数(家庭主要成员, 本条.出生年月 <= 1990-12-31) = 2", Yes),
        ("数(家庭主要成员, 本条.姓名 = “李四”) = 0", Yes),
        ("数(出国, 本条.出国日期 > 2000-01-01) = 0", Yes),
        ("有(出国, 本条.出国日期 > 2000-01-01)", No),
        ("有(家庭主要成员, 本条.姓名 = “张强”)", Yes),
        ("有(家庭主要成员, 本条.姓名 = “李四”)", No),
        (
            "非 有(家庭主要成员, 周年(本条.出生年月, 填表日期) < 25)",
            Yes,
        ),
        // What is said of the member holds for each entry.
        ("数(家庭主要成员, 性别 = “男”) = 2", Yes),
        (
            "数(家庭主要成员, 性别 = “男” 且 (本条.称谓 = “妻子”)) + 1 = 2",
            Yes,
        ),
        // Before 1967-05-15 or not: one or none, and surely not two.
        ("数(家庭主要成员, 本条.出生年月 < 1967-05-15) = 1", Open),
        ("数(家庭主要成员, 本条.出生年月 < 1967-05-15) <= 1", Yes),
        ("有(家庭主要成员, 本条.出生年月 < 1967-05-15)", Open),
        ("有(家庭主要成员, 本条.出生年月 > 1967-05-15)", Yes),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
    let text = "数(家庭主要成员, 本条.出生年月 < 1967-05-15) = 1";
    let found = with(text, |expression, scope| expression.holds(scope));
    let key = Member::key("家庭主要成员[].出生年月").unwrap();
    assert!(found.keys.has(key));
}

/// What is not given is equal to nothing, and neither more nor less than anything.
#[test]
fn what_is_not_given_is_equal_to_nothing() {
    for (text, expected) in [
        ("籍贯 = “甘肃”", Certainty::No),
        ("籍贯 != “甘肃”", Certainty::Yes),
        ("失联.取得联系日期 < 2016-01-01", Certainty::No),
        ("失联.取得联系日期 >= 2016-01-01", Certainty::No),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
}

/// 1990-07 is one of its days: some comparisons are open, and none is guessed. One
/// part that settles it does so.
#[test]
fn coarse_dates_leave_open_what_they_do_not_decide() {
    for (text, expected) in [
        ("入党日期 <= 1990-07-31", Certainty::Yes),
        ("入党日期 <= 1990-06-30", Certainty::No),
        ("入党日期 = 1990-08-15", Certainty::No),
        ("周年(入党日期, 填表日期) = 25", Certainty::Yes),
        ("入党日期 = 1990-07-15 且 性别 = “女”", Certainty::No),
        ("入党日期 = 1990-07-15 或 性别 = “男”", Certainty::Yes),
        // Who has no 失联 is not lost, and has no months.
        ("失联月数 > 6", Certainty::No),
        ("失联月数 <= 6", Certainty::No),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
    for (text, key) in [
        ("入党日期 <= 1990-07-15", "入党日期"),
        ("入党日期 = 1990-07-15", "入党日期"),
        ("周年(入党日期, 2016-07-15) >= 26", "入党日期"),
    ] {
        let found = with(text, |expression, scope| expression.holds(scope));
        assert_eq!(found.value, Certainty::Open, "{text}");
        assert!(found.keys.has(Member::key(key).unwrap()), "{text}");
    }
}

/// What one part settles does not follow from the keys of the others.
#[test]
fn nothing_follows_from_what_does_not_matter() {
    for (text, keys) in [
        ("年龄 = 51", vec!["出生年月"]),
        ("在册 且 性别 = “女”", vec!["性别"]),
        ("性别 = “女” 且 籍贯 = “甘肃”", vec!["性别"]),
        ("性别 = “男” 或 籍贯 = “甘肃”", vec!["性别"]),
        ("性别 = “女” 或 籍贯 = “甘肃”", vec!["性别", "籍贯"]),
        ("有(失联)", vec!["失联"]),
        ("流动.外出类型 = “省外”", vec!["流动.外出类型"]),
        ("失联.情形 = “其他”", vec!["失联"]),
        ("学历类 = “高中、中专”", vec!["学历学位"]),
    ] {
        let found = with(text, |expression, scope| expression.holds(scope));
        let of_member = found
            .keys
            .iter()
            .filter(|key| key.file() == paicha::model::numbered::KeyFile::Member);
        let routes: Vec<String> = of_member.map(|key| key.route().to_owned()).collect();
        assert_eq!(routes, keys, "{text}");
    }
}

/// Where a fault stands, in characters, and what it is.
#[test]
fn faults_have_their_places() {
    let custom = custom();
    let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
    for (text, place, is_it) in [
        (
            "年令 > 3",
            "年令",
            (|kind| matches!(kind, FaultKind::UnknownName(_, Some(near)) if near == "年龄"))
                as fn(&FaultKind) -> bool,
        ),
        ("性别 = 女", "女", |kind| {
            matches!(kind, FaultKind::UnknownName(..))
        }),
        ("性别 = “母”", "“母”", |kind| {
            matches!(kind, FaultKind::UnknownWord { .. })
        }),
        (
            "职业 = “高校毕业”",
            "“高校毕业”",
            |kind| matches!(kind, FaultKind::UnknownWord { near: Some(near), .. } if near == "高校毕业生"),
        ),
        ("年龄 > “三十”", "年龄 > “三十”", |kind| {
            matches!(kind, FaultKind::Unlike(Type::Number, Type::Text(_)))
        }),
        ("年龄 且 在册", "年龄", |kind| {
            matches!(
                kind,
                FaultKind::Type {
                    expected: Type::Flag,
                    ..
                }
            )
        }),
        ("性别 > “男”", "性别", |kind| {
            matches!(kind, FaultKind::Type { .. })
        }),
        ("家庭主要成员 = 2", "家庭主要成员 = 2", |kind| {
            matches!(kind, FaultKind::Unlike(..))
        }),
        ("周岁(出生年月, 填表日期) > 3", "周岁", |kind| {
            matches!(kind, FaultKind::UnknownFunction(_))
        }),
        ("周年(出生年月) > 3", "周年(出生年月)", |kind| {
            matches!(kind, FaultKind::Arguments { count: 2, .. })
        }),
        ("周年(姓名, 填表日期) > 3", "姓名", |kind| {
            matches!(
                kind,
                FaultKind::Type {
                    expected: Type::Date,
                    ..
                }
            )
        }),
        (
            "数(流动, 本条.流出日期 > 2016-01-01) = 1",
            "流动",
            |kind| matches!(kind, FaultKind::NoList(..)),
        ),
        (
            "数(家庭主要成员, 本条.称乎 = “妻子”) = 1",
            "本条.称乎",
            |kind| matches!(kind, FaultKind::UnknownName(_, Some(near)) if near == "本条.称谓"),
        ),
        (
            "有(家庭主要成员, 本条.姓名)",
            "本条.姓名",
            |kind| matches!(kind, FaultKind::Type { .. }),
        ),
        ("数(家庭主要成员, 真, 真) = 1", ",", |kind| {
            matches!(kind, FaultKind::Unexpected(_))
        }),
        // Outside of the brackets no entry is meant.
        (
            "数(家庭主要成员, 真) = 1 且 有(本条.姓名)",
            "本条.姓名",
            |kind| matches!(kind, FaultKind::UnknownName(..)),
        ),
        ("性别 = “男", "“", |kind| {
            matches!(kind, FaultKind::OpenText)
        }),
        ("年龄 > 3 %", "%", |kind| {
            matches!(kind, FaultKind::Character('%'))
        }),
        ("年龄 > 3 )", ")", |kind| {
            matches!(kind, FaultKind::Unexpected(_))
        }),
        ("年龄 在 [1 2]", "2", |kind| {
            matches!(kind, FaultKind::Unexpected(_))
        }),
        ("年龄 > ", "", |kind| matches!(kind, FaultKind::End)),
        ("", "", |kind| matches!(kind, FaultKind::End)),
        ("自定义.没有 = 1", "自定义.没有", |kind| {
            matches!(kind, FaultKind::UnknownName(..))
        }),
        ("出生年月 > 2016-13-01", "2016-13-01", |kind| {
            matches!(kind, FaultKind::NoDay(_))
        }),
    ] {
        let fault = Expression::read(text, &names).unwrap_err();
        assert_eq!(&text[fault.range.clone()], place, "{text}: {fault:?}");
        assert!(is_it(&fault.kind), "{text}: {fault:?}");
    }
}

#[test]
fn values_have_their_types() {
    for (text, expected) in [
        ("年龄", Value::number(51)),
        ("周年(出生年月, 填表日期) + 1", Value::number(52)),
        ("职业", Value::Text("高校毕业生".to_owned(), Some(4))),
        ("籍贯", Value::Absent),
        ("家庭主要成员", Value::Count(2)),
    ] {
        let found = with(text, |expression, scope| expression.value(scope));
        assert_eq!(found.value, expected, "{text}");
    }
}

/// Money adds up as on paper: 35.00 + 0.10 + 0.20 is 35.3, not what binary fractions make
/// of it.
#[test]
fn numbers_are_exact() {
    for (text, expected) in [
        ("0.2 + 0.2 + 0.2", "0.6"),
        ("17.55 + 17.55 + 17.55", "52.65"),
        ("100.10 + 0.1", "100.2"),
        ("月应交纳党费 + 0.1 + 0.2", "35.3"),
        ("0.3 - 0.1 - 0.2", "0"),
        ("0.1 - 35", "-34.9"),
        (
            "999999999999999999 + 0.000000001",
            "999999999999999999.000000001",
        ),
    ] {
        let found = with(text, |expression, scope| expression.value(scope).value);
        let Value::Number(low, high) = found else {
            panic!("{text}: {found:?}");
        };
        assert_eq!(low, high, "{text}");
        assert_eq!(low.to_string(), expected, "{text}");
    }
    for text in [
        "0.1 + 0.2 = 0.3",
        "月应交纳党费 + 0.1 = 35.1",
        "1.10 在 1.1..1.1",
    ] {
        assert_eq!(holds(text), Certainty::Yes, "{text}");
    }
    // More figures than are kept are refused where they stand, not cut.
    let custom = custom();
    let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
    for long in ["1000000000000000000", "0.0000000001"] {
        let fault = Expression::read(&format!("年龄 = {long}"), &names).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Unexpected(long.to_owned()));
    }
    let read = |text: &str| CustomType::Number.read(text).is_ok();
    assert!(read("100.10") && read("－３．５"));
    assert!(!read("1e3") && !read("0.0000000001") && !read("inf"));
}

/// Columns with marks in their names stand between back-quotes.
#[test]
fn relations_are_about_columns() {
    struct Row;
    impl Lookup for Row {
        fn value(&self, name: &Name) -> Traced<Value> {
            Traced::constant(match name {
                Name::Of(Figure::Column(column)) if column == "人数" => Value::number(3),
                _ => Value::number(1),
            })
        }
    }
    let columns = ["人数", "性别/女", "学历/高中、中专"].map(str::to_owned);
    let names = ColumnNames {
        heads: vec![(
            "性别".to_owned(),
            vec![columns[1].clone(), columns[2].clone()],
        )],
        columns: columns.to_vec(),
        ..ColumnNames::default()
    };
    for (text, expected) in [
        ("人数 = 性别/女 + `学历/高中、中专` + 1", Certainty::Yes),
        ("人数 < 性别/女", Certainty::No),
    ] {
        let relation = Expression::read(text, &names).unwrap();
        assert_eq!(relation.holds(&Row).value, expected, "{text}");
    }
    let fault = Expression::read("人数 = 男", &names).unwrap_err();
    assert!(matches!(fault.kind, FaultKind::UnknownName(..)));
}

/// However long and deep: an answer, at once.
#[test]
fn long_and_deep_expressions_are_refused() {
    let custom = custom();
    let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
    for text in [
        format!("{}在册{}", "(".repeat(500), ")".repeat(500)),
        format!("{}在册", "非 ".repeat(500)),
        "在册 且 ".repeat(1000),
    ] {
        let fault = Expression::read(&text, &names).unwrap_err();
        assert_eq!(fault.kind, FaultKind::TooLong);
    }
}

proptest! {
    /// Whatever is written, it is read or refused at a place in it.
    #[test]
    fn nothing_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(vec![
        "年龄", "性别", "在册", "流动.流出日期", "自定义.年限", "现任党内职务", "家庭主要成员",
        "且", "或", "非", "在", "=", "!=", "<", ">=", "..", "+", "-", "(", ")", "[", "]", ",",
        "1", "2.5", "2016-03-15", "“男”", "\"", "周年", "有", "数", "`", "@", "真", " ",
    ]), 0..12)) {
        let text = pieces.join(" ");
        let custom = custom();
        let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
        match Expression::read(&text, &names) {
            Ok(_) => drop(with(&text, |expression, scope| (expression.holds(scope), expression.value(scope)))),
            Err(fault) => prop_assert!(text.get(fault.range.clone()).is_some(), "{:?}", fault),
        }
    }
}

/// `民族: 回` in a member's file is read as 回族; so is what he is compared with.
#[test]
fn names_of_peoples_are_compared_by_what_they_mean() {
    for (text, expected) in [
        ("民族 = “汉”", Certainty::Yes),
        ("民族 = “汉族”", Certainty::Yes),
        ("“汉” = 民族", Certainty::Yes),
        ("民族 != “汉”", Certainty::No),
        ("民族 = “回”", Certainty::No),
        ("民族 在 [“回”, “汉”]", Certainty::Yes),
        ("民族 非 在 [“汉”]", Certainty::No),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
    let custom = custom();
    let names = MemberNames {
        custom: &custom,
        forms: &ById::default(),
        list: None,
    };
    for text in ["民族 = “汉人”", "民族 在 [“汉族”, “汗族”]", "性别 = “男性”"]
    {
        let fault = Expression::read(text, &names).unwrap_err();
        let is_word = matches!(fault.kind, FaultKind::UnknownWord { .. });
        assert!(is_word, "{text}: {fault:?}");
    }
    let fault = Expression::read("入党日期 > 2016-02-30", &names).unwrap_err();
    assert_eq!(fault.kind, FaultKind::NoDay("2016-02-30".into()));
}
