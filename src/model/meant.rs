//! What an unknown key is meant for. That is asked once a file is read, for the key may
//! belong into another block of it; a key that is missing only since its name is written
//! otherwise is told once, as unknown.

use super::key::Key;
use super::nearest::near_keys;
use super::node::Span;
use super::other_names::{OtherName, names};
use super::problem::{Fault, Problem};
use super::unknown::{Meant, Unknown};
use super::usual::with_usual;

/// A block of a file.
pub struct Place {
    /// Its route, without the brackets of lists; empty at the top.
    pub route: String,
    /// Its keys.
    pub keys: &'static [Key],
}

/// The block at the top of a file and all below.
pub fn places(keys: &'static [Key]) -> Vec<Place> {
    let route = String::new();
    let mut places = vec![Place { route, keys }];
    let mut at = 0;
    while let Some(place) = places.get(at) {
        let below = place.keys.iter().filter(|key| !key.keys.is_empty());
        let below = below.map(|key| Place {
            route: joined(&place.route, key.name),
            keys: key.keys,
        });
        places.extend(below.collect::<Vec<_>>());
        at += 1;
    }
    places
}

/// The route of a key of a block.
pub fn joined(block: &str, key: &str) -> String {
    match block {
        "" => key.to_owned(),
        block => format!("{block}.{key}"),
    }
}

/// The block of a route, and its key there.
fn parted(route: &str) -> (&str, &str) {
    route.rsplit_once('.').unwrap_or(("", route))
}

/// Finds out for all unknown keys of a file what is meant, and takes out keys that are
/// missing for no other reason.
pub fn resolve(file: &str, keys: &'static [Key], problems: &mut Vec<Problem>) {
    let places = places(keys);
    let name = |keys: &'static [Key]| {
        let place = places.iter().find(|place| place.keys == keys);
        let route = place.map_or("", |place| &place.route);
        if route.is_empty() { file } else { route }.to_owned()
    };
    let mut missed = Vec::new();
    // Nobody reads what is said of more.
    for problem in problems.iter_mut().take(MOST_TOLD) {
        match &mut problem.fault {
            Fault::UnknownKey(unknown) => {
                let search = Search::of(file, &places, unknown);
                let found = search.found().unwrap_or(Meant::Nothing);
                let meant = search.placed(found);
                missed.extend(missing(unknown, &meant));
                unknown.meant = meant;
                unknown.block.name = name(unknown.block.keys);
            }
            Fault::NotMap(block) => block.name = name(block.keys),
            _ => {}
        }
    }
    problems.retain(|problem| match &problem.fault {
        Fault::MissingKey { key } => !missed.contains(&(problem.span, key.to_string())),
        _ => true,
    });
}

/// Where an unknown key stands.
struct Search<'a> {
    file: &'a str,
    places: &'a [Place],
    /// Blocks that are the same stand in several places: it is in one of them.
    own: Vec<&'a str>,
    unknown: &'a Unknown,
    key: String,
}

impl<'a> Search<'a> {
    fn of(file: &'a str, places: &'a [Place], unknown: &'a Unknown) -> Self {
        let own = places
            .iter()
            .filter(|place| place.keys == unknown.block.keys);
        Self {
            file,
            places,
            own: own.map(|place| place.route.as_str()).collect(),
            unknown,
            key: bare(&unknown.key),
        }
    }

    /// What is meant; keys by their routes.
    fn found(&self) -> Option<Meant> {
        if let Some(key) = self.respaced() {
            return Some(key);
        }
        let names_of_own = self
            .own
            .iter()
            .find_map(|block| self.by_name(block, &self.key));
        names_of_own
            .or_else(|| self.elsewhere(&|name| name == self.key))
            .or_else(|| self.by_name("", &self.key))
            .or_else(|| self.near_here())
            .or_else(|| {
                let all = self.places.iter().flat_map(|place| place.keys);
                let long = all
                    .map(|key| key.name)
                    .filter(|name| name.chars().count() > 3);
                let near = near_keys(&self.key, long);
                self.elsewhere(&|name| near.contains(&name))
            })
    }

    /// A key of the block itself that is only written with spaces in it, as forms print it:
    /// whatever else has this name, that one is meant.
    fn respaced(&self) -> Option<Meant> {
        let own = self.own.first()?;
        let mut keys = self.unknown.block.keys.iter();
        let key = keys.find(|key| bare(key.name) == self.key)?;
        Some(Meant::Here(vec![joined(own, key.name)]))
    }

    /// What the table of other names says.
    fn by_name(&self, block: &str, key: &str) -> Option<Meant> {
        let mut names = names(self.file, block).filter(|(name, _)| bare(name) == key);
        names.next().map(|(_, meant)| match meant {
            OtherName::Keys(keys) => Meant::Here(keys.iter().copied().map(str::to_owned).collect()),
            OtherName::Follows(keys) => Meant::Follows(keys),
            OtherName::Folder => Meant::Folder,
        })
    }

    /// Keys of other blocks: of those below, else of those nearest to the top.
    fn elsewhere(&self, is_it: &dyn Fn(&str) -> bool) -> Option<Meant> {
        let others = self
            .places
            .iter()
            .filter(|place| !self.own.contains(&&*place.route));
        let found = others.flat_map(|place| {
            let keys = place.keys.iter().filter(|key| is_it(key.name));
            keys.map(|key| joined(&place.route, key.name))
        });
        let found: Vec<String> = found.collect();
        let depth = |route: &str| route.matches('.').count();
        let is_below = |route: &&String| {
            let mut own = self.own.iter();
            own.any(|own| !own.is_empty() && route.starts_with(&format!("{own}.")))
        };
        let below: Vec<String> = found.iter().filter(is_below).cloned().collect();
        let found = if below.is_empty() { found } else { below };
        let least = found.iter().map(|route| depth(route)).min()?;
        few(found.into_iter().filter(|route| depth(route) == least))
    }

    /// Keys of the block that are not given, and other names of them, that are near; if a
    /// required one is among them, that is meant.
    fn near_here(&self) -> Option<Meant> {
        let own = self.own.first().copied().unwrap_or_default();
        let keys = self.unknown.block.keys.iter();
        let free = keys.filter(|key| !self.unknown.given.contains(&key.name));
        let free: Vec<&Key> = free.collect();
        let others = self.own.iter().flat_map(|block| names(self.file, block));
        let all = free
            .iter()
            .map(|key| key.name)
            .chain(others.map(|(name, _)| name));
        let near = near_keys(&self.key, all);
        let is_required = |name: &&&str| free.iter().any(|key| key.required && key.name == **name);
        let required: Vec<&str> = near.iter().filter(is_required).copied().collect();
        let near = if required.is_empty() { near } else { required };
        let routes = near
            .iter()
            .flat_map(|name| match self.by_name(own, &bare(name)) {
                Some(Meant::Here(routes)) => routes,
                Some(_) => Vec::new(),
                None => vec![joined(own, name)],
            });
        few(routes)
    }

    /// The keys that are meant as who reads of them needs them: by their names where they
    /// are of the block, else by their routes, with the line that gives the first.
    fn placed(&self, found: Meant) -> Meant {
        let Meant::Here(routes) = found else {
            return found;
        };
        match routes
            .iter()
            .all(|route| self.own.contains(&parted(route).0))
        {
            true => Meant::Here(
                routes
                    .iter()
                    .map(|route| parted(route).1.to_owned())
                    .collect(),
            ),
            false => {
                let line = routes
                    .first()
                    .map_or(String::new(), |route| self.line(route));
                Meant::Elsewhere(routes, line)
            }
        }
    }

    /// A line that gives a key: `学历学位: {全日制教育: {学历: …}}`.
    fn line(&self, route: &str) -> String {
        let keys = self.places.first().map_or(&[][..], |top| top.keys);
        let mut steps = route.split('.').peekable();
        let (mut keys, mut line, mut closing) = (keys, String::new(), String::new());
        while let Some(step) = steps.next() {
            line += &format!("{step}: ");
            let key = keys.iter().find(|key| key.name == step);
            keys = key.map_or(&[], |key| key.keys);
            if steps.peek().is_some() {
                let (open, close) = match key.is_some_and(|key| key.is_list) {
                    true => ("[{", "}]"),
                    false => ("{", "}"),
                };
                line += open;
                closing.insert_str(0, close);
            }
        }
        format!("{line}…{closing}")
    }
}

/// So many faults of a file are looked into.
const MOST_TOLD: usize = 200;

/// More keys than these are no hint.
const MOST: usize = 3;

fn few(routes: impl Iterator<Item = String>) -> Option<Meant> {
    let mut routes: Vec<String> = routes.collect();
    routes.dedup();
    (1..=MOST)
        .contains(&routes.len())
        .then_some(Meant::Here(routes))
}

/// A name without spaces, in the brackets of Chinese, without what ends headings.
pub fn bare(name: &str) -> String {
    let name = with_usual(name);
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.replace('(', "（").replace(')', "）");
    name.trim_end_matches(['：', ':', '*', '＊']).to_owned()
}

/// The key that is missing since the unknown one is meant for it: the place where that is
/// told, and its name.
fn missing(unknown: &Unknown, meant: &Meant) -> Option<(Span, String)> {
    match meant {
        Meant::Here(keys) => match &keys[..] {
            [key] => Some((unknown.place, key.clone())),
            _ => None,
        },
        Meant::Elsewhere(routes, _) => match &routes[..] {
            [route] if !route.contains('.') => Some((Span::default(), route.clone())),
            _ => None,
        },
        Meant::Follows(_) | Meant::Folder | Meant::Nothing => None,
    }
}
