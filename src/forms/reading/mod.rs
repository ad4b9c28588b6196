//! From a `form.yaml` as it stands in the file to a declaration ready for use.
//! All faults of a file are found at once, each at its place.

mod cards;
mod columns;
mod document;
mod keys;
mod known;
mod pairs;
mod points;
mod several;
mod tables;

pub use cards::is_reserved;

use super::cells::{heads, leaves};
use super::declaration::{Column, Declaration};
use super::kinds::Kind;
use super::source::{FormSource, Paper, Scope};

use crate::check::Finding;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::derive::named::NamedFact;
use crate::expression::{ColumnNames, Expression, Figure, MemberNames, Name, Names, Type};
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::handle::RegisterId;
use crate::model::node::Span;
use crate::model::scalars::Formula;
use crate::model::value::{Given as _, Value};
use crate::tabulate::{Condition, Population, Who};

pub use known::Known;

/// Faults with their places.
pub type Faults = Vec<(Span, Finding)>;

/// The keys that a form adds to members.
pub fn custom(source: &FormSource, faults: &mut Faults) -> CustomKeys {
    let mut keys = CustomKeys::new();
    for (key, _, words, is_list) in &source.custom.entries {
        let texts = words.iter().map(|word| word.text.clone());
        let of = match (is_list, words.first()) {
            (true, _) => CustomType::Choice(texts.collect()),
            (false, None) => continue,
            (false, Some(word)) => match word.text.as_str() {
                "文字" => CustomType::Text,
                "数" => CustomType::Number,
                "日期" => CustomType::Date,
                "是否" => CustomType::Flag,
                other => {
                    let fault = DeclarationFault::CustomType(other.to_owned());
                    faults.push((word.span, fault.into()));
                    continue;
                }
            },
        };
        keys.insert(key.clone(), of);
    }
    keys
}

/// A form's declaration, and where it asks for the rows of other forms.
pub struct Declared {
    /// The declaration.
    pub declaration: Declaration,
    /// The other forms.
    pub asks_for: Vec<(RegisterId, Span)>,
    /// The tables of a form of several.
    pub tables: Vec<Declared>,
}

/// The declaration; none where something that it cannot do without is missing.
/// `text` is the file's.
pub fn declaration(
    source: &FormSource,
    text: &str,
    known: &Known,
    faults: &mut Faults,
) -> Option<Declared> {
    let scope = *source.scope.given()?;
    let paper = *source.paper.given()?;
    let mut reading = Reading::of(text, known, faults);
    let kind = source.kind(scope);
    reading.keys(source, kind);
    let declaration = match kind {
        Kind::Document => reading.document(source, (scope, paper))?,
        Kind::Points => {
            reading.pairs(source, paper);
            reading.widths(source, paper);
            reading.points(source, (scope, paper))?
        }
        Kind::Several => {
            reading.several(source, scope);
            reading.one(source, known, (scope, paper))?
        }
        _ => {
            reading.needed(source, scope);
            reading.one(source, known, (scope, paper))?
        }
    };
    let mut asks_for = reading.asks_for;
    let tables = several::tables(source, paper, (text, known), faults);
    asks_for.extend(tables.iter().flat_map(|table| &table.asks_for));
    Some(Declared {
        declaration,
        asks_for,
        tables,
    })
}

/// A text; empty where it is missing, which is told.
fn given<T>(value: Option<&Value<T>>) -> String {
    value.map(|value| value.text.clone()).unwrap_or_default()
}

fn texts(values: &[Value<Formula>]) -> Vec<String> {
    values.iter().map(|value| value.text.clone()).collect()
}

struct Reading<'a> {
    text: &'a str,
    faults: &'a mut Faults,
    asks_for: Vec<(RegisterId, Span)>,
    names: MemberNames<'a>,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str, known: &'a Known, faults: &'a mut Faults) -> Self {
        Self {
            text,
            faults,
            asks_for: Vec::new(),
            names: MemberNames {
                custom: &known.custom,
                forms: &known.forms,
                list: None,
            },
        }
    }
}

impl Reading<'_> {
    /// The declaration of a form of one table, or of what the tables of one share.
    fn one(
        &mut self,
        source: &FormSource,
        known: &Known,
        (scope, paper): (Scope, Paper),
    ) -> Option<Declaration> {
        self.pairs(source, paper);
        self.widths(source, paper);
        if scope == Scope::Branch {
            self.names_once(source.columns.iter().filter_map(|column| {
                let key = column.key.as_ref().map(|key| (&key.text, key.span));
                let head = || column.head.as_ref().map(|head| (&head.text, head.span));
                let (text, span) = key.or_else(head)?;
                Some((text.replace('\n', ""), span))
            }));
        }
        if let Some(rows) = &source.rows {
            let names = rows.values.iter().flat_map(|row| &row.name);
            let names = names.chain(&rows.total);
            self.names_once(names.map(|name| (name.text.clone(), name.span)));
        }
        let cells = self.cells(source);
        let who = Who {
            of: self.populations(&source.members),
            condition: self.condition(source.filter.as_ref()),
            apart_from: Vec::new(),
        };
        let entries = self.entries(source);
        let all_levels = source.all_levels.given() == Some(&true);
        if let Some(group) = source.group.as_ref().filter(|_| all_levels) {
            self.fault(group.span, DeclarationFault::GroupedByBranch);
        }
        let population = self.populations(&source.population);
        let columns: Vec<Column> = source
            .columns
            .iter()
            .map(|column| self.column(column, scope))
            .collect();
        let handed_up = source.handed_up.given() == Some(&true);
        let rows = source.rows.as_ref();
        let rows = rows.and_then(|rows| self.rows(rows));
        let beside = self.beside(source);
        let names = ColumnNames {
            columns: leaves(&columns)
                .iter()
                .filter_map(|leaf| leaf.name.clone())
                .collect(),
            numbered: source.numbered.given() == Some(&true),
            heads: heads(&columns),
            beside: beside
                .iter()
                .flat_map(|block| {
                    block
                        .counts
                        .iter()
                        .map(|(name, _)| (block.name.clone(), name.clone()))
                })
                .collect(),
            forms: known.forms.clone(),
            tables: known.tables.clone(),
            of_entries: known.of_entries.clone(),
        };
        if let Some(first) = source.corner.first().filter(|_| source.corner.len() != 2) {
            let last = source.corner.get(2).unwrap_or(first);
            self.fault(last.span, DeclarationFault::Corner);
        }
        self.sums(source, scope, &names.columns);
        let of_units = rows.as_ref().is_some_and(|rows| rows.of_units);
        if scope == Scope::Organisation {
            self.all_taken(source, of_units);
        }
        Some(Declaration {
            id: source.id.as_ref()?.text.clone(),
            title: given(source.title.as_ref()),
            paper,
            scope,
            who,
            entries,
            reserved: self.reserved(source),
            beside,
            relations: self.relations(source, &names),
            sort: source.sort.iter().filter_map(|by| self.order(by)).collect(),
            all_levels,
            group: source.group.as_ref().and_then(|by| self.member(by)),
            copies: u32::try_from(self.count(source.copies.as_ref())).unwrap_or(1),
            pages: self.count(source.pages.as_ref()),
            output: given(source.output.as_ref()),
            cells,
            columns,
            rows,
            rows_at: source.rows.as_ref().map_or(source.place, |rows| rows.place),
            population,
            head: texts(&source.head),
            foot: texts(&source.foot),
            handed_up,
            has_notes: source.notes.is_some(),
            is_optional: source.optional.given() == Some(&true),
            is_stamped: source.stamped.given() == Some(&true),
            prose: None,
            points: None,
        })
    }

    fn fault(&mut self, span: Span, fault: DeclarationFault) {
        self.faults.push((span, fault.into()));
    }

    /// What forms of a scope cannot be without.
    fn needed(&mut self, source: &FormSource, scope: Scope) {
        let place = source
            .scope
            .as_ref()
            .map_or(source.place, |scope| scope.span);
        if scope == Scope::Organisation && source.rows.is_none() {
            self.fault(place, DeclarationFault::NoRows);
        }
        if scope != Scope::Member && source.columns.is_empty() {
            self.fault(place, DeclarationFault::NoColumns);
        }
    }

    /// Facts, or the ids of forms whose rows are meant.
    fn populations(&mut self, names: &[Value<Formula>]) -> Vec<Population> {
        let mut populations = Vec::new();
        for name in names {
            let fact = NamedFact::find(&name.text).filter(|fact| fact.is_population());
            match (fact, self.names.forms.find(|id| *id == name.text)) {
                (Some(fact), _) => populations.push(Population::Fact(fact)),
                (None, Some(form)) => {
                    self.asks_for.push((form, name.span));
                    populations.push(Population::Form(name.text.clone(), form));
                }
                (None, None) => {
                    self.fault(name.span, DeclarationFault::Population(name.text.clone()));
                }
            }
        }
        populations
    }

    /// Cells are known by the names of their columns and rows: no two have one.
    fn names_once(&mut self, names: impl Iterator<Item = (String, Span)>) {
        let mut known: Vec<String> = Vec::new();
        for (name, span) in names {
            if known.contains(&name) {
                self.fault(span, DeclarationFault::NameTwice(name.clone()));
            }
            known.push(name);
        }
    }

    fn condition(&mut self, value: Option<&Value<Formula>>) -> Condition {
        let expression = value.and_then(|value| {
            let read = self.member(value)?;
            self.of_type(value, read, Type::Flag)
        });
        Condition { expression }
    }

    fn member(&mut self, value: &Value<Formula>) -> Option<Expression> {
        let names = self.names;
        self.expression(value, &names)
    }

    fn expression(&mut self, value: &Value<Formula>, names: &dyn Names) -> Option<Expression> {
        self.read(value, &value.text, names)
    }

    /// Reads the last part of a value as an expression. Its faults are told at
    /// their places.
    fn read(
        &mut self,
        value: &Value<Formula>,
        text: &str,
        names: &dyn Names,
    ) -> Option<Expression> {
        match Expression::read(text, names) {
            Ok(expression) => {
                let names = expression.names();
                let forms = names.iter().filter_map(|name| match name {
                    Name::Form(_, form) | Name::Of(Figure::Rows(_, form)) => Some(*form),
                    _ => None,
                });
                self.asks_for.extend(forms.map(|form| (form, value.span)));
                Some(expression)
            }
            Err(fault) => {
                let shown = text.get(fault.range.clone()).unwrap_or_default();
                let start = value.span.range().start;
                let rest = self.text.get(start..).unwrap_or_default();
                // Over several lines the text does not stand in the file as it reads:
                // then the piece at fault is looked for.
                let at = match rest.find(text).filter(|at| *at < 8) {
                    Some(at) => Some(at + fault.range.start),
                    None => rest.find(shown).filter(|_| !shown.is_empty()),
                };
                let span = at.map_or(value.span, |at| {
                    Span::new(start + at, start + at + shown.len())
                });
                self.fault(span, DeclarationFault::Expression(fault));
                None
            }
        }
    }

    fn of_type(
        &mut self,
        value: &Value<Formula>,
        expression: Expression,
        expected: Type,
    ) -> Option<Expression> {
        if expression.of == expected {
            return Some(expression);
        }
        self.fault(value.span, DeclarationFault::Type(expected, expression.of));
        None
    }

    fn count(&mut self, value: Option<&Value<i32>>) -> usize {
        let Some((value, number)) = value.and_then(|value| Some((value, *value.get()?))) else {
            return 1;
        };
        match usize::try_from(number) {
            Ok(number) if number > 0 => number,
            _ => {
                self.fault(value.span, DeclarationFault::BelowOne(value.text.clone()));
                1
            }
        }
    }
}
