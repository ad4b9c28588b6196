//! The cells of 附件1: what each prints for a member.

use super::printed::{joined, name, shown, text};
use super::view::Person;
use crate::derive::Certainty;
use crate::derive::age::age_of_relative;
use crate::derive::shown::{duration, number};
use crate::model::code::Code as _;
use crate::model::date::PartialDate;
use crate::model::member::{Abroad, Away, Degree, Relative};
use crate::model::name::PersonName;
use crate::model::value::Value;

/// A cell: its name, the keys that it prints, as in [`super::origin`], and its
/// text. Where no keys stand, the name is the key.
type Cell = (
    &'static str,
    &'static [&'static str],
    fn(&Person<'_>) -> String,
);

/// The cells outside the block of 流动 in the order of the form.
pub const CELLS: &[Cell] = &[
    ("姓名", &[], |p| name(p.member.name.as_ref())),
    ("性别", &[], |p| {
        shown(p.member.sex.as_ref(), |sex| sex.word().to_owned())
    }),
    ("出生年月", &["出生年月", "身份证号码"], born_and_age),
    ("民族", &[], |p| {
        shown(p.member.ethnicity.as_ref(), |ethnicity| ethnicity.name())
    }),
    ("籍贯", &[], |p| text(p.member.native_place.as_ref())),
    ("婚姻状况", &[], |p| text(p.member.marriage.as_ref())),
    ("入党日期", &[], |p| date(p.member.joined.as_ref())),
    ("转正日期", &[], |p| date(p.member.confirmed.as_ref())),
    ("参加工作时间", &[], |p| {
        date(p.member.work_began.as_ref())
    }),
    ("入党时所在支部", &[], |p| {
        text(p.member.joined_in.as_ref())
    }),
    ("转正时所在支部", &[], |p| {
        text(p.member.confirmed_in.as_ref())
    }),
    (
        "学历学位.全日制教育",
        &["学历学位.全日制教育.学历", "学历学位.全日制教育.学位"],
        |p| level_and_degree(full_time(p)),
    ),
    (
        "学历学位.全日制教育.毕业院校系及专业",
        &[],
        |p| text(full_time(p).and_then(|d| d.school.as_ref())),
    ),
    (
        "学历学位.在职教育",
        &["学历学位.在职教育.学历", "学历学位.在职教育.学位"],
        |p| level_and_degree(part_time(p)),
    ),
    (
        "学历学位.在职教育.毕业院校系及专业",
        &[],
        |p| text(part_time(p).and_then(|d| d.school.as_ref())),
    ),
    ("工作单位及职务", &[], |p| {
        text(p.member.employer.as_ref())
    }),
    ("组织关系所在单位", &[], |p| {
        text(p.member.relation_at.as_ref())
    }),
    ("户籍所在地", &[], |p| {
        text(p.member.registered_at.as_ref())
    }),
    ("现居住地", &[], |p| text(p.member.lives_at.as_ref())),
    ("所在党支部", &["党组织:简称|名称"], |p| {
        p.organisation.title().to_owned()
    }),
    ("进入党支部日期", &[], |p| {
        date(p.member.entered_branch.as_ref())
    }),
    ("现任党内职务", &[], |p| {
        joined(&p.member.posts, String::as_str)
    }),
    ("入党介绍人", &[], |p| {
        joined(&p.member.introducers, PersonName::as_str)
    }),
    ("月应交纳党费", &[], |p| {
        shown(p.member.dues.as_ref(), |dues| format!("{dues}元"))
    }),
    ("手机号码", &[], |p| text(p.member.phone.as_ref())),
    ("身份证号码", &[], |p| {
        shown(p.member.id_number.as_ref(), |id| id.as_str().to_owned())
    }),
    ("QQ号码或微信号", &[], |p| {
        text(p.member.messenger.as_ref())
    }),
    ("奖惩情况", &[], |p| text(p.member.rewards.as_ref())),
    ("出国.出国日期", &["出国[].出国日期"], |p| {
        stays(p, |stay| date(stay.left.as_ref()))
    }),
    ("出国.出国原因", &["出国[].出国原因"], |p| {
        stays(p, |stay| text(stay.cause.as_ref()))
    }),
    (
        "出国.出国后与组织联系情况",
        &["出国[].出国后与组织联系情况"],
        |p| stays(p, |stay| text(stay.contact.as_ref())),
    ),
    (
        "出国.党籍处理方式",
        &["出国[].党籍处理方式"],
        |p| stays(p, |stay| text(stay.membership.as_ref())),
    ),
    ("出国.回国日期", &["出国[].回国日期"], |p| {
        stays(p, |stay| date(stay.back.as_ref()))
    }),
    (
        "出国.恢复组织生活情况",
        &["出国[].恢复组织生活情况"],
        |p| stays(p, |stay| text(stay.resumed.as_ref())),
    ),
];

/// The cells of the block of 流动, empty for who is not 流动 (note 14).
pub const AWAY_CELLS: &[Cell] = &[
    ("流动.流出日期", &[], |p| {
        away(p, |away| date(away.left.as_ref()))
    }),
    ("流动.外出流向", &[], |p| {
        away(p, |away| text(away.destination.as_ref()))
    }),
    ("流动.外出类型", &[], |p| {
        away(p, |away| {
            shown(away.range.as_ref(), |range| range.word().to_owned())
        })
    }),
    ("流动.外出原因", &[], |p| {
        away(p, |away| text(away.cause.as_ref()))
    }),
    ("流动.活动证号码", &[], |p| {
        away(p, |away| text(away.card.as_ref()))
    }),
    ("流动.与党组织联系情况", &[], |p| {
        away(p, |away| text(away.contact.as_ref()))
    }),
    ("流动.流出党支部联系人及联系方式", &[], |p| {
        away(p, |away| text(away.home_contact.as_ref()))
    }),
    ("流动.流入党支部联系人及联系方式", &[], |p| {
        away(p, |away| text(away.host_contact.as_ref()))
    }),
    ("流动.流入地", &[], |p| {
        away(p, |away| text(away.host_place.as_ref()))
    }),
];

/// The cells of lists: each item of the list has one.
const LISTED: [&str; 7] = [
    "民主评议[].评议时间",
    "民主评议[].评议结果",
    "家庭主要成员[].称谓",
    "家庭主要成员[].姓名",
    "家庭主要成员[].年龄",
    "家庭主要成员[].政治面貌",
    "家庭主要成员[].工作单位及职务",
];

/// The cells that depend on more than the member's own keys, with those keys.
const OTHERS: [(&str, &[&str]); 2] = [
    ("失去联系时间", &["失联.最后组织生活", "失联.最后交纳党费"]),
    ("照片", &["照片"]),
];

/// All cells that cards can have, those of lists with empty brackets.
pub fn names() -> impl Iterator<Item = &'static str> {
    let texts = CELLS.iter().chain(AWAY_CELLS).map(|(name, ..)| *name);
    let others = OTHERS.iter().map(|(name, _)| *name);
    texts.chain(others).chain(LISTED)
}

/// The keys that a cell prints.
pub fn keys(cell: &str) -> Vec<String> {
    let own = || vec![cell.to_owned()];
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let texts = CELLS.iter().chain(AWAY_CELLS);
    let texts = texts.map(|(name, keys, _)| (*name, *keys));
    let mut known = texts.chain(OTHERS.iter().map(|(name, keys)| (*name, *keys)));
    match (
        known.find(|(name, _)| *name == cell),
        cell.strip_suffix("].年龄"),
    ) {
        (Some((_, [])), _) => own(),
        (Some((_, keys)), _) => owned(keys),
        (None, Some(item)) => vec![format!("{item}].年龄"), format!("{item}].出生年月")],
        (None, None) => own(),
    }
}

/// 失去联系时间: printed for who stands in 附件3, as there.
pub fn lost_time(person: &Person<'_>) -> String {
    let lost = person.facts.lost.as_ref();
    let lost = lost.filter(|lost| lost.lost_before.value.is_yes());
    lost.map(|lost| duration(lost.months.value))
        .unwrap_or_default()
}

/// The cells of a line of 家庭主要成员.
pub fn relative(person: &Person<'_>, relative: &Relative) -> [(&'static str, String); 5] {
    let given = || shown(relative.age.as_ref(), i32::to_string);
    let age = age_of_relative(&relative.born, person.reference).map_or_else(given, number);
    [
        ("称谓", text(relative.relation.as_ref())),
        ("姓名", name(relative.name.as_ref())),
        ("年龄", age),
        ("政治面貌", text(relative.politics.as_ref())),
        ("工作单位及职务", text(relative.employer.as_ref())),
    ]
}

fn date(value: Option<&Value<PartialDate>>) -> String {
    shown(value, PartialDate::to_string)
}

fn born_and_age(person: &Person<'_>) -> String {
    let born = shown(person.member.born.as_ref(), |born| born.to_month());
    match &person.facts.age {
        Some(age) => format!("{born}（{}岁）", number(age.value)),
        None => born,
    }
}

fn full_time<'a>(person: &Person<'a>) -> Option<&'a Degree> {
    person.member.education.as_ref()?.full_time.as_ref()
}

fn part_time<'a>(person: &Person<'a>) -> Option<&'a Degree> {
    person.member.education.as_ref()?.part_time.as_ref()
}

fn level_and_degree(degree: Option<&Degree>) -> String {
    let Some(degree) = degree else {
        return String::new();
    };
    let level = degree
        .level
        .as_ref()
        .map_or("", |level| level.text.as_str());
    let parts = [
        level,
        degree
            .degree
            .as_ref()
            .map_or("", |degree| degree.text.as_str()),
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The values of several stays follow one another; a stay without one of them
/// shows a dash, so that it stays clear which value belongs to which stay.
fn stays(person: &Person<'_>, value: impl Fn(&Abroad) -> String) -> String {
    let values: Vec<String> = person.member.abroad.iter().map(value).collect();
    if values.iter().all(String::is_empty) {
        return String::new();
    }
    let shown = values
        .iter()
        .map(|value| if value.is_empty() { "—" } else { value });
    shown.collect::<Vec<_>>().join("；")
}

fn away(person: &Person<'_>, value: impl Fn(&Away) -> String) -> String {
    let is_away = person.facts.away.value == Certainty::Yes;
    person
        .member
        .away
        .as_ref()
        .filter(|_| is_away)
        .map(value)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = CELLS
            .iter()
            .chain(AWAY_CELLS)
            .map(|(name, ..)| name)
            .collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
