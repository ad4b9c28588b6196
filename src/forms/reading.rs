//! From a `form.yaml` as it stands in the file to a declaration ready for use.
//! All faults of a file are found at once, each at its place.

use super::cells::PAIRS;
use super::declaration::{Column, Declaration, RowAxis};
use super::source::{ColumnSource, FormSource, Paper, RowsSource, Scope};
use super::{card_cell, register_cell};
use crate::check::Finding;
use crate::check::finding::DeclarationFault;
use crate::derive::datum;
use crate::expression::{ColumnNames, Expression, MemberNames, Names, Type};
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::node::Span;
use crate::model::record::nearest;
use crate::model::value::{Given as _, Value};
use crate::tabulate::Condition;

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

/// The declaration; none where something that it cannot do without is missing.
/// `text` is the file's, `custom` are the keys that all forms add.
pub fn declaration(
    source: &FormSource,
    text: &str,
    custom: &CustomKeys,
    faults: &mut Faults,
) -> Option<Declaration> {
    let mut reading = Reading {
        text,
        faults,
        names: MemberNames { custom },
    };
    let scope = *source.scope.given()?;
    let paper = *source.paper.given()?;
    reading.scopes(source, scope);
    let populations = [&source.members, &source.population];
    populations
        .into_iter()
        .for_each(|names| reading.populations(names));
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
    let columns: Vec<Column> = source
        .columns
        .iter()
        .map(|column| reading.column(column, scope))
        .collect();
    let rows = source.rows.as_ref().and_then(|rows| reading.rows(rows));
    let leaves = reading.leaves(&columns);
    let relations = reading.relations(source, &leaves);
    let supplement = source.supplement.entries.iter().map(|(name, _, block)| {
        reading.populations(&block.population);
        (name.clone(), texts(&block.population))
    });
    Some(Declaration {
        id: source.id.as_ref()?.text.clone(),
        title: source.title.as_ref()?.text.clone(),
        paper,
        scope,
        members: texts(&source.members),
        supplement: supplement.collect(),
        filter: reading.condition(source.filter.as_ref()),
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
        population: texts(&source.population),
        head: texts(&source.head),
        foot: texts(&source.foot),
        relations,
        reconciled: source.reconciled.given() == Some(&true),
        has_notes: source.notes.is_some(),
    })
}

fn texts(values: &[Value<String>]) -> Vec<String> {
    values.iter().map(|value| value.text.clone()).collect()
}

struct Reading<'a> {
    text: &'a str,
    faults: &'a mut Faults,
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
        let members = (first(&source.cells), "格", Scope::Member, "党员");
        let branch = [
            (first(&source.sort), "排序"),
            (of_text(&source.group), "分组"),
        ];
        let table = [
            (source.rows.as_ref().map(|rows| rows.place), "行"),
            (first(&source.population), "人群"),
            (first(&source.relations), "关系"),
        ];
        let branch = branch.map(|(span, key)| (span, key, Scope::Branch, "党支部"));
        let table = table.map(|(span, key)| (span, key, Scope::Organisation, "组织"));
        for (span, key, of, word) in [members].into_iter().chain(branch).chain(table) {
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

    fn populations(&mut self, names: &[Value<String>]) {
        for name in names
            .iter()
            .filter(|name| !datum::is_population(&name.text))
        {
            self.fault(name.span, DeclarationFault::Population(name.text.clone()));
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
        self.populations(&source.population);
        let head = source.head.as_ref().map(|head| head.text.replace('\n', ""));
        Column {
            key: key
                .map(|key| key.text.clone())
                .or(head)
                .filter(|_| scope == Scope::Branch),
            value,
            format: source.format.given().copied(),
            name: source.name.as_ref().map(|name| name.text.clone()),
            population: texts(&source.population),
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
        if register_cell::is_known(&key.text) {
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
        if !matches!(by.of, Type::Text(_)) {
            let place = source.by.as_ref().map_or(source.place, |by| by.span);
            self.fault(place, DeclarationFault::Type(Type::Text(&[]), by.of));
        }
        Some(RowAxis {
            by,
            values: texts(&source.values),
            total: source.total.as_ref()?.text.clone(),
            otherwise: source.otherwise.as_ref().map(|value| value.text.clone()),
        })
    }

    /// The names of the leaves.
    fn leaves(&mut self, columns: &[Column]) -> Vec<String> {
        let leaves = super::cells::leaves(columns).into_iter();
        leaves.filter_map(|leaf| leaf.name.clone()).collect()
    }

    /// Relations are about columns that are there; so are sums.
    fn relations(&mut self, source: &FormSource, leaves: &[String]) -> Vec<Expression> {
        let mut known: Vec<&String> = Vec::new();
        for leaf in sources(&source.columns) {
            let Some(name) = &leaf.name else { continue };
            if known.contains(&&name.text) {
                self.fault(name.span, DeclarationFault::NameTwice(name.text.clone()));
            }
            known.push(&name.text);
            for part in leaf.sum.iter().filter(|part| !leaves.contains(&part.text)) {
                let near = nearest(&part.text, leaves.iter().map(String::as_str));
                let fault = DeclarationFault::Leaf(part.text.clone(), near.map(str::to_owned));
                self.fault(part.span, fault);
            }
        }
        let names = ColumnNames { columns: leaves };
        let read = source.relations.iter().filter_map(|relation| {
            let read = self.expression(relation, &names)?;
            self.of_type(relation, read, Type::Flag)
        });
        read.collect()
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
            Ok(expression) => Some(expression),
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

/// All nodes of a header tree.
fn sources(columns: &[ColumnSource]) -> Vec<&ColumnSource> {
    let mut all = Vec::new();
    for column in columns {
        all.push(column);
        all.extend(sources(&column.children));
    }
    all
}
