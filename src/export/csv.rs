//! Sheets as text. Where Excel would make something else of a text, or run it, a tab stands
//! before; importing takes it off.

use std::io;

use super::grid::{Grid, Line};
use super::guard::guarded;

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
    writer.write_record(grid.columns.iter().map(|column| guarded(&column.name)))?;
    for row in &grid.rows {
        match row {
            Line::Empty => {}
            Line::Group(text) | Line::Said(text) => writer.write_record([guarded(text)])?,
            Line::Numbers(numbers) => writer.write_record(numbers)?,
            Line::Texts(texts) => {
                let cells = texts.iter().zip(&grid.columns);
                writer.write_record(cells.map(|(text, column)| match column.figure(text) {
                    Some(_) => text.clone(),
                    None => guarded(text),
                }))?;
            }
            Line::Figures(name, figures) => {
                writer.write_field(guarded(name))?;
                writer.write_record(figures)?;
            }
        }
    }
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::grid::Column;
    use super::*;

    #[test]
    fn nothing_runs_and_no_figure_is_lost() {
        let texts = |texts: &[&str]| {
            let texts = texts.iter().map(|&text| text.to_owned());
            texts.collect::<Vec<_>>()
        };
        let column = |name: &str, is_number| Column {
            name: name.to_owned(),
            is_number,
            ..Column::default()
        };
        let grid = Grid {
            columns: vec![
                column("姓名", false),
                column("号", false),
                column("元", true),
            ],
            rows: vec![
                Line::Numbers(texts(&["甲", "1", "2"])),
                Line::Group("组".to_owned()),
                Line::Texts(texts(&["=1+1", "62242319650312123X", "1200.50"])),
                Line::Texts(texts(&["@a", "0943", "约1200"])),
                Line::Empty,
                Line::Figures("合计".to_owned(), texts(&["1200", ""])),
                Line::Said("无".to_owned()),
            ],
            ..Grid::default()
        };
        let excel = String::from_utf8(bytes(&grid, true).expect("written")).expect("UTF-8");
        let plain = String::from_utf8(bytes(&grid, false).expect("written")).expect("UTF-8");
        assert_eq!(
            plain,
            "姓名,号,元\n甲,1,2\n组\n\t=1+1,\t62242319650312123X,1200.50\n\
             \t@a,\t0943,约1200\n合计,1200,\n无\n"
        );
        assert_eq!(excel, format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    }
}
