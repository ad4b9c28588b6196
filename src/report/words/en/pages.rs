//! English: pages that break the contract.

use crate::check::finding::{Breach, BreachKind};

pub fn message(form: &str, breach: &Breach) -> String {
    let Breach { page, cell, kind } = breach;
    let cell = match cell.as_str() {
        "" => String::new(),
        cell => format!(", “{cell}”"),
    };
    match kind {
        BreachKind::OutsideCell { text, .. } => {
            format!("{form}, page {page}{cell}: “{text}” runs out of its cell")
        }
        BreachKind::OutsidePage { text } => {
            format!("{form}, page {page}{cell}: “{text}” runs off the page")
        }
        BreachKind::Overlap { text, other } => {
            format!("{form}, page {page}{cell}: “{text}” and “{other}” stand on one place")
        }
        BreachKind::Different { printed, value } => {
            format!("{form}, page {page}{cell}: “{printed}” is printed, the value is “{value}”")
        }
    }
}

pub fn help(breach: &Breach) -> String {
    match &breach.kind {
        BreachKind::OutsideCell {
            size, room, count, ..
        } if count > room => format!(
            "the cell is {:.0} mm wide and holds {room} characters a line, this one takes {count}; \
             widen it, shrink the text, or write less",
            size.0
        ),
        BreachKind::OutsideCell { size, .. } => format!(
            "the cell is {:.0} mm high and does not hold so many lines; give it more room, shrink \
             the text, or write less",
            size.1
        ),
        BreachKind::OutsidePage { .. } => "mend the layout: all cells stand on the page".to_owned(),
        BreachKind::Overlap { .. } => "mend the layout: set both apart".to_owned(),
        BreachKind::Different { .. } => {
            "mend the layout: a cell prints the value of its key and nothing else".to_owned()
        }
    }
}
