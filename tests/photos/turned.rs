//! Cameras store a picture as it lies on the sensor, and say how to turn it (EXIF,
//! Orientation): shape and dots are those of the picture that is drawn.

use paicha::typeset::png;

use super::bench::{CARD, file, taken, with};

/// A segment of EXIF that says nothing but the orientation.
fn exif(orientation: u8) -> Vec<u8> {
    let mut segment =
        b"\xFF\xE1\0\x22Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    segment.extend([0, orientation, 0, 0, 0, 0, 0, 0]);
    segment
}

/// Quarters of red, green, blue and white, stored in this order, and said to be turned.
fn said(orientation: u8) -> Vec<u8> {
    let photo = file("quarters.jpg");
    [&photo[..2], &exif(orientation), &photo[2..]].concat()
}

/// Where on the first page of a card red and green stand of the middle of all colours:
/// whether to the right, whether below.
fn corners(card: Vec<u8>) -> [(bool, bool); 2] {
    let pages = png(card, 60.0).expect("pages");
    let page = image::load_from_memory(&pages[0])
        .expect("a picture")
        .to_rgb8();
    let centre = |is_meant: fn([u8; 3]) -> bool| {
        let dots = page.enumerate_pixels().filter(|(.., dot)| is_meant(dot.0));
        let places = dots.map(|(x, y, _)| (f64::from(x), f64::from(y)));
        let (mut sum, mut count) = ((0.0, 0.0), 0.0);
        for (x, y) in places {
            sum = (sum.0 + x, sum.1 + y);
            count += 1.0;
        }
        assert!(count > 500.0, "{count} dots");
        (sum.0 / count, sum.1 / count)
    };
    let red = centre(|[red, green, blue]| red > 150 && green < 90 && blue < 90);
    let green = centre(|[red, green, blue]| green > 150 && red < 90 && blue < 90);
    let blue = centre(|[red, green, blue]| blue > 150 && red < 90 && green < 90);
    // Of three corners of a box, the one whose sides meet is between the others.
    let middle = |a: f64, b: f64, c: f64| (a.max(b).max(c) + a.min(b).min(c)) / 2.0;
    let x = middle(red.0, green.0, blue.0);
    let y = middle(red.1, green.1, blue.1);
    [red, green].map(|at| (at.0 > x, at.1 > y))
}

const UPRIGHT: [(bool, bool); 2] = [(false, false), (true, false)];

#[test]
fn a_portrait_that_is_stored_lying_is_drawn_upright_and_nothing_is_said() {
    for name in [
        "quarters.jpg",
        "turned-3.jpg",
        "turned-6.jpg",
        "turned-8.jpg",
        "turned-6.png",
    ] {
        let card = taken(&with(file(name)), &[], name);
        assert_eq!(corners(card), UPRIGHT, "{name}");
    }
}

/// 579 dots wide and 413 high, drawn: not 35 to 49, and of the 295 by 413 that are left of
/// it when it is, 413 stand on 49 mm: 214 on an inch.
#[test]
fn a_picture_that_lies_when_it_is_drawn_is_told() {
    let warned = ["W0804", "W0805"];
    let workspace = with(said(6));
    taken(&workspace, &warned, "said to lie");
    let said = workspace.run(&["check"]).stderr;
    assert!(said.contains("579×413"), "{said}");
    assert!(said.contains("裁成 2 寸只有 214 dpi"), "{said}");
}

/// All eight, by the table of the standard: where the corner ends that is stored first,
/// and the one beside it.
#[test]
fn every_orientation_is_drawn_as_it_says() {
    let (left, right, top, bottom) = (false, true, false, true);
    let ends = [
        [(left, top), (right, top)],
        [(right, top), (left, top)],
        [(right, bottom), (left, bottom)],
        [(left, bottom), (right, bottom)],
        [(left, top), (left, bottom)],
        [(right, top), (right, bottom)],
        [(right, bottom), (right, top)],
        [(left, bottom), (left, top)],
    ];
    for (orientation, ends) in (1..).zip(ends) {
        let workspace = with(said(orientation));
        workspace.expect(0, &["build"]);
        assert_eq!(corners(workspace.read(CARD)), ends, "{orientation}");
    }
}
