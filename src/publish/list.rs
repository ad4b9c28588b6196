//! Lists that are longer than some pages, or over branches whose members are not held:
//! branch by branch they become rows, and the rows part by part pages, so that no more
//! than one branch, and one part, is held at a time.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::sync::Arc;

use super::body::Growing;
use super::make::{Drawn, Given, Maker, of_layout};
use super::plan::Output;
use super::provenance::Places;
use crate::check::{Diagnostic, Finding};
use crate::forms::rows::branches;
use crate::forms::{Form, List, Scope, View, Window};
use crate::model::handle::UnitId;
use crate::tabulate::{Roster, Source};
use crate::typeset::{self, Joined};

/// So many rows are laid out at first, and no more are laid out in one piece.
const PART: usize = 60;
/// So many pages are laid out at a time, as far as those before tell.
const PAGES: usize = 2;

/// A part of a list.
struct Part {
    /// Its PDF.
    bytes: Vec<u8>,
    /// How many pages it has.
    pages: usize,
    /// The row with which the list goes on.
    next: usize,
    /// How many rows the next part has: those of its pages, and the first of the page behind
    /// them.
    rows: usize,
    /// Warnings and notices about its pages.
    found: Vec<Diagnostic>,
}

impl<'a> Maker<'a> {
    /// A branch whose members are not held, read again; none where they are.
    fn opened(&self, unit: UnitId) -> io::Result<Option<Arc<Roster>>> {
        let opened = self.branches.map(|branches| branches.get(unit));
        Ok(opened.transpose()?.flatten())
    }

    /// The same for one branch.
    fn of_branch<'b>(&'b self, unit: UnitId, roster: Option<&'b Roster>) -> Maker<'b> {
        let Source {
            workspace,
            declared,
            ..
        } = self.source;
        let one = roster.map(|roster| Source::one(workspace, declared, unit, roster));
        Maker {
            source: one.unwrap_or(self.source),
            photos: self.photos.clone(),
            stamping: self.stamping.clone(),
            ..*self
        }
    }

    /// The rows of the registers of a form, in their order; none where the data has errors.
    ///
    /// # Errors
    /// Where files of a branch were changed meanwhile.
    pub(super) fn lists(&self, output: &Output) -> io::Result<Option<Vec<List>>> {
        let form = &self.catalogue.forms[output.form];
        let is_register = |form: &&Form| form.declaration.scope == Scope::Branch;
        let mut lists = Vec::new();
        let Some(unit) = output.unit else {
            return Ok(Some(lists));
        };
        for table in form.pieces().iter().filter(is_register) {
            let mut list = match form.tables.is_empty() {
                true => List::of(table),
                false => List::of_table(table),
            };
            for unit in branches(self.source, table, unit) {
                let roster = self.opened(unit)?;
                let source = self.of_branch(unit, roster.as_deref()).source;
                if list.add(source, table, unit).is_none() {
                    return Ok(None);
                }
            }
            lists.push(list);
        }
        Ok(Some(lists))
    }

    /// What a layout is given for an output with these lists, but for the rows of one that
    /// is laid out part by part; none where the data has errors.
    pub(super) fn view_with(&self, output: &Output, lists: &[List]) -> Option<View> {
        let form = &self.catalogue.forms[output.form];
        let (source, Some(unit)) = (self.source, output.unit.filter(|_| !lists.is_empty())) else {
            return self.view(output);
        };
        let mut view = View::around(source, form, unit)?;
        let mut left = lists.iter();
        let in_parts = in_parts(form, lists).is_some();
        if form.tables.is_empty() {
            let whole = left.next().filter(|_| !in_parts);
            whole.into_iter().for_each(|list| view.add_rows(list));
        }
        for table in &form.tables {
            let of_table = match table.declaration.scope {
                Scope::Branch => {
                    let mut of_table = View::around(source, table, unit)?;
                    of_table.add_rows(left.next()?);
                    of_table
                }
                _ => View::of(source, table, unit, None)?,
            };
            view.add_table(table, of_table);
        }
        Some(self.dressed(view))
    }

    /// A list, laid out part by part and put together: its file grows part by part, too.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn drawn_in_parts(
        &self,
        output: &Output,
        given: &Given,
        list: &List,
    ) -> io::Result<Result<Drawn, Vec<Diagnostic>>> {
        let shapes = list.shapes();
        let (mut joined, mut found) = (Joined::default(), Vec::new());
        let mut body = Growing::new(self.growing_in)?;
        let (mut first, mut count) = (0, 0);
        let mut usual = None;
        let mut rows = PART;
        let whole = || Ok(self.drawn_as_whole(output, given, list));
        loop {
            let window = |is_last| Window {
                first,
                pages: count,
                is_last,
                shapes: shapes.clone(),
            };
            let part = match self.part((output, given, list), &window, (first, rows), &mut usual) {
                Ok(part) => part,
                Err(found) => return Ok(Err(found)),
            };
            found.extend(part.found);
            if joined.add(&part.bytes).is_none() {
                return whole();
            }
            body.write_all(&joined.take())?;
            count += part.pages;
            (first, rows) = (part.next, part.rows);
            drop(part.bytes);
            typeset::forget_parts();
            if first == list.len() {
                break;
            }
        }
        let Some(end) = joined.finish() else {
            return whole();
        };
        end.write_to(&mut body)?;
        Ok(Ok((count, body.end(), found)))
    }

    /// The rows of a list from a window's first on, as many as are laid out at a time. All
    /// parts have the usual sizes of the first one.
    fn part(
        &self,
        (output, given, list): (&Output, &Given, &List),
        window: &dyn Fn(bool) -> Window,
        (first, rows): (usize, usize),
        usual: &mut Option<BTreeMap<String, f64>>,
    ) -> Result<Part, Vec<Diagnostic>> {
        let form = &self.catalogue.forms[output.form];
        let mut most = rows;
        loop {
            let end = list.len().min(first + most);
            let window = window(end == list.len());
            let mut view = self.dressed(given.view.part(list, window, first..end));
            let data = serde_json::to_vec(&view.in_part()).unwrap_or_default();
            let world = self.world_of(form, data, None);
            let compiled = typeset::compile(&world);
            let (mut pages, warnings) = compiled.map_err(|faults| of_layout(form, &faults))?;
            pages.inspected.number_behind(view.before());
            let next = match (pages.inspected.next, end == list.len()) {
                (_, true) => end,
                (Some(next), false) if next > first => next,
                // A row that is higher than all these pages, or a layout that does not know
                // of parts.
                _ => {
                    most *= 2;
                    continue;
                }
            };
            view.ends_with(next);
            let sizes = usual.get_or_insert_with(|| pages.inspected.usual.clone());
            pages.inspected.usual.clone_from(sizes);
            let of = (output, std::slice::from_ref(list));
            let found = self.looked_at(of, &view, &world, (&pages, &warnings))?;
            let bytes = pages.pdf(&world, given.settings(output));
            let count = pages.count();
            return Ok(Part {
                bytes: bytes.map_err(|faults| of_layout(form, &faults))?,
                pages: count,
                next,
                rows: ((next - first) * PAGES).div_ceil(count.max(1)) + 1,
                found,
            });
        }
    }

    /// The same in one piece, which is right but takes much memory: nobody should need it.
    fn drawn_as_whole(
        &self,
        output: &Output,
        given: &Given,
        list: &List,
    ) -> Result<Drawn, Vec<Diagnostic>> {
        let mut view = given.view.clone();
        view.add_rows(list);
        let view = self.dressed(view);
        let drawn = self.drawn_at_once(
            output,
            &Given {
                data: serde_json::to_vec(&view).unwrap_or_default(),
                photo: None,
                lists: Vec::new(),
                day: given.day,
                digest: given.digest.clone(),
                keywords: given.keywords.clone(),
                view,
            },
        )?;
        self.assets.refuse_pages(drawn.0);
        Ok(drawn)
    }

    /// A finding about a cell of a list over branches, at the value in the files of the
    /// branch; none where its members are held, or for other cells.
    pub(super) fn at_cell_of_branch(
        &self,
        (output, lists): (&Output, &[List]),
        (cell, character): (&str, Option<char>),
        finding: &Finding,
    ) -> Option<Diagnostic> {
        let (unit, cell) = lists.iter().find_map(|list| list.own_cell(cell))?;
        let roster = self.opened(unit).ok()??;
        let maker = self.of_branch(unit, Some(&roster));
        let output = Output {
            unit: Some(unit),
            ..output.clone()
        };
        Some(Places::of(&maker).at_cell(&output, &cell, character, finding.clone()))
    }
}

/// The list that is laid out part by part, if there is one: a layout of one's own need not
/// know how.
pub(super) fn in_parts<'a>(form: &Form, lists: &'a [List]) -> Option<&'a List> {
    let [list] = lists else { return None };
    let is_long = list.len() > PART && !form.has_own_layout() && form.tables.is_empty();
    is_long.then_some(list)
}
