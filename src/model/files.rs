//! The files of the data, by their names, with the keys that they can have.

use super::figures::ReportedFigures;
use super::key::Key;
use super::meant::{Place, places};
use super::member::Member;
use super::numbered::Document;
use super::organisation::Organisation;
use super::round::Round;
use super::settings::Settings;

/// A file: the name by which it is asked for, and the keys at its top.
type File = (&'static str, &'static [Key]);

const fn file<D: Document>() -> File {
    (D::NAME, D::KEYS)
}

/// The files, a member's first.
pub const FILES: [File; 5] = [
    file::<Member>(),
    file::<Organisation>(),
    file::<Round>(),
    file::<ReportedFigures>(),
    file::<Settings>(),
];

/// The blocks of a name, each with its file: a file, a route, or the last key of one.
pub fn named(name: &str) -> Vec<(&'static str, Place)> {
    let all = || {
        FILES.iter().flat_map(|(file, keys)| {
            let places = places(keys).into_iter();
            places.map(move |place| (*file, place))
        })
    };
    let is_file = |(file, place): &(&str, Place)| place.route.is_empty() && *file == name;
    let is_route = |(_, place): &(&str, Place)| place.route == name;
    let is_last = |(_, place): &(&str, Place)| place.route.ends_with(&format!(".{name}"));
    let found: Vec<_> = all().filter(|it| is_file(it) || is_route(it)).collect();
    match found.is_empty() && !name.is_empty() {
        true => all().filter(is_last).collect(),
        false => found,
    }
}

/// The names of all files and blocks.
pub fn names() -> Vec<String> {
    let all = FILES.iter().flat_map(|(file, keys)| {
        let places = places(keys).into_iter();
        places.map(move |place| match place.route.is_empty() {
            true => (*file).to_owned(),
            false => place.route,
        })
    });
    all.collect()
}
