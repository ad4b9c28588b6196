//! Figures that stand together, and what stands between them.

use std::ops::Range;

use crate::model::date::{self, half_width};
use crate::model::usual::usual;

/// The stars for characters of one to four bytes.
pub const STARS: [char; 4] = ['*', '×', '＊', '\u{1f7b0}'];

/// Figures side by side; few letters among them are slips and belong to them.
#[derive(Debug)]
pub struct Group {
    /// Its characters.
    pub range: Range<usize>,
    /// How many of them are figures.
    pub digits: usize,
    /// What stands behind it.
    pub joint: Joint,
}

impl Group {
    /// The places of its characters.
    pub fn places(&self) -> Range<usize> {
        self.range.clone()
    }
}

/// What stands between a group and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// What people and readers put within a number: spaces, hyphens, brackets, 转, and
    /// what nobody sees.
    Usual,
    /// One other mark.
    Mark,
    /// One other mark and spaces, as in lists.
    Listed,
    /// Words, a new line.
    None,
}

/// So many figures of a group are looked at: more than any number has.
const LOOKED_AT: usize = 20;

/// The groups of figures of a text.
pub fn groups(text: &[char]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let word = text[at..].iter().take_while(|c| is_of_word(**c)).count();
        for range in pieces(&text[at..at + word]) {
            let range = at + range.start..at + range.end;
            if let Some(last) = groups.last_mut() {
                last.joint = joint(&text[last.range.end..range.start]);
            }
            let digits = text[range.clone()].iter().filter(|c| is_digit(**c)).count();
            let joint = Joint::None;
            groups.push(Group {
                range,
                digits,
                joint,
            });
        }
        at += word.max(1);
    }
    groups
}

/// The groups of figures within a word of figures and Latin letters.
fn pieces(word: &[char]) -> Vec<Range<usize>> {
    let first = word.iter().position(|c| is_digit(*c));
    let last = word.iter().rposition(|c| is_digit(*c));
    let (Some(first), Some(last), false) = (first, last, is_digest(word)) else {
        return Vec::new();
    };
    // One letter may stand behind: the X of an ID number, or a slip.
    let end = if last + 2 == word.len() {
        last + 2
    } else {
        last + 1
    };
    let letters = word[first..end].iter().filter(|c| !is_digit(**c)).count();
    let are_few = letters * 5 <= end - first;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (first..end).filter(|at| are_few || is_digit(word[*at])) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether a word is a digest in hexadecimal.
fn is_digest(word: &[char]) -> bool {
    let letters: String = word.iter().filter(|c| c.is_ascii_alphabetic()).collect();
    let is_one_case = letters == letters.to_lowercase() || letters == letters.to_uppercase();
    let is_long = matches!(word.len(), 32 | 40 | 56 | 64 | 96 | 128);
    is_long && is_one_case && !letters.is_empty() && word.iter().all(char::is_ascii_hexdigit)
}

fn joint(between: &[char]) -> Joint {
    let (mut marks, mut spaces) = (0, false);
    for character in between {
        match *character {
            '\n' | '\r' => return Joint::None,
            '转' | '+' | '＋' | '(' | ')' | '（' | '）' => {}
            space if space.is_whitespace() => spaces = true,
            unseen if is_hyphen(unseen) || is_unseen(unseen) => {}
            other if other.is_alphanumeric() || STARS.contains(&other) => return Joint::None,
            _ => marks += 1,
        }
    }
    match (marks, spaces) {
        (0, _) => Joint::Usual,
        (1, false) => Joint::Mark,
        (1, true) => Joint::Listed,
        _ => Joint::None,
    }
}

/// The figures of a group as ASCII, as many as are looked at; what is none as `?`.
pub fn figures(text: &[char], group: &Group) -> String {
    let plain = |c: &char| Some(half_width(*c)).filter(char::is_ascii).unwrap_or('?');
    let figures = text[group.range.clone()].iter().take(LOOKED_AT);
    figures.map(plain).collect()
}

fn is_digit(character: char) -> bool {
    character.is_numeric()
}

fn is_of_word(character: char) -> bool {
    is_digit(character) || half_width(character).is_ascii_alphabetic()
}

/// Whether a character is a hyphen or a dash of any kind: all that readers take for one,
/// and what people write for it besides.
pub fn is_hyphen(character: char) -> bool {
    let meant = usual(character).unwrap_or(character);
    date::is_hyphen(meant) || matches!(meant, '˗' | '⁃' | '➖' | '~' | '～' | '_' | '＿')
}

/// Whether a character takes no room.
fn is_unseen(character: char) -> bool {
    character.is_control() || unicode_width::UnicodeWidthChar::width(character) == Some(0)
}
