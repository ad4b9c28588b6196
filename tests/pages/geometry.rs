//! Places and sizes in mm, from GB/T 9704-2012 (domain.md, section 11) and
//! forms.md.

use paicha::typeset::{Inspected, PageFrame, Stroke, TextRun};

use crate::check::{TOLERANCE, bounds};
use crate::harness::{Bench, FORMS, Files, squash};

pub const MM: f64 = 25.4 / 72.0;
/// 四号, the size of folios; 三号 as 28 characters a line demand it; 二号.
pub const FOLIO: f64 = 14.0;
pub const BODY: f64 = 15.75;
pub const TITLE: f64 = 22.0;
/// 22 lines on 225 mm.
pub const PITCH: f64 = 29.62 * MM;
/// 22 lines below a title.
pub const NOTES: f64 = 27.8 * MM;

pub fn near(what: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= TOLERANCE,
        "{what}: {found:.2} mm instead of {expected:.2} mm"
    );
}

/// Left, top, right, bottom of all lines of a page.
fn frame(page: &PageFrame) -> [f64; 4] {
    let ends = || page.rules.iter().flat_map(|rule| [rule.start, rule.end]);
    [
        ends().map(|end| end.0).fold(f64::MAX, f64::min),
        ends().map(|end| end.1).fold(f64::MAX, f64::min),
        ends().map(|end| end.0).fold(f64::MIN, f64::max),
        ends().map(|end| end.1).fold(f64::MIN, f64::max),
    ]
}

fn run<'a>(page: &'a PageFrame, text: &str) -> &'a TextRun {
    let found = page.texts.iter().find(|run| squash(&run.text) == text);
    found.unwrap_or_else(|| panic!("no “{text}”"))
}

fn middle(run: &TextRun) -> f64 {
    let (_, top, _, bottom) = bounds(run);
    (top + bottom) / 2.0
}

fn blanks() -> Vec<(&'static str, Inspected)> {
    let bench = Files::branch().open();
    FORMS.map(|form| (form, bench.blank(form))).to_vec()
}

#[test]
fn paper_is_a4_and_registers_and_tables_lie() {
    for (form, pages) in blanks() {
        let (width, height) = pages.pages[0].size;
        let (a, b) = if form == "附件1" {
            (210.0, 297.0)
        } else {
            (297.0, 210.0)
        };
        near(form, width, a);
        near(form, height, b);
    }
}

#[test]
fn the_frame_of_the_card_fills_the_type_area_of_both_pages() {
    let pages = Files::branch().open().blank("附件1");
    let [left, top, right, bottom] = frame(&pages.pages[0]);
    near("page 1, left", left, 28.0);
    near("page 1, right", right, 28.0 + 156.0);
    near("page 1, bottom", bottom, 37.0 + 225.0);
    // It begins right after the title's line, the third.
    assert!(
        top > 37.0 + 2.0 * PITCH && top < 37.0 + 4.0 * PITCH,
        "{top}"
    );

    let page = &pages.pages[1];
    let [left, top, right, bottom] = frame(page);
    near("page 2, left", left, 28.0);
    near("page 2, top", top, 37.0);
    near("page 2, right", right, 28.0 + 156.0);
    // Below it only the line to be signed.
    let (_, above, _, below) = bounds(run(page, "填表人签名："));
    assert!(bottom < above && above - bottom < 5.0, "{bottom} {above}");
    assert!(below <= 262.0 + TOLERANCE && below > 262.0 - 3.0, "{below}");
}

#[test]
fn frames_of_landscape_pages_are_as_wide_as_the_type_area() {
    for (form, pages) in blanks().into_iter().skip(1) {
        let page = &pages.pages[0];
        let [left, top, right, bottom] = frame(page);
        near(form, left, 35.0);
        near(form, right, 35.0 + 225.0);
        let title = page.texts.iter().find(|run| run.size == TITLE).unwrap();
        assert!(
            top > bounds(title).3,
            "{form}: the frame begins below the title"
        );
        // The foot follows the frame and ends in the type area.
        let foot = bounds(run(page, "填表人："));
        let gap = foot.1 - bottom;
        let line = if form == "附件2" { 6.0 } else { 0.0 };
        assert!(gap > 0.0 && gap < 4.0 + line, "{form}: {gap}");
        assert!(foot.3 <= 28.0 + 156.0 + TOLERANCE, "{form}: {}", foot.3);
    }
}

/// Between the title and the table there is a line and a half on all forms.
#[test]
fn all_tables_begin_at_the_same_place_below_their_titles() {
    for (form, pages) in blanks() {
        let page = &pages.pages[0];
        let title = page.texts.iter().find(|run| run.size == TITLE).unwrap();
        let below = frame(page)[1] - middle(title);
        near(form, below, 1.5 * PITCH - BODY * MM / 2.0);
    }
}

/// 1.5 pt around, 0.5 pt inside.
#[test]
fn frames_are_three_times_as_thick_as_what_divides_them() {
    for (form, pages) in blanks() {
        for page in pages.pages.iter().filter(|page| !page.rules.is_empty()) {
            let [left, top, right, bottom] = frame(page);
            let points = |rule: &Stroke| (rule.thickness / MM * 10.0).round() / 10.0;
            let spans = |rule: &&Stroke| {
                let (a, b) = (rule.start, rule.end);
                let across = (a.0 - b.0).abs() > right - left - 0.2;
                let down = (a.1 - b.1).abs() > bottom - top - 0.2;
                let at_edge = |at: f64, low: f64, high: f64| {
                    (at - low).abs() < 0.2 || (at - high).abs() < 0.2
                };
                across && at_edge(a.1, top, bottom) || down && at_edge(a.0, left, right)
            };
            let thick = page.rules.iter().filter(|rule| points(rule) == 1.5);
            assert_eq!(thick.clone().count(), 4, "{form}");
            assert_eq!(thick.filter(spans).count(), 4, "{form}");
            let others = page
                .rules
                .iter()
                .map(points)
                .filter(|points| *points != 1.5);
            assert!(
                others.clone().count() > 0 && others.into_iter().all(|points| points == 0.5),
                "{form}"
            );
        }
    }
}

/// Filled in, the day ends where the table ends; blank, its places do.
#[test]
fn the_day_of_a_form_ends_where_the_table_ends() {
    let bench = Bench::sample();
    let unit = "会宁县直机关工委/政府办党支部";
    for form in ["附件3", "附件4", "附件5", "附件6", "附件7"] {
        let filled = bench.pages(form, unit);
        let of_day = |run: &&TextRun| run.cell.as_deref() == Some("填表日期");
        let day = filled.pages[0]
            .texts
            .iter()
            .filter(of_day)
            .map(|run| bounds(run).2);
        near(form, day.fold(0.0, f64::max), 260.0);
        let blank = bench.blank(form);
        let [year, month, day] = ["年", "月", "日"].map(|word| bounds(run(&blank.pages[0], word)));
        near(form, day.2, 260.0);
        // A place for four figures, then two for two.
        let caption = bounds(run(&blank.pages[0], "填表日期："));
        let em = 12.0 * MM;
        assert!(year.0 - caption.2 >= 2.0 * em - 0.1, "{form}");
        near(form, month.0 - year.2, em);
    }
}

#[test]
fn the_title_is_centred_on_the_third_line() {
    for (form, pages) in blanks() {
        let page = &pages.pages[0];
        let title = page.texts.iter().find(|run| run.size == TITLE).unwrap();
        near(form, title.origin.0 + title.width / 2.0, centre(page));
        let top = if form == "附件1" { 37.0 } else { 28.0 };
        near(form, middle(title), top + 2.0 * PITCH + BODY * MM / 2.0);
        assert_eq!(title.family, "Gongwen Biaosong", "{form}");
    }
}

fn centre(page: &PageFrame) -> f64 {
    if page.size.0 < page.size.1 {
        28.0 + 78.0
    } else {
        35.0 + 112.5
    }
}

#[test]
fn the_label_of_the_form_stands_at_the_top_left_of_the_type_area() {
    for (form, pages) in blanks() {
        let label = run(&pages.pages[0], form);
        let (left, top) = if form == "附件1" {
            (28.0, 37.0)
        } else {
            (35.0, 28.0)
        };
        near(form, bounds(label).0, left);
        near(form, bounds(label).1, top);
        assert!((label.size - BODY).abs() < 0.01, "{form}: {}", label.size);
        // 三号黑体, its figure too.
        assert_eq!(label.family, "Gongwen Hei", "{form}");
    }
}

fn folio(page: &PageFrame, number: usize) -> &TextRun {
    run(page, &format!("—{number}—"))
}

/// One character in from the edge, odd pages right, even pages left. How far it
/// stands below the type area, its ink shows (`ink.rs`).
#[test]
fn folios_stand_one_character_in() {
    for (form, pages) in blanks() {
        for (index, page) in pages.pages.iter().enumerate() {
            let number = index + 1;
            let folio = folio(page, number);
            assert!((folio.size - FOLIO).abs() < 0.01);
            let (left, top, right, bottom) = bounds(folio);
            let portrait = page.size.0 < page.size.1;
            assert_eq!(folio.turned, !portrait, "{form}");
            match (portrait, number % 2) {
                (true, 1) => near(form, right, 184.0 - FOLIO * MM),
                (true, _) => near(form, left, 28.0 + FOLIO * MM),
                // The landscape sheet is the portrait one turned: its left
                // margin is the foot, its lower edge the right.
                (false, 1) => near(form, bottom, 184.0 - FOLIO * MM),
                (false, _) => near(form, top, 28.0 + FOLIO * MM),
            }
        }
    }
}

#[test]
fn the_photo_is_two_inch() {
    let bench = Bench::sample();
    let unit = "会宁县直机关工委/政府办党支部";
    let pages = bench.pages_of("附件1", &bench.view("附件1", unit, Some("李维翰")));
    let page = &pages.pages[0];
    let cell = page.cells.iter().find(|cell| cell.name == "照片").unwrap();
    let (x, y, width, height) = page.images[0].area;
    for (what, found, expected) in [
        ("cell", cell.area.2, 35.0),
        ("cell", cell.area.3, 49.0),
        ("image, left", x, cell.area.0),
        ("image, top", y, cell.area.1),
        ("image, width", width, 35.0),
        ("image, height", height, 49.0),
    ] {
        near(what, found, expected);
    }
}

/// The baselines of a page's lines of 三号, folio and title left out.
pub fn baselines(page: &PageFrame) -> Vec<f64> {
    let body = page
        .texts
        .iter()
        .filter(|run| (run.size - BODY).abs() < 0.01);
    let mut lines: Vec<f64> = body.map(|run| run.origin.1).collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    lines
}

/// The 15 notes of 附件1 are 22 lines and one page with their title: for that the lines
/// of all notes stand a little closer than 22 lines fill a page.
#[test]
fn notes_of_all_forms_have_one_pitch() {
    for (form, pages) in blanks() {
        if form == "附件2" {
            continue;
        }
        let lines = baselines(pages.pages.last().unwrap());
        assert!(lines.len() <= 22, "{form}: {} lines", lines.len());
        for pair in lines.windows(2) {
            let step = pair[1] - pair[0];
            assert!((step - NOTES).abs() < 0.05, "{form}: {step}");
        }
    }
}

#[test]
fn a_line_of_notes_holds_28_characters() {
    // A line of Han without marks that were drawn together, not justified.
    let pages = Files::branch().open().blank("附件1");
    let run = run(pages.pages.last().unwrap(), "在支部的名称。");
    // The mark at the end takes half a character.
    let advance = run.width / MM / 6.5;
    assert!((advance - (BODY + 0.044)).abs() < 0.02, "{advance} pt");
    near("28 characters", 28.0 * advance * MM, 156.0);
    assert!(29.0 * advance * MM > 156.0 + TOLERANCE);
    // Full lines end at the right edge, paragraphs begin two characters in.
    let page = pages.pages.last().unwrap();
    let right = page
        .texts
        .iter()
        .map(|run| bounds(run).2)
        .fold(0.0, f64::max);
    near("right edge", right, 184.0);
    let first = page
        .texts
        .iter()
        .find(|run| run.text.starts_with('1'))
        .unwrap();
    near("indent", first.origin.0, 28.0 + 2.0 * BODY * MM);
}
