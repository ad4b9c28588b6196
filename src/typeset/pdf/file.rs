//! The objects of a PDF file with a plain table of references, as Typst writes it.

use std::ops::Range;

use super::token::{Kind, Token, entries, references, text_of, tokens, value};

/// A PDF file and where its objects stand.
pub struct File<'a> {
    bytes: &'a [u8],
    /// The place of each object, by number, up to the next; empty for those that
    /// are not there.
    places: Vec<Range<usize>>,
    /// Its end: root, ID.
    trailer: &'a [u8],
}

/// An object that is no stream, or the dictionary of one.
pub struct Object<'a> {
    /// Its text.
    pub text: &'a [u8],
    /// The tokens of its text.
    pub tokens: Vec<Token>,
}

impl<'a> File<'a> {
    /// Reads the table of references.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let trailer = rfind(bytes, b"trailer")?;
        let start = rfind(bytes, b"startxref")?;
        let number = std::str::from_utf8(bytes.get(start + 9..)?).ok()?;
        let table: usize = number.split_whitespace().next()?.parse().ok()?;
        let text = std::str::from_utf8(bytes.get(table..trailer)?).ok()?;
        let mut words = text.strip_prefix("xref")?.split_ascii_whitespace();
        let _first = words.next()?;
        let count: usize = words.next()?.parse().ok()?;
        let mut starts = Vec::with_capacity(count);
        for number in 0..count {
            let offset: usize = words.next()?.parse().ok()?;
            let _generation = words.next()?;
            if words.next()? == "n" {
                starts.push((offset, number));
            }
        }
        starts.sort_unstable();
        let ends = starts.iter().skip(1).map(|(offset, _)| *offset);
        let ends: Vec<usize> = ends.chain([table]).collect();
        let mut places = vec![0..0; count];
        for ((start, number), end) in starts.into_iter().zip(ends) {
            places[number] = start..end;
        }
        Some(Self {
            bytes,
            places,
            trailer: bytes.get(trailer + 7..start)?,
        })
    }

    /// One more than the highest number of an object.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// The trailer's dictionary.
    pub fn trailer(&self) -> Object<'a> {
        Object::of(self.trailer)
    }

    /// Where an object stands, with its number and all.
    pub fn place(&self, number: usize) -> Option<Range<usize>> {
        let place = self.places.get(number)?.clone();
        Some(place).filter(|place| !place.is_empty())
    }

    /// The text of an object, between `obj` and `endobj`.
    fn body(&self, number: usize) -> Option<&'a [u8]> {
        let whole = self.bytes.get(self.place(number)?)?;
        let start = find(whole, b"obj")? + 3;
        whole.get(start..rfind(whole, b"endobj")?)
    }

    /// An object, or the dictionary of a stream.
    pub fn object(&self, number: usize) -> Option<Object<'a>> {
        let body = self.body(number)?;
        let end = match body.ends_with(b"endstream\n") {
            true => find(body, b">>\nstream\n")? + 2,
            false => body.len(),
        };
        Some(Object::of(&body[..end]))
    }

    /// The bytes of a stream, as they stand in the file; none if it is no stream.
    pub fn stream(&self, number: usize) -> Option<&'a [u8]> {
        let body = self.body(number)?.strip_suffix(b"\nendstream\n")?;
        let start = find(body, b">>\nstream\n")? + 10;
        body.get(start..)
    }
}

impl<'a> Object<'a> {
    fn of(text: &'a [u8]) -> Self {
        let tokens = tokens(text);
        Self { text, tokens }
    }

    /// The value of a key.
    pub fn value(&self, key: &str) -> Option<&[Token]> {
        value(self.text, &self.tokens, key)
    }

    /// The reference that is the value of a key.
    pub fn reference(&self, key: &str) -> Option<usize> {
        self.references(key).next()
    }

    /// The references in the value of a key.
    pub fn references(&self, key: &str) -> impl Iterator<Item = usize> {
        references(self.value(key).unwrap_or_default())
    }

    /// The whole number that is the value of a key.
    pub fn integer(&self, key: &str) -> Option<i64> {
        match self.value(key)? {
            [token] => match token.kind {
                Kind::Integer(number) => Some(number),
                _ => None,
            },
            _ => None,
        }
    }

    /// The entries of a dictionary: keys and the tokens of their values.
    pub fn entries(&self) -> impl Iterator<Item = (&[u8], &[Token])> {
        entries(self.text, &self.tokens)
    }

    /// The dictionary with some entries put in the place of its own, or added.
    pub fn with(&self, new: &[(&[u8], Vec<u8>)]) -> Vec<u8> {
        let mut text = b"<<".to_vec();
        for (key, value) in self.entries() {
            if !new.iter().any(|(name, _)| *name == key) {
                text.extend(key);
                text.push(b' ');
                text.extend(text_of(self.text, value));
            }
        }
        for (key, value) in new {
            text.extend(*key);
            text.push(b' ');
            text.extend(value);
        }
        text.extend(b">>");
        text
    }
}

/// Where `what` stands first in `text`.
fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// Where `what` stands last in `text`.
fn rfind(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).rposition(|window| window == what)
}
