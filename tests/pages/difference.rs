//! A report on pages that look otherwise than they did: before, after, and what
//! is different, for a person's eyes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use image::{GrayImage, Luma, Rgb, RgbImage};

/// A page that changed: there is no `before` of a page that is new or whose
/// picture is not kept, and no `after` of one that is gone.
pub struct Change {
    pub name: String,
    pub before: Option<GrayImage>,
    pub after: Option<GrayImage>,
}

const STYLE: &str = "body { font-family: sans-serif; background: #ddd } \
    figure { display: inline-block; margin: 0 1em 1em 0; vertical-align: top } \
    img { display: block; background: white; max-width: 31vw }";

/// Writes `index.html` and its pictures into a folder of its own.
pub fn report(folder: &Path, changes: &[Change]) -> PathBuf {
    // Pictures of an earlier report would only confuse.
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    let mut html = format!(
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Pages that changed</title>\n\
         <style>{STYLE}</style>\n<h1>Pages that changed</h1>\n"
    );
    for change in changes {
        let _ = writeln!(html, "<h2>{}</h2>", change.name);
        let mut figure = |what: &str, save: &dyn Fn(&Path)| {
            let file = format!("{}-{what}.png", change.name);
            save(&folder.join(&file));
            let _ = writeln!(
                html,
                "<figure><figcaption>{what}</figcaption><img src=\"{file}\" alt=\"{what}\"></figure>"
            );
        };
        let mut absent = Vec::new();
        for (what, image) in [("before", &change.before), ("after", &change.after)] {
            match image {
                Some(image) => figure(what, &|path| image.save(path).unwrap()),
                None => absent.push(what),
            }
        }
        if let (Some(before), Some(after)) = (&change.before, &change.after) {
            let difference = difference(before, after);
            figure("difference", &|path| difference.save(path).unwrap());
        }
        for what in absent {
            let _ = writeln!(html, "<p>No picture of it {what}.</p>");
        }
    }
    let path = folder.join("index.html");
    fs::write(&path, html).unwrap();
    path
}

const RED: Rgb<u8> = Rgb([255, 0, 0]);

/// What changed in red over a pale page. Pages of unlike size share their upper
/// left corner; what only one of them has is changed.
pub fn difference(before: &GrayImage, after: &GrayImage) -> RgbImage {
    let width = before.width().max(after.width());
    let height = before.height().max(after.height());
    RgbImage::from_fn(width, height, |x, y| {
        let (before, after) = (
            before.get_pixel_checked(x, y),
            after.get_pixel_checked(x, y),
        );
        match after {
            Some(Luma([shade])) if before == after => Rgb([170 + shade / 3; 3]),
            _ => RED,
        }
    })
}

/// A page with a black square.
fn square(left: u32) -> GrayImage {
    GrayImage::from_fn(40, 30, |x, y| {
        let inside = (left..left + 10).contains(&x) && (10..20).contains(&y);
        Luma([if inside { 0 } else { 255 }])
    })
}

#[test]
fn what_moved_is_red_at_both_places_and_the_rest_is_pale() {
    let difference = difference(&square(5), &square(10));
    for (x, y, pixel) in difference.enumerate_pixels() {
        let moved = (5..10).contains(&x) || (15..20).contains(&x);
        let expected = match ((10..20).contains(&y), moved, (10..15).contains(&x)) {
            (true, true, _) => RED,
            (true, _, true) => Rgb([170; 3]),
            _ => Rgb([255; 3]),
        };
        assert_eq!(*pixel, expected, "{x}, {y}");
    }
}

#[test]
fn what_only_one_of_two_sizes_has_is_red() {
    let longer = GrayImage::from_pixel(40, 31, Luma([255]));
    let shorter = GrayImage::from_pixel(41, 30, Luma([255]));
    let difference = difference(&longer, &shorter);
    assert_eq!(difference.dimensions(), (41, 31));
    for (x, y, pixel) in difference.enumerate_pixels() {
        assert_eq!(*pixel == RED, x == 40 || y == 30, "{x}, {y}");
    }
}

#[test]
fn a_report_shows_each_page_before_and_after_and_what_is_different() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("pixels");
    let change = |name: &str, before, after| Change {
        name: name.to_owned(),
        before,
        after,
    };
    report(&folder, &[change("旧", Some(square(0)), None)]);
    let changes = [
        change("附件1-空白-1", Some(square(5)), Some(square(10))),
        change("附件1-空白-2", None, Some(square(7))),
    ];
    let path = report(&folder, &changes);
    let html = fs::read_to_string(&path).unwrap();
    let mut files = vec!["index.html".to_owned()];
    for (page, what) in [(1, "before"), (1, "after"), (1, "difference"), (2, "after")] {
        let file = format!("附件1-空白-{page}-{what}.png");
        assert!(html.contains(&format!("src=\"{file}\"")), "{file}: {html}");
        files.push(file);
    }
    assert!(html.contains("No picture of it before."), "{html}");
    // Nothing is left of the report before, and each picture opens.
    let mut found: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    found.sort();
    assert_eq!(found, files);
    let open = |file: &str| image::open(folder.join(file)).unwrap();
    assert_eq!(open("附件1-空白-1-before.png").to_luma8(), square(5));
    assert_eq!(open("附件1-空白-1-after.png").to_luma8(), square(10));
    let expected = difference(&square(5), &square(10));
    assert_eq!(open("附件1-空白-1-difference.png").to_rgb8(), expected);
}
