//! Which two states are compared, and which paths.

use std::path::Path;

use clap::ArgMatches;

use crate::cli::exit::Stop;
use crate::cli::{Context, scope};
use crate::load::{DATA, Files, Git, GitFault};
use crate::report::review::named_state;

/// What a call asks for.
pub struct Asked {
    /// The old state and the new one.
    pub files: [Files; 2],
    /// How they are called.
    pub names: [String; 2],
    /// The paths that are told; all where there are none.
    pub paths: Vec<String>,
}

/// What is compared with when nothing is named.
const HEAD: &str = "HEAD";

impl Asked {
    /// What the arguments ask for: revisions first, then paths.
    pub fn of(context: &Context, matches: &ArgMatches) -> Result<Self, Stop> {
        let words = context.words;
        let fault = |fault: GitFault| Stop::Usage(words.git_fault(&fault));
        let named = scope::values(matches, "states");
        let is_staged = matches.get_flag("staged");
        let mut revisions: Vec<(String, Files)> = Vec::new();
        let mut paths: Vec<String> = Vec::new();
        let mut add = |name: &str| {
            let files = Files::at_revision(&context.root, name)?;
            revisions.push((name.to_owned(), files));
            Ok(())
        };
        for name in &named {
            let is_path = !paths.is_empty() || scope::exists(context, name);
            match range(name) {
                Some((old, new, is_from_base)) if !is_path => {
                    let old = match is_from_base {
                        true => base(context, old, new)?,
                        false => old.to_owned(),
                    };
                    add(&old).map_err(fault)?;
                    add(new).map_err(fault)?;
                }
                _ if is_path => paths.push(name.clone()),
                _ => match add(name) {
                    Ok(()) => {}
                    // It may stand in the old state alone.
                    Err(GitFault::NoRevision(_)) => paths.push(name.clone()),
                    Err(other) => return Err(fault(other)),
                },
            }
        }
        if revisions.is_empty() {
            let files = Files::at_revision(&context.root, HEAD).map_err(fault)?;
            revisions.push((HEAD.to_owned(), files));
        }
        let mut revisions = revisions.into_iter();
        let (first, second) = (revisions.next(), revisions.next());
        let (old, files) = first.ok_or_else(|| Stop::Usage(words.diff_too_many().to_owned()))?;
        let (new, others) = match second {
            Some(_) if is_staged => {
                return Err(Stop::Usage(words.diff_staged_of_two().to_owned()));
            }
            Some(second) => second,
            None if is_staged => {
                let staged = Files::staged(&context.root).map_err(fault)?;
                ("--staged".to_owned(), staged)
            }
            None => (String::new(), context.files.clone()),
        };
        if revisions.next().is_some() {
            return Err(Stop::Usage(words.diff_too_many().to_owned()));
        }
        // What is compared may begin between the two states, but not end.
        if !others.is_folder(Path::new(DATA)) {
            let state = named_state(&new, context.lang).to_owned();
            return Err(Stop::Usage(words.no_data_in(&state)));
        }
        paths.extend(scope::values(matches, "paths"));
        let files = [files, others];
        let is_there = |name: &str| {
            let mut own = ["", DATA].into_iter().flat_map(|folder| {
                let paths = scope::below(context, folder, name).into_iter();
                paths.map(move |path| Path::new(folder).join(path))
            });
            own.any(|path| files.iter().any(|files| files.exists(&path)))
        };
        if let Some(missing) = paths.iter().find(|path| !is_there(path)) {
            return Err(Stop::Usage(words.not_a_state(missing)));
        }
        Ok(Self {
            files,
            names: [old, new],
            paths,
        })
    }
}

/// Two revisions with dots between them, HEAD where one is left out, and whether there are
/// three.
fn range(name: &str) -> Option<(&str, &str, bool)> {
    let (old, new, is_from_base) = match name.split_once("...") {
        Some((old, new)) => (old, new, true),
        None => {
            let (old, new) = name.split_once("..")?;
            (old, new, false)
        }
    };
    let [old, new] = [old, new].map(|name| if name.is_empty() { HEAD } else { name });
    Some((old, new, is_from_base))
}

/// The commit at which a revision left another one.
fn base(context: &Context, old: &str, new: &str) -> Result<String, Stop> {
    let words = context.words;
    for name in [old, new] {
        let known = Files::at_revision(&context.root, name);
        known.map_err(|fault| Stop::Usage(words.git_fault(&fault)))?;
    }
    let found = Git::of(&context.root).ask(&["merge-base", "--", old, new]);
    let found = found.ok().and_then(|found| String::from_utf8(found).ok());
    let commit = found.and_then(|found| Some(found.lines().next()?.to_owned()));
    commit.ok_or_else(|| Stop::Usage(words.no_merge_base(old, new)))
}
