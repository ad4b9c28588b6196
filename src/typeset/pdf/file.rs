//! The objects of a PDF file with a plain table of references, as Typst writes it.

use std::ops::Range;

use super::object::Object;

/// A PDF file and where its objects stand.
pub struct File<'a> {
    bytes: &'a [u8],
    /// Where each object stands, with its number and all, up to the next; none for
    /// those that are not there.
    pub places: Vec<Option<Range<usize>>>,
    /// The dictionary at its end: root, ID.
    pub trailer: Object<'a>,
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
        let mut starts = Vec::new();
        for number in 0..count {
            let offset: usize = words.next()?.parse().ok()?;
            let _generation = words.next()?;
            if words.next()? == "n" {
                starts.push((offset, number));
            }
        }
        starts.sort_unstable();
        let ends = starts.iter().skip(1).map(|(offset, _)| *offset);
        let mut places = vec![None; count];
        for ((start, number), end) in starts.iter().zip(ends.chain([table])) {
            places[*number] = Some(*start..end).filter(|place| !place.is_empty());
        }
        let trailer = Object::of(bytes.get(trailer + 7..start)?);
        Some(Self {
            bytes,
            places,
            trailer,
        })
    }

    /// Where the first object begins.
    pub fn start(&self) -> Option<usize> {
        self.places.iter().flatten().map(|place| place.start).min()
    }

    /// The text of an object, between `obj` and `endobj`.
    fn body(&self, number: usize) -> Option<&'a [u8]> {
        let whole = self.bytes.get(self.places.get(number)?.clone()?)?;
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

/// Where `what` stands first in `text`.
fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// Where `what` stands last in `text`.
fn rfind(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).rposition(|window| window == what)
}
