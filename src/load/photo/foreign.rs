//! Kinds of files that people take for photos, by how they begin.

/// What a file is that is neither JPEG nor PNG, where that is known.
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(8..12).unwrap_or_default();
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => match brand {
            b"avif" | b"avis" => Some("AVIF"),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                Some("HEIC")
            }
            _ => Some("MP4"),
        },
        [b'R', b'I', b'F', b'F', ..] if brand == b"WEBP" => Some("WebP"),
        [b'G', b'I', b'F', b'8', ..] => Some("GIF"),
        [b'B', b'M', ..] => Some("BMP"),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some("TIFF"),
        [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
        [b'8', b'B', b'P', b'S', ..] => Some("PSD"),
        [b'P', b'K', 3, 4, ..] => Some("ZIP"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("Word"),
        _ => None,
    }
}
