//! What the pages of an output are held against, and what breaks that.

use std::collections::HashSet;

use typst::syntax::Span;

use super::fonts::Fonts;
use super::inspect::TextRun;
use crate::check::Finding;
use crate::check::rules::pages::PagePlace;
use crate::check::rules::pages::narrow_column::NarrowColumn;
use crate::check::rules::pages::overlap::Overlap;
use crate::forms::cells::item;
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

/// What stands for a value of nobody.
const VALUE: &str = "值";

impl Contract<'_> {
    /// Where on the pages of the form.
    pub fn place(self, page: usize, cell: &str) -> PagePlace {
        let before = self.view.window.as_ref().map_or(0, |part| part.pages);
        PagePlace {
            form: self.form.id().to_owned(),
            page: before + page,
            cell: self.form.called(cell),
        }
    }

    /// The text of a run as a finding shows it: the values of samples are nobody's.
    pub fn shown(self, run: &TextRun) -> String {
        match &run.cell {
            Some(_) if self.view.is_sample => VALUE.to_owned(),
            _ => run.text.clone(),
        }
    }

    /// A text of a cell as a finding shows it.
    pub fn shown_text(self, text: &str) -> String {
        if !self.view.is_sample {
            return text.to_owned();
        }
        let values = self.view.cells.values().filter(|value| !value.is_empty());
        values.fold(text.to_owned(), |text, value| text.replace(value, VALUE))
    }
}

/// What breaks the contract.
#[derive(Clone, Debug)]
pub struct Breach {
    /// The cell whose value is to be looked at, empty outside of cells.
    pub cell: String,
    /// What is wrong.
    pub finding: Finding,
    /// The text that is at fault, outside of cells, and where the layout sets it.
    pub text: Option<(String, Span)>,
}

impl Breach {
    /// One about a cell, or about a page as a whole.
    pub fn of(cell: impl Into<String>, finding: impl Into<Finding>) -> Self {
        Self {
            cell: cell.into(),
            finding: finding.into(),
            text: None,
        }
    }

    /// One about a text.
    pub fn at(run: &TextRun, finding: impl Into<Finding>) -> Self {
        let cell = run.cell.clone().unwrap_or_default();
        let text = cell.is_empty().then(|| (run.text.clone(), run.span));
        Self {
            text,
            ..Self::of(cell, finding)
        }
    }
}

/// Each kind of fault of a cell once, not once a line; of the values of samples, once a
/// column. Outside of cells each text is told, but of those that overlap the first.
pub fn once(breaches: Vec<Breach>, contract: Contract<'_>) -> Vec<Breach> {
    let mut known = HashSet::new();
    let is_of_column = |breach: &Breach| breach.finding.get::<NarrowColumn>().is_some();
    let mut is_new = |breach: &Breach| {
        let cell = match item(&breach.cell) {
            Some((list, _, key)) if contract.view.is_sample || is_of_column(breach) => {
                format!("{list}[].{key}")
            }
            _ => breach.cell.clone(),
        };
        let is_pair = breach.finding.get::<Overlap>().is_some();
        breach.cell.is_empty() && !is_pair || known.insert((cell, breach.finding.rule().code))
    };
    breaches.into_iter().filter(|one| is_new(one)).collect()
}
