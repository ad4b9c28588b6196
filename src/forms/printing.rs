//! What cells are printed of: a member, his branch and the form's days, each asked in
//! a way that notes what a text follows from.

use super::declaration::Format;
use crate::derive::{Days, Facts, Reading};
use crate::expression::Scope;
use crate::model::codes::EmptyCell;
use crate::model::member::Member;
use crate::model::noted::{Noted, Notes, note_all, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::model::round::Round;
use crate::model::value::Given as _;

/// What the cells of a form print for a member.
#[derive(Clone, Copy, Debug)]
pub struct Printing<'a> {
    /// The member.
    pub member: Noted<'a, Member>,
    /// The branch.
    pub organisation: Noted<'a, Organisation>,
    /// The form's days.
    pub days: Days<'a>,
    facts: &'a Facts,
    notes: &'a Notes,
}

impl<'a> Printing<'a> {
    /// A fact on the form's day.
    pub fn fact<T>(self, of: fn(&Facts) -> &Traced<T>) -> &'a T {
        let Traced { value, keys } = of(self.facts);
        note_all(self.notes, *keys);
        value
    }
}

/// Whose cells are printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// The member on the form's days.
    pub scope: Scope<'a>,
    /// The branch.
    pub organisation: &'a Organisation,
    /// What the round says of empty cells.
    pub empty: Traced<&'static str>,
}

impl Printed<'_> {
    /// What is printed, and what it follows from.
    pub fn traced<T>(&self, print: impl FnOnce(Printing<'_>) -> T) -> Traced<T> {
        noting(|notes| {
            print(Printing {
                member: Noted::on(self.scope.asking.member, notes),
                organisation: Noted::on(self.organisation, notes),
                days: Days::on(self.scope.asking.reference, notes),
                facts: self.scope.facts,
                notes,
            })
        })
    }

    /// A text, or what an empty cell prints.
    pub fn or_empty(&self, text: Traced<String>) -> Traced<String> {
        match text.value.is_empty() {
            true => text
                .map(|_| self.empty.value.to_owned())
                .joined(self.empty.keys),
            false => text,
        }
    }
}

/// What a cell prints.
pub enum Print {
    /// What stands in the file.
    Text(fn(Printing<'_>) -> String),
    /// What stands in the file, a word of a list perhaps as its number.
    Word(fn(Printing<'_>, Option<Format>) -> String),
    /// What is computed of it: what that is called, and both its readings where a date
    /// leaves it open.
    Computed(&'static str, fn(Printing<'_>) -> Computed),
}

/// What is computed for a cell.
#[derive(Clone, Debug, Default)]
pub struct Computed {
    /// What is printed.
    pub text: String,
    /// Both readings as printed, where a date leaves it open.
    pub open: Option<String>,
}

impl Print {
    /// The text.
    pub fn text(&self, printing: Printing<'_>, format: Option<Format>) -> String {
        match self {
            Self::Text(text) => text(printing),
            Self::Word(text) => text(printing, format),
            Self::Computed(_, computed) => computed(printing).text,
        }
    }

    /// What is open of what it computes.
    pub fn open(&self, printed: &Printed<'_>) -> Option<OpenReading> {
        let Self::Computed(fact, computed) = self else {
            return None;
        };
        let computed = printed.traced(computed);
        Some(OpenReading {
            fact: (*fact).to_owned(),
            shown: computed.value.open?,
            keys: computed.keys,
        })
    }
}

/// A printed value that shows both its readings.
#[derive(Clone, Debug)]
pub struct OpenReading {
    /// What it is called.
    pub fact: String,
    /// As it is printed.
    pub shown: String,
    /// What it follows from.
    pub keys: Keys,
}

/// A computed number as it is shown.
pub fn shown<T>(reading: Option<Reading<T>>, show: impl Fn(Reading<T>) -> String) -> Computed
where
    T: Copy + Ord,
{
    let Some(reading) = reading else {
        return Computed::default();
    };
    let text = show(reading);
    let open = matches!(reading, Reading::Open(..)).then(|| text.clone());
    Computed { text, open }
}

/// What an empty text cell prints, by the setting 空白处.
pub fn empty(round: Option<&Round>) -> Traced<&'static str> {
    noting(|notes| {
        let setting = round.and_then(|round| Noted::on(round, notes).empty_cell().given());
        super::printed::empty(setting.copied().unwrap_or(EmptyCell::Blank))
    })
}
