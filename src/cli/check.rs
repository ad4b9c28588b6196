//! `paicha check`.

use std::collections::BTreeSet;
use std::io;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, fix, scope};
use crate::Project;
use crate::check::{Diagnostic, count};
use crate::forms::FormFault;
use crate::forms::usage::Usage;
use crate::model::handle::{FormId, UnitId};
use crate::publish::{self, Maker, Plan, Selection};
use crate::report::located::{Located, Locator};
use crate::report::machine::{self, Report};
use crate::typeset::Assets;

/// Lists what is wrong; with `--fix` mends what can be mended safely before.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let (words, terminal) = (context.words, &context.terminal);
    let paths = scope::values(matches, "path");
    let mends = matches.get_flag("fix") || matches.get_flag("dry-run");
    if mends && !context.files.is_work_tree() {
        return Err(Stop::Usage(words.fix_of_tree().to_owned()));
    }
    if let Some(missing) = paths.iter().find(|path| !scope::exists(context, path)) {
        return Err(Stop::Usage(words.no_such(words.path, missing, &[])));
    }
    let format = scope::value(matches, "format");
    if mends {
        let is_dry = matches.get_flag("dry-run");
        if !is_dry {
            context.to_be_written()?;
        }
        fix::run(context, &paths, is_dry, format == "text")?;
    }
    let mut project = context.open();
    let assets = context.assets(&mut project);
    if matches.get_flag("pages") {
        let found = pages(context, &project, &assets)?;
        project.diagnostics.extend(found);
        crate::check::sort(&mut project.diagnostics);
    }
    let named = |diagnostic: &&Diagnostic| {
        paths.is_empty() || scope::is_within(context, &diagnostic.path, &paths)
    };
    let found: Vec<&Diagnostic> = project.diagnostics.iter().filter(named).collect();
    let (files, members) = (
        project.workspace.file_count(),
        project.workspace.member_count(),
    );
    let counted = count(&found);
    let [errors, warnings, notices] = counted;
    if format == "text" {
        context.report(&found);
        terminal.message(&words.checked(files, members));
        terminal.message(&words.counts(errors, warnings, notices));
    } else {
        let mut locator = Locator::new(&context.files, context.lang);
        let located: Vec<Located> = found.iter().map(|one| locator.locate(one)).collect();
        let report = Report {
            files,
            members,
            errors,
            warnings,
            notices,
            diagnostics: &located,
        };
        terminal.data(&match format {
            "sarif" => machine::sarif(&report, context.lang),
            "github" => machine::github(&report),
            _ => machine::json(&report),
        })?;
    }
    Ok(status(counted, matches.get_flag("deny-warnings")))
}

/// Lays out every form whose data has no errors and looks at its pages.
pub fn pages(context: &Context, project: &Project, assets: &Assets) -> io::Result<Vec<Diagnostic>> {
    let mut plan = Plan::of(project, &Selection::default());
    let errors = errors(&project.diagnostics);
    let usage = Usage::of(project.source(), &project.catalogue);
    plan.wanted.retain(|output| {
        let mut errors = errors.iter();
        !errors.any(|error| usage.spoils(&error.affected, output.made()))
    });
    let maker = Maker::of(project, assets);
    let progress = context.terminal.progress(plan.wanted.len());
    let mut found = publish::proof(&maker, &plan.wanted, processors(), &progress)?;
    found.extend(plan.faults.iter().map(FormFault::diagnostic));
    Ok(distinct(&found).into_iter().cloned().collect())
}

/// The errors that spoil one of these forms for one of these units; whatever these are,
/// those that keep everything from being right.
pub fn spoiling<'a>(
    project: &'a Project,
    forms: &[FormId],
    units: &[UnitId],
) -> Vec<&'a Diagnostic> {
    let usage = Usage::of(project.source(), &project.catalogue);
    let spoils = |error: &&&Diagnostic| {
        if error.affected.is_of_everything() {
            return true;
        }
        let mut units = units.iter();
        let of = |unit: &UnitId| {
            let mut forms = forms.iter();
            forms.any(|form| usage.spoils(&error.affected, (*form, Some(*unit), None)))
        };
        units.any(of)
    };
    let errors = errors(&project.diagnostics);
    errors.iter().filter(spoils).copied().collect()
}

/// Those that are errors.
pub fn errors<'a>(found: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<&'a Diagnostic> {
    let found = found.into_iter();
    found.filter(|one| one.is_error()).collect()
}

/// The exit status that so many errors and warnings make.
pub fn status([errors, warnings, _]: [usize; 3], deny_warnings: bool) -> Status {
    Status::of_data(errors == 0 && !(deny_warnings && warnings > 0))
}

/// As many outputs at the same time as there are processors.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A fault of a layout is found once for each of its outputs; it is told once.
pub fn distinct(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut told = BTreeSet::new();
    let found = found.iter();
    found
        .filter(|one| told.insert((&one.path, one.at, one.rule.code)))
        .collect()
}
