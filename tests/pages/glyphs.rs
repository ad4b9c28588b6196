//! Every character is printed, or it is an error before anything is written.

use paicha::check::At;
use paicha::check::rules::pages::missing_glyph::MissingGlyph;
use paicha::forms::View;
use paicha::publish::{Plan, Selection, Settings};

use crate::check;
use crate::harness::{Bench, FORMS, Files, cell, squash};
use crate::pages::member;

/// All outputs of the sample data.
#[test]
fn the_sample_is_printed_whole() {
    let bench = Bench::sample();
    let project = &bench.project;
    let plan = Plan::of(project, &Selection::default());
    assert!(plan.wanted.len() > 100, "{} outputs", plan.wanted.len());
    for output in &plan.wanted {
        let form = &project.catalogue.forms[output.form];
        let unit = output.unit.unwrap();
        let view = View::of(project.source(), form, unit, output.member).unwrap();
        check::all(&output.path, &view, &bench.pages_of(form.id(), &view));
    }
}

#[test]
fn blank_forms_are_printed_whole() {
    let bench = Files::branch().open();
    for form in FORMS {
        check::all(form, &View::blank(), &bench.blank(form));
    }
}

#[test]
fn rare_characters_of_names_have_glyphs() {
    for name in ["陈䶮", "安㛃", "𬭎敬亭", "𤧛祎翀頔"] {
        let bench = Files::branch().member("甲", &member(name)).open();
        let view = bench.view("附件1", "支部", Some("甲"));
        let pages = bench.pages_of("附件1", &view);
        assert_eq!(cell(&pages, "姓名"), name);
        check::all(name, &view, &pages);
        let pdf = bench.pdf("附件1", &view, "甲");
        assert!(pdf.starts_with(b"%PDF-"));
    }
}

/// U+10FFFD is private and in none of the fonts.
#[test]
fn a_character_in_no_font_is_an_error_at_its_place() {
    let mut strange = member("王甲");
    strange["现居住地"] = "会宁县\u{10fffd}村".into();
    let bench = Files::branch()
        .member("乙", &member("王乙"))
        .member("甲", &strange)
        .open();
    let project = &bench.project;
    let selection = Selection {
        forms: vec!["附件1".to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(project, &selection);
    let settings = Settings {
        jobs: 1,
        keep_going: false,
        force: false,
    };
    let outcome = bench.build(&plan, settings);
    let [found] = &outcome.found[..] else {
        panic!("{:?}", outcome.found)
    };
    assert!(found.is_error());
    assert!(found.path.ends_with("支部/党员/甲.yaml"));
    let Some(glyph) = found.finding.get::<MissingGlyph>() else {
        panic!("{:?}", found.finding)
    };
    assert_eq!(
        (glyph.cell.as_str(), &glyph.characters[..]),
        ("现居住地", &['\u{10fffd}'][..])
    );
    let text = std::fs::read_to_string(bench.root.join(&found.path)).unwrap();
    let At::Span(span) = found.at else {
        panic!("{:?}", found.at)
    };
    assert_eq!(&text[span.start as usize..span.end as usize], "\u{10fffd}");
    assert_eq!(outcome.written, 0);
    assert_eq!(pdf_files(&bench.root.join("out")), 0);
}

fn pdf_files(folder: &std::path::Path) -> usize {
    let is_pdf = |entry: &walkdir::DirEntry| entry.path().extension().is_some_and(|e| e == "pdf");
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    entries.filter(is_pdf).count()
}

/// Circled codes, quotation marks and the dot of names take a whole character,
/// whatever the fonts draw.
#[test]
fn signs_are_set_in_full_width() {
    let mut signs = member("王甲");
    signs["奖惩情况"] = "①②③④⑤⑥⑦⑧⑨“两新”（境）".into();
    let pages = Files::branch().member("甲", &signs).open().card("甲");
    for run in &pages.pages[1].texts {
        let text = squash(&run.text);
        if run.cell.as_deref() == Some("奖惩情况") && text.starts_with('①') {
            let em = run.size * 25.4 / 72.0;
            let full = em * text.chars().count() as f64;
            // Marks side by side may draw together by half a character.
            assert!(
                run.width > full - 1.1 * em,
                "“{text}”: {} of {full}",
                run.width
            );
        }
    }
}
