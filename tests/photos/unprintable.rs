//! Pictures that a form of PDF/A cannot hold.

use super::bench::{file, refused, with};

/// At every size: larger ones were drawn with colours that nobody chose.
#[test]
fn four_colours_are_refused_with_the_way_out() {
    let cmyk = file("cmyk.jpg");
    let frame = cmyk
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .expect("a frame");
    let sized = |width: u16, height: u16| {
        let mut photo = cmyk.clone();
        photo[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        photo[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        photo
    };
    // Adobe's segment says with 2 that it is YCCK.
    let mut ycck = cmyk.clone();
    let adobe = ycck
        .windows(5)
        .position(|name| name == b"Adobe")
        .expect("a segment");
    ycck[adobe + 11] = 2;
    for photo in [
        cmyk.clone(),
        ycck,
        sized(100, 140),
        sized(2000, 2800),
        sized(65535, 65535),
    ] {
        let said = refused(&with(photo), "E0807", "four colours");
        assert!(
            said.contains("CMYK") && said.contains("另存为 RGB"),
            "{said}"
        );
    }
}

/// Arithmetic codes, lossless, 12 bits, two channels.
#[test]
fn kinds_that_few_programs_read_are_refused() {
    let photo = file("baseline.jpg");
    let frame = photo
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .expect("a frame");
    for (at, byte) in [(1, 0xC9), (1, 0xC3), (4, 12)] {
        let mut photo = photo.clone();
        photo[frame + at] = byte;
        let said = refused(&with(photo), "E0807", "an unusual kind");
        assert!(said.contains("另存为普通的 JPEG"), "{said}");
    }
}
