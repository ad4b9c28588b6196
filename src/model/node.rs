//! The tree of a YAML file, every node with its place in the text.

use serde::{Deserialize, Serialize};

/// A byte range of a file's text.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(into = "[u32; 2]", from = "[u32; 2]")]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl From<Span> for [u32; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

impl From<[u32; 2]> for Span {
    fn from([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }
}

impl Span {
    /// The span of the bytes `start..end`; files are far below 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: clamp(start),
            end: clamp(end),
        }
    }

    /// Whether another place is within this one.
    pub fn holds(self, place: Self) -> bool {
        self.start <= place.start && place.end <= self.end
    }

    /// The range as indices into the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value of a YAML file. Scalars are the text that stands in the file, never
/// a number or a boolean: `1990.10` stays `1990.10`.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where the value stands; for a list or a map, from its first to its last
    /// scalar.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// A text as YAML reads it, with a space for each break of lines within it, where
    /// that is not what it says in Chinese.
    pub with_spaces: Option<Box<str>>,
    /// Where the text stands that an alias repeats; such a node stands at the alias.
    pub repeats: Option<Span>,
}

/// The kinds of nodes.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `~`, `null` or nothing at all.
    Null,
    /// Text, with quotes and escapes resolved.
    Scalar(String),
    /// `[a, b]` or lines with `- `.
    List(Vec<Node>),
    /// `{a: b}` or lines with `a: b`, in the order of the file.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// What stands in no file yet.
impl From<Kind> for Node {
    fn from(kind: Kind) -> Self {
        Self {
            span: Span::default(),
            kind,
            with_spaces: None,
            repeats: None,
        }
    }
}

impl Node {
    /// The first entry of a map with this key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// Whether nothing is given: null or empty text.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Null => true,
            Kind::Scalar(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// All scalars with the key they stand under.
    pub fn values(&self) -> Vec<(&str, &Self)> {
        let mut values = Vec::new();
        self.collect("", &mut values);
        values
    }

    /// The scalar that holds a place.
    pub fn value_at(&self, span: Span) -> Option<&Self> {
        if !self.span.holds(span) {
            return None;
        }
        match &self.kind {
            Kind::Null => None,
            Kind::Scalar(_) => Some(self),
            Kind::List(items) => {
                let mut near = near(items, |item| item.span, span);
                near.find_map(|(_, item)| item.value_at(span))
            }
            Kind::Map(entries) => {
                let mut near = near(entries, |entry| entry.key_span, span);
                near.find_map(|(_, entry)| entry.value.value_at(span))
            }
        }
    }

    fn collect<'a>(&'a self, key: &'a str, values: &mut Vec<(&'a str, &'a Self)>) {
        match &self.kind {
            Kind::Null => {}
            Kind::Scalar(_) => values.push((key, self)),
            Kind::List(items) => items.iter().for_each(|item| item.collect(key, values)),
            Kind::Map(entries) => entries
                .iter()
                .for_each(|entry| entry.value.collect(&entry.key, values)),
        }
    }

    /// The steps to the innermost node at `span`, or to the value of the key
    /// there. `None` where nothing of this tree stands there.
    pub fn steps_to(&self, span: Span) -> Option<Vec<Step<'_>>> {
        let mut steps = Vec::new();
        self.descend(span, &mut steps).then_some(steps)
    }

    /// The same as text: `失联.查找记录[0].日期`.
    pub fn route_to(&self, span: Span) -> Option<String> {
        let steps = self.steps_to(span)?;
        let text = steps.iter().map(|step| match step {
            Step::Key(key) => format!(".{key}"),
            Step::Index(index) => format!("[{index}]"),
        });
        Some(text.collect::<String>().trim_start_matches('.').to_owned())
    }

    fn descend<'a>(&'a self, span: Span, steps: &mut Vec<Step<'a>>) -> bool {
        let is_here = self.span == span;
        if is_here && self.repeats.is_some() {
            return true;
        }
        match &self.kind {
            Kind::Null | Kind::Scalar(_) => return is_here,
            _ if !self.span.holds(span) => return false,
            Kind::List(items) => {
                for (index, item) in near(items, |item| item.span, span) {
                    steps.push(Step::Index(index));
                    if item.descend(span, steps) {
                        return true;
                    }
                    steps.pop();
                }
            }
            Kind::Map(entries) => {
                for (_, entry) in near(entries, |entry| entry.key_span, span) {
                    steps.push(Step::Key(&entry.key));
                    if entry.key_span == span || entry.value.descend(span, steps) {
                        return true;
                    }
                    steps.pop();
                }
            }
        }
        matches!(self.kind, Kind::List(_)) && is_here
    }
}

/// The parts of a list or a map with their numbers, first the one that begins last before
/// a place: it holds the place, unless an alias does.
fn near<T>(
    parts: &[T],
    begin: impl Fn(&T) -> Span,
    span: Span,
) -> impl Iterator<Item = (usize, &T)> {
    let next = parts.partition_point(|part| begin(part).start <= span.start);
    let first = next.checked_sub(1).map(|index| (index, &parts[index]));
    first.into_iter().chain(parts.iter().enumerate())
}

/// A step down in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To an item of a list.
    Index(usize),
}

/// The line and the column of a byte, from 1; columns count characters.
pub fn line_column(text: &str, index: usize) -> (usize, usize) {
    let before = text.get(..index.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |tail| tail.chars().count())
        + 1;
    (line, column)
}
