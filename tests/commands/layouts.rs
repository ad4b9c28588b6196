//! `paicha layouts`. What is wrong with layouts is told by the pages of the rules,
//! whose examples are run.

use std::path::Path;

use crate::common::Workspace;
use crate::common::sample;

const FORMS: [&str; 7] = [
    "附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件7",
];

#[test]
fn all_forms_are_right_also_where_there_is_no_data() {
    for workspace in [sample::workspace(), Workspace::empty()] {
        let run = workspace.expect(0, &["layouts", "check"]);
        let expected = "检查了 27 张表的版面\n0 个错误，0 个警告，0 个提示\n";
        assert_eq!(run.stderr, expected);
    }
}

#[test]
fn every_form_has_its_lines_on_record() {
    let workspace = Workspace::empty();
    for form in FORMS {
        let run = workspace.expect(0, &["layouts", "grid", form]);
        let layouts = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts");
        let kept = std::fs::read_to_string(layouts.join(form).join("grid.yaml"));
        assert_eq!(run.stdout, kept.expect("a grid"), "{form}");
    }
}

/// The other forms are checked, and made, all the same.
#[test]
fn a_fault_of_one_layout_leaves_the_others_alone() {
    let workspace = sample::workspace();
    workspace.write("layouts/附件3/layout.typ", "#let x = \n");
    let run = workspace.expect(1, &["layouts", "check"]);
    assert_eq!(run.codes(), ["E1101"]);
    assert!(
        run.stderr.contains("layouts/附件3/layout.typ:1:"),
        "{}",
        run.stderr
    );
    workspace.expect(0, &["layouts", "check", "附件1", "附件2"]);
    workspace.expect(0, &["build", "--only", "附件1,附件2"]);
}

#[test]
fn a_form_that_is_not_there_is_wrong_usage() {
    let workspace = sample::workspace();
    for arguments in [
        &["layouts", "check", "附件9"][..],
        &["layouts", "grid", "附件9"],
    ] {
        let run = workspace.expect(2, arguments);
        assert!(
            run.stderr.contains("“附件9”找不到；可写：") && run.stderr.contains("、附件1、"),
            "{}",
            run.stderr
        );
    }
    for arguments in [
        &["layouts"][..],
        &["layouts", "grid"],
        &["layouts", "chekc"],
    ] {
        workspace.expect(2, arguments);
    }
}

#[test]
fn a_form_is_made_after_another() {
    let workspace = sample::workspace();
    for (name, like) in [("名册", "附件3"), ("卡片", "附件1"), ("汇总", "附件7")] {
        workspace.expect(0, &["layouts", "new", name, "--like", like]);
        workspace.expect(0, &["layouts", "check", name]);
        // Not twice, and not over one that is built in.
        let run = workspace.expect(2, &["layouts", "new", name, "--like", like]);
        assert!(run.stderr.contains("已经有了"), "{}", run.stderr);
        workspace.expect(2, &["layouts", "new", like, "--like", like]);
    }
    let run = workspace.expect(0, &["layouts", "list"]);
    let own = |line: &&str| line.contains("layouts/");
    assert_eq!(run.stdout.lines().filter(own).count(), 3);
    // The head, the seven, the letter, lists, documents, these.
    assert_eq!(run.stdout.lines().count(), 1 + 7 + 1 + 14 + 5 + 3);
    workspace.expect(0, &["build", "--only", "名册,卡片,汇总"]);
    // Two branches, four members, three organisations.
    assert_eq!(workspace.pdfs().len(), 2 + 4 + 3);
}

#[test]
fn a_form_cannot_be_called_like_a_path() {
    let workspace = sample::workspace();
    for name in ["../x", "a/b", ".x", "..", "a:b"] {
        workspace.expect(2, &["layouts", "new", name, "--like", "附件3"]);
    }
    assert!(!workspace.path("layouts").exists());
}

/// In the folder of the terminal, whether it has data or not.
#[test]
fn a_preview_is_drawn_beside_where_one_works() {
    let workspace = Workspace::empty();
    let run = crate::common::run(
        crate::common::paicha()
            .current_dir(workspace.root())
            .args(["layouts", "preview", "附件3"]),
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let files: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        files,
        [
            "附件3-1.png",
            "附件3-2.png",
            "附件3-空白-1.png",
            "附件3-空白-2.png"
        ]
    );
    for file in files {
        let picture = workspace.read(file);
        assert!(picture.starts_with(b"\x89PNG"), "{file}");
    }
}

/// A form that cannot be read can be named: what is wrong with it is told.
#[test]
fn a_faulty_form_that_is_named_is_told_what_is_wrong() {
    let workspace = sample::workspace();
    workspace.expect(0, &["layouts", "new", "名册", "--like", "附件3"]);
    workspace.edit("layouts/名册/form.yaml", "纸张: 横向", "纸张: 横");
    for command in [
        &["layouts", "check", "名册"][..],
        &["build", "--only", "名册"],
    ] {
        let run = workspace.expect(1, command);
        assert_eq!(run.codes(), ["E0401"], "{}", run.stderr);
        assert!(
            run.stderr.contains("layouts/名册/form.yaml:3:5"),
            "{}",
            run.stderr
        );
    }
    assert!(workspace.pdfs().is_empty());
}
