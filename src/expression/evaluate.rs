//! The value of an expression.

use chrono::{Datelike as _, NaiveDate};

use super::names::Name;
use super::node::{Expression, Function, Node};
use super::token::Comparison;
use super::value::{Outcome, Value};
use crate::derive::Certainty;
use crate::model::date::{completed_months, completed_years};

/// What names mean.
pub trait Lookup {
    /// The value of a name.
    fn value(&self, name: &Name) -> Value;
}

impl Expression {
    /// Its value.
    pub fn value(&self, names: &dyn Lookup) -> Value {
        Evaluation { names, open: None }.value(&self.root)
    }

    /// Whether it holds. One part that settles it does so whatever others leave
    /// open.
    pub fn holds(&self, names: &dyn Lookup) -> Outcome {
        let mut evaluation = Evaluation { names, open: None };
        match evaluation.certainty(&self.root) {
            Certainty::Yes => Outcome::Yes,
            Certainty::No => Outcome::No,
            Certainty::Open => Outcome::Undecided(evaluation.open.unwrap_or_default()),
        }
    }
}

struct Evaluation<'a> {
    names: &'a dyn Lookup,
    /// The first name that left something open.
    open: Option<String>,
}

impl Evaluation<'_> {
    fn value(&mut self, node: &Node) -> Value {
        match node {
            Node::Number(number) => Value::Number(*number, *number),
            Node::Date(date) => Value::Date(*date),
            Node::Text(text) => Value::Text(text.clone(), None),
            Node::Flag(flag) => Value::Flag((*flag).into()),
            Node::Name(name) => self.names.value(name),
            Node::Sum(terms) => self.sum(terms),
            Node::Call(Function::Given, _) => Value::Flag(self.certainty(node)),
            Node::Call(function, values) => self.call(*function, values),
            _ => Value::Flag(self.certainty(node)),
        }
    }

    fn certainty(&mut self, node: &Node) -> Certainty {
        match node {
            Node::Not(inner) => !self.certainty(inner),
            Node::And(parts) => {
                let mut all = Certainty::Yes;
                for part in parts {
                    all = all.and(self.certainty(part));
                    if all == Certainty::No {
                        return all;
                    }
                }
                all
            }
            Node::Or(parts) => {
                let mut any = Certainty::No;
                for part in parts {
                    any = any.or(self.certainty(part));
                    if any == Certainty::Yes {
                        return any;
                    }
                }
                any
            }
            Node::Compare(comparison, left, right) => {
                let (a, b) = (self.value(left), self.value(right));
                let certainty = self.compare(*comparison, &a, &b);
                self.noted(certainty, &[left, right])
            }
            Node::Within(value, from, to) => {
                let of_value = self.value(value);
                let mut within = Certainty::Yes;
                let ends = [(from, Comparison::AtLeast), (to, Comparison::AtMost)];
                for (end, comparison) in ends {
                    if let Some(end) = end {
                        let end = self.value(end);
                        within = within.and(self.compare(comparison, &of_value, &end));
                    }
                }
                self.noted(within, &[value])
            }
            Node::Among(value, others) => {
                let of_value = self.value(value);
                let mut among = Certainty::No;
                for other in others {
                    let other = self.value(other);
                    among = among.or(self.compare(Comparison::Equal, &of_value, &other));
                }
                self.noted(among, &[value])
            }
            Node::Contained(value, list) => {
                let (value, of_list) = (self.value(value), self.value(list));
                let certainty = self.contained(&value, &of_list);
                self.noted(certainty, &[list])
            }
            Node::Call(Function::Given, values) => {
                let value = values.first().map(|value| self.value(value));
                (!matches!(value, None | Some(Value::Absent))).into()
            }
            node => {
                let value = self.value(node);
                let certainty = match value {
                    Value::Flag(certainty) => certainty,
                    Value::Open(name) => self.left_open(name),
                    _ => Certainty::No,
                };
                self.noted(certainty, &[node])
            }
        }
    }

    /// Remembers which name left a comparison open.
    fn noted(&mut self, certainty: Certainty, nodes: &[&Node]) -> Certainty {
        if certainty == Certainty::Open && self.open.is_none() {
            let names = nodes.iter().filter_map(|node| first_name(node));
            self.open = names.map(shown).next();
        }
        certainty
    }

    fn left_open(&mut self, name: String) -> Certainty {
        self.open.get_or_insert(name);
        Certainty::Open
    }

    fn compare(&mut self, comparison: Comparison, a: &Value, b: &Value) -> Certainty {
        use Comparison::{AtLeast, AtMost, Equal, Less, More, Unequal};
        match (a, b) {
            (Value::Open(name), _) | (_, Value::Open(name)) => {
                return self.left_open(name.clone());
            }
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

    fn contained(&mut self, value: &Value, list: &Value) -> Certainty {
        match (value, list) {
            (Value::Open(name), _) | (_, Value::Open(name)) => self.left_open(name.clone()),
            (Value::Text(text, _), Value::Texts(texts)) => texts
                .iter()
                .filter(|(one, _)| one == text)
                .fold(Certainty::No, |so_far, (_, certainty)| {
                    so_far.or(*certainty)
                }),
            _ => Certainty::No,
        }
    }

    fn sum(&mut self, terms: &[(bool, Node)]) -> Value {
        let (mut low, mut high) = (0.0, 0.0);
        for (minus, term) in terms {
            match (self.value(term), minus) {
                (Value::Number(a, b), false) => (low, high) = (low + a, high + b),
                (Value::Number(a, b), true) => (low, high) = (low - b, high - a),
                // What is not given has no sum, what is open leaves it open.
                (other, _) => return other,
            }
        }
        Value::Number(low, high)
    }

    fn call(&mut self, function: Function, values: &[Node]) -> Value {
        let values: Vec<Value> = values.iter().map(|value| self.value(value)).collect();
        if let Some(Value::Open(name)) = values.iter().find(|value| matches!(value, Value::Open(_)))
        {
            return Value::Open(name.clone());
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

fn first_name(node: &Node) -> Option<&Name> {
    match node {
        Node::Name(name) => Some(name),
        Node::Sum(terms) => terms.iter().find_map(|(_, term)| first_name(term)),
        Node::Call(_, values) => values.iter().find_map(first_name),
        _ => None,
    }
}

fn shown(name: &Name) -> String {
    match name {
        Name::Fact(fact) => (*fact).to_owned(),
        Name::Key(key) | Name::Custom(key, _) | Name::Column(key) => key.clone(),
        Name::Day(_) => String::new(),
    }
}
