//! A slip in a draft, before its place in the file is known, and what texts are made of.

use std::ops::Range;

use crate::load::tree_fault::YamlCause;

/// A slip: where, what, and what is to stand where.
#[derive(Debug)]
pub struct Slip {
    /// Where it is.
    pub range: Range<usize>,
    /// What it is.
    pub cause: YamlCause,
    /// What is to be put in the place of what.
    pub edit: Option<(Range<usize>, String)>,
    /// Whether nothing else can be meant.
    pub is_sure: bool,
}

impl Slip {
    /// A character that stands for another one, and the text to be put in its place.
    pub fn of(range: Range<usize>, cause: YamlCause, new: &str, is_sure: bool) -> Self {
        Self {
            edit: Some((range.clone(), new.to_owned())),
            range,
            cause,
            is_sure,
        }
    }

    /// A place where something is to be put elsewhere; it may be meant in another way.
    pub fn at(range: Range<usize>, cause: YamlCause, edit: (Range<usize>, String)) -> Self {
        Self {
            range,
            cause,
            edit: Some(edit),
            is_sure: false,
        }
    }
}

/// White space that clerks' programs put where YAML knows spaces only.
pub fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t') || is_other_space(character)
}

/// White space that is a character like any other to YAML.
pub fn is_other_space(character: char) -> bool {
    character.is_whitespace() && !character.is_ascii() && !crate::load::raw::is_odd(character)
}

/// Characters that look like a colon.
pub fn is_wide_colon(character: char) -> bool {
    matches!(character, '：' | '﹕' | '︰' | '∶' | '꞉' | 'ː')
}

/// What stands for a comma between entries.
pub fn is_separator(character: char) -> bool {
    matches!(
        character,
        '，' | '、' | '；' | ';' | '﹐' | '﹑' | '﹔' | '。' | '｜'
    )
}

/// The half-width bracket for one that YAML does not know; whether it opens.
pub fn bracket(character: char) -> Option<(char, bool)> {
    Some(match character {
        '｛' | '﹛' => ('{', true),
        '［' | '【' | '〔' | '（' | '(' => ('[', true),
        '｝' | '﹜' => ('}', false),
        '］' | '】' | '〕' | '）' | ')' => (']', false),
        _ => return None,
    })
}

/// A text in quotes.
pub fn quoted(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{text}\""),
    }
}

/// The length of a line's content: without a comment and spaces at its end.
pub fn content(line: &str) -> usize {
    let line = line.split('\n').next().unwrap_or_default();
    let text = match line.starts_with('#') {
        true => "",
        false => line.split(" #").next().unwrap_or_default(),
    };
    text.trim_end().len()
}
