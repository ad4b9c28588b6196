//! The archive of a workbook, looked at before it is read: each part that a reader would
//! inflate is, once, and its bytes are counted as they come, not as the archive says.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::bounds::{self, Counted, Refusal};

/// The archive.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its entries.
    names: Vec<String>,
    /// The bytes that may still be inflated.
    left: Cell<u64>,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|error| Refusal::Damaged(error.to_string()))?;
        Refusal::beyond(Counted::Entries, archive.len(), bounds::ENTRIES)?;
        let names = archive.file_names().map(|name| Ok(name?.into_owned()));
        let names: zip::result::ZipResult<Vec<String>> = names.collect();
        Ok(Self {
            names: names.map_err(|error| Refusal::Damaged(error.to_string()))?,
            archive,
            left: Cell::new(bounds::PARTS),
        })
    }

    /// The names of the parts that are XML.
    pub fn parts(&self) -> Vec<String> {
        let is_xml = |name: &&String| {
            let name = name.to_lowercase();
            name.ends_with(".xml") || name.ends_with(".rels")
        };
        self.names.iter().filter(is_xml).cloned().collect()
    }

    /// The name of a part however it is written.
    pub fn find(&self, path: &str) -> Option<String> {
        let path = path
            .trim_start_matches('/')
            .replace('\\', "/")
            .to_lowercase();
        let mut names = self.names.iter();
        names
            .find(|name| name.replace('\\', "/").to_lowercase() == path)
            .cloned()
    }

    /// Goes through the elements of a part; what is looked for in them is `look`'s.
    pub fn each(
        &mut self,
        name: &str,
        look: &mut dyn FnMut(Part<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let damaged = |error: String| Refusal::Damaged(format!("{name}: {error}"));
        let part = self.archive.by_name(name);
        let part = part.map_err(|error| damaged(error.to_string()))?;
        let counted = Counting {
            part,
            left: bounds::PART.min(self.left.get()),
            all: &self.left,
        };
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, counted));
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        let done = loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => look(Part::Start(&element))?,
                Ok(Event::Empty(element)) => {
                    look(Part::Start(&element))?;
                    look(Part::End(element.local_name().as_ref()))?;
                }
                Ok(Event::End(element)) => look(Part::End(element.local_name().as_ref()))?,
                Ok(Event::DocType(_)) => return Err(Refusal::Declares(name.to_owned())),
                Ok(Event::Eof) => break Ok(()),
                Ok(_) => {}
                Err(error) => break Err(error),
            }
        };
        // The reader wraps what the counter says.
        match (reader.into_inner().into_inner().left, done) {
            (0, _) => Err(Refusal::LargePart(name.to_owned())),
            (_, done) => done.map_err(|error| damaged(error.to_string())),
        }
    }

    /// Counts the bytes of a part that is not looked into.
    pub fn count(&mut self, name: &str) -> Result<(), Refusal> {
        let part = self.archive.by_name(name);
        let part = part.map_err(|error| Refusal::Damaged(format!("{name}: {error}")))?;
        let mut counted = Counting {
            part,
            left: bounds::PART.min(self.left.get()),
            all: &self.left,
        };
        let done = io::copy(&mut counted, &mut io::sink());
        match (counted.left, done) {
            (0, _) => Err(Refusal::LargePart(name.to_owned())),
            (_, Err(error)) => Err(Refusal::Damaged(format!("{name}: {error}"))),
            (_, Ok(_)) => Ok(()),
        }
    }
}

/// What a part is made of.
pub enum Part<'a> {
    /// An element begins.
    Start(&'a BytesStart<'a>),
    /// An element of this name ends.
    End(&'a str),
}

/// An attribute of an element, without the name of its space.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes.find(|one| one.key.local_name().as_ref() == name)?;
    let version = quick_xml::XmlVersion::Implicit1_0;
    Some(value.normalized_value(version).ok()?.into_owned())
}

/// Counts what is read, and ends where there is no more to be.
struct Counting<'a, R> {
    part: R,
    left: u64,
    all: &'a Cell<u64>,
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        self.all.set(self.all.get().saturating_sub(read as u64));
        match self.left {
            0 => Err(io::Error::other("more than is read")),
            _ => Ok(read),
        }
    }
}
