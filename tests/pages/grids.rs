//! The `grid.yaml` of each form, against what the notice and GB/T 9704 say: the
//! frame in the type area, as many columns and rows as the form has.

use std::path::Path;

use paicha::load::parse;
use paicha::typeset::grid::{Line, read};

use crate::check::TOLERANCE;

fn pages(form: &str) -> Vec<Vec<Line>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("layouts")
        .join(form);
    let text = std::fs::read_to_string(path.join("grid.yaml")).unwrap();
    let pages = read(&parse(&text).unwrap()).unwrap();
    let lines = |page: Vec<(Line, _)>| page.into_iter().map(|(line, _)| line).collect();
    pages.into_iter().map(lines).collect()
}

fn of_kind(page: &[Line], lies: bool) -> Vec<Line> {
    page.iter()
        .filter(|line| line.lies == lies)
        .copied()
        .collect()
}

fn near(what: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= TOLERANCE,
        "{what}: {found}, not {expected}"
    );
}

/// The frame of a page: first and last of its lines.
fn frame(page: &[Line]) -> [f64; 4] {
    let (lying, standing) = (of_kind(page, true), of_kind(page, false));
    let ends = |lines: &[Line]| (lines.first().unwrap().at, lines.last().unwrap().at);
    let ((top, bottom), (left, right)) = (ends(&lying), ends(&standing));
    [left, top, right, bottom]
}

/// Portrait: 28 to 184 mm across, 37 to 262 mm down. The first side begins a line
/// below the title and fills the page, the second leaves the line to be
/// signed.
#[test]
fn the_frames_of_the_card_fill_the_type_area() {
    let pages = pages("附件1");
    assert_eq!(pages.len(), 3);
    let [left, top, right, bottom] = frame(&pages[0]);
    near("left", left, 28.0);
    near("right", right, 184.0);
    near("bottom", bottom, 262.0);
    // Three lines and a half of 29.62 pt below the upper edge.
    near("top", top, 37.0 + 3.5 * 29.62 * 25.4 / 72.0);
    let [left, top, right, bottom] = frame(&pages[1]);
    near("left", left, 28.0);
    near("right", right, 184.0);
    near("top", top, 37.0);
    assert!((250.0..262.0).contains(&bottom), "{bottom}");
    assert!(pages[2].is_empty(), "lines on the page of notes");
}

/// Page 1 has 20 rows (4 beside the photo, 2 of schools, 4 over the whole width, 4
/// of two pairs, 6 of 流动), page 2 has 1 + 2 + 3 + (1 + 6) + 2.
#[test]
fn the_card_has_its_rows() {
    let pages = pages("附件1");
    assert_eq!(of_kind(&pages[0], true).len(), 20 + 1);
    assert_eq!(of_kind(&pages[1], true).len(), 15 + 1);
}

/// The lists on paper that lies, with the number of their columns.
const LISTS: [(&str, usize); 10] = [
    ("党员名册", 18),
    ("流动党员名单", 12),
    ("失联党员名单", 12),
    ("口袋党员名单", 11),
    ("空挂党员名单", 10),
    ("联系查找台账", 10),
    ("转出未回执台账", 10),
    ("活动证发证登记", 7),
    ("动态变化说明", 10),
    ("出国（境）党员名单", 10),
];

/// Landscape: 35 to 260 mm across. A register of n columns has n + 1 standing
/// lines, all from the top of its frame to its bottom.
#[test]
fn registers_have_their_columns_over_the_whole_height() {
    for (form, columns) in [("附件2", 14), ("附件3", 13), ("附件4", 13), ("附件5", 12)]
        .into_iter()
        .chain(LISTS)
    {
        let page = &pages(form)[0];
        let [left, top, right, bottom] = frame(page);
        near(form, left, 35.0);
        near(form, right, 260.0);
        let standing = of_kind(page, false);
        assert_eq!(standing.len(), columns + 1, "{form}");
        for line in standing {
            near(form, line.from, top);
            near(form, line.to, bottom);
        }
    }
}

/// A table has a column of groups and those of its figures; below its head eight
/// groups and their total.
#[test]
fn tables_have_a_line_for_every_column_and_row() {
    for (form, columns) in [("附件6", 31), ("附件7", 14)] {
        let page = &pages(form)[0];
        let [left, _, right, bottom] = frame(page);
        near(form, left, 35.0);
        near(form, right, 260.0);
        let standing = of_kind(page, false);
        assert_eq!(standing.len(), 1 + columns + 1, "{form}");
        assert!(
            standing
                .iter()
                .all(|line| (line.to - bottom).abs() <= TOLERANCE)
        );
        let whole = of_kind(page, true).into_iter();
        let whole = whole.filter(|line| (line.from - 35.0).abs() <= TOLERANCE);
        // The frame's top, the head's end, and one below each of nine rows.
        assert_eq!(whole.count(), 2 + 9, "{form}");
    }
}
