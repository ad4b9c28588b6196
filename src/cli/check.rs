//! `paicha check`.

use std::io;

use clap::ArgMatches;

use super::build::{distinct, processors};
use super::status::Status;
use super::{Context, fix, scope};
use crate::Project;
use crate::check::{Diagnostic, Severity};
use crate::forms::FormFault;
use crate::forms::usage::Usage;
use crate::publish::{self, Maker, Output, Plan, Selection};
use crate::report::located::{Located, Locator};
use crate::report::machine::{self, Report};
use crate::typeset::Assets;

/// Lists what is wrong; with `--fix` mends what can be mended safely before.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let paths = scope::values(matches, "path");
    if let Some(missing) = paths.iter().find(|path| !scope::exists(context, path)) {
        context
            .terminal
            .message(&context.words.no_such(context.words.path, missing, &[]));
        return Ok(Status::Usage);
    }
    if matches.get_flag("fix") || matches.get_flag("dry-run") {
        let is_text = matches
            .get_one::<String>("format")
            .is_none_or(|format| format == "text");
        fix::run(context, &paths, matches.get_flag("dry-run"), is_text)?;
    }
    let mut project = context.open()?;
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
    match matches.get_one::<String>("format").map(String::as_str) {
        None | Some("text") => text(context, &project, &found),
        Some(format) => context
            .terminal
            .result(&for_programs(context, &project, &found, format))?,
    }
    Ok(status(&found, matches.get_flag("deny-warnings")))
}

/// Lays out every form whose data has no errors and looks at its pages.
fn pages(context: &Context, project: &Project, assets: &Assets) -> io::Result<Vec<Diagnostic>> {
    let plan = Plan::of(project, &Selection::default());
    let errors: Vec<&Diagnostic> = project
        .diagnostics
        .iter()
        .filter(|one| one.is_error())
        .collect();
    let usage = Usage::of(project.source(), &project.catalogue);
    let is_whole = |output: &Output| {
        let mut errors = errors.iter();
        !errors.any(|error| usage.spoils(&error.concern, output.made()))
    };
    let outputs: Vec<Output> = plan.wanted.into_iter().filter(is_whole).collect();
    let maker = Maker::of(project, assets);
    let bar = context.terminal.progress(outputs.len());
    let found = publish::proof(&maker, &outputs, processors(), &|done| bar.inc(done as u64));
    bar.finish_and_clear();
    let mut found = found?;
    found.extend(plan.faults.iter().map(FormFault::diagnostic));
    Ok(distinct(&found).into_iter().cloned().collect())
}

fn text(context: &Context, project: &Project, found: &[&Diagnostic]) {
    context.report(found);
    let counts = count(found);
    let workspace = &project.workspace;
    let checked = context
        .words
        .checked(workspace.file_count(), workspace.member_count());
    context.terminal.message(&checked);
    let counts = context.words.counts(counts[0], counts[1], counts[2]);
    context.terminal.message(&counts);
}

fn for_programs(
    context: &Context,
    project: &Project,
    found: &[&Diagnostic],
    format: &str,
) -> String {
    let mut locator = Locator::new(&context.root, context.lang);
    let located: Vec<Located> = found.iter().map(|one| locator.locate(one)).collect();
    let [errors, warnings, notices] = count(found);
    let report = Report {
        files: project.workspace.file_count(),
        members: project.workspace.member_count(),
        errors,
        warnings,
        notices,
        diagnostics: &located,
    };
    match format {
        "sarif" => machine::sarif(&report, context.lang),
        "github" => machine::github(&report),
        _ => machine::json(&report),
    }
}

/// The number of errors, warnings and notices.
pub fn count(found: &[&Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        found
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    })
}

/// The exit status that findings make.
pub fn status(found: &[&Diagnostic], deny_warnings: bool) -> Status {
    let [errors, warnings, _] = count(found);
    match errors > 0 || deny_warnings && warnings > 0 {
        true => Status::Data,
        false => Status::Done,
    }
}
