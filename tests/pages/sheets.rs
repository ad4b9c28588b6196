//! The sheets of registers and tables: where a table ends and where it goes on, rows of
//! equal height, a branch with nobody.

use paicha::typeset::{Inspected, PageFrame, Stroke};

use crate::built::each_output;
use crate::check::bounds;
use crate::geometry::{MM, near};
use crate::harness::{Bench, Files};

/// The rules from one side of the type area to the other, from top to bottom.
fn across(page: &PageFrame) -> Vec<Stroke> {
    let whole = |rule: &&Stroke| {
        let (a, b) = (rule.start, rule.end);
        (a.1 - b.1).abs() < 0.01
            && (a.0.min(b.0) - 35.0).abs() < 0.1
            && (a.0.max(b.0) - 260.0).abs() < 0.1
    };
    let mut rules: Vec<Stroke> = page.rules.iter().filter(whole).copied().collect();
    rules.sort_by(|a, b| a.start.1.total_cmp(&b.start.1));
    // Where two are drawn one over the other the thicker one is seen.
    rules.dedup_by(|a, b| {
        let is_same = (a.start.1 - b.start.1).abs() < 0.1;
        if is_same && a.thickness > b.thickness {
            *b = *a;
        }
        is_same
    });
    rules
}

fn is_thick(rule: &Stroke) -> bool {
    rule.thickness > MM
}

fn has(page: &PageFrame, text: &str) -> bool {
    page.texts.iter().any(|run| run.text == text)
}

/// Sheets of a register: its pages but for that of the notes.
fn sheets(pages: &Inspected) -> Vec<&PageFrame> {
    pages
        .pages
        .iter()
        .filter(|page| page.size.0 > page.size.1)
        .collect()
}

#[test]
fn a_table_is_closed_where_it_ends_and_there_its_foot_stands() {
    let mut parted = 0;
    each_output(|path, _, pages| {
        let sheets = sheets(pages);
        for (index, page) in sheets.iter().enumerate() {
            let last = index == sheets.len() - 1;
            let rules = across(page);
            assert!(is_thick(&rules[0]), "{path}: no upper side of the frame");
            assert_eq!(
                is_thick(rules.last().unwrap()),
                last,
                "{path}, sheet {}",
                index + 1
            );
            for label in ["填表人：", "联系电话："] {
                assert_eq!(has(page, label), last, "{path}, sheet {}", index + 1);
            }
            parted += usize::from(!last);
        }
    });
    assert!(parted > 0, "no register of several pages");
}

#[test]
fn the_rows_of_a_table_are_equally_high() {
    each_output(|path, _, pages| {
        if !["附件6", "附件7"].iter().any(|form| path.contains(form)) {
            return;
        }
        let rules = across(&pages.pages[0]);
        // Nine rows: eight groups and their total.
        let ends = &rules[rules.len() - 10..];
        let heights = ends
            .windows(2)
            .map(|pair| pair[1].start.1 - pair[0].start.1);
        let all: Vec<f64> = heights.collect();
        for height in &all {
            assert!((height - all[0]).abs() < 0.05, "{path}: {all:?}");
        }
    });
}

/// The foot ends on the edge of the type area, 184 mm down, its items evenly set.
#[test]
fn the_foot_is_even_and_uses_the_height_of_the_sheet() {
    let bench = Bench::sample();
    for form in ["附件2", "附件3", "附件4", "附件5", "附件6", "附件7"] {
        let blank = bench.blank(form);
        let page = &blank.pages[0];
        let find = |text: &str| page.texts.iter().find(|run| run.text == text).unwrap();
        let (name, phone) = (find("填表人："), find("联系电话："));
        near(form, bounds(name).3, 184.0);
        near(form, name.origin.1, phone.origin.1);
        let starts = if form == "附件6" {
            [110.0, 185.0]
        } else {
            [35.0, 147.5]
        };
        near(form, bounds(name).0, starts[0]);
        near(form, bounds(phone).0, starts[1]);
        if form == "附件6" {
            let text = find("补充资料：流动党员");
            near(form, text.origin.1, name.origin.1);
        }
    }
}

/// On the short rule the figure stands on the baseline of the line.
#[test]
fn the_figure_of_the_floating_stands_on_its_line() {
    let bench = Bench::sample();
    for pages in [
        bench.pages("附件6", "会宁县直机关工委/政府办党支部"),
        bench.blank("附件6"),
    ] {
        let page = &pages.pages[0];
        let caption = page
            .texts
            .iter()
            .find(|run| run.text == "补充资料：流动党员")
            .unwrap();
        let cell = page
            .cells
            .iter()
            .find(|cell| cell.name == "补充资料.流动党员")
            .unwrap();
        let rule = cell.area.1 + cell.area.3;
        assert!(
            (rule - caption.origin.1 - 0.12 * 12.0 * MM).abs() < 0.05,
            "{rule}"
        );
        for run in page
            .texts
            .iter()
            .filter(|run| run.cell.as_deref() == Some("补充资料.流动党员"))
        {
            assert!(
                (run.origin.1 - caption.origin.1).abs() < 0.05,
                "{}",
                run.text
            );
        }
    }
}

/// Five empty rows, and at once the foot.
#[test]
fn a_register_of_nobody_has_few_rows_and_its_foot_below_them() {
    let bench = Files::branch().open();
    for form in ["附件2", "附件3", "附件4", "附件5"] {
        let pages = bench.pages(form, "支部");
        let page = &pages.pages[0];
        let rules = across(page);
        // The upper side, the end of the head, and one below each row.
        assert_eq!(rules.len(), 2 + 5, "{form}");
        let foot = page
            .texts
            .iter()
            .find(|run| run.text == "填表人：")
            .unwrap();
        let gap = bounds(foot).1 - rules.last().unwrap().start.1;
        let note = if form == "附件2" { 6.0 } else { 0.0 };
        assert!(gap > 0.8 && gap < 4.0 + note, "{form}: {gap}");
        let blank = bench.blank(form);
        assert!(
            across(&blank.pages[0]).len() > 2 + 5,
            "{form}: the blank form is for many"
        );
    }
}
