//! `paicha report`: the text of a document is copied to where it is edited.

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::new::made;
use super::{Context, scope};
use crate::forms::Scope;
use crate::forms::document::has;
use crate::load::{DATA, TEXTS};

/// Copies the form's own text into the organisations' folders; what is there stays.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let data = context.to_be_written()?.join(DATA);
    let (project, words) = (context.open_all(), context.words);
    let names = scope::values(matches, "form");
    let ids = scope::forms(context, &project, words.form, &names)?;
    let catalogue = &project.catalogue;
    let form = ids.first().and_then(|id| catalogue.get(id));
    let document = form.and_then(|form| Some((form, form.declaration.prose.as_ref()?)));
    let Some((form, prose)) = document else {
        let name = names.first().map_or("", String::as_str);
        let documents = catalogue.documents(&|_| true);
        return Err(Stop::Usage(words.no_such(words.form, name, &documents)));
    };
    let file = format!("{TEXTS}/{}.txt", form.id());
    if prose.scope == Scope::Round {
        return made(context, &data.join(file), &prose.text);
    }
    let source = project.source();
    let mut units = scope::units(context, &project, &scope::values(matches, "org"))?;
    if units.is_empty() {
        let all = project.workspace.units.ids();
        units = all.filter(|unit| has(source, prose, *unit)).collect();
        if units.len() != 1 {
            let paths = units.iter();
            let paths = paths.map(|unit| &*project.workspace.units[*unit].path);
            return Err(Stop::Usage(words.org_needed(&paths.collect::<Vec<_>>())));
        }
    }
    let mut status = Status::Done;
    for unit in units {
        let path = &project.workspace.units[unit].path;
        if !has(source, prose, unit) {
            return Err(Stop::Usage(words.has_no_document(path, form.id())));
        }
        let file = data.join(path).join(&file);
        if made(context, &file, &prose.text)? != Status::Done {
            status = Status::Data;
        }
    }
    Ok(status)
}
