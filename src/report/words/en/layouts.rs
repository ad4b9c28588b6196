//! English: layouts and fonts.

use crate::check::finding::LayoutFinding;

pub fn message(finding: &LayoutFinding) -> String {
    match finding {
        LayoutFinding::Unnamed { form, cell } => {
            format!("{form} prints the value of “{cell}” outside of a named cell")
        }
        LayoutFinding::KeyUnprinted(key) => {
            format!("“{key}” must be given, but no form prints it")
        }
        LayoutFinding::Grid {
            page,
            missing,
            lies,
            at,
            along,
            ..
        } => {
            let (line, edge) = if *lies {
                ("lying", "top")
            } else {
                ("standing", "left")
            };
            let fault = if *missing {
                "is missing"
            } else {
                "is too much"
            };
            format!(
                "blank form, page {page}: a {line} line {fault}, {at:.1} mm from the {edge}, from \
                 {:.1} to {:.1} mm",
                along.0, along.1
            )
        }
        LayoutFinding::Warning(words) => format!("the layout may be wrong: {words}"),
        LayoutFinding::FontFile => "not a font, or unreadable: it is not used".to_owned(),
    }
}

pub fn help(finding: &LayoutFinding) -> Option<String> {
    Some(match finding {
        LayoutFinding::Unnamed { cell, .. } => format!(
            "write [#block(…, value)#label(\"{cell}\")], or use value of layouts/lib/cell.typ"
        ),
        LayoutFinding::KeyUnprinted(key) => {
            format!("add “{key}” to 格 in the form.yaml of a card, and to its layout")
        }
        LayoutFinding::Grid {
            nearest: Some(near),
            missing: true,
            ..
        } => format!(
            "the nearest one on the page is at {near:.1} mm; mend the layout, or write grid.yaml \
             anew with paicha layouts grid"
        ),
        LayoutFinding::Grid { missing: true, .. } => {
            "mend the layout, or write grid.yaml anew with paicha layouts grid".to_owned()
        }
        LayoutFinding::Grid { .. } => {
            "take it out of the layout, or write grid.yaml anew with paicha layouts grid".to_owned()
        }
        LayoutFinding::Warning(_) => return None,
        LayoutFinding::FontFile => "put a .ttf, .otf or .ttc font there, or take it out".to_owned(),
    })
}
