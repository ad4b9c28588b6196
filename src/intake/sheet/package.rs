//! The archive of a workbook: its parts are gone through as they are inflated, and their
//! bytes are counted as they come, not as the archive says.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
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

    /// Goes through the elements and texts of a part; what is looked for in them is `look`'s.
    pub fn each(
        &mut self,
        name: &str,
        look: &mut dyn FnMut(Part<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let part = self.archive.by_name(name);
        let part = part.map_err(|error| Refusal::damaged(name, error))?;
        let counted = Counting {
            part,
            left: bounds::PART.min(self.left.get()),
            all: &self.left,
            run: 0,
        };
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, counted));
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        let done = loop {
            buffer.clear();
            let event = match reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(error) => break Err(error.to_string()),
            };
            match event {
                Event::Start(element) | Event::Empty(element) if !is_sound(&element) => {
                    break Err(format!("<{}>", element.name().as_ref()));
                }
                Event::Start(element) => {
                    depth += 1;
                    look(Part::Start(&element))?;
                }
                Event::Empty(element) => {
                    look(Part::Start(&element))?;
                    look(Part::End(element.local_name().as_ref()))?;
                }
                Event::End(element) => {
                    depth -= 1;
                    look(Part::End(element.local_name().as_ref()))?;
                }
                Event::Text(text) => look(Part::Text(&text.xml10_content()))?,
                Event::CData(text) => look(Part::Text(&text.xml10_content()))?,
                Event::GeneralRef(entity) => match of_entity(&entity) {
                    Some(text) => look(Part::Text(&text))?,
                    None => break Err(format!("&{};", entity.xml10_content())),
                },
                Event::DocType(_) => return Err(Refusal::Declares(name.to_owned())),
                Event::Eof if depth > 0 => break Err("it is cut off".to_owned()),
                Event::Eof => break Ok(()),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
            if depth > bounds::DEPTH {
                break Err(format!("more than {} levels", bounds::DEPTH));
            }
        };
        // The reader wraps what the counter says.
        let counting = reader.into_inner().into_inner();
        match done {
            _ if counting.left == 0 => Err(Refusal::LargePart(name.to_owned())),
            _ if counting.run > bounds::RUN => Err(Refusal::LongText(name.to_owned())),
            done => done.map_err(|error| Refusal::damaged(name, error)),
        }
    }
}

/// What a part is made of.
pub enum Part<'a> {
    /// An element begins.
    Start(&'a BytesStart<'a>),
    /// An element of this name ends.
    End(&'a str),
    /// A text, or a piece of one.
    Text(&'a str),
}

/// Whether the attributes of an element are as XML has them, none of them said twice; what
/// is not would be passed over.
fn is_sound(element: &BytesStart<'_>) -> bool {
    let attributes = element.attributes().zip(0_usize..);
    // Each is compared with all before it.
    let mut attributes = attributes.map(|(one, nth)| one.is_ok() && nth < bounds::ATTRIBUTES);
    attributes.all(|is_sound| is_sound)
}

/// The character that an entity stands for; those that a part declares are no part of it.
fn of_entity(entity: &BytesRef<'_>) -> Option<String> {
    match entity.resolve_char_ref().ok()? {
        Some(c) => Some(c.to_string()),
        None => resolve_xml_entity(&entity.xml10_content()).map(str::to_owned),
    }
}

/// An attribute of an element, without the name of its space.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let [value] = attributes(element, [name]);
    value.map(Cow::into_owned)
}

/// Several attributes, each without the name of its space.
pub fn attributes<'a, const N: usize>(
    element: &'a BytesStart<'_>,
    names: [&str; N],
) -> [Option<Cow<'a, str>>; N] {
    let mut values = [const { None }; N];
    let mut all = element.attributes();
    for attribute in all.with_checks(false).flatten() {
        let local = attribute.key.local_name();
        let at = names.iter().position(|name| *name == local.as_ref());
        if let Some(value) = at.and_then(|at| values.get_mut(at)) {
            *value = of_attribute(attribute);
        }
    }
    values
}

fn of_attribute(attribute: Attribute<'_>) -> Option<Cow<'_, str>> {
    match attribute.value {
        Cow::Borrowed(value) if !value.contains(['&', '\t', '\r', '\n']) => {
            Some(Cow::Borrowed(value))
        }
        _ => {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some(Cow::Owned(value.into_owned()))
        }
    }
}

/// Counts what is read, and ends where there is no more to be.
struct Counting<'a, R> {
    part: R,
    left: u64,
    all: &'a Cell<u64>,
    /// The bytes since an element began or ended, all of which the reader holds.
    run: usize,
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        self.all.set(self.all.get().saturating_sub(read as u64));
        let after = buffer[..read].iter().rev().position(|byte| *byte == b'<');
        self.run = after.unwrap_or(self.run.saturating_add(read));
        match self.left > 0 && self.run <= bounds::RUN {
            true => Ok(read),
            false => Err(io::Error::other("more than is read")),
        }
    }
}
