//! One unit in two states: read, compared and let go.

use std::collections::BTreeMap;
use std::path::Path;

use super::cells::{Move, figures_of};
use super::change::{Around, MemberChange, change, moved};
use super::people::{Who, pairs};
use super::person::{Number, Side, Snapshot, members};
use super::print::shown;
use super::state::{State, Surroundings, same_above, same_folder};
use super::values::{Item, changes};
use crate::check::Diagnostic;
use crate::check::levels::regrade;
use crate::load::{File, read_file};
use crate::model::handle::{MemberId, UnitId};
use crate::model::numbered::Numbered;
use crate::model::organisation::Organisation;
use crate::model::round::Round;
use crate::publish::{Piece, TableName, pieces};
use crate::settle::{let_go, state_of};
use crate::tabulate::{Roster, Source};

/// Nothing is remembered of branches beyond one call, in which all else stays the same.
pub const SHARED: &str = "";

/// The rows of a unit in lists over branches, by form and table.
pub type UnitPieces = BTreeMap<TableName, Piece>;

/// What is different in a unit.
#[derive(Default)]
pub struct Compared {
    /// Whether something may be.
    pub is_changed: bool,
    /// What stands for its members.
    pub rosters: [Option<Roster>; 2],
    /// What was found of those that are not held any more.
    pub found: [Vec<Diagnostic>; 2],
    /// Members about whom something is different.
    pub members: Vec<MemberChange>,
    /// What they move.
    pub moves: Vec<Move>,
    /// Members who are in one state alone, as far as this unit goes.
    pub loose: [Vec<Snapshot>; 2],
    /// The paths of outputs of those who are called otherwise.
    pub followed: Vec<(String, String)>,
    /// Its rows in lists over branches, where it may be different.
    pub pieces: [Option<UnitPieces>; 2],
}

/// Compares a unit, which may be in one state alone.
pub fn compare(
    states: [&State; 2],
    surroundings: Surroundings,
    units: [Option<UnitId>; 2],
) -> Compared {
    let roster = |at: usize| {
        let (state, unit) = (states[at], units[at]?);
        let read = |_, path: &Path| read_file(state.files(), path);
        Some(state.declared.roster(&state.workspace, unit, read))
    };
    let both = units[0].zip(units[1]).map(<[UnitId; 2]>::from);
    let same_above = both.is_some_and(|units| same_above(states, units));
    if surroundings.findings && same_above && both.is_some_and(|it| same_folder(states, it)) {
        let now = roster(1)
            .zip(units[1])
            .map(|(it, unit)| gone(states[1], unit, it).0);
        return Compared {
            rosters: [now.clone(), now],
            ..Compared::default()
        };
    }
    let rosters = [roster(0), roster(1)];
    let mut compared = Compared {
        is_changed: true,
        ..Compared::default()
    };
    {
        let side = |at: usize| {
            let (state, unit, roster) = (states[at], units[at]?, rosters[at].as_ref()?);
            let source = Source::one(&state.workspace, &state.declared, unit, roster);
            Some(Side::of(state, unit, source))
        };
        let sides = [side(0), side(1)];
        compared.people(&sides, surroundings.people && same_above);
        compared.figures(&sides);
        for (at, side) in sides.iter().enumerate() {
            if let Some(side) = side {
                let catalogue = &side.state.catalogue;
                compared.pieces[at] = Some(pieces(side.source, catalogue, side.unit));
            }
        }
    }
    for (at, roster) in rosters.into_iter().enumerate() {
        if let Some((roster, unit)) = roster.zip(units[at]) {
            let (roster, found) = gone(states[at], unit, roster);
            compared.rosters[at] = Some(roster);
            compared.found[at] = found;
        }
    }
    compared
}

/// What stands for a unit, and what there is to say of it where its members are let go.
fn gone(state: &State, unit: UnitId, roster: Roster) -> (Roster, Vec<Diagnostic>) {
    let it = (&state.outline(), &state.printing.patterns);
    let Some(hash) = state_of(&state.workspace, unit, SHARED, &roster) else {
        return (roster, Vec::new());
    };
    let (roster, mut found) = let_go(it.0, it.1, unit, roster, hash);
    regrade(&state.workspace, &mut found);
    (roster, found)
}

impl Compared {
    /// Compares the members; those whose files say the same, only where what they are judged
    /// by is not the same.
    fn people(&mut self, sides: &[Option<Side<'_>>; 2], is_around_same: bool) {
        let known = sides.each_ref().map(|side| {
            let side = side.as_ref();
            side.map(known).unwrap_or_default()
        });
        let who = known.each_ref().map(|known| {
            let known = known.iter();
            known
                .map(|(_, path, number)| Who {
                    path,
                    number: number.as_ref(),
                })
                .collect::<Vec<_>>()
        });
        let pairs = pairs(&who[0], &who[1]);
        if let [Some(old), Some(new)] = sides {
            let around = match is_around_same {
                true => Around::new(),
                false => around([old.state, new.state], [old.unit, new.unit]),
            };
            for (before, now) in &pairs {
                let [before, now] = [known[0][*before].0, known[1][*now].0];
                if is_around_same && is_same(old, new, [before, now]) {
                    continue;
                }
                self.pair(&old.snapshot(before), &new.snapshot(now), &around);
            }
        }
        for (at, side) in sides.iter().enumerate() {
            let Some(side) = side else { continue };
            let is_paired = |place: usize| {
                let mut pairs = pairs.iter();
                pairs.any(|pair| [pair.0, pair.1][at] == place)
            };
            let loose = known[at].iter().enumerate();
            let loose = loose.filter(|(place, _)| !is_paired(*place));
            self.loose[at].extend(loose.map(|(_, (member, ..))| side.snapshot(*member)));
        }
    }

    /// Notes what is different of one member.
    pub fn pair(&mut self, old: &Snapshot, new: &Snapshot, around: &Around) {
        self.members.extend(change(old, new, around));
        self.moves.extend(moved(Some(old), Some(new)));
        for (form, before) in &old.outputs {
            let now = new.outputs.get(form);
            self.followed
                .extend(now.map(|now| (before.clone(), now.clone())));
        }
    }

    /// What a unit moves that hands up figures.
    fn figures(&mut self, sides: &[Option<Side<'_>>; 2]) {
        let mut it = Move::default();
        for (at, side) in sides.iter().enumerate() {
            let Some(side) = side else { continue };
            let file = side.state.workspace.units[side.unit].figures.as_ref();
            let Some(file) = file.filter(|file| file.record.is_some()) else {
                continue;
            };
            it.path.clone_from(&file.path);
            let units = side.state.above(side.unit).into_iter().map(str::to_owned);
            let tables = side.source.tables(side.unit);
            let counts = tables.flat_map(|(table, figures)| figures_of(&table.id, figures));
            it.sides[at] = (units.collect(), counts.collect());
        }
        self.moves.extend((!it.is_still()).then_some(it));
    }
}

/// The members of a unit with their files and numbers.
fn known<'a>(side: &Side<'a>) -> Vec<(MemberId, &'a Path, Option<Number>)> {
    let files: &'a _ = &side.state.workspace.units[side.unit].member_paths;
    let members = members(side.source, side.unit).into_iter();
    members
        .map(|member| (member, files[member].as_path(), side.known(member).1))
        .collect()
}

/// Whether the file and the photo of a member are the same.
fn is_same(old: &Side<'_>, new: &Side<'_>, members: [MemberId; 2]) -> bool {
    let file = |side: &Side<'_>, member: MemberId| {
        let held = side.source.held(side.unit)?.get(member)?;
        Some((
            side.state.workspace.units[side.unit].member_paths[member].clone(),
            held.digest()?,
        ))
    };
    let files = [file(old, members[0]), file(new, members[1])];
    files[0].is_some() && files[0] == files[1] && new.has_same_photo(old, members[1])
}

/// The keys of the round and of organisations that are others for two units, and where they
/// stand now.
pub fn around(states: [&State; 2], units: [UnitId; 2]) -> Around {
    let mut found = Around::new();
    let [old, new] = states;
    let rounds = [old, new].map(|state| state.workspace.round.as_ref());
    add::<Round>(states, rounds, &mut found);
    let above = |at: usize| {
        let above = states[at].workspace.above(units[at]);
        above.map(move |unit| Some(&states[at].workspace.units[unit].organisation))
    };
    let (mut old, mut new) = (above(0), above(1));
    loop {
        match (old.next(), new.next()) {
            (None, None) => return found,
            (old, new) => add::<Organisation>(states, [old.flatten(), new.flatten()], &mut found),
        }
    }
}

fn add<R: Numbered>(states: [&State; 2], files: [Option<&File<R>>; 2], found: &mut Around) {
    let item = |at: usize| {
        let file = files[at]?;
        let text = states[at].files().text(&file.path).ok()?;
        Item::of_record(&text, file.record.as_ref()?)
    };
    let Some(path) = files[1].or(files[0]).map(|file| shown(&file.path)) else {
        return;
    };
    for change in changes(item(0).as_ref(), item(1).as_ref()) {
        // Days of single forms stand below the key of all.
        let mut route = change.key.as_str();
        let key = loop {
            match (
                R::key(&super::change::unnumbered(route)),
                route.rsplit_once('.'),
            ) {
                (Some(key), _) => break Some(key),
                (None, Some((above, _))) => route = above,
                (None, None) => break None,
            }
        };
        if let Some(key) = key {
            found.insert(key, path.clone());
        }
    }
}
