//! What `git diff` shows of a file: of a YAML file whom each block is about, of a photo its
//! size and digest.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use sha2::{Digest as _, Sha256};

use super::super::exit::{Status, Stop};
use super::super::terminal::Terminal;
use super::super::words::Words;
use crate::load::{MOST_BYTES_OF_PHOTO, Picture, hexadecimal, parse, read_bytes, read_plain};
use crate::model::node::{Kind, Node};

/// Shows a file as git asks for it; none where the call is not git's.
pub fn run_driver(
    matches: &ArgMatches,
    words: &Words,
    terminal: &Terminal,
) -> Option<Result<Status, Stop>> {
    let (name, matches) = matches.subcommand()?;
    let path = matches.try_get_one::<PathBuf>("file").ok().flatten()?;
    let shown = match name {
        "text" => text(path),
        _ => photo(path, words),
    };
    // Where it cannot be shown, git's own way is gone.
    let shown =
        shown.ok_or_else(|| Stop::Usage(words.no_such(words.file, &path.to_string_lossy(), &[])));
    Some(shown.and_then(|shown| {
        terminal.data(&shown)?;
        Ok(Status::Done)
    }))
}

/// The file with the name of whom it is about before the first line of each block, and of
/// what stands between blocks; line by line the same.
fn text(path: &Path) -> Option<String> {
    let text = String::from_utf8(read_bytes(path).ok()?).ok()?;
    let tree = parse(&text).ok()?;
    let name = ["姓名", "简称", "名称"];
    let name = name.iter().find_map(|key| named(&tree, key))?;
    let mut shown = String::with_capacity(text.len());
    let mut was_in_block = true;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_end_matches(['\n', '\r']);
        let is_key = begins(bare) && bare.contains(':');
        let is_block = is_key && lines.peek().is_some_and(|next| !begins(next));
        if is_block || is_key && was_in_block {
            shown += &format!("〔{name}〕");
        }
        shown += line;
        if is_key {
            was_in_block = is_block;
        }
    }
    Some(shown)
}

/// Whether a line begins at the left edge.
fn begins(line: &str) -> bool {
    !line.starts_with([' ', '\t', '-', '#', '\n', '\r']) && !line.is_empty()
}

fn named(tree: &Node, key: &str) -> Option<String> {
    match &tree.get(key)?.value.kind {
        Kind::Scalar(name) => Some(name.clone()),
        _ => None,
    }
}

/// Size and digest of a photo, and its dots if it is one.
fn photo(path: &Path, words: &Words) -> Option<String> {
    let bytes = read_plain(path, MOST_BYTES_OF_PHOTO).ok()?;
    let size = Picture::of(&bytes).ok().map(|picture| picture.size());
    let dots = size.map_or_else(String::new, |(width, height)| format!(" {width}×{height}"));
    let digest = hexadecimal(&Sha256::digest(&bytes));
    Some(words.photo_shown(bytes.len(), &dots, &digest) + "\n")
}
