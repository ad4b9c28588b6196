//! What the YAML files say: plain types, no input or output.
//!
//! A file is read as a tree of [`node::Node`]s that know their place; records
//! ([`member::Member`], [`organisation::Organisation`], [`round::Round`],
//! [`figures::ReportedFigures`]) are views of such a tree. A value that cannot
//! be understood keeps its text and the reason ([`value::Value`]).

pub mod area;
pub mod call;
pub mod code;
pub mod codes;
pub mod contact;
pub mod custom;
pub mod custom_keys;
pub mod date;
pub mod date_meant;
pub mod date_text;
pub mod dates;
pub mod decimal;
pub mod education;
pub mod entries;
pub mod ethnicity;
pub mod field;
pub mod figures;
pub mod files;
pub mod handle;
pub mod id_number;
pub mod key;
mod lost;
pub mod meaning;
pub mod meant;
pub mod member;
pub mod name;
pub mod named;
pub mod nearest;
pub mod node;
pub mod noted;
pub mod numbered;
pub mod organisation;
pub mod other_names;
pub mod other_words;
pub mod private;
pub mod problem;
pub mod provenance;
pub mod record;
pub mod round;
pub mod route;
pub mod scalar_node;
pub mod scalars;
pub mod settings;
pub mod telephone;
pub mod unknown;
pub mod usual;
pub mod value;
mod whereabouts;
