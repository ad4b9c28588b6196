//! Exit statuses.

use std::process::ExitCode;

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done,
    /// The data has errors.
    Data,
    /// Wrong usage.
    Usage,
    /// The machine failed.
    Machine,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Data => Self::from(1),
            Status::Usage => Self::from(2),
            Status::Machine => Self::from(3),
        }
    }
}
