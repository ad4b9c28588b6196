//! Marks that git leaves around what it could not merge.

use super::lines::Line;
use super::scan::Scan;
use crate::load::tree_fault::YamlCause;
use crate::model::node::Span;

/// Notes the conflicts of a file, each once; whether each line is one of their marks.
pub fn note(scan: &mut Scan<'_>, lines: &[Line<'_>]) -> Vec<bool> {
    let mark =
        |line: &Line<'_>| mark_of(line.body).filter(|_| line.indent == 0 && line.odd.is_none());
    let mut is_mark = vec![false; lines.len()];
    let mut open: Option<(Span, [Option<Span>; 3])> = None;
    for (index, line) in lines.iter().enumerate() {
        let span = Span::new(line.at, line.at + line.body.len());
        let Some(kind) = mark(line).filter(|kind| open.is_some() || "<>".contains(*kind)) else {
            continue;
        };
        is_mark[index] = true;
        if kind == '<' || open.is_none() {
            close(scan, open.take());
        }
        let (_, others) = open.get_or_insert((span, [None; 3]));
        match kind {
            '|' => others[0] = Some(span),
            '=' => others[1] = Some(span),
            '>' if is_mark[..index].contains(&true) => others[2] = Some(span),
            _ => {}
        }
        if kind == '>' {
            close(scan, open.take());
        }
    }
    close(scan, open);
    is_mark
}

fn close(scan: &mut Scan<'_>, conflict: Option<(Span, [Option<Span>; 3])>) {
    if let Some((first, others)) = conflict {
        let others = others.map(|other| other.filter(|other| *other != first));
        scan.note(first, YamlCause::Conflict(others), None);
    }
}

/// The character of a mark: seven of them, and a name or nothing behind.
fn mark_of(body: &str) -> Option<char> {
    let mark = body.chars().next().filter(|mark| "<|=>".contains(*mark))?;
    let rest = body.trim_start_matches(mark);
    let is_whole = rest.is_empty() || rest.starts_with(' ');
    (body.len() - rest.len() == 7 && is_whole).then_some(mark)
}
