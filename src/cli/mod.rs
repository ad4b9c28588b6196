//! The command line: arguments, progress, exit status. The only place that
//! prints.

mod arguments;
mod build;
mod cache;
mod check;
mod diff;
mod exit;
mod explain;
mod export;
mod failures;
mod fix;
mod fonts;
mod git;
mod import;
mod init;
mod language;
mod layouts;
mod left_out;
mod new;
mod report;
mod revision;
mod scope;
mod shell;
mod source;
mod status;
mod summary;
mod target;
mod terminal;
mod verify;
mod r#where;
mod words;

pub use exit::Status;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::ArgMatches;

use crate::Project;
use crate::check::rules::forms::font_file::FontFile;
use crate::check::{Affected, At, Diagnostic, Finding};
use crate::forms::{Choice, LayoutFiles};
use crate::load::{Album, DATA, Files, Known, ROUND, Workspace, usual};
use crate::publish::{self, Hold};
use crate::report::Lang;
use crate::report::render::Printer;
use crate::report::visible::shown;
use crate::typeset::{Assets, Fonts};
use exit::Stop;
use terminal::Terminal;
use words::Words;

/// What a command needs: where it works, and how it speaks.
struct Context {
    root: PathBuf,
    /// Where the files of the workspace are read.
    files: Files,
    /// The folder of outputs.
    out: PathBuf,
    lang: Lang,
    words: &'static Words,
    terminal: Terminal,
    /// Folders of the user's fonts beside that of the workspace.
    font_paths: Vec<PathBuf>,
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    if let Some(answered) = crate::intake::sheet::answer() {
        let status = if answered.is_ok() {
            Status::Done
        } else {
            Status::Machine
        };
        return status.into();
    }
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = language::of(&arguments, |name| std::env::var(name).ok());
    let words = Words::of(lang);
    let terminal = Terminal::of_process(words);
    let done = match arguments::command(words).try_get_matches_from(arguments) {
        Ok(matches) => run(&matches, lang, &terminal),
        Err(error) => arguments::explain(&error, words, &terminal),
    };
    let (status, message) = match done {
        Ok(status) => return terminal.status(status).into(),
        Err(Stop::Usage(message)) => (Status::Usage, message),
        Err(Stop::Data(message)) => (Status::Data, message),
        Err(Stop::Machine(error)) => (Status::Machine, words.machine(&error)),
    };
    terminal.message(&message);
    terminal.status(status).into()
}

/// Runs the command that the arguments name.
fn run(matches: &ArgMatches, lang: Lang, terminal: &Terminal) -> Result<Status, Stop> {
    let words = Words::of(lang);
    match matches.subcommand() {
        Some(("completions", matches)) => return shell::completions(matches, words, terminal),
        Some(("init", matches)) => return init::run(matches, lang, words, terminal),
        Some(("man", matches)) => return shell::man(matches, words, terminal),
        Some(("git", matches)) => {
            if let Some(done) = git::run_driver(matches, words, terminal) {
                return done;
            }
        }
        _ => {}
    }
    let Some((_, of_command)) = matches.subcommand() else {
        return Ok(Status::Usage);
    };
    let root = root(matches.get_one::<PathBuf>("workspace"))?;
    if !root.is_dir() {
        let missing = root.to_string_lossy();
        return Err(Stop::Usage(words.no_such("-C", &missing, &[])));
    }
    let font_paths = matches.get_many::<PathBuf>("font-path");
    let font_paths: Vec<PathBuf> = font_paths.into_iter().flatten().cloned().collect();
    if let Some(missing) = font_paths.iter().find(|path| !path.exists()) {
        let missing = missing.to_string_lossy();
        return Err(Stop::Usage(words.no_such("--font-path", &missing, &[])));
    }
    let context = Context {
        files: source::files(&root, of_command, words)?,
        out: source::out(&root, of_command, words)?,
        root,
        lang,
        words,
        terminal: terminal.clone(),
        font_paths,
    };
    match matches.subcommand() {
        Some(("build", matches)) => build::run(&context, matches),
        Some(("check", matches)) => check::run(&context, matches),
        Some(("diff", matches)) => diff::run(&context, matches),
        Some(("explain", matches)) => explain::run(&context, matches),
        Some(("export", matches)) => export::run(&context, matches),
        Some(("fonts", _)) => fonts::run(&context),
        Some(("git", matches)) => git::run(&context, matches),
        Some(("import", matches)) => import::run(&context, matches),
        Some(("new", matches)) => new::run(&context, matches),
        Some(("layouts", matches)) => layouts::run(&context, matches),
        Some(("report", matches)) => report::run(&context, matches),
        Some(("status", matches)) => status::run(&context, matches),
        Some(("summary", matches)) => summary::run(&context, matches),
        Some(("verify", matches)) => verify::run(&context, matches),
        Some(("where", matches)) => r#where::run(&context, matches),
        _ => Ok(Status::Usage),
    }
}

impl Context {
    /// The workspace, for what writes into it: a folder that is none stays as it is.
    ///
    /// # Errors
    /// Where it is none.
    fn to_be_written(&self) -> Result<&Path, Stop> {
        match is_workspace(&self.root) {
            true => Ok(&self.root),
            false => Err(Stop::Usage(self.words.no_workspace(&shown(&self.root)))),
        }
    }

    fn open(&self) -> Project {
        self.open_with(LayoutFiles::of(&self.files), Choice::OfRound(&[]))
    }

    /// With all forms, whether they are made or not.
    fn open_all(&self) -> Project {
        self.open_with(LayoutFiles::of(&self.files), Choice::All)
    }

    /// Ends what a build had begun to move into `out/` when it was cut off.
    fn recover(&self) {
        let out = &self.out;
        if self.files.is_work_tree()
            && publish::is_begun(out)
            && let Ok(_hold) = Hold::of(out, Duration::ZERO)
            && publish::recover(out).unwrap_or(false)
        {
            self.terminal.message(self.words.recovered);
        }
    }

    /// Removes copies of members' files that a run left which was cut off while it
    /// corrected them, unless another process is at work.
    fn sweep(&self, workspace: &Workspace, is_held: bool) {
        let out = &self.out;
        let is_free = || !out.is_dir() || Hold::of(out, Duration::ZERO).is_ok();
        let is_ours = self.files.is_work_tree() && !workspace.unfinished.is_empty();
        if !is_ours || !(is_held || is_free()) {
            return;
        }
        let removed = workspace.unfinished.iter();
        let removed = removed.filter(|path| fs::remove_file(self.root.join(path)).is_ok());
        self.terminal.message(&self.words.swept(removed.count()));
    }

    fn open_with(&self, layouts: LayoutFiles, choice: Choice<'_>) -> Project {
        self.recover();
        let workspace = Workspace::load_with(&self.files, self.album());
        self.sweep(&workspace, false);
        let project = Project::choosing(workspace, layouts, choice);
        project.workspace.album.keep();
        project
    }

    /// An album for photos, of which those are known that were looked at before.
    fn album(&self) -> Album {
        let folder = cache::folder(|name| std::env::var_os(name));
        Album::with(Known::in_folder(folder))
    }

    /// The fonts built in and those of users.
    fn fonts(&self) -> Fonts {
        let fonts = Fonts::of_workspace(&self.files, &self.font_paths);
        self.tell_ignored(&fonts);
        fonts
    }

    /// Names fonts that stand in the work tree alone.
    fn tell_ignored(&self, fonts: &Fonts) {
        if !fonts.ignored.is_empty() {
            let names = fonts.ignored.iter().map(|path| shown(path));
            let names: Vec<String> = names.collect();
            let message = self.words.ignored_fonts(&names.join(self.words.comma));
            self.terminal.message(&message);
        }
    }

    /// Layouts and fonts. Files that are no fonts are findings of the project.
    /// The folder of outputs as messages name it: `out`, or the one that the call names.
    fn out_name(&self) -> String {
        shown(self.out.strip_prefix(&self.root).unwrap_or(&self.out))
    }

    fn assets(&self, project: &mut Project) -> Assets {
        self.assets_with(project, self.fonts())
    }

    fn assets_with(&self, project: &mut Project, fonts: Fonts) -> Assets {
        project
            .diagnostics
            .extend(fonts.unusable.iter().map(|(path, fault)| {
                let path = path.strip_prefix(&self.root).unwrap_or(path).to_owned();
                let finding = fault.clone().map(Finding::from);
                let finding = finding.unwrap_or_else(|| FontFile {}.into());
                finding.at(path, At::File, Affected::everything())
            }));
        Assets::with_fonts(&project.layouts, Arc::new(fonts))
    }

    /// Tells what was found, each finding with its excerpt.
    fn report(&self, found: &[&Diagnostic]) {
        let mut printer = Printer::new(&self.files, self.lang, self.terminal.colour);
        let mut told: BTreeMap<&Path, usize> = BTreeMap::new();
        for diagnostic in found {
            let count = told.entry(&diagnostic.path).or_default();
            *count += 1;
            if *count <= MOST_OF_FILE {
                let told = printer.render(diagnostic);
                self.terminal.finding(&format!("{told}\n"));
            }
        }
        for (path, count) in told.iter().filter(|(_, count)| **count > MOST_OF_FILE) {
            let more = self.words.more_of_file(&shown(path), count - MOST_OF_FILE);
            self.terminal.message(&more);
        }
    }
}

/// So many findings of one file are told: nobody reads more of them at once.
const MOST_OF_FILE: usize = 100;

/// Whether a finding is about a file of fonts.
fn is_of_font(diagnostic: &Diagnostic) -> bool {
    diagnostic.finding.get::<FontFile>().is_some()
}

/// The workspace: the one named, else the nearest folder upwards that is one, else this
/// folder, which is none: what is wrong is told of it, not of one above.
fn root(named: Option<&PathBuf>) -> std::io::Result<PathBuf> {
    if let Some(named) = named {
        return Ok(named.clone());
    }
    let here = std::env::current_dir()?;
    let nearest = here.ancestors().find(|folder| is_workspace(folder));
    Ok(nearest.map(Path::to_owned).unwrap_or(here))
}

/// Whether a folder is a workspace: it holds `data/排查.yaml`.
fn is_workspace(folder: &Path) -> bool {
    let entries = fs::read_dir(folder.join(DATA)).into_iter().flatten();
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        name.to_str().and_then(usual).as_deref() == Some(ROUND) && entry.path().is_file()
    })
}
