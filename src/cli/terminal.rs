//! Standard output and standard error.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the only place that prints"
)]

use std::io::{IsTerminal as _, Write as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// Where results and messages go.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether messages are coloured.
    pub colour: bool,
    is_terminal: bool,
}

impl Terminal {
    /// The streams of the process; `NO_COLOR` is honoured.
    pub fn of_process() -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            colour: is_terminal && !no_colour,
            is_terminal,
        }
    }

    /// A message, to standard error.
    pub fn message(&self, text: &str) {
        eprintln!("{text}");
    }

    /// A result, to standard output. A reader that has gone away is no error.
    pub fn result(&self, text: &str) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            done => done,
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
