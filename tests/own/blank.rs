//! Blank tables of organisations have rows to write these into.

use crate::with_form;

/// How many lines of the blank form go over the whole width.
fn whole_lines(form: &str, declaration: &str) -> usize {
    let workspace = with_form(form, declaration);
    workspace.expect(0, &["build", "--blank", "--only", form]);
    let grid = workspace.expect(0, &["layouts", "grid", form]).stdout;
    let across = grid.split("竖线").next().unwrap_or_default();
    let lines = across.lines().filter_map(|line| {
        let numbers = line.trim().strip_prefix("- [")?.strip_suffix(']')?;
        let numbers: Vec<f64> = numbers
            .split(", ")
            .filter_map(|it| it.parse().ok())
            .collect();
        Some(numbers[2] - numbers[1])
    });
    let lines: Vec<f64> = lines.collect();
    let widest = lines.iter().copied().fold(0.0, f64::max);
    lines.iter().filter(|width| widest - **width < 0.5).count()
}

/// A total alone has three lines: above the heads, below them, below itself.
#[test]
fn blank_tables_of_organisations_have_empty_rows() {
    let own = include_str!("../../docs/examples/各支部/form.yaml");
    assert!(whole_lines("各支部", own) >= 3 + 8);
    let several = include_str!("../../docs/examples/情况表/form.yaml");
    // Of three tables: the first has two rows and a total, the others room to write.
    assert!(whole_lines("情况表", several) >= 5 + 4 + 3);
    let last = own.replace(", 合计在前: true", "");
    assert!(whole_lines("各支部", &last) >= 3 + 8);
}
