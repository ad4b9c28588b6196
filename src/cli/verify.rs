//! `paicha verify`: whether pages still are what the data gives.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use walkdir::WalkDir;

use super::exit::{Status, Stop};
use super::words::Words;
use super::{Context, check, scope};
use crate::attest::{Attesting, Page};
use crate::forms::stamp::as_digest;
use crate::publish;
use crate::report::attest::{Answer, Standing, Telling};
use crate::report::machine;

/// What is verified.
pub fn pages(words: &'static Words) -> Arg {
    let pages = Arg::new("pages").value_name(words.verify_file());
    let pages = pages
        .help(words.verify_pages())
        .required(true)
        .num_args(1..);
    pages.value_parser(value_parser!(PathBuf))
}

/// The options.
pub fn unmasked(words: &'static Words) -> Arg {
    let flag = Arg::new("unmasked").long("unmasked");
    flag.help(words.diff_unmasked()).action(ArgAction::SetTrue)
}

/// What a call names.
enum Named {
    File(PathBuf),
    /// A digest, as it is read from paper.
    Digest(String),
}

/// Tells of each page whether the data still gives it.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let named = matches.get_many::<PathBuf>("pages").into_iter().flatten();
    let named: Vec<Named> = named.flat_map(|path| named_by(context, path)).collect();
    if named.is_empty() {
        return Err(Stop::Usage(context.words.verify_nothing().to_owned()));
    }
    let mut project = context.open_all();
    let assets = context.assets(&mut project);
    let attesting = Attesting {
        listed: publish::listed(&context.out),
        album: &|| context.album(),
        project: &project,
        assets: &assets,
    };
    let (terminal, jobs) = (&context.terminal, check::processors());
    let progress = terminal.progress(named.len());
    let mut answers: Vec<Option<Answer>> = Vec::new();
    let (mut places, mut pages) = (Vec::new(), Vec::new());
    for named in named {
        answers.push(match named {
            Named::Digest(digest) => {
                let output = attesting.with_digest(&digest, jobs)?;
                Some(Answer::Digest(digest, output))
            }
            Named::File(file) => match Page::read(&file) {
                Ok(page) => {
                    places.push(answers.len());
                    pages.push(page);
                    None
                }
                Err(fault) => Some(Answer::NotPage(file.to_string_lossy().into_owned(), fault)),
            },
        });
    }
    let attested = attesting.attest(&pages, jobs, &progress)?;
    for ((place, page), attested) in places.into_iter().zip(pages).zip(attested) {
        answers[place] = Some(Answer::Page(page, attested));
    }
    let answers: Vec<Answer> = answers.into_iter().flatten().collect();
    drop(progress);
    let telling = Telling {
        answers: &answers,
        catalogue: &project.catalogue,
        files: &context.files,
        lang: context.lang,
        unmasked: matches.get_flag("unmasked"),
    };
    match scope::value(matches, "format") {
        "json" => terminal.data(&machine::json(&telling.json()))?,
        _ => {
            terminal.result(&telling.text())?;
            let count = |it| answers.iter().filter(|one| one.standing() == it).count();
            let [stand, differ, others] =
                [Standing::Stands, Standing::Differs, Standing::NotPage].map(count);
            terminal.message(&context.words.attested(answers.len(), stand, differ, others));
        }
    }
    let worst = answers.iter().map(Answer::standing).max();
    Ok(match worst {
        Some(Standing::Stands) | None => Status::Done,
        Some(Standing::Differs) => Status::Data,
        Some(Standing::NotPage) => Status::Usage,
    })
}

/// What is meant: a file, all pages in a folder, or a digest. A path is written from here,
/// from the workspace, or from `out/`.
fn named_by(context: &Context, given: &Path) -> Vec<Named> {
    let paths = [
        given.to_owned(),
        context.root.join(given),
        context.out.join(given),
    ];
    let found = paths.into_iter().find(|path| path.exists());
    let digest = given.to_str().and_then(as_digest);
    if let Some(digest) = digest.filter(|_| found.is_none()) {
        return vec![Named::Digest(digest)];
    }
    let path = found.unwrap_or_else(|| given.to_owned());
    if !path.is_dir() {
        return vec![Named::File(path)];
    }
    let entries = WalkDir::new(path).sort_by_file_name().into_iter();
    let is_shown = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let files = entries.filter_entry(is_shown).flatten();
    let files = files.filter(|entry| entry.file_type().is_file());
    let files = files.map(walkdir::DirEntry::into_path);
    let is_pdf = |file: &PathBuf| {
        file.extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("pdf"))
    };
    files.filter(is_pdf).map(Named::File).collect()
}
