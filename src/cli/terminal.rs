//! Standard output and standard error: the one door for all that is printed.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the only place that prints"
)]

use std::io::{self, BufRead as _, ErrorKind, IsTerminal as _, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

use super::exit::Status;
use super::words::Words;
use crate::load::failed_at;
use crate::report::mask::mask;
use crate::report::visible::{visible, without_commands};

/// Where results and messages go. Whatever the data holds, nothing that acts on a
/// terminal gets there, and no message has a whole number of a person.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Whether messages are coloured.
    pub colour: bool,
    is_terminal: bool,
    /// How results are called that cannot be written.
    standard_output: &'static str,
    /// Whether a message could not be written.
    failed: Arc<AtomicBool>,
}

impl Terminal {
    /// The streams of the process; `NO_COLOR` is honoured.
    pub fn of_process(words: &Words) -> Self {
        let is_terminal = io::stderr().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            colour: is_terminal && !no_colour,
            is_terminal,
            standard_output: words.standard_output,
            failed: Arc::default(),
        }
    }

    /// A message, to standard error.
    pub fn message(&self, text: &str) {
        self.tell(&visible(&mask(text)));
    }

    /// A finding with its excerpt, to standard error: masked already, in colours.
    pub fn finding(&self, text: &str) {
        self.tell(&coloured(text));
    }

    fn tell(&self, text: &str) {
        let text = without_commands(text) + "\n";
        if written(&mut io::stderr().lock(), &text).is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
    }

    /// A result for people, to standard output.
    pub fn result(&self, text: &str) -> io::Result<()> {
        self.data(&without_commands(text))
    }

    /// A result for programs, to standard output.
    pub fn data(&self, text: &str) -> io::Result<()> {
        let written = written(&mut io::stdout().lock(), &visible(text));
        written.map_err(failed_at(Path::new(self.standard_output)))
    }

    /// A table for Excel and WPS, which take UTF-8 for what it is by its byte order mark.
    pub fn sheet(&self, text: &str) -> io::Result<()> {
        let text = format!("\u{feff}{}", visible(text).replace('\n', "\r\n"));
        let written = written(&mut io::stdout().lock(), &text);
        written.map_err(failed_at(Path::new(self.standard_output)))
    }

    /// The answer to a question; none where there is nobody to ask, or no more to read.
    pub fn asked(&self, question: &str) -> io::Result<Option<String>> {
        if !self.is_asking() {
            return Ok(None);
        }
        self.message(question);
        let mut answer = String::new();
        let length = io::stdin().lock().read_line(&mut answer)?;
        Ok((length > 0).then(|| answer.trim().to_owned()))
    }

    /// Whether there is somebody to ask.
    pub fn is_asking(&self) -> bool {
        self.is_terminal && io::stdin().is_terminal()
    }

    /// One of several, by its number or by itself; asked again until it is one. Nothing
    /// where nothing is answered, or there is nobody to ask.
    pub fn chosen(&self, question: &str, choices: &[&str]) -> io::Result<Option<String>> {
        let numbered = choices.iter().enumerate();
        let numbered = numbered.map(|(at, choice)| format!("\n  {} {choice}", at + 1));
        let question = format!("{question}{}", numbered.collect::<String>());
        while let Some(answer) = self.asked(&question)? {
            let number = answer.parse::<usize>().ok();
            let by_number = number.and_then(|number| choices.get(number.checked_sub(1)?));
            let is_it = |choice: &&&str| **choice == answer;
            match by_number.or_else(|| choices.iter().find(is_it)) {
                Some(choice) => return Ok(Some((*choice).to_owned())),
                None if answer.is_empty() => break,
                None => {}
            }
        }
        Ok(None)
    }

    /// How the call ended, if what it had to say was heard.
    pub fn status(&self, status: Status) -> Status {
        match self.failed.load(Ordering::Relaxed) {
            true => Status::Machine,
            false => status,
        }
    }

    /// A progress bar, on a terminal only: it is told how many are done, and is gone
    /// when it is dropped.
    pub fn progress(&self, length: usize) -> impl Fn(usize) + Sync + use<> {
        let target = match self.is_terminal {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
        let bar = ProgressBar::with_draw_target(Some(length as u64), target)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_finish(ProgressFinish::AndClear);
        move |done| bar.inc(done as u64)
    }
}

/// Writes all of a text. A reader that has gone away is no error: the call ends as if it
/// had read.
fn written(stream: &mut impl Write, text: &str) -> io::Result<()> {
    match stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
    {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// A text in which nothing acts but the sequences that set colours: `ESC [ 1 ; 31 m`.
fn coloured(text: &str) -> String {
    let mut pieces = text.split('\x1b');
    let mut shown = visible(pieces.next().unwrap_or_default());
    for piece in pieces {
        let parameters = piece.strip_prefix('[').unwrap_or_default();
        let is_parameter = |c: char| c.is_ascii_digit() || c == ';';
        let is_colour = parameters.trim_start_matches(is_parameter).starts_with('m');
        shown.push(if is_colour { '\x1b' } else { '␛' });
        shown += &visible(piece);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_are_let_through() {
        let text = "\x1b[1m\x1b[38;5;9m错误\x1b[0m \x1b[2J\x1b]0;x\x07\x1bc\x1b";
        let shown = "\x1b[1m\x1b[38;5;9m错误\x1b[0m ␛[2J␛]0;x␇␛c␛";
        assert_eq!(coloured(text), shown);
    }
}
