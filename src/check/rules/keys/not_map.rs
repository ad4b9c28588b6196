//! A block holds keys and values.

use super::{MOST, listed};
use crate::check::prelude::*;
use crate::model::key::sample;
use crate::model::unknown::Block;

rule! {
    /// One value or a list stands where a block of keys belongs.
    NotMap {
        /// The block.
        block: Block,
    } = E0053 "应为一组键" Error;
    zh "这里应是一组“键: 值”" { way(block, Lang::Zh) };
    en "a block of keys belongs here" { way(block, Lang::En) };
}

fn way(block: &Block, lang: Lang) -> String {
    let keys: Vec<&str> = block.keys.iter().map(|key| key.name).collect();
    let how = match lang {
        Lang::Zh => "下一层的键另起一行，缩进两格；没有的，删去这一行",
        Lang::En => {
            "the keys stand on lines below, two spaces in; where there is nothing, drop the line"
        }
    };
    if keys.is_empty() {
        return how.to_owned();
    }
    let example = match (keys.len() > MOST, lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("。例如 {}", sample(block.keys)),
        (false, Lang::En) => format!(", as {}", sample(block.keys)),
    };
    let listed = listed(block, &keys, lang);
    match lang {
        Lang::Zh => format!("{how}{example}。{listed}"),
        Lang::En => format!("{how}{example}; {listed}"),
    }
}
