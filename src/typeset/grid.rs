//! The lines of a form: those of its laid-out pages, and those that its
//! `grid.yaml` says.

use super::inspect::{PageFrame, Stroke, TOLERANCE};
use crate::model::node::{Kind, Node, Span};

/// Lines nearer than this are one.
const SAME: f64 = 0.06;
/// A stroke reaches beyond its corner by half the width of the one it meets.
const CORNER: f64 = 0.2;

/// A straight line, lying or standing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Whether it lies.
    pub lies: bool,
    /// How far from the upper edge a lying line is, from the left edge a standing
    /// one, in mm.
    pub at: f64,
    /// Where it begins, from the left or the upper edge, in mm.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Line {
    fn of(rule: &Stroke) -> Option<Self> {
        let ((x1, y1), (x2, y2)) = (rule.start, rule.end);
        let (across, down) = ((x1 - x2).abs() > SAME, (y1 - y2).abs() > SAME);
        let (lies, at, one, other) = match (across, down) {
            (true, false) => (true, y1, x1, x2),
            (false, true) => (false, x1, y1, y2),
            _ => return None,
        };
        let (from, to) = (one.min(other), one.max(other));
        Some(Self { lies, at, from, to })
    }

    /// Whether it is as another one, but for a hair.
    pub fn is_like(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
        self.lies == other.lies
            && near(self.at, other.at)
            && near(self.from, other.from)
            && near(self.to, other.to)
    }
}

/// The lines of a page, those in one another's prolongation as one: lying ones
/// from top to bottom, then standing ones from left to right.
pub fn lines(page: &PageFrame) -> Vec<Line> {
    let mut lines: Vec<Line> = page.rules.iter().filter_map(Line::of).collect();
    lines.sort_by(|a, b| {
        let place = |line: &Line| (line.at / SAME).round();
        (b.lies.cmp(&a.lies))
            .then(place(a).total_cmp(&place(b)))
            .then(a.from.total_cmp(&b.from))
    });
    lines.dedup_by(|part, last| {
        let goes_on = part.lies == last.lies
            && (last.at - part.at).abs() <= SAME
            && part.from <= last.to + SAME;
        if goes_on {
            last.to = last.to.max(part.to);
        }
        goes_on
    });
    let crossing = lines.clone();
    for line in &mut lines {
        let snapped = |end: f64| {
            let across = crossing.iter().filter(|other| other.lies != line.lies);
            let mut near = across.map(|other| other.at);
            near.find(|at| (at - end).abs() <= CORNER).unwrap_or(end)
        };
        (line.from, line.to) = (snapped(line.from), snapped(line.to));
    }
    lines
}

/// The lines of all pages as `grid.yaml` writes them.
pub fn write(pages: &[PageFrame]) -> String {
    let mut text = String::from(
        "# 空白表各页的格线，毫米，从纸的左上角量起；与版面相差 0.3 毫米以上是错误。\n",
    );
    for page in pages {
        let lines = lines(page);
        if lines.is_empty() {
            text.push_str("- {}\n");
            continue;
        }
        for (lies, head) in [
            (true, "- 横线:  # 离上边, 从, 到\n"),
            (false, "  竖线:  # 离左边, 从, 到\n"),
        ] {
            text.push_str(head);
            for Line { at, from, to, .. } in lines.iter().filter(|line| line.lies == lies) {
                text.push_str(&format!("    - [{at:.1}, {from:.1}, {to:.1}]\n"));
            }
        }
    }
    text
}

/// The lines of `grid.yaml`, page by page, each with its place.
///
/// # Errors
/// Where the file is not as [`write`] writes it.
pub fn read(tree: &Node) -> Result<Vec<Vec<(Line, Span)>>, Span> {
    let Kind::List(pages) = &tree.kind else {
        return Err(tree.span);
    };
    pages.iter().map(page).collect()
}

fn page(node: &Node) -> Result<Vec<(Line, Span)>, Span> {
    let Kind::Map(entries) = &node.kind else {
        return Err(node.span);
    };
    let mut lines = Vec::new();
    for entry in entries {
        let lies = match entry.key.as_str() {
            "横线" => true,
            "竖线" => false,
            _ => return Err(entry.key_span),
        };
        let items = match &entry.value.kind {
            Kind::List(items) => items.as_slice(),
            Kind::Null => &[],
            _ => return Err(entry.key_span),
        };
        for item in items {
            let [at, from, to] = numbers(item).ok_or(item.span)?;
            lines.push((Line { lies, at, from, to }, item.span));
        }
    }
    Ok(lines)
}

fn numbers(node: &Node) -> Option<[f64; 3]> {
    let Kind::List(items) = &node.kind else {
        return None;
    };
    let number = |item: &Node| match &item.kind {
        Kind::Scalar(text) => text.parse().ok(),
        _ => None,
    };
    let numbers: Option<Vec<f64>> = items.iter().map(number).collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(start: (f64, f64), end: (f64, f64)) -> Stroke {
        Stroke {
            start,
            end,
            thickness: 0.2,
        }
    }

    #[test]
    fn pieces_in_one_anothers_prolongation_are_one_line() {
        let page = PageFrame {
            rules: vec![
                rule((28.0, 37.0), (60.0, 37.0)),
                rule((90.0, 37.0), (60.0, 37.0)),
                // A gap, and a line of its own.
                rule((100.0, 37.0), (120.0, 37.0)),
                rule((28.0, 37.0), (28.0, 50.0)),
                // A diagonal is no line of the grid.
                rule((28.0, 37.0), (60.0, 50.0)),
            ],
            ..PageFrame::default()
        };
        let line = |lies, at, from, to| Line { lies, at, from, to };
        let expected = [
            line(true, 37.0, 28.0, 90.0),
            line(true, 37.0, 100.0, 120.0),
            line(false, 28.0, 37.0, 50.0),
        ];
        assert_eq!(lines(&page), expected);
    }

    #[test]
    fn what_is_written_is_read() {
        let page = PageFrame {
            rules: vec![
                rule((28.0, 37.0), (60.0, 37.0)),
                rule((28.0, 37.0), (28.0, 50.0)),
            ],
            ..PageFrame::default()
        };
        let text = write(&[page.clone(), PageFrame::default()]);
        let tree = crate::load::parse(&text).expect("YAML");
        let read = read(&tree).expect("a grid");
        let found: Vec<Line> = read[0].iter().map(|(line, _)| *line).collect();
        assert_eq!(found, lines(&page));
        assert_eq!(read[1], []);
    }
}
