//! `paicha build`.

use std::io;
use std::time::Instant;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, check, scope};
use crate::Project;
use crate::check::Diagnostic;
use crate::forms::usage::Usage;
use crate::forms::{FormFault, LayoutFiles};
use crate::load::Workspace;
use crate::model::provenance::Keys;
use crate::publish::{self, Maker, Making, OUT, Outcome, Output, Past, Plan, Settings};
use crate::settle::{Forms, Settling};
use crate::typeset::{Assets, fonts};

/// Makes the forms that the call asks for.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let begun = Instant::now();
    fonts::read_ahead();
    let layouts = LayoutFiles::of(&context.root)?;
    let fonts = context.fonts();
    let past = || Past::read(&context.root.join(OUT));
    let (past, mut project, shared) = match selects(matches) {
        true => {
            let project = Project::with_layouts(&context.root, layouts);
            (past()?, project, String::new())
        }
        false => {
            let outline = || Workspace::outline(&context.root);
            let (past, outline) = rayon::join(past, outline);
            let past = past?;
            let shared = publish::shared(&layouts, &fonts);
            let force = matches.get_flag("force");
            let project = settled(outline, layouts, &shared, &past, force);
            (past, project, shared)
        }
    };
    let assets = context.assets_with(&mut project, fonts);
    let selection = match scope::selection(context, &project, matches) {
        Ok(selection) => selection,
        Err(message) => {
            context.terminal.message(&message);
            return Ok(Status::Usage);
        }
    };
    let mut plan = Plan::of(&project, &selection);
    let settings = Settings {
        jobs: jobs(matches),
        keep_going: matches.get_flag("keep-going"),
        force: matches.get_flag("force"),
    };
    let of_plan: Vec<Diagnostic> = plan.faults.iter().map(FormFault::diagnostic).collect();
    let usage = Usage::of(project.source(), &project.catalogue);
    let mut found = relevant(&project, &usage, &plan, selection.blank);
    found.extend(&of_plan);
    let errors: Vec<&Diagnostic> = found
        .iter()
        .copied()
        .filter(|diagnostic| diagnostic.is_error())
        .collect();
    context.report(&errors);
    // A form that is at fault itself does not keep others from being made.
    let stops = |error: &&Diagnostic| !error.concern.is_of_forms();
    if errors.iter().any(stops) && !settings.keep_going {
        context.terminal.message(context.words.nothing_written);
        return Ok(Status::Data);
    }
    let planned = plan.wanted.len() + plan.open.len();
    plan.wanted.retain(|output| {
        !errors
            .iter()
            .any(|error| usage.spoils(&error.concern, output.made()))
    });
    if matches.get_flag("verify") {
        return verify(context, &project, &assets, &plan, settings.jobs, begun);
    }
    let making = Making {
        project: &project,
        assets: &assets,
        shared: &shared,
    };
    let outcome = make(context, &making, &plan, past, settings)?;
    let outcome = Outcome {
        left_out: outcome.left_out + planned - plan.wanted.len(),
        ..outcome
    };
    let of_pages = distinct(&outcome.found);
    let (faults, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        of_pages.iter().partition(|one| one.is_error());
    context.report(&faults);
    if outcome.written == 0 && !(faults.is_empty() && errors.is_empty()) {
        context.terminal.message(context.words.nothing_written);
        return Ok(Status::Data);
    }
    let told = found.iter().filter(|one| !one.is_error()).chain(&others);
    let [_, warnings, notices] = check::count(&told.copied().collect::<Vec<_>>());
    let see_check = context
        .words
        .see_check(warnings, notices, !others.is_empty());
    let see_check = Some(see_check).filter(|_| warnings + notices > 0);
    close(context, &outcome, see_check, begun);
    let made: Vec<&Diagnostic> = found.iter().copied().chain(&outcome.found).collect();
    Ok(check::status(&made, matches.get_flag("deny-warnings")))
}

fn jobs(matches: &ArgMatches) -> usize {
    matches
        .get_one::<u16>("jobs")
        .map_or_else(processors, |jobs| usize::from(*jobs))
}

/// As many outputs at the same time as there are processors.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The findings about what the call needs: errors that spoil one of its outputs, or
/// values that no form uses at all, in the files that it reads; of the others, all about
/// these. A finding that keeps everything from being right concerns a call even where
/// no output is left to plan.
fn relevant<'a>(
    project: &'a Project,
    usage: &Usage<'_>,
    plan: &Plan,
    blank: bool,
) -> Vec<&'a Diagnostic> {
    let needed = |diagnostic: &&Diagnostic| {
        let concern = &diagnostic.concern;
        if concern.unit.is_none() && concern.keys == Keys::ALL {
            return !blank;
        }
        let outputs = plan.wanted.iter().chain(&plan.open).map(Output::made);
        let mut outputs = outputs
            .filter(|made| usage.is_about(concern, *made))
            .peekable();
        if outputs.peek().is_none() || !diagnostic.is_error() {
            return outputs.peek().is_some();
        }
        outputs.any(|made| usage.spoils(concern, made)) || usage.is_unused(concern)
    };
    project.diagnostics.iter().filter(needed).collect()
}

fn make(
    context: &Context,
    making: &Making<'_>,
    plan: &Plan,
    past: Past,
    settings: Settings,
) -> io::Result<Outcome> {
    let bar = context.terminal.progress(plan.wanted.len());
    let outcome = publish::build(making, plan, past, settings, &|done| bar.inc(done as u64));
    bar.finish_and_clear();
    outcome
}

/// Whether a call asks for some outputs only, or compares them: then all members are
/// held.
fn selects(matches: &ArgMatches) -> bool {
    let many = ["only", "org", "member"];
    let flags = ["blank", "verify"];
    many.iter().any(|flag| matches.contains_id(flag))
        || flags.iter().any(|flag| matches.get_flag(flag))
}

/// The project with the members of those branches only with which something is wrong.
fn settled(
    outline: Workspace,
    layouts: LayoutFiles,
    shared: &str,
    past: &Past,
    force: bool,
) -> Project {
    let root = outline.root.clone();
    let remembered = |path: &str, state: &str, forms: &Forms<'_>| match force {
        true => None,
        false => past.branch(&root, (path, state), forms),
    };
    let settling = Settling {
        shared: shared.to_owned(),
        remembered: &remembered,
    };
    Project::with_outline(outline, layouts, &settling)
}

/// Compares what stands in `out/` with what the data gives now.
fn verify(
    context: &Context,
    project: &Project,
    assets: &Assets,
    plan: &Plan,
    jobs: usize,
    begun: Instant,
) -> io::Result<Status> {
    let maker = Maker::of(project, assets);
    let bar = context.terminal.progress(plan.wanted.len());
    let progress = |done| bar.inc(done as u64);
    let compared = publish::verify(&maker, &plan.wanted, &context.root, jobs, &progress);
    bar.finish_and_clear();
    let verified = compared?;
    let faults: Vec<&Diagnostic> = distinct(&verified.found)
        .into_iter()
        .filter(|one| one.is_error())
        .collect();
    context.report(&faults);
    for difference in &verified.differences {
        context
            .terminal
            .message(&context.words.difference(difference));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let (same, other) = (verified.same, verified.differences.len());
    let words = context.words.verified(same + other, same, other, seconds);
    context.terminal.message(&words);
    Ok(match verified.differences.is_empty() && faults.is_empty() {
        true => Status::Done,
        false => Status::Data,
    })
}

/// A fault of a layout is found once for each of its outputs; it is told once.
pub fn distinct(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut distinct: Vec<&Diagnostic> = Vec::new();
    for diagnostic in found {
        let is_same = |known: &&&Diagnostic| {
            (&known.path, known.at) == (&diagnostic.path, diagnostic.at)
                && known.rule == diagnostic.rule
        };
        if !distinct.iter().any(|known| is_same(&known)) {
            distinct.push(diagnostic);
        }
    }
    distinct
}

fn close(context: &Context, outcome: &Outcome, see_check: Option<String>, begun: Instant) {
    if outcome.left_out > 0 {
        context
            .terminal
            .message(&context.words.left_out(outcome.left_out));
    }
    if outcome.left > 0 {
        context.terminal.message(&context.words.left(outcome.left));
    }
    if outcome.removed > 0 {
        context
            .terminal
            .message(&context.words.removed(outcome.removed));
    }
    if let Some(see_check) = see_check {
        context.terminal.message(&see_check);
    }
    let seconds = begun.elapsed().as_secs_f64();
    context
        .terminal
        .message(&context.words.built(outcome, seconds));
}
