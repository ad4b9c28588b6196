//! The cells of a sheet, one by one, and what else it says: what is hidden, what is merged.
//! A place that is none, or is said twice, is refused, so that no cell takes another's.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use super::bounds::{self, Counted, Flaw, Refusal};
use super::content::{of_iso, of_number, of_text};
use super::formats::Shown;
use super::package::{Package, Part, attribute, attributes};
use super::room::Room;
use super::strings::{Pieces, unescaped};
use super::{Content, Row, Sheet, places};

/// What cells refer to in the rest of the workbook.
#[derive(Debug, Default)]
pub struct Shared {
    /// The texts that cells share.
    pub strings: Vec<String>,
    /// Of each format of cells, what it shows.
    pub shown: Vec<Shown>,
    /// Whether days count from 1904.
    pub from_1904: bool,
}

/// Reads the part of a sheet.
pub fn read(
    package: &mut Package<'_>,
    part: &str,
    sheet: Sheet,
    shared: &Shared,
    room: &mut Room,
) -> Result<Sheet, Refusal> {
    let mut reading = Reading {
        sheet,
        shared,
        room,
        within: Vec::new(),
        data: false,
        rows: BTreeSet::new(),
        row: None,
        columns: BTreeSet::new(),
        column: None,
        cell: Cell::default(),
        cells: Vec::new(),
    };
    package.each(part, &mut |part| reading.see(part))?;
    reading.sheet.rows.sort_unstable_by_key(|row| row.number);
    match reading.data {
        true => Ok(reading.sheet),
        false => Err(Refusal::damaged(part, "no sheetData")),
    }
}

struct Reading<'a> {
    sheet: Sheet,
    shared: &'a Shared,
    room: &'a mut Room,
    /// The elements that are open.
    within: Vec<Element>,
    /// Whether there were cells already.
    data: bool,
    /// The rows that were seen, and the last.
    rows: BTreeSet<u32>,
    row: Option<u32>,
    /// The columns of the row that were seen, and the last.
    columns: BTreeSet<u32>,
    column: Option<u32>,
    cell: Cell,
    /// The cells of the row in which something stands.
    cells: Vec<(u32, Content)>,
}

/// An element; those with the same name elsewhere are others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Sheet,
    Data,
    Row,
    Cell,
    Value,
    Inline,
    Formula,
    Columns,
    Merged,
    Other,
}

/// What a cell says of itself.
#[derive(Debug, Default)]
struct Cell {
    kind: Kind,
    format: usize,
    is_formula: bool,
    value: Option<String>,
    inline: Option<Pieces>,
}

/// What stands in a cell, as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    SharedText,
    Text,
    Boolean,
    Error,
    Date,
    Unknown,
}

impl Kind {
    fn of(name: Option<&str>) -> Self {
        match name {
            None | Some("n") => Self::Number,
            Some("s") => Self::SharedText,
            Some("str" | "inlineStr") => Self::Text,
            Some("b") => Self::Boolean,
            Some("e") => Self::Error,
            Some("d") => Self::Date,
            Some(_) => Self::Unknown,
        }
    }
}

impl Reading<'_> {
    fn see(&mut self, part: Part<'_>) -> Result<(), Refusal> {
        match part {
            Part::Start(element) => self.start(element),
            Part::Text(text) => self.text(text),
            Part::End(name) => {
                match (self.within.pop(), &mut self.cell.inline) {
                    (Some(Element::Cell), _) => self.end_cell()?,
                    (Some(Element::Row), _) => self.end_row()?,
                    (Some(Element::Other), Some(pieces)) => pieces.end(name),
                    _ => {}
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = element.local_name();
        let above = self.within.last().copied();
        let this = match (above, name.as_ref()) {
            (None, "worksheet") => Element::Sheet,
            (Some(Element::Sheet), "sheetData") => Element::Data,
            (Some(Element::Sheet), "cols") => Element::Columns,
            (Some(Element::Sheet), "mergeCells") => Element::Merged,
            (Some(Element::Data), "row") => Element::Row,
            (Some(Element::Row), "c") => Element::Cell,
            (Some(Element::Cell), "v") => Element::Value,
            (Some(Element::Cell), "is") => Element::Inline,
            (Some(Element::Cell), "f") => Element::Formula,
            _ => Element::Other,
        };
        let is_cells = matches!(above, Some(Element::Data | Element::Row | Element::Cell));
        if is_cells && this == Element::Other && name.as_ref() != "extLst" {
            return Err(self.here(Flaw::Value));
        }
        self.within.push(this);
        match (this, above) {
            (Element::Data, _) if self.data => return Err(self.flaw("sheetData", Flaw::Twice)),
            (Element::Data, _) => self.data = true,
            (Element::Row, _) => self.start_row(element)?,
            (Element::Cell, _) => self.start_cell(element)?,
            (Element::Value, _) if self.cell.value.is_some() => return Err(self.here(Flaw::Twice)),
            (Element::Value, _) => self.cell.value = Some(String::new()),
            (Element::Inline, _) if self.cell.inline.is_some() => {
                return Err(self.here(Flaw::Twice));
            }
            (Element::Inline, _) => self.cell.inline = Some(Pieces::default()),
            (Element::Formula, _) => self.cell.is_formula = true,
            (Element::Other, Some(Element::Columns)) => self.hide_columns(element),
            (Element::Other, Some(Element::Merged)) => self.merge(element)?,
            (Element::Other, _) => {
                if let Some(pieces) = &mut self.cell.inline {
                    pieces.start(name.as_ref());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn start_row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let next = self.row.map_or(0, |row| row + 1);
        let [said, hidden] = attributes(element, ["r", "hidden"]);
        let row = said.as_deref().map_or(Some(next), places::row);
        let name = || {
            said.as_deref()
                .map_or_else(|| (next + 1).to_string(), str::to_owned)
        };
        let row = row.filter(|row| *row < bounds::ROWS);
        let row = row.ok_or_else(|| self.flaw(&name(), Flaw::Place))?;
        if !self.rows.insert(row) {
            return Err(self.flaw(&name(), Flaw::Twice));
        }
        (self.row, self.column) = (Some(row), None);
        self.columns.clear();
        if is_yes(hidden.as_deref()) && self.sheet.hidden_rows.len() < bounds::HIDDEN {
            self.sheet.hidden_rows.push(row);
        }
        Ok(())
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let next = (
            self.row.unwrap_or_default(),
            self.column.map_or(0, |column| column + 1),
        );
        let [said, format, kind] = attributes(element, ["r", "s", "t"]);
        let place = said.as_deref().map_or(Some(next), places::place);
        let is_here = |place: &(u32, u32)| place.0 == next.0 && place.1 < bounds::COLUMNS;
        let Some((_, column)) = place.filter(is_here) else {
            let name = said
                .as_deref()
                .map_or_else(|| places::name(next), str::to_owned);
            return Err(self.flaw(&name, Flaw::Place));
        };
        self.column = Some(column);
        if !self.columns.insert(column) {
            return Err(self.here(Flaw::Twice));
        }
        self.cell = Cell {
            kind: Kind::of(kind.as_deref()),
            format: format
                .and_then(|format| format.trim().parse().ok())
                .unwrap_or_default(),
            ..Cell::default()
        };
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let is_short = match (self.within.last(), &mut self.cell) {
            (
                Some(Element::Value),
                Cell {
                    value: Some(value), ..
                },
            ) => {
                value.push_str(text);
                value.len() <= bounds::RUN
            }
            (
                Some(Element::Other),
                Cell {
                    inline: Some(pieces),
                    ..
                },
            ) => pieces.add(text),
            _ => true,
        };
        match is_short {
            true => Ok(()),
            false => Err(Refusal::long(&self.sheet.name, self.place())),
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let cell = std::mem::take(&mut self.cell);
        let content = self.content(cell).map_err(|flaw| self.here(flaw))?;
        let Some(content) = content else {
            return Ok(());
        };
        self.room.cell(&self.sheet.name, self.place(), &content)?;
        self.cells.push((self.place().1, content));
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let mut cells = std::mem::take(&mut self.cells);
        let Some(number) = self.row.filter(|_| !cells.is_empty()) else {
            return Ok(());
        };
        self.room.row()?;
        cells.sort_unstable_by_key(|(column, _)| *column);
        cells.shrink_to_fit();
        self.sheet.rows.push(Row {
            number,
            cells,
            ..Row::default()
        });
        Ok(())
    }

    /// What stands in a cell; none where nothing does.
    fn content(&self, cell: Cell) -> Result<Option<Content>, Flaw> {
        let shown = self
            .shared
            .shown
            .get(cell.format)
            .copied()
            .unwrap_or_default();
        if let Some(mut inline) = cell.inline {
            return Ok(of_text(&inline.take()));
        }
        let value = cell.value.as_deref().unwrap_or_default();
        // A formula whose value is the empty text has it; others have none then.
        let is_empty = match cell.kind {
            Kind::Text => cell.value.is_none(),
            _ => value.trim().is_empty(),
        };
        if is_empty {
            return Ok(cell.is_formula.then_some(Content::Formula));
        }
        match (cell.kind, value.trim()) {
            (Kind::Number, number) => {
                let number = number
                    .parse()
                    .ok()
                    .filter(|number: &f64| number.is_finite());
                let number = number.ok_or(Flaw::Value)?;
                Ok(Some(of_number(number, shown, self.shared.from_1904)))
            }
            (Kind::SharedText, at) => {
                let at = at.parse::<usize>().map_err(|_| Flaw::Value)?;
                let text = self.shared.strings.get(at).ok_or(Flaw::Value)?;
                Ok(of_text(text))
            }
            (Kind::Text, _) => Ok(of_text(&unescaped(value))),
            (Kind::Boolean, "1" | "true") => Ok(Some(Content::Flag(true))),
            (Kind::Boolean, "0" | "false") => Ok(Some(Content::Flag(false))),
            (Kind::Error, error) => Ok(Some(Content::Error(error.to_owned()))),
            (Kind::Date, date) => Ok(of_iso(date, shown)),
            (Kind::Boolean | Kind::Unknown, _) => Err(Flaw::Value),
        }
    }

    fn hide_columns(&mut self, element: &BytesStart<'_>) {
        let [hidden, from, to] = attributes(element, ["hidden", "min", "max"]);
        let number = |text: Option<Cow<'_, str>>| text?.trim().parse::<u32>().ok();
        if let (true, Some(from), Some(to)) = (is_yes(hidden.as_deref()), number(from), number(to))
        {
            let columns = from.saturating_sub(1)..to.min(bounds::COLUMNS);
            let room = bounds::HIDDEN - self.sheet.hidden_columns.len();
            self.sheet.hidden_columns.extend(columns.take(room));
        }
    }

    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = attribute(element, "ref").unwrap_or_default();
        let range = places::range(name.trim()).ok_or_else(|| self.flaw(&name, Flaw::Place))?;
        self.sheet.merged.push(range);
        Refusal::beyond(Counted::Merged, self.sheet.merged.len(), bounds::RANGES)
    }

    fn place(&self) -> (u32, u32) {
        let (row, column) = (self.row, self.column);
        (row.unwrap_or_default(), column.unwrap_or_default())
    }

    fn flaw(&self, name: &str, flaw: Flaw) -> Refusal {
        let name = name.chars().take(NAME).collect();
        Refusal::Cell(self.sheet.name.clone(), name, flaw)
    }

    fn here(&self, flaw: Flaw) -> Refusal {
        self.flaw(&places::name(self.place()), flaw)
    }
}

/// Characters of a wrong name that are told.
const NAME: usize = 20;

/// Whether an attribute says yes.
pub fn is_yes(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}
