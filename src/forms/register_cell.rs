//! The cells of registers: what each column prints for a member.

use super::declaration::Format;
use super::printed::{name, shown, text};
use super::view::Person;
use crate::derive::shown::{duration, number, standing};
use crate::model::code::Code;
use crate::model::date::PartialDate;
use crate::model::value::{Given as _, Value};

/// A column: its name, the keys that it prints, as in [`super::origin`], and its
/// text. Where no keys stand, the name is the key.
type Cell = (
    &'static str,
    &'static [&'static str],
    fn(&Person<'_>, Option<Format>) -> String,
);

/// The columns that registers can have.
pub const CELLS: &[Cell] = &[
    ("姓名", &[], |p, _| name(p.member.name.as_ref())),
    ("性别", &[], |p, format| {
        code(p.member.sex.as_ref(), format)
    }),
    ("民族", &[], |p, _| {
        shown(p.member.ethnicity.as_ref(), |ethnicity| ethnicity.name())
    }),
    ("年龄", &["出生年月", "身份证号码"], |p, _| {
        p.facts
            .age
            .as_ref()
            .map(|age| number(age.value))
            .unwrap_or_default()
    }),
    (
        "党龄",
        &["入党日期", "转正日期", "党龄校正月数"],
        |p, _| {
            p.facts
                .standing
                .as_ref()
                .map(|s| standing(s.value))
                .unwrap_or_default()
        },
    ),
    (
        "学历",
        &["学历学位.全日制教育.学历", "学历学位.在职教育.学历"],
        |p, _| {
            p.facts
                .schooling
                .as_ref()
                .map(|s| s.value.text.clone())
                .unwrap_or_default()
        },
    ),
    ("出生年月", &[], |p, _| {
        shown(p.member.born.as_ref(), |born| born.to_month())
    }),
    ("入党时间", &["入党日期"], |p, _| {
        shown(p.member.joined.as_ref(), PartialDate::to_string)
    }),
    (
        "流出地所在支部",
        &["流动.流出地所在支部", "党组织:简称|名称"],
        home_branch,
    ),
    (
        "流入地所在支部",
        &["流动.流入地所在支部"],
        |p, _| text(p.member.away.as_ref().and_then(|a| a.host_branch.as_ref())),
    ),
    ("流动时间", &["流动.流出日期"], |p, _| {
        shown(
            p.member.away.as_ref().and_then(|a| a.left.as_ref()),
            PartialDate::to_string,
        )
    }),
    ("从业状况", &["流动.从业状况"], |p, format| {
        code(
            p.member.away.as_ref().and_then(|a| a.employment.as_ref()),
            format,
        )
    }),
    ("党员身份", &["流动.党员身份"], |p, format| {
        code(
            p.member.away.as_ref().and_then(|a| a.status.as_ref()),
            format,
        )
    }),
    (
        "开具组织关系",
        &["流动.开具组织关系"],
        |p, _| {
            shown(
                p.member.away.as_ref().and_then(|a| a.letter.as_ref()),
                |letter| if *letter { "有" } else { "无" }.to_owned(),
            )
        },
    ),
    ("流动证号", &["流动.活动证号码"], |p, _| {
        text(p.member.away.as_ref().and_then(|a| a.card.as_ref()))
    }),
    ("联系方式", &["手机号码"], |p, _| {
        text(p.member.phone.as_ref())
    }),
    ("联系电话", &["手机号码"], |p, _| {
        text(p.member.phone.as_ref())
    }),
    ("职业", &[], |p, format| {
        code(p.member.occupation.as_ref(), format)
    }),
    ("曾任党内职务", &["曾任党内职务", "现任党内职务"], posts),
    (
        "失去联系时间",
        &["失联.最后组织生活", "失联.最后交纳党费"],
        |p, _| {
            p.facts
                .lost
                .as_ref()
                .map(|l| duration(l.months.value))
                .unwrap_or_default()
        },
    ),
    ("失去联系情形", &["失联.情形"], |p, format| {
        code(
            p.member.lost.as_ref().and_then(|l| l.cause.as_ref()),
            format,
        )
    }),
    (
        "党组织类别",
        &["失联.党组织类别", "党组织:党组织类别"],
        class,
    ),
    ("备注", &["失联.备注"], |p, _| {
        text(p.member.lost.as_ref().and_then(|l| l.remarks.as_ref()))
    }),
];

/// The column of the rows' numbers.
pub const NUMBER: &str = "序号";

/// Whether registers can have a column of this key.
pub fn is_known(key: &str) -> bool {
    key == NUMBER || CELLS.iter().any(|(name, ..)| *name == key)
}

/// The columns that registers can have.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(NUMBER).chain(CELLS.iter().map(|(name, ..)| *name))
}

/// The keys that a column prints.
pub fn keys(key: &str) -> Vec<&'static str> {
    match CELLS.iter().find(|(name, ..)| *name == key) {
        Some((name, [], _)) => vec![name],
        Some((_, keys, _)) => keys.to_vec(),
        None => Vec::new(),
    }
}

/// The text of a column; `None` where there is no such column.
pub fn cell(key: &str, person: &Person<'_>, format: Option<Format>) -> Option<String> {
    let (.., text) = CELLS.iter().find(|(name, ..)| *name == key)?;
    Some(text(person, format))
}

fn code<C: Code>(value: Option<&Value<C>>, format: Option<Format>) -> String {
    shown(value, |code| one_code(*code, format))
}

fn one_code<C: Code>(code: C, format: Option<Format>) -> String {
    match format {
        Some(Format::Code) => code.circled().to_string(),
        _ => code.word().to_owned(),
    }
}

/// Former posts, then present ones, each once.
fn posts(person: &Person<'_>, _: Option<Format>) -> String {
    let all = person
        .member
        .former_posts
        .iter()
        .chain(&person.member.posts);
    let mut posts: Vec<&str> = Vec::new();
    for post in all {
        if !posts.contains(&post.text.as_str()) {
            posts.push(&post.text);
        }
    }
    posts.join("、")
}

fn home_branch(person: &Person<'_>, _: Option<Format>) -> String {
    let given = person
        .member
        .away
        .as_ref()
        .and_then(|away| away.home_branch.as_ref());
    given.map_or_else(
        || person.organisation.title().to_owned(),
        |value| value.text.clone(),
    )
}

/// The class given for the member, else the branch's.
fn class(person: &Person<'_>, format: Option<Format>) -> String {
    let own = person
        .member
        .lost
        .as_ref()
        .and_then(|lost| lost.class.given());
    let class = own.or(person.organisation.class.given());
    class
        .map(|class| one_code(*class, format))
        .unwrap_or_default()
}
