//! Puts pages of values over their layers: a file in which each page has the content
//! of its layer before its own, and the structure tree the elements of both.
//!
//! The libraries that write PDF have no such thing, and an embedded page, which they
//! have, is not allowed in PDF/A. So the objects of the two files are put together
//! here: nothing is drawn, nothing compressed, only references and lists change.

use std::collections::BTreeMap;
use std::io::Write as _;

use super::file::{File, Object};
use super::token::{Kind, references, text_of};
use super::underlay::{FIRST_MARK, Piece, Underlay, renamed};
use super::writer::Writer;

/// The file with layers under its pages; `None` if it has what cannot stand over
/// one.
pub fn overlay(bytes: &[u8], layers: &[Option<&Underlay>]) -> Option<Vec<u8>> {
    let mut file = Overlay::of(File::read(bytes)?)?;
    if file.pages.len() != layers.len() {
        return None;
    }
    let mut placed = Vec::new();
    for (page, layer) in layers.iter().enumerate() {
        let Some(layer) = *layer else {
            continue;
        };
        let first = file.next;
        file.next += layer.objects.len();
        file.page(page, layer, first)?;
        placed.push((page, layer, first));
    }
    file.tree(&placed)?;
    Some(file.written(bytes, &placed))
}

struct Overlay<'a> {
    file: File<'a>,
    pages: Vec<usize>,
    tree: usize,
    document: usize,
    /// The arrays of marked content's elements by the key of their page.
    parents: BTreeMap<i64, usize>,
    /// Objects that are written anew.
    new: BTreeMap<usize, Vec<u8>>,
    /// The next free number of an object.
    next: usize,
}

/// A layer under a page, and the number of its first object.
type Placed<'a> = (usize, &'a Underlay, usize);

impl<'a> Overlay<'a> {
    fn of(file: File<'a>) -> Option<Self> {
        let catalog = file.object(file.trailer().reference("/Root")?)?;
        let tree = catalog.reference("/StructTreeRoot")?;
        let root = file.object(tree)?;
        let parents = root.value("/ParentTree")?.windows(2);
        let parents = parents.filter_map(|pair| match (pair[0].kind, pair[1].kind) {
            (Kind::Integer(key), Kind::Reference(number)) => Some((key, number)),
            _ => None,
        });
        let pages = file.object(catalog.reference("/Pages")?)?;
        Some(Self {
            pages: pages.references("/Kids").collect(),
            document: root.reference("/K")?,
            parents: parents.collect(),
            tree,
            new: BTreeMap::new(),
            next: file.count(),
            file,
        })
    }

    /// A page with a layer whose objects begin with number `first`.
    fn page(&mut self, page: usize, layer: &Underlay, first: usize) -> Option<()> {
        let number = self.pages[page];
        let object = self.file.object(number)?;
        let own = self.file.object(object.reference("/Resources")?)?;
        let mut contents = format!("[{} 0 R", first + layer.content);
        for own in object.references("/Contents") {
            contents.push_str(&format!(" {own} 0 R"));
        }
        contents.push(']');
        let resources = self.add(resources(&own, layer, first));
        let free = self.parents.keys().max().map_or(0, |key| key + 1);
        let key = object.integer("/StructParents").unwrap_or(free);
        let marks = self.marks(&object, layer, first)?;
        let marks = self.add(marks);
        self.parents.insert(key, marks);
        let new = object.with(&[
            (b"/Contents", contents.into_bytes()),
            (b"/Resources", format!("{resources} 0 R").into_bytes()),
            (b"/StructParents", key.to_string().into_bytes()),
        ]);
        self.new.insert(number, new);
        Some(())
    }

    fn add(&mut self, text: Vec<u8>) -> usize {
        self.new.insert(self.next, text);
        self.next += 1;
        self.next - 1
    }

    /// The elements of a page's marked content: its own, then those of its layer.
    fn marks(&self, page: &Object<'_>, layer: &Underlay, first: usize) -> Option<Vec<u8>> {
        let key = page.integer("/StructParents");
        let own = key.and_then(|key| self.parents.get(&key)).map(|number| {
            let array = self.file.object(*number)?;
            Some(references(&array.tokens).collect::<Vec<usize>>())
        });
        let own = own.unwrap_or(Some(Vec::new()))?;
        let nulls = FIRST_MARK.checked_sub(own.len())?;
        let mut text = b"[".to_vec();
        let mut add = |number: usize| write!(text, "{number} 0 R ").ok();
        own.iter().try_for_each(|number| add(*number))?;
        text.extend(b"null ".repeat(nulls));
        let mut add = |number: usize| write!(text, "{} 0 R ", first + number).ok();
        layer.parents.iter().try_for_each(|number| add(*number))?;
        text.push(b']');
        Some(text)
    }

    /// The structure tree with the elements of the layers: those of a page before
    /// what stands over it.
    fn tree(&mut self, placed: &[Placed<'_>]) -> Option<()> {
        let document = self.file.object(self.document)?;
        let own: Vec<usize> = document.references("/K").collect();
        let page_of = |number: usize| {
            let page = self.page_of(number, 8);
            page.and_then(|page| self.pages.iter().position(|one| *one == page))
        };
        let own: Vec<(Option<usize>, usize)> = own
            .into_iter()
            .map(|number| (page_of(number), number))
            .collect();
        let mut kids = b"[".to_vec();
        let mut add = |number: usize| write!(kids, "{number} 0 R ").ok();
        for page in 0..self.pages.len() {
            for (_, layer, first) in placed.iter().filter(|(at, ..)| *at == page) {
                layer.kids.iter().try_for_each(|kid| add(first + kid))?;
            }
            let over = own.iter().filter(|(at, _)| *at == Some(page));
            over.map(|(_, number)| *number).try_for_each(&mut add)?;
        }
        let nowhere = own.iter().filter(|(at, _)| at.is_none());
        nowhere.map(|(_, number)| *number).try_for_each(&mut add)?;
        kids.push(b']');
        self.new
            .insert(self.document, document.with(&[(b"/K", kids)]));
        let mut nums = b"<</Nums[".to_vec();
        for (key, array) in &self.parents {
            write!(nums, "{key} {array} 0 R ").ok()?;
        }
        nums.extend(b"]>>");
        let next = self.parents.keys().max().map_or(0, |key| key + 1);
        let root = self.file.object(self.tree)?.with(&[
            (b"/ParentTree", nums),
            (b"/ParentTreeNextKey", next.to_string().into_bytes()),
        ]);
        self.new.insert(self.tree, root);
        Some(())
    }

    /// The page of a structure element: its own, or that of its first descendant
    /// that has one.
    fn page_of(&self, number: usize, depth: usize) -> Option<usize> {
        let element = self.file.object(number)?;
        let own = element.reference("/Pg");
        own.or_else(|| {
            let mut kids = element.references("/K");
            kids.find_map(|kid| self.page_of(kid, depth.checked_sub(1)?))
        })
    }

    fn written(&self, bytes: &[u8], placed: &[Placed<'_>]) -> Vec<u8> {
        let layers = placed.iter().map(|(_, layer, _)| layer.size);
        let mut writer = Writer::new(bytes.len() + layers.sum::<usize>(), self.next);
        let places = (1..self.file.count()).filter_map(|number| self.file.place(number));
        let header = places.map(|place| place.start).min().unwrap_or_default();
        writer.add(&bytes[..header]);
        for number in 1..self.file.count() {
            match (self.new.get(&number), self.file.place(number)) {
                (Some(text), _) => writer.object(number, text),
                (None, Some(place)) => {
                    writer.begin(number);
                    writer.add(&bytes[place]);
                }
                (None, None) => {}
            }
        }
        for (number, text) in self.new.range(self.file.count()..) {
            writer.object(*number, text);
        }
        for (page, layer, first) in placed {
            for (index, object) in layer.objects.iter().enumerate() {
                writer.begin(first + index);
                writer.add(format!("{} 0 obj", first + index).as_bytes());
                for piece in object {
                    match piece {
                        Piece::Bytes(bytes) => writer.add(bytes),
                        Piece::Own(number) => writer.reference(first + number),
                        Piece::Page => writer.reference(self.pages[*page]),
                        Piece::Document => writer.reference(self.document),
                    }
                }
                writer.add(b"endobj\n");
            }
        }
        writer.finish(&self.file.trailer())
    }
}

/// A page's own resources and those of its layer.
fn resources(own: &Object<'_>, layer: &Underlay, first: usize) -> Vec<u8> {
    let categories = layer.resources.iter().map(|category| {
        let mut text = b"<<".to_vec();
        let key = std::str::from_utf8(&category.key).ok();
        let value = key.and_then(|key| own.value(key));
        let inner = value.and_then(|value| value.get(1..value.len() - 1));
        text.extend(text_of(own.text, inner.unwrap_or_default()));
        for (name, number) in &category.names {
            text.extend(renamed(name));
            text.extend(format!(" {} 0 R", first + number).into_bytes());
        }
        text.extend(b">>");
        (category.key.as_slice(), text)
    });
    own.with(&categories.collect::<Vec<_>>())
}
