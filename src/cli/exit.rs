//! Exit statuses.

use std::io;
use std::process::ExitCode;

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done = 0,
    /// The data has errors.
    Data = 1,
    /// Wrong usage.
    Usage = 2,
    /// The machine failed.
    Machine = 3,
}

impl Status {
    /// How a call ended that looked at data.
    pub fn of_data(is_right: bool) -> Self {
        if is_right { Self::Done } else { Self::Data }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a call ended before it was done.
pub enum Stop {
    /// It is wrong or names what is not there, in words.
    Usage(String),
    /// The data cannot be made what is asked for, in words.
    Data(String),
    /// The machine failed.
    Machine(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Machine(error)
    }
}
