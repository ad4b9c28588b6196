//! What the pages of an output are held against, and what breaks that.

use super::fonts::Fonts;
use crate::check::Finding;
use crate::check::rules::pages::PagePlace;
use crate::forms::{Form, View};

/// What the pages of an output are held against.
#[derive(Clone, Copy)]
pub struct Contract<'a> {
    /// The form.
    pub form: &'a Form,
    /// The values.
    pub view: &'a View,
    /// The fonts of the roles.
    pub fonts: &'a Fonts,
}

impl Contract<'_> {
    /// Where on the pages of the form.
    pub fn place(self, page: usize, cell: &str) -> PagePlace {
        PagePlace {
            form: self.form.id().to_owned(),
            page,
            cell: cell.to_owned(),
        }
    }
}

/// The cell whose value is to be looked at, empty outside of cells, and what breaks the
/// contract.
pub type Breach = (String, Finding);
