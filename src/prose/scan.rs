//! The pieces of a text as it stands in the file: letters, fields, conditions.

use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// What is printed as it stands.
    Letters(Range<usize>),
    /// `{{ … }}`: what stands between the brackets.
    Field(Range<usize>),
    /// `{% … %}`: what stands between the brackets, and with them.
    Tag(Range<usize>, Range<usize>),
    /// A bracket that is not closed.
    Open(Range<usize>),
}

/// Brackets, and what each means.
const BRACKETS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// The pieces of a text; remarks, `{# … #}`, are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let places = BRACKETS.map(|(open, _)| text[at..].find(open).unwrap_or(usize::MAX));
        let (kind, next) = (0..BRACKETS.len())
            .map(|kind| (kind, places[kind]))
            .min_by_key(|(_, place)| *place)
            .unwrap_or((0, usize::MAX));
        if next == usize::MAX {
            found.push(Token::Letters(at..text.len()));
            break;
        }
        let start = at + next;
        if next > 0 {
            found.push(Token::Letters(at..start));
        }
        let inner = start + 2;
        let Some(length) = text[inner..].find(BRACKETS[kind].1) else {
            found.push(Token::Open(start..inner));
            break;
        };
        let end = inner + length;
        at = end + 2;
        match kind {
            0 => found.push(Token::Field(inner..end)),
            1 => found.push(Token::Tag(inner..end, start..at)),
            _ => {}
        }
    }
    found
}

/// Whether a character can be a part of a name.
pub fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '、')
}

/// The words of a tag with their places: names, numbers, signs.
pub fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut in_name = false;
    for (offset, character) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        let end = at + character.len_utf8();
        let is_name = is_of_name(character);
        match found.last_mut() {
            Some(last) if is_name && in_name && last.end == at => last.end = end,
            Some(last) if !is_name && !in_name && last.end == at && !character.is_whitespace() => {
                last.end = end;
            }
            _ if character.is_whitespace() => {}
            _ => found.push(at..end),
        }
        in_name = is_name;
    }
    found
}

/// Whether a text can be a name: of letters and figures, and no number.
pub fn is_name(text: &str) -> bool {
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    text.chars().all(is_of_name) && !is_number && !is_word(text)
}
