//! Where sheets stand: beside the PDF of the same, with another ending.

use crate::forms::outputs::Pattern;
use crate::forms::{Form, FormFault};
use crate::load::travelling;

/// The ending of a page.
const PAGE: &str = ".pdf";

/// The path of a unit's sheet of a form below `out/`; of one table of several with its id.
pub fn of_form(
    form: &Form,
    table: Option<&Form>,
    unit: &str,
    ending: &str,
) -> Result<String, FormFault> {
    let page = Pattern::of(form)?.path_of_unit(unit, form)?;
    let page = page.strip_suffix(PAGE).unwrap_or(&page);
    let table = table.map(|table| match travelling(table.id()) {
        Some(id) => format!("-{id}"),
        None => {
            let at = form.tables.iter().position(|one| one.id() == table.id());
            format!("-{}", at.map_or(0, |at| at + 1))
        }
    });
    Ok(format!("{page}{}.{ending}", table.unwrap_or_default()))
}

/// A path that two sheets would have; cases are not told apart, as on other systems.
pub fn twice<'a>(paths: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    paths
        .into_iter()
        .find(|path| !seen.insert(path.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::twice;

    #[test]
    fn a_path_is_had_once() {
        assert_eq!(twice(["甲/a.xlsx", "甲/b.xlsx"].into_iter()), None);
        assert_eq!(
            twice(["甲/a.xlsx", "甲/A.xlsx"].into_iter()),
            Some("甲/A.xlsx")
        );
    }
}
