//! Puts pages of values over their layers: a file in which each page has the content
//! of its layer before its own, and the structure tree the elements of both.
//!
//! The libraries that write PDF have no such thing, and an embedded page, which they
//! have, is not allowed in PDF/A. So the objects of the two files are put together
//! here: nothing is drawn, nothing compressed, only references and lists change.

use std::collections::BTreeMap;

use super::file::File;
use super::object::Object;
use super::token::references;
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
        if let Some(layer) = *layer {
            let first = file.next;
            file.next += layer.objects.len();
            file.page(page, layer, first)?;
            placed.push((page, layer, first));
        }
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
        let catalog = file.object(file.trailer.reference(b"/Root")?)?;
        let tree = catalog.reference(b"/StructTreeRoot")?;
        let root = file.object(tree)?;
        let pages = file.object(catalog.reference(b"/Pages")?)?;
        Some(Self {
            pages: pages.references(b"/Kids").collect(),
            document: root.reference(b"/K")?,
            parents: root.parents()?,
            tree,
            new: BTreeMap::new(),
            next: file.places.len(),
            file,
        })
    }

    /// A page with a layer whose objects begin with number `first`.
    fn page(&mut self, page: usize, layer: &Underlay, first: usize) -> Option<()> {
        let number = self.pages[page];
        let object = self.file.object(number)?;
        let own = self.file.object(object.reference(b"/Resources")?)?;
        let under = std::iter::once(first + layer.content);
        let contents = listed(under.chain(object.references(b"/Contents")));
        let resources = self.add(resources(&own, layer, first));
        let key = object.integer(b"/StructParents");
        let key = key.unwrap_or_else(|| self.free_key());
        let marks = self.marks(key, layer, first)?;
        let marks = self.add(marks.into_bytes());
        self.parents.insert(key, marks);
        let new = object.with(&[
            (b"/Contents", format!("[{}]", contents.trim_end())),
            (b"/Resources", format!("{resources} 0 R")),
            (b"/StructParents", key.to_string()),
        ]);
        self.new.insert(number, new);
        Some(())
    }

    fn add(&mut self, text: Vec<u8>) -> usize {
        self.new.insert(self.next, text);
        self.next += 1;
        self.next - 1
    }

    /// The next key of a page that no page has.
    fn free_key(&self) -> i64 {
        self.parents.keys().max().map_or(0, |key| key + 1)
    }

    /// The elements of a page's marked content: its own, then those of its layer.
    fn marks(&self, key: i64, layer: &Underlay, first: usize) -> Option<String> {
        let own: Vec<usize> = match self.parents.get(&key) {
            Some(number) => references(&self.file.object(*number)?.tokens).collect(),
            None => Vec::new(),
        };
        let nulls = "null ".repeat(FIRST_MARK.checked_sub(own.len())?);
        let under = layer.parents.iter().map(|number| first + number);
        Some(format!("[{}{nulls}{}]", listed(own), listed(under)))
    }

    /// The structure tree with the elements of the layers: those of a page before
    /// what stands over it.
    fn tree(&mut self, placed: &[Placed<'_>]) -> Option<()> {
        let document = self.file.object(self.document)?;
        let place_of = |number: usize| {
            let page = self.page_of(number, 8)?;
            self.pages.iter().position(|one| *one == page)
        };
        let under = placed.iter().flat_map(|(page, layer, first)| {
            let kids = layer.kids.iter();
            kids.map(move |kid| (*page, first + kid))
        });
        // What is on no page comes last.
        let own = document.references(b"/K");
        let over = own.map(|kid| (place_of(kid).unwrap_or(usize::MAX), kid));
        let mut kids: Vec<(usize, usize)> = under.chain(over).collect();
        kids.sort_by_key(|(page, _)| *page);
        let kids = listed(kids.into_iter().map(|(_, kid)| kid));
        let kids = document.with(&[(b"/K", format!("[{kids}]"))]);
        self.new.insert(self.document, kids);
        let parents = self.parents.iter();
        let nums: String = parents
            .map(|(key, array)| format!("{key} {array} 0 R "))
            .collect();
        let root = self.file.object(self.tree)?.with(&[
            (b"/ParentTree", format!("<</Nums[{nums}]>>")),
            (b"/ParentTreeNextKey", self.free_key().to_string()),
        ]);
        self.new.insert(self.tree, root);
        Some(())
    }

    /// The page of a structure element: its own, or that of its first descendant
    /// that has one.
    fn page_of(&self, number: usize, depth: usize) -> Option<usize> {
        let element = self.file.object(number)?;
        element.reference(b"/Pg").or_else(|| {
            let mut kids = element.references(b"/K");
            kids.find_map(|kid| self.page_of(kid, depth.checked_sub(1)?))
        })
    }

    fn written(&self, bytes: &[u8], placed: &[Placed<'_>]) -> Vec<u8> {
        let layers = placed.iter().map(|(_, layer, _)| layer.size);
        let mut writer = Writer::new(bytes.len() + layers.sum::<usize>(), self.next);
        let places = &self.file.places;
        writer.add(&bytes[..self.file.start().unwrap_or_default()]);
        for (number, place) in places.iter().enumerate() {
            if let Some(text) = self.new.get(&number) {
                writer.object(number, text);
            } else if let Some(place) = place {
                writer.begin(number);
                writer.add(&bytes[place.clone()]);
            }
        }
        for (number, text) in self.new.range(places.len()..) {
            writer.object(*number, text);
        }
        for (page, layer, first) in placed {
            for (number, object) in (*first..).zip(&layer.objects) {
                writer.begin(number);
                writer.add(format!("{number} 0 obj").as_bytes());
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
        writer.finish(&self.file.trailer)
    }
}

/// A page's own resources and those of its layer.
fn resources(own: &Object<'_>, layer: &Underlay, first: usize) -> Vec<u8> {
    let categories = layer.resources.iter().map(|category| {
        let value = own.value(&category.key).unwrap_or_default();
        let inner = value.get(1..value.len().saturating_sub(1));
        let mut text = [b"<<", own.text_of(inner.unwrap_or_default())].concat();
        for (name, number) in &category.names {
            text.extend(renamed(name));
            text.extend(format!(" {} 0 R", first + number).into_bytes());
        }
        text.extend(b">>");
        (category.key.as_slice(), text)
    });
    own.with(&categories.collect::<Vec<_>>())
}

/// References to objects, with a space behind each.
fn listed(numbers: impl IntoIterator<Item = usize>) -> String {
    let references = numbers.into_iter().map(|number| format!("{number} 0 R "));
    references.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A file of these objects, numbered from 1, with a table of references.
    fn file(objects: &[&[u8]]) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = "0000000000 65535 f\r\n".to_owned();
        for (index, object) in objects.iter().enumerate() {
            table += &format!("{:010} 00000 n\r\n", bytes.len());
            let begin = format!("{} 0 obj\n", index + 1);
            bytes.extend([begin.as_bytes(), object, b"\nendobj\n"].concat());
        }
        let (start, count) = (bytes.len(), objects.len() + 1);
        let end = format!(
            "xref\n0 {count}\n{table}trailer\n<</Root 1 0 R/Size {count}>>\nstartxref\n{start}\n%%EOF"
        );
        bytes.extend(end.into_bytes());
        bytes
    }

    /// A page, as Typst writes one: catalogue, pages, page, resources, content, font, the
    /// structure tree with one element. Its content is nothing, compressed.
    fn page() -> Vec<u8> {
        file(&[
            b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/Resources 4 0 R/Contents 5 0 R/StructParents 0>>",
            b"<</Font<</f0 6 0 R>>/ProcSet[/PDF]>>",
            b"<</Length 8/Filter/FlateDecode>>\nstream\n\x78\x9c\x03\0\0\0\0\x01\nendstream",
            b"<</Type/Font>>",
            b"<</Type/StructTreeRoot/K[8 0 R]/ParentTree<</Nums[0 9 0 R]>>/ParentTreeNextKey 1>>",
            b"<</S/Document/K[10 0 R]>>",
            b"[10 0 R]",
            b"<</S/P/P 8 0 R/Pg 3 0 R/K[0]>>",
        ])
    }

    #[test]
    fn a_page_is_laid_over_its_layer() {
        let bytes = page();
        let layer = Underlay::of(&bytes).expect("a layer");
        let both = overlay(&bytes, &[Some(&layer)]).expect("both");
        let read = File::read(&both).expect("a file");
        let root = read.trailer.reference(b"/Root").expect("a root");
        let catalog = read.object(root).expect("a catalogue");
        let pages = read
            .object(catalog.reference(b"/Pages").expect("pages"))
            .expect("pages");
        let page = read
            .object(pages.reference(b"/Kids").expect("a page"))
            .expect("a page");
        assert_eq!(page.references(b"/Contents").count(), 2);
    }

    #[test]
    fn other_numbers_of_pages_are_refused() {
        let bytes = page();
        let layer = Underlay::of(&bytes).expect("a layer");
        assert!(overlay(&bytes, &[]).is_none());
        assert!(overlay(&bytes, &[Some(&layer), None]).is_none());
    }

    #[test]
    fn what_is_missing_is_refused() {
        let whole = page();
        let layer = Underlay::of(&whole).expect("a layer");
        for key in [
            "/Root",
            "/Pages",
            "/StructTreeRoot",
            "/Kids",
            "/Resources",
            "/K[8",
            "/ParentTree<",
        ] {
            let text = whole
                .windows(key.len())
                .position(|bytes| bytes == key.as_bytes());
            let mut bytes = whole.clone();
            bytes[text.expect(key) + 1] = b'_';
            assert!(overlay(&bytes, &[Some(&layer)]).is_none(), "{key}");
            assert!(Underlay::of(&bytes).is_none(), "{key}");
        }
    }

    proptest! {
        /// Cut short anywhere, or with other bytes somewhere: no panic, and what cannot be
        /// read is refused.
        #[test]
        fn broken_files_do_no_harm(cut in 0..2000_usize, changes in prop::collection::vec((0..2000_usize, any::<u8>()), 0..6)) {
            let whole = page();
            let layer = Underlay::of(&whole).expect("a layer");
            let mut bytes = whole;
            for (at, byte) in changes {
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte;
                }
            }
            bytes.truncate(cut);
            drop(Underlay::of(&bytes));
            drop(overlay(&bytes, &[Some(&layer)]));
        }
    }
}
