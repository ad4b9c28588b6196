//! The cells of registers: what each column prints for a member.

use super::declaration::Format;
use super::printed::{name, shown, telephone, text};
use super::printing::{Cell, Print, Printing, Shown, cells, shown as reading};
use crate::derive::notation::{duration, number, standing};
use crate::expression::Value as Evaluated;
use crate::model::code::Code;
use crate::model::date::PartialDate;
use crate::model::member::{Away, Lost};
use crate::model::noted::Noted;
use crate::model::value::Value;

/// The column of the rows' numbers.
pub const NUMBER: &str = "序号";

/// The formats of words of numbered lists, and of dates.
const CODED: &[Format] = &[Format::Code];
const DATED: &[Format] = &[Format::Month, Format::Year, Format::Capital];

/// The columns that registers can have.
static CELLS: &[Cell] = cells! { p;
    "姓名": name(p.member.name()),
    "性别" as CODED: code(p, p.member.sex()),
    "民族": shown(p.member.ethnicity(), |ethnicity| ethnicity.name()),
    "年龄" = reading(*p.fact(|facts| &facts.age.completed), number),
    "党龄" = years(p),
    "学历": p.fact(|facts| &facts.schooling.text).clone().unwrap_or_default(),
    "出生年月": shown(p.member.born(), |born| born.to_month()),
    "入党时间" as DATED: date(p, p.member.joined()),
    "所在党支部": p.organisation.title().to_owned(),
    "流出地所在支部": home_branch(p),
    "流入地所在支部": away(p, |away| text(away.host_branch())),
    "流动时间" as DATED: away(p, |away| date(p, away.left())),
    "从业状况" as CODED: away(p, |away| code(p, away.employment())),
    "党员身份" as CODED: away(p, |away| code(p, away.status())),
    "开具组织关系": away(p, |away| shown(away.letter(), |letter| if *letter { "有" } else { "无" }.to_owned())),
    "流动证号": away(p, |away| text(away.card())),
    "联系方式": telephone(p.member.phone()),
    "联系电话": telephone(p.member.phone()),
    "职业" as CODED: code(p, p.member.occupation()),
    "曾任党内职务": posts(p),
    "失去联系时间" = reading(*p.fact(|facts| &facts.lost.months), duration),
    "失去联系情形" as CODED: lost(p, |lost| code(p, lost.cause())),
    "党组织类别" as CODED: class(p),
    "备注": lost(p, |lost| text(lost.remarks())),
};

/// The columns that registers can have.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(NUMBER).chain(CELLS.iter().map(|cell| cell.name))
}

/// A column; none where there is no such column.
pub fn cell(key: &str) -> Option<&'static Cell> {
    CELLS.iter().find(|cell| cell.name == key)
}

/// Whether a column that the program knows can be printed in a format: any is letter by
/// letter.
pub fn prints(key: &str, format: Format) -> bool {
    let known = cell(key).is_some_and(|cell| cell.formats.contains(&format));
    known || format == Format::Apart
}

fn date(p: Printing<'_>, value: Option<&Value<PartialDate>>) -> String {
    shown(value, |date| {
        super::printed::value(&Evaluated::Date(*date), p.format)
    })
}

fn code<C: Code>(p: Printing<'_>, value: Option<&Value<C>>) -> String {
    shown(value, |code| match p.format {
        Some(Format::Code) => code.circled().to_string(),
        _ => code.word().to_owned(),
    })
}

fn years(p: Printing<'_>) -> Shown {
    let Some(years) = *p.fact(|facts| &facts.standing) else {
        return Shown::default();
    };
    let text = standing(years);
    let open = years.is_open().then(|| text.clone());
    Shown { text, open }
}

/// The branch that he has left, else his own.
fn home_branch(p: Printing<'_>) -> String {
    let given = p.member.away().and_then(Noted::<Away>::home_branch);
    given
        .map_or_else(|| p.organisation.title(), |value| &value.text)
        .to_owned()
}

/// The class given for the member, else the branch's.
fn class(p: Printing<'_>) -> String {
    let own = p.member.lost().and_then(Noted::<Lost>::class);
    code(p, own.or_else(|| p.organisation.class()))
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
