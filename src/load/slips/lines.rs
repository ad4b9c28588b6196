//! The lines of a file with what indents them.

use super::slip::{is_other_space, is_space};

/// A line: how far in it begins, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Where it begins in the file.
    pub start: usize,
    /// How many spaces indent it, or would.
    pub indent: usize,
    /// Where what it says begins in the file.
    pub at: usize,
    /// What it says, without spaces at its end.
    pub body: &'a str,
    /// What is no space in what indents it.
    pub odd: Option<char>,
    /// Whether it belongs to a text of several lines that begins with `|` or `>`.
    pub is_text: bool,
}

impl Line<'_> {
    /// Whether the line says anything.
    pub fn is_blank(&self) -> bool {
        self.body.is_empty() || self.body.starts_with('#')
    }

    /// How the line is to be indented.
    pub fn spaces(&self) -> String {
        " ".repeat(self.indent)
    }
}

/// How wide what is no space is taken for, where it indents a line.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    /// A tab, in spaces.
    pub tab: usize,
    /// Whether others indent a line.
    pub others: bool,
    /// Whether they do so where spaces do, too.
    pub behind_spaces: bool,
}

impl Widths {
    /// Those that may be meant, the usual ones first; the last count nothing.
    pub const ALL: [Self; 5] = [
        Self::of(2, true, true),
        Self::of(2, true, false),
        Self::of(4, true, true),
        Self::of(8, true, true),
        Self::of(0, false, false),
    ];

    const fn of(tab: usize, others: bool, behind_spaces: bool) -> Self {
        Self {
            tab,
            others,
            behind_spaces,
        }
    }
}

/// The lines of a text.
pub fn lines(text: &str, widths: Widths) -> Vec<Line<'_>> {
    let mut found: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    // How far in the line stands behind which a text of several lines goes on.
    let mut of_text = None;
    for line in text.split_inclusive('\n') {
        let mut read = line_of(line.trim_end(), start, widths);
        start += line.len();
        read.is_text = of_text.is_some_and(|indent| read.body.is_empty() || spaces(line) > indent);
        if !read.is_text {
            of_text = begins_text(read.body).then_some(read.indent);
        } else if read.odd.is_some() {
            read = line_of_spaces(line.trim_end(), read.start);
            read.is_text = true;
        }
        found.push(read);
    }
    found
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn line_of(line: &str, start: usize, widths: Widths) -> Line<'_> {
    let body = line.trim_start_matches(is_space);
    let before = &line[..line.len() - body.len()];
    let odd = before.chars().find(|c| *c != ' ');
    // Behind spaces such a one may be a text's own, as at the beginning of a paragraph.
    let is_meant = !before.starts_with(' ') || looks_like_entry(body);
    let Some(odd) = odd.filter(|_| is_meant && !body.is_empty()) else {
        return line_of_spaces(line, start);
    };
    let others = widths.others && (widths.behind_spaces || !before.starts_with(' '));
    let width = |c: char| match c {
        ' ' => 1,
        _ if !others => 0,
        '\t' => widths.tab,
        '\u{3000}' => 2,
        _ => 1,
    };
    Line {
        start,
        indent: before.chars().map(width).sum(),
        at: start + before.len(),
        body,
        odd: Some(odd),
        is_text: false,
    }
}

fn line_of_spaces(line: &str, start: usize) -> Line<'_> {
    let indent = spaces(line);
    Line {
        start,
        indent,
        at: start + indent,
        body: &line[indent..],
        odd: None,
        is_text: false,
    }
}

/// Whether the lines below are a text, up to one that stands no further in.
fn begins_text(body: &str) -> bool {
    let Some((_, mark)) = body.rsplit_once([':', '-', '：']) else {
        return false;
    };
    let mark = mark.trim_start();
    mark.starts_with(['|', '>'])
        && mark[1..]
            .chars()
            .all(|c| matches!(c, '+' | '-' | '0'..='9'))
}

/// Whether what a line says is a key with its colon, or an item.
pub fn looks_like_entry(body: &str) -> bool {
    let key = body.split(is_other_space).next().unwrap_or_default();
    body.contains(": ")
        || body.ends_with(':')
        || body.starts_with("- ")
        || body == "-"
        || key.contains(super::slip::is_wide_colon)
}
