//! What changes of one member.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cells::Move;
use super::person::Snapshot;
use super::print::shown;
use super::values::{ValueChange, changes};
use crate::model::member::Member;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys};

/// How a member changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// He is new.
    Added,
    /// He is gone.
    Removed,
    /// He is in another branch.
    Moved,
    /// His file has another name.
    Renamed,
    /// Something about him is different.
    Changed,
}

/// A member about whom something is different.
#[derive(Clone, Debug, Serialize)]
pub struct MemberChange {
    /// His name.
    #[serde(rename = "姓名")]
    pub name: String,
    /// His file now; what it was, where he is gone.
    pub path: String,
    /// What it was; none where he is new.
    pub old_path: Option<String>,
    /// How he changes.
    pub change: Vec<Change>,
    /// Which of his files cannot be read: the old one, the new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<&'static str>,
    /// The values that are others.
    pub values: Vec<ValueChange>,
    /// What follows from them, or from the round and the organisations.
    pub facts: Vec<FactChange>,
    /// The registers that he enters and leaves.
    pub registers: Vec<RegisterChange>,
}

/// A fact that is another one.
#[derive(Clone, Debug, Serialize)]
pub struct FactChange {
    /// Its name.
    pub fact: String,
    /// The form on whose day it is so, where that is not the day of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
    /// The keys that changed and from which it follows.
    pub keys: Vec<Cause>,
}

/// A key that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// The file.
    pub path: String,
    /// The route of the key.
    pub key: String,
}

/// A register that a member enters or leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegisterChange {
    /// The form.
    pub form: String,
    /// entered or left.
    pub change: &'static str,
}

/// The keys of the round and of organisations that changed, and their files.
pub type Around = BTreeMap<KeyId, String>;

/// What changes of a member between two states; none where nothing does.
pub fn change(old: &Snapshot, new: &Snapshot, around: &Around) -> Option<MemberChange> {
    let mut values = match old.is_read && new.is_read {
        true => changes(old.values.as_ref(), new.values.as_ref()),
        false => Vec::new(),
    };
    let photo = photo(old, new);
    values.extend(photo);
    let facts = facts(old, new, around, &values);
    let registers = registers(old, new);
    let mut change = Vec::new();
    if old.units.first() != new.units.first() {
        change.push(Change::Moved);
    }
    if old.path.file_name() != new.path.file_name() {
        change.push(Change::Renamed);
    }
    let is_same = values.is_empty() && facts.is_empty() && registers.is_empty();
    if !is_same || old.is_read != new.is_read {
        change.push(Change::Changed);
    }
    (!change.is_empty()).then(|| MemberChange {
        name: name(old, new),
        path: shown(&new.path),
        old_path: Some(shown(&old.path)),
        change,
        unreadable: unreadable(old, new),
        values,
        facts,
        registers,
    })
}

/// Who is in one state alone.
pub fn alone(one: &Snapshot, change: Change) -> MemberChange {
    let is_new = change == Change::Added;
    let verb = if is_new { "entered" } else { "left" };
    let registers = one.registers.iter().map(|form| RegisterChange {
        form: form.clone(),
        change: verb,
    });
    MemberChange {
        name: one.name.clone(),
        path: shown(&one.path),
        old_path: (!is_new).then(|| shown(&one.path)),
        change: vec![change],
        unreadable: (!one.is_read).then_some(if is_new { "new" } else { "old" }),
        values: Vec::new(),
        facts: Vec::new(),
        registers: registers.collect(),
    }
}

/// What a member, who may be in one state alone, moves of figures.
pub fn moved(old: Option<&Snapshot>, new: Option<&Snapshot>) -> Option<Move> {
    let side = |one: Option<&Snapshot>| {
        let one = one.map(|one| (one.units.clone(), one.counts.clone()));
        // Who counts nowhere is of no unit.
        one.filter(|(_, counts)| !counts.is_empty())
            .unwrap_or_default()
    };
    let path = new.or(old)?.path.clone();
    let name = match (old, new) {
        (Some(old), Some(new)) => name(old, new),
        (old, new) => new.or(old)?.name.clone(),
    };
    let sides = [side(old), side(new)];
    Some(Move { path, name, sides }).filter(|it| !it.is_still())
}

fn name(old: &Snapshot, new: &Snapshot) -> String {
    let name = [new, old].into_iter().find(|one| !one.name.is_empty());
    name.map(|one| one.name.clone()).unwrap_or_default()
}

fn unreadable(old: &Snapshot, new: &Snapshot) -> Option<&'static str> {
    match (old.is_read, new.is_read) {
        (false, false) => Some("both"),
        (false, true) => Some("old"),
        (true, false) => Some("new"),
        (true, true) => None,
    }
}

/// Another photo in a file of the same name.
fn photo(old: &Snapshot, new: &Snapshot) -> Option<ValueChange> {
    let ((text, before), (now, after)) = old.photo.as_ref().zip(new.photo.as_ref())?;
    let told = |text: &str, digest: &[u8; 32]| {
        let digest: String = digest[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{text}（SHA-256 {digest}…）")
    };
    (text == now && before != after).then(|| ValueChange {
        key: "照片".to_owned(),
        line: 1,
        old: told(text, before),
        new: told(now, after),
    })
}

fn registers(old: &Snapshot, new: &Snapshot) -> Vec<RegisterChange> {
    let left = old
        .registers
        .difference(&new.registers)
        .map(|form| (form, "left"));
    let entered = new.registers.difference(&old.registers);
    let mut all: Vec<_> = left.chain(entered.map(|form| (form, "entered"))).collect();
    all.sort();
    let all = all.into_iter();
    all.map(|(form, change)| RegisterChange {
        form: form.clone(),
        change,
    })
    .collect()
}

/// The facts that are others on the days of the forms: those of the first day, then what is
/// different again on others. What a value says by itself is no news.
fn facts(
    old: &Snapshot,
    new: &Snapshot,
    around: &Around,
    values: &[ValueChange],
) -> Vec<FactChange> {
    let own: BTreeMap<KeyId, &ValueChange> = values
        .iter()
        .filter_map(|value| Some((Member::key(&unnumbered(&value.key))?, value)))
        .collect();
    let mut found: Vec<FactChange> = Vec::new();
    for (at, day) in new.facts.iter().enumerate() {
        let same_form = |form: &String| {
            let mut days = old.facts.iter();
            days.find(|day| day.forms.contains(form))
        };
        let Some(before) = day.forms.iter().find_map(same_form) else {
            continue;
        };
        for fact in &day.facts {
            let mut known = before.facts.iter();
            let known = known.find(|known| known.name == fact.name);
            let Some(before) = known.filter(|known| known.value != fact.value) else {
                continue;
            };
            let is_told = found.iter().any(|told| {
                told.fact == fact.name && told.old == before.value && told.new == fact.value
            });
            let is_value = values
                .iter()
                .any(|value| value.old == before.value && value.new == fact.value);
            if is_told || is_value {
                continue;
            }
            let keys = before.keys.join(fact.keys);
            found.push(FactChange {
                fact: fact.name.to_owned(),
                form: (at > 0).then(|| day.forms.first().cloned()).flatten(),
                old: before.value.clone(),
                new: fact.value.clone(),
                keys: causes(keys, &own, around, new),
            });
        }
    }
    found
}

/// The keys among these that changed.
fn causes(
    keys: Keys,
    own: &BTreeMap<KeyId, &ValueChange>,
    around: &Around,
    new: &Snapshot,
) -> Vec<Cause> {
    let own = own
        .iter()
        .map(|(key, value)| (*key, shown(&new.path), value.key.clone()));
    let around = around.iter();
    let around = around.map(|(key, path)| (*key, path.clone(), key.route().to_owned()));
    let all = own.chain(around).filter(|(key, ..)| keys.has(*key));
    all.map(|(_, path, key)| Cause { path, key }).collect()
}

/// A route without the places of entries.
pub fn unnumbered(route: &str) -> String {
    let mut parts = route.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |route, part| {
        route + part.split_once(']').map_or("", |(_, rest)| rest)
    })
}
