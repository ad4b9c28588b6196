//! Commands and flags.

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};

use super::status::Status;
use super::terminal::Terminal;
use super::words::Words;

/// The command line in the words of a language.
pub fn command(words: &'static Words) -> Command {
    let template = words.help_template;
    let sub = |name: &'static str, about: &'static str| {
        Command::new(name)
            .about(about)
            .override_usage(format!("paicha {name} {}", words.options))
            .help_template(words.subcommand_template)
            .disable_help_flag(true)
            .arg(help(words))
    };
    let flag = |name: &'static str, about: &'static str| {
        Arg::new(name)
            .long(name)
            .help(about)
            .action(ArgAction::SetTrue)
    };
    let many = |name: &'static str, value: &'static str, about: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(about)
            .action(ArgAction::Append)
    };
    let format = |about: &'static str, formats: &'static [&'static str]| {
        Arg::new("format")
            .long("format")
            .value_name(words.format_name)
            .help(about)
            .default_value("text")
            .hide_default_value(true)
            .hide_possible_values(true)
            .value_parser(PossibleValuesParser::new(formats))
    };
    let build = sub("build", words.build)
        .arg(many("only", words.form, words.only).value_delimiter(','))
        .arg(many("org", words.path, words.org))
        .arg(many("member", words.file, words.member))
        .arg(flag("blank", words.blank))
        .arg(flag("keep-going", words.keep_going))
        .arg(flag("force", words.force))
        .arg(flag("verify", words.verify).conflicts_with_all(["force", "keep-going"]))
        .arg(flag("deny-warnings", words.deny_warnings))
        .arg(
            Arg::new("jobs")
                .long("jobs")
                .short('j')
                .value_name("N")
                .help(words.jobs)
                .value_parser(value_parser!(u16).range(1..=256)),
        );
    let check = sub("check", words.check)
        .override_usage(format!("paicha check {} [{}]…", words.options, words.path))
        .help_template(words.positionals_template)
        .arg(
            Arg::new("path")
                .value_name(words.path)
                .help(words.check_path)
                .num_args(0..),
        )
        .arg(flag("deny-warnings", words.deny_warnings))
        .arg(format(
            words.check_format,
            &["text", "json", "sarif", "github"],
        ))
        .arg(flag("pages", words.pages))
        .arg(flag("fix", words.fix))
        .arg(flag("dry-run", words.dry_run));
    let explain = sub("explain", words.explain)
        .override_usage(format!(
            "paicha explain {} [{}]…",
            words.options, words.code
        ))
        .help_template(words.positionals_template)
        .arg(
            Arg::new("code")
                .value_name(words.code)
                .help(words.explain_code)
                .num_args(0..),
        );
    let summary = sub("summary", words.summary)
        .arg(format(words.format, &["text", "json", "yaml", "csv"]))
        .arg(many("org", words.path, words.org));
    let of_layouts = |name: &'static str, about: &'static str, forms: Arg| {
        sub(name, about)
            .override_usage(format!(
                "paicha layouts {name} {} [{}]…",
                words.options, words.form
            ))
            .help_template(words.positionals_template)
            .arg(forms)
    };
    let forms = Arg::new("form")
        .value_name(words.form)
        .help(words.layouts_form);
    let layouts = sub("layouts", words.layouts)
        .override_usage(format!(
            "paicha layouts {} <{}>",
            words.options, words.command
        ))
        .help_template(words.help_template_of_commands)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(of_layouts(
            "check",
            words.layouts_check,
            forms.clone().num_args(0..),
        ))
        .subcommand(sub("list", words.layouts_list).override_usage("paicha layouts list"))
        .subcommand(
            of_layouts(
                "new",
                words.layouts_new,
                Arg::new("name")
                    .value_name(words.form)
                    .help(words.layouts_name)
                    .required(true),
            )
            .override_usage(format!(
                "paicha layouts new {} --like {}",
                words.form, words.form
            ))
            .arg(
                Arg::new("like")
                    .long("like")
                    .value_name(words.form)
                    .help(words.layouts_like)
                    .required(true),
            ),
        )
        .subcommand(of_layouts(
            "preview",
            words.layouts_preview,
            forms.clone().required(true),
        ))
        .subcommand(of_layouts("grid", words.layouts_grid, forms.required(true)));
    let r#where = sub("where", words.r#where)
        .override_usage(format!("paicha where {} {}", words.options, words.target))
        .help_template(words.positionals_template)
        .arg(
            Arg::new("target")
                .value_name(words.target)
                .help(words.where_target)
                .required(true),
        )
        .arg(
            Arg::new("cell")
                .long("cell")
                .value_name(words.cell)
                .help(words.where_cell),
        );
    Command::new("paicha")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about)
        .help_template(template)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help(words))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help(words.version)
                .action(ArgAction::Version),
        )
        .arg(
            Arg::new("workspace")
                .short('C')
                .value_name(words.folder)
                .help(words.workspace)
                .global(true)
                .value_parser(value_parser!(std::path::PathBuf)),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("zh|en")
                .help(words.lang_help)
                .global(true)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["zh", "en"])),
        )
        .arg(
            Arg::new("font-path")
                .long("font-path")
                .value_name(words.folder)
                .help(words.font_path)
                .global(true)
                .action(ArgAction::Append)
                .value_parser(value_parser!(std::path::PathBuf)),
        )
        .subcommand(build)
        .subcommand(check)
        .subcommand(explain)
        .subcommand(sub("fonts", words.fonts))
        .subcommand(layouts)
        .subcommand(summary)
        .subcommand(r#where)
}

fn help(words: &'static Words) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .help(words.help)
        .action(ArgAction::Help)
}

/// Prints help, or what is wrong with the arguments.
pub fn explain(error: &clap::Error, words: &Words, terminal: &Terminal) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match terminal.result(&error.render().to_string()) {
                Ok(()) => Status::Done,
                Err(_) => Status::Machine,
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal.message(&error.render().to_string());
            Status::Usage
        }
        kind => {
            let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand];
            let argument = argument
                .into_iter()
                .find_map(|kind| error.get(kind))
                .map(ToString::to_string);
            let value = error
                .get(ContextKind::InvalidValue)
                .map(ToString::to_string);
            let suggestions = [
                ContextKind::SuggestedArg,
                ContextKind::SuggestedSubcommand,
                ContextKind::ValidValue,
            ];
            let suggestion = suggestions
                .into_iter()
                .find_map(|kind| error.get(kind))
                .map(ToString::to_string);
            terminal.message(&words.usage(
                kind,
                argument.as_deref(),
                value.as_deref(),
                suggestion.as_deref(),
            ));
            Status::Usage
        }
    }
}
