//! The shape of a YAML text: what is a map, a list or a scalar.

use std::{fmt, iter};

use serde::de::{
    Deserialize, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
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

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

macro_rules! scalars {
    ($($method:ident: $type:ty),*) => {
        $(fn $method<E>(self, _: $type) -> Result<Shape, E> { Ok(Shape::Scalar) })*
    };
}

impl<'de> Visitor<'de> for ShapeVisitor {
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
        let items = iter::from_fn(|| access.next_element().transpose());
        Ok(Shape::List(items.collect::<Result<_, _>>()?))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Shape, A::Error> {
        let entries = iter::from_fn(|| access.next_entry().transpose());
        Ok(Shape::Map(entries.collect::<Result<_, _>>()?))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Shape, A::Error> {
        let (_, variant) = access.variant::<IgnoredAny>()?;
        variant.newtype_variant::<IgnoredAny>()?;
        Ok(Shape::Tagged)
    }
}
