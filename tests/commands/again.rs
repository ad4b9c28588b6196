//! A build makes again what has changed, and nothing else.

use crate::common::sample::{self, LI, ROUND, WANG, ZHANG};
use crate::common::{Run, Workspace};

const OFFICE: &str = "县直机关工委/政府办党支部";

/// How many outputs were made, and how many stayed.
fn counts(run: &Run) -> (usize, usize) {
    let line = run.stderr.lines().find(|line| line.starts_with("做好 "));
    let line = line.unwrap_or_else(|| panic!("{}", run.stderr));
    let number = |from: &str| {
        let (_, rest) = line.split_once(from)?;
        rest.split_whitespace().next()?.parse().ok()
    };
    (number("做好 ").unwrap_or(0), number("其余 ").unwrap_or(0))
}

fn build(workspace: &Workspace) -> (usize, usize) {
    counts(&workspace.expect(0, &["build"]))
}

#[test]
fn nothing_is_made_again_while_nothing_changes() {
    let workspace = sample::workspace();
    assert_eq!(build(&workspace), (18, 0));
    let before = workspace.tree("out");
    assert_eq!(build(&workspace), (0, 18));
    assert_eq!(workspace.tree("out"), before);
    let run = workspace.expect(0, &["build", "--force"]);
    assert_eq!(counts(&run), (18, 0));
    // The same bytes, and so is the list of outputs.
    assert_eq!(workspace.tree("out"), before);
}

/// What is made again has the bytes that a build from nothing gives.
#[test]
fn what_depends_on_a_change_is_made_again() {
    for (path, from, to, made) in [
        // Only his card prints it.
        (ZHANG, "13893001234", "13893001235", 1),
        // Card, 附件3, 附件5; no figure depends on it.
        (LI, "姓名: 李明", "姓名: 李鸣", 3),
        // Card, 附件3, 附件5, and 附件6 of the branch and of the committee above.
        (LI, "1960-05-08", "1950-05-08", 5),
        // Card and 附件2.
        (WANG, "外出类型: 省外", "外出类型: 县内", 1),
        (WANG, "从业状况: 其他", "从业状况: 个体户", 1),
        // Comments and order say nothing.
        (ZHANG, "性别: 男\n", "# 已核对\n性别: 男\n", 0),
        // The day stands in every output but the cards' pages; in their files, too.
        (ROUND, "默认: 2016-04-20", "默认: 2016-04-21", 15),
    ] {
        let workspace = sample::workspace();
        workspace.edit(
            LI,
            "身份证号码: \"622423196005081518\"",
            "身份证号码: \"622423196005081518\"\n豁免: [{规则: W0104, 原因: 档案如此}]",
        );
        build(&workspace);
        workspace.edit(path, from, to);
        let (again, same) = counts(&workspace.expect(0, &["build", "--keep-going"]));
        assert_eq!((again, same), (made, 18 - made), "{path}: {to}");
        let incremental = workspace.tree("out");
        workspace.expect(0, &["build", "--force"]);
        assert_eq!(workspace.tree("out"), incremental, "{path}: {to}");
    }
}

/// A layout of the workspace changes its form alone.
#[test]
fn a_changed_layout_has_its_form_made_again() {
    let workspace = sample::workspace();
    build(&workspace);
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let form = std::fs::read_to_string(here.join("layouts/附件3/form.yaml"));
    let form = form
        .expect("a form")
        .replace("标题: 与党组织", "标题: 与本党组织");
    workspace.write(
        "layouts/附件3/form.yaml",
        form.replace("{{ title }}", "与党组织失去联系党员登记表"),
    );
    assert_eq!(build(&workspace), (2, 16));
}

/// A file of `out/` that was changed or removed is made again, whatever its date.
#[test]
fn what_is_not_as_it_was_written_is_made_again() {
    let workspace = sample::workspace();
    build(&workspace);
    let card = format!("out/{OFFICE}/附件1/张建国.pdf");
    let whole = workspace.read(&card);
    workspace.write(&card, &whole[..whole.len() - 1]);
    assert_eq!(build(&workspace), (1, 17));
    assert!(workspace.read(&card) == whole);
    workspace.remove(&card);
    assert_eq!(build(&workspace), (1, 17));
    workspace.write("out/清单.json", "{");
    assert_eq!(build(&workspace), (18, 0));
}

/// An error of a page that is found while all else is unchanged: nothing is written,
/// and that is what is said.
#[test]
fn an_error_among_what_has_changed_leaves_all_as_it_was() {
    let workspace = sample::workspace();
    build(&workspace);
    let before = workspace.tree("out");
    workspace.edit(ZHANG, "性别: 男\n", "性别: 男\n籍贯: 会宁\u{323b0}\n");
    let run = workspace.expect(1, &["build"]);
    assert_eq!(run.codes(), ["E1102"]);
    assert!(run.stderr.contains("没有写任何文件"), "{}", run.stderr);
    assert!(!run.stderr.contains("做好"), "{}", run.stderr);
    assert_eq!(workspace.tree("out"), before);
}
