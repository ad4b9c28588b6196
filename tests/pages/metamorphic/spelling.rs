//! The same data written otherwise: the order of keys, quotation marks, blocks
//! or braces, comments, the order in which files come into being.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::{outputs, people, same};
use crate::common::Workspace;
use crate::harness::Files;

/// A hand that writes YAML, each in its own way, told by a number.
struct Hand(u64);

impl Hand {
    /// A number below `n` (xorshift).
    fn pick(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n
    }

    fn shuffled<T>(&mut self, items: impl IntoIterator<Item = T>) -> Vec<T> {
        let mut items: Vec<T> = items.into_iter().collect();
        for last in (1..items.len()).rev() {
            items.swap(last, self.pick(last + 1));
        }
        items
    }

    fn remark(&mut self) -> &'static str {
        ["", "", "", "   # 已核对"][self.pick(4)]
    }

    /// A text on one line.
    fn text(&mut self, text: &str) -> String {
        match self.pick(3) {
            0 if !text.is_empty() => text.to_owned(),
            1 => format!("'{text}'"),
            _ => format!("\"{text}\""),
        }
    }

    /// Anything on one line, in braces and brackets.
    fn in_line(&mut self, value: &Value) -> String {
        match value {
            Value::Object(map) => {
                let entries = self.shuffled(map);
                let entry = |(key, value): (&String, &Value)| {
                    format!("{}: {}", self.text(key), self.in_line(value))
                };
                format!(
                    "{{{}}}",
                    entries
                        .into_iter()
                        .map(entry)
                        .collect::<Vec<_>>()
                        .join(", ")
                )
            }
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.in_line(item)).collect();
                format!("[{}]", items.join(" , "))
            }
            Value::String(text) => self.text(text),
            other => other.to_string(),
        }
    }

    /// A block of keys, indented.
    fn block(&mut self, map: &serde_json::Map<String, Value>, depth: usize) -> String {
        let margin = " ".repeat(depth);
        let mut yaml = String::new();
        for (key, value) in self.shuffled(map) {
            yaml += ["", "", "\n", "# 以下由本人填写\n"][self.pick(4)];
            let value = self.behind(value, depth);
            yaml += &format!("{margin}{}:{value}", self.text(key));
        }
        yaml
    }

    /// What stands behind a key and its colon, to the end of the last line.
    fn behind(&mut self, value: &Value, depth: usize) -> String {
        let margin = " ".repeat(depth);
        let deeper = depth + 1 + self.pick(4);
        match (value, self.pick(3)) {
            (Value::Object(map), 1..) => format!("\n{}", self.block(map, deeper)),
            (Value::Array(items), 1..) => {
                let item = |item: &Value| format!("{margin}-  {}\n", self.in_line(item));
                format!("\n{}", items.iter().map(item).collect::<String>())
            }
            (Value::String(text), 0) if !text.is_empty() => {
                let sign = ["|-", ">-"][self.pick(2)];
                format!(" {sign}\n{}{text}\n", " ".repeat(deeper))
            }
            _ => format!(" {}{}\n", self.in_line(value), self.remark()),
        }
    }

    fn file(&mut self, content: &Value) -> String {
        let start = ["", "---\n", "# 会宁县\n"][self.pick(3)];
        start.to_owned() + &self.block(content.as_object().expect("a block"), 0)
    }

    /// The files of the branch, in some order.
    fn files(&mut self) -> Vec<(String, String)> {
        let files = people::files().into_iter();
        let written = files.map(|(_, path, content)| (format!("data/{path}"), self.file(&content)));
        let written: Vec<_> = written.collect();
        self.shuffled(written)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_cell_hangs_on_how_a_file_is_written(seed in 1..u64::MAX) {
        let plain = super::bench(&people::files());
        let files = Hand(seed).files();
        let write = |folder: Files, (path, yaml): &(String, String)| folder.write(path, yaml);
        let other = files.iter().fold(Files::new(), write).open();
        let before = outputs(&plain);
        for (name, (_, view)) in outputs(&other) {
            prop_assert!(same(&before[&name].1, &view), "{}: {:?}\n{:?}", name, view, files);
        }
    }
}

/// All PDFs, and the summary in all its formats.
fn built(files: &[(String, String)]) -> BTreeMap<String, Vec<u8>> {
    let workspace = Workspace::empty();
    for (path, yaml) in files {
        workspace.write(path, yaml);
    }
    workspace.expect(0, &["build"]);
    let pdfs = workspace.pdfs().into_iter();
    let mut built: BTreeMap<_, _> = pdfs
        .map(|path| (path.clone(), workspace.read(&format!("out/{path}"))))
        .collect();
    for format in ["text", "json", "yaml", "csv"] {
        let summary = workspace.expect(0, &["summary", "--format", format]);
        built.insert(format!("summary: {format}"), summary.stdout.into_bytes());
    }
    built
}

#[test]
fn no_byte_hangs_on_how_files_are_written_or_in_which_order() {
    let files = people::files().into_iter();
    let plain = files.map(|(_, path, content)| (format!("data/{path}"), content.to_string()));
    let plain: Vec<_> = plain.collect();
    let expected = built(&plain);
    // Three cards, six forms, four formats.
    assert_eq!(expected.len(), 13, "{:?}", expected.keys());
    let backwards: Vec<_> = plain.iter().rev().cloned().collect();
    let hands = [1, 2].map(|seed| Hand(seed).files());
    for files in hands.into_iter().chain([backwards]) {
        let found = built(&files);
        for (name, bytes) in &expected {
            assert!(Some(bytes) == found.get(name), "{name} differs\n{files:?}");
        }
        assert_eq!(found.len(), expected.len());
    }
}
