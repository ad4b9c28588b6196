//! From a `form.yaml` as it stands in the file to a declaration ready for use.
//! All faults of a file are found at once, each at its place.

use super::cells::{PAIRS, RECONCILIATION, SUPPLEMENT, leaves};
use super::declaration::{Column, Declaration, RowAxis};
use super::source::{
    ColumnSource, FormSource, Paper, ReconciledSource, RelationLevel, RelationSource, RowsSource,
    Scope,
};
use super::{card_cell, register_cell};
use crate::check::Finding;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::derive::datum::Named;
use crate::expression::{ColumnNames, Expression, Figure, MemberNames, Name, Names, Type};
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::nearest::nearest;
use crate::model::node::Span;
use crate::model::value::{Given as _, Value};
use crate::tabulate::relations::Relation;
use crate::tabulate::{Block, Condition, Population, Who};

/// Width of the type area in mm.
fn room(paper: Paper) -> f64 {
    match paper {
        Paper::Portrait => 156.0,
        Paper::Landscape => 225.0,
    }
}

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

/// What all forms have said of themselves before one of them is read.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The keys that forms add to members.
    pub custom: CustomKeys,
    /// The ids of the forms that are about members.
    pub forms: Vec<String>,
    /// The columns of all tables, by id.
    pub tables: Vec<(String, Vec<String>)>,
}

impl Known {
    /// Notes a form.
    pub fn add(&mut self, source: &FormSource) {
        let Some((id, scope)) = source.id.as_ref().zip(source.scope.given()) else {
            return;
        };
        match scope {
            Scope::Organisation => {
                let leaves = sources(&source.columns);
                let names = leaves.iter().filter_map(|leaf| leaf.name.as_ref());
                let names = names.map(|name| name.text.clone()).collect();
                self.tables.push((id.text.clone(), names));
            }
            Scope::Member | Scope::Branch => self.forms.push(id.text.clone()),
        }
    }
}

/// A form's declaration, and where it asks for the rows of other forms: their places
/// among those about members.
pub struct Declared {
    /// The declaration.
    pub declaration: Declaration,
    /// The other forms.
    pub asks_for: Vec<(usize, Span)>,
}

/// The declaration; none where something that it cannot do without is missing.
/// `text` is the file's.
pub fn declaration(
    source: &FormSource,
    text: &str,
    known: &Known,
    faults: &mut Faults,
) -> Option<Declared> {
    let mut reading = Reading {
        text,
        faults,
        asks_for: Vec::new(),
        names: MemberNames {
            custom: &known.custom,
            forms: &known.forms,
        },
    };
    let scope = *source.scope.given()?;
    let paper = *source.paper.given()?;
    reading.scopes(source, scope);
    for pair in source.head.iter().chain(&source.foot) {
        if !PAIRS.contains(&pair.text.as_str()) {
            reading.fault(pair.span, DeclarationFault::Pair(pair.text.clone()));
        }
    }
    for cell in &source.cells {
        if !card_cell::names().any(|known| known == cell.text) {
            let near = nearest(&cell.text, card_cell::names());
            reading.fault(cell.span, DeclarationFault::Cell(cell.text.clone(), near));
        }
    }
    if scope == Scope::Branch {
        reading.widths(source, paper);
        reading.names_once(source.columns.iter().filter_map(|column| {
            let shown = column.key.as_ref().or(column.head.as_ref())?;
            Some((shown.text.replace('\n', ""), shown.span))
        }));
    }
    if let Some(rows) = &source.rows {
        let names = rows.values.iter().chain(&rows.total);
        reading.names_once(names.map(|name| (name.text.clone(), name.span)));
    }
    let population = reading.populations(&source.population);
    let columns: Vec<Column> = source
        .columns
        .iter()
        .map(|column| reading.column(column, scope))
        .collect();
    let rows = source.rows.as_ref().and_then(|rows| reading.rows(rows));
    let beside = reading.beside(source);
    let names = ColumnNames {
        columns: leaves(&columns)
            .iter()
            .filter_map(|leaf| leaf.name.clone())
            .collect(),
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
    };
    reading.sums(source, &names.columns);
    let declaration = Declaration {
        id: source.id.as_ref()?.text.clone(),
        title: source.title.as_ref()?.text.clone(),
        paper,
        scope,
        who: Who {
            of: reading.populations(&source.members),
            condition: reading.condition(source.filter.as_ref()),
            apart_from: Vec::new(),
        },
        reserved: reading.reserved(source),
        beside,
        relations: reading.relations(source, &names),
        sort: source
            .sort
            .iter()
            .filter_map(|by| reading.order(by))
            .collect(),
        group: source.group.as_ref().and_then(|by| reading.member(by)),
        copies: u32::try_from(reading.count(source.copies.as_ref())).unwrap_or(1),
        pages: reading.count(source.pages.as_ref()),
        output: source.output.as_ref()?.text.clone(),
        cells: texts(&source.cells),
        columns,
        rows,
        population,
        head: texts(&source.head),
        foot: texts(&source.foot),
        handed_up: source.handed_up.given() == Some(&true),
        has_notes: source.notes.is_some(),
    };
    let asks_for = reading.asks_for;
    Some(Declared {
        declaration,
        asks_for,
    })
}

/// The heads of a header tree, each with the leaves below it.
fn heads(columns: &[Column]) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for column in columns.iter().filter(|column| !column.children.is_empty()) {
        let below = leaves(&column.children).into_iter();
        let below = below.filter_map(|leaf| leaf.name.clone()).collect();
        all.push((column.head.clone(), below));
        all.extend(heads(&column.children));
    }
    all
}

fn texts(values: &[Value<String>]) -> Vec<String> {
    values.iter().map(|value| value.text.clone()).collect()
}

struct Reading<'a> {
    text: &'a str,
    faults: &'a mut Faults,
    asks_for: Vec<(usize, Span)>,
    names: MemberNames<'a>,
}

impl Reading<'_> {
    fn fault(&mut self, span: Span, fault: DeclarationFault) {
        self.faults.push((span, fault.into()));
    }

    /// Keys that stand in a form of another scope.
    fn scopes(&mut self, source: &FormSource, scope: Scope) {
        let first = |values: &[Value<String>]| values.first().map(|value| value.span);
        let of_text = |value: &Option<Value<String>>| value.as_ref().map(|value| value.span);
        let reserved = source.reserved.entries.first().map(|(_, span, _)| *span);
        let members = [(first(&source.cells), "格"), (reserved, "仅限")];
        let members = members.map(|(span, key)| (span, key, Scope::Member, "党员"));
        let branch = [
            (first(&source.sort), "排序"),
            (of_text(&source.group), "分组"),
        ];
        let table = [
            (source.rows.as_ref().map(|rows| rows.place), "行"),
            (first(&source.population), "人群"),
            (
                source.relations.0.first().map(|relation| relation.place),
                "关系",
            ),
            (source.reconciled.as_ref().map(|block| block.place), "对账"),
        ];
        let branch = branch.map(|(span, key)| (span, key, Scope::Branch, "党支部"));
        let table = table.map(|(span, key)| (span, key, Scope::Organisation, "组织"));
        for (span, key, of, word) in members.into_iter().chain(branch).chain(table) {
            if let Some(span) = span.filter(|_| of != scope) {
                self.fault(span, DeclarationFault::ScopeOfKey(key, word));
            }
        }
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
    fn populations(&mut self, names: &[Value<String>]) -> Vec<Population> {
        let mut populations = Vec::new();
        for name in names {
            let fact = Named::find(&name.text).filter(|fact| fact.is_population());
            let mut forms = self.names.forms.iter();
            match (fact, forms.position(|id| *id == name.text)) {
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

    /// The cells that only some members have, each one that the form has.
    fn reserved(&mut self, source: &FormSource) -> Vec<(String, Who)> {
        let mut reserved = Vec::new();
        for (name, span, who) in &source.reserved.entries {
            let is_it = |cell: &str| is_reserved(cell, name);
            let given = source.cells.iter().map(|cell| cell.text.as_str());
            let is_there = match source.cells.is_empty() {
                true => card_cell::names().any(is_it),
                false => given.clone().any(is_it),
            };
            if !is_there {
                let near = nearest(name, card_cell::names());
                self.fault(*span, DeclarationFault::Cell(name.clone(), near));
            }
            let who = Who {
                of: self.populations(who),
                ..Who::default()
            };
            reserved.push((name.clone(), who));
        }
        reserved
    }

    /// The blocks of counts beside a table.
    fn beside(&mut self, source: &FormSource) -> Vec<Block<Who>> {
        let mut blocks = Vec::new();
        let supplement = source.supplement.entries.iter();
        let counts: Vec<(String, Who)> = supplement
            .map(|(name, _, block)| {
                let who = Who {
                    of: self.populations(&block.population),
                    ..Who::default()
                };
                (name.clone(), who)
            })
            .collect();
        if !counts.is_empty() {
            blocks.push(Block {
                name: SUPPLEMENT.to_owned(),
                counts,
                equal: None,
                shown_for: Vec::new(),
            });
        }
        blocks.extend(
            source
                .reconciled
                .as_ref()
                .map(|block| self.reconciled(block)),
        );
        blocks
    }

    /// Those of some registers, and the counts that they are divided into: the one
    /// without a condition takes who is left.
    fn reconciled(&mut self, source: &ReconciledSource) -> Block<Who> {
        let names = source
            .equal
            .iter()
            .chain(source.parts.iter().flat_map(|part| &part.name));
        self.names_once(names.map(|name| (name.text.clone(), name.span)));
        let all = self.populations(&source.equal);
        let equal = source.equal.iter().zip(&all).map(|(name, one)| {
            let who = Who {
                of: vec![one.clone()],
                ..Who::default()
            };
            (name.text.clone(), who)
        });
        let mut counts: Vec<(String, Who)> = equal.collect();
        let conditions: Vec<Option<Condition>> = source
            .parts
            .iter()
            .map(|part| {
                let given = part.condition.as_ref();
                given.map(|condition| self.condition(Some(condition)))
            })
            .collect();
        if conditions
            .iter()
            .filter(|condition| condition.is_none())
            .count()
            != 1
        {
            self.fault(source.place, DeclarationFault::NoRest);
        }
        let others = || conditions.iter().flatten().cloned();
        let mut shown_for = Vec::new();
        for (part, condition) in source.parts.iter().zip(&conditions) {
            let Some(name) = &part.name else { continue };
            if part.shown.given() == Some(&true) {
                shown_for.push(counts.len());
            }
            let who = match condition {
                Some(condition) => Who {
                    of: all.clone(),
                    condition: condition.clone(),
                    apart_from: Vec::new(),
                },
                None => Who {
                    of: all.clone(),
                    condition: Condition::default(),
                    apart_from: others().collect(),
                },
            };
            counts.push((name.text.clone(), who));
        }
        Block {
            name: RECONCILIATION.to_owned(),
            counts,
            equal: Some(source.equal.len()),
            shown_for,
        }
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

    /// The columns of a register have widths, and room on the page.
    fn widths(&mut self, source: &FormSource, paper: Paper) {
        let mut all = 0.0;
        for column in &source.columns {
            let Some(width) = &column.width else { continue };
            match width.text.parse::<f64>() {
                Ok(number) if number.is_finite() && number > 0.0 => all += number,
                _ => self.fault(width.span, DeclarationFault::Width(width.text.clone())),
            }
        }
        let mut widths = source
            .columns
            .iter()
            .filter_map(|column| column.width.as_ref());
        if let Some(last) = widths.next_back().filter(|_| all > room(paper) + 0.001) {
            self.fault(last.span, DeclarationFault::TooWide(all, room(paper)));
        }
    }

    fn column(&mut self, source: &ColumnSource, scope: Scope) -> Column {
        let value = source.value.as_ref().and_then(|value| self.member(value));
        let key = source.key.as_ref();
        let value = match (scope, key) {
            (Scope::Branch, Some(key)) if value.is_none() && source.value.is_none() => {
                self.of_key(key)
            }
            (Scope::Branch, None) if source.value.is_none() => {
                self.fault(source.place, DeclarationFault::EmptyColumn);
                None
            }
            _ => value,
        };
        let population = self.populations(&source.population);
        let head = source.head.as_ref().map(|head| head.text.replace('\n', ""));
        Column {
            key: key
                .map(|key| key.text.clone())
                .or(head)
                .filter(|_| scope == Scope::Branch),
            value,
            format: source.format.given().copied(),
            head: source
                .node_head
                .as_ref()
                .map_or_else(String::new, |head| head.text.replace('\n', "")),
            name: source.name.as_ref().map(|name| name.text.clone()),
            population,
            condition: self.condition(source.condition.as_ref()),
            sum: texts(&source.sum),
            split: source.split.given().copied(),
            children: source
                .children
                .iter()
                .map(|child| self.column(child, scope))
                .collect(),
        }
    }

    /// What a column with a key prints: a column that the program knows needs no
    /// expression, any other key is one.
    fn of_key(&mut self, key: &Value<String>) -> Option<Expression> {
        if register_cell::names().any(|name| name == key.text) {
            return None;
        }
        if let Some((_, of)) = self.names.find(&key.text)
            && of != Type::Blocks
        {
            let quoted = format!("`{}`", key.text);
            let read = Expression::read(&quoted, &self.names);
            return read
                .map_err(|fault| self.fault(key.span, DeclarationFault::Expression(fault)))
                .ok();
        }
        let near = nearest(&key.text, register_cell::names()).map(str::to_owned);
        let near = near.or_else(|| self.names.near(&key.text));
        self.fault(key.span, DeclarationFault::Column(key.text.clone(), near));
        None
    }

    fn rows(&mut self, source: &RowsSource) -> Option<RowAxis> {
        let by = self.member(source.by.as_ref()?)?;
        let place = source.by.as_ref().map_or(source.place, |by| by.span);
        match by.of {
            Type::Text(words) => {
                for value in &source.values {
                    if !words.is_empty() && !words.contains(&value.text.as_str()) {
                        let near = nearest(&value.text, words.iter().copied());
                        let fault = DeclarationFault::RowNever(value.text.clone(), near);
                        self.fault(value.span, fault);
                    }
                }
            }
            of => self.fault(place, DeclarationFault::Type(Type::Text(&[]), of)),
        }
        if let Some(otherwise) = &source.otherwise
            && !source
                .values
                .iter()
                .any(|value| value.text == otherwise.text)
        {
            let fault = DeclarationFault::RowNever(otherwise.text.clone(), None);
            self.fault(otherwise.span, fault);
        }
        Some(RowAxis {
            by,
            values: texts(&source.values),
            total: source.total.as_ref()?.text.clone(),
            otherwise: source.otherwise.as_ref().map(|value| value.text.clone()),
        })
    }

    /// Leaves have names of their own, and sums are of columns that are there.
    fn sums(&mut self, source: &FormSource, leaves: &[String]) {
        let sources = sources(&source.columns);
        let names = sources.iter().filter_map(|leaf| leaf.name.as_ref());
        self.names_once(names.map(|name| (name.text.clone(), name.span)));
        for part in sources.iter().flat_map(|leaf| &leaf.sum) {
            if !leaves.contains(&part.text) {
                let near = nearest(&part.text, leaves.iter().map(String::as_str));
                let fault = DeclarationFault::Leaf(part.text.clone(), near.map(str::to_owned));
                self.fault(part.span, fault);
            }
        }
    }

    /// Relations are about figures that are there.
    fn relations(&mut self, source: &FormSource, names: &ColumnNames) -> Vec<Relation> {
        let read = |relation: &RelationSource| {
            let value = relation.expression.as_ref()?;
            let read = self.expression(value, names)?;
            Some(Relation {
                expression: self.of_type(value, read, Type::Flag)?,
                only_total: relation.only_total.given() == Some(&true),
                is_warning: relation.level.given() == Some(&RelationLevel::Warning),
            })
        };
        source.relations.0.iter().filter_map(read).collect()
    }

    fn condition(&mut self, value: Option<&Value<String>>) -> Condition {
        let expression = value.and_then(|value| {
            let read = self.member(value)?;
            self.of_type(value, read, Type::Flag)
        });
        Condition { expression }
    }

    /// By what rows are sorted: `-` before it turns the order round.
    fn order(&mut self, value: &Value<String>) -> Option<(Expression, bool)> {
        let text = value.text.trim_start_matches('-');
        let down = text.len() < value.text.len();
        let read = self.read(value, text, &self.names.clone())?;
        Some((read, down))
    }

    fn member(&mut self, value: &Value<String>) -> Option<Expression> {
        let names = self.names;
        self.expression(value, &names)
    }

    fn expression(&mut self, value: &Value<String>, names: &dyn Names) -> Option<Expression> {
        self.read(value, &value.text, names)
    }

    /// Reads the last part of a value as an expression. Its faults are told at
    /// their places.
    fn read(&mut self, value: &Value<String>, text: &str, names: &dyn Names) -> Option<Expression> {
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
        value: &Value<String>,
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

/// Whether a cell is reserved under a name: by its own, or by that of its block.
pub fn is_reserved(cell: &str, name: &str) -> bool {
    let rest = cell.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// All nodes of a header tree.
fn sources(columns: &[ColumnSource]) -> Vec<&ColumnSource> {
    let mut all = Vec::new();
    for column in columns {
        all.push(column);
        all.extend(sources(&column.children));
    }
    all
}
