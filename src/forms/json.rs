//! A declaration as a layout reads it: every value is the text that stands in the file,
//! but for widths, which are numbers, and what is yes or no, or a word of a list, which are
//! what they mean, however they are written.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::declaration::Declaration;
use super::source::FormSource;
use crate::model::code::Code as _;
use crate::model::meaning::Meaning;
use crate::model::node::{Kind, Node};
use crate::model::record::Record as _;

/// The key of widths.
const WIDTH: &str = "宽";

/// What values mean, by their place and their text: of what an alias repeats, all stand at
/// one place.
type Meanings = HashMap<(usize, String), Value>;

/// The tree of a file as JSON; the paper is called as the list of papers has it,
/// and 自行设计 says whether it is a form of one's own.
pub fn of(node: &Node, source: &FormSource, form: &Declaration, is_own: bool) -> Value {
    let mut meanings = Meanings::new();
    source.each(&mut |value| {
        let meaning = match value.meaning() {
            Some(Meaning::Flag(flag)) => json!(flag),
            Some(Meaning::Word(word, _)) => json!(word),
            _ => return,
        };
        let place = value.span().range().start;
        meanings.insert((place, value.text().to_owned()), meaning);
    });
    let mut json = value(node, "", &meanings);
    json["自行设计"] = json!(is_own);
    json["纸张"] = json!(form.paper.word());
    if json.get("标题").is_none() {
        json["标题"] = json!(form.title);
    }
    json
}

fn value(node: &Node, key: &str, meanings: &Meanings) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Scalar(text) => {
            let number = text.trim().parse::<f64>().ok().filter(|_| key == WIDTH);
            let meant = meanings.get(&(node.span.range().start, text.trim().to_owned()));
            let written = node.with_spaces.as_deref().unwrap_or(text);
            number
                .map(|number| json!(number))
                .or(meant.cloned())
                .unwrap_or_else(|| json!(written))
        }
        Kind::List(items) => items
            .iter()
            .map(|item| value(item, key, meanings))
            .collect(),
        Kind::Map(entries) => {
            let entries = entries.iter();
            let entries =
                entries.map(|entry| (entry.key.clone(), value(&entry.value, &entry.key, meanings)));
            Value::Object(entries.collect())
        }
    }
}
