//! Which columns texts take that are set by the width of the page, and texts that are set
//! apart by blanks.

use super::grid::{Beside, Grid};
use super::room::{POINTS, ems, width};

/// How many blanks part texts that have to share one cell, at least.
const BETWEEN: usize = 2;

/// The sizes in which texts are set, the first in which they have room, in points.
const SIZES: [f64; 5] = [12.0, 11.0, 10.5, 10.0, 9.0];

/// A text above or below a table, in its place.
#[derive(Debug, PartialEq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// Whether it ends where the table ends.
    pub is_right: bool,
    /// Its first column, and how many it takes.
    pub columns: (u16, u16),
}

/// Texts side by side, and their size: as near to their places as they have room on one
/// line, else all in one cell, else over several lines.
pub fn spans(grid: &Grid, all: &[Beside]) -> (Vec<Span>, f64) {
    let columns = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX).max(1);
    let has_room = |text: &str, (first, count): (u16, u16), size: f64| {
        width(ems(text), size) <= grid.width(first, count)
    };
    // What ends at the right does so in one cell by blanks.
    let joined = |size: f64| {
        let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
        let room = (grid.width(0, columns) - width(0.0, size)) * POINTS / size;
        let free = (room - ems(&texts.concat())).floor() as usize;
        let is_right = texts.len() == 2 && all.iter().any(|one| one.is_right);
        let blanks = if is_right { free.max(BETWEEN) } else { BETWEEN };
        Span {
            text: texts.join(&"　".repeat(blanks)),
            is_right: false,
            columns: (0, columns),
        }
    };
    if all.len() > usize::from(columns) {
        return (vec![joined(SIZES[0])], SIZES[0]);
    }
    let ways = ways(grid, all, columns);
    let placed = |starts: &[u16]| -> Vec<Span> {
        let ends = starts.iter().skip(1).copied().chain([columns]);
        let spans = all.iter().zip(starts.iter().zip(ends));
        let spans = spans.map(|(one, (start, end))| Span {
            text: one.text.clone(),
            is_right: one.is_right,
            columns: (*start, end - start),
        });
        spans.collect()
    };
    for size in SIZES {
        let fits = |spans: &Vec<Span>| {
            let mut spans = spans.iter();
            spans.all(|span| has_room(&span.text, span.columns, size))
        };
        if let Some(spans) = ways.iter().map(|way| placed(way)).find(fits) {
            return (spans, size);
        }
    }
    for size in SIZES {
        let one = joined(size);
        if has_room(&one.text, one.columns, size) {
            return (vec![one], size);
        }
    }
    let usual = ways.first().map(|way| placed(way));
    (usual.unwrap_or_default(), SIZES[0])
}

/// Where texts may begin: each in the column that its place is in; of two, the second in
/// any other, too, from the nearest on.
fn ways(grid: &Grid, all: &[Beside], columns: u16) -> Vec<Vec<u16>> {
    let whole = grid.width(0, columns);
    let count = all.len() as u16;
    let mut usual: Vec<u16> = Vec::new();
    for (one, at) in all.iter().zip(0..) {
        let is_before = |column: &u16| grid.width(0, *column) <= one.from * whole + 0.1;
        let last = (0..columns).take_while(is_before).last().unwrap_or(0);
        let least = usual.last().map_or(0, |start| start + 1);
        usual.push(last.clamp(least, columns + at - count));
    }
    let mut ways = vec![usual];
    if let [_, second] = all {
        let mut others: Vec<u16> = (1..columns).collect();
        let off = |column: &u16| (grid.width(0, *column) - second.from * whole).abs();
        others.sort_by(|one, other| off(one).total_cmp(&off(other)));
        ways.extend(others.into_iter().map(|column| vec![0, column]));
    }
    ways
}

/// The words of the corner, at its upper right and its lower left.
pub fn corner(grid: &Grid, [columns, rows]: &[String; 2]) -> String {
    // As many lines as surely have room in all faces.
    const PITCH: f64 = 1.5;
    let heads: f64 = grid.head_rows.iter().sum();
    let lines = (heads / (grid.size * PITCH)).floor().max(2.0) as usize;
    let room = (grid.width(0, 1) * POINTS - 6.0) / grid.size;
    let blanks = (room - ems(columns)).floor().max(0.0) as usize;
    let between = "\n".repeat(lines - 1);
    format!("{}{columns}{between}{rows}", "　".repeat(blanks))
}

/// Two characters set apart as on paper, where there is room.
pub fn spread(text: &str, room: f64) -> String {
    const LEAST: f64 = 15.0;
    let characters: Vec<char> = text.chars().collect();
    match characters[..] {
        [first, second] if room >= LEAST && !text.is_ascii() => format!("{first}　{second}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::Column;
    use super::*;

    fn grid(widths: &[f64]) -> Grid {
        let column = |width: &f64| Column {
            width: *width,
            ..Column::default()
        };
        Grid {
            columns: widths.iter().map(column).collect(),
            ..Grid::default()
        }
    }

    #[test]
    fn texts_share_the_columns() {
        let one = |text: &str, from| Beside {
            text: text.to_owned(),
            from,
            is_right: false,
        };
        let of = |widths: &[f64], all: &[Beside]| {
            let (spans, size) = spans(&grid(widths), all);
            let spans = spans.iter().map(|span| span.columns);
            (spans.collect::<Vec<_>>(), size)
        };
        let two = [one("甲乙", 0.0), one("丙丁", 0.7)];
        assert_eq!(of(&[50.0, 50.0, 50.0], &two), (vec![(0, 2), (2, 1)], 12.0));
        assert_eq!(of(&[140.0, 30.0], &two), (vec![(0, 1), (1, 1)], 12.0));
        // The second has no room beside.
        assert_eq!(of(&[140.0, 8.0], &two), (vec![(0, 2)], 12.0));
        assert_eq!(of(&[140.0], &two), (vec![(0, 1)], 12.0));
        let mut one_cell = two.clone();
        one_cell[1].is_right = true;
        let (spans, _) = spans(&grid(&[60.0]), &one_cell);
        assert_eq!(spans[0].text, "甲乙　　　　　　　　　丙丁");
        // Ten characters have room in a smaller size.
        let long = "一二三四五六七八九十";
        let two = [one(long, 0.0), one("丙丁", 0.5)];
        assert_eq!(of(&[20.0, 20.0, 14.0], &two), (vec![(0, 2), (2, 1)], 10.5));
        assert_eq!(of(&[50.0], &[]).0, []);
    }

    #[test]
    fn two_characters_are_set_apart() {
        assert_eq!(spread("姓名", 17.0), "姓　名");
        assert_eq!(spread("姓名", 13.0), "姓名");
        assert_eq!(spread("联系电话", 30.0), "联系电话");
        assert_eq!(spread("女", 30.0), "女");
    }
}
