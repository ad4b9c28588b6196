//! Family 00: keys.

pub mod cut_by_comment;
pub mod duplicate_key;
pub mod missing_key;
pub mod not_list;
pub mod not_map;
pub mod not_scalar;
pub mod unknown_key;

use crate::check::rule::{Lang, registered};
use crate::model::files::named;
use crate::model::unknown::Block;

registered! {
    unknown_key duplicate_key missing_key not_map not_list not_scalar cut_by_comment
}

/// So many keys are listed; more have a page of their own.
const MOST: usize = 12;

/// The keys that a block can have, or where they are told.
fn listed(block: &Block, keys: &[&str], lang: Lang) -> String {
    // What the keys of forms are for stands in the documentation.
    let has_page = !named(&block.name).is_empty();
    let list = match lang {
        Lang::Zh => format!("可写：{}", keys.join("、")),
        Lang::En => format!("keys: {}", keys.join(", ")),
    };
    let name = &block.name;
    match (has_page, keys.len() > MOST, lang) {
        (false, ..) => list,
        (true, false, Lang::Zh) => format!("{list}；说明见 paicha explain {name}"),
        (true, false, Lang::En) => format!("{list}; see paicha explain {name}"),
        (true, true, Lang::Zh) => format!("可写哪些键，见 paicha explain {name}"),
        (true, true, Lang::En) => format!("for its keys see paicha explain {name}"),
    }
}
