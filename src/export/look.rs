//! How cells of a workbook look: type, lines around them, what is text.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatDiagonalBorder};

/// The faces of captions, of values, and of what heads a page.
const SONG: &str = "宋体";
const FANGSONG: &str = "仿宋";
const HEI: &str = "黑体";

/// The sizes of the number of a form, of its title, of what stands above and below a table,
/// and of the line above one of several, in points.
pub const NUMBER: f64 = 16.0;
pub const TITLE: f64 = 22.0;
pub const BESIDE: f64 = 12.0;

/// The number of the format of text.
const TEXT: u8 = 49;
/// Longer texts are not shown in cells that are told to be of text.
const SHOWN: usize = 255;

/// What cells without a format have, by whose figures the widths of columns are told; and
/// the height and width of a cell in it, in dots.
pub fn usual() -> Format {
    Format::new().set_font_name(SONG).set_font_size(11)
}
pub const ROW: u32 = 18;
pub const COLUMN: u32 = 72;

fn plain(face: &str, size: f64) -> Format {
    Format::new()
        .set_font_name(face)
        .set_font_size(size)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// The number of a form.
pub fn number() -> Format {
    plain(HEI, NUMBER).set_align(FormatAlign::Left)
}

/// The title.
pub fn title() -> Format {
    plain(SONG, TITLE).set_bold().set_align(FormatAlign::Center)
}

/// The line above one of several tables.
pub fn own_title() -> Format {
    plain(HEI, BESIDE).set_align(FormatAlign::Left)
}

/// What stands above or below a table.
pub fn beside(is_right: bool, size: f64) -> Format {
    plain(SONG, size).set_align(match is_right {
        true => FormatAlign::Right,
        false => FormatAlign::Left,
    })
}

/// A caption in the table.
pub fn caption(size: f64) -> Format {
    plain(SONG, size).set_align(FormatAlign::Center)
}

/// A value in the table.
pub fn value(size: f64) -> Format {
    plain(FANGSONG, size).set_align(FormatAlign::Center)
}

/// The corner, with its diagonal.
pub fn corner(size: f64) -> Format {
    plain(SONG, size)
        .set_align(FormatAlign::Left)
        .set_border_diagonal(FormatBorder::Thin)
        .set_border_diagonal_type(FormatDiagonalBorder::BorderDown)
}

/// A text that stays text when it is edited.
pub fn as_text(format: Format, text: &str) -> Format {
    match text.encode_utf16().count() <= SHOWN {
        true => format.set_num_format_index(TEXT),
        false => format,
    }
}

/// The rows and columns of a table, the first and the last of each.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The rows.
    pub rows: (u32, u32),
    /// The last column.
    pub last: u16,
}

impl Frame {
    /// A cell, or several that are merged, with their lines: those around the table are
    /// thicker.
    pub fn around(
        self,
        format: Format,
        (row, column): (u32, u16),
        (rows, columns): (u32, u16),
    ) -> Format {
        let line = |is_outer: bool| match is_outer {
            true => FormatBorder::Medium,
            false => FormatBorder::Thin,
        };
        format
            .set_border_top(line(row == self.rows.0))
            .set_border_bottom(line(row + rows == self.rows.1 + 1))
            .set_border_left(line(column == 0))
            .set_border_right(line(column + columns == self.last + 1))
    }
}
