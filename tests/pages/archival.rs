//! What programs of others say of the files: sound PDF, and PDF/A-2u.

use std::path::PathBuf;
use std::process::Command;

use crate::built::sample;
use crate::common::Workspace;
use crate::harness::FORMS;

/// All files of the sample, blank ones too.
fn files(workspace: &Workspace) -> Vec<PathBuf> {
    let files = workspace.pdfs().into_iter();
    files.map(|path| workspace.path("out").join(path)).collect()
}

fn run(command: &mut Command) -> (bool, String) {
    let output = command.output().expect("the program is installed");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    (output.status.success(), said)
}

/// Cross-references, lengths and the data of all streams, linearization.
#[test]
#[ignore = "needs qpdf"]
fn qpdf_finds_no_fault_in_any_file_of_the_sample() {
    let workspace = sample();
    let files = files(&workspace);
    assert!(files.len() > 110, "{} files", files.len());
    for file in files {
        let (is_sound, said) = run(Command::new("qpdf").arg("--check").arg(&file));
        assert!(is_sound && !said.contains("WARNING"), "{said}");
    }
}

/// Validates as PDF/A-2u and prints what is found. The validator takes a CR at the end of a stream's data for a part of the line end after
/// it: whether lengths are right is for qpdf to say.
const VALIDATE: &str = r#"
import sys, page
for path in sys.argv[1:]:
    report = page.validate_pdf(path, profile="2u")
    found = [f for f in report.failures if f.rule_id != "PDFA2U-STREAM-LENGTH-001"]
    for failure in found:
        print(path, failure.rule_id, failure.message, failure.object_id)
    if report.rules.total < 140:
        print(path, "was held against few rules only:", report.rules.total)
"#;

fn validate(files: &[PathBuf]) -> (bool, String) {
    run(Command::new("python3").args(["-c", VALIDATE]).args(files))
}

/// A validator for PDF/A that has nothing to do with the libraries that write the
/// files: the package page-validation, which passes veraPDF's corpus.
#[test]
#[ignore = "needs page-validation"]
fn an_independent_validator_takes_every_file_of_the_sample_for_pdf_a_2u() {
    let workspace = sample();
    let files = files(&workspace);
    for form in FORMS {
        let is_of_form = |file: &&PathBuf| file.to_string_lossy().contains(form);
        let of_form = files.iter().filter(is_of_form).count();
        assert!(of_form > 1, "{form}: {of_form} files");
    }
    assert_eq!(validate(&files), (true, String::new()));
}

/// Files that are not PDF/A-2u are told as such: one that claims something else,
/// and one with a font that does not say which characters its glyphs are.
#[test]
#[ignore = "needs page-validation"]
fn the_validator_finds_faults_where_there_are_some() {
    let workspace = sample();
    let file = &files(&workspace)[0];
    let bytes = std::fs::read(file).unwrap();
    let faults: [(&[u8], &[u8]); 2] = [
        (b"<pdfaid:conformance>U", b"<pdfaid:conformance>X"),
        (b"/ToUnicode", b"/ToUnicodf"),
    ];
    for (from, to) in faults {
        let path = workspace.path("fault.pdf");
        std::fs::write(&path, replaced(&bytes, from, to)).unwrap();
        let (_, said) = validate(std::slice::from_ref(&path));
        assert!(said.contains(&*path.to_string_lossy()), "{to:?}: {said}");
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|part| part == from);
    let at = at.expect("what is to be replaced");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}
