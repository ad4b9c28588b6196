//! The identity of a document among its later versions, which its metadata tells: that of the
//! path that it was given.

use typst::utils::hash128;

/// What stands before it in the metadata of a file.
const BEFORE: &[u8] = b"<xmpMM:DocumentID>";
/// What the library hashes before the path: the version of PDF/A-2.
const VERSION: &str = "PDF 1.7";
/// Figures of base 64.
const FIGURES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// So long is an identity.
const LENGTH: usize = 24;

/// The identity of the files of a path, as the library writes it.
pub fn identity(path: &str) -> String {
    let hash = hash128(&(VERSION, path)).to_be_bytes();
    let mut text = String::new();
    for bytes in hash.chunks(3) {
        let at = |at: usize| u32::from(bytes.get(at).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for figure in 0..=bytes.len() {
            let figure = bits >> (18 - 6 * figure) & 63;
            text.push(char::from(FIGURES[figure as usize]));
        }
    }
    text + "=="
}

/// The identity that the bytes of a file tell.
pub fn identity_in(bytes: &[u8]) -> Option<&str> {
    let mut windows = bytes.windows(BEFORE.len());
    let from = windows.position(|window| window == BEFORE)? + BEFORE.len();
    std::str::from_utf8(bytes.get(from..from + LENGTH)?).ok()
}
