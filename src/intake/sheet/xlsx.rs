//! Workbooks as Excel and WPS write them now: their cells one by one, once the parts were
//! looked at.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::bounds::{self, Counted, Refusal};
use super::package::Package;
use super::{Book, Content, parts};

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let damaged = |error: calamine::XlsxError| Refusal::Damaged(error.to_string());
    let looked = parts::look(&mut Package::open(bytes)?)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut book = Book {
        says_hidden: true,
        from_1904: workbook.has_1904_epoch(),
        ..Book::default()
    };
    let mut cells = 0;
    for (mut sheet, formulas) in looked.sheets {
        let mut reader = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(damaged)?;
        while let Some((cell, format)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let is_month = looked.months.get(format).copied().unwrap_or(false);
            if let Some(content) = content(cell.get_value(), is_month) {
                cells += 1;
                Refusal::beyond(Counted::Cells, cells, bounds::CELLS)?;
                sheet.add(cell.get_position(), content);
            }
        }
        for place in formulas {
            sheet.add(place, Content::Formula);
        }
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// What stands in a cell; none where nothing does.
fn content(value: &DataRef<'_>, is_month: bool) -> Option<Content> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => Content::Number(*number as f64),
        DataRef::Float(number) => Content::Number(*number),
        DataRef::Bool(flag) => Content::Flag(*flag),
        DataRef::Error(error) => Content::Error(error.to_string()),
        DataRef::String(text) => return text_of(text),
        DataRef::SharedString(text) => return text_of(text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => return text_of(text),
        DataRef::DateTime(date) => date_of(date, is_month),
    })
}

/// A text without what is empty around it, and the tab that keeps Excel from taking a
/// number for one.
pub fn text_of(text: &str) -> Option<Content> {
    let is_empty = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let text = text.trim_matches(is_empty);
    (!text.is_empty()).then(|| Content::Text(text.to_owned()))
}

/// A date to the day, or to the month where the cell shows no more; what lies beyond all
/// dates stays a number.
pub fn date_of(date: &ExcelDateTime, is_month: bool) -> Content {
    let day = date.as_datetime().map(|date| date.date().to_string());
    let shown = if is_month { 7 } else { 10 };
    match day.filter(|day| day.len() == 10) {
        Some(day) => Content::Date(day[..shown].to_owned()),
        None => Content::Number(date.as_f64()),
    }
}
