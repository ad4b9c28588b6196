//! Figures of documents: each is a literal of the text or of the declaration, or has a
//! source; and what the PDFs say of them, as another reader has it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use paicha::forms::document::Field;
use paicha::forms::provenance::origins;

use crate::harness::{Bench, squash};
use crate::pdf_text::{output_of, read};
use crate::prose::{COUNTING, bench, compare, edited, merge, plain, subjects};

/// Runs of figures.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !c.is_ascii_digit());
    pieces.filter(|piece| !piece.is_empty())
}

/// The figures that a form says by itself: those of its text without fields, and of the
/// words in its declaration.
fn literals(bench: &Bench, form: &str) -> Vec<String> {
    let prose = bench
        .form(form)
        .declaration
        .prose
        .as_ref()
        .expect("a document");
    let mut text = String::new();
    for (at, piece) in prose.text.split("{{").enumerate() {
        text += piece
            .split_once("}}")
            .filter(|_| at > 0)
            .map_or(piece, |(_, rest)| rest);
        text.push(' ');
    }
    for (name, field) in &prose.fields {
        let words = match field {
            Field::Divided { lead, .. } => lead,
            Field::Share { called, .. } => called,
            _ => name,
        };
        text += &format!(" {words} ");
    }
    figures(&text).map(str::to_owned).collect()
}

#[test]
fn each_figure_of_a_document_is_a_literal_or_has_a_source() {
    let branches = subjects().into_iter().enumerate().map(|(at, (_, change))| {
        let members = [0, 1, 2].map(|number| {
            let mut member = plain(["王甲", "李乙", "张丙"][number]);
            if number < 2 {
                merge(&mut member, &change);
            }
            member
        });
        (format!("支部{at}"), members.to_vec())
    });
    let branches: BTreeMap<String, Vec<_>> = branches.collect();
    let bench = bench(&branches);
    let (mut counted, mut said) = (0, 0);
    for form in COUNTING {
        let literals = literals(&bench, form);
        for unit in branches.keys() {
            let view = bench.view(form, unit, None);
            for (index, part) in view.parts.iter().enumerate() {
                for piece in &part.pieces {
                    let cell = match (&piece.cell, &piece.of) {
                        (Some(cell), _) => cell.clone(),
                        (_, Some(_)) => format!("段[{index}].文"),
                        _ => {
                            for figure in figures(&piece.text) {
                                let is_literal = literals.iter().any(|one| one == figure);
                                assert!(is_literal, "{form} {unit}: {figure} in {}", piece.text);
                                said += 1;
                            }
                            continue;
                        }
                    };
                    // Of nobody there is no place.
                    if figures(&piece.text).all(|figure| figure == "0") {
                        continue;
                    }
                    let source = bench.project.source();
                    let of = (bench.unit(unit), None);
                    let origins = origins(source, bench.form(form), of, &cell);
                    assert!(!origins.is_empty(), "{form} {unit}: {cell} {}", piece.text);
                    counted += 1;
                }
            }
        }
    }
    assert!(counted > 1000 && said > 100, "{counted}, {said}");
}

/// The text of a PDF as poppler reads it, without folios.
fn text_of(pdf: &Path) -> String {
    let text = output_of(
        Command::new("pdftotext")
            .arg("-raw")
            .args([pdf, Path::new("-")]),
    );
    let is_folio = |line: &&str| line.trim().starts_with('—') && line.trim().ends_with('—');
    let lines = text.lines().filter(|line| !is_folio(line));
    squash(&lines.collect::<String>())
}

/// The same edits, in the PDFs as poppler reads them: the cells of tables by their places,
/// the parts of reports by their words.
#[test]
#[ignore = "needs poppler-utils"]
fn after_200_edits_the_figures_in_the_pdfs_have_changed_alike() {
    let bench = edited();
    compare(&bench, |form, unit| {
        let view = bench.view(form, unit, None);
        let path = bench.root.join("页.pdf");
        std::fs::write(&path, bench.pdf(form, &view, unit)).expect("a file");
        let number = |text: &str| squash(text).parse().ok();
        if view.parts.is_empty() {
            let cells = read(&path, &bench.pages(form, unit)).into_iter();
            return cells
                .filter_map(|(cell, text)| Some((cell, number(&text)?)))
                .collect();
        }
        let text = text_of(&path);
        let mut rest = text.as_str();
        let mut found = BTreeMap::new();
        for part in &view.parts {
            let words = squash(&part.text());
            let at = rest.find(&words);
            let at = at.unwrap_or_else(|| panic!("{form} {unit}: {words} in {text}"));
            rest = &rest[at + words.len()..];
            let cells = part.pieces.iter();
            found.extend(
                cells.filter_map(|piece| Some((piece.cell.clone()?, number(&piece.text)?))),
            );
        }
        found
    });
}
