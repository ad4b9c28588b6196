//! Numbers of persons are never shown whole.

use std::ops::Range;

use super::groups::{Group, STARS, groups};
use super::numbers::numbers;
use crate::model::date::half_width;

/// The text with the middle of every ID number and every telephone number, and of QQ
/// numbers on lines that speak of QQ, replaced by stars.
///
/// It keeps its characters and its bytes, so that places stay where they are; a text that
/// is masked stays as it is. Dates, years, codes and digests are no numbers of persons.
pub fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let groups = groups(&characters);
    let mut hidden = vec![false; characters.len()];
    for number in numbers(&characters, &groups) {
        let places: Vec<usize> = number.iter().flat_map(|group| group.places()).collect();
        let head = if places.len() >= 14 { 6 } else { 3 };
        for place in &places[head.min(places.len())..places.len().saturating_sub(4)] {
            hidden[*place] = true;
        }
    }
    for group in &groups_on(&about_qq(&characters), &groups) {
        let places = group.places();
        let beside = [places.start.wrapping_sub(1), places.end];
        let is_star = |at: usize| characters.get(at).is_some_and(|c| STARS.contains(c));
        let is_masked = hidden[places.clone()].contains(&true) || beside.into_iter().any(is_star);
        if group.digits >= SHORTEST_QQ && !is_masked {
            hidden[places.start + 2..places.end - 2].fill(true);
        }
    }
    let shown = characters.iter().zip(hidden);
    shown
        .map(|(c, hidden)| if hidden { star(*c) } else { *c })
        .collect()
}

/// The value of a key, or what a cell of that name prints: the name says whether a short
/// number is one of QQ.
pub fn mask_under(key: &str, text: &str) -> String {
    let masked = mask(&format!("{key}: {text}"));
    masked[masked.len() - text.len()..].to_owned()
}

/// A text with all hidden but its first characters.
pub fn mask_behind(text: &str, shown: usize) -> String {
    let characters = text.chars().enumerate();
    let hidden = characters.map(|(at, one)| if at < shown { one } else { star(one) });
    hidden.collect()
}

/// QQ numbers have at least so many figures.
const SHORTEST_QQ: usize = 5;

fn star(character: char) -> char {
    STARS[character.len_utf8() - 1]
}

/// The lines that speak of QQ, and those below one that ends before its value.
fn about_qq(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut goes_on) = (0, false);
    for line in text.split(|c| *c == '\n') {
        let is_q = |c: &char| matches!(half_width(*c), 'Q' | 'q');
        let speaks = goes_on || line.windows(2).any(|two| two.iter().all(is_q));
        if speaks {
            found.push(start..start + line.len());
        }
        let last = line.iter().rfind(|c| !c.is_whitespace());
        goes_on = speaks && last.is_none_or(|last| matches!(last, ':' | '：' | '>' | '|' | '-'));
        start += line.len() + 1;
    }
    found
}

/// The groups on some lines; both in their order.
fn groups_on<'a>(lines: &[Range<usize>], groups: &'a [Group]) -> Vec<&'a Group> {
    let mut lines = lines.iter().peekable();
    let on_line = |group: &&Group| {
        while lines
            .next_if(|line| line.end <= group.range.start)
            .is_some()
        {}
        lines
            .peek()
            .is_some_and(|line| line.start <= group.range.start)
    };
    groups.iter().filter(on_line).collect()
}
