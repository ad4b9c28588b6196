//! Sheets as text. Where Excel would make a number of a text, and lose figures of it, or
//! run it, a tab stands before; importing takes it off.

use std::io;

use super::grid::{Grid, Line};

/// The names of the columns and the rows.
pub fn bytes(grid: &Grid, is_for_excel: bool) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new();
    let ends = match is_for_excel {
        true => csv::Terminator::CRLF,
        false => csv::Terminator::Any(b'\n'),
    };
    let writer = writer.terminator(ends).flexible(true);
    let start = if is_for_excel { "\u{feff}" } else { "" };
    let mut writer = writer.from_writer(start.as_bytes().to_vec());
    let guarded = |texts: &[String]| texts.iter().map(|text| guarded(text)).collect::<Vec<_>>();
    writer.write_record(guarded(&grid.names))?;
    for row in &grid.rows {
        match row {
            Line::Group(name) => writer.write_record(guarded(std::slice::from_ref(name)))?,
            Line::Texts(texts) => writer.write_record(guarded(texts))?,
            Line::Figures(name, figures) => {
                writer.write_field(self::guarded(name))?;
                writer.write_record(figures)?;
            }
        }
    }
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

/// A text that stays what it is.
fn guarded(text: &str) -> String {
    let is_run = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_figures = text.len() >= FIGURES || text.len() > 1 && text.starts_with('0');
    let is_number = is_figures
        && text
            .trim_end_matches('X')
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    match is_run || is_number {
        true => format!("\t{text}"),
        false => text.to_owned(),
    }
}

/// Excel shows longer numbers as powers of ten.
const FIGURES: usize = 11;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_runs_and_no_figure_is_lost() {
        let texts = |texts: &[&str]| {
            texts
                .iter()
                .map(|&text| text.to_owned())
                .collect::<Vec<_>>()
        };
        let grid = Grid {
            names: texts(&["姓名", "号"]),
            rows: vec![
                Line::Group("组".to_owned()),
                Line::Texts(texts(&["=1+1", "62242319650312123X"])),
                Line::Texts(texts(&["@a", "0943"])),
                Line::Figures("合计".to_owned(), texts(&["12", ""])),
            ],
            ..Grid::default()
        };
        let excel = String::from_utf8(bytes(&grid, true).expect("written")).expect("UTF-8");
        let plain = String::from_utf8(bytes(&grid, false).expect("written")).expect("UTF-8");
        assert_eq!(
            plain,
            "姓名,号\n组\n\t=1+1,\t62242319650312123X\n\t@a,\t0943\n合计,12,\n"
        );
        assert_eq!(excel, format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    }
}
