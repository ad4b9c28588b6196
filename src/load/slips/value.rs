//! Slips of a value that stands behind its key on a line.

use super::flow;
use super::quotes;
use super::slip::{Slip, bracket, content, is_wide_colon, quoted};
use crate::load::tree_fault::YamlCause;
use crate::model::scalar_node::is_bracketed;

/// The first slip of the value that begins at a place of a text, behind a key of a list or
/// another one.
pub fn slip(text: &str, start: usize, is_list: bool) -> Option<Slip> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let line = &rest[..content(rest)];
    let end = start + line.len();
    let whole = || (start..end, quoted(line));
    match first {
        '"' | '\'' => {
            let inner = quotes::inner(text, start);
            return inner.or_else(|| quotes::behind(text, start));
        }
        '{' | '[' => return flow::slip(text, start),
        _ if bracket(first).is_some_and(|(_, opens)| opens)
            && (is_meant(first, line) || is_list && is_bracketed(line)) =>
        {
            return flow::slip(text, start);
        }
        '*' | '&' | '!' | '@' | '`' | '%' | '|' | '>' | ']' | '}' | ',' => {
            let cause = YamlCause::SpecialStart(first);
            let slip = Slip::at(start..start + 1, cause, whole());
            return Some(Slip {
                is_sure: true,
                ..slip
            });
        }
        '-' | '?' if rest[1..].starts_with(' ') => {
            let cause = YamlCause::SpecialStart(first);
            return Some(Slip::at(start..start + 1, cause, whole()));
        }
        _ => {}
    }
    let colon = line
        .find(": ")
        .or_else(|| line.ends_with(':').then(|| line.len() - 1))?;
    let at = start + colon;
    Some(Slip::at(at..at + 1, YamlCause::StrayColon, whole()))
}

/// Whether a bracket that YAML does not know is meant as one of its own: it is closed at
/// the end of the line, and holds keys if it is one that texts have, too.
fn is_meant(first: char, line: &str) -> bool {
    let last = line.chars().next_back();
    let closes = last
        .is_some_and(|last| "}]".contains(last) || bracket(last).is_some_and(|(_, opens)| !opens));
    let is_yaml = matches!(first, '｛' | '［' | '﹛');
    is_yaml || closes && (line.contains(": ") || line.contains(is_wide_colon))
}
