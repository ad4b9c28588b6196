//! From a cell of an output to the places in files that its value comes from.

use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use crate::forms::origin::{Key, Origin, Subject, origins};
use crate::model::node::{Node, Span};
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
}

impl Maker<'_> {
    /// The places that the value of a cell comes from; none for blank forms.
    pub fn places(&self, output: &Output, cell: &str) -> Vec<Place> {
        let root = &self.source.workspace.root;
        let mut places = Vec::new();
        let mut read: Option<(PathBuf, Option<Node>)> = None;
        for origin in self.origins(output, cell) {
            let is_read = read.as_ref().is_some_and(|(path, _)| *path == origin.path);
            if !is_read {
                read = Some((origin.path.clone(), tree(&root.join(&origin.path))));
            }
            let tree = read.as_ref().and_then(|(_, tree)| tree.as_ref());
            places.extend(found(&origin, tree));
        }
        // Keys without values matter only where no other has one.
        if places.iter().any(|place| place.is_given) {
            places.retain(|place| place.is_given);
        }
        places
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
        let is_meant = |place: &Place| key.is_none_or(|key| route::meet(&place.route, key));
        let cells: Vec<String> = names
            .filter(|cell| {
                let origins = self.origins(output, cell).into_iter();
                let of_file = origins.filter(|origin| origin.path == *path);
                of_file
                    .flat_map(|origin| found(&origin, Some(tree)))
                    .any(|place| is_meant(&place))
            })
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

/// The tree of a file; none where it cannot be read.
pub fn tree(path: &Path) -> Option<Node> {
    let text = crate::load::read_text(path).ok()?;
    crate::load::parse(&text).ok()
}

fn found(origin: &Origin, tree: Option<&Node>) -> Vec<Place> {
    let place = |route: String, span: Span, is_given: bool| Place {
        path: origin.path.clone(),
        unit: origin.unit,
        member: origin.member,
        route,
        span,
        is_given,
    };
    match (&origin.key, tree) {
        (Key::Place(span, route), _) => vec![place((*route).to_owned(), *span, true)],
        (Key::Route(_), None) => Vec::new(),
        (Key::Route(routes), Some(tree)) => {
            let mut given = routes.split('|').map(|route| route::follow(tree, route));
            let found = given.find(|places| !places.is_empty()).unwrap_or_default();
            found
                .into_iter()
                .map(|one| place(one.route, one.span, one.is_given))
                .collect()
        }
    }
}
