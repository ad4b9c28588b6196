//! What cells are printed of: a member, his branch and the form's days, each asked in
//! a way that notes what a text follows from.

use super::declaration::Format;
use crate::derive::{Days, Facts, Reading};
use crate::expression::Scope;
use crate::model::codes::EmptyCell;
use crate::model::member::Member;
use crate::model::noted::{Noted, Notes, note_all, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::Traced;
use crate::model::round::Round;
use crate::model::value::Given as _;

/// What a cell is printed of.
#[derive(Clone, Copy, Debug)]
pub struct Printing<'a> {
    /// The member.
    pub member: Noted<'a, Member>,
    /// The branch.
    pub organisation: Noted<'a, Organisation>,
    /// Who issues its letters of introduction.
    pub issuer: Noted<'a, Organisation>,
    /// The form's days.
    pub days: Days<'a>,
    /// How the column wants it.
    pub format: Option<Format>,
    /// Of the cell of a list: which item.
    pub index: usize,
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

/// A cell that forms can have.
#[derive(Debug)]
pub struct Cell {
    /// Its name; that of a list's cell has empty brackets behind the list's.
    pub name: &'static str,
    /// What that is called which is computed for it; most often as the cell is.
    pub fact: &'static str,
    /// Whether it stays empty where there is nothing to print.
    pub is_bare: bool,
    /// The formats in which it can be printed.
    pub formats: &'static [Format],
    /// What it prints.
    pub print: Print,
}

/// What a cell prints.
#[derive(Debug)]
pub enum Print {
    /// What stands in the file.
    Text(fn(Printing<'_>) -> String),
    /// What is computed of it, perhaps with two readings.
    Computed(fn(Printing<'_>) -> Shown),
}

/// A table of cells: names, and what each prints of `$p`. What is computed stands behind
/// `=` and may have a name `of` its own; what is printed for some only is `bare`.
macro_rules! cells {
    ($p:ident; $(
        $name:literal $(of $fact:literal)? $([$bare:ident])? $(as $formats:ident)?
        $(: $text:expr,)? $(= $computed:expr,)?
    )*) => {
        &[$(Cell {
            name: $name,
            fact: [$($fact,)? $name][0],
            is_bare: cells!(@bare $($bare)?),
            formats: [$($formats,)? &[]][0],
            print: $(Print::Text(|$p| $text))? $(Print::Computed(|$p| $computed))?,
        }),*]
    };
    (@bare bare) => { true };
    (@bare) => { false };
}
pub(super) use cells;

/// What is shown in a cell.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// Both readings as printed, where a date leaves it open.
    pub open: Option<String>,
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self { text, open: None }
    }
}

/// Whose cells are printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// The member on the form's days.
    pub scope: Scope<'a>,
    /// The branch.
    pub organisation: &'a Organisation,
    /// Who issues its letters of introduction.
    pub issuer: &'a Organisation,
    /// What the round says of empty cells.
    pub empty: Traced<&'static str>,
}

impl Printed<'_> {
    /// What is printed, and what it follows from.
    pub fn traced<T>(
        &self,
        (format, index): (Option<Format>, usize),
        print: impl FnOnce(Printing<'_>) -> T,
    ) -> Traced<T> {
        noting(|notes| {
            print(Printing {
                member: Noted::on(self.scope.asking.member, notes),
                organisation: Noted::on(self.organisation, notes),
                issuer: Noted::on(self.issuer, notes),
                days: Days::on(self.scope.asking.reference, notes),
                format,
                index,
                facts: self.scope.facts,
                notes,
            })
        })
    }

    /// What is shown, or what an empty cell prints.
    pub fn or_empty(&self, shown: Traced<Shown>) -> Traced<Shown> {
        match shown.value.text.is_empty() {
            true => shown
                .map(|_| self.empty.value.to_owned().into())
                .joined(self.empty.keys),
            false => shown,
        }
    }
}

/// A computed number as it is shown.
pub fn shown<T>(reading: Option<Reading<T>>, show: impl Fn(Reading<T>) -> String) -> Shown
where
    T: Copy + Ord,
{
    let Some(reading) = reading else {
        return Shown::default();
    };
    let text = show(reading);
    let open = matches!(reading, Reading::Open(..)).then(|| text.clone());
    Shown { text, open }
}

/// What an empty text cell prints, by the setting 空白处.
pub fn empty(round: Option<&Round>) -> Traced<&'static str> {
    noting(|notes| {
        let setting = round.and_then(|round| Noted::on(round, notes).empty_cell().given());
        super::printed::empty(setting.copied().unwrap_or(EmptyCell::Blank))
    })
}
