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
        let mut start = at;
        let is_double = text.get(at + 1) == Some(&text[at]);
        let (end, mut kind) = match text[at] {
            byte if is_space(byte) => {
                at += 1;
                continue;
            }
            b'/' => (word_end(text, at + 1), Kind::Name),
            b'(' => (string_end(text, at), Kind::Other),
            b'<' if is_double => (at + 2, Kind::Open),
            b'>' if is_double => (at + 2, Kind::Close),
            b'<' => {
                let end = text[at..].iter().position(|byte| *byte == b'>');
                (end.map_or(text.len(), |end| at + end + 1), Kind::Other)
            }
            b'[' | b'{' => (at + 1, Kind::Open),
            b']' | b'}' => (at + 1, Kind::Close),
            _ => {
                let end = word_end(text, at + 1);
                let word = std::str::from_utf8(&text[at..end]).unwrap_or_default();
                (end, word.parse().map_or(Kind::Other, Kind::Integer))
            }
        };
        at = end;
        if &text[start..end] == b"R"
            && let [.., number, generation] = &tokens[..]
            && let (Kind::Integer(object), Kind::Integer(_)) = (number.kind, generation.kind)
        {
            start = number.range.start;
            kind = Kind::Reference(usize::try_from(object).unwrap_or(0));
            tokens.truncate(tokens.len() - 2);
        }
        let range = start..end;
        tokens.push(Token { kind, range });
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
}
