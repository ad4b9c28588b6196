//! From a cell of an output to the places in files that its value comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use crate::check::Concern;
use crate::derive::derived::filled_on;
use crate::expression::CUSTOM;
use crate::forms::origin::{Of, Origin, Subject, origins};
use crate::forms::usage::Usage;
use crate::model::custom;
use crate::model::node::{Node, Span};
use crate::model::numbered::KeyFile;
use crate::model::provenance::{KeyId, Keys};
use crate::model::route;
use crate::typeset;

/// A place in a file that the value of a cell comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The unit whose file it is.
    pub unit: usize,
    /// The member whose file it is.
    pub member: Option<usize>,
    /// The key.
    pub route: String,
    /// Where it stands.
    pub span: Span,
    /// Whether a value stands there, and not only the key.
    pub is_given: bool,
    /// Whether it is a day or a setting by which everybody is counted.
    pub is_setting: bool,
}

impl Maker<'_> {
    /// The places that the value of a cell comes from; none for blank forms.
    pub fn places(&self, output: &Output, cell: &str) -> Vec<Place> {
        Files::of(self).places(output, cell)
    }

    /// Where the value of a cell comes from, by keys.
    pub fn origins(&self, output: &Output, cell: &str) -> Vec<Origin> {
        let Some(unit) = output.unit else {
            return Vec::new();
        };
        let subject = Subject {
            form: &self.catalogue.forms[output.form],
            unit,
            member: output.member,
        };
        origins(self.source, subject, cell)
    }
}

/// A cell on a page that prints or counts a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Path of the output below `out/`.
    pub path: String,
    /// The page, from 1; none where the page cannot be laid out.
    pub page: Option<usize>,
    /// The cell.
    pub cell: String,
    /// Its text.
    pub text: String,
}

impl Maker<'_> {
    /// The cells of an output that print or count a value of a file: the one of a
    /// key, or any.
    ///
    /// # Errors
    /// Where the machine fails.
    pub fn cells_of(
        &self,
        output: &Output,
        path: &Path,
        key: Option<&str>,
        tree: &Node,
    ) -> std::io::Result<Vec<Printed>> {
        let Some(view) = self.view(output) else {
            return Ok(Vec::new());
        };
        let form = &self.catalogue.forms[output.form];
        let photo = view.has_photo.then(|| "照片".to_owned());
        let filled = view.cells.iter().filter(|(_, text)| !text.is_empty());
        let names = filled.map(|(name, _)| name.clone());
        let names = names.chain(photo.filter(|name| form.cells.knows(name)));
        let is_meant = |place: &Place| {
            place.path == *path && key.is_none_or(|key| route::meet(&place.route, key))
        };
        let mut files = Files::of(self);
        files.read.insert(path.to_owned(), Some(tree.clone()));
        let cells: Vec<String> = names
            .filter(|cell| files.places(output, cell).iter().any(is_meant))
            .collect();
        if cells.is_empty() {
            return Ok(Vec::new());
        }
        let pages = typeset::compile(&self.world(form, &view)?)
            .map(|(pages, _)| pages.inspected)
            .unwrap_or_default();
        let page_of = |cell: &str| {
            let mut pages = pages.pages.iter();
            pages.position(|page| page.cells.iter().any(|one| one.name == cell))
        };
        let printed = cells.into_iter().map(|cell| Printed {
            path: output.path.clone(),
            page: page_of(&cell).map(|page| page + 1),
            text: view.cells.get(&cell).cloned().unwrap_or_default(),
            cell,
        });
        Ok(printed.collect())
    }
}

impl Maker<'_> {
    /// The outputs that a key of a file decides: who stands in them, who is counted.
    pub fn decided<'o>(&self, outputs: &'o [Output], path: &Path, key: &str) -> Vec<&'o Output> {
        let usage = Usage::of(self.source, self.catalogue);
        let workspace = self.source.workspace;
        let units = workspace.units.iter().enumerate();
        let mut members = units.flat_map(|(unit, held)| {
            let members = held.members.iter().enumerate();
            members.map(move |(member, file)| (unit, member, &file.path))
        });
        let of_member = members.find(|(_, _, of)| *of == path);
        let is_round = workspace
            .round
            .as_ref()
            .is_some_and(|file| file.path == *path);
        let decides = |output: &&Output| {
            let Some(unit) = output.unit else {
                return false;
            };
            let (keys, file) = match of_member {
                Some((unit, member, _)) => {
                    let concern = Concern::member(unit, member);
                    if !usage.is_about(&concern, (output.form, output.unit, output.member)) {
                        return false;
                    }
                    let used = usage.used(output.form, unit, Some(member));
                    (used.keys(), KeyFile::Member)
                }
                None if is_round => (usage.used(output.form, unit, None).keys(), KeyFile::Round),
                None if workspace.units[unit].organisation.path == *path => {
                    let used = usage.used(output.form, unit, None);
                    (used.keys(), KeyFile::Organisation)
                }
                None => return false,
            };
            let mut keys = keys.iter().filter(|key| key.file() == file);
            keys.any(|used| {
                let route = custom_of(self, used).unwrap_or_else(|| used.route().to_owned());
                route::meet(&route, key)
            })
        };
        outputs.iter().filter(decides).collect()
    }
}

/// The tree of a file; none where it cannot be read.
pub fn tree(path: &Path) -> Option<Node> {
    let text = crate::load::read_text(path).ok()?;
    crate::load::parse(&text).ok()
}

/// The files that values come from, each read once.
struct Files<'a> {
    maker: &'a Maker<'a>,
    read: BTreeMap<PathBuf, Option<Node>>,
}

impl<'a> Files<'a> {
    fn of(maker: &'a Maker<'a>) -> Self {
        Self {
            maker,
            read: BTreeMap::new(),
        }
    }

    /// The places that the value of a cell comes from.
    fn places(&mut self, output: &Output, cell: &str) -> Vec<Place> {
        let origins = self.maker.origins(output, cell);
        let places = origins
            .iter()
            .flat_map(|origin| self.of_origin(origin, output));
        let mut places: Vec<Place> = places.collect();
        // Keys without values matter only where no other has one, and so do the days
        // and settings by which everybody is counted.
        if places.iter().any(|place| place.is_given) {
            places.retain(|place| place.is_given);
        }
        if places.iter().any(|place| !place.is_setting) {
            places.retain(|place| !place.is_setting);
        }
        // Of a list, the values that were asked for.
        let all = places.clone();
        let holds = |place: &Place, other: &Place| {
            place.path == other.path
                && place.route != other.route
                && route::meet(&place.route, &other.route)
                && place.route.len() < other.route.len()
        };
        places.retain(|place| !all.iter().any(|other| holds(place, other)));
        places
    }

    /// The places of an origin, in the order of their keys.
    fn of_origin(&mut self, origin: &Origin, output: &Output) -> Vec<Place> {
        match &origin.of {
            Of::Figure(route) => {
                let units = &self.maker.source.workspace.units;
                let figures = units[origin.unit].figures.as_ref();
                let path = figures.map(|file| file.path.clone());
                path.map(|path| self.at(origin, path, route))
                    .unwrap_or_default()
            }
            Of::Keys(keys) => {
                let keys = keys.iter();
                keys.flat_map(|key| self.of_key(origin, key, output))
                    .collect()
            }
        }
    }

    fn of_key(&mut self, origin: &Origin, key: KeyId, output: &Output) -> Vec<Place> {
        let workspace = self.maker.source.workspace;
        let unit = &workspace.units[origin.unit];
        let form = self.maker.catalogue.forms[output.form].id();
        let is_day = Keys::of(key).meet(self.days(origin.unit, form));
        let path = match (key.file(), origin.member) {
            // The day may be said by any organisation above, and by the round.
            _ if is_day => {
                let day = filled_on(workspace, origin.unit, form);
                let place = day.map(|day| Place {
                    path: day.path.to_owned(),
                    unit: origin.unit,
                    member: None,
                    route: key.route().to_owned(),
                    span: day.span,
                    is_given: true,
                    is_setting: true,
                });
                return place.into_iter().collect();
            }
            (KeyFile::Member, Some(member)) => Some(unit.members[member].path.clone()),
            (KeyFile::Member, None) => None,
            (KeyFile::Organisation, _) => Some(unit.organisation.path.clone()),
            (KeyFile::Round, _) => workspace.round.as_ref().map(|file| file.path.clone()),
        };
        let route = match custom_of(self.maker, key) {
            Some(route) => route,
            None => key.route().to_owned(),
        };
        let mut places = path
            .map(|path| self.at(origin, path, &route))
            .unwrap_or_default();
        for place in &mut places {
            place.is_setting = key.file() == KeyFile::Round;
        }
        places
    }

    fn days(&self, unit: usize, form: &str) -> Keys {
        let reference = self.maker.source.derived.reference(unit, form);
        reference.map_or(Keys::NONE, |reference| reference.filled_on.keys)
    }

    fn at(&mut self, origin: &Origin, path: PathBuf, route: &str) -> Vec<Place> {
        let root = &self.maker.source.workspace.root;
        let tree = self
            .read
            .entry(path.clone())
            .or_insert_with(|| tree(&root.join(&path)));
        let Some(tree) = tree else { return Vec::new() };
        let places = route::follow(tree, route).into_iter();
        let places = places.map(|place| Place {
            path: path.clone(),
            unit: origin.unit,
            member: origin.member,
            route: place.route,
            span: place.span,
            is_given: place.is_given,
            is_setting: false,
        });
        places.collect()
    }
}

/// The route of a key that forms have added.
fn custom_of(maker: &Maker<'_>, key: KeyId) -> Option<String> {
    let keys = &maker.catalogue.known.custom;
    let mut named = keys.keys().filter(|name| {
        let found = custom::find(keys, name);
        found.is_some_and(|(_, id)| id == key)
    });
    named.next().map(|name| format!("{CUSTOM}.{name}"))
}
