//! Heads looked up among the keys, and in the table of what people write instead of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::heading::{Computed, Purpose, asked};
use crate::author::member;
use crate::forms::PHOTO;
use crate::model::key::Key;
use crate::model::meant::{Place, bare, joined, places};
use crate::model::member::Member;
use crate::model::numbered::Document;
use crate::model::other_names::{OtherName, is_near, names};
use crate::model::provenance::KeyId;

/// The name by which the table knows members' files.
const FILE: &str = <Member as Document>::NAME;

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| places(<Member as Document>::KEYS));

/// The names of the table as they are compared, by the block and the name.
type Names = HashMap<(&'static str, String), (&'static str, &'static OtherName)>;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let blocks = PLACES.iter().map(|place| place.route.as_str());
    let all = blocks.flat_map(|block| names(FILE, block).map(move |one| (block, one)));
    let all = all.map(|(block, (name, meant))| ((block, bare(name)), (name, meant)));
    // Of two that are alike the first stands.
    all.collect::<Vec<_>>().into_iter().rev().collect()
});

/// A head without the marks that say that it must be filled in.
pub fn plain(head: &str) -> String {
    let head = bare(head);
    head.trim_matches(['*', '＊', '※', '★', '☆']).to_owned()
}

/// The route of the block that a head stands for.
pub fn block(head: &str) -> Option<&'static str> {
    let head = plain(head);
    let is_block = |route: &str| PLACES.iter().any(|place| place.route == route);
    let own = PLACES.iter().find(|place| {
        let last = place.route.rsplit('.').next();
        !place.route.is_empty() && last == Some(&*head)
    });
    let named = || match NAMES.get(&("", head.clone()))?.1 {
        OtherName::Keys(keys) => keys.iter().copied().find(|key| is_block(key)),
        _ => None,
    };
    own.map(|place| place.route.as_str()).or_else(named)
}

/// A head within the block of a head above it, or in one below that.
pub fn within(block: &'static str, own: &str) -> Option<Purpose> {
    let below = format!("{block}.");
    let in_block = by_key(own, &|place| place.route == block);
    in_block
        .or_else(|| by_name(block, own))
        .or_else(|| by_key(own, &|place| place.route.starts_with(&below)))
}

/// Keys of this name in blocks; those of lists have no column.
fn by_key(own: &str, is_meant: &dyn Fn(&Place) -> bool) -> Option<Purpose> {
    let found = PLACES
        .iter()
        .filter(|place| is_meant(place))
        .flat_map(|place| {
            let keys = place.keys.iter().filter(|key: &&Key| key.name == own);
            keys.filter_map(|key| member::key(&joined(&place.route, key.name)))
        });
    of_keys(found.map(KeyId::route).collect())
}

/// Keys of blocks, where the name is that of few.
pub fn elsewhere(own: &str) -> Option<Purpose> {
    let found = by_key(own, &|place| !place.route.is_empty())?;
    let is_few = !matches!(&found, Purpose::Several(keys) if keys.len() > FEW);
    is_few.then_some(found)
}

/// More keys than these are no answer.
const FEW: usize = 3;

fn of_keys(routes: Vec<&'static str>) -> Option<Purpose> {
    match routes[..] {
        [] => None,
        [route] => member::key(route).map(Purpose::Key),
        _ => Some(Purpose::Several(routes)),
    }
}

/// The keys themselves, and what is written for them in a block.
pub fn by_name(block: &'static str, own: &str) -> Option<Purpose> {
    let is_top = block.is_empty() && PLACES[0].keys.iter().any(|key| key.name == own);
    let key = is_top.then(|| member::key(own)).flatten();
    if let Some(key) = key {
        return Some(match key.route() {
            // What stands in such a column is hardly the name of a file.
            PHOTO => asked(Purpose::Key(key)),
            _ => Purpose::Key(key),
        });
    }
    if let Some(place) = PLACES
        .iter()
        .find(|place| block.is_empty() && !own.is_empty() && place.route == own)
    {
        return Some(presence(&place.route, own));
    }
    let (name, meant) = *NAMES.get(&(block, own.to_owned()))?;
    let found = match meant {
        OtherName::Folder => Purpose::Branch,
        OtherName::Follows(keys) => match keys[..] {
            [] => Purpose::Number,
            ["出生年月"] => Purpose::Computed(Computed::Age),
            ["转正日期"] if name == "党龄" => Purpose::Computed(Computed::Standing),
            ["转正日期"] => Purpose::Computed(Computed::Category),
            ["停止党籍日期", ..] => Purpose::Computed(Computed::State),
            _ => Purpose::Computed(Computed::Lost),
        },
        OtherName::Keys(keys) => match keys[..] {
            [route] if PLACES.iter().any(|place| place.route == route) => presence(route, own),
            _ => of_keys(
                keys.iter()
                    .copied()
                    .filter(|key| member::key(key).is_some())
                    .collect(),
            )?,
        },
    };
    Some(match is_near(FILE, block, name) || found == photo() {
        true => asked(found),
        false => found,
    })
}

/// The key of photos.
fn photo() -> Purpose {
    member::key(PHOTO).map_or(Purpose::Unknown, Purpose::Key)
}

/// A block as a column says whether there is one, where it asks so, or where the program
/// knows of whom that is said.
fn presence(route: &'static str, own: &str) -> Purpose {
    let is_question = own.starts_with("是否") || own.starts_with("有无");
    match is_question || matches!(route, "失联" | "流动") {
        true => Purpose::Computed(Computed::Has(route)),
        false => Purpose::Unknown,
    }
}
