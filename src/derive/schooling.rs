//! 学历: the higher of full-time and part-time education counts.

use super::asking::Asking;
use crate::model::education::{CLASSES, Education};
use crate::model::member::Member;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::{Given as _, Value};

/// The education that counts.
#[derive(Clone, Debug)]
pub struct Schooled {
    /// The higher of the two lines, as it is written: what the registers print;
    /// `None` where none is given, or one that may be higher cannot be read.
    pub text: Traced<Option<String>>,
    /// Its class.
    pub class: Traced<Option<&'static str>>,
    /// Whether a level of education is given at all.
    pub is_given: Traced<bool>,
    /// The higher of the two degrees, as it is written; `None` where none is given.
    pub degree: Traced<Option<String>>,
}

/// Degrees from the lowest to the highest, by the word that names of degrees have.
const DEGREES: [&str; 3] = ["学士", "硕士", "博士"];

/// A line of education.
type Line<'a> = Option<&'a Value<Education>>;

/// The higher of a member's two lines of education, the full-time one where they are
/// equal.
pub fn schooling(asking: Asking<'_>) -> Schooled {
    Schooled {
        text: asking.traced(|member, _| Some(higher(member)?.text.clone())),
        class: class(asking),
        is_given: asking
            .traced(|member, _| full_time(member).is_some() || part_time(member).is_some()),
        degree: asking.traced(|member, _| degree(member)),
    }
}

/// The full-time one where they are equal.
fn degree(member: Noted<'_, Member>) -> Option<String> {
    let education = member.education()?;
    let full = education.full_time().and_then(|line| line.degree());
    let part = education.part_time().and_then(|line| line.degree());
    let rank = |degree: &str| DEGREES.iter().rposition(|word| degree.contains(word));
    // The last of equal ones is taken.
    let degrees = [part, full].into_iter().flatten();
    let degrees = degrees.map(|degree| degree.text.as_str());
    let highest = degrees.max_by_key(|degree| rank(degree));
    highest.map(str::to_owned)
}

fn full_time(member: Noted<'_, Member>) -> Line<'_> {
    member.education()?.full_time()?.level()
}

fn part_time(member: Noted<'_, Member>) -> Line<'_> {
    member.education()?.part_time()?.level()
}

fn higher(member: Noted<'_, Member>) -> Line<'_> {
    let full = full_time(member);
    // Nothing is higher than the highest: the other line does not matter.
    if full.given().is_some_and(Education::is_highest) {
        return full;
    }
    let part = part_time(member);
    let is_read = |line: Line<'_>| line.is_none_or(|line| line.get().is_some());
    let level = |line: Line<'_>| line.given().map(|line| line.level);
    let higher = if level(part) > level(full) {
        part
    } else {
        full
    };
    higher.filter(|_| is_read(full) && is_read(part))
}

/// One line of the highest class settles it.
fn class(asking: Asking<'_>) -> Traced<Option<&'static str>> {
    let of = |line: Line<'_>| line.given().map(|line| line.class());
    let is_top = |class: &Traced<Option<&'static str>>| class.value == CLASSES.last().copied();
    let lines = [full_time, part_time];
    let top = lines.map(|line| asking.traced(|member, _| of(line(member))));
    let top = top.into_iter().find(is_top);
    top.unwrap_or_else(|| asking.traced(|member, _| of(higher(member))))
}
