//! Sheets as workbooks, for the eye as on paper; the same bytes for the same.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use super::grid::{Beside, Grid, Line};
use super::heights::of_line;
use super::look::{self, Frame};
use super::names::names;
use super::page;
use super::room::{height, lines};
use super::spans::{corner, spans, spread};

/// A workbook of these sheets.
pub fn bytes(grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::usual(), look::ROW, look::COLUMN)?;
    // No clock: the day on which a file was made is no part of it.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let names = names(grids.iter().map(|grid| grid.name.as_str()));
    for (grid, name) in grids.iter().zip(names) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        page::setup(sheet, grid)?;
        Sheet {
            sheet,
            grid,
            row: 0,
        }
        .write()?;
    }
    workbook.save_to_buffer()
}

/// A sheet while it is written, from the top.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    grid: &'a Grid,
    /// The next row.
    row: u32,
}

impl Sheet<'_> {
    fn write(&mut self) -> Result<(), XlsxError> {
        let grid = self.grid;
        for (text, format, size) in [
            (&grid.number, look::number(), look::NUMBER),
            (&grid.title, look::title(), look::TITLE),
        ] {
            self.over(text, &format, size)?;
        }
        self.beside(&grid.above)?;
        self.over(&grid.own_title, &look::own_title(), look::BESIDE)?;
        let first = self.row;
        let is_head = |line: &&Line| matches!(line, Line::Numbers(_));
        let numbers = grid.rows.iter().take_while(is_head).count() as u32;
        let body = first + grid.head_rows.len() as u32;
        let frame = Frame {
            rows: (first, (body + grid.rows.len() as u32).saturating_sub(1)),
            last: self.columns() - 1,
        };
        self.heads(frame)?;
        // Figures of texts are no mistakes.
        let (end, last) = (frame.rows.1, frame.last);
        let ignored = IgnoreError::NumberStoredAsText;
        self.sheet
            .ignore_error_range(body, 0, end.max(body), last, ignored)?;
        self.row = body;
        self.sheet.set_repeat_rows(first, body + numbers - 1)?;
        self.sheet.set_freeze_panes(body + numbers, 0)?;
        for line in &grid.rows {
            self.line(line, frame)?;
        }
        for line in &grid.below {
            self.over(line, &look::beside(false, look::BESIDE), look::BESIDE)?;
        }
        self.beside(&grid.foot)
    }

    fn columns(&self) -> u16 {
        let columns = u16::try_from(self.grid.columns.len());
        columns.unwrap_or(u16::MAX).max(1)
    }

    /// A text over all columns; none where it is empty.
    fn over(&mut self, text: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let columns = self.columns();
        let lines = lines(text, self.grid.width(0, columns), size);
        self.sheet.set_row_height(self.row, height(lines, size))?;
        self.block((self.row, 0), (1, columns), text, format)?;
        self.row += 1;
        Ok(())
    }

    /// Texts side by side.
    fn beside(&mut self, all: &[Beside]) -> Result<(), XlsxError> {
        let (spans, size) = spans(self.grid, all);
        let mut most = 0;
        for span in spans {
            let (first, count) = span.columns;
            most = most.max(lines(&span.text, self.grid.width(first, count), size));
            let format = look::beside(span.is_right, size);
            self.block((self.row, first), (1, count), &span.text, &format)?;
        }
        if most > 0 {
            self.sheet.set_row_height(self.row, height(most, size))?;
            self.row += 1;
        }
        Ok(())
    }

    fn heads(&mut self, frame: Frame) -> Result<(), XlsxError> {
        let (grid, first) = (self.grid, self.row);
        for (height, row) in grid.head_rows.iter().zip(first..) {
            self.sheet.set_row_height(row, *height)?;
        }
        let has_corner = grid.heads.iter().all(|head| head.at.1 > 0);
        if has_corner {
            let size = (grid.head_rows.len() as u32, 1);
            let (text, format) = match &grid.corner {
                Some(words) => (corner(grid, words), look::corner(grid.size)),
                None => (String::new(), look::caption(grid.size)),
            };
            let format = frame.around(format, (first, 0), size);
            self.block((first, 0), size, &text, &format)?;
        }
        for head in &grid.heads {
            let at = (first + head.at.0, head.at.1);
            let mut format = frame.around(look::caption(grid.size), at, head.size);
            if head.is_open {
                format = format.set_border_left(FormatBorder::None);
            }
            let text = match grid.is_of_paper() && !has_corner {
                true => spread(&head.text, grid.width(head.at.1, head.size.1)),
                false => head.text.clone(),
            };
            self.block(at, head.size, &text, &format)?;
        }
        Ok(())
    }

    fn line(&mut self, line: &Line, frame: Frame) -> Result<(), XlsxError> {
        let (grid, row) = (self.grid, self.row);
        self.sheet.set_row_height(row, of_line(grid, line))?;
        let all = (1, self.columns());
        let caption = look::caption(grid.size);
        let value = look::value(grid.size);
        let cell = |column: u16, format: Format| frame.around(format, (row, column), (1, 1));
        match line {
            Line::Group(text) => {
                let format = caption.set_align(FormatAlign::Left);
                self.block((row, 0), all, text, &frame.around(format, (row, 0), all))?;
            }
            Line::Said(text) => {
                self.block((row, 0), all, text, &frame.around(caption, (row, 0), all))?;
            }
            Line::Empty => {
                for column in 0..all.1 {
                    let format = cell(column, look::as_text(value.clone(), ""));
                    self.sheet.write_blank(row, column, &format)?;
                }
            }
            Line::Numbers(numbers) => {
                for (number, column) in numbers.iter().zip(0..) {
                    let format = cell(column, look::as_text(caption.clone(), number));
                    self.block((row, column), (1, 1), number, &format)?;
                }
            }
            Line::Texts(texts) => {
                for ((text, own), column) in texts.iter().zip(&grid.columns).zip(0..) {
                    let format = match own.is_running {
                        true => value.clone().set_align(FormatAlign::Left),
                        false => value.clone(),
                    };
                    match own.figure(text) {
                        Some((figure, decimals)) => {
                            let shown = format!("{:.decimals$}", 0.0);
                            let format = cell(column, format.set_num_format(shown));
                            self.sheet
                                .write_number_with_format(row, column, figure, &format)?;
                        }
                        None => {
                            let format = cell(column, look::as_text(format, text));
                            self.block((row, column), (1, 1), text, &format)?;
                        }
                    }
                }
            }
            Line::Figures(name, figures) => {
                let name = spread(name, grid.width(0, 1));
                self.block((row, 0), (1, 1), &name, &cell(0, caption))?;
                for (figure, column) in figures.iter().zip(1..) {
                    let format = cell(column, value.clone());
                    match figure.parse::<u32>() {
                        Ok(figure) => {
                            self.sheet
                                .write_number_with_format(row, column, figure, &format)?;
                        }
                        Err(_) => self.block((row, column), (1, 1), figure, &format)?,
                    }
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// A text over cells that are merged, if they are several.
    fn block(
        &mut self,
        (row, column): (u32, u16),
        (rows, columns): (u32, u16),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        match (rows, columns) {
            (1, 1) => self
                .sheet
                .write_string_with_format(row, column, text, format)?,
            _ => {
                let last = (row + rows - 1, column + columns - 1);
                self.sheet
                    .merge_range(row, column, last.0, last.1, text, format)?
            }
        };
        Ok(())
    }
}
