//! Plain text tables, aligned for Chinese: a Han character is two columns wide.

use unicode_width::UnicodeWidthStr as _;

use super::visible::one_line;

/// Lines of cells; the first column is set left, the others right.
pub fn aligned(rows: &[Vec<String>]) -> String {
    set(rows, |column| column > 0)
}

/// Lines of cells, all set left.
pub fn listed(rows: &[Vec<String>]) -> String {
    set(rows, |_| false)
}

fn set(rows: &[Vec<String>], is_right: impl Fn(usize) -> bool) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![0; columns];
    for (column, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
        widths[column] = cell.width().max(widths[column]);
    }
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.width());
            let gap = if column > 0 { "  " } else { "" };
            match is_right(column) {
                true => line.push_str(&format!("{gap}{pad}{cell}")),
                false => line.push_str(&format!("{gap}{cell}{pad}")),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_characters_are_two_wide() {
        let rows = vec![
            vec!["合计".into(), "5".into()],
            vec!["ab".into(), "12".into()],
        ];
        assert_eq!(aligned(&rows), "合计   5\nab    12\n");
    }
}
