//! Blocks of keys: one declaration gives the type, its reader and its key list.

use super::meaning::{Item, Keyed, Shape};
use super::node::{Entry, Kind, Node, Span};
use super::problem::{Fault, Problem};
use super::value::{Reason, Scalar, Spelling, Value};

/// A key of a block, as the declaration names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key's text.
    pub name: &'static str,
    /// Whether it must be given (● in the format description).
    pub required: bool,
}

/// A block of keys.
pub trait Record: Sized + Keyed {
    /// All keys of the block in the order of the format description.
    const KEYS: &'static [Key];

    /// Reads the block; faults go to `problems`, nothing stops the reading.
    fn read(node: &Node, place: Span, problems: &mut Vec<Problem>) -> Self;

    /// What can stand behind a key; none where there is no such key.
    fn shape(key: &str) -> Option<Shape>;

    /// The values that should be written in another way.
    fn spellings(&self, found: &mut Vec<Spelling>);
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// Reads the entry, or its absence.
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self;

    /// The values in it that should be written in another way.
    fn spellings(&self, found: &mut Vec<Spelling>) {
        let _ = found;
    }

    /// What can stand there.
    fn shape() -> Shape {
        Shape::Other
    }

    /// What stands there.
    fn item(&self) -> Item<'_> {
        Item::Absent
    }
}

impl<T: Scalar> Field for Option<Value<T>> {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let entry = entry.filter(|entry| !entry.value.is_empty())?;
        Some(scalar(&entry.value, entry.key_span, problems))
    }

    fn spellings(&self, found: &mut Vec<Spelling>) {
        found.extend(self.as_ref().and_then(Value::spelling));
    }

    fn shape() -> Shape {
        Shape::Scalar(T::KIND)
    }

    fn item(&self) -> Item<'_> {
        match self {
            Some(value) => Item::Scalar(value.as_read()),
            None => Item::Absent,
        }
    }
}

impl<R: Record> Field for Option<R> {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let entry = entry.filter(|entry| !entry.value.is_empty())?;
        Some(R::read(&entry.value, entry.key_span, problems))
    }

    fn spellings(&self, found: &mut Vec<Spelling>) {
        self.iter().for_each(|record| record.spellings(found));
    }

    fn shape() -> Shape {
        Shape::Block(R::shape)
    }

    fn item(&self) -> Item<'_> {
        match self {
            Some(record) => Item::Block(record),
            None => Item::Absent,
        }
    }
}

/// A list of values; a single value stands for a list of one.
impl<T: Scalar> Field for Vec<Value<T>> {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match &entry.value.kind {
            Kind::Null => Vec::new(),
            Kind::List(items) => items
                .iter()
                .filter(|item| !item.is_empty())
                .map(|item| scalar(item, item.span, problems))
                .collect(),
            Kind::Scalar(text) if text.trim().is_empty() => Vec::new(),
            Kind::Scalar(_) | Kind::Map(_) => vec![scalar(&entry.value, entry.key_span, problems)],
        }
    }

    fn spellings(&self, found: &mut Vec<Spelling>) {
        found.extend(self.iter().filter_map(Value::spelling));
    }

    fn shape() -> Shape {
        Shape::Scalars(T::KIND)
    }

    fn item(&self) -> Item<'_> {
        Item::Scalars(self.iter().map(Value::as_read).collect())
    }
}

impl<R: Record> Field for Vec<R> {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match &entry.value.kind {
            Kind::List(items) => items
                .iter()
                .map(|item| R::read(item, first_place(item, entry.key_span), problems))
                .collect(),
            Kind::Null => Vec::new(),
            Kind::Scalar(_) | Kind::Map(_) => {
                let fault = Fault::NotList;
                problems.push(Problem::new(entry.key_span, fault));
                Vec::new()
            }
        }
    }

    fn spellings(&self, found: &mut Vec<Spelling>) {
        self.iter().for_each(|record| record.spellings(found));
    }

    fn shape() -> Shape {
        Shape::Blocks(R::shape)
    }

    fn item(&self) -> Item<'_> {
        Item::Blocks(self.iter().map(|record| record as &dyn Keyed).collect())
    }
}

/// Reads what stands under a key; faults found there belong to the key.
pub fn under<T>(
    key: &'static str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Vec<Problem>) -> T,
) -> T {
    let before = problems.len();
    let value = read(problems);
    for problem in &mut problems[before..] {
        problem.root = key;
    }
    value
}

/// Where a list's item is reported: at its first key.
fn first_place(item: &Node, list: Span) -> Span {
    match &item.kind {
        Kind::Map(entries) => entries.first().map_or(list, |entry| entry.key_span),
        Kind::Null => list,
        Kind::Scalar(_) | Kind::List(_) => item.span,
    }
}

fn scalar<T: Scalar>(node: &Node, place: Span, problems: &mut Vec<Problem>) -> Value<T> {
    let (text, span, parsed) = match &node.kind {
        Kind::Scalar(text) => (text.trim(), node.span, T::read(text.trim())),
        _ => ("", place, Err(Reason::NotScalar)),
    };
    if let Err(reason) = &parsed {
        let fault = Fault::BadValue {
            text: text.to_owned(),
            reason: reason.clone(),
        };
        problems.push(Problem::new(span, fault));
    }
    Value {
        text: text.to_owned(),
        span,
        parsed,
    }
}

/// The entries of a block by key: unknown, duplicate and missing keys are
/// reported here, once for all records.
pub struct Entries<'a> {
    known: Vec<Option<&'a Entry>>,
    keys: &'static [Key],
}

impl<'a> Entries<'a> {
    /// Sorts the entries of `node` to `keys`.
    pub fn of(
        node: &'a Node,
        place: Span,
        keys: &'static [Key],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut known = vec![None; keys.len()];
        match &node.kind {
            Kind::Map(entries) => {
                for entry in entries {
                    sort_in(entry, keys, &mut known, problems);
                }
            }
            Kind::Null => {}
            Kind::Scalar(_) | Kind::List(_) => {
                problems.push(Problem::new(place, Fault::NotMap));
                return Self { known, keys };
            }
        }
        for (key, entry) in keys.iter().zip(&known) {
            if key.required && entry.is_none_or(|entry: &Entry| entry.value.is_empty()) {
                let span = entry.map_or(place, |entry| entry.key_span);
                let fault = Fault::MissingKey { key: key.name };
                problems.push(Problem::new(span, fault));
            }
        }
        Self { known, keys }
    }

    /// The entry of a key.
    pub fn get(&self, name: &str) -> Option<&'a Entry> {
        let index = self.keys.iter().position(|key| key.name == name)?;
        self.known[index]
    }
}

fn sort_in<'a>(
    entry: &'a Entry,
    keys: &'static [Key],
    known: &mut [Option<&'a Entry>],
    problems: &mut Vec<Problem>,
) {
    let span = entry.key_span;
    let Some(index) = keys.iter().position(|key| key.name == entry.key) else {
        let nearest = nearest(&entry.key, keys.iter().map(|key| key.name));
        let fault = Fault::UnknownKey {
            key: entry.key.clone(),
            nearest,
        };
        problems.push(Problem::new(span, fault));
        return;
    };
    match known[index] {
        Some(first) => {
            let fault = Fault::DuplicateKey {
                key: entry.key.clone(),
                first: first.key_span,
            };
            problems.push(Problem::new(span, fault));
        }
        None => known[index] = Some(entry),
    }
}

/// The entries of a map whose keys are names; duplicates are reported.
pub fn named_entries<'a>(entry: Option<&'a Entry>, problems: &mut Vec<Problem>) -> Vec<&'a Entry> {
    let mut entries: Vec<&Entry> = Vec::new();
    match entry.map(|entry| (&entry.value.kind, entry.key_span)) {
        None | Some((Kind::Null, _)) => {}
        Some((Kind::Map(all), _)) => {
            for entry in all {
                match entries.iter().find(|first| first.key == entry.key) {
                    Some(first) => problems.push(Problem::new(
                        entry.key_span,
                        Fault::DuplicateKey {
                            key: entry.key.clone(),
                            first: first.key_span,
                        },
                    )),
                    None => entries.push(entry),
                }
            }
        }
        Some((_, span)) => problems.push(Problem::new(span, Fault::NotMap)),
    }
    entries
}

/// How like two words are, from 0 to 1; a word cut short is very like.
fn likeness(text: &str, candidate: &str) -> f64 {
    let is_part =
        text.chars().count() > 1 && (candidate.contains(text) || text.contains(candidate));
    match is_part {
        true => 0.9,
        false => strsim::normalized_damerau_levenshtein(text, candidate),
    }
}

/// The candidate most like `text`, if one is like it at all.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_from(0.4, text, candidates)
}

/// The value most like `text`. Values are short, and one that shares a character
/// may mean the opposite: it must share more than half.
pub fn nearest_value<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_from(0.51, text, candidates)
}

fn nearest_from<'a>(
    least: f64,
    text: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .map(|candidate| (likeness(text, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= least)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// Declares a block of keys: a struct, its reader and its key list.
///
/// `required` behind a key says that it must be given.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$field_meta:meta])* $field:ident : $type:ty = $key:literal $($required:ident)? ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where the block is reported: its key, or the file's first line.
            pub place: $crate::model::node::Span,
            $( $(#[$field_meta])* #[doc = concat!("\n\nKey `", $key, "`.")] pub $field: $type, )*
        }

        impl $crate::model::record::Record for $name {
            const KEYS: &'static [$crate::model::record::Key] = &[
                $( $crate::model::record::Key {
                    name: $key,
                    required: $crate::model::record::record!(@required $($required)?),
                }, )*
            ];

            fn read(
                node: &$crate::model::node::Node,
                place: $crate::model::node::Span,
                problems: &mut Vec<$crate::model::problem::Problem>,
            ) -> Self {
                let entries = $crate::model::record::Entries::of(node, place, Self::KEYS, problems);
                Self {
                    place,
                    $( $field: $crate::model::record::under($key, problems, |problems| {
                        $crate::model::record::Field::field(entries.get($key), problems)
                    }), )*
                }
            }

            fn shape(key: &str) -> Option<$crate::model::meaning::Shape> {
                match key {
                    $( $key => Some(<$type as $crate::model::record::Field>::shape()), )*
                    _ => None,
                }
            }

            fn spellings(&self, found: &mut Vec<$crate::model::value::Spelling>) {
                $( $crate::model::record::Field::spellings(&self.$field, found); )*
            }
        }

        impl $crate::model::meaning::Keyed for $name {
            fn item(&self, key: &str) -> Option<$crate::model::meaning::Item<'_>> {
                match key {
                    $( $key => Some($crate::model::record::Field::item(&self.$field)), )*
                    _ => None,
                }
            }
        }
    };
    (@required required) => { true };
    (@required) => { false };
}
pub(crate) use record;
