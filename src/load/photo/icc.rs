//! Colour profiles (ICC.1), of which only the numbers go into files.

/// What the numbers of the colours stand in: of displays and cameras, and tables.
const NUMBERS: [&[u8; 4]; 10] = [
    b"wtpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"A2B0",
];
/// The types of their values, none of which is a text.
const TYPES: [&[u8; 4]; 6] = [b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2"];
const HEADER: usize = 128;
/// What of the header says how the numbers are meant.
const MEANT: [std::ops::Range<usize>; 3] = [8..24, 36..40, 64..80];
/// Texts without a letter, by the major version of the profile.
const TEXT: [&[u8]; 2] = [b"text\0\0\0\0\0\0\0\0", b"mluc\0\0\0\0\0\0\0\0\0\0\0\x0c"];

/// A profile of the same colours without its texts, owner, times; none where there is no
/// profile that could be read.
pub fn plain(profile: &[u8]) -> Option<Vec<u8>> {
    (profile.get(36..40)? == b"acsp").then_some(())?;
    let is_new = profile[8] >= 4;
    let count = number(profile, HEADER)?;
    let entries = profile.get(HEADER + 4..)?.chunks_exact(12).take(count);
    let numbers = entries.filter_map(|entry| {
        let (at, length) = (number(entry, 4)?, number(entry, 8)?);
        let value = profile.get(at..at.checked_add(length)?)?;
        let is_wanted = NUMBERS.iter().any(|name| entry.starts_with(*name))
            && TYPES.iter().any(|of| value.starts_with(*of));
        is_wanted.then_some((&entry[..4], value))
    });
    let mut tags: Vec<(&[u8], &[u8])> = numbers.take(NUMBERS.len()).collect();
    let names = tags.iter().map(|(name, _)| *name);
    let is_whole = |wanted: &[&[u8]]| {
        wanted
            .iter()
            .all(|one| names.clone().any(|name| name == *one))
    };
    let is_usable = is_whole(&[b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"])
        || is_whole(&[b"kTRC"])
        || is_whole(&[b"A2B0"]);
    is_usable.then_some(())?;
    let description = if is_new {
        TEXT[1].to_vec()
    } else {
        old_description()
    };
    tags.extend([
        (&b"desc"[..], &description[..]),
        (b"cprt", TEXT[usize::from(is_new)]),
    ]);

    let mut plain = vec![0; HEADER];
    for meant in MEANT {
        plain[meant.clone()].copy_from_slice(&profile[meant]);
    }
    plain.extend((tags.len() as u32).to_be_bytes());
    let mut at = HEADER + 4 + 12 * tags.len();
    for (name, value) in &tags {
        plain.extend_from_slice(name);
        plain.extend((at as u32).to_be_bytes());
        plain.extend((value.len() as u32).to_be_bytes());
        at += value.len().next_multiple_of(4);
    }
    for (_, value) in &tags {
        plain.extend_from_slice(value);
        plain.resize(plain.len().next_multiple_of(4), 0);
    }
    let length = plain.len() as u32;
    plain[..4].copy_from_slice(&length.to_be_bytes());
    Some(plain)
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*number)).ok()
}

/// The empty text of a `textDescriptionType`: one byte of ASCII, none in other scripts.
fn old_description() -> Vec<u8> {
    let mut description = b"desc\0\0\0\0\0\0\0\x01".to_vec();
    description.resize(12 + 1 + 8 + 3 + 67, 0);
    description
}
