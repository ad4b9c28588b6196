//! The widths of columns in millimetres: as declared, else what is left of the page, and
//! at least what their numbers need. A sheet is printed as wide as the page, whatever it is.

use super::grid::{Column, Head, Line};
use super::room::{ems, lines, widest_number, width};

/// Widths as they are given, which fill the page; columns without one share what is left.
pub fn given(widths: &[Option<f64>], all: f64) -> Vec<f64> {
    let known: f64 = widths.iter().flatten().sum();
    let open = widths.iter().filter(|width| width.is_none()).count().max(1);
    let share = ((all - known) / open as f64).max(LEAST);
    let widths: Vec<f64> = widths.iter().map(|one| one.unwrap_or(share)).collect();
    let sum: f64 = widths.iter().sum();
    let scale = if sum < all { all / sum } else { 1.0 };
    widths.into_iter().map(|width| width * scale).collect()
}

/// No column is narrower, in millimetres.
const LEAST: f64 = 5.0;

/// Shorter texts, in em, are not broken.
const SHORT: f64 = 4.0;

/// A row is no higher than so many lines as long as the column is no wider than this, in
/// millimetres; it cannot be higher than so many.
const USUAL_LINES: usize = 4;
const ROOMY: f64 = 70.0;
const MOST_LINES: usize = 25;

/// Widens columns in which a number or a short text would be broken, or whose texts need more
/// lines than a row can have, by what others can spare, and beyond.
pub fn fit(columns: &mut [Column], heads: &[Head], rows: &[Line], size: f64) {
    let texts_of = |at: usize| {
        let cells = rows.iter().filter_map(move |row| match row {
            Line::Texts(texts) => texts.get(at),
            _ => None,
        });
        cells.map(String::as_str)
    };
    let head_of = |at: usize| {
        let head = heads.iter().find(|head| usize::from(head.at.1) == at);
        head.map_or("", |head| head.text.as_str())
    };
    let needs: Vec<(f64, f64)> = (0..columns.len())
        .map(|at| {
            let least = |text: &str| {
                let whole = if ems(text) < SHORT { ems(text) } else { 0.0 };
                width(widest_number(text).max(whole), size)
            };
            let lines = |text: &str| {
                let mut cell = columns[at].width;
                while cell < WIDEST {
                    match lines(text, cell, size) {
                        0..=USUAL_LINES => break,
                        ..=MOST_LINES if cell >= ROOMY => break,
                        _ => cell += 2.0,
                    }
                }
                cell
            };
            // Lines of heads are given; those of one line are broken where they must be.
            let lines_of_head = head_of(at).split('\n').map(|line| width(ems(line), size));
            let head = match head_of(at).contains('\n') {
                true => lines_of_head.fold(0.0, f64::max),
                false => least(head_of(at)),
            };
            let lack = texts_of(at).map(|text| least(text).max(lines(text)));
            let lack = lack.fold(head, f64::max) - columns[at].width;
            let texts = texts_of(at).chain(head_of(at).split('\n'));
            let whole = texts.map(|text| width(ems(text), size));
            let spare = columns[at].width - whole.fold(LEAST, f64::max);
            (lack.max(0.0), spare.max(0.0))
        })
        .collect();
    let lack: f64 = needs.iter().map(|(lack, _)| lack).sum();
    let spare: f64 = needs.iter().map(|(_, spare)| spare).sum();
    let taken = if spare > 0.0 {
        (lack / spare).min(1.0)
    } else {
        0.0
    };
    for (column, (lack, spare)) in columns.iter_mut().zip(needs) {
        column.width += lack - spare * taken;
    }
}

/// No column can be wider, in millimetres.
const WIDEST: f64 = 470.0;

/// Widths of columns that are all the same, but for those that need more than their share.
pub fn level(needs: &[f64], all: f64) -> Vec<f64> {
    let mut sorted = needs.to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    let (mut left, mut open) = (all, needs.len());
    for need in sorted {
        if need * open as f64 <= left {
            break;
        }
        left -= need;
        open -= 1;
    }
    let share = if open > 0 { left / open as f64 } else { 0.0 };
    needs.iter().map(|need| need.max(share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_fill_the_page() {
        assert_eq!(given(&[Some(20.0), None, None], 156.0), [20.0, 68.0, 68.0]);
        assert_eq!(given(&[Some(20.0), Some(19.0)], 156.0), [80.0, 76.0]);
        assert_eq!(given(&[Some(200.0), Some(25.0)], 225.0), [200.0, 25.0]);
        assert_eq!(level(&[10.0, 30.0, 10.0], 60.0), [15.0, 30.0, 15.0]);
    }

    #[test]
    fn numbers_and_short_texts_have_room() {
        let column = |width| Column {
            width,
            ..Column::default()
        };
        let mut columns = [column(10.0), column(5.0), column(60.0), column(20.0)];
        let texts = ["62242319650312123X", "预备", "甲", &"长".repeat(3000)];
        let rows = [Line::Texts(texts.map(str::to_owned).to_vec())];
        fit(&mut columns, &[], &rows, 10.5);
        let widths = columns.map(|column| column.width);
        assert!(widths[0] >= width(ems(texts[0]), 10.5), "{widths:?}");
        assert!(
            widths[1] >= width(2.0, 10.5) && widths[2] < 20.0,
            "{widths:?}"
        );
        assert!(lines(texts[3], widths[3], 10.5) <= MOST_LINES, "{widths:?}");
    }
}
