//! Reads a file once more with keys as they are meant that are not quite right, so that
//! nothing else is told of it that is only wrong for that reason. The keys stay at fault.

use crate::model::meant::resolve;
use crate::model::node::{Entry, Kind, Node, Span};
use crate::model::numbered::Document;
use crate::model::problem::{Fault, Problem};
use crate::model::unknown::Meant;

/// Reads the tree of a file.
pub fn read<R: Document>(node: &Node, problems: &mut Vec<Problem>) -> R {
    let record = R::read(node, problems);
    resolve(R::NAME, R::KEYS, problems);
    if !problems
        .iter()
        .any(|it| matches!(it.fault, Fault::UnknownKey(_)))
    {
        return record;
    }
    let mut meant = node.clone();
    let mut moved = Vec::new();
    for problem in problems.iter_mut().take(MOST) {
        if let Fault::UnknownKey(unknown) = &problem.fault
            && let Some(place) = moved_to(&mut meant, problem.span, &unknown.meant)
        {
            // What follows from the value stays wrong.
            let top = R::keys_of(place.1.split('.').next().unwrap_or_default());
            problem.keys = problem.keys.join(top);
            moved.push((problem.span, place.0));
        }
    }
    if moved.is_empty() {
        return record;
    }
    let mut others = Vec::new();
    let second = R::read(&meant, &mut others);
    resolve(R::NAME, R::KEYS, &mut others);
    let is_at = |problem: &Problem| moved.iter().any(|(_, whole)| whole.holds(problem.span));
    // What does not fit there was not meant.
    if others.iter().any(is_at) {
        return record;
    }
    problems.retain(|problem| moved.iter().any(|(span, _)| *span == problem.span));
    problems.extend(others);
    second
}

/// So many faults of a file are looked into: each takes a copy of its tree.
const MOST: usize = 50;

/// Puts the entry of a key where it is meant to stand: where it stands in the file, and
/// its route if that is of another block.
fn moved_to(tree: &mut Node, key: Span, meant: &Meant) -> Option<(Span, String)> {
    let mut next = tree.clone();
    let (entries, at) = holding(&mut next, key)?;
    let place = whole(&entries[at]);
    let route = match meant {
        Meant::Here(keys) => {
            let [name] = &keys[..] else {
                return None;
            };
            let is_free = !entries.iter().any(|entry| entry.key == *name);
            is_free.then(|| entries[at].key.clone_from(name))?;
            String::new()
        }
        Meant::Elsewhere(routes, _) => {
            let route = routes.first()?;
            let entry = entries.remove(at);
            put(&mut next, &route.split('.').collect::<Vec<_>>(), entry)?;
            route.clone()
        }
        Meant::Follows(_) | Meant::Folder | Meant::Nothing => return None,
    };
    *tree = next;
    Some((place, route))
}

/// The entries among which a key stands, and its place there.
fn holding(node: &mut Node, key: Span) -> Option<(&mut Vec<Entry>, usize)> {
    match &mut node.kind {
        Kind::Map(entries) => {
            if let Some(at) = entries.iter().position(|entry| entry.key_span == key) {
                return Some((entries, at));
            }
            let mut values = entries.iter_mut().map(|entry| &mut entry.value);
            values.find_map(|value| holding(value, key))
        }
        Kind::List(items) => items.iter_mut().find_map(|item| holding(item, key)),
        Kind::Null | Kind::Scalar(_) => None,
    }
}

/// Puts an entry behind steps, into blocks that are there or are made for it.
fn put(node: &mut Node, steps: &[&str], entry: Entry) -> Option<()> {
    if let Kind::Null = node.kind {
        node.kind = Kind::Map(Vec::new());
    }
    let Kind::Map(entries) = &mut node.kind else {
        return None;
    };
    let (step, below) = steps.split_first()?;
    let found = entries.iter().position(|entry| entry.key == *step);
    match (below, found) {
        ([], Some(_)) => None,
        ([], None) => {
            let key = (*step).to_owned();
            entries.push(Entry { key, ..entry });
            Some(())
        }
        (_, Some(at)) => put(&mut entries[at].value, below, entry),
        (_, None) => {
            let mut block = Entry {
                key: (*step).to_owned(),
                key_span: entry.key_span,
                value: Node::from(Kind::Null),
            };
            block.value.span = whole(&entry);
            put(&mut block.value, below, entry)?;
            entries.push(block);
            Some(())
        }
    }
}

/// From a key to the end of its value.
fn whole(entry: &Entry) -> Span {
    Span {
        start: entry.key_span.start,
        end: entry.key_span.end.max(entry.value.span.end),
    }
}
