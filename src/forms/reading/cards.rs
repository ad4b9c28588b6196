//! The cells of cards.

use super::{Reading, texts};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::derive::value::Type;
use crate::expression::{Expression, Names as _};
use crate::forms::card_cell;
use crate::forms::declaration::CardCell;
use crate::forms::source::{CellSource, FormSource, Format};
use crate::model::nearest::nearest;
use crate::model::scalars::Formula;
use crate::model::value::{Given as _, Value};
use crate::tabulate::Who;

impl Reading<'_> {
    /// The cells of a card: those that the program knows, and what expressions say.
    pub(super) fn cells(&mut self, source: &FormSource) -> Vec<CardCell> {
        let names = source.cells.iter().flat_map(|cell| &cell.key);
        self.names_once(names.map(|key| (key.text.clone(), key.span)));
        let cells = source.cells.iter();
        cells.filter_map(|cell| self.cell(cell)).collect()
    }

    fn cell(&mut self, source: &CellSource) -> Option<CardCell> {
        let key = source.key.as_ref()?;
        let format = source.format.given().copied();
        let is_known = card_cell::names().any(|known| known == key.text);
        let value = match &source.value {
            Some(value) => self.member(value),
            // What is known is printed as it is, letter by letter where that is asked for.
            None if is_known && matches!(format, None | Some(Format::Apart)) => None,
            None if is_known && self.names.find(&key.text).is_none() => {
                if let Some((at, format)) = source.format.as_ref().zip(format) {
                    self.fault(at.span, DeclarationFault::FormatOf(format));
                }
                None
            }
            None => self.named(key),
        };
        if value.is_none() && !is_known && source.value.is_none() {
            return None;
        }
        self.format(source.format.as_ref(), value.as_ref());
        let own_words = self.own_words(&source.words, value.as_ref());
        Some(CardCell {
            name: key.text.clone(),
            value,
            format,
            own_words,
        })
    }

    /// A key of the members by its name.
    pub(super) fn named(&mut self, key: &Value<Formula>) -> Option<Expression> {
        let found = self.names.find(&key.text);
        if self.is_block(key) {
            return None;
        }
        if found.is_none() {
            let near = nearest(&key.text, card_cell::names()).map(str::to_owned);
            let near = near.or_else(|| self.names.near(&key.text));
            self.fault(key.span, DeclarationFault::Cell(key.text.clone(), near));
            return None;
        }
        let read = Expression::read(&format!("`{}`", key.text), &self.names);
        let read = read.map_err(|fault| self.fault(key.span, DeclarationFault::Expression(fault)));
        read.ok()
    }

    /// The two words in which a cell says whether a condition holds.
    fn own_words(&mut self, words: &[Value<Formula>], value: Option<&Expression>) -> Vec<String> {
        if let Some(first) = words.first()
            && (words.len() != 2 || value.is_none_or(|value| value.of != Type::Flag))
        {
            self.fault(first.span, DeclarationFault::OwnWords);
        }
        texts(words)
    }

    /// A value is of what its format prints.
    pub(super) fn format(&mut self, format: Option<&Value<Format>>, value: Option<&Expression>) {
        let Some((at, value)) = format.zip(value) else {
            return;
        };
        let Some(format) = at.get().copied() else {
            return;
        };
        let is_for = match format {
            Format::Tick | Format::Strike => {
                if value.words().is_empty() {
                    self.fault(at.span, DeclarationFault::Untickable);
                }
                true
            }
            Format::Code => matches!(value.of, Type::Text(words) if !words.is_empty()),
            Format::Month | Format::Year => value.of == Type::Date,
            Format::Duration => value.of == Type::Number,
            Format::Capital => matches!(value.of, Type::Number | Type::Date),
            Format::Apart => true,
        };
        if !is_for {
            self.fault(at.span, DeclarationFault::FormatOf(format));
        }
    }

    /// The cells that only some members have, each one that the form has.
    pub(super) fn reserved(&mut self, source: &FormSource) -> Vec<(String, Who)> {
        let mut reserved = Vec::new();
        for (name, span, who) in &source.reserved.entries {
            let is_it = |cell: &str| is_reserved(cell, name);
            let given = source.cells.iter().flat_map(|cell| &cell.key);
            let is_there = match source.cells.is_empty() {
                true => card_cell::names().any(is_it),
                false => given.map(|key| key.text.as_str()).any(is_it),
            };
            if !is_there {
                let near = nearest(name, card_cell::names()).map(str::to_owned);
                self.fault(*span, DeclarationFault::Cell(name.clone(), near));
            }
            reserved.push((name.clone(), Who::one_of(self.populations(who))));
        }
        reserved
    }
}

/// Whether a cell is reserved under a name: by its own, or by that of its block.
pub fn is_reserved(cell: &str, name: &str) -> bool {
    let rest = cell.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
