//! What was found different unit by unit, put together.

use std::collections::{BTreeMap, BTreeSet};

use super::UnitPair;
use super::cells::Move;
use super::change::{Around, Change, MemberChange, alone, moved};
use super::people::{Who, pairs};
use super::person::Snapshot;
use super::print::{OutputChange, Print, PrintStatus, changes};
use super::state::{Ended, State};
use super::unit::{Compared, around, is_counted};
use crate::check::Diagnostic;
use crate::forms::Scope;
use crate::forms::outputs::outputs;
use crate::forms::usage::Usage;
use crate::model::handle::UnitId;
use crate::tabulate::Roster;

/// All that is different.
#[derive(Default)]
pub struct Sum {
    pub members: Vec<MemberChange>,
    pub moves: Vec<Move>,
    pub found: [Vec<Diagnostic>; 2],
    loose: [Vec<Snapshot>; 2],
    prints: [Vec<Print>; 2],
    followed: Vec<(String, String)>,
    /// The rows of units in lists over branches, by unit and form; those of units that are
    /// the same are not among them.
    rows: [BTreeMap<UnitId, BTreeMap<String, [u8; 32]>>; 2],
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
        for (at, prints) in it.prints.into_iter().enumerate() {
            self.prints[at].extend(prints);
        }
        for (at, rows) in it.rows.into_iter().enumerate() {
            self.rows[at].extend(ids[at].map(|unit| (unit, rows)));
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
                both.prints[at].extend(one.prints.iter().cloned());
            }
        }
        self.add(both, [None; 2], &mut Default::default());
        self.members
            .sort_by(|a, b| (&a.path, &a.old_path).cmp(&(&b.path, &b.old_path)));
    }

    /// The outputs that change. Those of tables, and of organisations above branches, are
    /// looked at where something below is different.
    pub fn outputs(&mut self, ended: &[Ended; 2], units: &[UnitPair]) -> Vec<OutputChange> {
        let touched = self.touched(ended);
        for (_, ids) in units.iter().filter(|(path, _)| touched.contains(path)) {
            for (at, unit) in ids.iter().enumerate() {
                let prints = unit.map(|unit| self.counted(&ended[at], at, unit));
                self.prints[at].extend(prints.into_iter().flatten());
            }
        }
        let now = &ended[1].project;
        let usage = Usage::of(now.source(), &now.catalogue);
        let errors = now.diagnostics.iter().filter(|one| one.is_error());
        let errors: Vec<&Diagnostic> = errors.collect();
        let mut outputs = changes(&self.prints[0], &self.prints[1], &self.followed);
        for output in &mut outputs {
            let spoils = |error: &&Diagnostic| {
                let made = output.made[1];
                made.is_some_and(|made| usage.spoils(&error.affected, made))
            };
            if errors.iter().any(spoils) {
                output.change = PrintStatus::Refused;
            }
        }
        outputs
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

    /// The outputs of a unit that need no member: of tables, and of a unit that has none.
    fn counted(&self, ended: &Ended, at: usize, unit: UnitId) -> Vec<Print> {
        let (project, printer) = (&ended.project, ended.printer());
        let source = project.source();
        let has_members = !project.workspace.units[unit].member_paths.is_empty();
        let forms = project.catalogue.forms.iter();
        let forms = forms.filter(|(id, form)| {
            let is_one = is_counted(&project.catalogue, *id) || !has_members;
            form.is_chosen && is_one && form.declaration.scope != Scope::Member
        });
        let planned = forms.flat_map(|(id, form)| {
            let pattern = ended.printing.paths[id].as_ref();
            let found = pattern.and_then(|it| outputs(source, (id, form), it, unit).ok());
            found
                .into_iter()
                .flatten()
                .map(move |planned| (id, planned))
        });
        let rows = |form: &str, branch: UnitId| match self.rows[at].get(&branch) {
            Some(rows) => rows.get(form).copied(),
            // The same in both states.
            None => Some([0; 32]),
        };
        planned
            .map(|(id, planned)| {
                let (form, path) = (&project.catalogue.forms[id], planned.output.path);
                match form.declaration.all_levels {
                    true => printer.list(source, id, unit, path, &|it| rows(form.id(), it)),
                    false => printer.print(source, id, (unit, None), path),
                }
            })
            .collect()
    }
}
