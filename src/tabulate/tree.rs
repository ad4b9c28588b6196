//! The tables up the tree: of units that count or have handed in figures, parents are the
//! sums.

use super::roster::Roster;
use crate::load::Workspace;
use crate::model::handle::{ById, UnitId};

/// Adds the tables of each unit to those of the one above.
pub fn add_up(workspace: &Workspace, rosters: &mut ById<UnitId, Roster>) {
    // Parents stand before their children, so backwards every sum is whole
    // before it is added to the one above.
    for (unit, files) in workspace.units.iter().rev() {
        if let Some(parent) = files.parent {
            let own = std::mem::take(&mut rosters[unit].tables);
            for (table, figures) in own.iter() {
                rosters[parent].tables[table].add(figures);
            }
            rosters[unit].tables = own;
        }
    }
}
