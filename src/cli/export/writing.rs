//! Where sheets go: into `out/` beside the pages, or into the file that a call names, whose
//! ending says how they are written.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::ArgMatches;

use super::super::exit::Stop;
use super::super::target::Target;
use super::super::{Context, revision};
use super::Made;
use crate::Project;
use crate::export::Written;
use crate::publish::{self, Hold, OUT, PATIENCE, Sheet, sheets};

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

/// Writes the one sheet of a call to a file of its own.
pub fn one(
    context: &Context,
    made: &[Made],
    written: Written,
    output: &PathBuf,
) -> Result<usize, Stop> {
    let [sheet] = made else {
        let count = made.len();
        return Err(Stop::Usage(context.words.several_sheets(count)));
    };
    let bytes = written.bytes(&sheet.grid)?;
    let mut target = Target::of(context, Some(output))?;
    target.bytes(&bytes)?;
    target.end()?;
    Ok(1)
}

/// Writes all sheets into `out/`.
pub fn all(
    context: &Context,
    project: &Project,
    made: Vec<Made>,
    written: Written,
) -> Result<usize, Stop> {
    let out = context.root.join(OUT);
    let _hold = Hold::of(&out, PATIENCE)?;
    let units = &project.workspace.units;
    let revision = revision::told(context, &project.workspace)?;
    let shared = publish::shared(&project.layouts, &context.fonts());
    let shared = publish::shared_at(shared, revision.as_ref());
    let mut all = Vec::new();
    for sheet in made {
        let Some(unit) = sheet.units.first() else {
            continue;
        };
        let path = format!("{}/{}.{}", units[*unit].path, sheet.title, written.ending());
        all.push(Sheet {
            inputs: publish::inputs(project.source(), *unit, None, &[]),
            state: publish::state(project.source(), *unit, &path, &shared)?,
            path,
            form: sheet.named,
            bytes: written.bytes(&sheet.grid)?,
        });
    }
    let count = all.len();
    sheets(&out, all)?;
    Ok(count)
}
