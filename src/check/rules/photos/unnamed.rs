//! A photo that lies there under a member's name is likely meant for the member's form.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::prelude::*;
use crate::load::{photos, stem_of_photo};

rule! {
    /// A photo with the name of a member whose file names none.
    Unnamed {
        /// Its path.
        photo: String,
    } = N0809 "照片没有用上" Notice, waivable, unit;
    zh "“{photo}”没有用上，表上不印照片" "要印的，加一行 照片: {photo}";
    en "“{photo}” is not used: no photo is printed" "to print it, add 照片: {photo}";
}

/// Files are listed only where somebody has no photo.
fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let people = || source.people(unit).into_iter().flatten();
    let named: BTreeSet<&str> = people()
        .filter_map(|person| Some(person.member.photo.as_ref()?.text.as_str()))
        .collect();
    let without = people().filter(|person| person.member.photo.is_none());
    let without: Vec<_> = without.collect();
    if without.is_empty() {
        return;
    }
    let workspace = source.workspace;
    let photos = photos(&workspace.files, &workspace.units[unit].path);
    let mut unused: BTreeMap<&str, &str> = BTreeMap::new();
    for photo in photos
        .iter()
        .filter(|photo| !named.contains(photo.as_str()))
    {
        unused.entry(stem_of_photo(photo)).or_insert(photo);
    }
    for person in without {
        let Some(name) = &person.member.name else {
            continue;
        };
        if let Some(photo) = name.get().and_then(|name| unused.get(name.as_str())) {
            let affected = Affected::member(unit, person.id).of(Keys::NONE);
            let photo = (*photo).to_owned();
            let finding = Finding::from(Unnamed { photo });
            found.push(finding.at(person.file.path.clone(), At::Span(name.span), affected));
        }
    }
}
