//! From a cell of an output to the places in files that its value comes from.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use crate::check::Affected;
use crate::derive::form_days::filled_on;
use crate::expression::CUSTOM;
use crate::forms::Form;
use crate::forms::document::words_of;
use crate::forms::provenance::{Of, Origin, origins};
use crate::forms::usage::Usage;
use crate::load;
use crate::model::custom_keys;
use crate::model::handle::{MemberId, UnitId};
use crate::model::node::{Node, Span};
use crate::model::numbered::KeyFile;
use crate::model::provenance::{KeyId, Keys};
use crate::model::route;
use crate::typeset;

/// A place in a file that the value of a cell comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPlace {
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The unit whose file it is.
    pub unit: UnitId,
    /// The member whose file it is.
    pub member: Option<MemberId>,
    /// The key.
    pub route: String,
    /// Where it stands.
    pub span: Span,
    /// Whether a value stands there, and not only the key.
    pub is_given: bool,
    /// Whether it is a day or a setting by which everybody is counted.
    pub is_setting: bool,
}

/// A cell on a page that prints or counts a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCell {
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
    /// The places that the value of a cell comes from; none for blank forms.
    pub fn places(&self, output: &Output, cell: &str) -> Vec<KeyPlace> {
        Places::of(self).places(output, cell)
    }

    /// The words of a document that a cell is made of: their file, the line, and what stands
    /// there.
    pub fn words(&self, output: &Output, cell: &str) -> Option<(PathBuf, usize, String)> {
        let form = &self.catalogue.forms[output.form];
        words_of(self.source, form, output.unit?, cell)
    }

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
    ) -> std::io::Result<Vec<PrintedCell>> {
        let Some(view) = self.view(output) else {
            return Ok(Vec::new());
        };
        let form = &self.catalogue.forms[output.form];
        let photo = view.has_photo.then(|| "照片".to_owned());
        let filled = view.cells.iter().filter(|(_, text)| !text.is_empty());
        let names = filled.map(|(name, _)| name.clone());
        let names = names.chain(photo.filter(|name| form.cells.knows(name)));
        let is_meant = |place: &KeyPlace| {
            place.path == *path && key.is_none_or(|key| route::meet(&place.route, key))
        };
        let read = BTreeMap::from([(path.to_owned(), Some(tree.clone()))]);
        let mut files = Places { maker: self, read };
        let cells: Vec<String> = names
            .filter(|cell| files.places(output, cell).iter().any(is_meant))
            .collect();
        if cells.is_empty() {
            return Ok(Vec::new());
        }
        let pages = typeset::compile(&self.world(output, &view)?);
        let pages = pages.map_or_else(|_| Vec::new(), |(pages, _)| pages.inspected.pages);
        let printed = cells.into_iter().map(|cell| {
            let mut pages = pages.iter();
            let page = pages.position(|page| page.cells.iter().any(|one| one.name == cell));
            PrintedCell {
                path: output.path.clone(),
                page: page.map(|page| page + 1),
                text: view.cells.get(&cell).cloned().unwrap_or_default(),
                cell,
            }
        });
        Ok(printed.collect())
    }

    /// The outputs that a key of a file decides: who stands in them, who is counted.
    pub fn decided<'o>(&self, outputs: &'o [Output], path: &Path, key: &str) -> Vec<&'o Output> {
        let usage = Usage::of(self.source, self.catalogue);
        let workspace = self.source.workspace;
        let mut units = workspace.units.iter();
        let of_member = units.find_map(|(unit, files)| {
            let member = files.member_paths.find(|member| member == path)?;
            Some((unit, member))
        });
        let round = workspace.round.as_ref();
        let is_round = round.is_some_and(|file| file.path == *path);
        let decides = |output: &&Output| {
            let Some(of) = output.unit else {
                return false;
            };
            let is_of = |affected: Affected| usage.is_about(&affected, output.made());
            let (unit, member, file) = match of_member {
                Some((unit, member)) if is_of(Affected::member(unit, member)) => {
                    (unit, Some(member), KeyFile::Member)
                }
                None if is_round => (of, None, KeyFile::Round),
                None if workspace.units[of].organisation.path == *path => {
                    (of, None, KeyFile::Organisation)
                }
                _ => return false,
            };
            let used = usage.used(output.form, unit, member).keys();
            let mut used = used.iter().filter(|used| used.file() == file);
            used.any(|used| route::meet(&route_of(self, used), key))
        };
        outputs.iter().filter(decides).collect()
    }
}

/// The tree of a file; none where it cannot be read.
pub fn tree(files: &load::Files, path: &Path) -> Option<Node> {
    let text = files.text(path).ok()?;
    load::parse(&text).ok()
}

/// The places that values come from; each file is read once.
pub struct Places<'a> {
    pub(super) maker: &'a Maker<'a>,
    read: BTreeMap<PathBuf, Option<Node>>,
}

impl<'a> Places<'a> {
    /// Those of the outputs of a maker; no file is read yet.
    pub fn of(maker: &'a Maker<'a>) -> Self {
        let read = BTreeMap::new();
        Self { maker, read }
    }

    /// The places that the value of a cell comes from.
    pub(super) fn places(&mut self, output: &Output, cell: &str) -> Vec<KeyPlace> {
        let Some(unit) = output.unit else {
            return Vec::new();
        };
        let form = &self.maker.catalogue.forms[output.form];
        let of = (unit, output.member);
        let origins = origins(self.maker.source, form, of, cell).into_iter();
        let places = origins.flat_map(|origin| self.of_origin(&origin, form));
        let mut places = told(places.collect());
        // So do the days and settings by which everybody is counted.
        if places.iter().any(|place| !place.is_setting) {
            places.retain(|place| !place.is_setting);
        }
        places
    }

    /// The places that something follows from which is said of a member on the days of a
    /// form: values, those of days and settings among them.
    pub fn inputs(
        &mut self,
        form: &Form,
        (unit, member): (UnitId, MemberId),
        keys: Keys,
    ) -> Vec<KeyPlace> {
        let origin = Origin {
            unit,
            member: Some(member),
            entry: None,
            of: Of::Keys(keys),
        };
        told(self.of_origin(&origin, form))
    }

    /// The places of an origin, in the order of their keys.
    fn of_origin(&mut self, origin: &Origin, form: &Form) -> Vec<KeyPlace> {
        match &origin.of {
            Of::Figure(route) => {
                let units = &self.maker.source.workspace.units;
                let figures = units[origin.unit].figures.as_ref();
                let path = figures.map(|file| file.path.as_path());
                self.at(origin, path, route, false)
            }
            Of::Keys(keys) => {
                let keys = keys.iter();
                keys.flat_map(|key| self.of_key(origin, key, form))
                    .collect()
            }
        }
    }

    fn of_key(&mut self, origin: &Origin, key: KeyId, form: &Form) -> Vec<KeyPlace> {
        let source = self.maker.source;
        let workspace = source.workspace;
        let reference = source.reference(origin.unit, form.id());
        if reference.is_some_and(|days| Keys::of(key).meet(days.filled_on.keys)) {
            // The day may be said by any organisation above, and by the round.
            let day = filled_on(workspace, origin.unit, form.id());
            let place = day.map(|day| KeyPlace {
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
        let unit = &workspace.units[origin.unit];
        let path = match key.file() {
            KeyFile::Member => origin.member.map(|member| &unit.member_paths[member]),
            KeyFile::Organisation => Some(&unit.organisation.path),
            KeyFile::Round => workspace.round.as_ref().map(|file| &file.path),
        };
        let is_setting = key.file() == KeyFile::Round;
        let route = route_of(self.maker, key);
        self.at(origin, path.map(PathBuf::as_path), &route, is_setting)
    }

    /// The places in a file, if there is one, that a route leads to.
    fn at(
        &mut self,
        origin: &Origin,
        path: Option<&Path>,
        route: &str,
        is_setting: bool,
    ) -> Vec<KeyPlace> {
        let Some(path) = path else {
            return Vec::new();
        };
        let files = &self.maker.source.workspace.files;
        let read = self.read.entry(path.to_owned());
        let tree = read.or_insert_with(|| tree(files, path));
        let places = tree.iter().flat_map(|tree| route::follow(tree, route));
        // Of a list that has a row for each entry, the one of this row.
        let is_meant = |route: &str| match &origin.entry {
            Some((list, entry)) => route.strip_prefix(list.as_str()).is_none_or(|rest| {
                !rest.starts_with('[') || rest.starts_with(&format!("[{entry}]"))
            }),
            None => true,
        };
        let places = places.filter(|place| is_meant(&place.route));
        let places = places.map(|place| KeyPlace {
            path: path.to_owned(),
            unit: origin.unit,
            member: origin.member,
            route: place.route,
            span: place.span,
            is_given: place.is_given,
            is_setting,
        });
        places.collect()
    }
}

/// The places that are told: keys without values only where no other has one; of a list,
/// the values that were asked for.
fn told(mut places: Vec<KeyPlace>) -> Vec<KeyPlace> {
    if places.iter().any(|place| place.is_given) {
        places.retain(|place| place.is_given);
    }
    let mut holding = HashSet::new();
    for place in &places {
        let above = place.route.match_indices(['.', '[']);
        holding.extend(above.map(|(end, _)| (place.path.clone(), place.route[..end].to_owned())));
    }
    places.retain(|place| !holding.contains(&(place.path.clone(), place.route.clone())));
    places
}

/// The route of a key, be it one that forms have added.
fn route_of(maker: &Maker<'_>, key: KeyId) -> String {
    let custom = &maker.catalogue.known.custom;
    let is_it = |name: &&String| custom_keys::find(custom, name).is_some_and(|(_, id)| id == key);
    let added = custom.keys().find(is_it);
    added.map_or_else(|| key.route().to_owned(), |name| format!("{CUSTOM}.{name}"))
}
