//! An expression that was understood.

use super::names::Name;
use super::token::Comparison;
use crate::derive::value::{Type, Value};
use crate::model::provenance::KeyId;

/// An expression, ready to be evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// As it is written.
    pub text: String,
    /// Its type.
    pub of: Type,
    pub(super) root: Node,
}

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Constant(Value),
    Name(Name),
    Not(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    /// From and to, both included.
    Within(Box<Node>, Option<Box<Node>>, Option<Box<Node>>),
    /// One of several values.
    Among(Box<Node>, Vec<Node>),
    /// One of the texts of a list.
    Contained(Box<Node>, Box<Node>),
    /// Terms, each with whether it is taken away.
    Sum(Vec<(bool, Node)>),
    /// The sum of the columns below a head of that name.
    Total(String, Vec<(bool, Node)>),
    Call(Function, Vec<Node>),
    /// A function of those entries of a list for which a condition holds.
    Entries(Function, KeyId, Box<Node>),
}

/// The functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// 周年: completed years from one day to another.
    Years,
    /// 月数: completed months from one day to another.
    Months,
    /// 天数: days from one day to another.
    Days,
    /// 有: whether something is given, or a list has an entry.
    Given,
    /// 数: how many items a list has.
    Count,
    /// 年: the year of a date.
    Year,
}

impl Function {
    /// By their names: how many values each takes, their type, and the type that it
    /// gives. Those without a type take keys.
    pub(super) const ALL: [(&'static str, Self, usize, Option<Type>, Type); 6] = [
        ("周年", Self::Years, 2, Some(Type::Date), Type::Number),
        ("月数", Self::Months, 2, Some(Type::Date), Type::Number),
        ("天数", Self::Days, 2, Some(Type::Date), Type::Number),
        ("有", Self::Given, 1, None, Type::Flag),
        ("数", Self::Count, 1, None, Type::Number),
        ("年", Self::Year, 1, Some(Type::Date), Type::Number),
    ];
}

impl Expression {
    /// The words one of which it gives; none where it may give any text.
    pub fn words(&self) -> Vec<&str> {
        match &self.root {
            _ if self.of == Type::Flag => vec!["是", "否"],
            Node::Name(name) => name.words(self.of),
            _ => Vec::new(),
        }
    }

    /// The text of its value that a word means.
    ///
    /// # Errors
    /// Where it never gives such a one: that most like it.
    pub fn meant(&self, word: &str) -> Result<String, Option<String>> {
        match &self.root {
            Node::Name(name) => name.meant(self.of, word),
            _ => Ok(word.to_owned()),
        }
    }

    /// The names it asks for, in their order.
    pub fn names(&self) -> Vec<&Name> {
        let mut names = Vec::new();
        collect(&self.root, &mut names);
        names
    }
}

fn collect<'a>(node: &'a Node, names: &mut Vec<&'a Name>) {
    match node {
        Node::Constant(_) => {}
        Node::Name(name) => names.push(name),
        Node::Not(inner) | Node::Entries(_, _, inner) => collect(inner, names),
        Node::And(parts) | Node::Or(parts) | Node::Call(_, parts) => {
            parts.iter().for_each(|part| collect(part, names));
        }
        Node::Compare(_, a, b) | Node::Contained(a, b) => {
            collect(a, names);
            collect(b, names);
        }
        Node::Within(value, from, to) => {
            collect(value, names);
            from.iter().chain(to).for_each(|end| collect(end, names));
        }
        Node::Among(value, others) => {
            collect(value, names);
            others.iter().for_each(|other| collect(other, names));
        }
        Node::Sum(terms) | Node::Total(_, terms) => {
            terms.iter().for_each(|(_, term)| collect(term, names))
        }
    }
}
