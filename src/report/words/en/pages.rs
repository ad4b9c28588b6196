//! English: pages that break the contract.

use crate::check::finding::{Breach, BreachKind};

pub fn message(form: &str, breach: &Breach) -> String {
    let Breach { page, cell, kind } = breach;
    let cell = match cell.as_str() {
        "" => String::new(),
        cell => format!(", “{cell}”"),
    };
    let place = format!("{form}, page {page}{cell}");
    match kind {
        BreachKind::OutsideCell { text, .. } => format!("{place}: “{text}” runs out of its cell"),
        BreachKind::OutsidePage { text } => format!("{place}: “{text}” runs off the page"),
        BreachKind::Overlap { text, other } => {
            format!("{place}: “{text}” and “{other}” stand on one place")
        }
        BreachKind::Cut { text } => format!("{place}: a part of “{text}” is cut off"),
        BreachKind::Different { printed, value } => {
            format!("{place}: “{printed}” is printed, the value is “{value}”")
        }
        BreachKind::Unprinted => format!("{form}: “{}” is not printed", breach.cell),
        BreachKind::UnknownCell(_) => {
            format!(
                "{form}, page {page}: the form has no cell “{}”",
                breach.cell
            )
        }
        BreachKind::Paper { found, expected } => format!(
            "{form}, page {page}: the page is {}, it should be {}",
            size(*found),
            size(*expected)
        ),
        BreachKind::PageCount {
            found,
            expected,
            or_more,
        } => {
            let least = if *or_more { "at least " } else { "" };
            format!("{form}: {found} pages without the notes, there should be {least}{expected}")
        }
        BreachKind::NotesCount { found: 0 } => format!("{form}: the notes are not printed"),
        BreachKind::NotesCount { found } => {
            format!("{form}: the form has no notes, but pages without cells at its end: {found}")
        }
        BreachKind::NoCell => format!("{form}, page {page}: no cell stands on the page"),
        BreachKind::CoarsePicture { size: (w, h), dpi } => format!(
            "{form}, page {page}: the photo is printed at {w:.0} × {h:.0} mm with {dpi} dots an inch"
        ),
        BreachKind::StretchedPicture { printed, own } => {
            let way = if printed > own { "wider" } else { "narrower" };
            format!("{form}, page {page}: the photo is printed {way} than it is")
        }
        BreachKind::ForeignFont { text, family } => {
            format!("{place}: “{text}” is in “{family}”, a font of none of the roles")
        }
        BreachKind::Shrunk { cells, usual } => {
            let cells: Vec<String> = cells
                .iter()
                .map(|(cell, size)| format!("“{cell}” {size} pt"))
                .collect();
            format!("{form}: type smaller than {usual} pt: {}", cells.join(", "))
        }
    }
}

fn size((width, height): (f64, f64)) -> String {
    format!("{width:.0} × {height:.0} mm")
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
        BreachKind::Cut { .. } => {
            "mend the layout: take out clip, or give the text the room it needs".to_owned()
        }
        BreachKind::Different { .. } => {
            "mend the layout: a cell prints the value of its key and nothing else".to_owned()
        }
        BreachKind::Unprinted => {
            "add the cell to the layout, or take it out of form.yaml".to_owned()
        }
        BreachKind::UnknownCell(Some(near)) => format!("did you mean “{near}”?"),
        BreachKind::UnknownCell(None) => {
            "mend the name in the layout, or add the cell to form.yaml".to_owned()
        }
        BreachKind::Paper { .. } => "mend the layout's paper, or 纸张 in form.yaml".to_owned(),
        BreachKind::PageCount { .. } => "mend the layout, or 页数 in form.yaml".to_owned(),
        BreachKind::NotesCount { .. } => "mend the layout, or 说明 in form.yaml".to_owned(),
        BreachKind::NoCell => "mend the layout: take out the empty page".to_owned(),
        BreachKind::CoarsePicture { .. } => {
            "take a photo with more dots, or print it smaller".to_owned()
        }
        BreachKind::StretchedPicture { .. } => {
            "use fit: \"contain\" in the layout, so that the photo keeps its shape".to_owned()
        }
        BreachKind::ForeignFont { .. } => {
            "use fangsong, song, hei, kai or biaosong of layouts/lib/fonts.typ; paicha fonts lists \
             the roles"
                .to_owned()
        }
        BreachKind::Shrunk { .. } => "nothing has to be done; shorter texts stay larger".to_owned(),
    }
}
