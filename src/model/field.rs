//! What may stand behind a key: a value, a block, a list of either.

use super::date::PartialDate;
use super::key::Key;
use super::meaning::{Item, Shape};
use super::node::{Entry, Kind, Node, Span};
use super::noted::{Noted, NotedList, Notes, note};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::record::Record;
use super::scalar_node::{is_bracketed, scalar, scalars};
use super::value::{AnyValue, Scalar, Value};

/// The route of a key, with `[]` behind lists of blocks, and what can stand there.
pub type Route = (String, Shape);

/// What stands behind a key once or several times.
pub trait Part: Sized {
    /// How many keys stand below.
    const BELOW: u16 = 0;
    /// What it is where it stands once, and in a list.
    const SHAPES: [Shape; 2] = [Shape::Other; 2];
    /// Its keys, where it is a block.
    const KEYS: &'static [Key] = &[];

    /// Adds the routes of the keys below, which begin with `above`.
    fn below(above: &str, routes: &mut Vec<Route>) {
        let _ = (above, routes);
    }

    /// Looks at each value in it.
    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        let _ = look;
    }

    /// Looks at each date in it, to make it another.
    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        let _ = look;
    }
}

/// What only the program itself reads.
impl Part for () {}

impl<T: Scalar> Part for Value<T> {
    const SHAPES: [Shape; 2] = [Shape::Scalar(T::KIND), Shape::Scalars(T::KIND)];

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        look(self);
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        T::date_mut(self).into_iter().for_each(look);
    }
}

impl<R: Record> Part for R {
    const BELOW: u16 = R::SIZE;
    const SHAPES: [Shape; 2] = [Shape::Blocks; 2];
    const KEYS: &'static [Key] = R::KEYS;

    fn below(above: &str, routes: &mut Vec<Route>) {
        R::routes(above, routes);
    }

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        R::each(self, look);
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        R::each_date_mut(self, look);
    }
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// What stands there once or several times.
    type Part: Part;

    /// Whether several can stand there.
    const IS_LIST: bool = false;

    /// How many keys stand below this one.
    const BELOW: u16 = Self::Part::BELOW;

    /// What can stand there, where only the program itself reads it.
    const SAMPLE: &'static str = "…";

    /// What is given to who asks for it.
    type Asked<'a>
    where
        Self: 'a;

    /// Reads the entry, or its absence.
    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self;

    /// What stands there; that it was asked for is noted.
    fn asked<'a>(&'a self, key: KeyId, notes: &'a Notes) -> Self::Asked<'a>;

    /// All that stands there.
    fn parts(&self) -> &[Self::Part];

    /// The same, to be changed.
    fn parts_mut(&mut self) -> &mut [Self::Part];

    /// What stands there, or behind the key at a place below, of a list in one of its
    /// entries; and the place of the key that says so.
    fn item(&self, below: Option<u16>, entry: Option<usize>) -> (u16, Item<'_>) {
        let _ = (below, entry);
        (0, Item::Absent)
    }

    /// Looks at each value in it.
    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.parts().iter().for_each(|part| part.each(look));
    }

    /// Looks at each date in it, to make it another.
    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        let parts = self.parts_mut().iter_mut();
        parts.for_each(|part| part.each_date_mut(look));
    }

    /// Adds the route of the key itself and those below.
    fn routes(key: String, routes: &mut Vec<Route>) {
        let above = format!("{key}{}.", if Self::IS_LIST { "[]" } else { "" });
        routes.push((key, Self::Part::SHAPES[usize::from(Self::IS_LIST)]));
        Self::Part::below(&above, routes);
    }
}

/// A field that is given as it is to who asks for it, and that only the program reads.
macro_rules! given_whole {
    () => {
        type Part = ();

        fn parts(&self) -> &[()] {
            &[]
        }

        fn parts_mut(&mut self) -> &mut [()] {
            &mut []
        }

        $crate::model::field::given_whole!(asked);
    };
    (asked) => {
        type Asked<'a>
            = &'a Self
        where
            Self: 'a;

        fn asked<'a>(
            &'a self,
            key: $crate::model::provenance::KeyId,
            notes: &'a $crate::model::noted::Notes,
        ) -> &'a Self {
            $crate::model::noted::note(notes, key);
            self
        }
    };
}
pub(crate) use given_whole;

/// The parts of what holds one or several.
macro_rules! parts {
    ($part:ty) => {
        type Part = $part;

        fn parts(&self) -> &[$part] {
            self.as_slice()
        }

        fn parts_mut(&mut self) -> &mut [$part] {
            self.as_mut_slice()
        }
    };
}

impl<T: Scalar> Field for Option<Value<T>> {
    parts!(Value<T>);

    type Asked<'a>
        = Option<&'a Value<T>>
    where
        Self: 'a;

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let entry = entry.filter(|entry| !entry.value.is_empty())?;
        Some(scalar(&entry.value, entry.key_span, key, problems))
    }

    fn asked<'a>(&'a self, key: KeyId, notes: &'a Notes) -> Option<&'a Value<T>> {
        note(notes, key);
        self.as_ref()
    }

    fn item(&self, _: Option<u16>, _: Option<usize>) -> (u16, Item<'_>) {
        let read = self.as_ref().map(|value| Item::Scalar(value.as_read()));
        (0, read.unwrap_or(Item::Absent))
    }
}

impl<R: Record> Field for Option<R> {
    parts!(R);

    type Asked<'a>
        = Option<Noted<'a, R>>
    where
        Self: 'a;

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let entry = entry.filter(|entry| !entry.value.is_empty())?;
        Some(R::read(&entry.value, entry.key_span, key.plus(1), problems))
    }

    /// That there is no block is noted; of one that is there, what is asked of it.
    fn asked<'a>(&'a self, key: KeyId, notes: &'a Notes) -> Option<Noted<'a, R>> {
        if self.is_none() {
            note(notes, key);
        }
        self.as_ref().map(|record| Noted {
            record,
            first: key.plus(1),
            notes,
        })
    }

    /// A block that is not there has nothing behind its keys.
    fn item(&self, below: Option<u16>, entry: Option<usize>) -> (u16, Item<'_>) {
        match (self, below) {
            (None, _) => (0, Item::Absent),
            (Some(_), None) => (0, Item::Blocks(1)),
            (Some(record), Some(offset)) => {
                let (offset, item) = record.item(offset, entry);
                (1 + offset, item)
            }
        }
    }
}

/// A list of values; a single value stands for a list of one, or for as many as it names.
impl<T: Scalar> Field for Vec<Value<T>> {
    parts!(Value<T>);
    given_whole!(asked);

    const IS_LIST: bool = true;

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match &entry.value.kind {
            Kind::Null => Vec::new(),
            Kind::List(items) => items
                .iter()
                .filter(|item| !item.is_empty())
                .flat_map(|item| scalars(item, item.span, key, problems))
                .collect(),
            Kind::Scalar(text) if text.trim().is_empty() => Vec::new(),
            Kind::Scalar(text) if is_bracketed(text.trim()) => {
                let span = entry.value.span;
                problems.push(Problem::new(span, Fault::NotList, Keys::of(key)));
                Vec::new()
            }
            Kind::Scalar(_) | Kind::Map(_) => scalars(&entry.value, entry.key_span, key, problems),
        }
    }

    fn item(&self, _: Option<u16>, _: Option<usize>) -> (u16, Item<'_>) {
        (0, Item::Scalars(self.iter().map(Value::as_read).collect()))
    }
}

impl<R: Record> Field for Vec<R> {
    parts!(R);

    const IS_LIST: bool = true;

    type Asked<'a>
        = NotedList<'a, R>
    where
        Self: 'a;

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match &entry.value.kind {
            Kind::List(items) => items
                .iter()
                .map(|item| {
                    let place = first_place(item, entry.key_span);
                    R::read(item, place, key.plus(1), problems)
                })
                .collect(),
            Kind::Null => Vec::new(),
            Kind::Scalar(_) | Kind::Map(_) => {
                let keys = Keys::range(key, 1 + R::SIZE);
                problems.push(Problem::new(entry.key_span, Fault::NotList, keys));
                Vec::new()
            }
        }
    }

    fn asked<'a>(&'a self, key: KeyId, notes: &'a Notes) -> NotedList<'a, R> {
        note(notes, key);
        NotedList {
            records: self,
            first: key.plus(1),
            notes,
        }
    }

    fn item(&self, below: Option<u16>, entry: Option<usize>) -> (u16, Item<'_>) {
        match below.zip(entry) {
            None => (0, Item::Blocks(self.len())),
            Some((offset, entry)) => {
                let item = self.get(entry).map(|record| record.item(offset, None));
                item.map_or((0, Item::Absent), |(offset, item)| (1 + offset, item))
            }
        }
    }
}

/// Blocks that may hold such blocks again: their keys have no numbers.
#[derive(Clone, Debug)]
pub struct Nested<R>(pub Vec<R>);

impl<R: Record> Field for Nested<R> {
    given_whole!();

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.0.iter().for_each(|block| block.each(look));
    }

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        Self(Vec::field(entry, key, problems))
    }
}

impl<R> std::ops::Deref for Nested<R> {
    type Target = [R];

    fn deref(&self) -> &[R] {
        &self.0
    }
}

/// Where a list's item is reported: at its first key.
fn first_place(item: &Node, list: Span) -> Span {
    match &item.kind {
        Kind::Map(entries) => entries.first().map_or(list, |entry| entry.key_span),
        Kind::Null => list,
        Kind::Scalar(_) | Kind::List(_) => item.span,
    }
}
