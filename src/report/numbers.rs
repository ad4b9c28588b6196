//! Which figures of a text are the number of a person.

use std::ops::Range;

use chrono::NaiveDate;

use super::groups::{Group, Joint, figures, is_hyphen};
use crate::model::date::PartialDate;

/// So many figures, however they are written, are a number; dates have at most 8.
const LEAST: usize = 10;

/// An ID number has 18, and a wrong one may have some more.
const MOST: usize = 19;

/// The groups of each number of a person.
pub fn numbers<'a>(text: &[char], groups: &'a [Group]) -> Vec<&'a [Group]> {
    let mut found = Vec::new();
    let (mut begin, mut at) = (0, 0);
    while at < groups.len() {
        let (of_date, of_shape) = match date(text, &groups[at..]) {
            0 => (0, shape(text, &groups[at..])),
            length => (length, 0),
        };
        if of_date + of_shape > 0 {
            found.extend(long(text, &groups[begin..at]));
            found.extend((of_shape > 0).then(|| &groups[at..at + of_shape]));
            at += of_date + of_shape;
            begin = at;
            continue;
        }
        at += 1;
        if !goes_on(&groups[at - 1..]) {
            found.extend(long(text, &groups[begin..at]));
            begin = at;
        }
    }
    found.extend(long(text, &groups[begin..]));
    found
}

/// Whether the first group and the next are parts of one number, whatever its shape.
fn goes_on(groups: &[Group]) -> bool {
    let [first, next, ..] = groups else {
        return false;
    };
    match first.joint {
        Joint::Usual => true,
        Joint::Mark => first.digits >= 3 && next.digits >= 3,
        Joint::Listed | Joint::None => false,
    }
}

/// The groups, if they have the figures of a number and are not all years.
fn long<'a>(text: &[char], groups: &'a [Group]) -> Option<&'a [Group]> {
    let digits: usize = groups.iter().map(|group| group.digits).sum();
    let mut groups_of = groups.iter().map(|group| figures(text, group));
    (digits >= LEAST && !groups_of.all(|figures| is_year(&figures))).then_some(groups)
}

/// How many groups from the first are a telephone number or an ID number, whatever
/// stands between them and whatever dates they hold.
fn shape(text: &[char], groups: &[Group]) -> usize {
    let (mut whole, mut shortest, mut length) = (String::new(), usize::MAX, 0);
    let mut least = 1;
    for (index, group) in groups.iter().enumerate() {
        whole += &figures(text, group);
        shortest = shortest.min(group.digits);
        if whole.len() > MOST {
            break;
        }
        let is_number = is_mobile(&whole) && shortest >= least
            || is_landline(&groups[..=index], &whole)
            || groups[0].digits >= 6 && is_id_number(&whole);
        // A date or another number behind it is no part of it.
        let begins = |rest: &[Group]| {
            let next = rest.get(..2).filter(|next| next[0].joint == Joint::Usual);
            next.is_some_and(|next| is_landline(next, &figures(text, &next[0])))
        };
        let rest = &groups[index..];
        if is_number && (index == 0 || date(text, rest) < 2 && !begins(rest)) {
            length = index + 1;
        }
        match group.joint {
            Joint::Usual => {}
            // Figures of tables and versions stand so, too.
            Joint::Mark => least = least.max(2),
            Joint::Listed => least = 3,
            Joint::None => break,
        }
    }
    length
}

/// 11 figures that begin with 1, perhaps after 86.
fn is_mobile(figures: &str) -> bool {
    let figures = figures.trim_start_matches("00");
    let figures = figures.strip_prefix("86").unwrap_or(figures).as_bytes();
    let all = figures.iter().all(u8::is_ascii_digit);
    all && figures.len() == 11 && matches!(figures, [b'1', b'3'..=b'9', ..])
}

/// An area code, a number, perhaps an extension.
fn is_landline(groups: &[Group], figures: &str) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.range.len()).collect();
    figures.starts_with('0') && matches!(lengths[..], [3..=4, 7..=8] | [3..=4, 7..=8, 1..=6])
}

/// An area, a day of birth, and about as much as there is behind it.
fn is_id_number(figures: &str) -> bool {
    let day = |range| figures.get(range).and_then(day);
    let is_area = figures.get(..4).is_some_and(|start| !is_year(start));
    is_area && (16..=MOST).contains(&figures.len()) && day(6..14).is_some()
}

/// How many groups from the first are a date, as `2016-04-20`, `2016.4` or `20160420`.
fn date(text: &[char], groups: &[Group]) -> usize {
    let figures = |at: usize| groups.get(at).map(|group| figures(text, group));
    let Some(first) = figures(0) else { return 0 };
    if first.len() == 8 && day(&first).is_some() {
        return 1;
    }
    // The mark between a group and the next, if it is one that dates have.
    let mark = |at: usize| {
        let [first, next, ..] = groups.get(at..)? else {
            return None;
        };
        match text[first.range.end..next.range.start] {
            [mark] if is_hyphen(mark) || matches!(mark, '.' | '．' | '/' | '／') => Some(mark),
            _ => None,
        }
    };
    let is_short = |at: usize, most: u32| {
        let number = figures(at).filter(|figures| figures.len() <= 2);
        let number = number.and_then(|figures| figures.parse().ok());
        number.is_some_and(|number: u32| (1..=most).contains(&number))
    };
    let Some(between) = mark(0).filter(|_| is_year(&first) && is_short(1, 12)) else {
        return 0;
    };
    let goes_on = |at| mark(at) == Some(between);
    let is_year = |at| figures(at).is_some_and(|figures| is_year(&figures));
    match (goes_on(1), goes_on(2)) {
        (false, _) => 2,
        (true, _) if is_year(2) => 2,
        (true, true) if !is_year(3) => 0,
        (true, _) if is_short(2, 31) => 3,
        _ => 0,
    }
}

/// The day of eight figures.
fn day(figures: &str) -> Option<NaiveDate> {
    let number = |range: Range<usize>| figures.get(range)?.parse::<u32>().ok();
    let year = figures.get(..4).filter(|year| is_year(year))?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, number(4..6)?, number(6..8)?)
}

fn is_year(figures: &str) -> bool {
    let (first, last) = PartialDate::YEARS;
    let year = figures.parse().ok().filter(|_| figures.len() == 4);
    year.is_some_and(|year: i32| first <= year && year <= last)
}
