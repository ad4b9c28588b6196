//! The columns of registers and tables.

use super::{Reading, texts};
use crate::check::rules::forms::declaration::{DeclarationFault, Millimetres};
use crate::derive::value::Type;
use crate::expression::{Expression, Names as _, lists};
use crate::forms::declaration::{Collation, Column, Entries, Order, Taken};
use crate::forms::register_cell;
use crate::forms::source::{ColumnSource, FormSource, Format, Paper, RowsSource, Scope};
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::nearest::nearest;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::Keys;
use crate::model::record::Record as _;
use crate::model::scalars::Formula;
use crate::model::value::{Given as _, Value};

/// Widths in mm, as in `layouts/lib`: the numbers of a cross-table's lines; a column that
/// says no width has at least this.
const LINE: f64 = 8.0;
const LEAST: f64 = 5.0;

/// The width in mm of the heads of a cross-table's rows, with so many columns in a room, as
/// in `layouts/lib/crosstable.typ`.
fn row_head(rows: &RowsSource, columns: usize, room: f64) -> f64 {
    const MM_PER_PT: f64 = 25.4 / 72.0;
    let names = rows.values.iter().flat_map(|row| &row.name);
    let names = names.chain(&rows.total).chain(&rows.otherwise);
    let longest = names.map(|name| {
        let count = name.text.chars().count();
        count.div_ceil(count.div_ceil(14).max(1))
    });
    let longest = longest.max().unwrap_or_default().max(4) as f64;
    let of = |size: f64| longest * size * MM_PER_PT + 2.0 * (0.8 + 0.75 * MM_PER_PT);
    match (room - of(10.5)) / columns as f64 >= 12.0 {
        true => of(10.5),
        false => of(9.0),
    }
}

/// The figure of another table: the table's id before a point, then what it is called there.
pub(super) fn taken(value: &Value<Formula>) -> Taken {
    let (table, figure) = value.text.split_once('.').unwrap_or((&value.text, ""));
    Taken {
        table: table.to_owned(),
        figure: figure.to_owned(),
        at: value.span,
    }
}

impl Reading<'_> {
    /// The columns have room on the page: those with a width, and for each other one a
    /// little. `beside` them stands what else the table has.
    pub(super) fn widths(&mut self, source: &FormSource, paper: Paper) {
        let is_column = |node: &&ColumnSource| node.name.is_some() || source.rows.is_none();
        let all = ColumnSource::nodes(&source.columns).into_iter();
        let all: Vec<&ColumnSource> = all.filter(is_column).collect();
        let mut sum = 0.0;
        for width in all.iter().filter_map(|column| column.width.as_ref()) {
            match width.text.parse::<f64>() {
                Ok(number) if number.is_finite() && number > 0.0 => sum += number,
                _ => self.fault(width.span, DeclarationFault::Width(width.text.clone())),
            }
        }
        let numbered = |rows: &RowsSource| rows.numbered.given() == Some(&true);
        let beside = source.rows.as_ref().map_or(0.0, |rows| {
            let line = if numbered(rows) { LINE } else { 0.0 };
            row_head(rows, all.len().max(1), paper.area().0) + line
        });
        let room = paper.area().0 - beside;
        let open = all.iter().filter(|column| column.width.is_none()).count();
        let needed = sum + open as f64 * LEAST;
        let last = all.iter().rev().find_map(|column| column.width.as_ref());
        let last = last.map_or(source.place, |width| width.span);
        if needed > room + 0.001 {
            let fault = match open {
                0 => DeclarationFault::TooWide(Millimetres(sum), Millimetres(room)),
                open => DeclarationFault::TooMany(Millimetres(sum), open, Millimetres(room)),
            };
            self.fault(last, fault);
        }
    }

    pub(super) fn column(&mut self, source: &ColumnSource, scope: Scope) -> Column {
        let value = source.value.as_ref().and_then(|value| self.member(value));
        let key = source.key.as_ref();
        if let Some(format) = &source.format
            && format.get() == Some(&Format::Strike)
        {
            self.fault(format.span, DeclarationFault::StruckColumn);
        }
        if let (Scope::Branch, Some(_), Some(value)) = (scope, key, &source.value) {
            self.fault(value.span, DeclarationFault::KeyAndValue);
        }
        let value = match (scope, key) {
            (Scope::Branch, Some(key)) if source.value.is_none() => {
                self.of_key(key, source.format.as_ref())
            }
            (Scope::Branch, None) if source.value.is_none() => {
                self.fault(source.place, DeclarationFault::EmptyColumn);
                None
            }
            _ => value,
        };
        self.format(source.format.as_ref(), value.as_ref());
        let head = source.head.as_ref();
        if scope == Scope::Branch && head.is_none() {
            self.fault(source.place, DeclarationFault::NoHead("表头"));
        }
        let population = self.populations(&source.population);
        let node = source.node_head.as_ref();
        let head = head.map(|head| (&head.text, head.span));
        let head = head.or(node.map(|head| (&head.text, head.span)));
        let at = head.map_or(source.place, |(_, span)| span);
        let head = head.map(|(head, _)| head.replace('\n', ""));
        let head = head.unwrap_or_default();
        Column {
            key: key
                .map(|key| key.text.clone())
                .or_else(|| Some(head.clone()))
                .filter(|_| scope == Scope::Branch),
            value,
            format: source.format.given().copied(),
            head,
            at,
            name: source.name.as_ref().map(|name| name.text.clone()),
            population,
            condition: self.condition(source.condition.as_ref()),
            sum: texts(&source.sum),
            taken: source.taken.as_ref().map(taken),
            split: source.split.given().copied(),
            children: source
                .children
                .iter()
                .map(|child| self.column(child, scope))
                .collect(),
        }
    }

    /// What a column with a key prints: a column that the program knows needs no
    /// expression, unless it is printed in a way that the program does not know; any other
    /// key is one.
    fn of_key(
        &mut self,
        key: &Value<Formula>,
        format: Option<&Value<Format>>,
    ) -> Option<Expression> {
        let is_known = register_cell::names().any(|name| name == key.text);
        let given = format.and_then(|format| Some((format, *format.get()?)));
        let printed = |format| register_cell::prints(&key.text, format);
        match given {
            None if is_known => return None,
            Some((_, format)) if is_known && printed(format) => return None,
            Some((at, format)) if is_known && self.names.find(&key.text).is_none() => {
                self.fault(at.span, DeclarationFault::FormatOf(format));
                return None;
            }
            _ => {}
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
        if self.is_block(key) {
            return None;
        }
        let near = nearest(&key.text, register_cell::names()).map(str::to_owned);
        let near = near.or_else(|| self.names.near(&key.text));
        self.fault(key.span, DeclarationFault::Column(key.text.clone(), near));
        None
    }

    /// Whether a key stands for a block, or several, which is told.
    pub(super) fn is_block(&mut self, key: &Value<Formula>) -> bool {
        let found = self.names.find(&key.text);
        let is_block = found.is_some_and(|(_, of)| of == Type::Blocks);
        if is_block {
            let keys = Keys::range(Member::FIRST, Member::SIZE).iter();
            let below = |route: &str| {
                let rest = route.strip_prefix(&key.text)?;
                let rest = rest.strip_prefix("[]").unwrap_or(rest);
                rest.starts_with('.').then(|| route.to_owned())
            };
            let below = keys.filter_map(|key| below(key.route())).next();
            let fault = DeclarationFault::BlockPrinted(key.text.clone(), below.unwrap_or_default());
            self.fault(key.span, fault);
        }
        is_block
    }

    /// By what rows are sorted: `-` before it turns the order round, 拼音 and 笔画 are
    /// those of texts.
    pub(super) fn order(&mut self, value: &Value<Formula>) -> Option<Order> {
        let text = value.text.trim_start_matches('-');
        let down = text.len() < value.text.len();
        let (collation, text) = Collation::read(text);
        let by = self.read(value, text, &self.names.clone())?;
        // Lists have no order.
        if matches!(by.of, Type::Texts(_) | Type::Blocks) {
            let fault = DeclarationFault::Type(Type::Text(&[]), by.of);
            self.fault(value.span, fault);
            return None;
        }
        if collation != Collation::Plain && !matches!(by.of, Type::Text(_)) {
            let fault = DeclarationFault::Type(Type::Text(&[]), by.of);
            self.fault(value.span, fault);
        }
        Some(Order {
            by,
            down,
            collation,
        })
    }

    /// The list of which a register has a row for each entry; from here on its keys can be
    /// asked for.
    pub(super) fn entries(&mut self, source: &FormSource) -> Option<Entries> {
        let Some(given) = &source.entries else {
            if let Some(filter) = &source.entry_filter {
                self.fault(filter.span, DeclarationFault::FilterOfNothing);
            }
            return None;
        };
        let list = Member::key(&given.text).filter(|key| {
            let route = key.route();
            route == given.text && key.shape() == Shape::Blocks && lists().any(|list| list == route)
        });
        let Some(list) = list else {
            let near = nearest(&given.text, lists()).map(str::to_owned);
            self.fault(
                given.span,
                DeclarationFault::NoList(given.text.clone(), near),
            );
            return None;
        };
        self.names.list = Some(list.route());
        Some(Entries {
            route: given.text.clone(),
            list,
            filter: self.condition(source.entry_filter.as_ref()),
        })
    }
}
