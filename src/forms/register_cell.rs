//! The cells of registers: what each column prints for a member.

use super::declaration::Format;
use super::printed::{name, shown, text};
use super::view::Person;
use crate::derive::shown::{duration, number, standing};
use crate::model::code::Code;
use crate::model::date::PartialDate;
use crate::model::value::{Given as _, Value};

/// A column: its key and its text.
type Cell = (&'static str, fn(&Person<'_>, Option<Format>) -> String);

/// The columns that registers can have.
pub const CELLS: &[Cell] = &[
    ("姓名", |p, _| name(p.member.name.as_ref())),
    ("性别", |p, format| code(p.member.sex.as_ref(), format)),
    ("民族", |p, _| {
        shown(p.member.ethnicity.as_ref(), |ethnicity| ethnicity.name())
    }),
    ("年龄", |p, _| {
        p.facts
            .age
            .as_ref()
            .map(|age| number(age.value))
            .unwrap_or_default()
    }),
    ("党龄", |p, _| {
        p.facts
            .standing
            .as_ref()
            .map(|s| standing(s.value))
            .unwrap_or_default()
    }),
    ("学历", |p, _| {
        p.facts
            .schooling
            .as_ref()
            .map(|s| s.value.text.clone())
            .unwrap_or_default()
    }),
    ("出生年月", |p, _| {
        shown(p.member.born.as_ref(), |born| born.to_month())
    }),
    ("入党时间", |p, _| {
        shown(p.member.joined.as_ref(), PartialDate::to_string)
    }),
    ("流出地所在支部", home_branch),
    ("流入地所在支部", |p, _| {
        text(p.member.away.as_ref().and_then(|a| a.host_branch.as_ref()))
    }),
    ("流动时间", |p, _| {
        shown(
            p.member.away.as_ref().and_then(|a| a.left.as_ref()),
            PartialDate::to_string,
        )
    }),
    ("从业状况", |p, format| {
        code(
            p.member.away.as_ref().and_then(|a| a.employment.as_ref()),
            format,
        )
    }),
    ("党员身份", |p, format| {
        code(
            p.member.away.as_ref().and_then(|a| a.status.as_ref()),
            format,
        )
    }),
    ("开具组织关系", |p, _| {
        shown(
            p.member.away.as_ref().and_then(|a| a.letter.as_ref()),
            |letter| if *letter { "有" } else { "无" }.to_owned(),
        )
    }),
    ("流动证号", |p, _| {
        text(p.member.away.as_ref().and_then(|a| a.card.as_ref()))
    }),
    ("联系方式", |p, _| text(p.member.phone.as_ref())),
    ("联系电话", |p, _| text(p.member.phone.as_ref())),
    ("职业", |p, format| {
        code(p.member.occupation.as_ref(), format)
    }),
    ("曾任党内职务", posts),
    ("失去联系时间", |p, _| {
        p.facts
            .lost
            .as_ref()
            .map(|l| duration(l.months.value))
            .unwrap_or_default()
    }),
    ("失去联系情形", |p, format| {
        code(
            p.member.lost.as_ref().and_then(|l| l.cause.as_ref()),
            format,
        )
    }),
    ("党组织类别", class),
    ("备注", |p, _| {
        text(p.member.lost.as_ref().and_then(|l| l.remarks.as_ref()))
    }),
];

/// Whether registers can have a column of this key.
pub fn is_known(key: &str) -> bool {
    CELLS.iter().any(|(name, _)| *name == key)
}

/// The text of a column; `None` where there is no such column.
pub fn cell(key: &str, person: &Person<'_>, format: Option<Format>) -> Option<String> {
    let (_, text) = CELLS.iter().find(|(name, _)| *name == key)?;
    Some(text(person, format))
}

fn code<C: Code>(value: Option<&Value<C>>, format: Option<Format>) -> String {
    shown(value, |code| one_code(*code, format))
}

fn one_code<C: Code>(code: C, format: Option<Format>) -> String {
    match format {
        Some(Format::Code) => code.circled().to_string(),
        None => code.word().to_owned(),
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
