//! An example of a page: what it changes in the base, and what must be found.

use paicha::report::page::{Part, Section};

use super::files::{BRANCH, FileOperation, operation};

/// What a section of a page shows.
#[derive(Debug, Default)]
pub struct Example {
    /// Files with their new content, or the keys to be replaced.
    pub files: Vec<ExampleFile>,
    /// Files that are there or not.
    pub operations: Vec<FileOperation>,
    /// Findings marked: path, line (0: anywhere), code.
    pub marks: Vec<(String, usize, String)>,
    /// What is run.
    pub command: Command,
}

/// What is run on an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Command {
    /// `check`.
    #[default]
    Check,
    /// `check --pages`.
    Pages,
    /// `build`.
    Build,
    /// `layouts check`.
    Layouts,
}

/// A block of text for a file.
#[derive(Debug)]
pub struct ExampleFile {
    /// The path in the workspace.
    pub path: String,
    /// The lines, without marks.
    pub lines: Vec<String>,
    /// The codes marked in each line.
    pub codes: Vec<Vec<String>>,
    /// Whether the block is the whole file.
    pub whole: bool,
    /// How it is saved: GBK, UTF-16.
    pub encoding: Option<String>,
}

/// A path as a page writes it: from the workspace or from the branch.
pub fn path_of(written: &str) -> String {
    match written.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{BRANCH}/{written}"),
    }
}

impl Example {
    /// Reads a section.
    pub fn of(section: &Section<'_>) -> Self {
        let mut example = Self::default();
        for part in &section.parts {
            let Part::Block(fence, lines) = part else {
                continue;
            };
            match fence.split_once(' ') {
                None if *fence == "files" => example.read_files(lines),
                Some((_, file)) => example.read_text(file, lines),
                None => {}
            }
        }
        example
    }

    /// With what another section adds.
    pub fn and(mut self, other: Self) -> Self {
        self.files.extend(other.files);
        self.operations.extend(other.operations);
        self
    }

    fn read_files(&mut self, lines: &[&str]) {
        for line in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["→", code, path] => self.mark(path_of(path), 0, code),
                _ => self.operations.extend(operation(&words)),
            }
        }
    }

    fn read_text(&mut self, fence: &str, lines: &[&str]) {
        let (file, marks) = fence.split_once('→').unwrap_or((fence, ""));
        let mut words = file.split_whitespace();
        let path = path_of(words.next().expect("a file behind the fence"));
        for code in marks.split_whitespace() {
            self.mark(path.clone(), 0, code);
        }
        let mut whole = false;
        let mut encoding = None;
        for word in words {
            match word {
                "整份" => whole = true,
                "build" => self.command = Command::Build,
                "pages" => self.command = Command::Pages,
                "layouts" => self.command = Command::Layouts,
                other => encoding = Some(other.to_owned()),
            }
        }
        let marked = lines.iter().map(|line| match line.split_once("# ←") {
            Some((text, codes)) => {
                let codes = codes.split_whitespace().map(str::to_owned).collect();
                (text.trim_end().to_owned(), codes)
            }
            None => ((*line).to_owned(), Vec::new()),
        });
        let (lines, codes) = marked.unzip();
        self.files.push(ExampleFile {
            path,
            lines,
            codes,
            whole: whole || encoding.is_some(),
            encoding,
        });
    }

    fn mark(&mut self, path: String, line: usize, code: &str) {
        self.marks.push((path, line, code.to_owned()));
    }
}

/// A file's text with the keys of a block put in, and where the block's lines
/// stand in it, from 1.
pub fn replaced(base: &str, block: &ExampleFile) -> (String, Vec<usize>) {
    let keys: Vec<&str> = block
        .lines
        .iter()
        .filter_map(|line| top_key(line))
        .collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut dropping = false;
    for line in base.lines() {
        if let Some(key) = top_key(line) {
            dropping = keys.contains(&key);
        }
        if !dropping {
            kept.push(line);
        }
    }
    let first = kept.len() + 1;
    let places = (first..first + block.lines.len()).collect();
    let lines = kept
        .into_iter()
        .chain(block.lines.iter().map(String::as_str));
    let text: String = lines.map(|line| format!("{line}\n")).collect();
    (text, places)
}

/// The key at the left edge of a line.
fn top_key(line: &str) -> Option<&str> {
    let is_key = !line.starts_with([' ', '-', '#', '\t']);
    let (key, _) = line.split_once(':').filter(|_| is_key)?;
    Some(key)
}
