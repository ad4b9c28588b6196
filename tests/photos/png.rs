//! PNGs of which something is missing or wrong, made here chunk by chunk.

use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::bench::{file, refused, taken, with};

/// A chunk with its sum.
pub fn chunk(name: &[u8; 4], held: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(held);
    let length = u32::try_from(held.len())
        .expect("a small chunk")
        .to_be_bytes();
    [&length[..], name, held, &sum.sum().to_be_bytes()].concat()
}

/// A file of these chunks.
pub fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [&b"\x89PNG\r\n\x1a\n"[..], &chunks.concat()].concat()
}

/// The first chunk: depth and colour as the standard numbers them.
pub fn header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(b"IHDR", &[&size[..], &[depth, colour, 0, 0, 0]].concat())
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

/// The dots of 413 × 579 in gray, so many rows.
fn rows(count: usize) -> Vec<u8> {
    let row = |row: usize| {
        let dots = (0..413).map(move |column| (row * 3 + column) as u8);
        std::iter::once(0).chain(dots)
    };
    packed(&(0..count).flat_map(row).collect::<Vec<u8>>())
}

/// A gray picture of 2 inches of these chunks.
fn of(middle: &[Vec<u8>]) -> Vec<u8> {
    let mut chunks = vec![header(413, 579, 8, 0)];
    chunks.extend_from_slice(middle);
    chunks.push(chunk(b"IEND", &[]));
    png(&chunks)
}

#[test]
fn whole_ones_are_taken() {
    let data = rows(579);
    let (one, other) = data.split_at(data.len() / 3);
    let pieces = [chunk(b"IDAT", one), chunk(b"IDAT", other)];
    let whole = of(&pieces);
    taken(&with(&whole), &[], "in two pieces");
    taken(
        &with([&whole[..], b"more"].concat()),
        &[],
        "with more behind",
    );
    taken(&with(file("turned-6.png")), &[], "of another program");
}

#[test]
fn damaged_ones_are_refused() {
    let whole = of(&[chunk(b"IDAT", &rows(579))]);
    let refuse = |photo: &[u8], what: &str| {
        let said = refused(&with(photo), "E0803", what);
        assert!(said.contains("已经损坏"), "{said}");
    };
    refuse(&whole[..whole.len() / 2], "cut");
    refuse(&whole[..whole.len() - 12], "no end");
    refuse(&whole[..8], "nothing but the start");
    let mut wrong = whole.clone();
    wrong[whole.len() / 2] ^= 4;
    refuse(&wrong, "a wrong bit");
    refuse(&of(&[chunk(b"IDAT", &rows(300))]), "rows that are missing");
    refuse(&of(&[chunk(b"IDAT", &rows(580))]), "a row too much");
    let data = rows(579);
    refuse(&of(&[chunk(b"IDAT", &data[..data.len() / 2])]), "cut data");
    let mut text = chunk(b"tEXt", b"Author\0somebody");
    text[12] ^= 1;
    refuse(
        &of(&[text, chunk(b"IDAT", &data)]),
        "a wrong sum beside the dots",
    );
    let mut filter = vec![0; 414 * 579];
    filter[414 * 400] = 9;
    refuse(&of(&[chunk(b"IDAT", &packed(&filter))]), "no such filter");
    refuse(&of(&[]), "no data");
}
