//! A block holds keys and values.

use super::listed;
use crate::check::prelude::*;
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
            "the keys below stand on lines of their own, two spaces in; drop the line where there is nothing"
        }
    };
    match (&keys[..], lang) {
        ([], _) => how.to_owned(),
        (_, Lang::Zh) => format!("{how}。{}", listed(block, &keys, lang)),
        (_, Lang::En) => format!("{how}; {}", listed(block, &keys, lang)),
    }
}
