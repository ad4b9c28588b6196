//! The cells of registers: what each column prints for a member.

use super::declaration::Format;
use super::printed::{name, shown, text};
use super::printing::Print::{Computed as Computes, Text, Word};
use super::printing::{Computed, Print, Printing, shown as shown_reading};
use crate::derive::shown::{duration, number, standing};
use crate::model::code::Code;
use crate::model::date::PartialDate;
use crate::model::member::{Away, Lost};
use crate::model::noted::Noted;
use crate::model::value::Value;

/// A column: its name, and what it prints.
type Cell = (&'static str, Print);

/// The columns that registers can have.
const CELLS: &[Cell] = &[
    ("姓名", Text(|p| name(p.member.name()))),
    ("性别", Word(|p, format| code(p.member.sex(), format))),
    (
        "民族",
        Text(|p| shown(p.member.ethnicity(), |ethnicity| ethnicity.name())),
    ),
    (
        "年龄",
        Computes("年龄", |p| {
            shown_reading(*p.fact(|facts| &facts.age.completed), number)
        }),
    ),
    (
        "党龄",
        Computes("党龄", |p| {
            let Some(years) = *p.fact(|facts| &facts.standing) else {
                return Computed::default();
            };
            let text = standing(years);
            let open = years.is_open().then(|| text.clone());
            Computed { text, open }
        }),
    ),
    (
        "学历",
        Text(|p| {
            p.fact(|facts| &facts.schooling.text)
                .clone()
                .unwrap_or_default()
        }),
    ),
    (
        "出生年月",
        Text(|p| shown(p.member.born(), |born| born.to_month())),
    ),
    (
        "入党时间",
        Text(|p| shown(p.member.joined(), PartialDate::to_string)),
    ),
    (
        "流出地所在支部",
        Text(|p| {
            let given = p.member.away().and_then(Noted::<Away>::home_branch);
            given.map_or_else(
                || p.organisation.title().to_owned(),
                |value| value.text.clone(),
            )
        }),
    ),
    (
        "流入地所在支部",
        Text(|p| away(p, |away| text(away.host_branch()))),
    ),
    (
        "流动时间",
        Text(|p| away(p, |away| shown(away.left(), PartialDate::to_string))),
    ),
    (
        "从业状况",
        Word(|p, format| away(p, |away| code(away.employment(), format))),
    ),
    (
        "党员身份",
        Word(|p, format| away(p, |away| code(away.status(), format))),
    ),
    (
        "开具组织关系",
        Text(|p| {
            let word = |letter: &bool| if *letter { "有" } else { "无" }.to_owned();
            away(p, |away| shown(away.letter(), word))
        }),
    ),
    ("流动证号", Text(|p| away(p, |away| text(away.card())))),
    ("联系方式", Text(|p| text(p.member.phone()))),
    ("联系电话", Text(|p| text(p.member.phone()))),
    (
        "职业",
        Word(|p, format| code(p.member.occupation(), format)),
    ),
    ("曾任党内职务", Text(posts)),
    (
        "失去联系时间",
        Computes("失去联系时间", |p| {
            shown_reading(*p.fact(|facts| &facts.lost.months), duration)
        }),
    ),
    (
        "失去联系情形",
        Word(|p, format| lost(p, |lost| code(lost.cause(), format))),
    ),
    (
        "党组织类别",
        Word(|p, format| {
            // The class given for the member, else the branch's.
            let own = p.member.lost().and_then(Noted::<Lost>::class);
            code(own.or_else(|| p.organisation.class()), format)
        }),
    ),
    ("备注", Text(|p| lost(p, |lost| text(lost.remarks())))),
];

/// The column of the rows' numbers.
pub const NUMBER: &str = "序号";

/// Whether registers can have a column of this key.
pub fn is_known(key: &str) -> bool {
    key == NUMBER || CELLS.iter().any(|(name, _)| *name == key)
}

/// The columns that registers can have.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(NUMBER).chain(CELLS.iter().map(|(name, _)| *name))
}

/// What a column prints; none where there is no such column.
pub fn cell(key: &str) -> Option<&'static Print> {
    let mut cells = CELLS.iter();
    cells.find(|(name, _)| *name == key).map(|(_, print)| print)
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
fn posts(p: Printing<'_>) -> String {
    let all = p.member.former_posts().iter().chain(p.member.posts());
    let mut posts: Vec<&str> = Vec::new();
    for post in all {
        if !posts.contains(&post.text.as_str()) {
            posts.push(&post.text);
        }
    }
    posts.join("、")
}

fn away(p: Printing<'_>, value: impl Fn(Noted<'_, Away>) -> String) -> String {
    p.member.away().map(value).unwrap_or_default()
}

fn lost(p: Printing<'_>, value: impl Fn(Noted<'_, Lost>) -> String) -> String {
    p.member.lost().map(value).unwrap_or_default()
}
