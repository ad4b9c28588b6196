//! What stands above and below a table, in the words of the page and at its places.

use super::grid::Beside;
use super::words::WORDS;
use crate::forms::cells::WITHOUT;
use crate::forms::{Form, View};

/// The day on which a form is filled in ends where the table ends.
const DAY: &str = "填表日期";
/// Where it is to be written by hand.
const OPEN_DAY: &str = "　　年　月　日";
/// The width of the second of two pairs above a table, in millimetres.
const SECOND: f64 = 65.0;

/// The pairs above a table.
pub fn head(form: &Form, view: &View) -> Vec<Beside> {
    let names = &form.declaration.head;
    let second = 1.0 - SECOND / form.declaration.paper.area().0;
    let from = |at: usize| match (names.len(), at) {
        (2, 1) => second,
        (count, at) => at as f64 / count as f64,
    };
    let pairs = names.iter().enumerate();
    pairs
        .map(|(at, name)| Beside {
            from: from(at),
            ..pair(name, view)
        })
        .collect()
}

/// The counts beside a cross-table and the pairs below it, evenly set.
pub fn foot(form: &Form, view: &View) -> Vec<Beside> {
    let counts = supplement(form, view).map(|text| Beside {
        text,
        ..Beside::default()
    });
    let pairs = form.declaration.foot.iter().map(|name| pair(name, view));
    let mut all: Vec<Beside> = counts.into_iter().chain(pairs).collect();
    let count = all.len();
    for (at, one) in all.iter_mut().enumerate() {
        one.from = at as f64 / count as f64;
    }
    all
}

fn pair(name: &str, view: &View) -> Beside {
    let value = view.cells.get(name).map_or("", String::as_str);
    let is_right = name == DAY;
    let value = if is_right && value.is_empty() {
        OPEN_DAY
    } else {
        value
    };
    Beside {
        text: WORDS.pair(name, value),
        from: 0.0,
        is_right,
    }
}

/// The counts beside a cross-table, one behind the other.
pub fn supplement(form: &Form, view: &View) -> Option<String> {
    let blocks = form.declaration.beside.iter();
    let counts = blocks
        .filter(|block| block.equal.is_none())
        .flat_map(|block| {
            let names = block.counts.iter();
            names.map(|(name, _)| (name, format!("{}.{name}", block.name)))
        });
    let count = |cell: &str| match view.cells.get(cell).map(String::as_str) {
        None | Some("") => "　　".to_owned(),
        Some(count) => count.to_owned(),
    };
    let counts: Vec<String> = counts
        .map(|(name, cell)| format!("{name}{}", count(&cell)))
        .collect();
    let around = &WORDS.supplement;
    (!counts.is_empty()).then(|| {
        let counts = counts.join(&around.between);
        format!("{}{counts}{}", around.before, around.after)
    })
}

/// The line by which those who stand in registers are accounted for.
pub fn reconciled(form: &Form, view: &View) -> Option<String> {
    let block = form
        .declaration
        .beside
        .iter()
        .find(|it| it.equal.is_some())?;
    let text = view.cells.get(&block.name).filter(|text| !text.is_empty());
    text.cloned()
}

/// The line that names the organisations of which nobody is in a list or table.
pub fn without(view: &View) -> Option<String> {
    let text = view.cells.get(WITHOUT).filter(|text| !text.is_empty());
    text.cloned()
}
