//! The cells of 附件1: what each prints for a member.

use super::printed::{joined, name, shown, telephone, text};
use super::printing::{Cell, Print, Printing, Shown, cells, shown as reading};
use crate::derive::age::age_of_relative;
use crate::derive::notation::{duration, number};
use crate::model::code::Code as _;
use crate::model::date::PartialDate;
use crate::model::member::{Abroad, Appraisal, Away, Degree, Relative};
use crate::model::noted::Noted;
use crate::model::value::Value;

/// The names of what is said of who issues letters of introduction begin so.
pub const ISSUER: &str = "开具单位.";

/// The photo, which is no text.
pub const PHOTO: &str = "照片";

/// All cells that cards can have, in the order of the form.
pub static CELLS: &[Cell] = cells! { p;
    "姓名": name(p.member.name()),
    "性别": shown(p.member.sex(), |sex| sex.word().to_owned()),
    "出生年月" of "年龄" = born_and_age(p),
    "民族": shown(p.member.ethnicity(), |ethnicity| ethnicity.name()),
    "籍贯": text(p.member.native_place()),
    "婚姻状况": text(p.member.marriage()),
    "入党日期": date(p.member.joined()),
    "转正日期": date(p.member.confirmed()),
    "参加工作时间": date(p.member.work_began()),
    "入党时所在支部": text(p.member.joined_in()),
    "转正时所在支部": text(p.member.confirmed_in()),
    "学历学位.全日制教育": level_and_degree(full_time(p)),
    "学历学位.全日制教育.毕业院校系及专业": text(full_time(p).and_then(Noted::<Degree>::school)),
    "学历学位.在职教育": level_and_degree(part_time(p)),
    "学历学位.在职教育.毕业院校系及专业": text(part_time(p).and_then(Noted::<Degree>::school)),
    "工作单位及职务": text(p.member.employer()),
    "组织关系所在单位": text(p.member.relation_at()),
    "户籍所在地": text(p.member.registered_at()),
    "现居住地": text(p.member.lives_at()),
    "所在党支部": p.organisation.title().to_owned(),
    "所在党支部全称": text(p.organisation.name()),
    "开具单位.名称": text(p.issuer.name()),
    "开具单位.通讯地址": text(p.issuer.address()),
    "开具单位.联系电话": telephone(p.issuer.phone()),
    "开具单位.传真": telephone(p.issuer.fax()),
    "开具单位.邮编": text(p.issuer.postcode()),
    "进入党支部日期": date(p.member.entered_branch()),
    "现任党内职务": joined(p.member.posts(), |post, _| &post.text),
    "入党介绍人": joined(p.member.introducers(), |_, name| name.as_str()),
    "月应交纳党费": shown(p.member.dues(), |dues| format!("{dues}元")),
    "手机号码": telephone(p.member.phone()),
    "身份证号码": shown(p.member.id_number(), |id| id.as_str().to_owned()),
    "QQ号码或微信号": text(p.member.messenger()),
    "奖惩情况": text(p.member.rewards()),
    "出国.出国日期": stays(p, |stay| date(stay.left())),
    "出国.出国原因": stays(p, |stay| text(stay.cause())),
    "出国.出国后与组织联系情况": stays(p, |stay| text(stay.contact())),
    "出国.党籍处理方式": stays(p, |stay| text(stay.membership())),
    "出国.回国日期": stays(p, |stay| date(stay.back())),
    "出国.恢复组织生活情况": stays(p, |stay| text(stay.resumed())),
    "流动.流出日期": away(p, |away| date(away.left())),
    "流动.外出流向": away(p, |away| text(away.destination())),
    "流动.外出类型": away(p, |away| shown(away.range(), |range| range.word().to_owned())),
    "流动.外出原因": away(p, |away| text(away.cause())),
    "流动.活动证号码": away(p, |away| text(away.card())),
    "流动.与党组织联系情况": away(p, |away| text(away.contact())),
    "流动.流出党支部联系人及联系方式": away(p, |away| text(away.home_contact())),
    "流动.流入党支部联系人及联系方式": away(p, |away| text(away.host_contact())),
    "流动.流入地": away(p, |away| text(away.host_place())),
    "失去联系时间" [bare] = reading(*p.fact(|facts| &facts.lost.months), duration),
    "照片" [bare]: p.member.photo().map(|_| String::new()).unwrap_or_default(),
    "民主评议[].评议时间" [bare]: appraisal(p, |one| text(one.day())),
    "民主评议[].评议结果": appraisal(p, |one| text(one.result())),
    "家庭主要成员[].称谓": relative(p, |one| text(one.relation())),
    "家庭主要成员[].姓名": relative(p, |one| name(one.name())),
    "家庭主要成员[].年龄" of "家庭成员年龄" = relative(p, |one| reading(age_of_relative(one, p.days), number)),
    "家庭主要成员[].政治面貌": relative(p, |one| text(one.politics())),
    "家庭主要成员[].工作单位及职务": relative(p, |one| text(one.employer())),
};

/// A list: its name, and how long it is.
pub type List = (&'static str, fn(Printing<'_>) -> usize);

/// The lists among them.
pub const LISTS: [List; 2] = [
    ("民主评议", |p| p.member.appraisals().len()),
    ("家庭主要成员", |p| p.member.family().len()),
];

/// The names of all cells that cards can have.
pub fn names() -> impl Iterator<Item = &'static str> {
    CELLS.iter().map(|cell| cell.name)
}

fn date(value: Option<&Value<PartialDate>>) -> String {
    shown(value, PartialDate::to_string)
}

fn born_and_age(p: Printing<'_>) -> Shown {
    let born = shown(p.member.born(), |born| born.to_month());
    let age = reading(*p.fact(|facts| &facts.age.completed), number);
    let text = match age.text.is_empty() {
        true => born,
        false => format!("{born}（{}岁）", age.text),
    };
    Shown { text, ..age }
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
    let dashed = |value: &String| match value.is_empty() {
        true => "—".to_owned(),
        false => value.clone(),
    };
    values.iter().map(dashed).collect::<Vec<_>>().join("；")
}

fn away(p: Printing<'_>, value: impl Fn(Noted<'_, Away>) -> String) -> String {
    p.member.away().map(value).unwrap_or_default()
}

fn appraisal(p: Printing<'_>, value: impl Fn(Noted<'_, Appraisal>) -> String) -> String {
    let item = p.member.appraisals().iter().nth(p.index);
    item.map(value).unwrap_or_default()
}

fn relative<'a, T: Default>(p: Printing<'a>, value: impl Fn(Noted<'a, Relative>) -> T) -> T {
    let item = p.member.family().iter().nth(p.index);
    item.map(value).unwrap_or_default()
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
