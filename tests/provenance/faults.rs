//! Faults that were found from outside, each with its smallest input.

use super::common::sample::{self, CHEN, LI, ZHANG};
use super::common::{Run, Workspace};

const MADE_OF_REGISTERS: [&str; 3] = ["build", "--only", "附件3,附件5,附件6,附件7"];

/// The line and column of a text in a file, as messages say them.
fn place(workspace: &Workspace, path: &str, text: &str) -> String {
    let content = String::from_utf8(workspace.read(path)).expect("UTF-8");
    let lines = content.lines().enumerate();
    let found = lines.filter_map(|(number, line)| Some((number, line, line.find(text)?)));
    let (number, line, at) = found.last().expect("the text");
    format!("{path}:{}:{}", number + 1, line[..at].chars().count() + 1)
}

#[track_caller]
fn has(run: &Run, place: &str) {
    let said = format!("{}{}", run.stdout, run.stderr);
    assert!(said.contains(place), "{place}\n{said}");
}

/// Out of his branch since a month within which the search ended or did not.
fn out_in_a_month() -> Workspace {
    let workspace = sample::workspace();
    workspace.edit(
        LI,
        "处置:\n",
        "转出: {日期: 2010-05-01, 回执日期: 2016-04}\n处置:\n",
    );
    workspace
}

#[test]
fn a_row_does_not_vanish() {
    let workspace = out_in_a_month();
    let at = place(&workspace, LI, "2016-04}");
    let run = workspace.expect(1, &MADE_OF_REGISTERS);
    has(&run, &at);
    assert_eq!(workspace.pdfs(), [""; 0]);
    let run = workspace.expect(1, &["summary"]);
    has(&run, &at);
}

#[test]
fn what_may_have_a_row_more_is_left_out_and_nothing_else() {
    let workspace = out_in_a_month();
    workspace.expect(1, &["build", "--keep-going"]);
    // On the roll till some day of April: whether he is one of those searched for, of 附件5
    // and of what 附件6 and 7 count is open, and for whom the card is made, too.
    let is_open = |path: &String| {
        let of_branch = path.contains("政府办党支部/附件3") || path.contains("政府办党支部/附件5");
        let of_table = path.contains("附件6") || path.contains("附件7");
        of_branch || of_table && !path.contains("县医院") || path.contains("李明")
    };
    let mut expected = sample::outputs();
    expected.retain(|path| !is_open(path));
    assert_eq!(workspace.pdfs(), expected);
}

#[test]
fn a_key_that_decides_is_traced() {
    let workspace = out_in_a_month();
    let run = workspace.run(&["where", &format!("{LI}:转出.回执日期")]);
    for form in ["附件3", "附件5", "附件6", "附件7"] {
        has(&run, form);
    }
}

#[test]
fn a_found_member_is_not_counted_out() {
    let workspace = sample::workspace();
    workspace.edit(CHEN, "最后组织生活: 2010-05-20", "最后组织生活: 2015");
    let at = place(&workspace, CHEN, "2015");
    has(&workspace.expect(1, &["summary"]), &at);
    has(&workspace.expect(1, &["build", "--only", "附件7"]), &at);
    has(&workspace.expect(1, &["build", "--only", "附件4"]), &at);
}

/// A register of one's own that prints a key which of the official forms only the card
/// prints.
fn register(key: &str) -> Workspace {
    let workspace = sample::workspace();
    let form = format!(
        "编号: 名册\n标题: 名册\n纸张: 横向\n范围: 党支部\n输出: \"{{{{ org }}}}/名册.pdf\"\n列:\n  \
         - {{键: 姓名, 表头: 姓名, 宽: 30}}\n  - {{键: {key}, 表头: {key}, 宽: 40}}\n"
    );
    workspace.write("layouts/名册/form.yaml", form);
    workspace
}

#[test]
fn a_cell_does_not_print_empty() {
    for (key, value, good) in [
        ("参加工作时间", "1990-02-30", "1990-02-28"),
        ("月应交纳党费", "三十五元", "35.50"),
    ] {
        let workspace = register(key);
        let line = format!("{key}: {value}");
        match key {
            "月应交纳党费" => workspace.edit(ZHANG, "月应交纳党费: 35.00", &line),
            _ => workspace.edit(ZHANG, "性别: 男", &format!("性别: 男\n{line}")),
        };
        let at = place(&workspace, ZHANG, value);
        has(&workspace.expect(1, &["build", "--only", "名册"]), &at);
        assert_eq!(workspace.pdfs(), [""; 0]);
        // The registers that do not print it are made.
        workspace.expect(0, &["build", "--only", "附件3"]);
        workspace.edit(ZHANG, value, good);
        workspace.expect(0, &["build", "--only", "名册"]);
    }
}

#[test]
fn a_column_of_another_name_does_not_count_as_none() {
    let workspace = sample::workspace();
    let form = include_str!("../../layouts/附件6/form.yaml");
    let changed = form.replace("名: 人数\n", "名: 总数\n");
    assert_ne!(form, changed);
    workspace.write("layouts/附件6/form.yaml", changed);
    let at = place(&workspace, "layouts/附件6/form.yaml", "人数 = 行数(附件5)");
    for command in [&["layouts", "check"][..], &["check"], &["build"]] {
        let run = workspace.expect(1, command);
        has(&run, &at);
        assert!(run.codes().contains(&"E1101"), "{}", run.stderr);
        assert!(!run.stderr.contains("软件"), "{}", run.stderr);
        assert!(!run.codes().contains(&"E1001"), "{}", run.stderr);
    }
}

#[test]
fn a_lost_member_off_the_roll_is_no_fault_of_the_program() {
    let workspace = sample::workspace();
    // Out without a receipt, and gone since: lost, and not on the roll at the base day.
    for member in [ZHANG, CHEN] {
        workspace.remove(member);
    }
    workspace.edit(
        LI,
        "处置:\n",
        "转出: {日期: 2010-05-01, 补转: false}\n处置:\n",
    );
    let run = workspace.run(&["check"]);
    assert!(run.codes().contains(&"W1002"), "{}", run.stderr);
    assert!(!run.stderr.contains("软件"), "{}", run.stderr);
}
