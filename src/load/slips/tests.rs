//! Slips and what each is told as: the text, then for each slip its line and column, what
//! it is, and the line as it should read; an exclamation mark where `--fix` writes it.

use super::*;
use crate::model::node::line_column;

/// What is told of a text.
fn told(text: &str) -> Vec<String> {
    let told = |fault: TreeFault| {
        let (line, column) = line_column(text, fault.span.range().start);
        let cause = match fault.cause {
            YamlCause::Conflict { marks, .. } => {
                let lines = marks.map(|mark| mark.map(|at| line_column(text, at.range().start).0));
                format!("Conflict {lines:?}")
            }
            cause => format!("{cause:?}"),
        };
        let mend = fault.mend.map_or(String::new(), |mend| {
            let sure = if mend.is_sure { "!" } else { "" };
            format!(" → {}{sure}", mend.line.trim_start())
        });
        format!("{line}:{column} {cause}{mend}")
    };
    slips(text).into_iter().map(told).collect()
}

#[test]
fn none_is_told_twice() {
    let first = "姓名 三\n- x: [\n";
    let blocks = include_str!("tests.txt").split("\n====\n");
    let texts = blocks.filter_map(|block| block.split("----\n").next());
    for text in std::iter::once(first).chain(texts) {
        let mut told = told(text);
        let all = told.len();
        told.dedup();
        assert_eq!(told.len(), all, "{text}{told:?}");
    }
}

#[test]
fn each_is_told_as_what_it_is() {
    let mut faults = Vec::new();
    for block in include_str!("tests.txt")
        .split("\n====\n")
        .map(|block| format!("{block}\n"))
    {
        let (text, expected) = block.split_once("----\n").expect("what is told");
        let text = text.replace("<TAB>", "\t").replace("<NBSP>", "\u{a0}");
        let told = told(&text).join("\n");
        if told != expected.trim_end() {
            faults.push(format!("{text}----\n{told}\n"));
        }
        if is_sound(&text) {
            faults.push(format!("sound:\n{text}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("====\n"));
}
