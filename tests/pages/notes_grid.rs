//! GB/T 9704-2012 (domain.md, section 11) on pages of notes: their faces, 22
//! lines of 28 characters.

use paicha::typeset::{PageFrame, TextRun};

use crate::check::bounds;
use crate::geometry::{BODY, MM, PITCH, TITLE, baselines, near};
use crate::harness::squash;
use crate::notes::of_a_form_of_ones_own;
use crate::outputs;
use crate::standard::is_folio;

/// Pages of notes: the last of each output but those of 附件2.
fn notes() -> impl Iterator<Item = (String, usize, &'static PageFrame)> {
    outputs::all().iter().filter_map(|output| {
        let number = output.pages.pages.len();
        let page = output.pages.pages.last()?;
        (!output.name.starts_with("附件2")).then(|| (output.name.clone(), number, page))
    })
}

#[test]
fn notes_are_fangsong_of_size_three_under_a_title_of_size_two() {
    let signs = "“”‘’（）①②③④⑤⑥⑦⑧⑨";
    for (name, number, page) in notes() {
        let texts = page.texts.iter().filter(|run| !is_folio(run, number));
        let (titles, body): (Vec<_>, Vec<_>) = texts.partition(|run| run.size == TITLE);
        for title in &titles {
            assert_eq!(title.family, "Gongwen Biaosong", "{name}");
            near(&name, title.origin.0 + title.width / 2.0, 28.0 + 78.0);
        }
        // The title is the first thing on the page.
        near(&name, bounds(titles[0]).1, 37.0);
        for run in body {
            let text = squash(&run.text);
            assert!(
                (run.size - BODY).abs() < 0.001,
                "{name}: {text} in {}",
                run.size
            );
            // Figures are set as Latin, a few signs are no good in the face.
            let expected = match text.chars().next() {
                Some(first) if first.is_ascii() => "Liberation Serif",
                Some(first) if signs.contains(first) => "Noto Serif SC",
                _ => "Zhuque Fangsong (technical preview)",
            };
            assert_eq!(run.family, expected, "{name}: {text}");
        }
    }
}

#[test]
fn a_full_page_of_notes_has_22_lines() {
    // More short paragraphs than two pages hold: the second is all lines.
    let pages = of_a_form_of_ones_own(&vec!["本栏由党支部填写。".to_owned(); 60]);
    let page = &pages.pages[2];
    let lines = baselines(page);
    assert_eq!(lines.len(), 22);
    // From edge to edge: 21 steps and the height of a character.
    let size = BODY * MM;
    near("first line", lines[0] - 0.88 * size, 37.0);
    near("last line", lines[21] + 0.12 * size, 37.0 + 225.0);
    near("22 lines", 21.0 * PITCH + size, 225.0);
}

#[test]
fn a_full_line_of_notes_has_28_characters_and_a_paragraph_begins_two_in() {
    let pages = of_a_form_of_ones_own(&["党支部书记本人填写后报基层党委".repeat(20)]);
    let page = &pages.pages[1];
    let body = page
        .texts
        .iter()
        .filter(|run| (run.size - BODY).abs() < 0.01);
    let lines: Vec<&TextRun> = body.collect();
    // 15 × 20 = 300 characters: 26 in the first line, nine lines of 28, 22 left.
    let counts: Vec<usize> = lines.iter().map(|run| run.text.chars().count()).collect();
    assert_eq!(counts, [26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 22]);
    near("indent", lines[0].origin.0, 28.0 + 2.0 * BODY * MM);
    near("first line, right", bounds(lines[0]).2, 184.0);
    for line in &lines[1..10] {
        near("left", line.origin.0, 28.0);
        near("right", bounds(line).2, 184.0);
    }
}
