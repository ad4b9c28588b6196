//! The shape of a YAML text: what is a map, a list or a scalar.

use std::cell::Cell;
use std::{fmt, iter};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::tree_fault::YamlCause;

/// What a node is, without its text.
pub enum Shape {
    /// Nothing.
    Null,
    /// Text, a number, a boolean.
    Scalar,
    /// A list.
    List(Vec<Self>),
    /// A map, keys and values in the order of the file.
    Map(Vec<(Self, Self)>),
    /// Anything with a tag.
    Tagged,
}

impl Shape {
    /// Why the shape is none of ours.
    pub fn refused(&self) -> Option<YamlCause> {
        match self {
            Self::Null | Self::Scalar => None,
            Self::Tagged => Some(YamlCause::Tag),
            Self::List(items) => items.iter().find_map(Self::refused),
            Self::Map(entries) => entries.iter().find_map(|(key, value)| match key {
                Self::Null | Self::Scalar => value.refused(),
                Self::Tagged => Some(YamlCause::Tag),
                Self::List(_) | Self::Map(_) => Some(YamlCause::KeyNotText),
            }),
        }
    }
}

/// Reads the shape of so many nodes at most: only aliases can make more of them than
/// the text has bytes.
#[derive(Clone, Copy)]
pub struct ShapeSeed<'a>(pub &'a Cell<usize>);

/// What the error says where there are more.
pub const TOO_MANY_NODES: &str = "more nodes than bytes";

impl<'de> DeserializeSeed<'de> for ShapeSeed<'_> {
    type Value = Shape;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        let left = self.0.get().checked_sub(1);
        self.0
            .set(left.ok_or_else(|| D::Error::custom(TOO_MANY_NODES))?);
        deserializer.deserialize_any(self)
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty),*) => {
        $(fn $method<E>(self, _: $type) -> Result<Shape, E> { Ok(Shape::Scalar) })*
    };
}

impl<'de> Visitor<'de> for ShapeSeed<'_> {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    scalars! {
        visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128,
        visit_f64: f64, visit_str: &str
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_none<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Shape, A::Error> {
        let items = iter::from_fn(|| access.next_element_seed(self).transpose());
        Ok(Shape::List(items.collect::<Result<_, _>>()?))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Shape, A::Error> {
        let entries = iter::from_fn(|| access.next_entry_seed(self, self).transpose());
        Ok(Shape::Map(entries.collect::<Result<_, _>>()?))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Shape, A::Error> {
        let (_, variant) = access.variant::<IgnoredAny>()?;
        variant.newtype_variant::<IgnoredAny>()?;
        Ok(Shape::Tagged)
    }
}
