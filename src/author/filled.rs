//! Keys that stand in a file with nothing behind them, filled.

use super::member::{is_but_for, kind, put, steps};
use crate::load::{parse, text_of_new};
use crate::model::node::{Entry, Kind, Node};
use crate::model::provenance::KeyId;

/// What stands behind a key where nothing is said.
const NOTHING: [&str; 10] = [
    "", "~", "null", "Null", "NULL", "\"\"", "''", "[]", "{}", "[ ]",
];

/// A file with values behind a key that stands there with nothing behind it, or in a block
/// that does; none where more than that would change.
pub fn filled(text: &str, key: KeyId, texts: &[String]) -> Option<String> {
    let tree = parse(text).ok()?;
    let steps = steps(key);
    let (entry, rest) = empty(&tree, &steps)?;
    let start = entry.key_span.range().start;
    let behind = entry.key_span.range().end;
    // A key may stand in quotes.
    let colon = behind + text.get(behind..)?.find(':')? + 1;
    let is_key = text
        .get(behind..colon)?
        .trim_matches(['"', '\'', ' ', ':'])
        .is_empty();
    let line = text.get(colon..)?.lines().next().unwrap_or_default();
    let said = line.split(" #").next().unwrap_or_default();
    if !is_key || !NOTHING.contains(&said.trim()) {
        // Within braces others follow on the line.
        let begin = colon + (line.len() - line.trim_start().len());
        let quotes = text.get(begin..begin + 2)?;
        let is_alone = text.get(begin + 2..)?.trim_start().starts_with([',', '}']);
        let ([one], true) = (texts, is_key && is_alone && matches!(quotes, "\"\"" | "''")) else {
            return None;
        };
        let one = serde_json::Value::from(one.as_str()).to_string();
        let edited = format!("{}{one}{}", text.get(..begin)?, text.get(begin + 2..)?);
        return is_but_for(text, &edited, key, texts).then_some(edited);
    }
    let value = match rest {
        [] => kind(key, texts),
        rest => {
            let mut entries = Vec::new();
            put(&mut entries, rest, kind(key, texts));
            Kind::Map(entries)
        }
    };
    let written = text_of_new(&Kind::Map(vec![Entry {
        key: entry.key.clone(),
        key_span: entry.key_span,
        value: Node::from(value),
    }]));
    let above = text.get(..start)?;
    let indent = start - above.rfind('\n').map_or(0, |at| at + 1);
    let lines: Vec<&str> = written.trim_end().lines().collect();
    let new = lines.join(&format!("\n{}", " ".repeat(indent)));
    let value_at = written.find(':')? + 1;
    let end = colon + said.trim_end().len();
    let edited = format!(
        "{}{}{}",
        text.get(..colon)?,
        new.get(value_at..)?,
        text.get(end..)?
    );
    is_but_for(text, &edited, key, texts).then_some(edited)
}

/// The entry on the way to a key behind which nothing stands, and the steps below it.
fn empty<'a, 's>(tree: &'a Node, steps: &'s [&'s str]) -> Option<(&'a Entry, &'s [&'s str])> {
    let mut node = tree;
    for (at, step) in steps.iter().enumerate() {
        let entry = node.get(step)?;
        let is_empty = match &entry.value.kind {
            Kind::Map(entries) => entries.is_empty(),
            Kind::List(items) => items.is_empty(),
            Kind::Null | Kind::Scalar(_) => entry.value.is_empty(),
        };
        if is_empty {
            return Some((entry, &steps[at + 1..]));
        }
        node = &entry.value;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::member::key;

    #[test]
    fn what_says_nothing_is_filled_and_all_else_stays() {
        for (line, route, texts, filled_line) in [
            ("籍贯:", "籍贯", &["甘肃"][..], Some("籍贯: 甘肃")),
            ("籍贯: # 待补", "籍贯", &["甘肃"], Some("籍贯: 甘肃 # 待补")),
            ("籍贯: \"\"", "籍贯", &["甘肃"], Some("籍贯: 甘肃")),
            ("籍贯: ~ # 问", "籍贯", &["甘肃"], Some("籍贯: 甘肃 # 问")),
            (
                "入党介绍人: []",
                "入党介绍人",
                &["李明", "王强"],
                Some("入党介绍人:\n  - 李明\n  - 王强"),
            ),
            (
                "学历学位:",
                "学历学位.在职教育.学历",
                &["大专"],
                Some("学历学位:\n  在职教育:\n    学历: 大专"),
            ),
            (
                "学历学位:\n  全日制教育:\n  在职教育: {学历: 大专}",
                "学历学位.全日制教育.学历",
                &["中专"],
                Some("学历学位:\n  全日制教育:\n    学历: 中专\n  在职教育: {学历: 大专}"),
            ),
            (
                "学历学位: {在职教育: {学历: \"\", 学位: \"\"}}",
                "学历学位.在职教育.学历",
                &["大专"],
                Some("学历学位: {在职教育: {学历: \"大专\", 学位: \"\"}}"),
            ),
            ("籍贯: 甘肃", "籍贯", &["陕西"], None),
        ] {
            let text = |line: &str| format!("姓名: 甲\n{line}\n备注: 乙 # 丙\n");
            let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
            let key = key(route).expect(route);
            assert_eq!(
                filled(&text(line), key, &texts),
                filled_line.map(text),
                "{line}"
            );
        }
    }
}
