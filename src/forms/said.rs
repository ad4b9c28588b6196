//! What forms say of a member: the text of each cell, what it follows from, and what a
//! date leaves open of it.

use super::card_cell::{CELLS, LISTS};
use super::catalogue::Form;
use super::declaration::{Column, Scope};
use super::printing::{self, Cell, Printed, Shown};
use super::reading::is_reserved;
use super::{printed as texts, register_cell};
use crate::derive::{Certainty, Reference};
use crate::expression::Scope as Scoped;
use crate::model::noted::{Noted, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::model::value::Value;
use crate::tabulate::{Person, Source, Who};

/// What is said in a cell.
pub struct Said {
    /// The name of the cell; of a register, of the column.
    pub cell: String,
    /// What that is called which is computed for it.
    pub fact: String,
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

/// What a form says of a member, those cells empty that are not for him; none where a
/// day is missing.
pub fn said(source: Source<'_>, form: &Form, unit: usize, person: &Person<'_>) -> Option<AllSaid> {
    let mut said = printed_by(form, &printed(source, unit, person.scope(form.id())?)?);
    for (name, who) in &form.declaration.reserved {
        let is_his = reserved_for(form.id(), who, person);
        let others = said
            .cells
            .iter_mut()
            .filter(|said| is_reserved(&said.cell, name));
        for said in others.filter(|_| !is_his.value.is_yes()) {
            said.shown = Traced::constant(Shown::default());
        }
        said.reserved.push((name.clone(), is_his));
    }
    Some(said)
}

/// What the cells of a form print, for whomever they are.
pub fn printed_by(form: &Form, printed: &Printed<'_>) -> AllSaid {
    let mut said = AllSaid::default();
    match form.declaration.scope {
        Scope::Member => said.card(form, printed),
        Scope::Branch => {
            let columns = form.declaration.columns.iter();
            said.cells = columns
                .filter_map(|column| of_column(column, printed))
                .collect();
        }
        Scope::Organisation => {}
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

    fn card(&mut self, form: &Form, printed: &Printed<'_>) {
        let (listed, single): (Vec<&Cell>, Vec<_>) =
            CELLS.iter().partition(|cell| cell.name.contains("[]."));
        let known = single
            .into_iter()
            .filter(|cell| form.cells.knows(cell.name));
        self.cells
            .extend(known.map(|cell| of_cell(cell, 0, printed)));
        for (list, count) in LISTS {
            let of_list = listed.iter().filter(|cell| cell.name.starts_with(list));
            let known: Vec<_> = of_list
                .filter(|cell| form.cells.knows(&item(cell, 0)))
                .collect();
            if known.is_empty() {
                continue;
            }
            let count = printed.traced((None, 0), count);
            for index in 0..count.value {
                self.cells
                    .extend(known.iter().map(|cell| of_cell(cell, index, printed)));
            }
            self.counts.push((list, count));
        }
    }
}

/// The name of a cell of a list's item.
fn item(cell: &Cell, index: usize) -> String {
    cell.name.replacen("[]", &format!("[{index}]"), 1)
}

fn of_cell(cell: &Cell, index: usize, printed: &Printed<'_>) -> Said {
    let shown = printed.traced((None, index), cell.print);
    Said {
        cell: item(cell, index),
        fact: cell.fact.to_owned(),
        shown: match cell.is_bare {
            true => shown,
            false => printed.or_empty(shown),
        },
    }
}

/// What a column of a register says; none where it only holds others.
fn of_column(column: &Column, printed: &Printed<'_>) -> Option<Said> {
    let key = column.key.as_ref()?;
    let shown = match (&column.value, register_cell::cell(key)) {
        (Some(value), _) => value.value(&printed.scope).as_ref().map(|value| {
            let text = texts::value(value, column.format);
            let open = texts::is_open(value).then(|| text.clone());
            Shown { text, open }
        }),
        (None, Some(cell)) => printed.traced((column.format, 0), cell.print),
        (None, None) => Traced::constant(Shown::default()),
    };
    Some(Said {
        cell: key.clone(),
        fact: key.clone(),
        shown: printed.or_empty(shown),
    })
}

/// Whether a member has the cells that are reserved for some.
pub fn reserved_for(form: &str, who: &Who, person: &Person<'_>) -> Traced<Certainty> {
    let held = |person: &Person<'_>| {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let scope = person.scope(form);
        vec![scope.map_or(open, |scope| who.holds(&scope))]
    };
    let mut found = held(person);
    person.settle(&mut found, &held);
    found[0]
}

/// What the cells of a form print for a member.
fn printed<'a>(source: Source<'a>, unit: usize, scope: Scoped<'a>) -> Option<Printed<'a>> {
    Some(Printed {
        scope,
        organisation: source.organisation(unit)?,
        empty: printing::empty(source.workspace.round()),
    })
}

/// The text of a cell above or below a table.
pub fn pair(name: &str, organisation: &Organisation, reference: &Reference) -> Traced<String> {
    let of = |ask: for<'a> fn(Noted<'a, Organisation>) -> Option<&'a Value<String>>| {
        noting(|notes| texts::text(ask(Noted::on(organisation, notes))))
    };
    match name {
        "填报单位" => of(|unit| unit.unit().or_else(|| unit.name())),
        "填表日期" => reference.filled_on.map(texts::long_day),
        "填表人" => of(|unit| unit.filled_by()),
        _ => of(|unit| unit.phone()),
    }
}
