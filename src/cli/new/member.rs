//! `paicha new 党员`: a member's file out of a name and an ID number.

use std::path::Path;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::{fitting, given_or_asked};
use crate::Project;
use crate::author::{Given, scalar, template};
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, scope};
use crate::forms::outputs::is_branch;
use crate::load::{DATA, MEMBERS, travelling};
use crate::model::area;
use crate::model::code::Code as _;
use crate::model::handle::UnitId;
use crate::model::id_number::IdNumber;
use crate::model::key::Key;
use crate::model::meaning::{Kind, Shape};
use crate::model::member::Member;
use crate::model::record::Record as _;
use crate::model::value::Scalar as _;
use crate::report::visible::shown;

/// Makes the file of a person who has none yet.
pub fn run(context: &Context, matches: &ArgMatches, named: &[String]) -> Result<Status, Stop> {
    let words = context.words;
    let name = given_or_asked(context, named.first(), words.member_name())?;
    let number = given_or_asked(context, named.get(1), words.member_number())?;
    let number = IdNumber::read(&number).ok().filter(IdNumber::is_valid);
    let number = number.and_then(|number| Some((number.birth()?, number)));
    let Some((born, number)) = number else {
        return Err(Stop::Usage(words.no_number().to_owned()));
    };
    let project = context.open();
    if let Some(path) = there(&project, &number) {
        context.terminal.message(&words.person_is_there(&path));
        return Ok(Status::Data);
    }
    let unit = branch(context, &project, matches)?;
    let file = travelling(&name).unwrap_or_else(|| MEMBERS.to_owned()) + ".yaml";
    let folder = Path::new(DATA).join(&project.workspace.units[unit].path);
    let given = given(context, &name, &number, born)?;
    // What nobody has said is left out: the sample has all keys.
    let is_said = |key: &&Key| given.iter().any(|given| given.key == key.name);
    let keys: Vec<Key> = Member::KEYS.iter().filter(is_said).copied().collect();
    let text = template(&keys, &given, context.lang.pick(0, 1));
    let path = folder.join(MEMBERS).join(file);
    fitting::made(context, &project, Some(unit), &path, &text)
}

/// The file of the person with an ID number.
fn there(project: &Project, number: &IdNumber) -> Option<String> {
    let source = project.source();
    let units = project.workspace.units.ids();
    let mut people = units.filter_map(|unit| source.people(unit)).flatten();
    let person = people.find(|person| person.identity().number() == Some(number.as_str()))?;
    Some(shown(&person.file.path))
}

/// The branch that is named, the only one, or the one that is chosen.
fn branch(context: &Context, project: &Project, matches: &ArgMatches) -> Result<UnitId, Stop> {
    let words = context.words;
    let units = &project.workspace.units;
    let named = scope::units(context, project, &scope::values(matches, "org"))?;
    if let Some(unit) = named.first() {
        return Ok(*unit);
    }
    let branches: Vec<UnitId> = units
        .ids()
        .filter(|unit| is_branch(&units[*unit]))
        .collect();
    if let [only] = branches[..] {
        return Ok(only);
    }
    let paths: Vec<&str> = branches
        .iter()
        .map(|unit| units[*unit].path.as_str())
        .collect();
    let chosen = context.terminal.chosen(words.which_branch(), &paths)?;
    let chosen = chosen.and_then(|path| branches.iter().find(|unit| units[**unit].path == path));
    chosen
        .copied()
        .ok_or_else(|| Stop::Usage(words.org_needed(&paths)))
}

/// What is known of the person: what the number says, and what is answered on a terminal.
fn given(
    context: &Context,
    name: &str,
    number: &IdNumber,
    born: NaiveDate,
) -> Result<Vec<Given<'static>>, Stop> {
    let mut given = Vec::new();
    for key in Member::KEYS {
        let note = match key.name {
            "籍贯" => area::name(number.area()).map(|area| context.words.area(&area)),
            _ => None,
        };
        let known = match key.name {
            "姓名" => Some(scalar(name)),
            "性别" => Some(number.sex().word().to_owned()),
            "出生年月" => Some(born.to_string()),
            "身份证号码" => Some(format!("\"{}\"", number.as_str())),
            _ => None,
        };
        let value = match known {
            Some(value) => Some(value),
            None => answered(context, key, note.as_deref())?,
        };
        let is_kept = value.is_some() || key.required || note.is_some();
        given.extend(is_kept.then(|| Given {
            key: key.name,
            value: value.unwrap_or_default(),
            note,
        }));
    }
    Ok(given)
}

/// What is answered to the question for a key; none where there is no answer, or nobody
/// to ask. Blocks are added later, each by itself.
fn answered(context: &Context, key: &Key, note: Option<&str>) -> Result<Option<String>, Stop> {
    let Shape::Scalar(kind) = key.shape else {
        return Ok(None);
    };
    let note = note.unwrap_or(key.notes[context.lang.pick(0, 1)]);
    let question = format!("{}（{}）", key.name, note.trim());
    let question = question.replace("（）", "");
    let answer = match kind {
        Kind::Word(words) if !words.is_empty() => context.terminal.chosen(&question, words)?,
        _ => context
            .terminal
            .asked(&context.words.question(&question, ""))?,
    };
    let answer = answer.filter(|answer| !answer.is_empty());
    Ok(answer.map(|answer| scalar(&answer)))
}
