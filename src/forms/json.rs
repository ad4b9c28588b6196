//! A declaration as a layout reads it: every value is the text that stands in the file,
//! but for widths, which are numbers, and what is yes or no.

use serde_json::{Value, json};

use super::declaration::Declaration;
use super::stamp::CELL;
use crate::model::code::Code as _;
use crate::model::node::{Kind, Node};

/// The key of widths.
const WIDTH: &str = "宽";
/// The keys that say yes or no.
const FLAGS: [&str; 8] = [
    "上报",
    "提示",
    "只看合计",
    "合计在前",
    "行次",
    "列号",
    "逐级",
    CELL,
];

/// The tree of a file as JSON; the paper is called as the list of papers has it,
/// and 自行设计 says whether it is a form of one's own.
pub fn of(node: &Node, form: &Declaration, is_own: bool) -> Value {
    let mut json = value(node, "");
    json["自行设计"] = json!(is_own);
    json["纸张"] = json!(form.paper.word());
    if json.get("标题").is_none() {
        json["标题"] = json!(form.title);
    }
    json
}

fn value(node: &Node, key: &str) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Scalar(text) => {
            let number = text.trim().parse::<f64>().ok().filter(|_| key == WIDTH);
            let flag = text.parse::<bool>().ok().filter(|_| FLAGS.contains(&key));
            let written = node.with_spaces.as_deref().unwrap_or(text);
            number
                .map(|number| json!(number))
                .or(flag.map(|flag| json!(flag)))
                .unwrap_or_else(|| json!(written))
        }
        Kind::List(items) => items.iter().map(|item| value(item, key)).collect(),
        Kind::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|entry| (entry.key.clone(), value(&entry.value, &entry.key)));
            Value::Object(entries.collect())
        }
    }
}
