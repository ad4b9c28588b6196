//! One member in one state: all by which he is compared with what he was.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::cells::{Counts, counts};
use super::state::State;
use super::values::Item;
use crate::check::Case;
use crate::check::rules::dispositions::advice;
use crate::derive::named::NamedFact;
use crate::derive::value::{Type, Value};
use crate::derive::{Certainty, Reference};
use crate::forms::Scope;
use crate::forms::outputs::outputs;
use crate::load::path_of_photo;
use crate::model::code::Code as _;
use crate::model::custom::CustomType;
use crate::model::date::PartialDate;
use crate::model::handle::{ById, MemberId, UnitId};
use crate::model::member::Member;
use crate::model::provenance::{Keys, Traced};
use crate::model::record::Record as _;
use crate::model::value::{Given as _, Scalar, Value as Written};
use crate::tabulate::Source;

/// A branch in one state.
pub struct Side<'a> {
    pub state: &'a State,
    pub unit: UnitId,
    pub source: Source<'a>,
    cases: BTreeMap<MemberId, Case<'a>>,
    /// The paths of outputs of members, by form.
    planned: BTreeMap<MemberId, Vec<(String, String)>>,
    /// Days that differ, each with the forms that have it.
    days: Vec<(Reference, Vec<String>)>,
}

/// A member in one state.
#[derive(Debug)]
pub struct Snapshot {
    /// The paths of his branch and of the organisations above.
    pub units: Vec<String>,
    /// His branch.
    pub unit: UnitId,
    /// His file.
    pub path: PathBuf,
    /// His name; empty where the file cannot be read.
    pub name: String,
    /// By what he is known.
    pub number: Option<Number>,
    /// Whether the file can be read.
    pub is_read: bool,
    /// What it says.
    pub values: Option<Item>,
    /// His photo, as the file names it, and its digest.
    pub photo: Option<(String, [u8; 32])>,
    /// What follows from it on each day.
    pub facts: Vec<DayFacts>,
    /// The registers in which he stands.
    pub registers: BTreeSet<String>,
    /// What he adds to figures.
    pub counts: Counts,
    /// The paths of his own outputs, by form.
    pub outputs: BTreeMap<String, String>,
}

/// An ID number, and whether its check character is right.
pub type Number = (String, bool);

/// The facts on a day, and the forms that have it.
#[derive(Debug)]
pub struct DayFacts {
    pub forms: Vec<String>,
    pub facts: Vec<FactAt>,
}

/// A fact: its name, its value, what it follows from.
#[derive(Debug)]
pub struct FactAt {
    pub name: &'static str,
    pub value: String,
    pub keys: Keys,
}

/// What the recommended dispositions are called among facts.
pub const ADVICE: &str = "建议处置";

impl<'a> Side<'a> {
    pub fn of(state: &'a State, unit: UnitId, source: Source<'a>) -> Self {
        let cases = Case::of_unit(source, unit).map(|case| (case.person.id, case));
        let mut planned: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, form) in state
            .catalogue
            .forms
            .iter()
            .filter(|(_, form)| form.is_chosen)
        {
            let pattern = state.printing.paths[id].as_ref();
            let found = pattern.and_then(|it| outputs(source, (id, form), it, unit).ok());
            for one in found.into_iter().flatten() {
                if let Some(member) = one.output.member.filter(|_| one.is_certain != Some(false)) {
                    let path = (form.id().to_owned(), one.output.path);
                    planned.entry(member).or_default().push(path);
                }
            }
        }
        Self {
            cases: cases.collect(),
            planned,
            days: days(state, unit, source),
            state,
            unit,
            source,
        }
    }

    /// The name of a member and what he is known by.
    pub fn known(&self, member: MemberId) -> (String, Option<Number>) {
        let Some(case) = self.cases.get(&member) else {
            return Default::default();
        };
        let number = case.member.id_number.given();
        let name = case.member.name.as_ref();
        (
            name.map_or_else(String::new, |name| name.text.clone()),
            number.map(|number| (number.as_str().to_owned(), number.is_valid())),
        )
    }

    /// Whether a member's photo is the same as that of the same text in another state.
    pub fn has_same_photo(&self, other: &Self, member: MemberId) -> bool {
        let photo = self
            .cases
            .get(&member)
            .and_then(|it| it.member.photo.as_ref());
        photo.is_none_or(|photo| {
            let path = path_of_photo(&self.state.workspace.units[self.unit].path, &photo.text);
            let [own, others] = [self, other].map(|side| side.state.files());
            own.is_same(others, &path) || !own.exists(&path) && !others.exists(&path)
        })
    }

    /// A member with all by which he is compared.
    pub fn snapshot(&self, member: MemberId) -> Snapshot {
        let workspace = &self.state.workspace;
        let files = &workspace.units[self.unit];
        let path = &files.member_paths[member];
        let (name, number) = self.known(member);
        let planned = self.planned.get(&member).into_iter().flatten();
        let mut snapshot = Snapshot {
            units: self
                .state
                .above(self.unit)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            unit: self.unit,
            path: path.clone(),
            name,
            number,
            is_read: false,
            values: None,
            photo: None,
            facts: Vec::new(),
            registers: BTreeSet::new(),
            counts: Counts::new(),
            outputs: planned.cloned().collect(),
        };
        let Some(case) = self.cases.get(&member) else {
            return snapshot;
        };
        snapshot.is_read = true;
        let text = workspace.files.text(path).unwrap_or_default();
        snapshot.values = self.values(&text, case.member);
        let photo = case.member.photo.as_ref();
        snapshot.photo = photo.and_then(|photo| {
            let found = workspace
                .album
                .photo(&workspace.files, &files.path, &photo.text);
            Some((photo.text.clone(), found.ok()?.digest))
        });
        snapshot.facts = self.facts(case);
        let forms = self.state.catalogue.forms.values();
        let registers =
            forms.filter(|form| form.is_chosen && form.declaration.scope == Scope::Branch);
        let stands = registers.filter(|form| {
            let register = self.state.declared.registers.find(form.id());
            let standing = &case.person.derived.standing_in;
            form.declaration.prose.is_none()
                && register.is_some_and(|it| standing[it].value.is_yes())
        });
        snapshot.registers = stands.map(|form| form.id().to_owned()).collect();
        // Where a unit hands up figures, nobody is counted.
        let reported = files.figures.as_ref().and_then(|file| file.record.as_ref());
        if reported.is_none() {
            snapshot.counts = counts(self.state.declared.tables.values(), case.person);
        }
        snapshot
    }

    /// What a member's file says; added keys mean what their type says.
    fn values(&self, text: &str, member: &Member) -> Option<Item> {
        let types = &self.state.declared.registers.custom;
        Item::of(text, &|look| {
            member.each(look);
            for (key, _, value) in &member.custom.entries {
                match types.get(key) {
                    Some(CustomType::Date) => look(&read::<PartialDate, _>(value)),
                    Some(CustomType::Flag) => look(&read::<bool, _>(value)),
                    _ => look(value),
                }
            }
        })
    }

    fn facts(&self, case: &Case<'_>) -> Vec<DayFacts> {
        let advice = advice(case).map(|(_, choices)| choices).unwrap_or_default();
        let words: BTreeSet<&str> = advice.iter().map(|(kind, _)| kind.word()).collect();
        let advised = FactAt {
            name: ADVICE,
            value: words.into_iter().collect::<Vec<_>>().join("或"),
            keys: Keys::NONE,
        };
        let days = self.days.iter().filter_map(|(_, forms)| {
            let scope = case.person.scope(forms.first()?)?;
            let facts = NamedFact::all().filter(|fact| fact.of != Type::Date);
            let facts = facts.map(|fact| {
                let Traced { value, keys } = fact.of(scope.facts, scope.asking);
                let value = shown(&value);
                FactAt {
                    name: fact.name,
                    value,
                    keys,
                }
            });
            Some(DayFacts {
                forms: forms.clone(),
                facts: facts.collect(),
            })
        });
        let mut days: Vec<DayFacts> = days.collect();
        if let Some(first) = days.first_mut() {
            first.facts.push(advised);
        }
        days
    }
}

/// The days of a unit that differ: first that of members' own forms.
fn days(state: &State, unit: UnitId, source: Source<'_>) -> Vec<(Reference, Vec<String>)> {
    let mut found: Vec<(Reference, Vec<String>)> = Vec::new();
    let declared = &state.declared;
    let others = declared
        .ids
        .iter()
        .filter(|id| !declared.cards.contains(id));
    for form in declared.cards.iter().chain(others) {
        let Some(reference) = source.reference(unit, form) else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| known == reference) {
            Some((_, forms)) => forms.push(form.clone()),
            None => found.push((*reference, vec![form.clone()])),
        }
    }
    found
}

/// A value as it is read by another type.
fn read<T: Scalar, U>(value: &Written<U>) -> Written<T> {
    Written {
        text: value.text.clone(),
        span: value.span,
        key: value.key,
        parsed: T::read(&value.text),
    }
}

/// A fact's value as it is told: empty where there is none.
fn shown(value: &Value) -> String {
    match value {
        Value::Number(low, high) if low == high => low.to_string(),
        Value::Number(low, high) => format!("{low}—{high}"),
        Value::Date(date) => date.to_string(),
        Value::Flag(Certainty::Yes) => "是".to_owned(),
        Value::Flag(Certainty::No) => "否".to_owned(),
        Value::Flag(Certainty::Open) | Value::Open => "未定".to_owned(),
        Value::Text(text, _) => text.clone(),
        Value::Texts(texts) => {
            let texts = texts.iter().filter(|(_, counts)| *counts != Certainty::No);
            let texts = texts.map(|(text, counts)| match counts {
                Certainty::Open => format!("{text}（未定）"),
                _ => text.clone(),
            });
            texts.collect::<Vec<_>>().join("、")
        }
        Value::Count(count) => count.to_string(),
        Value::Absent => String::new(),
    }
}

/// The members of a unit that are held.
pub fn members<'a>(source: Source<'a>, unit: UnitId) -> Vec<MemberId> {
    source.held(unit).into_iter().flat_map(ById::ids).collect()
}
