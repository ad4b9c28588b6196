//! What git could not merge is merged by hand.

use crate::check::prelude::*;

rule! {
    /// Marks of a conflict.
    Conflict {
        /// What git calls the two sides; empty where that does not stand there.
        sides: [String; 2],
    } = E0049 "合并冲突没有解决" Error;
    zh {
        let sides = match between(sides, " 和 ") {
            Some(sides) => format!("（{sides}）"),
            None => String::new(),
        };
        format!("git 合并时两边{sides}改了同一处，这里留下了冲突标记")
    } "“<<<<<<<”下面是自己的，“=======”下面是对方的：留下对的内容，删去各行标记";
    en {
        let sides = match between(sides, " and ") {
            Some(sides) => format!(" of {sides}"),
            None => String::new(),
        };
        format!("git could not merge this place{sides} and left its marks")
    } "below <<<<<<< stands this side, below ======= the other: keep what is right and remove the lines of marks";
}

/// The names of both sides, as far as they are there.
fn between(sides: &[String; 2], and: &str) -> Option<String> {
    let named: Vec<&str> = sides
        .iter()
        .map(String::as_str)
        .filter(|side| !side.is_empty())
        .collect();
    (!named.is_empty()).then(|| named.join(and))
}
