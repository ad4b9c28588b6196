//! Contents of files as git keeps them, all from one process.

use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, PoisonError};

use super::Git;
use crate::load::plain::Unread;

/// The blobs of a repository.
#[derive(Debug)]
pub struct Blobs {
    /// Where git works.
    pub git: Git,
    /// The process, once it is needed.
    process: Mutex<Option<Process>>,
}

#[derive(Debug)]
struct Process {
    child: Child,
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Blobs {
    /// Those of a repository, none of which is read yet.
    pub fn of(git: Git) -> Self {
        let process = Mutex::default();
        Self { git, process }
    }

    /// The content of a blob of at most so many bytes.
    ///
    /// # Errors
    /// Where it has more, or git does not give it.
    pub fn read(&self, object: &str, most: u64) -> Result<Vec<u8>, Unread> {
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        let process = match &mut *process {
            Some(process) => process,
            none => none.insert(Process::of(&self.git)?),
        };
        process.read(object, most)
    }
}

impl Process {
    fn of(git: &Git) -> io::Result<Self> {
        let mut command = git.command(&["cat-file", "--batch"].map(OsStr::new));
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn()?;
        let requests = child.stdin.take();
        let answers = child.stdout.take().ok_or_else(ended)?;
        Ok(Self {
            child,
            requests,
            answers: BufReader::with_capacity(64 << 10, answers),
        })
    }

    fn read(&mut self, object: &str, most: u64) -> Result<Vec<u8>, Unread> {
        let requests = self.requests.as_mut().ok_or_else(ended)?;
        requests.write_all(format!("{object}\n").as_bytes())?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let mut words = head.split_whitespace();
        let (found, kind, size) = (words.next(), words.next(), words.next());
        let size = size.and_then(|size| size.parse::<u64>().ok());
        let (true, Some("blob"), Some(size)) = (found == Some(object), kind, size) else {
            let head = head.trim();
            return Err(io::Error::other(format!("git cat-file: {head}")).into());
        };
        // An end of line follows the content.
        let mut content = self.answers.by_ref().take(size + 1);
        if size > most {
            io::copy(&mut content, &mut io::sink())?;
            return Err(Unread::TooLarge(size));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        content.read_to_end(&mut bytes)?;
        match bytes.pop() {
            Some(b'\n') if bytes.len() as u64 == size => Ok(bytes),
            _ => Err(ended().into()),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Without requests it ends by itself.
        drop(self.requests.take());
        drop(self.child.wait());
    }
}

fn ended() -> io::Error {
    io::Error::other("git cat-file ended")
}
