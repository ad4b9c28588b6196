//! The value of an expression.

use chrono::{Datelike as _, NaiveDate};

use super::names::Name;
use super::node::{Expression, Function, Node};
use super::token::Comparison;
use crate::derive::reading::ends;
use crate::derive::{Certainty, Value};
use crate::model::date::{completed_months, completed_years};
use crate::model::decimal::Decimal;
use crate::model::provenance::{KeyId, Keys, Traced};

/// Gives the names of an expression their values: of a member, or of a table's figures.
pub trait Lookup {
    /// The value of a name.
    fn value(&self, name: &Name) -> Traced<Value>;

    /// Asks about each entry of a list; gives what says how many there are.
    fn each(&self, _list: KeyId, _ask: &mut dyn FnMut(&dyn Lookup)) -> Keys {
        Keys::NONE
    }
}

impl Expression {
    /// What it comes to, with the keys that this follows from.
    pub fn value(&self, names: &dyn Lookup) -> Traced<Value> {
        value(&self.root, names)
    }

    /// Whether it holds. One part that settles it does so whatever others leave
    /// open, and nothing follows from those.
    pub fn holds(&self, names: &dyn Lookup) -> Traced<Certainty> {
        certainty(&self.root, names)
    }
}

pub(super) fn value(node: &Node, names: &dyn Lookup) -> Traced<Value> {
    match node {
        Node::Constant(value) => Traced::constant(value.clone()),
        Node::Name(name) => names.value(name),
        Node::Sum(terms) | Node::Total(_, terms) => sum(terms, names),
        Node::Entries(Function::Count, list, condition) => {
            entries((*list, condition), names).map(|entries| {
                let yes = entries.iter().filter(|holds| holds.is_yes());
                let may_be = entries.iter().filter(|holds| **holds != Certainty::No);
                Value::Number(counted(yes.count()), counted(may_be.count()))
            })
        }
        Node::Call(function, values) if *function != Function::Given => {
            let values = all(values, names);
            values.map(|values| call(*function, &values))
        }
        _ => certainty(node, names).map(Value::Flag),
    }
}

pub(super) fn certainty(node: &Node, names: &dyn Lookup) -> Traced<Certainty> {
    match node {
        Node::Not(inner) => !certainty(inner, names),
        Node::And(parts) => {
            let yes = Traced::constant(Certainty::Yes);
            let parts = parts.iter();
            parts.fold(yes, |all, part| all.and(|| certainty(part, names)))
        }
        Node::Or(parts) => {
            let no = Traced::constant(Certainty::No);
            let parts = parts.iter();
            parts.fold(no, |any, part| any.or(|| certainty(part, names)))
        }
        Node::Compare(comparison, left, right) => {
            let judge = |a: &Value, b: &Value| compare(*comparison, a, b);
            judged(&value(left, names), right, names, judge)
        }
        Node::Within(of, from, to) => {
            let of = value(of, names);
            let end = |end: &Option<Box<Node>>, comparison| match end {
                None => Traced::constant(Certainty::Yes),
                Some(end) => judged(&of, end, names, |of, end| compare(comparison, of, end)),
            };
            end(from, Comparison::AtLeast).and(|| end(to, Comparison::AtMost))
        }
        Node::Among(of, others) => {
            let of = value(of, names);
            let none = Traced::constant(Certainty::No).joined(of.keys);
            let is_it = |of: &Value, other: &Value| compare(Comparison::Equal, of, other);
            let others = others.iter();
            others.fold(none, |among, other| {
                among.or(|| judged(&of, other, names, is_it))
            })
        }
        Node::Contained(of, list) => judged(&value(of, names), list, names, contained),
        Node::Entries(Function::Given, list, condition) => {
            let entries = entries((*list, condition), names);
            entries.map(|entries| entries.into_iter().fold(Certainty::No, Certainty::or))
        }
        Node::Call(Function::Given, values) => {
            let given = all(values, names);
            given.map(|given| match given.first() {
                None | Some(Value::Absent) => Certainty::No,
                // What cannot be read may be nothing at all.
                Some(Value::Open) => Certainty::Open,
                Some(_) => Certainty::Yes,
            })
        }
        node => value(node, names).map(|value| match value {
            Value::Flag(certainty) => certainty,
            Value::Open => Certainty::Open,
            _ => Certainty::No,
        }),
    }
}

/// What is found of two values follows from the keys of both.
fn judged(
    of: &Traced<Value>,
    other: &Node,
    names: &dyn Lookup,
    judge: impl FnOnce(&Value, &Value) -> Certainty,
) -> Traced<Certainty> {
    let other = value(other, names).joined(of.keys);
    other.map(|other| judge(&of.value, &other))
}

/// Whether a condition holds for each entry of a list.
fn entries((list, condition): (KeyId, &Node), names: &dyn Lookup) -> Traced<Vec<Certainty>> {
    let (mut value, mut keys) = (Vec::new(), Keys::NONE);
    let count = names.each(list, &mut |entry| {
        let holds = certainty(condition, entry);
        keys = keys.join(holds.keys);
        value.push(holds.value);
    });
    let keys = keys.join(count);
    Traced { value, keys }
}

fn all(nodes: &[Node], names: &dyn Lookup) -> Traced<Vec<Value>> {
    let mut keys = Keys::NONE;
    let values = nodes.iter().map(|node| {
        let Traced { value, keys: own } = value(node, names);
        keys = keys.join(own);
        value
    });
    let value = values.collect();
    Traced { value, keys }
}

fn sum(terms: &[(bool, Node)], names: &dyn Lookup) -> Traced<Value> {
    let (mut low, mut high) = (Decimal::default(), Decimal::default());
    let mut keys = Keys::NONE;
    for (minus, term) in terms {
        let term = value(term, names);
        keys = keys.join(term.keys);
        match term.value {
            Value::Number(a, b) => {
                let sums = match minus {
                    false => low.plus(a).zip(high.plus(b)),
                    true => low.minus(b).zip(high.minus(a)),
                };
                // A sum for which there is no room is not known.
                let Some(sums) = sums else {
                    let value = Value::Open;
                    return Traced { value, keys };
                };
                (low, high) = sums;
            }
            // What is not given has no sum, what is open leaves it open.
            other => return Traced { value: other, keys },
        }
    }
    let value = Value::Number(low, high);
    Traced { value, keys }
}

fn call(function: Function, values: &[Value]) -> Value {
    if values.contains(&Value::Open) {
        return Value::Open;
    }
    if function == Function::Count {
        let count = match values.first() {
            Some(Value::Count(count)) => *count,
            Some(Value::Texts(texts)) => texts.len(),
            Some(Value::Absent) | None => 0,
            Some(_) => 1,
        };
        return Value::number(counted(count));
    }
    let days = values.iter().map(|value| match value {
        Value::Date(date) => Some(ends(*date)),
        _ => None,
    });
    let days: Option<Vec<_>> = days.collect();
    let (low, high) = match (function, days.as_deref()) {
        (Function::Years, Some([from, to])) => spanned(completed_years, *from, *to),
        (Function::Months, Some([from, to])) => spanned(completed_months, *from, *to),
        (Function::Days, Some([from, to])) => spanned(days_between, *from, *to),
        (Function::Year, Some([(first, last)])) => (first.year(), last.year()),
        _ => return Value::Absent,
    };
    Value::Number(low.into(), high.into())
}

fn compare(comparison: Comparison, a: &Value, b: &Value) -> Certainty {
    let is_equal = match (a, b) {
        (Value::Open, _) | (_, Value::Open) => return Certainty::Open,
        (Value::Number(a, a_high), Value::Number(b, b_high)) => {
            return compare_ends(comparison, (*a, *a_high), (*b, *b_high));
        }
        (Value::Date(a), Value::Date(b)) => return compare_ends(comparison, ends(*a), ends(*b)),
        (Value::Text(a, _), Value::Text(b, _)) => (a == b).into(),
        (Value::Flag(a), Value::Flag(b)) => a.and(*b).or((!*a).and(!*b)),
        // What is not given is equal to nothing.
        _ => Certainty::No,
    };
    match comparison {
        Comparison::Equal => is_equal,
        Comparison::Unequal => !is_equal,
        // It has no order.
        _ => Certainty::No,
    }
}

/// Compares two values by the lowest and the highest reading of each.
fn compare_ends<T: PartialOrd>(comparison: Comparison, a: (T, T), b: (T, T)) -> Certainty {
    let less = |a: &(T, T), b: &(T, T)| Certainty::from_readings(a.1 < b.0, a.0 < b.1);
    let at_most = |a: &(T, T), b: &(T, T)| Certainty::from_readings(a.1 <= b.0, a.0 <= b.1);
    match comparison {
        Comparison::Equal => at_most(&a, &b).and(at_most(&b, &a)),
        Comparison::Unequal => !at_most(&a, &b).and(at_most(&b, &a)),
        Comparison::Less => less(&a, &b),
        Comparison::AtMost => at_most(&a, &b),
        Comparison::More => less(&b, &a),
        Comparison::AtLeast => at_most(&b, &a),
    }
}

fn counted(count: usize) -> Decimal {
    Decimal::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn contained(value: &Value, list: &Value) -> Certainty {
    match (value, list) {
        (Value::Open, _) | (_, Value::Open) => Certainty::Open,
        (Value::Text(text, _), Value::Texts(texts)) => {
            let own = texts.iter().filter(|(one, _)| one == text);
            own.fold(Certainty::No, |any, (_, own)| any.or(*own))
        }
        _ => Certainty::No,
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> i32 {
    i32::try_from((to - from).num_days()).unwrap_or(i32::MAX)
}

/// Completed years or months, or days, from the latest beginning to the earliest end and
/// the other way round.
fn spanned(
    count: fn(NaiveDate, NaiveDate) -> i32,
    from: (NaiveDate, NaiveDate),
    to: (NaiveDate, NaiveDate),
) -> (i32, i32) {
    (count(from.1, to.0), count(from.0, to.1))
}
