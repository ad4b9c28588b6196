//! From tokens to an expression. Types are checked here, so that an expression
//! that was read can be evaluated for whomever.

use std::ops::Range;

use super::fault::{Fault, FaultKind};
use super::names::{Name, Names, Type};
use super::node::{Expression, Function, Node};
use super::token::{Comparison, Placed, Token, tokens};
use crate::model::nearest::nearest_value;

/// The sum of the columns below a head, in relations.
const TOTAL: &str = "和";
/// The number of rows of a register, in relations.
const ROWS: &str = "行数";

/// Deeper brackets are refused.
const DEEPEST: usize = 40;

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// What is wrong, and where in the text.
    pub fn read(text: &str, names: &dyn Names) -> Result<Self, Fault> {
        let mut parser = Parser {
            text,
            tokens: tokens(text)?,
            at: 0,
            depth: 0,
            names,
        };
        let root = parser.or()?;
        if parser.peek().is_some() {
            return Err(parser.unexpected());
        }
        Ok(Self {
            text: text.to_owned(),
            of: root.of,
            root: root.node,
        })
    }
}

/// A piece with its type and place.
struct Piece {
    node: Node,
    of: Type,
    range: Range<usize>,
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    names: &'a dyn Names,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn range(&self) -> Range<usize> {
        let end = self.text.len()..self.text.len();
        self.tokens
            .get(self.at)
            .map_or(end, |(_, range)| range.clone())
    }

    fn take(&mut self, token: &Token) -> bool {
        let is_next = self.peek() == Some(token);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, token: &Token) -> Result<(), Fault> {
        match self.take(token) {
            true => Ok(()),
            false => Err(self.unexpected()),
        }
    }

    fn unexpected(&self) -> Fault {
        let range = self.range();
        let kind = match self.text.get(range.clone()) {
            Some(text) if !text.is_empty() => FaultKind::Unexpected(text.to_owned()),
            _ => FaultKind::End,
        };
        Fault { range, kind }
    }

    fn or(&mut self) -> Result<Piece, Fault> {
        self.chain(&Token::Or, Self::and, Node::Or)
    }

    fn and(&mut self) -> Result<Piece, Fault> {
        self.chain(&Token::And, Self::not, Node::And)
    }

    fn chain(
        &mut self,
        between: &Token,
        part: fn(&mut Self) -> Result<Piece, Fault>,
        node: fn(Vec<Node>) -> Node,
    ) -> Result<Piece, Fault> {
        let first = part(self)?;
        if self.peek() != Some(between) {
            return Ok(first);
        }
        let mut range = first.range.clone();
        let mut parts = vec![needed(first, Type::Flag)?.node];
        while self.take(between) {
            let next = needed(part(self)?, Type::Flag)?;
            range.end = next.range.end;
            parts.push(next.node);
        }
        let node = node(parts);
        let of = Type::Flag;
        Ok(Piece { node, of, range })
    }

    fn not(&mut self) -> Result<Piece, Fault> {
        let start = self.range().start;
        if !self.take(&Token::Not) {
            return self.comparison();
        }
        let inner = self.deeper(Self::not)?;
        let inner = needed(inner, Type::Flag)?;
        Ok(Piece {
            node: Node::Not(Box::new(inner.node)),
            of: Type::Flag,
            range: start..inner.range.end,
        })
    }

    fn comparison(&mut self) -> Result<Piece, Fault> {
        let left = self.sum()?;
        if let Some(Token::Compare(comparison)) = self.peek().cloned() {
            self.at += 1;
            let right = self.sum()?;
            return compared(comparison, left, right);
        }
        if self.take(&Token::In) {
            return self.within(left);
        }
        // 非 在: not in.
        let next = self.tokens.get(self.at + 1).map(|(token, _)| token);
        if self.peek() == Some(&Token::Not) && next == Some(&Token::In) {
            self.at += 2;
            let inner = self.within(left)?;
            return Ok(Piece {
                node: Node::Not(Box::new(inner.node)),
                ..inner
            });
        }
        Ok(left)
    }

    /// What follows 在: `[a, b]`, `a..b`, a key with several texts.
    fn within(&mut self, value: Piece) -> Result<Piece, Fault> {
        let start = value.range.start;
        if self.take(&Token::OpenList) {
            let mut others = Vec::new();
            while !self.take(&Token::CloseList) {
                if !others.is_empty() {
                    self.expect(&Token::Comma)?;
                }
                let other = self.sum()?;
                alike(&value, &other)?;
                others.push(other.node);
            }
            return Ok(Piece {
                node: Node::Among(Box::new(value.node), others),
                of: Type::Flag,
                range: start..self.tokens[self.at - 1].1.end,
            });
        }
        let from = match self.peek() {
            Some(Token::Range) => None,
            _ => Some(self.sum()?),
        };
        if !self.take(&Token::Range) {
            let Some(list) = from else {
                return Err(self.unexpected());
            };
            return contained(value, list);
        }
        let ends = matches!(
            self.peek(),
            Some(Token::Number(_) | Token::Date(_) | Token::Name(_) | Token::Open | Token::Minus)
        );
        let to = ends.then(|| self.sum()).transpose()?;
        for end in from.iter().chain(&to) {
            alike(&value, end)?;
            ordered(&value)?;
        }
        let range = start..self.tokens[self.at - 1].1.end;
        let node = |piece: Piece| Box::new(piece.node);
        Ok(Piece {
            node: Node::Within(Box::new(value.node), from.map(node), to.map(node)),
            of: Type::Flag,
            range,
        })
    }

    fn sum(&mut self) -> Result<Piece, Fault> {
        let start = self.range().start;
        let negative = self.take(&Token::Minus);
        let first = self.term()?;
        let is_sign = |token: Option<&Token>| matches!(token, Some(Token::Plus | Token::Minus));
        if !negative && !is_sign(self.peek()) {
            return Ok(first);
        }
        let mut terms = vec![(negative, needed(first, Type::Number)?.node)];
        let mut end = self.tokens[self.at - 1].1.end;
        while is_sign(self.peek()) {
            let minus = self.peek() == Some(&Token::Minus);
            self.at += 1;
            let term = needed(self.term()?, Type::Number)?;
            end = term.range.end;
            terms.push((minus, term.node));
        }
        Ok(Piece {
            node: Node::Sum(terms),
            of: Type::Number,
            range: start..end,
        })
    }

    fn term(&mut self) -> Result<Piece, Fault> {
        let range = self.range();
        let Some(token) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        self.at += 1;
        let (node, of) = match token {
            Token::Number(number) => (Node::Number(number), Type::Number),
            Token::Date(date) => (Node::Date(date), Type::Date),
            Token::Text(text) => (Node::Text(text), Type::Text(&[])),
            Token::Flag(flag) => (Node::Flag(flag), Type::Flag),
            Token::Name(name) if self.peek() == Some(&Token::Open) => {
                return self.call(&name, range);
            }
            Token::Name(name) => self.name(&name, &range)?,
            Token::Open => {
                let inner = self.deeper(Self::or)?;
                self.expect(&Token::Close)?;
                return Ok(inner);
            }
            _ => {
                self.at -= 1;
                return Err(self.unexpected());
            }
        };
        Ok(Piece { node, of, range })
    }

    fn name(&self, name: &str, range: &Range<usize>) -> Result<(Node, Type), Fault> {
        match self.names.find(name) {
            Some((name, of)) => Ok((Node::Name(name), of)),
            None => {
                let near = self.names.near(name);
                let kind = FaultKind::UnknownName(name.to_owned(), near);
                let range = range.clone();
                Err(Fault { range, kind })
            }
        }
    }

    /// `和(HEAD)`, `行数(FORM)`: of names that stand for no value.
    fn of_table(&mut self, name: &str, range: Range<usize>) -> Result<Piece, Fault> {
        self.expect(&Token::Open)?;
        let at = self.range();
        let Some(Token::Name(of)) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        self.at += 1;
        let node = match name {
            TOTAL => self.names.below(&of).map(|columns| {
                let columns = columns.into_iter();
                let terms = columns.map(|column| (false, Node::Name(column)));
                Node::Total(of.clone(), terms.collect())
            }),
            _ => self.names.rows(&of).map(Node::Name),
        };
        let Some(node) = node else {
            let kind = FaultKind::UnknownName(of, None);
            return Err(Fault { range: at, kind });
        };
        self.expect(&Token::Close)?;
        let range = range.start..self.tokens[self.at - 1].1.end;
        let of = Type::Number;
        Ok(Piece { node, of, range })
    }

    fn call(&mut self, name: &str, range: Range<usize>) -> Result<Piece, Fault> {
        if [TOTAL, ROWS].contains(&name) {
            return self.of_table(name, range);
        }
        let known = Function::ALL.iter().find(|(known, ..)| *known == name);
        let Some((name, function, count)) = known else {
            let kind = FaultKind::UnknownFunction(name.to_owned());
            return Err(Fault { range, kind });
        };
        self.expect(&Token::Open)?;
        let mut values = Vec::new();
        while !self.take(&Token::Close) {
            if !values.is_empty() {
                self.expect(&Token::Comma)?;
            }
            values.push(self.deeper(Self::or)?);
        }
        let range = range.start..self.tokens[self.at - 1].1.end;
        if values.len() != *count {
            let kind = FaultKind::Arguments {
                name,
                count: *count,
            };
            return Err(Fault { range, kind });
        }
        let (needs, of) = match function {
            Function::Years | Function::Months | Function::Days => (Some(Type::Date), Type::Number),
            Function::Year => (Some(Type::Date), Type::Number),
            Function::Given => (None, Type::Flag),
            Function::Count => (None, Type::Number),
        };
        let mut nodes = Vec::new();
        for value in values {
            let value = match needs {
                Some(needs) => needed(value, needs)?,
                None => value,
            };
            let is_name = matches!(value.node, Node::Name(Name::Key(..) | Name::Custom(..)));
            if needs.is_none() && !is_name {
                let text = self.text.get(value.range.clone()).unwrap_or_default();
                let kind = FaultKind::Unexpected(text.to_owned());
                return Err(Fault {
                    range: value.range,
                    kind,
                });
            }
            nodes.push(value.node);
        }
        let node = Node::Call(*function, nodes);
        Ok(Piece { node, of, range })
    }

    fn deeper(&mut self, part: fn(&mut Self) -> Result<Piece, Fault>) -> Result<Piece, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let (range, kind) = (self.range(), FaultKind::TooLong);
            return Err(Fault { range, kind });
        }
        let piece = part(self)?;
        self.depth -= 1;
        Ok(piece)
    }
}

/// A piece that must be of a type.
fn needed(piece: Piece, expected: Type) -> Result<Piece, Fault> {
    match piece.of == expected {
        true => Ok(piece),
        false => {
            let found = piece.of;
            let kind = FaultKind::Type { expected, found };
            let range = piece.range;
            Err(Fault { range, kind })
        }
    }
}

fn compared(comparison: Comparison, left: Piece, right: Piece) -> Result<Piece, Fault> {
    alike(&left, &right)?;
    if !matches!(comparison, Comparison::Equal | Comparison::Unequal) {
        ordered(&left)?;
    }
    let range = left.range.start..right.range.end;
    let (left, right) = (Box::new(left.node), Box::new(right.node));
    Ok(Piece {
        node: Node::Compare(comparison, left, right),
        of: Type::Flag,
        range,
    })
}

/// Two values that are compared are of one type, and a word is one of the list.
fn alike(left: &Piece, right: &Piece) -> Result<(), Fault> {
    let fault = |kind| {
        let range = left.range.start.min(right.range.start)..right.range.end;
        Err(Fault { range, kind })
    };
    match (left.of, right.of) {
        (Type::Blocks | Type::Texts(_), _) | (_, Type::Blocks | Type::Texts(_)) => {
            fault(FaultKind::Unlike(left.of, right.of))
        }
        (Type::Text(_), Type::Text(_)) => {
            listed(left, right)?;
            listed(right, left)
        }
        (a, b) if a == b => Ok(()),
        (a, b) => fault(FaultKind::Unlike(a, b)),
    }
}

/// A text that is compared with a key of listed words is one of them.
fn listed(key: &Piece, text: &Piece) -> Result<(), Fault> {
    let (Type::Text(words) | Type::Texts(words), Node::Name(name), Node::Text(word)) =
        (key.of, &key.node, &text.node)
    else {
        return Ok(());
    };
    if words.is_empty() || words.contains(&word.as_str()) {
        return Ok(());
    }
    let name = name.written();
    let kind = FaultKind::UnknownWord {
        name,
        word: word.clone(),
        near: nearest_value(word, words.iter().copied()),
    };
    let range = text.range.clone();
    Err(Fault { range, kind })
}

/// Numbers and dates have an order.
fn ordered(piece: &Piece) -> Result<(), Fault> {
    match piece.of {
        Type::Number | Type::Date => Ok(()),
        found => {
            let expected = Type::Number;
            let kind = FaultKind::Type { expected, found };
            let range = piece.range.clone();
            Err(Fault { range, kind })
        }
    }
}

/// `"支部书记" 在 现任党内职务`.
fn contained(value: Piece, list: Piece) -> Result<Piece, Fault> {
    let range = value.range.start..list.range.end;
    match (value.of, list.of) {
        (Type::Text(_), Type::Texts(_)) => listed(&list, &value)?,
        (a, b) => {
            let kind = FaultKind::Unlike(a, b);
            return Err(Fault { range, kind });
        }
    }
    Ok(Piece {
        node: Node::Contained(Box::new(value.node), Box::new(list.node)),
        of: Type::Flag,
        range,
    })
}
