//! GB/T 9704-2012 (domain.md, section 11) on every page of every kind: sides
//! that are odd and even, upright and turned, of forms and of notes.

use paicha::typeset::{PageFrame, TextRun};

use crate::check::{TOLERANCE, bounds};
use crate::drawn;
use crate::geometry::{BODY, FOLIO, MM, PITCH, TITLE, near};
use crate::harness::squash;
use crate::ink::{self, ink};
use crate::outputs;

/// Left, top, right, bottom of the type area: 156 × 225 mm, 37 mm from the top
/// and 28 mm from the left; a landscape page has margins of 28 (top), 26
/// (bottom), 35 (left) and 37 mm (right).
fn type_area(page: &PageFrame) -> [f64; 4] {
    match page.size.0 < page.size.1 {
        true => [28.0, 37.0, 28.0 + 156.0, 37.0 + 225.0],
        false => [35.0, 28.0, 297.0 - 37.0, 210.0 - 26.0],
    }
}

fn pages() -> impl Iterator<Item = (String, usize, &'static PageFrame)> {
    outputs::all().iter().flat_map(|output| {
        let pages = output.pages.pages.iter().enumerate();
        pages.map(|(index, page)| (format!("{}-{}", output.name, index + 1), index + 1, page))
    })
}

pub fn is_folio(run: &TextRun, number: usize) -> bool {
    squash(&run.text) == format!("—{number}—")
}

#[test]
fn only_the_folio_stands_outside_the_type_area() {
    for (name, number, page) in pages() {
        let [left, top, right, bottom] = type_area(page);
        let texts = page.texts.iter().filter(|run| !is_folio(run, number));
        let texts = texts
            .filter(|run| !squash(&run.text).is_empty())
            .map(bounds);
        let images = page.images.iter();
        let images = images.map(|picture| picture.area);
        let images = images.map(|(x, y, width, height)| (x, y, x + width, y + height));
        let rules = page.rules.iter().map(|rule| {
            let ((a, b), (c, d)) = (rule.start, rule.end);
            (a.min(c), b.min(d), a.max(c), b.max(d))
        });
        for found in texts.chain(images).chain(rules) {
            let inside = found.0 >= left - TOLERANCE
                && found.1 >= top - TOLERANCE
                && found.2 <= right + TOLERANCE
                && found.3 <= bottom + TOLERANCE;
            assert!(inside, "{name}: {found:?}");
        }
    }
}

/// 四号 in 宋体, one character in: odd pages right, even pages left. On a
/// landscape page the foot of the portrait sheet is the left edge, its right
/// side the lower edge.
#[test]
fn every_page_has_its_folio_on_its_side() {
    let mut kinds = [0; 4];
    for (name, number, page) in pages() {
        let folios: Vec<_> = page
            .texts
            .iter()
            .filter(|run| is_folio(run, number))
            .collect();
        let [folio] = folios[..] else {
            panic!("{name}: {} folios", folios.len())
        };
        assert_eq!(
            (folio.size, folio.family.as_str()),
            (FOLIO, "Noto Serif SC"),
            "{name}"
        );
        let em = FOLIO * MM;
        let [left, top, right, bottom] = type_area(page);
        let found = bounds(folio);
        let upright = page.size.0 < page.size.1;
        assert_eq!(folio.turned, !upright, "{name}");
        let kind = match (upright, number % 2) {
            (true, 1) => (0, found.2, right - em),
            (true, _) => (1, found.0, left + em),
            (false, 1) => (2, found.3, bottom - em),
            (false, _) => (3, found.1, top + em),
        };
        near(&name, kind.1, kind.2);
        kinds[kind.0] += 1;
        let below = if upright {
            found.1 > bottom
        } else {
            found.2 < left
        };
        assert!(below, "{name}: the folio stands in the type area");
    }
    assert!(
        kinds.iter().all(|count| *count > 0),
        "a kind of page is missing: {kinds:?}"
    );
}

/// Of the turned pages and the odd ones, too: see `ink.rs` for the others.
#[test]
fn the_dash_stands_7_mm_off_on_turned_and_on_odd_pages() {
    let register = outputs::all()
        .iter()
        .find(|output| output.name == "附件3-已填");
    let pages = drawn::draw(register.unwrap().pdf.clone(), ink::DOTS_PER_MM);
    // An even landscape page: the first dash begins at the top.
    let [left, _, right, _] = ink(&pages[1], 0.0, 28.0, 34.5, 28.0 + 8.0);
    near("dash of page 2", (left + right) / 2.0, 35.0 - 7.0);
    // Its figure rises to the right, as the sheet was turned to the right: 2 is
    // about 0.74 em high and the dash stands 0.27 em above the baseline.
    let [left, _, right, _] = ink(&pages[1], 0.0, 28.0 + 10.0, 34.5, 28.0 + 13.5);
    near("foot of the figure", left, 28.0 - 0.27 * FOLIO * MM);
    near(
        "head of the figure",
        right,
        28.0 + (0.74 - 0.27) * FOLIO * MM,
    );
    // An odd portrait page: the last dash ends at the right.
    let [_, top, _, bottom] = ink(&pages[2], 184.0 - 8.0, 263.0, 184.0, 297.0);
    near("dash of page 3", (top + bottom) / 2.0, 262.0 + 7.0);
}

/// A page with the head of its form, be it the first or one that goes on.
#[test]
fn heads_carry_the_label_at_the_top_left_and_the_title_on_the_third_line() {
    let mut heads = 0;
    for (name, _, page) in pages() {
        let form = name.split('-').next().unwrap();
        let Some(label) = page.texts.iter().find(|run| run.text == form) else {
            continue;
        };
        heads += 1;
        let [left, top, right, _] = type_area(page);
        near(&name, bounds(label).0, left);
        near(&name, bounds(label).1, top);
        near(&name, label.size * MM, BODY * MM);
        assert_eq!(label.family, "Gongwen Hei", "{name}");
        let titles: Vec<_> = page.texts.iter().filter(|run| run.size == TITLE).collect();
        let [title] = titles[..] else {
            panic!("{name}: {} titles", titles.len())
        };
        assert_eq!(title.family, "Gongwen Biaosong", "{name}");
        near(
            &name,
            title.origin.0 + title.width / 2.0,
            (left + right) / 2.0,
        );
        let (_, above, _, below) = bounds(title);
        near(
            &name,
            (above + below) / 2.0,
            top + 2.0 * PITCH + BODY * MM / 2.0,
        );
    }
    // Each of 15 outputs on its first page, the card that is too full once more.
    assert_eq!(heads, 16);
}

#[test]
fn the_place_of_the_photo_is_two_inch_with_and_without_a_photo() {
    for output in outputs::all()
        .iter()
        .filter(|output| output.name.starts_with("附件1"))
    {
        let page = &output.pages.pages[0];
        let cells: Vec<_> = page
            .cells
            .iter()
            .filter(|cell| cell.name == "照片")
            .collect();
        let [cell] = cells[..] else {
            panic!("{}: {} places", output.name, cells.len())
        };
        near(&output.name, cell.area.2, 35.0);
        near(&output.name, cell.area.3, 49.0);
        let images = usize::from(output.name == "附件1-已填");
        assert_eq!(page.images.len(), images, "{}", output.name);
    }
}
