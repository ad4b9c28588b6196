//! The dates of a member's file, by the names that messages give them.

use crate::model::date::PartialDate;
use crate::model::member::{Date, Member, Search};
use crate::model::node::Span;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys};
use crate::model::record::Record as _;
use crate::model::value::{AnyValue, Scalar as _, Value};

/// A date with its name.
#[derive(Clone, Copy)]
pub struct Dated<'a> {
    /// What messages call it.
    pub key: &'static str,
    /// The date.
    pub value: &'a Value<PartialDate>,
}

impl<'a> Dated<'a> {
    /// A date, where it is given.
    pub fn of(key: &'static str, date: &'a Date) -> Option<Self> {
        date.as_ref().map(|value| Self { key, value })
    }

    /// Whether it is before another on every reading of both.
    pub fn is_before(self, other: Self) -> bool {
        let both = self.value.get().zip(other.value.get());
        both.is_some_and(|(date, other)| date.latest() < other.earliest())
    }
}

/// The dates that the order of events is about.
pub struct Events<'a> {
    pub born: Option<Dated<'a>>,
    pub joined: Option<Dated<'a>>,
    pub confirmed: Option<Dated<'a>>,
    pub entered: Option<Dated<'a>>,
    pub out: Option<Dated<'a>>,
    pub receipt: Option<Dated<'a>>,
    /// The day of 出党.
    pub departed: Option<Dated<'a>>,
    pub suspended: Option<Dated<'a>>,
    pub left: Option<Dated<'a>>,
    pub back: Option<Dated<'a>>,
    pub meeting: Option<Dated<'a>>,
    /// 最后组织生活 and 最后交纳党费.
    pub contacts: Vec<Dated<'a>>,
    /// 取得联系日期.
    pub found: Option<Dated<'a>>,
    /// The day of each 处置.
    pub decisions: Vec<Dated<'a>>,
    /// 出国日期 and 回国日期 of each stay.
    pub stays: Vec<(Option<Dated<'a>>, Option<Dated<'a>>)>,
}

impl<'a> Events<'a> {
    /// Those of a member.
    pub fn of(member: &'a Member) -> Self {
        let out = member.transfer_out.as_ref();
        let departure = member.departure.as_ref();
        let away = member.away.as_ref();
        let lost = member.lost.as_ref();
        let life = member.branch_life.as_ref();
        let contacts = lost.map(|lost| {
            [
                Dated::of("最后组织生活", &lost.last_meeting),
                Dated::of("最后交纳党费", &lost.last_dues),
            ]
        });
        let stays = member.abroad.iter().map(|stay| {
            (
                Dated::of("出国日期", &stay.left),
                Dated::of("回国日期", &stay.back),
            )
        });
        Self {
            born: Dated::of("出生年月", &member.born),
            joined: Dated::of("入党日期", &member.joined),
            confirmed: Dated::of("转正日期", &member.confirmed),
            entered: Dated::of("进入党支部日期", &member.entered_branch),
            out: out.and_then(|out| Dated::of("转出日期", &out.day)),
            receipt: out.and_then(|out| Dated::of("回执日期", &out.receipt)),
            departed: departure.and_then(|departure| Dated::of("出党日期", &departure.day)),
            suspended: Dated::of("停止党籍日期", &member.suspended),
            left: away.and_then(|away| Dated::of("流出日期", &away.left)),
            back: away.and_then(|away| Dated::of("返回日期", &away.back)),
            meeting: life.and_then(|life| Dated::of("最近参加组织生活的日期", &life.last)),
            contacts: contacts.into_iter().flatten().flatten().collect(),
            found: lost.and_then(|lost| Dated::of("取得联系日期", &lost.found)),
            decisions: member
                .dispositions
                .iter()
                .filter_map(|entry| Dated::of("处置日期", &entry.day))
                .collect(),
            stays: stays.collect(),
        }
    }

    /// The later of the days of last contact; none where one of them cannot be read, as
    /// that may be the later one.
    pub fn last_contact(&self) -> Option<Dated<'a>> {
        if self
            .contacts
            .iter()
            .any(|dated| dated.value.get().is_none())
        {
            return None;
        }
        let latest = |dated: &&Dated<'_>| dated.value.get().map(|date| date.latest());
        self.contacts.iter().max_by_key(latest).copied()
    }
}

/// All dates that must not lie ahead of 填表日期. 处置.日期 has a rule of its
/// own; 限期改正至 is a due date, and dues may be paid (交至) ahead.
pub fn all(member: &Member) -> Vec<Dated<'_>> {
    let events = Events::of(member);
    let stays = events.stays.iter().flat_map(|(left, back)| [*left, *back]);
    let lost = member.lost.as_ref();
    let verified = lost.and_then(|lost| lost.verified.as_ref());
    let single = [
        events.born,
        events.joined,
        events.confirmed,
        events.entered,
        events.out,
        events.receipt,
        events.left,
        events.back,
        events.meeting,
        Dated::of("参加工作时间", &member.work_began),
        events.suspended,
        member
            .transfer_in
            .as_ref()
            .and_then(|transfer| Dated::of("转入日期", &transfer.day)),
        events.departed,
        member
            .away
            .as_ref()
            .and_then(|away| Dated::of("发证日期", &away.card_issued)),
        events.found,
        verified.and_then(|verified| Dated::of("要求退党日期", &verified.asked_to_leave)),
    ];
    let born = member.family.iter();
    let born = born.map(|relative| Dated::of("家庭成员的出生年月", &relative.born));
    let searched = lost.map_or(&[][..], |lost| &lost.searches);
    let chased = member
        .transfer_out
        .as_ref()
        .map_or(&[][..], |out| &out.searches);
    let searches = searched.iter().chain(chased);
    let searches = searches.map(|search: &Search| Dated::of("查找日期", &search.day));
    let several = stays.chain(born).chain(searches);
    let all = single.into_iter().chain(several).flatten();
    all.chain(events.contacts.iter().copied()).collect()
}

/// A day of a member's own life, behind whichever key.
pub struct LifeDay {
    /// The key.
    pub key: KeyId,
    /// Where it stands.
    pub place: Span,
    /// The day.
    pub date: PartialDate,
}

/// All days of his life, in whatever key of the file they stand: all dates but his birth
/// and those of his relatives; and texts that are dates, as 评议时间.
pub fn of_life(member: &Member) -> Vec<LifeDay> {
    let others = ["出生年月", "家庭主要成员"];
    let others = others.map(|key| Member::keys_of(Member::FIRST, key));
    let others: Keys = others.into_iter().collect();
    let mut found = Vec::new();
    let mut add = |value: &dyn AnyValue, date| {
        let (key, place) = (value.key(), value.span());
        found.push(LifeDay { key, place, date });
    };
    member.each(&mut |value| {
        let date = value.date().filter(|_| !others.has(value.key()));
        date.into_iter().for_each(|date| add(value, date));
    });
    let appraised = member.appraisals.iter().filter_map(|one| one.day.as_ref());
    for day in appraised {
        let date = PartialDate::read(day.text()).ok();
        date.into_iter().for_each(|date| add(day, date));
    }
    found.sort_by_key(|day| day.place.start);
    found
}
