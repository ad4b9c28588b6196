//! The tokens of PDF syntax, as far as references, names and numbers go.

use std::ops::Range;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, with its stroke.
    Name,
    /// A whole number.
    Integer(i64),
    /// A reference to an object: number, generation, `R` in one.
    Reference(usize),
    /// `<<` or `[`.
    Open,
    /// `>>` or `]`.
    Close,
    /// Strings, other numbers, operators.
    Other,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The tokens of a text.
pub fn tokens(text: &[u8]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let kind = match text[at] {
            byte if is_space(byte) => {
                at += 1;
                continue;
            }
            b'/' => {
                at = word_end(text, at + 1);
                Kind::Name
            }
            b'(' => {
                at = string_end(text, at);
                Kind::Other
            }
            b'<' if text.get(at + 1) == Some(&b'<') => {
                at += 2;
                Kind::Open
            }
            b'>' if text.get(at + 1) == Some(&b'>') => {
                at += 2;
                Kind::Close
            }
            b'<' => {
                let end = text[at..].iter().position(|byte| *byte == b'>');
                at = end.map_or(text.len(), |end| at + end + 1);
                Kind::Other
            }
            b'[' | b'{' => {
                at += 1;
                Kind::Open
            }
            b']' | b'}' => {
                at += 1;
                Kind::Close
            }
            _ => {
                at = word_end(text, at + 1);
                let word = std::str::from_utf8(&text[start..at]).unwrap_or_default();
                word.parse().map_or(Kind::Other, Kind::Integer)
            }
        };
        let is_reference = kind == Kind::Other && &text[start..at] == b"R";
        match (is_reference, &tokens[tokens.len().saturating_sub(2)..]) {
            (true, [number, generation]) => {
                let (from, pair) = (number.range.start, (number.kind, generation.kind));
                let (Kind::Integer(number), Kind::Integer(_)) = pair else {
                    continue;
                };
                tokens.truncate(tokens.len() - 2);
                tokens.push(Token {
                    kind: Kind::Reference(usize::try_from(number).unwrap_or(0)),
                    range: from..at,
                });
            }
            _ => tokens.push(Token {
                kind,
                range: start..at,
            }),
        }
    }
    tokens
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn word_end(text: &[u8], from: usize) -> usize {
    let ends = |byte: &u8| is_space(*byte) || b"/<>[](){}%".contains(byte);
    let rest = &text[from.min(text.len())..];
    rest.iter()
        .position(ends)
        .map_or(text.len(), |end| from + end)
}

/// The end of a string in brackets, which may hold others.
fn string_end(text: &[u8], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at.min(text.len())
}

/// The keys of a dictionary, each with the tokens of its value.
pub fn entries<'t>(
    text: &'t [u8],
    tokens: &'t [Token],
) -> impl Iterator<Item = (&'t [u8], &'t [Token])> {
    let mut index = usize::from(tokens.first().is_some_and(|one| one.kind == Kind::Open));
    std::iter::from_fn(move || {
        let key = tokens.get(index).filter(|one| one.kind == Kind::Name)?;
        let from = index + 1;
        index = value_end(tokens, from);
        Some((&text[key.range.clone()], &tokens[from..index]))
    })
}

/// The value of a key of a dictionary: its tokens.
pub fn value<'t>(text: &'t [u8], tokens: &'t [Token], key: &str) -> Option<&'t [Token]> {
    let mut entries = entries(text, tokens);
    let found = entries.find(|(name, _)| *name == key.as_bytes());
    found.map(|(_, value)| value)
}

/// The bytes from the first to the last of some tokens.
pub fn text_of<'t>(text: &'t [u8], tokens: &[Token]) -> &'t [u8] {
    match tokens {
        [first, .., last] => &text[first.range.start..last.range.end],
        [only] => &text[only.range.clone()],
        [] => &[],
    }
}

/// Where a value ends that begins at a token.
fn value_end(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(from) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return index + 1;
        }
    }
    tokens.len()
}

/// The references among tokens, in order.
pub fn references(tokens: &[Token]) -> impl Iterator<Item = usize> {
    tokens.iter().filter_map(|token| match token.kind {
        Kind::Reference(number) => Some(number),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        let tokens = tokens(text.as_bytes());
        tokens
            .iter()
            .map(|token| &text[token.range.clone()])
            .collect()
    }

    #[test]
    fn strings_hide_what_is_in_them() {
        let text = r"<</A (1 0 R \) (2)) /B<FF>/C 12 0 R>>";
        let expected = [
            "<<",
            "/A",
            r"(1 0 R \) (2))",
            "/B",
            "<FF>",
            "/C",
            "12 0 R",
            ">>",
        ];
        assert_eq!(texts(text), expected);
    }

    #[test]
    fn references_are_told_from_numbers() {
        let tokens = tokens(b"[1 2 3 0 R 4.5 6]");
        let kinds: Vec<Kind> = tokens.iter().map(|token| token.kind).collect();
        let expected = [
            Kind::Open,
            Kind::Integer(1),
            Kind::Integer(2),
            Kind::Reference(3),
            Kind::Other,
            Kind::Integer(6),
            Kind::Close,
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn values_are_found_on_the_first_level_only() {
        let text = b"<</A<</K 1>>/K[2 0 R 3]/L/K>>";
        let tokens = tokens(text);
        let found = value(text, &tokens, "/K")
            .map(references)
            .map(Iterator::collect);
        assert_eq!(found, Some(vec![2]));
        let name = value(text, &tokens, "/L").expect("a value");
        assert_eq!(&text[name[0].range.clone()], b"/K");
    }
}
