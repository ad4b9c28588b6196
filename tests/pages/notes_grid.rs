//! GB/T 9704-2012 (domain.md, section 11) on pages of notes: their faces, 22
//! lines of 28 characters.

use paicha::typeset::{PageFrame, TextRun};

use crate::check::bounds;
use crate::drawn;
use crate::geometry::{BODY, MM, NOTES, TITLE, baselines, near};
use crate::harness::squash;
use crate::ink;
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
                _ => "Gongwen Fangsong",
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
    near("first line", lines[0] - 0.88 * BODY * MM, 37.0);
    near("21 steps", lines[21] - lines[0], 21.0 * NOTES);
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

/// The runs of a page's lines of notes, from top to bottom.
fn lines(page: &PageFrame) -> Vec<Vec<&TextRun>> {
    let body = page
        .texts
        .iter()
        .filter(|run| (run.size - BODY).abs() < 0.01);
    let runs: Vec<&TextRun> = body.collect();
    let on = |line: &f64| {
        let on_it = |run: &&&TextRun| (run.origin.1 - *line).abs() < 0.1;
        runs.iter().filter(on_it).copied().collect()
    };
    baselines(page).iter().map(on).collect()
}

/// On the grid a mark has the place of a character, also beside another mark; only at
/// the edges of a line it gives up its empty half.
#[test]
fn marks_are_not_squeezed() {
    for (name, _, page) in notes() {
        for line in lines(page) {
            for pair in line.windows(2) {
                let advance = pair[1].origin.0 - pair[0].origin.0;
                let count = pair[0].text.chars();
                let ems: f64 = count.map(|c| if c.is_ascii() { 0.25 } else { 1.0 }).sum();
                // An opening mark at the beginning of a line.
                let half = if pair[0].origin.0 < 28.1 { 0.5 } else { 0.0 };
                let least = (ems - half) * BODY * MM * 0.98;
                assert!(
                    advance > least,
                    "{name}: “{}” before “{}”",
                    pair[0].text,
                    pair[1].text
                );
            }
        }
    }
}

/// No paragraph ends with a line of one character and its mark.
#[test]
fn no_character_has_a_line_of_its_own() {
    for (name, _, page) in notes() {
        let lines = lines(page);
        let begins = |line: &Vec<&TextRun>| line[0].origin.0 > 28.0 + BODY * MM;
        for (index, line) in lines.iter().enumerate() {
            let ends = lines.get(index + 1).is_none_or(begins);
            let count: usize = line
                .iter()
                .map(|run| squash(&run.text).chars().count())
                .sum();
            assert!(
                !ends || begins(line) || count > 2,
                "{name}: {}",
                line[0].text
            );
        }
    }
}

/// The ink of each line of a title stands in the middle of the page, whatever room its
/// 《 and 》 keep, and no name in 《》 goes on in the next line.
#[test]
fn titles_of_notes_are_centred_by_their_ink_and_whole() {
    for output in outputs::all()
        .iter()
        .filter(|one| one.name.ends_with("空白"))
    {
        if output.name.starts_with("附件2") {
            continue;
        }
        let page = output.pages.pages.last().unwrap();
        let drawn = drawn::draw(output.pdf.clone(), ink::DOTS_PER_MM);
        let titles = page.texts.iter().filter(|run| run.size == TITLE);
        let mut texts = std::collections::BTreeMap::<i64, String>::new();
        for run in titles {
            texts
                .entry((run.origin.1 * 10.0) as i64)
                .or_default()
                .push_str(&run.text);
        }
        for (line, text) in texts {
            let line = line as f64 / 10.0;
            let [left, _, right, _] =
                ink::ink(drawn.last().unwrap(), 20.0, line - 6.0, 195.0, line + 0.5);
            let middle = (left + right) / 2.0;
            assert!(
                (middle - 106.0).abs() < 0.5,
                "{}: {text}: {middle}",
                output.name
            );
            let count = |mark: char| text.chars().filter(|one| *one == mark).count();
            assert_eq!(count('《'), count('》'), "{text}");
        }
    }
}
