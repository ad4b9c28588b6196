//! A layer as PDF objects: what of the file of one page goes into other files, with
//! its references open.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::file::{File, Object};
use super::token::{Kind, Token, references, tokens};

/// Marked content of a layer is counted from here, so that what stands over it can
/// be counted from 0. A page with more of it cannot stand on a layer.
pub const FIRST_MARK: usize = 256;

/// Put before the names of a layer's fonts and colours, which its file calls as all
/// files do.
const OWN: u8 = b'u';

/// A page's objects.
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

impl Piece {
    /// Its bytes, about.
    fn size(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Own(_) | Self::Page | Self::Document => 8,
        }
    }
}

/// What the pages of a layer's file are called in it.
struct Roots {
    page: usize,
    document: usize,
}

impl Underlay {
    /// Takes a file of one page apart; `None` if it has something that only a page
    /// by itself can have.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let file = File::read(bytes)?;
        let catalog = file.object(file.trailer().reference("/Root")?)?;
        let pages = file.object(catalog.reference("/Pages")?)?;
        let roots = Roots {
            page: pages.reference("/Kids")?,
            document: file
                .object(catalog.reference("/StructTreeRoot")?)?
                .reference("/K")?,
        };
        let tree = file.object(catalog.reference("/StructTreeRoot")?)?;
        let page = file.object(roots.page)?;
        if pages.references("/Kids").count() != 1 || page.value("/Annots").is_some() {
            return None;
        }
        let content = page.reference("/Contents")?;
        let resources = file.object(page.reference("/Resources")?)?;
        let document = file.object(roots.document)?;
        let parents = file.object(tree.reference("/ParentTree")?)?;
        // All that the page needs, in the order in which it is met.
        let mut numbers = vec![content];
        numbers.extend(references(&resources.tokens));
        numbers.extend(document.references("/K"));
        let mut own: HashMap<usize, usize> = HashMap::new();
        let mut order = Vec::new();
        while let Some(number) = numbers.pop() {
            if number == roots.page || number == roots.document || own.contains_key(&number) {
                continue;
            }
            own.insert(number, order.len());
            order.push(number);
            numbers.extend(references(&file.object(number)?.tokens));
        }
        let resources = named(&resources, &own)?;
        let objects = order.iter().map(|number| match *number == content {
            true => stream_of(&contents(&file, content, &resources)?),
            false => pieces(&file, *number, &roots, &own),
        });
        let objects: Vec<Vec<Piece>> = objects.collect::<Option<_>>()?;
        let local = |number| own.get(&number).copied();
        Some(Self {
            size: objects.iter().flatten().map(Piece::size).sum(),
            objects,
            content: local(content)?,
            parents: references(&parents.tokens)
                .map(local)
                .collect::<Option<_>>()?,
            kids: document
                .references("/K")
                .map(local)
                .collect::<Option<_>>()?,
            resources,
        })
    }
}

/// The named resources by category.
fn named(resources: &Object<'_>, own: &HashMap<usize, usize>) -> Option<Vec<Category>> {
    let categories = resources.entries().filter(|(key, _)| *key != b"/ProcSet");
    let category = |(key, value): (&[u8], &[Token])| {
        let pairs = value.get(1..value.len() - 1)?.chunks(2);
        let pair = |pair: &[Token]| match pair {
            [name, value] => {
                let Kind::Reference(number) = value.kind else {
                    return None;
                };
                let name = &resources.text[name.range.clone()];
                Some((name.to_vec(), *own.get(&number)?))
            }
            _ => None,
        };
        Some(Category {
            key: key.to_vec(),
            names: pairs.map(pair).collect::<Option<_>>()?,
        })
    };
    categories.map(category).collect()
}

/// The name of a resource in the files that it goes into.
pub fn renamed(name: &[u8]) -> Vec<u8> {
    let mut renamed = vec![b'/', OWN];
    renamed.extend(name.strip_prefix(b"/").unwrap_or(name));
    renamed
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
    let mut before: &[u8] = b"";
    for token in tokens(&text) {
        let word = &text[token.range.clone()];
        let other = match token.kind {
            Kind::Name if is_resource(word) => Some(renamed(word)),
            Kind::Integer(mark) if before == b"/MCID" => Some(shifted(mark)),
            _ => None,
        };
        if let Some(other) = other {
            new.extend(&text[copied..token.range.start]);
            new.extend(other);
            copied = token.range.end;
        }
        before = word;
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
    let mut piece = format!("\n<</Length {length}/Filter/FlateDecode>>\nstream\n").into_bytes();
    piece.extend(bytes);
    piece.extend(b"\nendstream\n");
    Some(vec![Piece::Bytes(piece)])
}

/// An object in pieces, its references open.
fn pieces(
    file: &File<'_>,
    number: usize,
    roots: &Roots,
    own: &HashMap<usize, usize>,
) -> Option<Vec<Piece>> {
    let object = file.object(number)?;
    let kids = match object.value("/S") {
        Some(_) => object.value("/K").unwrap_or_default(),
        None => &[],
    };
    let mut pieces = Vec::new();
    let mut bytes = Vec::new();
    let mut copied = 0;
    for token in &object.tokens {
        let piece = match token.kind {
            Kind::Reference(number) if number == roots.page => Piece::Page,
            Kind::Reference(number) if number == roots.document => Piece::Document,
            Kind::Reference(number) => Piece::Own(*own.get(&number)?),
            Kind::Integer(mark) if kids.contains(token) => Piece::Bytes(shifted(mark)),
            _ => continue,
        };
        bytes.extend(&object.text[copied..token.range.start]);
        pieces.push(Piece::Bytes(std::mem::take(&mut bytes)));
        pieces.push(piece);
        copied = token.range.end;
    }
    bytes.extend(&object.text[copied..]);
    if let Some(stream) = file.stream(number) {
        bytes.extend(b"\nstream\n");
        bytes.extend(stream);
        bytes.extend(b"\nendstream\n");
    }
    pieces.push(Piece::Bytes(bytes));
    Some(pieces)
}
