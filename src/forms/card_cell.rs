//! The cells of 附件1: what each prints for a member.

use super::printed::{joined, name, shown, text};
use super::printing::Print::{Computed as Computes, Text};
use super::printing::{Computed, OpenReading, Print, Printed, Printing, shown as shown_reading};
use crate::derive::age::age_of_relative;
use crate::derive::shown::{duration, number};
use crate::model::code::Code as _;
use crate::model::date::PartialDate;
use crate::model::member::{Abroad, Appraisal, Away, Degree, Relative};
use crate::model::name::PersonName;
use crate::model::noted::{Noted, NotedList};
use crate::model::provenance::Traced;
use crate::model::value::Value;

/// A cell: its name, and what it prints.
type Cell = (&'static str, Print);

/// The cells that stand there once, in the order of the form.
const CELLS: &[Cell] = &[
    ("姓名", Text(|p| name(p.member.name()))),
    (
        "性别",
        Text(|p| shown(p.member.sex(), |sex| sex.word().to_owned())),
    ),
    ("出生年月", Computes("年龄", born_and_age)),
    (
        "民族",
        Text(|p| shown(p.member.ethnicity(), |ethnicity| ethnicity.name())),
    ),
    ("籍贯", Text(|p| text(p.member.native_place()))),
    ("婚姻状况", Text(|p| text(p.member.marriage()))),
    ("入党日期", Text(|p| date(p.member.joined()))),
    ("转正日期", Text(|p| date(p.member.confirmed()))),
    ("参加工作时间", Text(|p| date(p.member.work_began()))),
    ("入党时所在支部", Text(|p| text(p.member.joined_in()))),
    ("转正时所在支部", Text(|p| text(p.member.confirmed_in()))),
    (
        "学历学位.全日制教育",
        Text(|p| level_and_degree(full_time(p))),
    ),
    (
        "学历学位.全日制教育.毕业院校系及专业",
        Text(|p| text(full_time(p).and_then(Noted::<Degree>::school))),
    ),
    (
        "学历学位.在职教育",
        Text(|p| level_and_degree(part_time(p))),
    ),
    (
        "学历学位.在职教育.毕业院校系及专业",
        Text(|p| text(part_time(p).and_then(Noted::<Degree>::school))),
    ),
    ("工作单位及职务", Text(|p| text(p.member.employer()))),
    ("组织关系所在单位", Text(|p| text(p.member.relation_at()))),
    ("户籍所在地", Text(|p| text(p.member.registered_at()))),
    ("现居住地", Text(|p| text(p.member.lives_at()))),
    ("所在党支部", Text(|p| p.organisation.title().to_owned())),
    ("进入党支部日期", Text(|p| date(p.member.entered_branch()))),
    (
        "现任党内职务",
        Text(|p| joined(p.member.posts(), String::as_str)),
    ),
    (
        "入党介绍人",
        Text(|p| joined(p.member.introducers(), PersonName::as_str)),
    ),
    (
        "月应交纳党费",
        Text(|p| shown(p.member.dues(), |dues| format!("{dues}元"))),
    ),
    ("手机号码", Text(|p| text(p.member.phone()))),
    (
        "身份证号码",
        Text(|p| shown(p.member.id_number(), |id| id.as_str().to_owned())),
    ),
    ("QQ号码或微信号", Text(|p| text(p.member.messenger()))),
    ("奖惩情况", Text(|p| text(p.member.rewards()))),
    (
        "出国.出国日期",
        Text(|p| stays(p, |stay| date(stay.left()))),
    ),
    (
        "出国.出国原因",
        Text(|p| stays(p, |stay| text(stay.cause()))),
    ),
    (
        "出国.出国后与组织联系情况",
        Text(|p| stays(p, |stay| text(stay.contact()))),
    ),
    (
        "出国.党籍处理方式",
        Text(|p| stays(p, |stay| text(stay.membership()))),
    ),
    (
        "出国.回国日期",
        Text(|p| stays(p, |stay| date(stay.back()))),
    ),
    (
        "出国.恢复组织生活情况",
        Text(|p| stays(p, |stay| text(stay.resumed()))),
    ),
    ("流动.流出日期", Text(|p| away(p, |away| date(away.left())))),
    (
        "流动.外出流向",
        Text(|p| away(p, |away| text(away.destination()))),
    ),
    (
        "流动.外出类型",
        Text(|p| {
            away(p, |away| {
                shown(away.range(), |range| range.word().to_owned())
            })
        }),
    ),
    (
        "流动.外出原因",
        Text(|p| away(p, |away| text(away.cause()))),
    ),
    (
        "流动.活动证号码",
        Text(|p| away(p, |away| text(away.card()))),
    ),
    (
        "流动.与党组织联系情况",
        Text(|p| away(p, |away| text(away.contact()))),
    ),
    (
        "流动.流出党支部联系人及联系方式",
        Text(|p| away(p, |away| text(away.home_contact()))),
    ),
    (
        "流动.流入党支部联系人及联系方式",
        Text(|p| away(p, |away| text(away.host_contact()))),
    ),
    (
        "流动.流入地",
        Text(|p| away(p, |away| text(away.host_place()))),
    ),
    (
        LOST_TIME,
        Computes("失去联系时间", |p| {
            shown_reading(*p.fact(|facts| &facts.lost.months), duration)
        }),
    ),
];

/// Printed for some members only: an empty one stays empty.
const LOST_TIME: &str = "失去联系时间";

/// A cell of a list: its key, and what it prints of an item.
type Listed<R> = (&'static str, Item<R>);

/// What a cell of a list prints of an item.
enum Item<R: 'static> {
    /// What stands in the file.
    Text(for<'a> fn(Noted<'a, R>) -> String),
    /// The same; an empty one stays empty.
    Bare(for<'a> fn(Noted<'a, R>) -> String),
    /// What is computed.
    Computed(
        &'static str,
        for<'a> fn(Printing<'a>, Noted<'a, R>) -> Computed,
    ),
}

/// The cells of a line of 民主评议.
const APPRAISALS: (&str, &[Listed<Appraisal>]) = (
    "民主评议",
    &[
        ("评议时间", Item::Bare(|appraisal| text(appraisal.day()))),
        ("评议结果", Item::Text(|appraisal| text(appraisal.result()))),
    ],
);

/// The cells of a line of 家庭主要成员.
const FAMILY: (&str, &[Listed<Relative>]) = (
    "家庭主要成员",
    &[
        ("称谓", Item::Text(|relative| text(relative.relation()))),
        ("姓名", Item::Text(|relative| name(relative.name()))),
        (
            "年龄",
            Item::Computed("家庭成员年龄", |p, relative| {
                shown_reading(age_of_relative(relative, p.days), number)
            }),
        ),
        ("政治面貌", Item::Text(|relative| text(relative.politics()))),
        (
            "工作单位及职务",
            Item::Text(|relative| text(relative.employer())),
        ),
    ],
);

/// The photo, which is no text.
pub const PHOTO: &str = "照片";

/// All cells that cards can have, those of lists with empty brackets.
pub fn names() -> impl Iterator<Item = &'static str> {
    static LISTED: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
        let of = |list: &str, key: &str| format!("{list}[].{key}");
        let appraisals = APPRAISALS.1.iter().map(|(key, _)| of(APPRAISALS.0, key));
        let family = FAMILY.1.iter().map(|(key, _)| of(FAMILY.0, key));
        appraisals.chain(family).collect()
    });
    let texts = CELLS.iter().map(|(name, _)| *name);
    texts
        .chain([PHOTO])
        .chain(LISTED.iter().map(String::as_str))
}

/// The texts of all cells of a member's card by name, and the lengths of its lists.
pub struct Card {
    /// The cells.
    pub cells: Vec<(String, Traced<String>)>,
    /// The lists.
    pub counts: Vec<(&'static str, Traced<usize>)>,
}

/// The cells of a member's card.
pub fn card(printed: &Printed<'_>) -> Card {
    let cells = CELLS.iter().map(|(name, print)| {
        let text = printed.traced(|p| print.text(p, None));
        let text = match *name == LOST_TIME {
            true => text,
            false => printed.or_empty(text),
        };
        ((*name).to_owned(), text)
    });
    let mut card = Card {
        cells: cells.collect(),
        counts: Vec::new(),
    };
    card.list(printed, APPRAISALS, |p| p.member.appraisals());
    card.list(printed, FAMILY, |p| p.member.family());
    card
}

impl Card {
    fn list<R>(
        &mut self,
        printed: &Printed<'_>,
        (list, keys): (&'static str, &[Listed<R>]),
        of: for<'a> fn(Printing<'a>) -> NotedList<'a, R>,
    ) {
        let count = printed.traced(|p| of(p).len());
        self.counts.push((list, count));
        for index in 0..count.value {
            for (key, print) in keys {
                let text = printed.traced(|p| {
                    let item = of(p).iter().nth(index);
                    item.map(|item| print.text(p, item)).unwrap_or_default()
                });
                let text = match print {
                    Item::Bare(_) => text,
                    _ => printed.or_empty(text),
                };
                self.cells.push((format!("{list}[{index}].{key}"), text));
            }
        }
    }
}

impl<R> Item<R> {
    fn text<'a>(&self, printing: Printing<'a>, item: Noted<'a, R>) -> String {
        match self {
            Self::Text(text) | Self::Bare(text) => text(item),
            Self::Computed(_, computed) => computed(printing, item).text,
        }
    }
}

/// What a card computes and a date leaves open, by the cell.
pub fn open(printed: &Printed<'_>) -> Vec<(String, OpenReading)> {
    let own = CELLS.iter().filter_map(|(name, print)| {
        let open = print.open(printed)?;
        Some(((*name).to_owned(), open))
    });
    let mut all: Vec<_> = own.collect();
    of_list(printed, APPRAISALS, |p| p.member.appraisals(), &mut all);
    of_list(printed, FAMILY, |p| p.member.family(), &mut all);
    all
}

fn of_list<R>(
    printed: &Printed<'_>,
    (list, keys): (&'static str, &[Listed<R>]),
    of: for<'a> fn(Printing<'a>) -> NotedList<'a, R>,
    all: &mut Vec<(String, OpenReading)>,
) {
    for (key, print) in keys {
        let Item::Computed(fact, computed) = print else {
            continue;
        };
        for index in 0..printed.traced(|p| of(p).len()).value {
            let item = printed.traced(|p| computed(p, of(p).iter().nth(index)?).open);
            all.extend(item.value.map(|shown| {
                let open = OpenReading {
                    fact: (*fact).to_owned(),
                    shown,
                    keys: item.keys,
                };
                (format!("{list}[].{key}"), open)
            }));
        }
    }
}

fn date(value: Option<&Value<PartialDate>>) -> String {
    shown(value, PartialDate::to_string)
}

fn born_and_age(p: Printing<'_>) -> Computed {
    let born = shown(p.member.born(), |born| born.to_month());
    let age = shown_reading(*p.fact(|facts| &facts.age.completed), number);
    let text = match age.text.is_empty() {
        true => born,
        false => format!("{born}（{}岁）", age.text),
    };
    Computed { text, ..age }
}

fn full_time(p: Printing<'_>) -> Option<Noted<'_, Degree>> {
    p.member.education()?.full_time()
}

fn part_time(p: Printing<'_>) -> Option<Noted<'_, Degree>> {
    p.member.education()?.part_time()
}

fn level_and_degree(degree: Option<Noted<'_, Degree>>) -> String {
    let Some(degree) = degree else {
        return String::new();
    };
    let level = degree.level().map_or("", |level| level.text.as_str());
    let degree = degree.degree().map_or("", |degree| degree.text.as_str());
    let parts = [level, degree].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The values of several stays follow one another; a stay without one of them
/// shows a dash, so that it stays clear which value belongs to which stay.
fn stays(p: Printing<'_>, value: impl Fn(Noted<'_, Abroad>) -> String) -> String {
    let values: Vec<String> = p.member.abroad().iter().map(value).collect();
    if values.iter().all(String::is_empty) {
        return String::new();
    }
    let shown = values
        .iter()
        .map(|value| if value.is_empty() { "—" } else { value });
    shown.collect::<Vec<_>>().join("；")
}

fn away(p: Printing<'_>, value: impl Fn(Noted<'_, Away>) -> String) -> String {
    p.member.away().map(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut all: Vec<_> = names().collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
