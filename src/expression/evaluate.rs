//! The value of an expression.

use chrono::{Datelike as _, NaiveDate};

use super::names::Name;
use super::node::{Expression, Function, Node};
use super::token::Comparison;
use super::value::Value;
use crate::derive::Certainty;
use crate::model::date::{completed_months, completed_years};
use crate::model::provenance::{Keys, Traced};

/// What names mean.
pub trait Lookup {
    /// The value of a name.
    fn value(&self, name: &Name) -> Traced<Value>;
}

impl Expression {
    /// Its value.
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
        Node::Number(number) => Traced::constant(Value::Number(*number, *number)),
        Node::Date(date) => Traced::constant(Value::Date(*date)),
        Node::Text(text) => Traced::constant(Value::Text(text.clone(), None)),
        Node::Flag(flag) => Traced::constant(Value::Flag((*flag).into())),
        Node::Name(name) => names.value(name),
        Node::Sum(terms) | Node::Total(_, terms) => sum(terms, names),
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
            let (a, b) = (value(left, names), value(right, names));
            a.as_ref()
                .map(|a| compare(*comparison, a, &b.value))
                .joined(b.keys)
        }
        Node::Within(of, from, to) => {
            let of = value(of, names);
            let end = |end: &Option<Box<Node>>, comparison| match end {
                None => Traced::constant(Certainty::Yes),
                Some(end) => {
                    let end = value(end, names);
                    let within = compare(comparison, &of.value, &end.value);
                    Traced::constant(within).joined(of.keys).joined(end.keys)
                }
            };
            end(from, Comparison::AtLeast).and(|| end(to, Comparison::AtMost))
        }
        Node::Among(of, others) => {
            let of = value(of, names);
            let none = Traced::constant(Certainty::No).joined(of.keys);
            others.iter().fold(none, |among, other| {
                among.or(|| {
                    let other = value(other, names);
                    let is_it = compare(Comparison::Equal, &of.value, &other.value);
                    Traced::constant(is_it).joined(of.keys).joined(other.keys)
                })
            })
        }
        Node::Contained(of, list) => {
            let (of, list) = (value(of, names), value(list, names));
            of.as_ref()
                .map(|of| contained(of, &list.value))
                .joined(list.keys)
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

fn all(nodes: &[Node], names: &dyn Lookup) -> Traced<Vec<Value>> {
    let mut all = Traced::constant(Vec::new());
    for node in nodes {
        let Traced { value, keys } = value(node, names);
        all.value.push(value);
        all = all.joined(keys);
    }
    all
}

fn sum(terms: &[(bool, Node)], names: &dyn Lookup) -> Traced<Value> {
    let (mut low, mut high) = (0.0, 0.0);
    let mut keys = Keys::NONE;
    for (minus, term) in terms {
        let term = value(term, names);
        keys = keys.join(term.keys);
        match (term.value, minus) {
            (Value::Number(a, b), false) => (low, high) = (low + a, high + b),
            (Value::Number(a, b), true) => (low, high) = (low - b, high - a),
            // What is not given has no sum, what is open leaves it open.
            (other, _) => return Traced { value: other, keys },
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
        return Value::Number(count as f64, count as f64);
    }
    let days: Option<Vec<(NaiveDate, NaiveDate)>> = values.iter().map(Value::days).collect();
    match (function, days.as_deref()) {
        (Function::Years, Some([from, to])) => spanned(completed_years, *from, *to),
        (Function::Months, Some([from, to])) => spanned(completed_months, *from, *to),
        (Function::Days, Some([from, to])) => spanned(days_between, *from, *to),
        (Function::Year, Some([(first, last)])) => {
            Value::Number(f64::from(first.year()), f64::from(last.year()))
        }
        _ => Value::Absent,
    }
}

fn compare(comparison: Comparison, a: &Value, b: &Value) -> Certainty {
    use Comparison::{AtLeast, AtMost, Equal, Less, More, Unequal};
    match (a, b) {
        (Value::Open, _) | (_, Value::Open) => return Certainty::Open,
        // What is not given is equal to nothing.
        (Value::Absent, _) | (_, Value::Absent) => return (comparison == Unequal).into(),
        _ => {}
    }
    match comparison {
        Equal => equal(a, b),
        Unequal => !equal(a, b),
        Less => less(a, b, false),
        AtMost => less(a, b, true),
        More => less(b, a, false),
        AtLeast => less(b, a, true),
    }
}

fn contained(value: &Value, list: &Value) -> Certainty {
    match (value, list) {
        (Value::Open, _) | (_, Value::Open) => Certainty::Open,
        (Value::Text(text, _), Value::Texts(texts)) => texts
            .iter()
            .filter(|(one, _)| one == text)
            .fold(Certainty::No, |so_far, (_, certainty)| {
                so_far.or(*certainty)
            }),
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
) -> Value {
    Value::Number(
        f64::from(count(from.1, to.0)),
        f64::from(count(from.0, to.1)),
    )
}

fn equal(a: &Value, b: &Value) -> Certainty {
    match (a, b) {
        (Value::Number(a, a_high), Value::Number(b, b_high)) => {
            let sure = a == a_high && b == b_high && a == b;
            Certainty::from_readings(sure, a <= b_high && b <= a_high)
        }
        (Value::Date(_), Value::Date(_)) => match (a.days(), b.days()) {
            (Some(a), Some(b)) => {
                let sure = a.0 == a.1 && b.0 == b.1 && a.0 == b.0;
                Certainty::from_readings(sure, a.0 <= b.1 && b.0 <= a.1)
            }
            _ => Certainty::No,
        },
        (Value::Text(a, _), Value::Text(b, _)) => (a == b).into(),
        (Value::Flag(a), Value::Flag(b)) => (a.and(*b)).or((!*a).and(!*b)),
        _ => Certainty::No,
    }
}

/// Whether `a` is less than `b`, or, with `or_equal`, at most.
fn less(a: &Value, b: &Value, or_equal: bool) -> Certainty {
    fn readings<T: PartialOrd>(a: (T, T), b: (T, T), or_equal: bool) -> Certainty {
        let is_less = |a: &T, b: &T| a < b || or_equal && a == b;
        Certainty::from_readings(is_less(&a.1, &b.0), is_less(&a.0, &b.1))
    }
    match (a, b) {
        (Value::Number(a, a_high), Value::Number(b, b_high)) => {
            readings((*a, *a_high), (*b, *b_high), or_equal)
        }
        _ => match (a.days(), b.days()) {
            (Some(a), Some(b)) => readings(a, b, or_equal),
            _ => Certainty::No,
        },
    }
}
