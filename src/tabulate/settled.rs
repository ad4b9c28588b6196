//! Branches without an error.

use std::path::PathBuf;

use crate::derive::Identity;
use crate::load::Seen;
use crate::model::handle::{FormId, MemberId};

/// What stands for the members of a branch without an error.
#[derive(Clone, Debug)]
pub struct Settled {
    /// A hash of all that this follows from: the branch's files and those of the
    /// organisations above, the round, the layouts, the program.
    pub state: String,
    /// How many warnings and notices there are about its outputs. What they say is found
    /// out when it is told.
    pub findings: [usize; 2],
    /// Its members, as far as they are compared with others.
    pub persons: Vec<Identity>,
    /// Its outputs.
    pub outputs: Vec<UnitOutput>,
    /// Its members' photos, relative to the workspace, as they looked; none where the
    /// looks of one say nothing.
    pub photos: Option<Vec<(PathBuf, Seen)>>,
    /// Whether all outputs are there, made of this.
    pub is_made: bool,
}

/// An output of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitOutput {
    /// The form.
    pub form: FormId,
    /// The member whom it is about, if it is about one.
    pub member: Option<MemberId>,
    /// Path below `out/`, with `/`.
    pub path: String,
}
