//! `paicha check`.

use std::io;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, scope};
use crate::check::{Diagnostic, Severity};

/// Lists what is wrong.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let paths = scope::values(matches, "path");
    if let Some(missing) = paths.iter().find(|path| !scope::exists(context, path)) {
        context
            .terminal
            .message(&context.words.no_such(context.words.path, missing, &[]));
        return Ok(Status::Usage);
    }
    let project = context.open()?;
    let named = |diagnostic: &&Diagnostic| {
        paths.is_empty() || scope::is_within(context, &diagnostic.path, &paths)
    };
    let found: Vec<&Diagnostic> = project.diagnostics.iter().filter(named).collect();
    context.report(&found);
    let counts = count(&found);
    let workspace = &project.workspace;
    context.terminal.message(
        &context
            .words
            .checked(workspace.file_count(), workspace.member_count()),
    );
    context
        .terminal
        .message(&context.words.counts(counts[0], counts[1], counts[2]));
    Ok(status(&found, matches.get_flag("deny-warnings")))
}

/// The number of errors, warnings and notices.
pub fn count(found: &[&Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        found
            .iter()
            .filter(|diagnostic| diagnostic.rule.severity == severity)
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
