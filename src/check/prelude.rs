//! What the files of rules need.

pub(super) use super::case::Case;
pub(super) use super::diagnostic::{Affected, At, Diagnostic, Relationship};
pub(super) use super::finding::Finding;
pub(super) use super::rule::{Lang, rule};
pub(super) use super::words::*;
pub(super) use crate::model::code::Code as _;
pub(super) use crate::model::codes::*;
pub(super) use crate::model::handle::UnitId;
pub(super) use crate::model::member::*;
pub(super) use crate::model::node::Span;
pub(super) use crate::model::provenance::Keys;
pub(super) use crate::model::value::{Given as _, Placed, Value};
pub(super) use crate::tabulate::Source;
pub(super) use chrono::NaiveDate;
