//! `paicha build`.

use std::time::Instant;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::left_out::LeftOut;
use super::source::names_out;
use super::{Context, check, left_out, revision, scope};
use crate::check::rules::documents::keeps_waiting;
use crate::check::{Diagnostic, count};
use crate::forms::usage::Usage;
use crate::forms::{Choice, FormFault, LayoutFiles};
use crate::load::Workspace;
use crate::model::provenance::Keys;
use crate::publish::{self, Maker, Making, Output, Past, Plan, Settings, Stamping};
use crate::settle::Settling;
use crate::typeset::fonts;
use crate::{Outline, Project};

/// Makes the forms that the call asks for.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let begun = Instant::now();
    if !names_out(matches) {
        return Err(Stop::Usage(context.words.rev_needs_out().to_owned()));
    }
    let (words, terminal) = (context.words, &context.terminal);
    let settings = Settings {
        jobs: jobs(matches),
        keep_going: matches.get_flag("keep-going"),
        force: matches.get_flag("force"),
    };
    fonts::read_ahead();
    let layouts = LayoutFiles::of(&context.files);
    let fonts = context.fonts();
    let past = || Past::read(&context.out);
    let beside_data = publish::shared(&layouts, &fonts);
    // Pages that tell a revision follow from it, too.
    let shared_at = |workspace: &Workspace| -> Result<_, Stop> {
        let revision = revision::told(context, workspace)?;
        Ok((publish::shared_at(beside_data, revision.as_ref()), revision))
    };
    let ((shared, revision), past, mut project) = if selects(matches) {
        let project = context.open_with(layouts, Choice::OfRound(&scope::values(matches, "only")));
        (shared_at(&project.workspace)?, past()?, project)
    } else {
        let load = || Workspace::load_with(&context.files, context.album());
        let (past, workspace) = rayon::join(past, load);
        let past = past?;
        let shared = shared_at(&workspace)?;
        let project = settled(workspace, layouts, &shared.0, &past, settings.force);
        project.workspace.album.keep();
        context.sweep(&project.workspace, true);
        (shared, past, project)
    };
    if past.swept > 0 {
        terminal.message(&words.swept_out(past.swept));
    }
    let assets = context.assets_with(&mut project, fonts);
    let selection = scope::selection(context, &project, matches)?;
    let mut plan = Plan::of(&project, &selection);
    plan.outdated = past.outdated(project.source(), &shared);
    let of_plan: Vec<Diagnostic> = plan.faults.iter().map(FormFault::diagnostic).collect();
    let usage = Usage::of(project.source(), &project.catalogue);
    let mut found = relevant(&project, &usage, &plan, selection.blank);
    found.extend(&of_plan);
    let errors = check::errors(found.iter().copied());
    context.report(&errors);
    // A form that is at fault itself does not keep others from being made.
    let stops = |error: &&Diagnostic| !error.affected.is_of_forms();
    let left_out = plan.leave_out(&errors, &usage).into_iter();
    let mut left: Vec<LeftOut> = left_out.map(|(it, error)| (it.path, error)).collect();
    left.extend(unfilled(&mut plan, &found, &usage));
    if errors.iter().any(stops) && !settings.keep_going {
        terminal.message(words.nothing_written(!plan.wanted.is_empty()));
        return Ok(Status::Data);
    }
    if matches.get_flag("verify") {
        let maker = Maker {
            stamping: Stamping::telling(revision),
            ..Maker::of(&project, &assets)
        };
        let verified = verify(context, &maker, &plan, &shared, settings, begun)?;
        return Ok(match errors.is_empty() {
            true => verified,
            false => Status::Data,
        });
    }
    if !matches.contains_id("out") {
        context.to_be_written()?;
    }
    let making = Making {
        project: &project,
        assets: &assets,
        shared: &shared,
        revision: revision.as_ref(),
    };
    let wanted = plan.wanted.len();
    let outcome = publish::build(&making, &plan, past, settings, &terminal.progress(wanted))?;
    left.extend_from_slice(&outcome.left_out);
    let of_pages = check::distinct(&outcome.found);
    let faults = check::errors(of_pages.iter().copied());
    context.report(&faults);
    if outcome.written == 0 && !(faults.is_empty() && errors.is_empty()) {
        let has_rest = outcome.left_out.len() < wanted && !settings.keep_going;
        if settings.keep_going && !left.is_empty() {
            terminal.message(&left_out::told(context, &mut left));
        }
        terminal.message(words.nothing_written(has_rest));
        return Ok(Status::Data);
    }
    let has_notes = faults.len() < of_pages.len();
    found.extend(of_pages);
    let mut counted = count(&found);
    for (of_severity, settled) in counted[1..].iter_mut().zip(project.settled_findings()) {
        *of_severity += settled;
    }
    let [_, warnings, notices] = counted;
    let told = [
        (!left.is_empty()).then(|| left_out::told(context, &mut left)),
        (assets.refused_pages() > 0).then(|| words.refused(assets.refused_pages())),
        (outcome.left > 0).then(|| words.left(outcome.left)),
        (outcome.removed > 0).then(|| words.removed(outcome.removed)),
        (!plan.outdated.is_empty())
            .then(|| words.outdated_sheets(&plan.outdated, &context.out_name())),
        (warnings + notices > 0).then(|| words.see_check(warnings, notices, has_notes)),
        Some(words.built(&outcome, begun.elapsed().as_secs_f64(), &context.out_name())),
    ];
    for message in told.iter().flatten() {
        terminal.message(message);
    }
    Ok(check::status(counted, matches.get_flag("deny-warnings")))
}

/// The documents that wait for words or values of a clerk, with where they wait.
fn unfilled(plan: &mut Plan, found: &[&Diagnostic], usage: &Usage<'_>) -> Vec<LeftOut> {
    let left = |output: Output| {
        let mut waiting = found.iter().filter(|one| keeps_waiting(one.rule));
        let waiting = waiting.find(|one| usage.is_about(&one.affected, output.made()));
        (output.path, waiting.map(|one| (*one).clone()))
    };
    let left: Vec<LeftOut> = std::mem::take(&mut plan.unfilled)
        .into_iter()
        .map(left)
        .collect();
    let paths = left.iter().map(|(path, _)| path.clone());
    plan.left_out.extend(paths);
    left
}

fn jobs(matches: &ArgMatches) -> usize {
    matches
        .get_one::<u16>("jobs")
        .map_or_else(check::processors, |jobs| usize::from(*jobs))
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
        let affected = &diagnostic.affected;
        if affected
            .unit
            .is_some_and(|unit| plan.refused.contains(&unit))
            && diagnostic.is_error()
        {
            return !blank;
        }
        if affected.unit.is_none() && affected.keys == Keys::ALL {
            return !blank;
        }
        let outputs = plan.wanted.iter().chain(&plan.open).chain(&plan.unfilled);
        let outputs = outputs.map(Output::made);
        let mut outputs = outputs
            .filter(|made| usage.is_about(affected, *made))
            .peekable();
        if outputs.peek().is_none() || !diagnostic.is_error() {
            return outputs.peek().is_some();
        }
        outputs.any(|made| usage.spoils(affected, made)) || usage.is_unused(affected)
    };
    project.diagnostics.iter().filter(needed).collect()
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
    workspace: Workspace,
    layouts: LayoutFiles,
    shared: &str,
    past: &Past,
    force: bool,
) -> Project {
    let remembered = |path: &str, state: &str, outline: &Outline<'_>| match force {
        true => None,
        false => past.branch((path, state), outline),
    };
    let settling = Settling {
        shared: shared.to_owned(),
        remembered: &remembered,
    };
    Project::settled(workspace, layouts, &settling)
}

/// Compares what stands in `out/` with what the data gives now.
fn verify(
    context: &Context,
    maker: &Maker<'_>,
    plan: &Plan,
    shared: &str,
    settings: Settings,
    begun: Instant,
) -> Result<Status, Stop> {
    let (words, terminal) = (context.words, &context.terminal);
    let wanted = &plan.wanted;
    let progress = terminal.progress(wanted.len());
    let all = plan.is_whole.then_some(shared);
    let verified = publish::verify(maker, &context.out, wanted, all, settings.jobs, &progress)?;
    drop(progress);
    let faults = check::errors(check::distinct(&verified.found));
    context.report(&faults);
    for difference in &verified.differences {
        terminal.message(&words.difference(difference, &context.out_name()));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let (same, other) = (verified.same, verified.differences.len());
    terminal.message(&words.verified(same + other, same, other, seconds));
    Ok(Status::of_data(other == 0 && faults.is_empty()))
}
