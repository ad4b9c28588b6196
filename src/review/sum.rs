//! What was found different unit by unit, put together.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::cells::Move;
use super::change::{Around, Change, MemberChange, alone, moved};
use super::people::{Who, pairs};
use super::person::Snapshot;
use super::planned::Comparing;
use super::print::OutputChange;
use super::state::{Ended, State};
use super::unit::{Compared, UnitPieces, around};
use crate::check::Diagnostic;
use crate::model::handle::UnitId;
use crate::tabulate::Roster;
use crate::typeset::Assets;

/// The rows of units in lists over branches.
pub type Pieces = BTreeMap<UnitId, UnitPieces>;

/// All that is different.
#[derive(Default)]
pub struct Sum {
    pub members: Vec<MemberChange>,
    pub moves: Vec<Move>,
    pub found: [Vec<Diagnostic>; 2],
    loose: [Vec<Snapshot>; 2],
    followed: Vec<(String, String)>,
    /// The rows of units in lists over branches; those of units that are the same are not
    /// among them.
    pieces: [Pieces; 2],
    /// The units in which something may be different.
    changed: Vec<[Option<UnitId>; 2]>,
}

impl Sum {
    /// Adds a unit.
    pub fn add(
        &mut self,
        it: Compared,
        ids: [Option<UnitId>; 2],
        rosters: &mut [Vec<(UnitId, Roster)>; 2],
    ) {
        self.members.extend(it.members);
        self.moves.extend(it.moves);
        self.followed.extend(it.followed);
        if it.is_changed {
            self.changed.push(ids);
        }
        for (at, found) in it.found.into_iter().enumerate() {
            self.found[at].extend(found);
        }
        for (at, loose) in it.loose.into_iter().enumerate() {
            self.loose[at].extend(loose);
        }
        for (at, pieces) in it.pieces.into_iter().enumerate() {
            self.pieces[at].extend(ids[at].zip(pieces));
        }
        for (at, roster) in it.rosters.into_iter().enumerate() {
            rosters[at].extend(ids[at].zip(roster));
        }
    }

    /// Finds those again who left one unit and came to another.
    pub fn follow(&mut self, states: [&State; 2]) {
        let loose = std::mem::take(&mut self.loose);
        let who = loose.each_ref().map(|side| {
            let side = side.iter();
            side.map(|one| Who {
                path: &one.path,
                number: one.number.as_ref(),
            })
            .collect::<Vec<_>>()
        });
        let pairs = pairs(&who[0], &who[1]);
        let mut known: BTreeMap<[UnitId; 2], Around> = BTreeMap::new();
        let mut both = Compared::default();
        for (before, now) in &pairs {
            let [old, new] = [&loose[0][*before], &loose[1][*now]];
            let units = [old.unit, new.unit];
            let around = known.entry(units).or_insert_with(|| around(states, units));
            both.pair(old, new, around);
        }
        let [before, now]: [BTreeSet<usize>; 2] = [
            pairs.iter().map(|it| it.0).collect(),
            pairs.iter().map(|it| it.1).collect(),
        ];
        for (at, paired) in [before, now].into_iter().enumerate() {
            let change = [Change::Removed, Change::Added][at];
            let rest = loose[at].iter().enumerate();
            for (_, one) in rest.filter(|(place, _)| !paired.contains(place)) {
                both.members.push(alone(one, change));
                let sides = [Some(one).filter(|_| at == 0), Some(one).filter(|_| at == 1)];
                both.moves.extend(moved(sides[0], sides[1]));
            }
        }
        self.add(both, [None; 2], &mut Default::default());
        self.members
            .sort_by(|a, b| (&a.path, &a.old_path).cmp(&(&b.path, &b.old_path)));
    }

    /// The outputs that a build would make otherwise.
    ///
    /// # Errors
    /// Where files were changed meanwhile.
    pub fn outputs(
        &self,
        ended: &[Ended; 2],
        assets: [&Assets; 2],
        jobs: usize,
    ) -> io::Result<Vec<OutputChange>> {
        let comparing = Comparing {
            ended,
            assets,
            pieces: &self.pieces,
            touched: &self.touched(ended),
            jobs,
        };
        comparing.outputs(&self.followed)
    }

    /// The paths of units in which, or below which, something may be different.
    fn touched(&self, ended: &[Ended; 2]) -> BTreeSet<String> {
        let sides = self.changed.iter().flat_map(|ids| ids.iter().enumerate());
        let units = sides.filter_map(|(at, unit)| Some((&ended[at].project.workspace, (*unit)?)));
        units
            .flat_map(|(workspace, unit)| {
                let above = workspace.above(unit);
                above.map(|unit| workspace.units[unit].path.clone())
            })
            .collect()
    }
}
