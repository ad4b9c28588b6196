//! A document with its figures.

use std::collections::BTreeMap;

use super::declared::{Field, Own, Prose, cell_of_own, cell_of_part};
use super::filled::{Words, words};
use super::{PARTS, TEXT};
use crate::derive::Reference;
use crate::forms::catalogue::Form;
use crate::forms::printed;
use crate::model::codes::OrganisationKind;
use crate::model::handle::UnitId;
use crate::model::noted::{Noted, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::model::round::Stage;
use crate::model::value::Given as _;
use crate::prose::{Block, Parts, Piece, Value, percent, shares};
use crate::tabulate::{Figures, Person, Source};

/// A document as a layout gets it.
pub struct Document {
    /// Its parts.
    pub parts: Vec<Block>,
    /// Whether it has a seal.
    pub sealed: bool,
    /// The text of each cell.
    pub cells: BTreeMap<String, String>,
}

/// A document of a unit; none where a day, a figure or its text is missing, or a sentence
/// of it would have a hole.
pub fn document(source: Source<'_>, form: &Form, unit: UnitId) -> Option<Document> {
    let Words { parts, holes } = words(source, form, unit)?;
    let Parts {
        parts,
        sealed,
        faults,
    } = parts;
    if !holes.is_empty() || !faults.is_empty() {
        return None;
    }
    let mut cells = BTreeMap::new();
    for (index, part) in parts.iter().enumerate() {
        cells.insert(format!("{PARTS}[{index}].{TEXT}"), part.text());
        let pieces = part.pieces.iter();
        cells.extend(pieces.filter_map(|piece| Some((piece.cell.clone()?, piece.text.clone()))));
    }
    Some(Document {
        parts,
        sealed,
        cells,
    })
}

/// What values are made of.
pub struct Filling<'a> {
    source: Source<'a>,
    form: &'a Form,
    prose: &'a Prose,
    unit: UnitId,
    organisation: &'a Organisation,
    reference: &'a Reference,
}

impl<'a> Filling<'a> {
    /// That of a unit; none where a day is missing.
    pub fn of(source: Source<'a>, form: &'a Form, prose: &'a Prose, unit: UnitId) -> Option<Self> {
        Some(Self {
            source,
            form,
            prose,
            unit,
            organisation: source.organisation(unit)?,
            reference: source.reference(unit, form.id())?,
        })
    }

    pub(super) fn value(&self, name: &str, field: &Field) -> Option<Value> {
        Some(match field {
            Field::Count | Field::Taken(..) => {
                let count = self.count(name)?;
                Value {
                    number: i64::from(count),
                    pieces: vec![self.counted(name)?],
                    is_missing: false,
                }
            }
            Field::Divided {
                parts,
                whole,
                has_shares,
                lead,
            } => printed_only(self.divided(name, (parts, whole), *has_shares, lead)?),
            Field::Share {
                part,
                whole,
                called,
            } => printed_only(self.share(name, (part, whole), called)?),
            Field::Persons(most) => self.persons(name, *most)?,
            Field::Own(own) => self.own(name, *own).value,
        })
    }

    /// A count by its name.
    pub(super) fn count(&self, name: &str) -> Option<u32> {
        match self.prose.field(name)? {
            Field::Taken(form, figure) => figure_of(self.source.figures(self.unit, form)?, figure),
            _ => self
                .source
                .figures(self.unit, self.form.id())?
                .table
                .total(name),
        }
    }

    fn counted(&self, name: &str) -> Option<Piece> {
        let cell = self.prose.field(name)?.cell(name);
        Some(Piece::of(cell, self.count(name)?.to_string()))
    }

    /// The counts that another is divided into; nothing where there is nobody.
    fn divided(
        &self,
        name: &str,
        (parts, whole): (&[String], &str),
        has_shares: bool,
        lead: &str,
    ) -> Option<Vec<Piece>> {
        let counts: Vec<u32> = parts
            .iter()
            .map(|part| self.count(part))
            .collect::<Option<_>>()?;
        let whole = self.count(whole)?;
        if whole == 0 {
            return Some(Vec::new());
        }
        let mut pieces = vec![Piece::plain(lead)];
        for (at, (part, share)) in parts.iter().zip(shares(&counts, whole)).enumerate() {
            if at > 0 {
                pieces.push(Piece::plain("、"));
            }
            pieces.extend([
                Piece::plain(label(part)),
                self.counted(part)?,
                Piece::plain("名"),
            ]);
            if let Some(share) = share.filter(|_| has_shares) {
                let share = Piece::of(cell_of_part(name, part), percent(share));
                pieces.extend([Piece::plain("（占"), share, Piece::plain("）")]);
            }
        }
        Some(pieces)
    }

    /// A share and what it is a share of; nothing where there is nobody.
    fn share(&self, name: &str, (part, whole): (&str, &str), called: &str) -> Option<Vec<Piece>> {
        let is_taken = matches!(self.prose.field(whole), Some(Field::Taken(..)));
        let listed = match is_taken {
            true => "",
            false => self.listed().value,
        };
        let cell = self.prose.field(name)?.cell(name);
        let share = shares(&[self.count(part)?], self.count(whole)?)[0];
        Some(share.map_or_else(Vec::new, |share| {
            let percent = Piece::of(cell, percent(share));
            vec![Piece::plain(format!("，占{listed}{called}的")), percent]
        }))
    }

    /// Names between brackets: all, or the first and how many there are.
    fn persons(&self, name: &str, most: usize) -> Option<Value> {
        let people = self.people(name)?;
        let cell = self.prose.field(name)?.cell(name);
        let mut pieces = Vec::new();
        for (at, person) in people.iter().take(most).enumerate() {
            pieces.push(Piece::plain(if at == 0 { "（" } else { "、" }));
            let text = printed::name(person.member.name.as_ref());
            pieces.push(Piece::within(cell.clone(), text));
        }
        if people.len() > most {
            pieces.extend([Piece::plain("等"), self.counted(name)?, Piece::plain("名")]);
        }
        if !pieces.is_empty() {
            pieces.push(Piece::plain("）"));
        }
        Some(Value {
            number: i64::from(self.count(name)?),
            pieces,
            is_missing: false,
        })
    }

    /// Those who are counted under a name, in the order of their files.
    pub fn people(&self, name: &str) -> Option<Vec<Person<'a>>> {
        let table = self.source.table(self.form.id())?;
        let people = self.source.people(self.unit)?;
        let counts = |person: &Person<'_>| {
            let counted = table.counts_in(name, person);
            counted.is_some_and(|counted| counted.value.is_yes())
        };
        Some(people.filter(counts).collect())
    }

    /// What the organisation or the round says, and by which keys.
    pub fn own(&self, name: &str, own: Own) -> Traced<Value> {
        let of = |ask: fn(Noted<'_, Organisation>) -> String| {
            noting(|notes| ask(Noted::on(self.organisation, notes)))
        };
        let day = |day: Traced<chrono::NaiveDate>| day.map(printed::long_day);
        let round = self.source.workspace.round();
        let of_round = |ask: fn(Noted<'_, crate::model::round::Round>) -> String| {
            let text = round.map(|round| noting(|notes| ask(Noted::on(round, notes))));
            text.unwrap_or_else(|| Traced::constant(String::new()))
        };
        let text = match own {
            Own::Name => of(|unit| printed::text(unit.name())),
            Own::ShortName => of(|unit| unit.title().to_owned()),
            Own::Secretary => of(|unit| printed::text(unit.secretary())),
            Own::FilledBy => of(|unit| printed::text(unit.filled_by())),
            Own::Phone => of(|unit| printed::telephone(unit.phone())),
            Own::FilledOn => day(self.reference.filled_on),
            Own::Baseline => day(self.reference.baseline),
            Own::SearchEnded => day(self.reference.search_ended),
            Own::AwayFrom => day(self.reference.away_from),
            Own::Round => of_round(|round| printed::text(round.name())),
            Own::Number => of_round(|round| printed::text(round.number())),
            Own::Listed => self.listed().map(str::to_owned),
            Own::Branches => return self.branches(name),
            Own::Reporting => return self.reporting(name),
            Own::Stages => return self.stages(name),
        };
        text.map(|text| Value {
            // Words that are said of some units alone leave no hole in others.
            is_missing: text.is_empty() && own != Own::Listed,
            ..printed_only(match text.is_empty() {
                true => Vec::new(),
                false => vec![Piece::short(cell_of_own(name), text)],
            })
        })
    }

    fn branches(&self, name: &str) -> Traced<Value> {
        let workspace = self.source.workspace;
        let within = workspace.within(self.unit).into_iter();
        let mut keys = Keys::NONE;
        let is_branch = |unit: &UnitId| {
            let organisation = workspace.units[*unit].organisation.record.as_ref();
            organisation.is_some_and(|organisation| {
                let kind = noting(|notes| Noted::on(organisation, notes).kind().given().copied());
                keys = keys.join(kind.keys);
                kind.value == Some(OrganisationKind::Branch)
            })
        };
        let count = within.filter(is_branch).count();
        let piece = Piece::of(cell_of_own(name), count.to_string());
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        let value = Value {
            number,
            pieces: vec![piece],
            is_missing: false,
        };
        Traced::constant(value).joined(keys)
    }

    /// What is said before counts of members where some units have none on file.
    fn listed(&self) -> Traced<&'static str> {
        self.reporting("")
            .map(|units| if units.number > 0 { "有名册的" } else { "" })
    }

    fn stages(&self, name: &str) -> Traced<Value> {
        let Some(round) = self.source.workspace.round() else {
            return Traced::constant(Value::default());
        };
        let all = noting(|notes| {
            let stages = Noted::on(round, notes).stages();
            let one = |stage: Noted<'_, Stage>| {
                let [from, to] = [stage.begins(), stage.ends()]
                    .map(|day| day.given().copied().map(printed::long_day));
                let days = from.zip(to).map(|(from, to)| format!("（{from}至{to}）"));
                printed::text(stage.name()) + &days.unwrap_or_default()
            };
            stages.iter().map(one).collect::<Vec<_>>()
        });
        all.map(|all| Value {
            number: i64::try_from(all.len()).unwrap_or(i64::MAX),
            pieces: vec![Piece::within(cell_of_own(name), all.join("、"))],
            is_missing: all.is_empty(),
        })
    }

    fn reporting(&self, name: &str) -> Traced<Value> {
        let workspace = self.source.workspace;
        let within = workspace.within(self.unit).into_iter();
        let reporting = within.filter(|unit| workspace.units[*unit].figures.is_some());
        let mut value = Value::default();
        let mut keys = Keys::NONE;
        for organisation in reporting.filter_map(|unit| self.source.organisation(unit)) {
            let title = noting(|notes| Noted::on(organisation, notes).title().to_owned());
            keys = keys.join(title.keys);
            if value.number > 0 {
                value.pieces.push(Piece::plain("、"));
            }
            value.number += 1;
            let title = Piece::within(cell_of_own(name), title.value);
            value.pieces.push(title);
        }
        value.is_missing = value.number == 0;
        Traced::constant(value).joined(keys)
    }
}

/// What of the name of a count is printed: like parts of several wholes have names that
/// differ behind `_`.
fn label(name: &str) -> &str {
    name.split_once('_').map_or(name, |(label, _)| label)
}

/// What is no number: conditions can ask whether anything of it is printed.
fn printed_only(pieces: Vec<Piece>) -> Value {
    Value {
        number: i64::from(!pieces.is_empty()),
        pieces,
        is_missing: false,
    }
}

/// A figure of a table by its name: a column's total, or a count beside it.
pub fn figure_of(figures: &Figures, name: &str) -> Option<u32> {
    let beside = name.split_once('.');
    let beside = beside.and_then(|(block, count)| figures.count(block, count));
    beside.or_else(|| figures.table.total(name))
}
