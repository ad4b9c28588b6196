//! Blocks of keys: one declaration gives the type, its reader and its key list.

use super::date::PartialDate;
use super::field::Route;
use super::key::Key;
use super::meaning::Item;
use super::node::{Node, Span};
use super::problem::Problem;
use super::provenance::{KeyId, Keys};
use super::value::{AnyValue, Value};

/// A block of keys.
pub trait Record: Sized {
    /// All keys of the block in the order of the format description.
    const KEYS: &'static [Key];

    /// How many keys it has, those of the blocks in it among them.
    const SIZE: u16;

    /// The places of its keys among them.
    const OFFSETS: &'static [u16];

    /// Reads the block; faults go to `problems`, nothing stops the reading. `place` is
    /// where the block is reported, `first` the number of its first key.
    fn read(node: &Node, place: Span, first: KeyId, problems: &mut Vec<Problem>) -> Self;

    /// Adds the routes of its keys, in the order of their places; they begin with `above`.
    fn routes(above: &str, routes: &mut Vec<Route>);

    /// What stands behind the key at a place, of a list in one of its entries, and the
    /// place of the key that says so.
    fn item(&self, offset: u16, entry: Option<usize>) -> (u16, Item<'_>);

    /// Looks at each value.
    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue));

    /// Looks at each date, to make it another.
    fn each_date_mut(&mut self, look: &mut dyn FnMut(&mut Value<PartialDate>));

    /// The keys behind one of the block's own, and itself; `first` is the number of the
    /// block's first key.
    fn keys_of(first: KeyId, name: &str) -> Keys {
        let index = Self::KEYS.iter().position(|key| key.name == name);
        index.map_or(Keys::NONE, |index| Self::keys_at(first, index))
    }

    /// The keys at and below the key of this index.
    fn keys_at(first: KeyId, index: usize) -> Keys {
        let offset = Self::OFFSETS[index];
        let next = Self::OFFSETS.get(index + 1).copied().unwrap_or(Self::SIZE);
        Keys::range(first.plus(offset), next - offset)
    }
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

/// Declares a block of keys: a struct, its reader, its key list, and what is given to
/// who asks for a key ([`Noted`]).
///
/// `required` behind a key says that it must be given; what it is for follows in Chinese.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $field:ident : $type:ty = $key:literal $($required:ident)? $($note:literal)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where the block is reported: its key, or the file's first line.
            pub place: $crate::model::node::Span,
            /// The keys of the block.
            pub keys: $crate::model::provenance::Keys,
            $( $(#[doc = $doc])* #[doc = concat!("\n\nKey `", $key, "`.")] pub $field: $type, )*
        }

        const _: () = {
            use $crate::model::entries::Entries;
            use $crate::model::field::{Field, Part, Route};
            use $crate::model::key::Key;
            use $crate::model::meaning::Item;
            use $crate::model::named::Element;
            use $crate::model::node::{Entry, Node, Span};
            use $crate::model::noted::Noted;
            use $crate::model::problem::Problem;
            use $crate::model::provenance::{KeyId, Keys};
            use $crate::model::record::{Record, offsets, record};
            use $crate::model::value::{AnyValue, Placed, Value};

            /// The fields by their order.
            #[allow(non_camel_case_types)]
            enum At { $( $field, )* }

            impl Record for $name {
                const KEYS: &'static [Key] = &[
                    $( Key {
                        name: $key,
                        required: record!(@required $($required)?),
                        notes: [concat!($($note)?), concat!($($doc),*)],
                        shape: <$type as Field>::Part::SHAPES[<$type as Field>::IS_LIST as usize],
                        sample: <$type as Field>::SAMPLE,
                        is_list: <$type as Field>::IS_LIST,
                        keys: <<$type as Field>::Part as Part>::KEYS,
                    }, )*
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

                fn routes(above: &str, routes: &mut Vec<Route>) {
                    $( <$type as Field>::routes(format!("{above}{}", $key), routes); )*
                }

                fn item(&self, offset: u16, entry: Option<usize>) -> (u16, Item<'_>) {
                    $( {
                        let own = Self::OFFSETS[At::$field as usize];
                        if offset <= own + <$type as Field>::BELOW {
                            let below = offset.checked_sub(own + 1);
                            let (at, item) = Field::item(&self.$field, below, entry);
                            return (own + at, item);
                        }
                    } )*
                    (offset, Item::Absent)
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

            impl Element for $name {
                fn element(
                    entry: &Entry,
                    key: KeyId,
                    problems: &mut Vec<Problem>,
                ) -> Option<Self> {
                    Some(Record::read(&entry.value, entry.key_span, key, problems))
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
