//! Commands and flags.

use std::error::Error as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::exit::{Status, Stop};
use super::terminal::Terminal;
use super::words::Words;
use super::{diff, export, git, import, verify};
use crate::model::value::Scalar as _;

/// So many outputs at most are made at the same time.
const MOST_JOBS: u16 = 256;

/// The command line in the words of a language.
pub fn command(words: &'static Words) -> Command {
    let (options, form) = (words.options, words.form);
    // A command by its whole call, and what may follow that.
    let call = |call: &'static str, about: &'static str, usage: &str, template: &'static str| {
        Command::new(call.rsplit_once(' ').map_or(call, |(_, name)| name))
            .about(about)
            .override_usage(format!("{call} {usage}"))
            .help_template(template)
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .arg(flag("help", words.help).short('h').action(ArgAction::Help))
    };
    let plain = |name, about| call(name, about, options, words.subcommand_template);
    let naming = |name, about, usage: &str, named: Arg| {
        call(name, about, usage, words.positionals_template).arg(named)
    };
    let group = |name, about| {
        let usage = format!("{options} <{}>", words.command);
        call(name, about, &usage, words.group_template)
            .subcommand_required(true)
            .arg_required_else_help(true)
    };
    let format = |about, formats| {
        choice("format", words.format_name, about, formats)
            .default_value("text")
            .hide_default_value(true)
    };
    let rev = || option("rev", words.revision(), words.rev());
    let out = option("out", words.folder, words.out());
    let jobs = option("jobs", "N", words.jobs).short('j');
    let jobs = jobs.value_parser(|text: &str| {
        let number = text.parse().ok();
        let number = number.filter(|number| (1..=MOST_JOBS).contains(number));
        number.ok_or_else(|| words.jobs_range(1, MOST_JOBS))
    });
    let build = plain("paicha build", words.build)
        .arg(many("only", form, words.only).value_delimiter(','))
        .arg(rev())
        .arg(out.value_parser(value_parser!(PathBuf)))
        .arg(many("org", words.path, words.org))
        .arg(many("member", words.file, words.member))
        .arg(flag("blank", words.blank))
        .arg(flag("keep-going", words.keep_going))
        .arg(flag("force", words.force))
        .arg(flag("verify", words.verify).conflicts_with_all(["force", "keep-going"]))
        .arg(flag("deny-warnings", words.deny_warnings))
        .arg(jobs);
    let formats = &["text", "json", "sarif", "github"];
    let usage = format!("{options} [{}]…", words.path);
    let path = named("path", words.path, words.check_path).num_args(0..);
    let check = naming("paicha check", words.check, &usage, path)
        .arg(flag("deny-warnings", words.deny_warnings))
        .arg(format(words.check_format, formats))
        .arg(flag("pages", words.pages))
        .arg(flag("fix", words.fix))
        .arg(flag("dry-run", words.dry_run))
        .arg(rev())
        .arg(flag("staged", words.staged()).conflicts_with("rev"));
    let usage = format!("{options} [A[..B]] [{}]…", words.path);
    let diff = naming("paicha diff", words.diff(), &usage, diff::states(words))
        .args(diff::options(words))
        .arg(format(words.diff_format(), diff::FORMATS));
    let usage = format!("{options} [{}]…", words.code());
    let cell_of_table = option("cell", words.table_cell(), words.explain_cell())
        .num_args(3)
        .conflicts_with("code");
    let code = named("code", words.code(), words.explain_code()).num_args(0..);
    let explain = naming("paicha explain", words.explain(), &usage, code)
        .arg(cell_of_table)
        .arg(many("org", words.path, words.explain_org()))
        .arg(format(words.explain_format(), &["text", "json"]))
        .arg(rev());
    let usage = format!("{options} {}", words.file);
    let sheet = import::file(words);
    let import =
        naming("paicha import", import::about(words), &usage, sheet).args(import::options(words));
    let usage = format!("{options} {form}…");
    let export = naming(
        "paicha export",
        export::about(words),
        &usage,
        export::forms(words),
    )
    .args(export::options(words));
    let summary = plain("paicha summary", words.summary)
        .arg(format(words.format, &["text", "json", "yaml", "csv"]))
        .arg(flag("plain", words.plain))
        .arg(rev())
        .arg(many("org", words.path, words.org));
    let day = |name: &'static str, about| {
        option(name, words.date_name, about)
            .value_parser(|text: &str| NaiveDate::read(text).map_err(|_| words.a_day().to_owned()))
    };
    let folder = named("dir", words.folder, words.init_dir()).value_parser(value_parser!(PathBuf));
    let usage = format!("{options} [{}]", words.folder);
    let init = naming("paicha init", words.init(), &usage, folder)
        .arg(option("name", words.text_name(), words.init_name()))
        .arg(day("baseline", words.init_baseline()))
        .arg(day("search-end", words.init_search_end()))
        .arg(day("filled-on", words.init_filled_on()))
        .arg(option("org", words.text_name(), words.init_org()))
        .arg(many("branch", words.text_name(), words.init_branch()));
    let usage = format!("{options} [{}] [{}]…", words.what(), words.new_values());
    let what = named("what", words.what(), words.new_what()).num_args(0..);
    let new = naming("paicha new", words.new_about(), &usage, what).arg(option(
        "org",
        words.path,
        words.new_org(),
    ));
    let usage = format!("{options} {form}");
    let document = named("form", form, words.report_form()).required(true);
    let report = naming("paicha report", words.report_about(), &usage, document);
    let report = report.arg(many("org", words.path, words.report_org()));
    let shells = named("shell", words.shell, words.completions_shell).required(true);
    let shells = shells
        .value_parser(value_parser!(Shell))
        .hide_possible_values(true);
    let completions = naming(
        "paicha completions",
        words.completions,
        &format!("{options} {}", words.shell),
        shells,
    );
    let command = named("of", words.command, words.man_command).num_args(0..);
    let man = naming(
        "paicha man",
        words.man,
        &format!("{options} [{}]…", words.command),
        command,
    );
    let status = plain("paicha status", words.status)
        .arg(day("date", words.date))
        .arg(format(words.status_format, &["text", "json"]))
        .arg(flag("pages", words.status_pages))
        .arg(rev());
    let usage = format!("{options} {}…", words.verify_file());
    let pages = verify::pages(words);
    let verify = naming("paicha verify", words.verify_about(), &usage, pages)
        .arg(format(words.verify_format(), &["text", "json"]))
        .arg(verify::unmasked(words))
        .arg(rev());
    let usage = format!("{options} {}", words.target);
    let target = named("target", words.target, words.where_target).required(true);
    let cell = option("cell", words.cell, words.where_cell);
    let r#where = naming("paicha where", words.r#where, &usage, target)
        .arg(cell)
        .arg(rev());
    let usage = format!("{options} [{form}]…");
    let of_layouts = |name, about, forms: Arg| naming(name, about, &usage, forms);
    let any = named("form", form, words.layouts_form).num_args(0..);
    let one = named("form", form, words.layouts_form).required(true);
    let name = named("name", form, words.layouts_name).required(true);
    let like = option("like", form, words.layouts_like).required(true);
    let usage_of_new = format!("{form} --like {form}");
    let layouts = group("paicha layouts", words.layouts).subcommands([
        of_layouts("paicha layouts check", words.layouts_check, any),
        plain("paicha layouts list", words.layouts_list).override_usage("paicha layouts list"),
        naming("paicha layouts new", words.layouts_new, &usage_of_new, name).arg(like),
        of_layouts("paicha layouts preview", words.layouts_preview, one.clone()),
        of_layouts("paicha layouts grid", words.layouts_grid, one),
    ]);
    let of_git = group("paicha git", words.git());
    let of_git = git::command(words, of_git, &|name, about| {
        plain(name, about).override_usage(name)
    });
    let version = flag("version", words.version).short('V');
    let workspace = named("workspace", words.folder, words.workspace).short('C');
    let fonts = many("font-path", words.folder, words.font_path);
    group("paicha", words.about)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(version.action(ArgAction::Version))
        .arg(workspace.global(true).value_parser(value_parser!(PathBuf)))
        .arg(choice("lang", "zh|en", words.lang_help, &["zh", "en"]).global(true))
        .arg(fonts.global(true).value_parser(value_parser!(PathBuf)))
        .subcommand(build)
        .subcommand(check)
        .subcommand(diff)
        .subcommand(explain)
        .subcommand(of_git)
        .subcommand(import)
        .subcommand(export)
        .subcommand(init)
        .subcommand(new)
        .subcommand(report)
        .subcommand(status)
        .subcommand(completions)
        .subcommand(man)
        .subcommand(plain("paicha fonts", words.fonts))
        .subcommand(layouts)
        .subcommand(summary)
        .subcommand(verify)
        .subcommand(r#where)
}

/// What a call may name without a flag.
fn named(name: &'static str, value: &'static str, about: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(about)
}

fn option(name: &'static str, value: &'static str, about: &'static str) -> Arg {
    named(name, value, about).long(name)
}

fn many(name: &'static str, value: &'static str, about: &'static str) -> Arg {
    option(name, value, about).action(ArgAction::Append)
}

fn flag(name: &'static str, about: &'static str) -> Arg {
    let flag = Arg::new(name).long(name).help(about);
    flag.action(ArgAction::SetTrue)
}

/// An option with one of a few values, which its help names.
fn choice(
    name: &'static str,
    value: &'static str,
    about: &'static str,
    values: &'static [&'static str],
) -> Arg {
    option(name, value, about)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(values))
}

/// Prints help, or what is wrong with the arguments.
pub fn explain(error: &clap::Error, words: &Words, terminal: &Terminal) -> Result<Status, Stop> {
    let text = || error.render().to_string();
    let first = |kinds: &[ContextKind]| {
        let known = kinds.iter().filter_map(|kind| error.get(*kind));
        known.map(ToString::to_string).find(|text| !text.is_empty())
    };
    // What reads a value says itself what it takes.
    let is_read = error.kind() == ErrorKind::ValueValidation;
    let accepted = || error.source().map(ToString::to_string);
    let accepted = is_read.then(accepted).flatten();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.result(&text())?;
            return Ok(Status::Done);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => terminal.message(&text()),
        kind => terminal.message(&words.usage(
            kind,
            &first(&[ContextKind::InvalidArg, ContextKind::InvalidSubcommand]).unwrap_or_default(),
            &first(&[ContextKind::InvalidValue]).unwrap_or_default(),
            accepted.or_else(|| {
                first(&[
                    ContextKind::SuggestedArg,
                    ContextKind::SuggestedSubcommand,
                    ContextKind::ValidValue,
                ])
            }),
        )),
    }
    Ok(Status::Usage)
}
