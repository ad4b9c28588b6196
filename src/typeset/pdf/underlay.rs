//! A layer as PDF objects: what of the file of one page goes into other files, with
//! its references open.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use indexmap::IndexSet;

use super::file::File;
use super::object::Object;
use super::token::{Kind, Token, references, tokens};

/// Marked content of a layer is counted from here, so that what stands over it can
/// be counted from 0. A page with more of it cannot stand on a layer.
pub const FIRST_MARK: usize = 256;

/// The names of a layer's fonts and colours begin so, as its file calls them as all
/// files do.
const OWN: &[u8] = b"/u";

/// What of a layer's file goes into others: the objects of its only page.
pub struct Underlay {
    /// The objects, without number.
    pub objects: Vec<Vec<Piece>>,
    /// Which of them is the content.
    pub content: usize,
    /// Fonts, colours and the like.
    pub resources: Vec<Category>,
    /// The structure element of each piece of marked content.
    pub parents: Vec<usize>,
    /// The structure elements on the first level.
    pub kids: Vec<usize>,
    /// Their bytes in all, about.
    pub size: usize,
}

/// Named resources of one kind.
pub struct Category {
    /// Its key, as `/Font`.
    pub key: Vec<u8>,
    /// Names and objects.
    pub names: Vec<(Vec<u8>, usize)>,
}

/// A piece of an object.
pub enum Piece {
    /// Bytes as they are.
    Bytes(Vec<u8>),
    /// A reference to another object of the layer.
    Own(usize),
    /// A reference to the page.
    Page,
    /// A reference to the document's structure element.
    Document,
}

impl Underlay {
    /// Takes a file of one page apart; `None` if it has something that only a page
    /// by itself can have.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let file = File::read(bytes)?;
        let catalog = file.object(file.trailer.reference(b"/Root")?)?;
        let pages = file.object(catalog.reference(b"/Pages")?)?;
        let tree = file.object(catalog.reference(b"/StructTreeRoot")?)?;
        let (page_number, document_number) = (pages.reference(b"/Kids")?, tree.reference(b"/K")?);
        let page = file.object(page_number)?;
        if page.value(b"/Annots").is_some() {
            return None;
        }
        let content = page.reference(b"/Contents")?;
        let resources = file.object(page.reference(b"/Resources")?)?;
        let document = file.object(document_number)?;
        let (_, parents) = tree.parents()?.into_iter().next()?;
        let parents = file.object(parents)?;
        // All that the page needs, in the order in which it is met.
        let mut own = IndexSet::new();
        let mut numbers = vec![content];
        numbers.extend(references(&resources.tokens));
        numbers.extend(document.references(b"/K"));
        while let Some(number) = numbers.pop() {
            if number != page_number && number != document_number && own.insert(number) {
                numbers.extend(references(&file.object(number)?.tokens));
            }
        }
        let local = |number: usize| own.get_index_of(&number);
        let target = |number: usize| match number {
            _ if number == page_number => Some(Piece::Page),
            _ if number == document_number => Some(Piece::Document),
            _ => local(number).map(Piece::Own),
        };
        let resources = named(&resources, local)?;
        let objects = own.iter().map(|number| match *number == content {
            true => stream_of(&contents(&file, content, &resources)?),
            false => pieces(&file, *number, target),
        });
        let parents = references(&parents.tokens).map(local);
        let kids = document.references(b"/K").map(local);
        Some(Self {
            objects: objects.collect::<Option<_>>()?,
            content: local(content)?,
            parents: parents.collect::<Option<_>>()?,
            kids: kids.collect::<Option<_>>()?,
            resources,
            size: bytes.len(),
        })
    }
}

/// The named resources by category.
fn named(resources: &Object<'_>, local: impl Fn(usize) -> Option<usize>) -> Option<Vec<Category>> {
    let pair = |pair: &[Token]| {
        let [name, value] = pair else {
            return None;
        };
        let number = references(std::slice::from_ref(value)).next()?;
        let name = &resources.text[name.range.clone()];
        Some((name.to_vec(), local(number)?))
    };
    let categories = resources.entries().filter(|(key, _)| *key != b"/ProcSet");
    let category = |(key, value): (&[u8], &[Token])| {
        let pairs = value.get(1..value.len().checked_sub(1)?)?.chunks(2);
        Some(Category {
            key: key.to_vec(),
            names: pairs.map(pair).collect::<Option<_>>()?,
        })
    };
    categories.map(category).collect()
}

/// The name of a resource in the files that it goes into.
pub fn renamed(name: &[u8]) -> Vec<u8> {
    [OWN, name.strip_prefix(b"/").unwrap_or(name)].concat()
}

/// The content, with its resources renamed and its marked content counted anew.
fn contents(file: &File<'_>, number: usize, resources: &[Category]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let mut decoder = ZlibDecoder::new(file.stream(number)?);
    decoder.read_to_end(&mut text).ok()?;
    let is_resource = |name: &[u8]| {
        let mut names = resources.iter().flat_map(|category| &category.names);
        names.any(|(known, _)| known == name)
    };
    let mut new = Vec::with_capacity(text.len() + text.len() / 8);
    let mut copied = 0;
    let mut last: &[u8] = b"";
    for token in tokens(&text) {
        let word = &text[token.range.clone()];
        let before = std::mem::replace(&mut last, word);
        let other = match token.kind {
            Kind::Name if is_resource(word) => renamed(word),
            Kind::Integer(mark) if before == b"/MCID" => shifted(mark),
            _ => continue,
        };
        new.extend(&text[copied..token.range.start]);
        new.extend(other);
        copied = token.range.end;
    }
    new.extend(&text[copied..]);
    Some(new)
}

fn shifted(mark: i64) -> Vec<u8> {
    (mark + FIRST_MARK as i64).to_string().into_bytes()
}

/// A stream that is compressed once for all files.
fn stream_of(text: &[u8]) -> Option<Vec<Piece>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).ok()?;
    let bytes = encoder.finish().ok()?;
    let length = bytes.len();
    let head = format!("\n<</Length {length}/Filter/FlateDecode>>\nstream\n");
    let object = [head.as_bytes(), &bytes, b"\nendstream\n"].concat();
    Some(vec![Piece::Bytes(object)])
}

/// An object in pieces, its references open.
fn pieces(
    file: &File<'_>,
    number: usize,
    target: impl Fn(usize) -> Option<Piece>,
) -> Option<Vec<Piece>> {
    let object = file.object(number)?;
    // Of elements alone, as numbers in other objects are no marks.
    let kids = object.value(b"/S").and(object.value(b"/K"));
    let kids = kids.unwrap_or_default();
    let mut pieces = Vec::new();
    let mut copied = 0;
    for token in &object.tokens {
        let piece = match token.kind {
            Kind::Reference(number) => target(number)?,
            Kind::Integer(mark) if kids.contains(token) => Piece::Bytes(shifted(mark)),
            _ => continue,
        };
        let before = &object.text[copied..token.range.start];
        pieces.extend([Piece::Bytes(before.to_vec()), piece]);
        copied = token.range.end;
    }
    let mut rest = object.text[copied..].to_vec();
    if let Some(stream) = file.stream(number) {
        rest.extend(b"\nstream\n");
        rest.extend(stream);
        rest.extend(b"\nendstream\n");
    }
    pieces.push(Piece::Bytes(rest));
    Some(pieces)
}
