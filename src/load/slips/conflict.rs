//! Marks that git leaves around what it could not merge.

use super::lines::Line;
use super::scan::Scan;
use crate::load::tree_fault::YamlCause;
use crate::model::node::Span;

/// A conflict that is being read.
struct Open {
    first: Span,
    others: [Option<Span>; 3],
    sides: [String; 2],
}

/// Notes the conflicts of a file, each once; whether each line is one of their marks.
pub fn note(scan: &mut Scan<'_>, lines: &[Line<'_>]) -> Vec<bool> {
    let mark =
        |line: &Line<'_>| mark_of(line.body).filter(|_| line.indent == 0 && line.odd.is_none());
    let mut is_mark = vec![false; lines.len()];
    let mut open: Option<Open> = None;
    for (index, line) in lines.iter().enumerate() {
        let span = Span::new(line.at, line.at + line.body.len());
        let Some(kind) = mark(line).filter(|kind| open.is_some() || "<>".contains(*kind)) else {
            continue;
        };
        is_mark[index] = true;
        if kind == '<' || open.is_none() {
            close(scan, open.take());
        }
        let conflict = open.get_or_insert_with(|| Open {
            first: span,
            others: [None; 3],
            sides: [String::new(), String::new()],
        });
        let side = || line.body[MARK..].trim().to_owned();
        match kind {
            '<' => conflict.sides[0] = side(),
            '|' => conflict.others[0] = Some(span),
            '=' => conflict.others[1] = Some(span),
            _ => {
                conflict.sides[1] = side();
                if is_mark[..index].contains(&true) {
                    conflict.others[2] = Some(span);
                }
                close(scan, open.take());
            }
        }
    }
    close(scan, open);
    is_mark
}

fn close(scan: &mut Scan<'_>, conflict: Option<Open>) {
    if let Some(Open {
        first,
        others,
        sides,
    }) = conflict
    {
        let marks = others.map(|other| other.filter(|other| *other != first));
        let sides = Box::new(sides);
        scan.note(first, YamlCause::Conflict { marks, sides }, None);
    }
}

/// So many characters are a mark.
const MARK: usize = 7;

/// The character of a mark: seven of them, and a name or nothing behind.
fn mark_of(body: &str) -> Option<char> {
    let mark = body.chars().next().filter(|mark| "<|=>".contains(*mark))?;
    let rest = body.trim_start_matches(mark);
    let is_whole = rest.is_empty() || rest.starts_with(' ');
    (body.len() - rest.len() == MARK && is_whole).then_some(mark)
}
