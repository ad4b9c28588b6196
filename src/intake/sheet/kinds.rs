//! Files that are no sheets, or none that are read, by what they begin with: a name says
//! nothing, as systems call pages of the web `.xls`.

use serde::{Deserialize, Serialize};

use super::package::Package;

/// A kind of files that are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A page of the web, which systems export as `.xls`.
    Html,
    /// A page of the web with all that belongs to it, in one file.
    Mhtml,
    /// Sheets as XML, of Excel 2003 or LibreOffice.
    Xml,
    /// Sheets of LibreOffice.
    OpenDocument,
    /// Sheets of Excel in its binary format.
    Xlsb,
    /// Sheets in formats of long ago.
    Ancient,
    /// A text of Word or WPS.
    Document,
    /// Slides.
    Slides,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive of other files.
    Archive,
}

/// What the beginnings of files are, those that are read not among them.
const BEGINNINGS: [(&[u8], Kind); 18] = [
    (b"%PDF-", Kind::Pdf),
    (b"{\\rtf", Kind::Document),
    (b"\x89PNG\r\n\x1a\n", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"BM\0", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"RIFF", Kind::Picture),
    (b"Rar!\x1a", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"\x1f\x8b", Kind::Archive),
    // Excel to version 4, and its sheets as text for other programs.
    (b"\x09\x00\x04\x00", Kind::Ancient),
    (b"\x09\x02\x06\x00", Kind::Ancient),
    (b"\x09\x04\x06\x00", Kind::Ancient),
    (b"ID;P", Kind::Ancient),
    (b"TABLE\r\n0,1", Kind::Ancient),
    (b"TABLE\n0,1", Kind::Ancient),
];

/// What pages of the web begin with, after spaces and comments of any kind.
const PAGES: [&str; 8] = [
    "<!doctype html",
    "<html",
    "<head",
    "<meta",
    "<table",
    "<body",
    "<style",
    "<div",
];

/// The kind of a file that is not read, as its bytes tell.
pub fn of_bytes(bytes: &[u8]) -> Option<Kind> {
    let mut beginnings = BEGINNINGS.iter();
    if let Some((_, kind)) = beginnings.find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(*kind);
    }
    // A bitmap has its length behind its two letters.
    let length = bytes.get(2..6).and_then(|length| length.try_into().ok());
    let is_bitmap = bytes.starts_with(b"BM")
        && length.map(u32::from_le_bytes) == u32::try_from(bytes.len()).ok();
    if is_bitmap {
        return Some(Kind::Picture);
    }
    of_markup(bytes)
}

/// The same of what is written as text.
fn of_markup(bytes: &[u8]) -> Option<Kind> {
    const LOOKED_AT: usize = 4096;
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    // Of UTF-16, all that matters here is ASCII.
    let ascii = bytes.iter().filter(|byte| **byte > 0 && **byte < 0x80);
    let text: String = ascii
        .map(|byte| byte.to_ascii_lowercase() as char)
        .collect();
    let mut text = text.trim_start();
    if text.starts_with("mime-version:") {
        return Some(Kind::Mhtml);
    }
    if text.starts_with("<?xml") {
        let is_sheet = [
            "urn:schemas-microsoft-com:office:spreadsheet",
            "progid=\"excel",
            "office:document",
        ];
        if is_sheet.iter().any(|name| text.contains(name)) {
            return Some(Kind::Xml);
        }
        text = text
            .split_once("?>")
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    while let Some(rest) = text.strip_prefix("<!--") {
        text = rest
            .split_once("-->")
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    PAGES
        .iter()
        .any(|page| text.starts_with(page))
        .then_some(Kind::Html)
}

/// The kind of an archive that is no workbook.
pub fn of_archive(package: &Package<'_>) -> Option<Kind> {
    let has = |name: &str| package.find(name).is_some();
    if has("xl/workbook.bin") {
        Some(Kind::Xlsb)
    } else if has("word/document.xml") {
        Some(Kind::Document)
    } else if has("ppt/presentation.xml") {
        Some(Kind::Slides)
    } else if has("content.xml") && has("meta-inf/manifest.xml") {
        Some(Kind::OpenDocument)
    } else if has("_rels/.rels") {
        None
    } else {
        Some(Kind::Archive)
    }
}

/// The kind of a file of Office, by the names of its streams.
pub fn of_streams(has: impl Fn(&str) -> bool) -> Option<Kind> {
    if has("/WordDocument") {
        Some(Kind::Document)
    } else if has("/PowerPoint Document") {
        Some(Kind::Slides)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_they_begin_with() {
        for (text, kind) in [
            ("%PDF-1.7", Some(Kind::Pdf)),
            ("{\\rtf1", Some(Kind::Document)),
            (
                "\u{feff}\r\n<!-- x --><HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
                Some(Kind::Html),
            ),
            ("<table border=1>", Some(Kind::Html)),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html>", Some(Kind::Html)),
            (
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>",
                Some(Kind::Xml),
            ),
            ("MIME-Version: 1.0\r\n", Some(Kind::Mhtml)),
            ("BMI,姓名", None),
            ("<姓名>,性别", None),
            ("姓名,身份证号\n", None),
            ("ID,姓名\n", None),
        ] {
            assert_eq!(of_bytes(text.as_bytes()), kind, "{text}");
        }
        let wide: Vec<u8> = "<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of_bytes(&wide), Some(Kind::Html));
    }
}
