//! What stands above and below a table: names and values side by side.

use serde_json::Value as Json;

use super::Reading;
use crate::check::rules::forms::declaration::{DeclarationFault, Millimetres};
use crate::forms::cells::PAIRS;
use crate::forms::source::{FormSource, Paper};
use crate::model::scalars::Formula;
use crate::model::value::Value;

/// How pairs are called in print, where that is not their own name.
const COMMON: &str = include_str!("../../../layouts/lib/common.json");

/// The day, whose places need more room than a short value, in characters; and the gap
/// beside each pair. As in `layouts/lib/lines.typ`, where up to two share a line otherwise.
const DAY: (&str, usize) = ("填表日期", 7);
const SHORT: usize = 4;
const GAP: usize = 1;
const MANY: usize = 3;
/// The width of a character in mm.
const CHARACTER: f64 = 12.0 * 25.4 / 72.0;

impl Reading<'_> {
    /// What can stand above and below a table, and has room side by side.
    pub(super) fn pairs(&mut self, source: &FormSource, paper: Paper) {
        for pair in source.head.iter().chain(&source.foot) {
            if !PAIRS.contains(&pair.text.as_str()) {
                self.fault(pair.span, DeclarationFault::Pair(pair.text.clone()));
            }
        }
        let room = paper.area().0;
        for (key, pairs) in [("表首", &source.head), ("表尾", &source.foot)] {
            let needed = needed(pairs);
            if let Some(last) = pairs.get(MANY - 1..).and_then(<[_]>::last)
                && needed > room
            {
                let fault =
                    DeclarationFault::TooManyPairs(key, Millimetres(needed), Millimetres(room));
                self.fault(last.span, fault);
            }
        }
    }
}

/// How wide pairs are side by side, in mm, at the least.
fn needed(pairs: &[Value<Formula>]) -> f64 {
    let common: Json = serde_json::from_str(COMMON).unwrap_or_default();
    let characters = pairs.iter().map(|pair| {
        let called = common["称"][&pair.text].as_str().unwrap_or(&pair.text);
        let value = if pair.text == DAY.0 { DAY.1 } else { SHORT };
        // A colon stands behind the name.
        called.chars().count() + 1 + value + GAP
    });
    characters.sum::<usize>() as f64 * CHARACTER
}
