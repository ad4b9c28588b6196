//! Which columns texts take that are set by the width of the page, and texts that are set
//! apart by blanks.

use super::grid::{Beside, Grid};
use super::room::{POINTS, ems, width};

/// What parts texts that have to share one cell.
const BETWEEN: &str = "　　";

/// Texts side by side: each with whether it ends at the right, its first column and how
/// many it takes. Where one has no room on its line and all together do, they are one.
pub fn spans(grid: &Grid, all: &[Beside], size: f64) -> Vec<(String, bool, (u16, u16))> {
    let columns = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX).max(1);
    let count = u16::try_from(all.len()).unwrap_or(u16::MAX);
    let whole = grid.width(0, columns);
    let has_room =
        |text: &str, room: f64| text.split('\n').all(|line| width(ems(line), size) <= room);
    let mut starts: Vec<u16> = Vec::new();
    for (one, at) in all.iter().zip(0..) {
        let before = |column: &u16| grid.width(0, *column) <= one.from * whole + 0.1;
        let last = (0..columns).take_while(before).last().unwrap_or(0);
        let least = starts.last().map_or(0, |start| start + 1);
        starts.push(last.clamp(least, (columns + at).saturating_sub(count).max(least)));
    }
    let ends = starts.iter().skip(1).copied().chain([columns]);
    let spans = all.iter().zip(starts.iter().zip(ends));
    let spans: Vec<_> = spans
        .map(|(one, (start, end))| {
            let span = (*start, end.saturating_sub(*start));
            (one.text.clone(), one.is_right, span)
        })
        .collect();
    let texts = all.iter().map(|one| one.text.as_str());
    let joined = texts.collect::<Vec<_>>().join(BETWEEN);
    let fits = |(text, _, (first, count)): &(String, bool, (u16, u16))| {
        has_room(text, grid.width(*first, *count))
    };
    let is_one = count > columns || !spans.iter().all(fits) && has_room(&joined, whole);
    match is_one && !all.is_empty() {
        true => vec![(joined, false, (0, columns))],
        false => spans,
    }
}

/// The words of the corner, at its upper right and its lower left.
pub fn corner(grid: &Grid, [columns, rows]: &[String; 2]) -> String {
    // As many lines as surely have room in all faces.
    const PITCH: f64 = 1.45;
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
            let spans = spans(&grid(widths), all, 12.0);
            spans
                .into_iter()
                .map(|(_, _, span)| span)
                .collect::<Vec<_>>()
        };
        let two = [one("甲乙", 0.0), one("丙丁", 0.7)];
        assert_eq!(of(&[50.0, 50.0, 50.0], &two), [(0, 2), (2, 1)]);
        assert_eq!(of(&[140.0, 30.0], &two), [(0, 1), (1, 1)]);
        // The second has no room beside.
        assert_eq!(of(&[140.0, 10.0], &two), [(0, 2)]);
        assert_eq!(of(&[140.0], &two), [(0, 1)]);
        assert_eq!(of(&[50.0], &[]), []);
    }

    #[test]
    fn two_characters_are_set_apart() {
        assert_eq!(spread("姓名", 17.0), "姓　名");
        assert_eq!(spread("姓名", 13.0), "姓名");
        assert_eq!(spread("联系电话", 30.0), "联系电话");
        assert_eq!(spread("女", 30.0), "女");
    }
}
