//! Files that examples add, remove or link, and how texts are saved.

use std::fs;
use std::path::Path;

use super::common::{self, Workspace};
use super::example::{Example, path_of, replaced};

/// The branch that examples are about.
pub const BRANCH: &str = "data/会宁县直机关工委/政府办党支部";

/// What an example does to a file.
#[derive(Debug)]
pub enum FileOperation {
    /// A copy of the base's file of the same name, else an empty one.
    Add(String),
    /// A file of so many bytes.
    Sized(String, usize),
    /// Not there.
    Remove(String),
    /// A link.
    Link(String, String),
    /// A named pipe.
    Pipe(String),
    /// A file in a folder whose name has these bytes.
    Named(String, Vec<u8>),
}

/// Reads a line of a block of files; what stands behind it explains it.
pub fn operation(words: &[&str]) -> Option<FileOperation> {
    Some(match *words {
        ["+", path, size, ..] if size.parse::<usize>().is_ok() => {
            FileOperation::Sized(path_of(path), size.parse().expect("a number"))
        }
        ["+", path, ..] => FileOperation::Add(path_of(path)),
        ["-", path, ..] => FileOperation::Remove(path_of(path)),
        ["~", path, target, ..] => FileOperation::Link(path_of(path), target.to_owned()),
        ["|", path, ..] => FileOperation::Pipe(path_of(path)),
        ["x", folder, name, ..] => {
            let (hex, ending) = name.split_once('.').expect("a name with an ending");
            let digits: Vec<u8> = hex.bytes().collect();
            let byte = |pair: &[u8]| {
                let pair = std::str::from_utf8(pair).expect("ASCII");
                u8::from_str_radix(pair, 16).expect("hexadecimal")
            };
            let mut bytes: Vec<u8> = digits.chunks(2).map(byte).collect();
            bytes.extend(format!(".{ending}").bytes());
            FileOperation::Named(path_of(folder), bytes)
        }
        _ => return None,
    })
}

/// A copy of the base with an example put in; the findings that are marked.
pub fn workspace(example: &Example) -> (Workspace, Vec<(String, usize, String)>) {
    let workspace = Workspace::empty();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/base/data");
    common::copy(&base, &workspace.path("data"));
    let mut marks = example.marks.clone();
    for operation in &example.operations {
        operation.apply(&workspace);
    }
    for file in &example.files {
        let path = workspace.path(&file.path);
        let (text, places) = match fs::read_to_string(&path) {
            Ok(base) if !file.whole => replaced(&base, file),
            _ => replaced("", file),
        };
        for (line, codes) in places.iter().zip(&file.codes) {
            marks.extend(
                codes
                    .iter()
                    .map(|code| (file.path.clone(), *line, code.clone())),
            );
        }
        let bytes = match file.encoding.as_deref() {
            Some(encoding) => encoded(&text, encoding),
            None => text.into_bytes(),
        };
        workspace.write(&file.path, bytes);
    }
    marks.sort();
    (workspace, marks)
}

impl FileOperation {
    fn apply(&self, workspace: &Workspace) {
        match self {
            Self::Add(path) => {
                let name = Path::new(path).file_name().expect("a file has a name");
                let data = workspace.path("data");
                let base = walkdir::WalkDir::new(data).sort_by_file_name().into_iter();
                let twin = base.flatten().find(|entry| entry.file_name() == name);
                let text = twin.and_then(|entry| fs::read(entry.path()).ok());
                workspace.write(path, text.unwrap_or_default());
            }
            Self::Sized(path, size) => {
                workspace.write(path, vec![b'#'; *size]);
            }
            Self::Remove(path) => {
                let path = workspace.path(path);
                let removed = match path.is_dir() {
                    true => fs::remove_dir_all(&path),
                    false => fs::remove_file(&path),
                };
                match removed {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        panic!("{}: {error}", path.display())
                    }
                    _ => {}
                }
            }
            #[cfg(unix)]
            Self::Link(path, target) => {
                std::os::unix::fs::symlink(target, workspace.path(path)).expect("a link");
            }
            #[cfg(unix)]
            Self::Pipe(path) => {
                let made = std::process::Command::new("mkfifo")
                    .arg(workspace.path(path))
                    .status();
                assert!(made.expect("mkfifo").success());
            }
            #[cfg(unix)]
            Self::Named(folder, name) => {
                use std::os::unix::ffi::OsStrExt as _;
                let name = std::ffi::OsStr::from_bytes(name);
                fs::write(workspace.path(folder).join(name), "姓名: 某某\n").expect("a file");
            }
            #[cfg(not(unix))]
            Self::Link(..) | Self::Pipe(..) | Self::Named(..) => {}
        }
    }
}

/// A text as other programs save it.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-16" => {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
        // Only its first character outside ASCII matters: 姓 in GBK.
        "GBK" => {
            let byte = |c: char| {
                if c.is_ascii() {
                    vec![c as u8]
                } else {
                    vec![0xd0, 0xd5]
                }
            };
            text.chars().flat_map(byte).collect()
        }
        other => panic!("no encoding is called {other}"),
    }
}
