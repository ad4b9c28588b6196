//! `docs/forms.md` is enough: only what stands in it is done, in its order, from an empty
//! folder.

use std::path::Path;

use paicha::forms::{Catalogue, LayoutFiles};
use paicha::load::Files;

use crate::common::{Workspace, copy, paicha, run};

/// The blocks of the section that begins with an empty folder: what stands behind the
/// fence, and the lines.
fn blocks() -> Vec<(String, String)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/forms.md");
    let page = std::fs::read_to_string(page).expect("a page");
    let section = page.split("## 从空文件夹做起").nth(1).expect("a section");
    let section = section.split("\n## ").next().expect("its end");
    let parts = section.split("```").skip(1).step_by(2);
    let blocks = parts.map(|part| part.split_once('\n').expect("a fence"));
    blocks
        .map(|(fence, lines)| (fence.to_owned(), lines.to_owned()))
        .collect()
}

#[test]
fn a_register_a_table_and_a_card_are_made_by_what_the_page_says() {
    let workspace = Workspace::empty();
    for (fence, lines) in blocks() {
        if let Some((_, path)) = fence.split_once(' ') {
            workspace.write(path, lines);
            continue;
        }
        assert_eq!(fence, "sh");
        for line in lines.lines() {
            let mut words = line.split_whitespace();
            assert_eq!(words.next(), Some("paicha"), "{line}");
            let run = run(paicha().current_dir(workspace.root()).args(words));
            assert_eq!(run.code, 0, "{line}\n{}{}", run.stdout, run.stderr);
        }
    }
    let unit = "县直党委";
    let expected = [
        format!("{unit}/人数.pdf"),
        format!("{unit}/第一党支部/人数.pdf"),
        format!("{unit}/第一党支部/名册.pdf"),
        format!("{unit}/第一党支部/联系卡/张建国.pdf"),
        "空白表/联系卡-党员联系卡.pdf".to_owned(),
    ];
    assert_eq!(workspace.pdfs(), expected);
}

/// Who knows the official forms finds their labels in the examples: what both print is
/// called as one of 附件1–7 calls it.
#[test]
fn labels_of_examples_come_after_those_of_the_official_forms() {
    let workspace = Workspace::empty();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples");
    copy(&examples, &workspace.path("layouts"));
    let catalogue = Catalogue::of(&LayoutFiles::of(&Files::in_folder(workspace.root())));
    assert!(catalogue.faults.is_empty(), "{:?}", catalogue.faults);
    let columns = |is_own: bool| {
        let forms = catalogue.forms.values();
        let columns = forms.filter(move |form| form.is_own == is_own);
        columns.flat_map(|form| form.declaration.columns.iter().map(move |one| (form, one)))
    };
    let mut compared = 0;
    for (form, column) in columns(true) {
        let official = columns(false).filter(|(_, known)| known.key == column.key);
        let heads: Vec<&str> = official.map(|(_, known)| known.head.as_str()).collect();
        if column.key.is_some() && !heads.is_empty() {
            assert!(
                heads.contains(&column.head.as_str()),
                "{}: {heads:?}",
                form.id()
            );
            compared += 1;
        }
    }
    assert!(compared >= 9, "{compared}");
}
