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
        BreachKind::OutsideCell { text, width, room } => {
            let count = text.chars().count();
            format!(
                "the cell is {width:.0} mm wide, a line holds {room} characters, this one has \
                 {count}; give the cell more room, shrink the text, or write less"
            )
        }
        BreachKind::OutsidePage { .. } => "mend the layout: all cells stand on the page".to_owned(),
        BreachKind::Overlap { .. } => "mend the layout: set both apart".to_owned(),
        BreachKind::Different { .. } => {
            "mend the layout: a cell prints the value of its key and nothing else".to_owned()
        }
    }
}
