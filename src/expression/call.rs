//! From tokens to functions, of values, of lists and of tables.

use std::ops::Range;

use super::fault::{ExpressionFault, FaultKind};
use super::names::{Name, lists};
use super::node::{Function, Node};
use super::parse::{Parser, Piece};
use super::token::Token;
use crate::derive::value::Type;
use crate::model::nearest::nearest;
use crate::model::provenance::KeyId;

/// The sum of the columns below a head, in relations.
const TOTAL: &str = "和";
/// The number of rows of a register, in relations.
const ROWS: &str = "行数";

impl Parser<'_> {
    /// A function and what stands in its brackets.
    pub(super) fn call(
        &mut self,
        name: &str,
        range: Range<usize>,
    ) -> Result<Piece, ExpressionFault> {
        if [TOTAL, ROWS].contains(&name) {
            return self.of_table(name, range);
        }
        let known = Function::ALL.into_iter().find(|(known, ..)| *known == name);
        let Some((name, function, count, takes, of)) = known else {
            return Err(FaultKind::UnknownFunction(name.to_owned()).at(range));
        };
        self.expect(&Token::Open)?;
        if takes.is_none()
            && let Some(list) = self.list_with_condition()
        {
            let (list, inner) = list?;
            let node = Node::Entries(function, list, Box::new(inner));
            return Ok(Piece::new(node, of, range.start..self.end()));
        }
        let values = self.list(&Token::Close, |parser| parser.deeper(Self::or))?;
        let range = range.start..self.end();
        if values.len() != count {
            return Err(FaultKind::Arguments { name, count }.at(range));
        }
        let value = |value: Piece| match (takes, &value.node) {
            (Some(takes), _) => value.needed(takes),
            (None, Node::Name(Name::Key(..) | Name::Custom(..))) => Ok(value),
            (None, _) => Err(self.unexpected(value.range)),
        };
        let values = values.into_iter().map(|one| Ok(value(one)?.node));
        let node = Node::Call(function, values.collect::<Result<_, ExpressionFault>>()?);
        Ok(Piece { node, of, range })
    }

    /// `LIST, CONDITION)`: those entries of a list are meant for which the condition holds,
    /// which asks for their keys as 本条.KEY; none where no comma follows a name.
    fn list_with_condition(&mut self) -> Option<Result<(KeyId, Node), ExpressionFault>> {
        let next = self.tokens.get(self.at..self.at + 2)?;
        let [(Token::Name(name), range), (Token::Comma, _)] = next else {
            return None;
        };
        let (name, range) = (name.clone(), range.clone());
        self.at += 2;
        let Some((list, names)) = self.names.entries(&name) else {
            let near = nearest(&name, lists()).map(str::to_owned);
            return Some(Err(FaultKind::NoList(name, near).at(range)));
        };
        // The condition is read with the names of an entry.
        let mut inner = Parser {
            text: self.text,
            tokens: std::mem::take(&mut self.tokens),
            at: self.at,
            depth: self.depth,
            names: &*names,
        };
        let condition = inner.deeper(|parser| parser.of_entry());
        self.at = inner.at;
        self.tokens = inner.tokens;
        Some(condition.map(|piece| (list, piece.node)))
    }

    fn of_entry(&mut self) -> Result<Piece, ExpressionFault> {
        let condition = self.or()?.needed(Type::Flag)?;
        self.expect(&Token::Close)?;
        Ok(condition)
    }

    /// `和(HEAD)`, `行数(FORM)`: of names that stand for no value.
    fn of_table(&mut self, name: &str, range: Range<usize>) -> Result<Piece, ExpressionFault> {
        self.expect(&Token::Open)?;
        let at = self.range();
        let Some(Token::Name(mut of)) = self.peek().cloned() else {
            return Err(self.unexpected(at));
        };
        self.at += 1;
        // From one column to another: 列6..列11.
        if name == TOTAL && self.take(&Token::Range) {
            let Some(Token::Name(to)) = self.peek().cloned() else {
                return Err(self.unexpected(self.range()));
            };
            self.at += 1;
            of = format!("{of}..{to}");
        }
        let node = match name {
            TOTAL => self.names.below(&of).map(|columns| {
                let columns = columns.into_iter();
                let terms = columns.map(|column| (false, Node::Name(column)));
                Node::Total(of.clone(), terms.collect())
            }),
            _ => self.names.rows(&of).map(Node::Name),
        };
        let node = node.ok_or_else(|| FaultKind::UnknownName(of, None).at(at))?;
        self.expect(&Token::Close)?;
        Ok(Piece::new(node, Type::Number, range.start..self.end()))
    }
}
