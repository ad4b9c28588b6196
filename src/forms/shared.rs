//! Layouts of the program for forms that have none of their own.

use super::declaration::{Declaration, Scope};

/// Layouts of registers and tables that have none of their own.
const OF_REGISTERS: &str = "lib/forms/register.typ";
const OF_TABLES: &str = "lib/forms/crosstable.typ";
const OF_DOCUMENTS: &str = "lib/forms/document.typ";
const OF_SEVERAL: &str = "lib/forms/tables.typ";

/// The layout of a form that has none of its own, where there is one.
pub fn shared_layout(form: &Declaration, has_tables: bool) -> Option<&'static str> {
    match form.scope {
        _ if form.prose.is_some() => Some(OF_DOCUMENTS),
        _ if form.points.is_some() => Some(OF_REGISTERS),
        _ if has_tables => Some(OF_SEVERAL),
        Scope::Branch => Some(OF_REGISTERS),
        Scope::Organisation => Some(OF_TABLES),
        _ => None,
    }
}
