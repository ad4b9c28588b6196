//! Which outputs are wanted, and their files: written whole or not at all.

mod body;
mod breaches;
mod build;
mod commit;
mod files;
mod hold;
mod inputs;
mod key;
mod keyed;
mod list;
mod make;
mod manifest;
mod memory;
mod opening;
mod orphans;
mod photo;
mod plan;
mod prepared;
mod proofread;
mod provenance;
mod sheets;
mod staging;
mod stamping;
mod store;
mod verify;
mod workers;

pub use body::Body;
pub use build::{Making, Outcome, Settings, build};
pub use commit::{is_begun, recover};
#[cfg(debug_assertions)]
pub use files::may_be_interrupted;
pub use files::{Obstacle, Refused};
pub use hold::{Held, Hold, PATIENCE, is_free};
pub use inputs::inputs;
pub use key::{shared, shared_at};
pub use keyed::{Piece, TableName, is_in_pieces, pieces};
pub use make::{Given, Made, Maker};
pub use manifest::{MOST, listed};
pub use opening::Opening;
pub use orphans::is_by_program;
pub use plan::{Output, Plan, Selection};
pub use prepared::Prepared;
pub use proofread::GRID;
pub use provenance::{KeyPlace, Places, PrintedCell, tree};
pub use sheets::{Sheet, outdated, sheets, state};
pub use stamping::Stamping;
pub use store::Past;
pub use verify::{Difference, verify};
pub use workers::each;

use crate::check::Diagnostic;

/// The folder of outputs in a workspace.
pub const OUT: &str = "out";

/// Lays out all outputs and looks at their pages; writes nothing. The findings
/// stand in the order of the outputs.
///
/// # Errors
/// Where the machine fails.
pub fn proof(
    maker: &Maker<'_>,
    outputs: &[Output],
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Vec<Diagnostic>> {
    let proof = |output: &Output, jobs| maker.proof(output, jobs);
    let found = each(outputs, jobs, progress, proof)?;
    Ok(found.into_iter().flatten().collect())
}
