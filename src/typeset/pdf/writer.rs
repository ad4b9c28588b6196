//! Writes objects one after another and, in the end, the table of their places.

use std::io::{self, Write as _};

use super::object::Object;

/// A PDF file that is being written.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// How many bytes were taken before these.
    taken: usize,
    /// Where each object begins; 0 for those that are not there.
    starts: Vec<usize>,
}

impl Writer {
    /// A file of about so many bytes and up to so many objects.
    pub fn new(size: usize, objects: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(size + 24 * objects + 4096),
            taken: 0,
            starts: vec![0; objects],
        }
    }

    /// Adds bytes as they are.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Takes what was written so far: the file goes on behind it.
    pub fn take(&mut self) -> Vec<u8> {
        self.taken += self.bytes.len();
        std::mem::take(&mut self.bytes)
    }

    /// The number behind those of all objects.
    pub fn next(&self) -> usize {
        self.starts.len()
    }

    /// Notes that an object begins here.
    pub fn begin(&mut self, number: usize) {
        self.starts.resize(self.starts.len().max(number + 1), 0);
        self.starts[number] = self.taken + self.bytes.len();
    }

    /// Adds an object that is no stream.
    pub fn object(&mut self, number: usize, text: &[u8]) {
        self.begin(number);
        self.add(format!("{number} 0 obj\n").as_bytes());
        self.add(text);
        self.add(b"\nendobj\n");
    }

    /// Writes `12 0 R`: generations are 0 in files that are written anew.
    pub fn reference(&mut self, number: usize) {
        self.add(format!("{number} 0 R").as_bytes());
    }

    /// The file, with the table of references and a trailer like the one given.
    pub fn finish(mut self, trailer: &Object<'_>) -> Vec<u8> {
        let mut file = std::mem::take(&mut self.bytes);
        self.taken += file.len();
        let written = self.write_to(&mut file, trailer);
        written.map_or_else(|_| Vec::new(), |()| file)
    }

    /// What was not taken of the file, and its end, a little at a time.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_to(self, into: &mut dyn io::Write, trailer: &Object<'_>) -> io::Result<()> {
        let table = self.taken + self.bytes.len();
        let size = self.starts.len();
        into.write_all(&self.bytes)?;
        let mut into = io::BufWriter::new(into);
        write!(into, "xref\n0 {size}\n")?;
        for (number, start) in self.starts.into_iter().enumerate() {
            match (number, start) {
                (0, _) => into.write_all(b"0000000000 65535 f\r\n")?,
                (_, 0) => into.write_all(b"0000000000 00000 f\r\n")?,
                (_, start) => write!(into, "{start:010} 00000 n\r\n")?,
            }
        }
        into.write_all(b"trailer\n")?;
        into.write_all(&trailer.with(&[(b"/Size", size.to_string().into_bytes())]))?;
        write!(into, "\nstartxref\n{table}\n%%EOF")?;
        into.flush()
    }
}
