//! `paicha layouts`. What is wrong with layouts is told by the pages of the rules,
//! whose examples are run.

use std::path::Path;

use crate::common::Workspace;
use crate::common::sample;

const FORMS: [&str; 7] = [
    "附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件7",
];

#[test]
fn the_seven_forms_are_right_also_where_there_is_no_data() {
    for workspace in [sample::workspace(), Workspace::empty()] {
        let run = workspace.expect(0, &["layouts", "check"]);
        let expected = "检查了 7 张表的版面\n0 个错误，0 个警告，0 个提示\n";
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
            run.stderr.contains("“附件9”找不到；可写：附件1、"),
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
