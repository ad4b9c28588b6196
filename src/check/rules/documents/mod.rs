//! Family 18: texts of documents, and which forms a build makes.

pub mod document_fault;
pub mod not_given;
pub mod text_fault;
pub mod unfilled;
pub mod unknown_form;
pub mod unknown_text;
pub mod unused_name;

use crate::check::rule::{Rule, registered};

registered! {
    text_fault unfilled unused_name unknown_text unknown_form document_fault not_given
}

/// Whether what a rule finds keeps a document alone from being made, until it is written.
pub fn keeps_waiting(rule: &Rule) -> bool {
    [&unfilled::RULE, &not_given::RULE].contains(&rule)
}
