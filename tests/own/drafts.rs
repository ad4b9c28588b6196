//! A preview of a form whose declaration is at fault: what is wrong is told with its place
//! and the way out, and what can be drawn is drawn.

use crate::common::{Run, Workspace, paicha, run};
use crate::{table, with_form};

const FAULTY: &str = "编号: 名册\n纸张: 纵向\n范围: 党支部\n筛选: 年令 > 60\n\
    列:\n  - {键: 序号, 表头: 序号}\n  - {键: 姓民, 表头: 姓名}\n  - {键: 性别, 表头: 性别}\n\
    \x20 - {表头: 天数, 值: \"天数(入党日期)\"}\n";

fn preview(workspace: &Workspace, form: &str) -> Run {
    // Pictures go into the folder where one works.
    let mut command = paicha();
    command.current_dir(workspace.root());
    run(command.args(["layouts", "preview", form]))
}

#[test]
fn a_faulty_declaration_is_told_and_drawn_as_far_as_it_goes() {
    let workspace = with_form("名册", FAULTY);
    let told = preview(&workspace, "名册");
    assert_eq!(told.code, 1, "{}", told.stderr);
    for (place, words) in [
        ("form.yaml:1:", "标题"),
        ("form.yaml:1:", "输出"),
        ("form.yaml:4:5", "是不是“年龄”？"),
        ("form.yaml:7:", "是不是“姓名”？"),
        ("form.yaml:9:", "括号里要写 2 个值"),
    ] {
        assert!(told.stderr.contains(place), "{place}\n{}", told.stderr);
        assert!(told.stderr.contains(words), "{words}\n{}", told.stderr);
    }
    // Only what is wrong with the declaration.
    let places = told.stderr.lines().filter(|line| line.contains("--> "));
    let others = places.filter(|line| !line.contains("layouts/名册/form.yaml"));
    assert_eq!(others.count(), 0, "{}", told.stderr);
    for file in ["名册-1.png", "名册-空白-1.png"] {
        assert!(told.stdout.contains(file), "{}", told.stdout);
        assert!(workspace.read(file).starts_with(b"\x89PNG"));
    }
    // No other command takes it for a form.
    let run = workspace.run(&["build", "--only", "名册"]);
    assert_ne!(run.code, 0);
    assert!(workspace.pdfs().is_empty());
}

/// Of columns that add up to each other nothing can be drawn.
#[test]
fn a_circle_is_told_without_a_picture() {
    let columns = "  - {头: 甲, 名: 甲, 和: [乙]}\n  - {头: 乙, 名: 乙, 和: [甲]}\n";
    let form = table("行: {按: 性别, 值: [男, 女], 合计: 合计}\n", columns);
    let workspace = with_form("统计", &form);
    let told = preview(&workspace, "统计");
    assert_eq!(
        (told.code, told.stdout.as_str()),
        (1, ""),
        "{}",
        told.stderr
    );
    assert!(told.stderr.contains("form.yaml:10:"), "{}", told.stderr);
}
