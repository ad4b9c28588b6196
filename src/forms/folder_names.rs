//! Names of organisations' folders under which something else is written in `out/`.

use std::collections::HashMap;

use super::catalogue::Catalogue;
use super::outputs::{BLANK, LIST, Pattern};
use crate::check::Diagnostic;
use crate::check::rules::organisations::folder_taken::{FolderTaken, about};
use crate::model::handle::UnitId;
use crate::tabulate::Source;

/// The folders of these units that have such a name.
pub fn taken(source: Source<'_>, catalogue: &Catalogue, units: &[UnitId]) -> Vec<Diagnostic> {
    let forms = catalogue.forms.iter();
    let names = forms.filter_map(|(_, form)| {
        let name = Pattern::of(form).ok()?.name_below_unit(form)?;
        Some((name, form.id()))
    });
    let names: HashMap<String, &str> = names.collect();
    let of_unit = |unit: &UnitId| {
        let path = source.workspace.units[*unit].path.as_str();
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let form = match above.is_empty() {
            _ if path.split('/').any(|name| name == LIST) => None,
            true if name == BLANK => None,
            true => return None,
            false => Some((*names.get(name)?).to_owned()),
        };
        let name = name.to_owned();
        Some(about(&source, *unit, FolderTaken { name, form }))
    };
    units.iter().filter_map(of_unit).collect()
}
