//! From tokens to an expression. Types are checked here, so that an expression
//! that was read can be evaluated for whomever.

use std::ops::Range;

use super::fault::{ExpressionFault, FaultKind};
use super::names::Names;
use super::node::{Expression, Node};
use super::token::{Comparison, Placed, Token, tokens};
use crate::derive::value::{Type, Value};

/// Deeper brackets are refused.
const DEEPEST: usize = 40;

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// What is wrong, and where in the text.
    pub fn read(text: &str, names: &dyn Names) -> Result<Self, ExpressionFault> {
        let mut parser = Parser {
            text,
            tokens: tokens(text)?,
            at: 0,
            depth: 0,
            names,
        };
        let root = parser.or()?;
        if parser.peek().is_some() {
            return Err(parser.unexpected(parser.range()));
        }
        Ok(Self {
            text: text.to_owned(),
            of: root.of,
            root: root.node,
        })
    }
}

/// A piece with its type and place.
pub(super) struct Piece {
    pub(super) node: Node,
    pub(super) of: Type,
    pub(super) range: Range<usize>,
}

impl Piece {
    pub(super) fn new(node: Node, of: Type, range: Range<usize>) -> Self {
        Self { node, of, range }
    }

    /// It must be of a type.
    pub(super) fn needed(self, expected: Type) -> Result<Self, ExpressionFault> {
        let found = self.of;
        match found == expected {
            true => Ok(self),
            false => Err(FaultKind::Type { expected, found }.at(self.range)),
        }
    }
}

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Placed>,
    pub(super) at: usize,
    pub(super) depth: usize,
    pub(super) names: &'a dyn Names,
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    pub(super) fn range(&self) -> Range<usize> {
        let end = self.text.len()..self.text.len();
        let place = self.tokens.get(self.at);
        place.map_or(end, |(_, range)| range.clone())
    }

    pub(super) fn take(&mut self, token: &Token) -> bool {
        let is_next = self.peek() == Some(token);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, token: &Token) -> Result<(), ExpressionFault> {
        let is_next = self.take(token).then_some(());
        is_next.ok_or_else(|| self.unexpected(self.range()))
    }

    /// Where the last token that was taken ends.
    pub(super) fn end(&self) -> usize {
        self.tokens[self.at - 1].1.end
    }

    pub(super) fn unexpected(&self, range: Range<usize>) -> ExpressionFault {
        let kind = match self.text.get(range.clone()) {
            Some(text) if !text.is_empty() => FaultKind::Unexpected(text.to_owned()),
            _ => FaultKind::End,
        };
        kind.at(range)
    }

    /// Items between commas, to the bracket that closes them.
    pub(super) fn list<T>(
        &mut self,
        close: &Token,
        item: impl Fn(&mut Self) -> Result<T, ExpressionFault>,
    ) -> Result<Vec<T>, ExpressionFault> {
        let mut items = Vec::new();
        while !self.take(close) {
            if !items.is_empty() {
                self.expect(&Token::Comma)?;
            }
            items.push(item(self)?);
        }
        Ok(items)
    }

    pub(super) fn or(&mut self) -> Result<Piece, ExpressionFault> {
        self.chain(&Token::Or, Self::and, Node::Or)
    }

    fn and(&mut self) -> Result<Piece, ExpressionFault> {
        self.chain(&Token::And, Self::not, Node::And)
    }

    fn chain(
        &mut self,
        between: &Token,
        part: fn(&mut Self) -> Result<Piece, ExpressionFault>,
        node: fn(Vec<Node>) -> Node,
    ) -> Result<Piece, ExpressionFault> {
        let first = part(self)?;
        if self.peek() != Some(between) {
            return Ok(first);
        }
        let mut range = first.range.clone();
        let mut parts = vec![first.needed(Type::Flag)?.node];
        while self.take(between) {
            let next = part(self)?.needed(Type::Flag)?;
            range.end = next.range.end;
            parts.push(next.node);
        }
        Ok(Piece::new(node(parts), Type::Flag, range))
    }

    fn not(&mut self) -> Result<Piece, ExpressionFault> {
        let start = self.range().start;
        if !self.take(&Token::Not) {
            return self.comparison();
        }
        let inner = self.deeper(Self::not)?.needed(Type::Flag)?;
        let range = start..inner.range.end;
        let node = Node::Not(Box::new(inner.node));
        Ok(Piece {
            node,
            range,
            ..inner
        })
    }

    fn comparison(&mut self) -> Result<Piece, ExpressionFault> {
        let mut left = self.sum()?;
        if let Some(Token::Compare(comparison)) = self.peek().cloned() {
            self.at += 1;
            let mut right = self.sum()?;
            alike(&mut left, &mut right)?;
            if !matches!(comparison, Comparison::Equal | Comparison::Unequal) {
                ordered(&left)?;
            }
            let range = left.range.start..right.range.end;
            let node = Node::Compare(comparison, Box::new(left.node), Box::new(right.node));
            return Ok(Piece::new(node, Type::Flag, range));
        }
        if self.take(&Token::In) {
            return self.within(left);
        }
        // 非 在: not in.
        let next = self.tokens.get(self.at + 1).map(|(token, _)| token);
        if self.peek() == Some(&Token::Not) && next == Some(&Token::In) {
            self.at += 2;
            let inner = self.within(left)?;
            let node = Node::Not(Box::new(inner.node));
            return Ok(Piece { node, ..inner });
        }
        Ok(left)
    }

    /// What follows 在: `[a, b]`, `a..b`, a key with several texts.
    fn within(&mut self, mut value: Piece) -> Result<Piece, ExpressionFault> {
        let start = value.range.start;
        if self.take(&Token::OpenList) {
            let mut others = self.list(&Token::CloseList, Self::sum)?;
            for other in &mut others {
                alike(&mut value, other)?;
            }
            let others = others.into_iter().map(|other| other.node).collect();
            let node = Node::Among(Box::new(value.node), others);
            return Ok(Piece::new(node, Type::Flag, start..self.end()));
        }
        let mut from = None;
        if !self.take(&Token::Range) {
            let first = self.sum()?;
            if !self.take(&Token::Range) {
                return contained(value, first);
            }
            from = Some(first);
        }
        let ends = matches!(
            self.peek(),
            Some(Token::Constant(_, Type::Number | Type::Date))
                | Some(Token::Name(_) | Token::Open | Token::Minus)
        );
        let mut to = ends.then(|| self.sum()).transpose()?;
        for end in from.iter_mut().chain(&mut to) {
            alike(&mut value, end)?;
            ordered(&value)?;
        }
        let node = |piece: Piece| Box::new(piece.node);
        let node = Node::Within(Box::new(value.node), from.map(node), to.map(node));
        Ok(Piece::new(node, Type::Flag, start..self.end()))
    }

    fn sum(&mut self) -> Result<Piece, ExpressionFault> {
        let start = self.range().start;
        let negative = self.take(&Token::Minus);
        let first = self.term()?;
        let is_sign = |token: Option<&Token>| matches!(token, Some(Token::Plus | Token::Minus));
        if !negative && !is_sign(self.peek()) {
            return Ok(first);
        }
        let mut terms = vec![(negative, first.needed(Type::Number)?.node)];
        let mut end = self.end();
        while is_sign(self.peek()) {
            let minus = self.peek() == Some(&Token::Minus);
            self.at += 1;
            let term = self.term()?.needed(Type::Number)?;
            end = term.range.end;
            terms.push((minus, term.node));
        }
        Ok(Piece::new(Node::Sum(terms), Type::Number, start..end))
    }

    fn term(&mut self) -> Result<Piece, ExpressionFault> {
        let range = self.range();
        let unexpected = || self.unexpected(range.clone());
        let token = self.peek().cloned().ok_or_else(unexpected)?;
        self.at += 1;
        let (node, of) = match token {
            Token::Constant(value, of) => (Node::Constant(value), of),
            Token::Name(name) if self.peek() == Some(&Token::Open) => {
                return self.call(&name, range);
            }
            Token::Name(name) => match self.names.find(&name) {
                Some((name, of)) => (Node::Name(name), of),
                None => {
                    let near = self.names.near(&name);
                    return Err(FaultKind::UnknownName(name, near).at(range));
                }
            },
            Token::Open => {
                let inner = self.deeper(Self::or)?;
                self.expect(&Token::Close)?;
                return Ok(inner);
            }
            _ => return Err(self.unexpected(range)),
        };
        Ok(Piece { node, of, range })
    }

    pub(super) fn deeper(
        &mut self,
        part: fn(&mut Self) -> Result<Piece, ExpressionFault>,
    ) -> Result<Piece, ExpressionFault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(FaultKind::TooLong.at(self.range()));
        }
        let piece = part(self)?;
        self.depth -= 1;
        Ok(piece)
    }
}

/// Two values that are compared are of one type, and a word is one of the list.
fn alike(left: &mut Piece, right: &mut Piece) -> Result<(), ExpressionFault> {
    match (left.of, right.of) {
        (Type::Text(_), Type::Text(_)) => {
            listed(left, right)?;
            listed(right, left)
        }
        (a, b) if a == b && !matches!(a, Type::Blocks | Type::Texts(_)) => Ok(()),
        (a, b) => {
            let range = left.range.start.min(right.range.start)..right.range.end;
            Err(FaultKind::Unlike(a, b).at(range))
        }
    }
}

/// A text that is compared with a key is one that its value can be, and is what it means.
fn listed(key: &Piece, text: &mut Piece) -> Result<(), ExpressionFault> {
    let (Node::Name(name), Node::Constant(Value::Text(word, _))) = (&key.node, &mut text.node)
    else {
        return Ok(());
    };
    match name.meant(key.of, word) {
        Ok(meant) => *word = meant,
        Err(near) => {
            let kind = FaultKind::UnknownWord {
                name: name.written(),
                word: word.clone(),
                near,
            };
            return Err(kind.at(text.range.clone()));
        }
    }
    Ok(())
}

/// Numbers and dates have an order.
fn ordered(piece: &Piece) -> Result<(), ExpressionFault> {
    let (expected, found) = (Type::Number, piece.of);
    match found {
        Type::Number | Type::Date => Ok(()),
        _ => Err(FaultKind::Type { expected, found }.at(piece.range.clone())),
    }
}

/// `"支部书记" 在 现任党内职务`.
fn contained(mut value: Piece, list: Piece) -> Result<Piece, ExpressionFault> {
    let range = value.range.start..list.range.end;
    match (value.of, list.of) {
        (Type::Text(_), Type::Texts(_)) => listed(&list, &mut value)?,
        (a, b) => return Err(FaultKind::Unlike(a, b).at(range)),
    }
    let node = Node::Contained(Box::new(value.node), Box::new(list.node));
    Ok(Piece::new(node, Type::Flag, range))
}
