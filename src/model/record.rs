//! Blocks of keys: one declaration gives the type, its reader and its key list.

use super::date::PartialDate;
use super::meaning::{Item, Keyed, Shape};
use super::node::{Entry, Kind, Node, Span};
use super::noted::{Noted, NotedList, Notes, note};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::value::{AnyValue, Reason, Scalar, Value};

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

    /// How many keys it has, those of the blocks in it among them.
    const SIZE: u16;

    /// The places of its keys among them.
    const OFFSETS: &'static [u16];

    /// Reads the block; faults go to `problems`, nothing stops the reading. `place` is
    /// where the block is reported, `first` the number of its first key.
    fn read(node: &Node, place: Span, first: KeyId, problems: &mut Vec<Problem>) -> Self;

    /// What can stand behind a key; none where there is no such key.
    fn shape(key: &str) -> Option<Shape>;

    /// The route of the key at a place, with `[]` behind lists of blocks.
    fn route(offset: u16) -> String;

    /// The place of the key of a route; none where there is no such key.
    fn offset(route: &str) -> Option<u16>;

    /// Looks at each value.
    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue));

    /// Looks at each date, to make it another.
    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>));

    /// The keys behind one of the block's own, and itself; `first` is the number of the
    /// block's first key.
    fn keys_of(first: KeyId, name: &str) -> Keys {
        let index = Self::KEYS.iter().position(|key| key.name == name);
        index.map_or(Keys::NONE, |index| keys_at::<Self>(first, index))
    }
}

/// The keys at and below the key of this index.
fn keys_at<R: Record>(first: KeyId, index: usize) -> Keys {
    let offset = R::OFFSETS[index];
    let next = R::OFFSETS.get(index + 1).copied().unwrap_or(R::SIZE);
    Keys::range(first.plus(offset), next - offset)
}

/// The places of keys behind which there are so many others.
pub const fn offsets<const N: usize>(below: [u16; N]) -> [u16; N] {
    let mut offsets = [0; N];
    let mut index = 1;
    while index < N {
        offsets[index] = offsets[index - 1] + 1 + below[index - 1];
        index += 1;
    }
    offsets
}

/// What may stand behind a key.
pub trait Field: Sized {
    /// How many keys stand below this one.
    const BELOW: u16 = 0;

    /// What is given to who asks for it.
    type Asked<'a>
    where
        Self: 'a;

    /// Reads the entry, or its absence.
    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self;

    /// What stands there; that it was asked for is noted.
    fn asked<'a>(&'a self, key: KeyId, notes: &'a Notes) -> Self::Asked<'a>;

    /// Looks at each value in it.
    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        let _ = look;
    }

    /// Looks at each date in it, to make it another.
    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        let _ = look;
    }

    /// What can stand there.
    fn shape() -> Shape {
        Shape::Other
    }

    /// What stands there.
    fn item(&self) -> Item<'_> {
        Item::Absent
    }

    /// The route from here to the key at a place below.
    fn route(offset: u16) -> String {
        let _ = offset;
        String::new()
    }

    /// The place below of the key of a route.
    fn offset(route: &str) -> Option<u16> {
        let _ = route;
        None
    }
}

/// A field that is given as it is to who asks for it.
macro_rules! given_whole {
    () => {
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

impl<T: Scalar> Field for Option<Value<T>> {
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

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        if let Some(value) = self {
            look(value);
        }
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        self.as_mut()
            .and_then(T::date_mut)
            .into_iter()
            .for_each(look);
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
    const BELOW: u16 = R::SIZE;

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

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.iter().for_each(|record| record.each(look));
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        self.iter_mut()
            .for_each(|record| record.each_date_mut(look));
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

    fn route(offset: u16) -> String {
        format!(".{}", R::route(offset))
    }

    fn offset(route: &str) -> Option<u16> {
        R::offset(route)
    }
}

/// A list of values; a single value stands for a list of one.
impl<T: Scalar> Field for Vec<Value<T>> {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match &entry.value.kind {
            Kind::Null => Vec::new(),
            Kind::List(items) => items
                .iter()
                .filter(|item| !item.is_empty())
                .map(|item| scalar(item, item.span, key, problems))
                .collect(),
            Kind::Scalar(text) if text.trim().is_empty() => Vec::new(),
            Kind::Scalar(_) | Kind::Map(_) => {
                vec![scalar(&entry.value, entry.key_span, key, problems)]
            }
        }
    }

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.iter().for_each(|value| look(value));
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        self.iter_mut().filter_map(T::date_mut).for_each(look);
    }

    fn shape() -> Shape {
        Shape::Scalars(T::KIND)
    }

    fn item(&self) -> Item<'_> {
        Item::Scalars(self.iter().map(Value::as_read).collect())
    }
}

impl<R: Record> Field for Vec<R> {
    const BELOW: u16 = R::SIZE;

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

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.iter().for_each(|record| record.each(look));
    }

    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>)) {
        self.iter_mut()
            .for_each(|record| record.each_date_mut(look));
    }

    fn shape() -> Shape {
        Shape::Blocks(R::shape)
    }

    fn item(&self) -> Item<'_> {
        Item::Blocks(self.iter().map(|record| record as &dyn Keyed).collect())
    }

    fn route(offset: u16) -> String {
        format!("[].{}", R::route(offset))
    }

    fn offset(route: &str) -> Option<u16> {
        R::offset(route)
    }
}

/// Blocks that may hold such blocks again: their keys have no numbers.
#[derive(Clone, Debug)]
pub struct Nested<R>(pub Vec<R>);

impl<R: Record> Field for Nested<R> {
    given_whole!();

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

fn scalar<T: Scalar>(
    node: &Node,
    place: Span,
    key: KeyId,
    problems: &mut Vec<Problem>,
) -> Value<T> {
    let (text, span, parsed) = match &node.kind {
        Kind::Scalar(text) => (text.trim(), node.span, T::read(text.trim())),
        _ => ("", place, Err(Reason::NotScalar)),
    };
    if let Err(reason) = &parsed {
        let fault = Fault::BadValue {
            text: text.to_owned(),
            reason: reason.clone(),
        };
        problems.push(Problem::new(span, fault, Keys::of(key)));
    }
    Value {
        text: text.to_owned(),
        span,
        key,
        parsed,
    }
}

/// The entries of a block by key: unknown, duplicate and missing keys are
/// reported here, once for all records.
pub struct Entries<'a> {
    known: Vec<Option<&'a Entry>>,
}

impl<'a> Entries<'a> {
    /// Sorts the entries of `node` to the keys of a record.
    pub fn of<R: Record>(
        node: &'a Node,
        place: Span,
        first: KeyId,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut known = vec![None; R::KEYS.len()];
        match &node.kind {
            Kind::Map(entries) => {
                for entry in entries {
                    sort_in::<R>(entry, first, &mut known, problems);
                }
            }
            Kind::Null => {}
            Kind::Scalar(_) | Kind::List(_) => {
                let keys = Keys::range(first, R::SIZE);
                problems.push(Problem::new(place, Fault::NotMap, keys));
                return Self { known };
            }
        }
        for (index, (key, entry)) in R::KEYS.iter().zip(&known).enumerate() {
            if key.required && entry.is_none_or(|entry: &Entry| entry.value.is_empty()) {
                let span = entry.map_or(place, |entry| entry.key_span);
                let fault = Fault::MissingKey {
                    key: key.name.into(),
                };
                problems.push(Problem::new(span, fault, keys_at::<R>(first, index)));
            }
        }
        Self { known }
    }

    /// The entry of the key of this index.
    pub fn get(&self, index: usize) -> Option<&'a Entry> {
        self.known[index]
    }
}

/// A key that is not known might have been meant for any of the block.
fn sort_in<'a, R: Record>(
    entry: &'a Entry,
    first: KeyId,
    known: &mut [Option<&'a Entry>],
    problems: &mut Vec<Problem>,
) {
    let span = entry.key_span;
    let Some(index) = R::KEYS.iter().position(|key| key.name == entry.key) else {
        let nearest = nearest(&entry.key, R::KEYS.iter().map(|key| key.name));
        let fault = Fault::UnknownKey {
            key: entry.key.clone(),
            nearest,
        };
        problems.push(Problem::new(span, fault, Keys::range(first, R::SIZE)));
        return;
    };
    match known[index] {
        Some(first_entry) => {
            let fault = Fault::DuplicateKey {
                key: entry.key.clone(),
                first: first_entry.key_span,
            };
            problems.push(Problem::new(span, fault, keys_at::<R>(first, index)));
        }
        None => known[index] = Some(entry),
    }
}

/// The entries of a map whose keys are names; duplicates are reported.
pub fn named_entries<'a>(
    entry: Option<&'a Entry>,
    key: KeyId,
    problems: &mut Vec<Problem>,
) -> Vec<&'a Entry> {
    let keys = Keys::of(key);
    let mut entries: Vec<&Entry> = Vec::new();
    match entry.map(|entry| (&entry.value.kind, entry.key_span)) {
        None | Some((Kind::Null, _)) => {}
        Some((Kind::Map(all), _)) => {
            for entry in all {
                match entries.iter().find(|first| first.key == entry.key) {
                    Some(first) => {
                        let fault = Fault::DuplicateKey {
                            key: entry.key.clone(),
                            first: first.key_span,
                        };
                        problems.push(Problem::new(entry.key_span, fault, keys));
                    }
                    None => entries.push(entry),
                }
            }
        }
        Some((_, span)) => problems.push(Problem::new(span, Fault::NotMap, keys)),
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

/// Declares a block of keys: a struct, its reader, its key list, and what is given to
/// who asks for a key ([`Noted`]).
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
            /// The keys of the block.
            pub keys: $crate::model::provenance::Keys,
            $( $(#[$field_meta])* #[doc = concat!("\n\nKey `", $key, "`.")] pub $field: $type, )*
        }

        const _: () = {
            use $crate::model::meaning::{Item, Keyed, Shape};
            use $crate::model::node::{Node, Span};
            use $crate::model::noted::Noted;
            use $crate::model::problem::Problem;
            use $crate::model::provenance::{KeyId, Keys};
            use $crate::model::record::{Entries, Field, Key, Record, offsets, record};
            use $crate::model::value::{AnyValue, Placed, Value};

            /// The fields by their order.
            #[allow(non_camel_case_types)]
            enum At { $( $field, )* }

            impl Record for $name {
                const KEYS: &'static [Key] = &[
                    $( Key { name: $key, required: record!(@required $($required)?) }, )*
                ];
                const SIZE: u16 = 0 $( + 1 + <$type as Field>::BELOW )*;
                const OFFSETS: &'static [u16] = &offsets([ $( <$type as Field>::BELOW, )* ]);

                fn read(
                    node: &Node,
                    place: Span,
                    first: KeyId,
                    problems: &mut Vec<Problem>,
                ) -> Self {
                    let entries = Entries::of::<Self>(node, place, first, problems);
                    Self {
                        place,
                        keys: Keys::range(first, Self::SIZE),
                        $( $field: Field::field(
                            entries.get(At::$field as usize),
                            first.plus(Self::OFFSETS[At::$field as usize]),
                            problems,
                        ), )*
                    }
                }

                fn shape(key: &str) -> Option<Shape> {
                    match key {
                        $( $key => Some(<$type as Field>::shape()), )*
                        _ => None,
                    }
                }

                fn route(offset: u16) -> String {
                    $( {
                        let own = Self::OFFSETS[At::$field as usize];
                        if offset == own {
                            return $key.to_owned();
                        }
                        if own < offset && offset <= own + <$type as Field>::BELOW {
                            return format!("{}{}", $key, <$type as Field>::route(offset - own - 1));
                        }
                    } )*
                    String::new()
                }

                fn offset(route: &str) -> Option<u16> {
                    let (key, rest) = match route.split_once('.') {
                        None => (route, None),
                        Some((key, rest)) => (key, Some(rest)),
                    };
                    $( if key.trim_end_matches("[]") == $key {
                        let own = Self::OFFSETS[At::$field as usize];
                        return match rest {
                            None => Some(own),
                            Some(rest) => Some(own + 1 + <$type as Field>::offset(rest)?),
                        };
                    } )*
                    None
                }

                fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
                    $( Field::each(&self.$field, look); )*
                }

                fn each_date_mut(
                    &mut self,
                    look: &mut dyn FnMut(&mut Value<$crate::model::date::PartialDate>),
                ) {
                    $( Field::each_date_mut(&mut self.$field, look); )*
                }
            }

            impl Placed for $name {
                fn span(&self) -> Span {
                    self.place
                }

                fn keys(&self) -> Keys {
                    self.keys
                }
            }

            impl Keyed for $name {
                fn item(&self, key: &str) -> Option<(u16, Item<'_>)> {
                    match key {
                        $( $key => {
                            let offset = Self::OFFSETS[At::$field as usize];
                            Some((offset, Field::item(&self.$field)))
                        } )*
                        _ => None,
                    }
                }
            }

            impl<'a> Noted<'a, $name> {
                $(
                    #[doc = concat!("What stands behind `", $key, "`.")]
                    pub fn $field(self) -> <$type as Field>::Asked<'a> {
                        let offset = <$name>::OFFSETS[At::$field as usize];
                        self.field(offset, |record| &record.$field)
                    }
                )*
            }
        };
    };
    (@required required) => { true };
    (@required) => { false };
}
pub(crate) use record;
