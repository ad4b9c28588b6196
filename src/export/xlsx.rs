//! Sheets as workbooks, for the eye as on paper; the same bytes for the same.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatDiagonalBorder,
    Workbook, Worksheet, XlsxError,
};

use super::grid::{Grid, Head, Line};

/// A workbook of one sheet.
pub fn bytes(grid: &Grid) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: the day on which a file was made is no part of it.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name(name(&grid.name))?;
    setup(sheet, grid)?;
    let first = above(sheet, grid)?;
    heads(sheet, grid, first)?;
    let mut row = first + grid.head_rows;
    sheet.set_repeat_rows(first, row - 1)?;
    sheet.set_freeze_panes(row, 0)?;
    let cell = cell();
    for line in &grid.rows {
        match line {
            Line::Group(name) => over(
                sheet,
                row,
                grid,
                name,
                &cell.clone().set_align(FormatAlign::Left),
            )?,
            Line::Texts(texts) => {
                for (text, column) in texts.iter().zip(0..) {
                    sheet.write_string_with_format(row, column, text, &cell)?;
                }
            }
            Line::Figures(name, figures) => {
                sheet.write_string_with_format(row, 0, name, &cell)?;
                for (figure, column) in figures.iter().zip(1..) {
                    match figure.parse::<u32>() {
                        Ok(figure) => sheet.write_number_with_format(row, column, figure, &cell)?,
                        Err(_) => sheet.write_string_with_format(row, column, figure, &cell)?,
                    };
                }
            }
        }
        row += 1;
    }
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Left);
    for (line, row) in grid.below.iter().zip(row..) {
        over(sheet, row, grid, line, &plain)?;
    }
    workbook.save_to_buffer()
}

/// The paper, and the widths of the columns.
fn setup(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    match grid.is_landscape {
        true => sheet.set_landscape(),
        false => sheet.set_portrait(),
    };
    for (width, column) in grid.widths.iter().zip(0..) {
        // At 96 dots an inch.
        let dots = (width * 96.0 / 25.4).round().clamp(8.0, 1790.0);
        sheet.set_column_width_pixels(column, dots as u32)?;
    }
    Ok(())
}

/// The title and what stands below it; the row of the first head.
fn above(sheet: &mut Worksheet, grid: &Grid) -> Result<u32, XlsxError> {
    let mut row = 0;
    if !grid.title.is_empty() {
        let format = Format::new()
            .set_bold()
            .set_font_size(16)
            .set_align(FormatAlign::Center);
        over(sheet, row, grid, &grid.title.replace('\n', ""), &format)?;
        row += 1;
    }
    if !grid.above.is_empty() {
        over(sheet, row, grid, &grid.above.join("　　"), &Format::new())?;
        row += 1;
    }
    Ok(row)
}

fn heads(sheet: &mut Worksheet, grid: &Grid, first: u32) -> Result<(), XlsxError> {
    if let Some([columns, rows]) = &grid.corner {
        let format = cell()
            .set_border_diagonal(FormatBorder::Thin)
            .set_border_diagonal_type(FormatDiagonalBorder::BorderDown)
            .set_align(FormatAlign::Left);
        let text = format!("　　　　{columns}\n{rows}");
        let size = (grid.head_rows, 1);
        block(sheet, (first, 0), size, &text, &format)?;
    }
    for head in &grid.heads {
        let (row, column) = head.at;
        block(
            sheet,
            (first + row, column),
            head.size,
            &head.text,
            &format_of(head),
        )?;
    }
    Ok(())
}

fn format_of(head: &Head) -> Format {
    let mut format = cell();
    if head.is_vertical {
        // Characters one below the other.
        format = format.set_rotation(270);
    }
    if head.is_open {
        format = format.set_border_left(FormatBorder::None);
    }
    format
}

/// A text over cells that are merged, if they are several.
fn block(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (rows, columns): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match (rows, columns) {
        (1, 1) => sheet.write_string_with_format(row, column, text, format)?,
        _ => sheet.merge_range(
            row,
            column,
            row + rows - 1,
            column + columns - 1,
            text,
            format,
        )?,
    };
    Ok(())
}

/// A text over all columns.
fn over(
    sheet: &mut Worksheet,
    row: u32,
    grid: &Grid,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let columns = u16::try_from(grid.widths.len()).unwrap_or(u16::MAX).max(1);
    block(sheet, (row, 0), (1, columns), text, format)
}

fn cell() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A name that a sheet can have.
fn name(name: &str) -> String {
    let is_kept = |c: &char| !r"[]:*?/\'".contains(*c);
    let name: String = name.chars().filter(is_kept).take(31).collect();
    if name.is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}
