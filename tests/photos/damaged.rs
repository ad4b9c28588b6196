//! JPEGs of which something is missing or wrong. Decoders draw them, in part.

use super::bench::{file, refused, taken, with};

const END: [u8; 2] = [0xFF, 0xD9];

/// The places of all markers of a kind.
fn markers(bytes: &[u8], is_meant: impl Fn(u8) -> bool) -> Vec<usize> {
    let pairs = bytes.windows(2).enumerate();
    let meant = pairs.filter(|(_, pair)| pair[0] == 0xFF && is_meant(pair[1]));
    meant.map(|(at, _)| at).collect()
}

fn restarts(bytes: &[u8]) -> Vec<usize> {
    markers(bytes, |marker| (0xD0..=0xD7).contains(&marker))
}

/// The bytes with a part replaced.
fn replaced(bytes: &[u8], from: usize, to: usize, by: &[u8]) -> Vec<u8> {
    [&bytes[..from], by, &bytes[to..]].concat()
}

#[test]
fn whole_ones_are_taken() {
    for name in [
        "baseline.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "gray-progressive.jpg",
        "ffmpeg.jpg",
        // All zeros for long, as each block is as the one before.
        "gradient.jpg",
    ] {
        taken(&with(file(name)), &[], name);
    }
}

#[test]
fn what_stands_behind_the_end_is_no_damage() {
    let photo = file("baseline.jpg");
    let behind: [&[u8]; 3] = [b"SEFT of a telephone", &[0; 5000], &file("progressive.jpg")];
    for behind in behind {
        taken(&with([&photo, behind].concat()), &[], "behind the end");
    }
    // Bytes 0xFF may fill the room before a marker.
    let end = photo.len() - 2;
    taken(
        &with(replaced(&photo, end, end, &[0xFF; 3])),
        &[],
        "fill bytes",
    );
}

#[test]
fn one_that_was_cut_is_refused() {
    for name in ["baseline.jpg", "progressive.jpg", "restarts.jpg"] {
        let photo = file(name);
        for part in [
            photo.len() / 2,
            photo.len() / 3,
            photo.len() - 2,
            photo.len() - 1,
            3,
        ] {
            let said = refused(&with(&photo[..part]), "E0803", name);
            assert!(said.contains("已经损坏"), "{said}");
        }
        // As programs write it that mend what can be seen.
        let mended = [&photo[..photo.len() / 2], &END].concat();
        refused(&with(mended), "E0803", name);
    }
}

/// Each scan makes a progressive picture finer.
#[test]
fn a_progressive_one_without_its_last_scans_is_refused() {
    let photo = file("progressive.jpg");
    let scans = markers(&photo, |marker| marker == 0xDA);
    assert!(scans.len() > 4);
    for scan in [1, scans.len() / 2, scans.len() - 1] {
        let coarse = [&photo[..scans[scan]], &END].concat();
        refused(&with(coarse), "E0803", &format!("{scan} scans"));
    }
}

#[test]
fn a_hole_of_zeros_is_refused() {
    for name in ["baseline.jpg", "progressive.jpg", "restarts.jpg"] {
        let photo = file(name);
        for (at, length) in [(2, 512), (3, 100), (4, 2000)] {
            let from = photo.len() / at;
            let hole = replaced(&photo, from, from + length, &vec![0; length]);
            refused(
                &with(hole),
                "E0803",
                &format!("{name}: {length} from {from}"),
            );
        }
    }
}

#[test]
fn pieces_that_are_missing_twice_or_too_much_are_refused() {
    let photo = file("restarts.jpg");
    let starts = restarts(&photo);
    let [a, b, c] = [starts[3], starts[4], starts[5]];
    let twice = [&photo[..b], &photo[a..]].concat();
    let exchanged = [&photo[..a], &photo[b..c], &photo[a..b], &photo[c..]].concat();
    let mut renamed = photo.clone();
    renamed[a + 1] ^= 1;
    refused(&with(replaced(&photo, a, b, &[])), "E0803", "missing");
    refused(&with(twice), "E0803", "twice");
    refused(&with(exchanged), "E0803", "in another order");
    refused(&with(renamed), "E0803", "with another number");
    for name in ["baseline.jpg", "progressive.jpg"] {
        let photo = file(name);
        let end = photo.len() - 2;
        refused(
            &with(replaced(&photo, end, end, &[0x55; 2])),
            "E0803",
            "bytes too much",
        );
        let half = photo.len() / 2;
        refused(
            &with(replaced(&photo, half, half + 1, &[])),
            "E0803",
            "a byte less",
        );
    }
}

/// Tables, without which the dots mean nothing.
#[test]
fn damaged_heads_are_refused() {
    let photo = file("baseline.jpg");
    let head = |marker: u8| markers(&photo, |found| found == marker)[0];
    for marker in [0xC0, 0xC4, 0xDB, 0xDA] {
        let at = head(marker);
        let length = usize::from(u16::from_be_bytes([photo[at + 2], photo[at + 3]]));
        let without = replaced(&photo, at, at + 2 + length, &[]);
        refused(&with(without), "E0803", &format!("no {marker:X}"));
        let emptied = replaced(&photo, at + 4, at + 2 + length, &vec![0; length - 2]);
        refused(&with(emptied), "E0803", &format!("no {marker:X}"));
    }
}

#[test]
fn other_files_are_told_as_such() {
    for other in [
        &b""[..],
        b"\xFF",
        b"GIF89a",
        b"\x00\x00\x00\x18ftypheic",
        b"PK\x03\x04",
    ] {
        let said = refused(&with(other), "E0803", "another file");
        assert!(said.contains("不是 JPEG 或 PNG 图片"), "{said}");
    }
}
