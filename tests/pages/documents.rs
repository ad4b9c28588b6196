//! Official documents on the page (GB/T 9704, domain.md section 11): the grid of 22 × 28,
//! the foot, folios; what 〔请填写〕 leaves out is told in tests/commands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use paicha::typeset::{Inspected, PageFrame, TextRun};

use crate::check::bounds;
use crate::geometry::{BODY, MM, PITCH, TITLE, near};
use crate::harness::{BRANCH, Bench, Files, ROUND, squash};
use crate::standard::is_folio;

const FORM: &str = "核查情况报告";
/// Bodies of so many lines.
const LINES: usize = 60;
/// The foot of the type area.
const FOOT: f64 = 262.0;

/// The words of a body of `lines` lines: paragraphs of one line, one paragraph, or
/// headings, quotations and figures among them.
fn body(lines: usize) -> String {
    let full = "党支部书记本人填写后报基层党委";
    match lines % 3 {
        0 => "本栏由党支部填写。\n".repeat(lines),
        // Two characters in, then full lines, the last all but empty.
        1 => {
            let all = 26 + 28 * (lines - 1);
            let text: String = full.chars().cycle().take(all - 3).collect();
            format!("{text}完成。\n")
        }
        _ => {
            let kinds = [
                "一、基本情况",
                "（一）“在册”党员。共{{ 党员 }}名。",
                "“空挂”党员——2016年4月",
                "1.“口袋”党员（见附件）",
            ];
            let lines = kinds.iter().cycle().take(lines);
            lines.map(|line| format!("{line}\n")).collect()
        }
    }
}

fn text(lines: usize, tail: &str) -> String {
    let body = body(lines);
    format!("标题：关于核查情况的报告\n{body}{tail}")
}

const IMPRINT: &str =
    "抄送：县委组织部。\n印发机关：会宁县人民政府办公室\n印发日期：2016年4月20日\n";

/// A workspace with a branch for each number of lines, and its pages.
fn bench(numbers: impl Iterator<Item = usize>, tail: &str) -> Bench {
    let mut files = Files::new().write("data/排查.yaml", &format!("{ROUND}表: 全部\n"));
    for lines in numbers {
        files = files
            .write(&format!("data/支部{lines}/党组织.yaml"), BRANCH)
            .write(
                &format!("data/支部{lines}/报告/{FORM}.txt"),
                &text(lines, tail),
            );
    }
    files.open()
}

static IMPRINTED: LazyLock<Bench> = LazyLock::new(|| bench(1..=LINES, IMPRINT));

fn all() -> impl Iterator<Item = (usize, Inspected)> {
    (1..=LINES).map(|lines| (lines, IMPRINTED.pages(FORM, &format!("支部{lines}"))))
}

/// The runs of the body: 三号, without folio.
fn of_body(page: &PageFrame, number: usize) -> impl Iterator<Item = &TextRun> {
    let runs = page.texts.iter().filter(move |run| !is_folio(run, number));
    let runs = runs.filter(|run| !squash(&run.text).is_empty());
    runs.filter(|run| (run.size - BODY).abs() < 0.01)
}

/// The line of the grid on which a baseline stands, from 0.
fn line(what: &str, baseline: f64) -> i64 {
    let lines = (baseline - 0.88 * BODY * MM - 37.0) / PITCH;
    let off = (lines - lines.round()).abs() * PITCH;
    assert!(off <= 0.1, "{what}: {off:.3} mm off the grid");
    lines.round() as i64
}

#[test]
fn bodies_of_1_to_60_lines_stand_on_the_grid_and_the_foot_at_the_foot_of_an_even_page() {
    let mut kinds = BTreeSet::new();
    for (lines, pages) in all() {
        let what = format!("{lines} lines");
        let mut found: Vec<usize> = Vec::new();
        for (index, page) in pages.pages.iter().enumerate() {
            let of_page: BTreeSet<i64> = of_body(page, index + 1)
                .map(|run| line(&what, run.origin.1))
                .collect();
            for run in of_body(page, index + 1) {
                let (left, _, right, _) = bounds(run);
                assert!(
                    left >= 28.0 - 0.05 && right <= 184.0 + 0.05,
                    "{what}: {}",
                    run.text
                );
            }
            assert!(
                of_page.iter().all(|line| (0..22).contains(line)),
                "{what}: {of_page:?}"
            );
            found.push(of_page.len());
        }
        // The title, an empty line above it and one below it leave 19 lines of page 1.
        assert_eq!(found.iter().sum::<usize>(), lines, "{what}: {found:?}");
        let body = found.iter().rposition(|count| *count > 0).unwrap();
        for (index, count) in found[..body].iter().enumerate() {
            assert_eq!(
                *count,
                if index == 0 { 19 } else { 22 },
                "{what}, page {}",
                index + 1
            );
        }
        // The foot stands on the last page, which is even, over no words.
        let last = pages.pages.last().unwrap();
        assert_eq!(pages.pages.len() % 2, 0, "{what}");
        let rules: Vec<f64> = last.rules.iter().map(|rule| rule.start.1).collect();
        let lowest = rules.iter().copied().fold(f64::MIN, f64::max);
        let highest = rules.iter().copied().fold(f64::MAX, f64::min);
        assert!(
            (lowest - FOOT).abs() <= 0.2,
            "{what}: the last rule at {lowest}"
        );
        assert_eq!(rules.len(), 3, "{what}");
        let number = pages.pages.len();
        let below = of_body(last, number)
            .map(|run| bounds(run).3)
            .fold(0.0, f64::max);
        assert!(
            below <= highest,
            "{what}: words at {below}, the foot at {highest}"
        );
        // Pages that are empty, and that of the foot behind them, have no folio.
        let is_alone = found[number - 1] == 0;
        let is_behind = is_alone && found[number - 2] == 0;
        for (index, page) in pages.pages.iter().enumerate() {
            let has = page.texts.iter().any(|run| is_folio(run, index + 1));
            let expected = !(is_behind && index + 2 >= number);
            assert_eq!(has, expected, "{what}: folio of page {}", index + 1);
        }
        kinds.insert((is_alone, is_behind));
    }
    assert_eq!(kinds.len(), 3, "a kind of last page is missing: {kinds:?}");
}

#[test]
fn the_rules_of_the_foot_have_their_strength_and_its_words_stand_one_in() {
    let pages = IMPRINTED.pages(FORM, "支部3");
    let last = pages.pages.last().unwrap();
    let strengths: Vec<f64> = last.rules.iter().map(|rule| rule.thickness).collect();
    for (found, expected) in strengths.iter().zip([0.35, 0.25, 0.35]) {
        assert!((found - expected).abs() < 0.001, "{strengths:?}");
    }
    for rule in &last.rules {
        near("left", rule.start.0, 28.0);
        near("right", rule.end.0, 184.0);
    }
    let run = |text: &str| last.texts.iter().find(|run| run.text == text).unwrap();
    let em = 14.0 * MM;
    assert_eq!(run("抄送：").size, 14.0);
    near("抄送", run("抄送：").origin.0, 28.0 + em);
    near("印发机关", run("会宁县人民政府办公室").origin.0, 28.0 + em);
    near("印发", bounds(run("印发")).2, 184.0 - em);
}

#[test]
fn headings_have_their_faces() {
    let pages = IMPRINTED.pages(FORM, "支部5");
    let page = &pages.pages[0];
    let family = |start: &str| {
        let mut runs = page.texts.iter();
        runs.find(|run| run.text.contains(start))
            .unwrap()
            .family
            .clone()
    };
    assert_eq!(family("基本情况"), "Gongwen Hei");
    assert_eq!(family("口袋"), "Gongwen Fangsong");
    let kai = family("党员。");
    assert!(kai.contains("Kai"), "{kai}");
    // Quotation marks and dashes are those of Han fonts: a line of them is as wide as if
    // each were one em.
    let of_line = |sign: &str| {
        let runs = page.texts.iter();
        runs.filter(|run| run.text.contains(sign))
            .collect::<Vec<_>>()
    };
    for sign in ["“", "”", "——"] {
        for run in of_line(sign) {
            assert_ne!(run.family, "Liberation Serif", "{sign}");
            let count = run.text.chars().count() as f64;
            assert!(
                run.width > (count - 0.6) * BODY * MM,
                "{}: {}",
                run.text,
                run.width
            );
        }
        assert!(!of_line(sign).is_empty(), "{sign}");
    }
}

/// The text of a page that holds some words.
fn holding<'a>(page: &'a PageFrame, words: &str) -> &'a TextRun {
    let mut texts = page.texts.iter();
    texts.find(|run| run.text.contains(words)).unwrap()
}

/// With a seal and without (domain.md: the date four characters in; GB/T 9704, 7.3.5).
#[test]
fn the_name_and_the_date_stand_as_the_standard_says() {
    let name = "署名：会宁县人民政府办公室党支部\n成文日期：2016年4月20日\n";
    for (tail, sealed) in [
        (name.to_owned(), false),
        (format!("盖章：是\n{name}"), true),
    ] {
        let pages = bench(1..=1, &tail).pages(FORM, "支部1");
        let page = &pages.pages[0];
        let run = |text| holding(page, text);
        let em = BODY * MM;
        let (name, date) = (run("会宁县人民政府"), run("日"));
        let first = run("2016");
        match sealed {
            true => {
                near("date", bounds(date).2, 184.0 - 4.0 * em);
                let middle = |left: f64, right: f64| (left + right) / 2.0;
                near(
                    "name over date",
                    middle(name.origin.0, bounds(name).2),
                    middle(first.origin.0, bounds(date).2),
                );
            }
            false => {
                near("name", bounds(name).2, 184.0 - 2.0 * em);
                near("date", first.origin.0, name.origin.0 + 2.0 * em);
            }
        }
        // The body has one line; an empty one below it, two for a seal.
        let below = if sealed { 3 } else { 2 };
        assert_eq!(line("name", name.origin.1), 3 + below);
        assert_eq!(line("date", date.origin.1), 4 + below);
    }
}

/// The name and the date never stand on a page by themselves (GB/T 9704, 7.3.5.1), and all
/// pages before are full, but for what the last line takes along.
#[test]
fn a_name_has_words_on_its_page() {
    let name = "署名：会宁县人民政府办公室党支部\n成文日期：2016年4月20日\n";
    let enclosed = format!("附件：党员名册\n附件：失联党员名单\n{name}");
    for (tail, free) in [
        (name.to_owned(), 3),
        (format!("盖章：是\n{name}"), 4),
        (enclosed, 7),
    ] {
        let bench = bench(2..=46, &tail);
        for lines in 2..=46 {
            // A body of one part cannot be told from its title.
            if lines % 3 == 1 {
                continue;
            }
            let what = format!("{lines} lines, {tail}");
            let pages = bench.pages(FORM, &format!("支部{lines}"));
            let is_name = |run: &TextRun| run.text.contains("会宁县人民政府");
            let signed = pages
                .pages
                .iter()
                .position(|page| page.texts.iter().any(is_name));
            let signed = signed.unwrap();
            let page = &pages.pages[signed];
            let name = page.texts.iter().find(|run| is_name(run)).unwrap();
            let above = of_body(page, signed + 1).filter(|run| run.origin.1 < name.origin.1 - 1.0);
            assert!(above.count() > 0, "{what}: the name stands alone");
            for (index, page) in pages.pages[..signed].iter().enumerate() {
                let of_page: BTreeSet<i64> = of_body(page, index + 1)
                    .map(|run| line(&what, run.origin.1))
                    .collect();
                let full = if index == 0 { 19 } else { 22 };
                let is_last = index + 1 == signed;
                let least = if is_last { full - free } else { full };
                assert!(
                    of_page.len() >= least,
                    "{what}: page {} has {}",
                    index + 1,
                    of_page.len()
                );
            }
        }
    }
}

#[test]
fn enclosures_stand_two_in_and_go_on_under_their_names() {
    let long = "与党组织失去联系党员管理及处置情况汇总表和动态变化说明";
    let tail = format!("附件：党员基本情况登记表\n附件：{long}\n");
    let pages = bench(1..=1, &tail).pages(FORM, "支部1");
    let page = &pages.pages[0];
    let em = BODY * MM;
    let run = |text: &str| {
        page.texts
            .iter()
            .find(|run| run.text.starts_with(text))
            .unwrap()
    };
    near("附件", run("附件：").origin.0, 28.0 + 2.0 * em);
    let first = run("党员基本情况登记表");
    near("name", first.origin.0, 28.0 + 5.75 * em);
    for (number, of) in [("1.", first), ("2.", run("与党组织失去联系"))] {
        let number = page.texts.iter().find(|run| run.text == number).unwrap();
        near("number", number.origin.1, of.origin.1);
        near("number before the name", bounds(number).2, of.origin.0);
    }
    assert_eq!(line("one line below", first.origin.1), 5);
    let second = run("与党组织失去联系");
    near("second", second.origin.0, first.origin.0);
    let mut below = page
        .texts
        .iter()
        .filter(|run| run.origin.1 > second.origin.1 + 1.0);
    let rest = below.find(|run| (run.size - BODY).abs() < 0.01).unwrap();
    near("goes on", rest.origin.0, first.origin.0);
}

#[test]
fn the_red_head_has_its_measures() {
    let head = "发文机关标志：会宁县人民政府办公室\n发文字号：会政办发〔2016〕34号\n";
    let tail = format!("{head}标题：实施方案\n");
    let pages = bench(1..=1, &tail).pages(FORM, "支部1");
    let page = &pages.pages[0];
    let run = |text| holding(page, text);
    let sign = run("会宁县人民政府办公室");
    near("sign", bounds(sign).1, 37.0 + 35.0);
    near("sign, middle", sign.origin.0 + sign.width / 2.0, 106.0);
    assert_eq!(sign.family, "Gongwen Biaosong");
    let number = run("会政办发");
    let number_line = line("number", number.origin.1);
    // Two lines below the sign.
    let free = bounds(number).1 - bounds(sign).3;
    assert!((2.0 * PITCH..3.0 * PITCH).contains(&free), "{free}");
    let [rule] = page.rules[..] else {
        panic!("{:?}", page.rules)
    };
    near("rule", rule.start.1, bounds(number).3 + 4.0);
    near("rule, width", rule.end.0 - rule.start.0, 156.0);
    let title = page.texts.iter().find(|run| run.size == TITLE).unwrap();
    let free = bounds(title).1 - rule.start.1;
    assert!((1.9 * PITCH..2.5 * PITCH).contains(&free), "{free}");
    assert_eq!(number_line, 7);
}

/// The baselines of a page of a PDF and the origins of the first and the last glyph on
/// each, in mm, as poppler draws them.
fn drawn_lines(pdf: &Path, page: usize) -> Vec<(f64, f64, f64)> {
    let number = page.to_string();
    let mut command = Command::new("pdftocairo");
    // On paper of its own size, or it would be drawn a little smaller.
    command.args([
        "-svg",
        "-noshrink",
        "-nocenter",
        "-paperw",
        "596",
        "-paperh",
        "842",
    ]);
    command.args(["-f", &number, "-l", &number]);
    command.args([pdf, Path::new("-")]);
    let output = command.output().expect("pdftocairo");
    assert!(output.status.success(), "{output:?}");
    let svg = String::from_utf8(output.stdout).expect("UTF-8");
    let mut lines: BTreeMap<i64, (f64, f64, f64)> = BTreeMap::new();
    for glyph in svg.split("<use ").skip(1) {
        let number = |name: &str| -> f64 {
            let (_, rest) = glyph.split_once(name).expect("a place");
            rest.split('"').next().unwrap().parse::<f64>().unwrap() * MM
        };
        let (x, y) = (number(" x=\""), number(" y=\""));
        let line = lines.entry((y * 100.0).round() as i64).or_insert((y, x, x));
        *line = (y, line.1.min(x), line.2.max(x));
    }
    lines.into_values().collect()
}

/// The same of the PDFs, as poppler reads them.
#[test]
#[ignore = "needs poppler-utils"]
fn another_reader_finds_the_lines_on_the_grid() {
    for (lines, pages) in all() {
        let unit = format!("支部{lines}");
        let view = IMPRINTED.view(FORM, &unit, None);
        let path = IMPRINTED.root.join(format!("{lines}.pdf"));
        std::fs::write(&path, IMPRINTED.pdf(FORM, &view, &unit)).unwrap();
        let mut found = Vec::new();
        let mut others = 0;
        for page in 1..=pages.pages.len() {
            let of_page = drawn_lines(&path, page);
            let is_of_body = |(baseline, ..): &&(f64, f64, f64)| {
                let line = (baseline - 0.88 * BODY * MM - 37.0) / PITCH;
                (line - line.round()).abs() * PITCH <= 0.1 && (-0.5..21.5).contains(&line)
            };
            let body: Vec<_> = of_page.iter().filter(is_of_body).collect();
            for (_, left, right) in &body {
                assert!(
                    *left >= 27.9 && right + BODY * MM <= 184.1,
                    "{lines} lines: {right}"
                );
            }
            found.push(body.len());
            others += of_page.len() - body.len();
        }
        assert_eq!(
            found.iter().sum::<usize>(),
            lines,
            "{lines} lines: {found:?}"
        );
        let body = found.iter().rposition(|count| *count > 0).unwrap();
        for (index, count) in found[..body].iter().enumerate() {
            assert_eq!(
                *count,
                if index == 0 { 19 } else { 22 },
                "{lines} lines: {found:?}"
            );
        }
        // The title, the two lines of the foot, folios.
        let folios = pages.pages.iter().enumerate();
        let folios =
            folios.filter(|(index, page)| page.texts.iter().any(|run| is_folio(run, index + 1)));
        assert_eq!(others, 3 + folios.count(), "{lines} lines");
    }
}
