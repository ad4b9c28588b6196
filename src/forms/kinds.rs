//! For which kinds of declarations a key is: it stands where the key is read, so that no key
//! is accepted where it has no effect.

use super::mixed::Mixed;
use super::source::CustomSource;
use crate::model::field::Nested;
use crate::model::named::Named;
use crate::model::node::Span;
use crate::model::value::Placed;

/// What is declared: a form, one of its columns, a count of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A form for members.
    Card,
    /// A form for branches, with a row for each member.
    Register,
    /// A register whose rows are declared.
    Points,
    /// A form for organisations that counts.
    Table,
    /// A form for organisations all of whose figures are those of others.
    Taken,
    /// A form of several tables.
    Several,
    /// A form with a text.
    Document,
    /// A column of a register.
    RegisterColumn,
    /// A column beside declared rows.
    PointColumn,
    /// A column in which people are counted.
    Counting,
    /// A column that adds others up.
    Adding,
    /// A column that shows the figure of another table.
    Taking,
    /// A head with columns below it, and none itself.
    Head,
    /// What a document counts.
    Count,
    /// What a document takes from a table.
    Figure,
}

impl Kind {
    /// The kinds of forms.
    pub const FORMS: [Self; 7] = [
        Self::Card,
        Self::Register,
        Self::Points,
        Self::Table,
        Self::Taken,
        Self::Several,
        Self::Document,
    ];
}

/// A key that has no effect where it is given: its place, its name, the kinds that it is for.
pub type Misplaced = (Span, &'static str, &'static [Kind]);

/// What may stand behind a key of a declaration.
pub trait Given {
    /// Where it is told, if it is given.
    fn place(&self) -> Option<Span>;
}

impl<P: Placed> Given for Option<P> {
    fn place(&self) -> Option<Span> {
        self.as_ref().map(Placed::span)
    }
}

impl<P: Placed> Given for Vec<P> {
    fn place(&self) -> Option<Span> {
        self.first().map(Placed::span)
    }
}

impl<P: Placed> Given for Mixed<P> {
    fn place(&self) -> Option<Span> {
        self.0.place()
    }
}

impl<P: Placed> Given for Nested<P> {
    fn place(&self) -> Option<Span> {
        self.0.place()
    }
}

impl<E> Given for Named<E> {
    fn place(&self) -> Option<Span> {
        self.entries.first().map(|(_, span, _)| *span)
    }
}

impl Given for CustomSource {
    fn place(&self) -> Option<Span> {
        self.entries.first().map(|(_, span, ..)| *span)
    }
}

/// Declares a block of keys as `record!` does; each says behind `for` which kinds have it.
macro_rules! record_for {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $field:ident : $type:ty = $key:literal $($required:ident)?
                    => $kinds:tt
            ),* $(,)?
        }
    ) => {
        $crate::model::record::record! {
            $(#[$meta])*
            $name { $( $(#[doc = $doc])* $field: $type = $key $($required)?, )* }
        }

        impl $name {
            /// The keys that are given and that a declaration of this kind does not have.
            pub fn misplaced(
                &self,
                kind: $crate::forms::kinds::Kind,
            ) -> Vec<$crate::forms::kinds::Misplaced> {
                use $crate::forms::kinds::{Given, Kind};
                let mut misplaced = Vec::new();
                $( {
                    const KINDS: &[Kind] = $crate::forms::kinds::record_for!(@kinds $kinds);
                    if !KINDS.contains(&kind) {
                        let place = Given::place(&self.$field);
                        misplaced.extend(place.map(|place| (place, $key, KINDS)));
                    }
                } )*
                misplaced
            }
        }
    };
    (@kinds forms) => { &$crate::forms::kinds::Kind::FORMS };
    (@kinds [$($kind:ident),*]) => { &[$($crate::forms::kinds::Kind::$kind),*] };
}
pub(crate) use record_for;
