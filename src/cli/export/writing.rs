//! Where sheets go: into `out/` beside the pages, or into the file that a call names, whose
//! ending says how they are written.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::super::exit::Stop;
use super::super::target::Target;
use super::super::{Context, revision};
use super::{Made, bytes, paths};
use crate::Project;
use crate::export::{Grid, Written};
use crate::forms::view::title_of;
use crate::model::handle::UnitId;
use crate::publish::{self, Hold, OUT, PATIENCE, Sheet, sheets};
use crate::report::visible::shown;

/// The formats, as flags and endings have them.
pub const FORMATS: [&str; 2] = ["xlsx", "csv"];

/// How sheets are written: as the call says, else as the file that it names ends.
pub fn written(
    context: &Context,
    matches: &ArgMatches,
    output: Option<&PathBuf>,
) -> Result<Written, Stop> {
    let words = context.words;
    let said = matches.get_one::<String>("format").map(String::as_str);
    let ending = output.map(|output| output.extension().and_then(OsStr::to_str).unwrap_or(""));
    let ending = ending.map(str::to_lowercase);
    let known = |ending: &String| FORMATS.into_iter().find(|format| format == ending);
    let of_file = ending.as_ref().and_then(known);
    let format = match (said, of_file) {
        (Some(said), Some(of_file)) if said != of_file => {
            return Err(Stop::Usage(words.two_formats()));
        }
        (None, None) if output.is_some() => {
            return Err(Stop::Usage(words.no_format()));
        }
        (said, of_file) => said.or(of_file).unwrap_or(FORMATS[0]),
    };
    match (format, matches.get_flag("plain")) {
        ("csv", true) => Ok(Written::PlainCsv),
        ("csv", false) => Ok(Written::Csv),
        (_, false) => Ok(Written::Xlsx),
        (_, true) => Err(Stop::Usage(words.plain_csv())),
    }
}

/// Writes the sheets of a call, of the organisations that it names and those below, to a file
/// of its own: a workbook has all of them, a text the one of the organisation itself.
pub fn one(
    context: &Context,
    project: &Project,
    (mut made, named): (Vec<Made>, &[UnitId]),
    written: Written,
    output: &PathBuf,
) -> Result<usize, Stop> {
    if made.len() > 1 && !written.holds_several() {
        let own =
            |one: &Made| matches!((&one.units[..], named), ([unit], [named]) if unit == named);
        if made.iter().filter(|one| own(one)).count() == 1 {
            made.retain(own);
        }
    }
    if made.len() > 1 && !written.holds_several() {
        return Err(Stop::Usage(context.words.several_sheets(made.len())));
    }
    let is_of_several = made.windows(2).any(|two| two[0].units != two[1].units);
    let mut grids = Vec::new();
    for one in made {
        let title = one.units.first().filter(|_| is_of_several);
        let title = title.map(|unit| format!(" {}", title_of(project.source(), *unit)));
        grids.extend(one.grids.into_iter().map(|grid| Grid {
            name: grid.name + title.as_deref().unwrap_or_default(),
            ..grid
        }));
    }
    let count = grids.len();
    let bytes = bytes(context, written, &grids)?;
    let mut target = Target::of(context, Some(output))?;
    target.bytes(&bytes)?;
    target.end()?;
    Ok(count)
}

/// Writes all sheets into `out/`.
pub fn all(
    context: &Context,
    project: &Project,
    made: Vec<Made>,
    written: Written,
) -> Result<usize, Stop> {
    if let Some(path) = paths::twice(made.iter().map(|sheet| sheet.path.as_str())) {
        let text = context.words.sheet_twice(&shown(Path::new(path)));
        return Err(Stop::Usage(context.words.error(&text)));
    }
    let out = context.to_be_written()?.join(OUT);
    let _hold = Hold::of(&out, PATIENCE)?;
    let revision = revision::told(context, &project.workspace)?;
    let shared = publish::shared(&project.layouts, &context.fonts());
    let shared = publish::shared_at(shared, revision.as_ref());
    let mut all = Vec::new();
    for sheet in made {
        let Some(unit) = sheet.units.first() else {
            continue;
        };
        all.push(Sheet {
            inputs: publish::inputs(project.source(), *unit, None, &[]),
            state: publish::state(project.source(), *unit, &sheet.path, &shared)?,
            bytes: bytes(context, written, &sheet.grids)?,
            path: sheet.path,
            form: sheet.named,
        });
    }
    let count = all.len();
    sheets(&out, all)?;
    Ok(count)
}
