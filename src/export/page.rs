//! The paper of a sheet: its margins are those of the page, and so is its number.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::grid::Grid;

/// A4, as workbooks call it.
const A4: u8 = 9;
/// Margins at the left, right, top and bottom in millimetres, and that of the page number:
/// of paper that stands, and lies (`layouts/lib/page.typ`), and of a roster.
const STANDING: [f64; 5] = [28.0, 26.0, 37.0, 35.0, 23.0];
const LYING: [f64; 5] = [35.0, 37.0, 28.0, 26.0, 14.0];
const ROSTER: [f64; 5] = [12.0, 12.0, 15.0, 18.0, 8.0];

/// The number of a page.
const FOLIO: &str = "&C&\"宋体,Regular\"&14— &P —";

/// The paper, and the widths of the columns.
pub fn setup(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, u16::from(grid.is_one_page));
    sheet.set_print_center_horizontally(true);
    let margins = match (grid.is_of_paper(), grid.is_landscape) {
        (false, _) => ROSTER,
        (true, true) => LYING,
        (true, false) => STANDING,
    };
    let [left, right, top, bottom, number] = margins.map(|margin| margin / 25.4);
    sheet.set_margins(left, right, top, bottom, number, number);
    sheet.set_footer(FOLIO);
    match grid.is_landscape {
        true => sheet.set_landscape(),
        false => sheet.set_portrait(),
    };
    for (column, at) in grid.columns.iter().zip(0..) {
        // At 96 dots an inch.
        let dots = (column.width * 96.0 / 25.4).ceil().clamp(8.0, 1790.0);
        sheet.set_column_width_pixels(at, dots as u32)?;
    }
    Ok(())
}
