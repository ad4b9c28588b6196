//! What forms say of a member: the text of each cell, what it follows from, and what a
//! date leaves open of it.

use std::borrow::Cow;

use super::catalogue::Form;
use super::declaration::{Column, Format, Scope, words};
use super::printing::{self, Cell, Print, Printed, Shown};
use super::reading::is_reserved;
use super::{choice, points, printed as texts, register_cell};
use crate::derive::{Certainty, Reference};
use crate::expression::{Expression, Scope as Scoped};
use crate::model::noted::{Noted, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::tabulate::{Person, Source, Who};

/// What is said in a cell.
pub struct Said {
    /// The name of the cell; of a register, of the column.
    pub cell: Cow<'static, str>,
    /// What that is called which is computed for it.
    pub fact: Cow<'static, str>,
    /// What is shown.
    pub shown: Traced<Shown>,
}

/// All that a form says of a member.
#[derive(Default)]
pub struct AllSaid {
    /// The cells that the form has for him.
    pub cells: Vec<Said>,
    /// The lengths of a card's lists.
    pub counts: Vec<(&'static str, Traced<usize>)>,
    /// Whether he has the cells that are reserved for some, by their name.
    pub reserved: Vec<(String, Traced<Certainty>)>,
}

/// Which cells are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those for which something is computed that a date may leave open.
    Computed,
}

/// What a form says of a member, of an entry of his list where it has a row for each; those
/// cells empty that are not for him; none where a day is missing.
pub fn said(
    source: Source<'_>,
    form: &Form,
    (person, entry): (&Person<'_>, Option<usize>),
    which: Which,
) -> Option<AllSaid> {
    let scope = person.scope(form.id())?;
    let printed = Printed {
        scope: Scoped { entry, ..scope },
        organisation: source.organisation(person.unit)?,
        issuer: source.organisation(source.workspace.issuer(person.unit))?,
        empty: printing::empty(source.workspace.round()),
    };
    let mut said = printed_by(form, &printed, which);
    if let Some(points) = &form.declaration.points {
        said.cells = points::said(source, (form, points), person, &printed)?;
    }
    for (name, who) in &form.declaration.reserved {
        let is_his = reserved_for(form.id(), who, person);
        let reserved = said.cells.iter_mut();
        let reserved = reserved.filter(|said| is_reserved(&said.cell, name));
        for said in reserved.filter(|_| !is_his.value.is_yes()) {
            said.shown = Traced::constant(Shown::default());
        }
        said.reserved.push((name.clone(), is_his));
    }
    Some(said)
}

/// What the cells of a form print, for whomever they are.
pub fn printed_by(form: &Form, printed: &Printed<'_>, which: Which) -> AllSaid {
    let mut said = AllSaid::default();
    match form.declaration.scope {
        Scope::Member => said.card(form, printed, which),
        Scope::Branch => {
            let columns = form.declaration.columns.iter();
            let columns = columns.filter_map(|column| of_column(column, printed, which));
            said.cells = columns.collect();
        }
        Scope::Organisation | Scope::Round => {}
    }
    said
}

impl AllSaid {
    /// The keys of all that is shown.
    pub fn keys(&self) -> Keys {
        let counts = self.counts.iter().map(|(_, count)| count.keys);
        let cells = self.cells.iter().map(|said| said.shown.keys);
        cells.chain(counts).collect()
    }

    fn card(&mut self, form: &Form, printed: &Printed<'_>, which: Which) {
        let is_asked = |cell: &&&Cell| match cell.print {
            Print::Text(_) => which == Which::All,
            Print::Computed(_) => true,
        };
        let single = form.cells.single_of_card().iter().filter(is_asked);
        self.cells
            .extend(single.map(|cell| of_cell(cell, None, printed)));
        for cell in &form.declaration.cells {
            let shown = cell.value.as_ref();
            let shown = shown.map(|value| of_value(value, (cell.format, &cell.own_words), printed));
            self.cells.extend(shown.map(|shown| Said {
                cell: cell.name.clone().into(),
                fact: cell.name.clone().into(),
                shown,
            }));
        }
        for ((list, count), cells) in form.cells.lists_of_card() {
            let count = printed.traced((None, 0), count);
            for index in 0..count.value {
                let cells = cells.iter().filter(is_asked);
                self.cells
                    .extend(cells.map(|cell| of_cell(cell, Some(index), printed)));
            }
            self.counts.push((list, count));
        }
    }
}

fn of_cell(cell: &Cell, index: Option<usize>, printed: &Printed<'_>) -> Said {
    let at = (None, index.unwrap_or_default());
    let shown = of_print(&cell.print, at, printed);
    let numbered = |index| cell.name.replacen("[]", &format!("[{index}]"), 1).into();
    Said {
        cell: index.map_or(cell.name.into(), numbered),
        fact: cell.fact.into(),
        shown: match cell.is_bare {
            true => shown,
            false => printed.or_empty(shown),
        },
    }
}

fn of_print(print: &Print, at: (Option<Format>, usize), printed: &Printed<'_>) -> Traced<Shown> {
    match print {
        Print::Text(text) => printed.traced(at, text).map(Shown::from),
        Print::Computed(computed) => printed.traced(at, computed),
    }
}

/// What an expression shows, which may be in words of its form's own.
pub fn of_value(
    value: &Expression,
    (format, own): (Option<Format>, &[String]),
    printed: &Printed<'_>,
) -> Traced<Shown> {
    let words = words(own, value);
    value.value(&printed.scope).as_ref().map(|value| {
        let text = match format {
            Some(format) if choice::is_of(format) => choice::shown(&words, value, format),
            _ if !own.is_empty() => choice::word(&words, value).to_owned(),
            _ => texts::value(value, format),
        };
        let open = texts::is_open(value).then(|| text.clone());
        Shown { text, open }
    })
}

/// What a column of a register says; none where it only holds others, or is not asked for.
fn of_column(column: &Column, printed: &Printed<'_>, which: Which) -> Option<Said> {
    let key = column.key.as_ref()?;
    let cell = register_cell::cell(key).map(|cell| &cell.print);
    let shown = match (&column.value, cell) {
        (Some(value), _) => of_value(value, (column.format, &[]), printed),
        (None, Some(Print::Text(_)) | None) if which == Which::Computed => return None,
        (None, Some(print)) => of_print(print, (column.format, 0), printed),
        (None, None) => Traced::constant(Shown::default()),
    };
    Some(Said {
        cell: key.clone().into(),
        fact: key.clone().into(),
        shown: printed.or_empty(shown),
    })
}

/// Whether a member has the cells that are reserved for some.
pub fn reserved_for(form: &str, who: &Who, person: &Person<'_>) -> Traced<Certainty> {
    let held = |person: &Person<'_>| {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let scope = person.scope(form);
        scope.map_or(open, |scope| who.holds(&scope))
    };
    let mut found = [held(person)];
    person.settle(&mut found, &|person| vec![held(person)]);
    found[0]
}

/// The text of a cell above or below a table.
pub fn pair(name: &str, organisation: &Organisation, reference: &Reference) -> Traced<String> {
    let of = |ask: for<'a> fn(Noted<'a, Organisation>) -> String| {
        noting(|notes| ask(Noted::on(organisation, notes)))
    };
    match name {
        "填报单位" => of(|unit| texts::text(unit.unit().or_else(|| unit.name()))),
        "填表日期" => reference.filled_on.map(texts::long_day),
        "填表人" => of(|unit| texts::text(unit.filled_by())),
        _ => of(|unit| texts::telephone(unit.phone())),
    }
}
