//! A tree of heads laid out as on the page (`layouts/lib/headtree.typ`), and heads that
//! stand upright (`layouts/lib/vertical.typ`).

use super::grid::Head;
use crate::forms::source::ColumnSource;

/// The columns of a tree, from left to right.
pub fn columns(nodes: &[ColumnSource]) -> Vec<&ColumnSource> {
    let nodes = ColumnSource::nodes(nodes).into_iter();
    nodes.filter(|node| is_column(node)).collect()
}

/// How many rows the heads of a tree take.
pub fn depth(nodes: &[ColumnSource]) -> u32 {
    nodes.iter().map(depth_of).max().unwrap_or(1)
}

fn is_column(node: &ColumnSource) -> bool {
    node.name.is_some()
}

fn width_of(node: &ColumnSource) -> u16 {
    u16::from(is_column(node)) + node.children.iter().map(width_of).sum::<u16>()
}

fn depth_of(node: &ColumnSource) -> u32 {
    1 + node.children.iter().map(depth_of).max().unwrap_or(0)
}

/// The heads of nodes from a row and a column on. Plain columns stand in the last row
/// together; a head that is a column has those below it beside itself, one row lower.
pub fn cells(
    nodes: &[ColumnSource],
    rows: u32,
    (row, mut column): (u32, u16),
    heads: &mut Vec<Head>,
) {
    for node in nodes {
        let below = &node.children[..];
        let text = node.node_head.as_ref().map(|head| head.text.clone());
        let (width, text) = (width_of(node), text.unwrap_or_default());
        let mut head = |at, size, text: String, is_open| {
            heads.push(Head {
                at,
                size,
                text,
                is_open,
            });
        };
        if is_column(node) {
            head((row, column), (rows - row, 1), text, false);
            if !below.is_empty() {
                head((row, column + 1), (1, width - 1), String::new(), true);
                cells(below, rows, (row + 1, column + 1), heads);
            }
        } else {
            let is_leaf = |node: &ColumnSource| is_column(node) && node.children.is_empty();
            let height = if below.iter().all(is_leaf) {
                rows - 1 - row
            } else {
                1
            };
            head((row, column), (height, width), text, false);
            cells(below, rows, (row + height, column), heads);
        }
        column += width;
    }
}

/// A head that stands upright: one character a line, a number counting as one.
pub fn upright(text: &str) -> String {
    let mut lines = String::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let is_number = |c: char| c.is_ascii_digit();
        if last.is_some_and(|last| !(is_number(last) && is_number(c))) {
            lines.push('\n');
        }
        lines.push(c);
        last = Some(c);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_on_one_line() {
        assert_eq!(upright("35岁及以下"), "35\n岁\n及\n以\n下");
        assert_eq!(upright("6个月以上不满12"), "6\n个\n月\n以\n上\n不\n满\n12");
        assert_eq!(upright("女"), "女");
    }
}
