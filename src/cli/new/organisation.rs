//! `paicha new 党组织`: an organisation's folder and file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{fitting, given_or_asked};
use crate::author::{Given, scalar, template, write_new};
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, scope};
use crate::load::{DATA, ORGANISATION, below, travelling};
use crate::model::code::Code as _;
use crate::model::codes::{OrganisationClass, OrganisationKind};
use crate::model::organisation::Organisation;
use crate::model::record::Record as _;
use crate::report::visible::shown;

/// Makes an organisation of a name, below the one of `--org` or at the top.
pub fn run(context: &Context, matches: &ArgMatches, named: &[String]) -> Result<Status, Stop> {
    let (words, terminal) = (context.words, &context.terminal);
    let name = given_or_asked(context, named.first(), words.organisation_name())?;
    let project = context.open();
    let above = scope::units(context, &project, &scope::values(matches, "org"))?;
    let above = above.first().copied();
    let mut folder = PathBuf::from(DATA);
    if let Some(unit) = above {
        folder.push(&project.workspace.units[unit].path);
    }
    let needed = || Stop::Usage(words.needed(words.organisation_name()));
    folder.push(travelling(&name).ok_or_else(needed)?);
    let branch = OrganisationKind::Branch.word();
    let kind = terminal.chosen(words.organisation_kind(), OrganisationKind::WORDS)?;
    let kind = kind.unwrap_or_else(|| branch.to_owned());
    let is_branch = kind == branch;
    let mut given = vec![("名称", scalar(&name)), ("类型", kind)];
    if is_branch {
        let class = terminal.chosen(words.organisation_class(), OrganisationClass::WORDS)?;
        given.push(("党组织类别", class.unwrap_or_default()));
    }
    let given = given.into_iter().map(|(key, value)| Given {
        key,
        value,
        note: None,
    });
    let given: Vec<Given<'_>> = given.collect();
    let text = template(Organisation::KEYS, &given, context.lang.pick(0, 1));
    fitting::made(context, &project, above, &folder.join(ORGANISATION), &text)
}

/// Writes a new file, and tells whether one was there.
pub fn made(context: &Context, path: &Path, text: &str) -> Result<Status, Stop> {
    let name = shown(below(&context.root, path));
    match write_new(path, text)? {
        true => {
            context.terminal.message(&context.words.file_made(&name));
            Ok(Status::Done)
        }
        false => {
            context.terminal.message(&context.words.is_there(&name));
            Ok(Status::Data)
        }
    }
}
