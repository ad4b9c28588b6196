//! Of a photo nothing goes into a file but its picture: not who took it, where, with
//! what, nor what a program has noted.

use std::io::Cursor;

use hayro::hayro_syntax::Pdf;
use image::ImageFormat;

use super::bench::{CARD, file, with};
use super::png::{chunk, packed};

const MARK: &str = "Zhang Jianguo";

/// A segment of a JPEG.
fn segment(marker: u8, start: &[u8], text: &[u8]) -> Vec<u8> {
    let length = u16::try_from(start.len() + text.len() + 2).expect("a short text");
    [&[0xFF, marker][..], &length.to_be_bytes(), start, text].concat()
}

/// A JPEG with texts wherever programs put them.
fn marked(photo: &[u8]) -> Vec<u8> {
    let mark = MARK.as_bytes();
    let segments = [
        segment(0xE1, b"Exif\0\0MM\0\x2A\0\0\0\x08\0\0\0\0\0\0", mark),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", mark),
        segment(0xE2, b"MPF\0", mark),
        segment(0xED, b"Photoshop 3.0\x008BIM", mark),
        segment(0xEF, b"", mark),
        segment(0xFE, b"", mark),
    ];
    // Before the tables, and again before the scan.
    let scan = photo
        .windows(2)
        .position(|pair| pair == [0xFF, 0xDA])
        .expect("a scan");
    let segments = segments.concat();
    [
        &photo[..2],
        &segments,
        &photo[2..scan],
        &segments,
        &photo[scan..],
        mark,
    ]
    .concat()
}

/// All of a PDF: its bytes, and its streams unpacked.
fn parts(pdf: &[u8]) -> Vec<Vec<u8>> {
    let read = Pdf::new(pdf.to_vec()).expect("a PDF");
    let streams = read
        .objects()
        .into_iter()
        .filter_map(|object| object.into_stream());
    let streams: Vec<_> = streams.collect();
    assert!(streams.len() > 5, "streams");
    let unpacked = streams.iter().filter_map(|stream| stream.decoded().ok());
    let mut parts: Vec<Vec<u8>> = unpacked.map(|bytes| bytes.to_vec()).collect();
    parts.extend(streams.iter().map(|stream| stream.raw_data().to_vec()));
    parts.push(pdf.to_vec());
    parts
}

fn holds(parts: &[Vec<u8>], text: &[u8]) -> bool {
    let mut parts = parts.iter();
    parts.any(|part| part.windows(text.len()).any(|window| window == text))
}

#[track_caller]
fn is_clean(photo: &[u8], what: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u8> = MARK.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mark = MARK.as_bytes();
    assert!(
        holds(&[photo.to_vec()], mark) || holds(&[photo.to_vec()], &utf16),
        "{what}"
    );
    let workspace = with(photo);
    workspace.expect(0, &["build"]);
    let parts = parts(&workspace.read(CARD));
    assert!(!holds(&parts, mark) && !holds(&parts, &utf16), "{what}");
    assert!(!holds(&parts, b"Exif\0"), "{what}");
    parts
}

/// The picture in another size and format.
fn redrawn(photo: &[u8], width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = image::load_from_memory(photo).expect("a picture");
    let picture = picture.resize_exact(width, height, image::imageops::FilterType::Triangle);
    let mut file = Cursor::new(Vec::new());
    picture
        .to_rgb8()
        .write_to(&mut file, format)
        .expect("memory");
    file.into_inner()
}

#[test]
fn nothing_of_a_jpeg_but_its_picture_goes_into_the_file() {
    for name in ["baseline.jpg", "progressive.jpg", "restarts.jpg"] {
        is_clean(&marked(&file(name)), name);
    }
    let large = redrawn(&file("baseline.jpg"), 1400, 1960, ImageFormat::Jpeg);
    is_clean(&marked(&large), "a large one");
    // The dots are those of the photo, to the bit.
    let photo = file("progressive.jpg");
    let scan = photo
        .windows(2)
        .position(|pair| pair == [0xFF, 0xDA])
        .expect("a scan");
    let parts = is_clean(&marked(&photo), "as it is stored");
    assert!(holds(&parts, &photo[scan..]), "the scans as they were");
}

#[test]
fn nothing_of_a_png_but_its_picture_goes_into_the_file() {
    for (width, height) in [(413, 579), (1400, 1960)] {
        let photo = redrawn(&file("baseline.jpg"), width, height, ImageFormat::Png);
        let mark = MARK.as_bytes();
        let texts = [
            chunk(b"tEXt", &[b"Author\0", mark].concat()),
            chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", mark].concat()),
            chunk(b"zTXt", &[&b"Comment\0\0"[..], &packed(mark)].concat()),
            chunk(b"eXIf", &[b"MM\0\x2A\0\0\0\x08\0\0\0\0\0\0", mark].concat()),
        ];
        let head = 8 + 25;
        let photo = [&photo[..head], &texts.concat(), &photo[head..], mark].concat();
        is_clean(&photo, "PNG");
    }
}

/// A profile says what the colours are: its numbers stay, its texts do not.
#[test]
fn of_a_colour_profile_only_the_numbers_go_into_the_file() {
    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>()
    };
    let mut photo = file("profile.jpg");
    let name = utf16("sRGB built-in");
    let at = photo
        .windows(name.len())
        .position(|window| window == name)
        .expect("a name");
    photo[at..at + name.len()].copy_from_slice(&utf16(MARK));
    let parts = is_clean(&photo, "a profile");
    for number in [&b"rXYZ"[..], b"gTRC", b"acspAPPL"] {
        assert!(
            holds(&parts, number) == (number != b"acspAPPL"),
            "{number:?}"
        );
    }
}
