//! Digests as names.

use std::io;

use sha2::{Digest as _, Sha256};

/// How digests are written: two small hexadecimal digits a byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A digest of what is written to it.
#[derive(Default)]
pub struct Digesting(Sha256);

impl Digesting {
    /// The digest, as it is written.
    pub fn end(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

impl io::Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
