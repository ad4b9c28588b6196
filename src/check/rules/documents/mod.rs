//! Family 18: texts of documents, and which forms a build makes.

pub mod document_fault;
pub mod text_fault;
pub mod unfilled;
pub mod unknown_form;
pub mod unknown_text;
pub mod unused_name;

use crate::check::rule::registered;

registered! {
    text_fault unfilled unused_name unknown_text unknown_form document_fault
}
