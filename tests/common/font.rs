//! Fonts under other names: a font of the repository with a table of names of its
//! own, as licensed fonts have them.

use std::path::Path;

/// A record of the table of names.
pub struct Name {
    /// 1 is the family, 4 the full name.
    pub id: u16,
    /// The language, of Windows: 0x409 is English, 0x804 Chinese.
    pub language: u16,
    /// The encoding, of Windows: 1 is UTF-16, 3 is GBK.
    pub encoding: u16,
    pub bytes: Vec<u8>,
}

impl Name {
    pub fn unicode(id: u16, language: u16, text: &str) -> Self {
        Self {
            id,
            language,
            encoding: 1,
            bytes: text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }

    /// As old Chinese fonts have it.
    pub fn gbk(id: u16, bytes: &[u8]) -> Self {
        Self {
            id,
            language: 0x804,
            encoding: 3,
            bytes: bytes.to_vec(),
        }
    }
}

/// A font of `fonts/` with other names.
pub fn renamed(path: &str, names: &[Name]) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fonts")
        .join(path);
    let mut font = std::fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let table = name_table(names);
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let entry = (0..tables)
        .map(|table| 12 + 16 * table)
        .find(|at| &font[*at..at + 4] == b"name")
        .expect("a table of names");
    // The new table stands at the end of the file; nothing checks its sum.
    let place = u32::try_from(font.len()).expect("a small file");
    let length = u32::try_from(table.len()).expect("a small table");
    font[entry + 8..entry + 12].copy_from_slice(&place.to_be_bytes());
    font[entry + 12..entry + 16].copy_from_slice(&length.to_be_bytes());
    font.extend(table);
    font
}

fn name_table(names: &[Name]) -> Vec<u8> {
    let number = |n: usize| u16::try_from(n).expect("a small table").to_be_bytes();
    let mut table = Vec::new();
    table.extend([0, 0]);
    table.extend(number(names.len()));
    table.extend(number(6 + 12 * names.len()));
    let mut texts: Vec<u8> = Vec::new();
    for name in names {
        for value in [3, name.encoding, name.language, name.id] {
            table.extend(value.to_be_bytes());
        }
        table.extend(number(name.bytes.len()));
        table.extend(number(texts.len()));
        texts.extend(&name.bytes);
    }
    table.extend(texts);
    table
}
