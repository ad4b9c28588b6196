//! Puts files one behind another: the parts of a long list become one file.
//!
//! As with layers, nothing is drawn or compressed: objects get other numbers, and what a
//! file has once (catalogue, tree of pages, structure tree) is written for all in the end.

use std::collections::BTreeMap;
use std::io;

use indexmap::IndexSet;

use super::file::File;
use super::object::Object;
use super::token::{Kind, Token, references};
use super::writer::Writer;

/// The objects that a file has once have these numbers.
const PAGES: usize = 1;
const TREE: usize = 2;
const DOCUMENT: usize = 3;
const CATALOG: usize = 4;
const METADATA: usize = 5;

/// What begins the number of pages in the metadata, and what ends it.
const COUNT: (&[u8], &[u8]) = (b"<xmpTPg:NPages>", b"</xmpTPg:NPages>");

/// A file that parts are added to.
#[derive(Default)]
pub struct Joined {
    writer: Writer,
    /// What of the first part stands for all.
    first: Option<First>,
    parts: usize,
    pages: Vec<usize>,
    /// The structure elements on the first level.
    kids: Vec<usize>,
    /// The elements of each page's marked content.
    parents: Vec<(i64, usize)>,
    /// The elements that have names.
    ids: BTreeMap<Vec<u8>, usize>,
    next_key: i64,
}

/// Texts of objects of the first part, with the numbers that they have here.
struct First {
    catalog: Vec<u8>,
    pages: Vec<u8>,
    tree: Vec<u8>,
    document: Vec<u8>,
    trailer: Vec<u8>,
    /// The dictionary and the bytes of the metadata.
    metadata: (Vec<u8>, Vec<u8>),
}

impl Joined {
    /// Adds the pages of a file; none where it has what cannot stand behind others.
    pub fn add(&mut self, bytes: &[u8]) -> Option<()> {
        let file = File::read(bytes)?;
        let root = file.trailer.reference(b"/Root")?;
        let catalog = file.object(root)?;
        let metadata = catalog.reference(b"/Metadata")?;
        let (pages_at, tree_at) = (
            catalog.reference(b"/Pages")?,
            catalog.reference(b"/StructTreeRoot")?,
        );
        let (tree, pages) = (file.object(tree_at)?, file.object(pages_at)?);
        let document_at = tree.reference(b"/K")?;
        let document = file.object(document_at)?;
        let parents = tree.parents()?;
        let is_first = self.first.is_none();
        let once = |number: usize| match number {
            _ if number == pages_at => Some(PAGES),
            _ if number == tree_at => Some(TREE),
            _ if number == document_at => Some(DOCUMENT),
            _ if number == root => Some(CATALOG),
            _ if number == metadata => Some(METADATA),
            _ => None,
        };
        // All that the pages need, in the order in which it is met.
        let mut own = IndexSet::new();
        let mut wanted: Vec<usize> = document.references(b"/K").collect();
        wanted.extend(parents.values());
        wanted.extend(references(&pages.tokens));
        if is_first {
            wanted.extend(references(&catalog.tokens).chain(references(&file.trailer.tokens)));
        }
        while let Some(number) = wanted.pop() {
            if once(number).is_none() && own.insert(number) {
                wanted.extend(references(&file.object(number)?.tokens));
            }
        }
        let free = self.writer.next().max(METADATA + 1);
        let part = Part {
            number: |number| once(number).or_else(|| Some(free + own.get_index_of(&number)?)),
            key: self.next_key,
            name: (self.parts > 0).then(|| format!("{}.", self.parts).into_bytes()),
        };
        if is_first {
            self.writer.add(bytes.get(..file.start()?)?);
            let stream = file.stream(metadata)?.to_vec();
            self.first = Some(First {
                catalog: part.copy(&catalog)?,
                pages: part.copy(&pages)?,
                tree: part.copy(&tree)?,
                document: part.copy(&document)?,
                trailer: part.copy(&file.trailer)?,
                metadata: (part.copy(&file.object(metadata)?)?, stream),
            });
        }
        for (number, of_file) in (free..).zip(&own) {
            let mut text = part.copy(&file.object(*of_file)?)?;
            if let Some(stream) = file.stream(*of_file) {
                text.extend([b"\nstream\n", stream, b"\nendstream"].concat());
            }
            self.writer.object(number, &text);
        }
        let number = &part.number;
        for page in pages.references(b"/Kids") {
            // A page, and no tree of them.
            file.object(page)?.references(b"/Contents").next()?;
            self.pages.push(number(page)?);
        }
        for kid in document.references(b"/K") {
            self.kids.push(number(kid)?);
        }
        for (key, array) in parents {
            self.parents.push((self.next_key + key, number(array)?));
        }
        for (name, element) in names(&tree)? {
            self.ids.insert(part.renamed(name), number(element)?);
        }
        self.next_key = self.parents.iter().map(|(key, _)| key + 1).max()?;
        self.parts += 1;
        Some(())
    }

    /// Takes the bytes of what was added: the file goes on behind them.
    pub fn take(&mut self) -> Vec<u8> {
        self.writer.take()
    }

    /// What ends the file, behind all that was not taken; none where nothing was added.
    pub fn finish(mut self) -> Option<End> {
        let first = self.first?;
        let object = |text: &[u8], entries: &[(&[u8], String)]| Object::of(text).with(entries);
        let pages = [
            (&b"/Kids"[..], listed(self.pages.iter().copied())),
            (b"/Count", self.pages.len().to_string()),
        ];
        let mut nums = self
            .parents
            .iter()
            .map(|(key, at)| format!("{key} {at} 0 R "));
        let nums = nums.by_ref().collect::<String>();
        let mut ids = b"<</Names[".to_vec();
        for (name, at) in &self.ids {
            ids.extend([name, format!(" {at} 0 R ").as_bytes()].concat());
        }
        ids.extend(b"]>>");
        let tree = object(
            &first.tree,
            &[
                (b"/ParentTree", format!("<</Nums[{}]>>", nums.trim_end())),
                (b"/ParentTreeNextKey", self.next_key.to_string()),
            ],
        );
        let tree = match self.ids.is_empty() {
            true => tree,
            false => Object::of(&tree).with(&[(b"/IDTree", ids)]),
        };
        let kids = [(&b"/K"[..], listed(self.kids.iter().copied()))];
        let (dictionary, stream) = &first.metadata;
        let stream = counted(stream, self.pages.len())?;
        let length = [(&b"/Length"[..], stream.len().to_string())];
        let dictionary = object(dictionary, &length);
        let writer = &mut self.writer;
        writer.object(PAGES, &object(&first.pages, &pages));
        writer.object(TREE, &tree);
        writer.object(DOCUMENT, &object(&first.document, &kids));
        writer.object(CATALOG, &first.catalog);
        let metadata = [&dictionary, &b"\nstream\n"[..], &stream, b"\nendstream"];
        writer.object(METADATA, &metadata.concat());
        Some(End {
            writer: self.writer,
            trailer: first.trailer,
        })
    }
}

/// The end of a file.
pub struct End {
    writer: Writer,
    trailer: Vec<u8>,
}

impl End {
    /// Writes it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_to(self, into: &mut dyn io::Write) -> io::Result<()> {
        self.writer.write_to(into, &Object::of(&self.trailer))
    }
}

/// How the objects of a part are called in the whole.
struct Part<N> {
    number: N,
    /// The key of its first page.
    key: i64,
    /// What names of elements begin with, as each part has the same ones.
    name: Option<Vec<u8>>,
}

impl<N: Fn(usize) -> Option<usize>> Part<N> {
    /// An object with its numbers, keys and names in the whole.
    fn copy(&self, object: &Object<'_>) -> Option<Vec<u8>> {
        let mut text = Vec::with_capacity(object.text.len() + 16);
        let (mut copied, mut key): (usize, &[u8]) = (0, b"");
        for token in &object.tokens {
            let word = &object.text[token.range.clone()];
            let new = match token.kind {
                Kind::Name => {
                    key = word;
                    continue;
                }
                Kind::Reference(number) => format!("{} 0 R", (self.number)(number)?).into_bytes(),
                Kind::Integer(own) if key == b"/StructParents" => {
                    (self.key + own).to_string().into_bytes()
                }
                Kind::Other if matches!(key, b"/ID" | b"/Headers") => self.renamed(word),
                _ => continue,
            };
            text.extend(&object.text[copied..token.range.start]);
            text.extend(new);
            copied = token.range.end;
        }
        text.extend(object.text[copied..].trim_ascii_end());
        Some(text)
    }

    /// The name of an element.
    fn renamed(&self, name: &[u8]) -> Vec<u8> {
        match (&self.name, name.strip_prefix(b"(")) {
            (Some(begins), Some(rest)) => [b"(", begins.as_slice(), rest].concat(),
            _ => name.to_vec(),
        }
    }
}

/// The elements that have names.
fn names<'a>(tree: &Object<'a>) -> Option<Vec<(&'a [u8], usize)>> {
    let Some(value) = tree.value(b"/IDTree") else {
        return Some(Vec::new());
    };
    let names = Object::of(tree.text_of(value));
    let [_, pairs @ .., _] = names.value(b"/Names")? else {
        return None;
    };
    let pair = |pair: &[Token]| match pair {
        [name, element] => match element.kind {
            Kind::Reference(number) => Some((&names.text[name.range.clone()], number)),
            _ => None,
        },
        _ => None,
    };
    pairs.chunks(2).map(pair).collect()
}

/// The metadata with another number of pages.
fn counted(metadata: &[u8], pages: usize) -> Option<Vec<u8>> {
    let place = |what: &[u8]| {
        let mut windows = metadata.windows(what.len());
        windows.position(|window| window == what)
    };
    let (before, after) = (place(COUNT.0)? + COUNT.0.len(), place(COUNT.1)?);
    let number = pages.to_string();
    Some(
        [
            metadata.get(..before)?,
            number.as_bytes(),
            &metadata[after..],
        ]
        .concat(),
    )
}

fn listed(numbers: impl Iterator<Item = usize>) -> String {
    let references: Vec<String> = numbers.map(|number| format!("{number} 0 R")).collect();
    format!("[{}]", references.join(" "))
}
