//! The numbers of keys: which file a key stands in, and by which route.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::field::Route;
use super::key::Key;
use super::meaning::Shape;
use super::member::Member;
use super::node::{Node, Span};
use super::noted::{Noted, Notes};
use super::organisation::Organisation;
use super::problem::Problem;
use super::provenance::{KeyId, Keys};
use super::record::Record;
use super::round::Round;
use super::settings::Settings;

/// How much a file may hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Characters of a text.
    pub text: usize,
    /// Items of a list.
    pub list: usize,
    /// Keys in all.
    pub keys: usize,
}

impl Limits {
    /// What is written by hand about one member, one organisation, one round.
    pub const RECORD: Self = Self {
        text: 20_000,
        list: 500,
        keys: 2_000,
    };
    /// Tables of figures, and what describes tables.
    pub const TABLES: Self = Self {
        text: 20_000,
        list: 100_000,
        keys: 100_000,
    };
}

/// What a YAML file is read as.
pub trait Document: Sized {
    /// How much it may hold.
    const LIMITS: Limits;

    /// The name by which the keys of the file are asked for.
    const NAME: &'static str;

    /// The keys at the top of the file.
    const KEYS: &'static [Key];

    /// Reads the tree of a file; faults go to `problems`.
    fn read(node: &Node, problems: &mut Vec<Problem>) -> Self;

    /// The keys at and below one at the top of the file.
    fn keys_of(name: &str) -> Keys;
}

impl<R: Numbered> Document for R {
    const LIMITS: Limits = R::LIMITS;
    const NAME: &'static str = R::NAME;
    const KEYS: &'static [Key] = <R as Record>::KEYS;

    fn read(node: &Node, problems: &mut Vec<Problem>) -> Self {
        Record::read(node, Span::default(), R::FIRST, problems)
    }

    fn keys_of(name: &str) -> Keys {
        <R as Record>::keys_of(R::FIRST, name)
    }
}

/// A file whose keys have numbers.
pub trait Numbered: Record {
    /// The number of its first key.
    const FIRST: KeyId;

    /// How much it may hold.
    const LIMITS: Limits = Limits::RECORD;

    /// The name by which the keys of the file are asked for.
    const NAME: &'static str;

    /// The key of a route without numbers of items; none where there is no such key.
    fn key(route: &str) -> Option<KeyId> {
        let route = route.replace("[]", "");
        let own = &ROUTES[usize::from(Self::FIRST.number())..][..usize::from(Self::SIZE)];
        let mut own = own.iter().map(|(known, _)| known.replace("[]", ""));
        let offset = own.position(|known| known == route)?;
        Some(Self::FIRST.plus(u16::try_from(offset).ok()?))
    }
}

/// The routes of all keys that have numbers, in the order of these.
static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
    let mut routes = Vec::new();
    Member::routes("", &mut routes);
    Organisation::routes("", &mut routes);
    Round::routes("", &mut routes);
    routes
});

/// No key has so many bytes.
const LONGEST: usize = 100;

/// Whether any file has such a key, in whatever block.
pub fn is_key(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let routes = ROUTES.iter().map(|(route, _)| route.rsplit('.').next());
        routes
            .flatten()
            .map(|name| name.trim_end_matches("[]"))
            .collect()
    });
    // A text of any length may be asked for.
    name.len() < LONGEST && NAMES.contains(name)
}

/// Whether a list of values stands behind a key of this name, in whatever block it is.
pub fn is_list_key(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let name = |route: &'static str| route.rsplit('.').next();
        let is_list = |shape: &Shape| matches!(shape, Shape::Scalars(_));
        let others = ROUTES.iter().filter(|(_, shape)| !is_list(shape));
        let others: HashSet<&str> = others.filter_map(|(route, _)| name(route)).collect();
        let lists = ROUTES.iter().filter(|(_, shape)| is_list(shape));
        let lists = lists.filter_map(|(route, _)| name(route));
        let lists = lists.map(|name| name.trim_end_matches("[]"));
        lists.filter(|name| !others.contains(name)).collect()
    });
    name.len() < LONGEST && NAMES.contains(name)
}

impl Numbered for Member {
    const FIRST: KeyId = KeyId(0);
    const NAME: &'static str = "党员";
}

impl Numbered for Organisation {
    const FIRST: KeyId = KeyId(Member::SIZE);
    const NAME: &'static str = "党组织";
}

impl Numbered for Round {
    const FIRST: KeyId = KeyId(Member::SIZE + Organisation::SIZE);
    const NAME: &'static str = "排查";
}

/// What it sets makes no value of a form.
impl Numbered for Settings {
    const FIRST: KeyId = KeyId::NONE;
    const NAME: &'static str = "paicha";
}

const _: () = assert!(Member::SIZE + Organisation::SIZE + Round::SIZE <= Keys::ROOM);

impl<'a, R: Numbered> Noted<'a, R> {
    /// A record that notes its keys there.
    pub fn on(record: &'a R, notes: &'a Notes) -> Self {
        let first = R::FIRST;
        Self {
            record,
            first,
            notes,
        }
    }
}

/// The files that keys stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFile {
    /// A member's.
    Member,
    /// An organisation's: the member's, or one above it.
    Organisation,
    /// The round's.
    Round,
}

impl KeyId {
    /// The file that it stands in.
    pub fn file(self) -> KeyFile {
        if self < Organisation::FIRST {
            KeyFile::Member
        } else if self < Round::FIRST {
            KeyFile::Organisation
        } else {
            KeyFile::Round
        }
    }

    /// Its route, with `[]` for the items of lists of blocks.
    pub fn route(self) -> &'static str {
        let route = ROUTES.get(usize::from(self.number()));
        route.map_or("", |(route, _)| route)
    }

    /// What can stand behind it.
    pub fn shape(self) -> Shape {
        let route = ROUTES.get(usize::from(self.number()));
        route.map_or(Shape::Other, |(_, shape)| *shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_route_of_its_own() {
        let sizes = Member::SIZE + Organisation::SIZE + Round::SIZE;
        let routes: Vec<_> = (0..sizes)
            .map(|number| (KeyId(number).file(), KeyId(number).route()))
            .collect();
        for (index, (file, route)) in routes.iter().enumerate() {
            assert!(!route.is_empty(), "{index}");
            let again = routes.iter().filter(|(f, r)| (f, r) == (file, route));
            assert_eq!(again.count(), 1, "{route}");
        }
        for route in [
            "姓名",
            "转出.查找记录[].日期",
            "失联.核实.改正结果",
            "处置[].方式",
        ] {
            let key = Member::key(route).expect("a key");
            assert_eq!(key.route(), route);
        }
        let key = Organisation::key("简称").expect("a key");
        assert_eq!((key.file(), key.route()), (KeyFile::Organisation, "简称"));
    }
}
