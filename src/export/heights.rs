//! The heights of rows, by the lines that their texts take.

use super::grid::{Grid, Head, Line};
use super::room::{height, lines};

/// The heights of the rows of heads, each at least so high: first by the heads of one row,
/// then the last one of a head takes what that still needs.
pub fn of_heads(grid: &Grid, rows: u32, least: f64) -> Vec<f64> {
    let mut all = vec![least; rows as usize];
    let need = |head: &Head| of_text(grid, &head.text, head.at.1, head.size.1);
    for head in grid.heads.iter().filter(|head| head.size.0 == 1) {
        let row = &mut all[head.at.0 as usize];
        *row = row.max(need(head));
    }
    for head in &grid.heads {
        let first = head.at.0 as usize;
        let own = &mut all[first..first + head.size.0 as usize];
        let lack = need(head) - own.iter().sum::<f64>();
        if let Some(last) = own.last_mut().filter(|_| lack > 0.0) {
            *last += lack;
        }
    }
    all
}

/// The height of a row.
pub fn of_line(grid: &Grid, line: &Line) -> f64 {
    let each = |texts: &[String], first: u16| {
        let texts = texts.iter().zip(first..);
        let texts = texts.map(|(text, column)| of_text(grid, text, column, 1));
        texts.fold(0.0, f64::max)
    };
    let all = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX);
    let need = match line {
        Line::Numbers(_) => return height(1, grid.size),
        Line::Empty => 0.0,
        Line::Group(text) | Line::Said(text) => of_text(grid, text, 0, all),
        Line::Texts(texts) => each(texts, 0),
        Line::Figures(name, figures) => of_text(grid, name, 0, 1).max(each(figures, 1)),
    };
    need.max(grid.least)
}

fn of_text(grid: &Grid, text: &str, column: u16, columns: u16) -> f64 {
    let lines = lines(text, grid.width(column, columns), grid.size);
    height(lines, grid.size)
}
