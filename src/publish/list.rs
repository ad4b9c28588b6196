//! Lists that are longer than some pages, or over branches whose members are not held:
//! branch by branch they become rows, and the rows part by part pages, so that no more
//! than one branch, and one part, is held at a time.

use std::io;
use std::sync::Arc;

use super::make::{Drawn, Given, Maker, of_layout};
use super::plan::Output;
use super::provenance::Places;
use crate::check::{Diagnostic, Finding};
use crate::forms::rows::branches;
use crate::forms::{Form, List, Scope, Window};
use crate::model::handle::UnitId;
use crate::tabulate::{Roster, Source};
use crate::typeset::{self, Joined, PdfSettings};

/// So many rows are laid out at a time.
const PART: usize = 60;
/// A row takes less than so many bytes of a file.
const ROW: usize = 8192;

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
            ..*self
        }
    }

    /// The rows of a register; none for other forms, or where the data has errors.
    ///
    /// # Errors
    /// Where files of a branch were changed meanwhile.
    pub(super) fn list(&self, output: &Output) -> io::Result<Option<List>> {
        let form = &self.catalogue.forms[output.form];
        let Some(unit) = output
            .unit
            .filter(|_| form.declaration.scope == Scope::Branch)
        else {
            return Ok(None);
        };
        let mut list = List::of(form);
        for unit in branches(self.source, form, unit) {
            let roster = self.opened(unit)?;
            let source = self.of_branch(unit, roster.as_deref()).source;
            if list.add(source, form, unit).is_none() {
                return Ok(None);
            }
        }
        Ok(Some(list))
    }

    /// A list, laid out part by part and put together.
    pub(super) fn drawn_in_parts(
        &self,
        output: &Output,
        given: &Given,
        list: &List,
    ) -> Result<Drawn, Vec<Diagnostic>> {
        let form = &self.catalogue.forms[output.form];
        let shapes = list.shapes();
        let (mut joined, mut found) = (Joined::with_room(list.len() * ROW), Vec::new());
        let (mut first, mut count, mut most) = (0, 0, PART);
        let mut usual = None;
        loop {
            let end = list.len().min(first + most);
            let window = Window {
                first,
                pages: count,
                is_last: end == list.len(),
                shapes: shapes.clone(),
            };
            let mut view = self.dressed(given.view.part(list, window, first..end));
            let data = serde_json::to_vec(&view).unwrap_or_default();
            let world = self.world_of(form, data, None);
            let compiled = typeset::compile(&world);
            let (mut pages, warnings) = compiled.map_err(|faults| of_layout(form, &faults))?;
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
            found.extend(self.looked_at(
                (output, Some(list)),
                &view,
                &world,
                (&pages, &warnings),
            )?);
            let settings = PdfSettings {
                ident: &output.path,
                day: given.day,
            };
            let bytes = pages.pdf(&world, settings);
            let bytes = bytes.map_err(|faults| of_layout(form, &faults))?;
            if joined.add(&bytes).is_none() {
                return self.drawn_as_whole(output, given, list);
            }
            count += pages.count();
            drop((pages, bytes));
            typeset::forget_old(1);
            if next == list.len() {
                break;
            }
            (first, most) = (next, PART);
        }
        match joined.finish() {
            Some(bytes) => Ok((count, bytes, found)),
            None => self.drawn_as_whole(output, given, list),
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
        let drawn = self.drawn(
            output,
            &Given {
                data: serde_json::to_vec(&view).unwrap_or_default(),
                photo: None,
                list: None,
                day: given.day,
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
        (output, list): (&Output, Option<&List>),
        (cell, character): (&str, Option<char>),
        finding: &Finding,
    ) -> Option<Diagnostic> {
        let (unit, cell) = list?.own_cell(cell)?;
        let roster = self.opened(unit).ok()??;
        let maker = self.of_branch(unit, Some(&roster));
        let output = Output {
            unit: Some(unit),
            ..output.clone()
        };
        Some(Places::of(&maker).at_cell(&output, &cell, character, finding.clone()))
    }
}

/// Whether a list is laid out part by part: a layout of one's own need not know how.
pub(super) fn is_in_parts(form: &Form, list: &List) -> bool {
    list.len() > PART && !form.has_own_layout()
}
