//! The values of a file, by the routes of their keys, as they are meant: the order of keys,
//! comments and other spellings of the same are no difference.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::load::parse;
use crate::model::meaning::Meaning;
use crate::model::node::{Kind, Node, Span, line_column};
use crate::model::record::Record;
use crate::model::value::AnyValue;

/// What stands behind a key.
#[derive(Clone, Debug)]
pub enum Item {
    /// A text, or several of a list.
    Text(Said, usize),
    /// A block of keys.
    Block(Vec<(String, Self)>),
    /// A list of blocks.
    Blocks(Vec<Self>),
}

/// Has something look at each value of a record.
type Each<'a> = dyn Fn(&mut dyn FnMut(&dyn AnyValue)) + 'a;

/// A text, and what it is compared by.
#[derive(Clone, Debug, Default)]
pub struct Said {
    text: String,
    meaning: String,
}

/// A value that is another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueChange {
    /// The route of its key: 处置[0].日期. An entry of a list has the place that it has now.
    pub key: String,
    /// The line on which it stands now, or stood.
    pub line: usize,
    /// What it was; empty where it was not given.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// Lines do not tell items apart.
impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(own, _), Self::Text(other, _)) => own.meaning == other.meaning,
            (Self::Blocks(own), Self::Blocks(other)) => own == other,
            (Self::Block(own), Self::Block(other)) => {
                let has = |(key, item): &(String, Self)| {
                    other.iter().any(|(known, it)| known == key && it == item)
                };
                own.len() == other.len() && own.iter().all(has)
            }
            _ => false,
        }
    }
}

impl Item {
    /// What a file says, where it can be read; `each` looks at the values that have a meaning.
    pub fn of(text: &str, each: &Each<'_>) -> Option<Self> {
        let mut meant = Meant(Vec::new());
        each(&mut |value| meant.0.push((value.span(), Said::of(value))));
        meant.0.sort_by_key(|(span, _)| *span);
        Self::of_node(&parse(text).ok()?, text, &meant)
    }

    /// What a record says that stands in a text.
    pub fn of_record<R: Record>(text: &str, record: &R) -> Option<Self> {
        Self::of(text, &|look| record.each(look))
    }

    fn of_node(node: &Node, text: &str, meant: &Meant) -> Option<Self> {
        let line = line_column(text, node.span.start as usize).0;
        let is_text = |node: &Node| matches!(node.kind, Kind::Scalar(_) | Kind::Null);
        match &node.kind {
            _ if node.is_empty() => None,
            Kind::Null => None,
            Kind::Scalar(own) => Some(Self::Text(meant.of(node.span, own), line)),
            Kind::List(items) if items.iter().all(is_text) => {
                let texts = items.iter().filter_map(|item| match &item.kind {
                    Kind::Scalar(own) if !item.is_empty() => Some(meant.of(item.span, own)),
                    _ => None,
                });
                let texts: Vec<Said> = texts.collect();
                (!texts.is_empty()).then(|| Self::Text(Said::joined(&texts), line))
            }
            Kind::List(items) => {
                let items = items.iter();
                let items = items.filter_map(|item| Self::of_node(item, text, meant));
                Some(Self::Blocks(items.collect()))
            }
            Kind::Map(entries) => {
                let entries = entries.iter().filter_map(|entry| {
                    let item = Self::of_node(&entry.value, text, meant)?;
                    Some((entry.key.clone(), item))
                });
                let entries: Vec<_> = entries.collect();
                (!entries.is_empty()).then_some(Self::Block(entries))
            }
        }
    }
}

/// What stands between the texts of a list.
const BETWEEN: &str = "、";

impl Said {
    /// A value of a key: numbers are the same however they are written, words of a list are
    /// those words.
    fn of(value: &dyn AnyValue) -> Self {
        let spelled = value.meant().unwrap_or_else(|_| value.text().to_owned());
        let of_one = |text: String| Self {
            meaning: text.clone(),
            text,
        };
        match value.meaning() {
            Some(Meaning::Number(number)) => Self {
                text: spelled,
                meaning: number.to_string(),
            },
            Some(Meaning::Word(word, _)) => of_one(word.to_owned()),
            Some(Meaning::Text(text)) if text != value.text() => of_one(text),
            Some(Meaning::Flag(flag)) => of_one(if flag { "是" } else { "否" }.to_owned()),
            _ => of_one(spelled),
        }
    }

    fn plain(text: &str) -> Self {
        let text = text.trim().to_owned();
        Self {
            meaning: text.clone(),
            text,
        }
    }

    fn joined(said: &[Self]) -> Self {
        let join = |of: fn(&Self) -> &str| said.iter().map(of).collect::<Vec<_>>().join(BETWEEN);
        Self {
            text: join(|said| &said.text),
            meaning: join(|said| &said.meaning),
        }
    }
}

/// Values as they are meant, in the order of their places.
struct Meant(Vec<(Span, Said)>);

impl Meant {
    /// What a text of a place means: several, where it names several.
    fn of(&self, span: Span, text: &str) -> Said {
        let first = self.0.partition_point(|(at, _)| at.start < span.start);
        let there = self.0[first..].iter();
        let there = there.take_while(|(at, _)| at.start < span.end);
        let there = there.filter(|(at, _)| span.holds(*at));
        let there: Vec<&(Span, Said)> = there.collect();
        // What an alias repeats stands all at one place.
        let is_repeated = there.windows(2).any(|two| two[0].0 == two[1].0);
        match there.is_empty() || is_repeated {
            true => Said::plain(text),
            false => {
                let said = there.into_iter().map(|(_, said)| said.clone());
                Said::joined(&said.collect::<Vec<_>>())
            }
        }
    }
}

/// The values that are others, in the order in which they stand now.
pub fn changes(old: Option<&Item>, new: Option<&Item>) -> Vec<ValueChange> {
    let mut found = Vec::new();
    compare(old, new, "", &mut found);
    found
}

fn compare(old: Option<&Item>, new: Option<&Item>, route: &str, found: &mut Vec<ValueChange>) {
    match (old, new) {
        (Some(Item::Text(old, _)), Some(Item::Text(new, line))) => {
            if old.meaning != new.meaning {
                found.push(change(route, *line, &old.text, &new.text));
            }
        }
        (Some(Item::Block(old)), Some(Item::Block(new))) => {
            for (key, item) in new {
                compare(get(old, key), Some(item), &below(route, key), found);
            }
            for (key, item) in old.iter().filter(|(key, _)| get(new, key).is_none()) {
                compare(Some(item), None, &below(route, key), found);
            }
        }
        (Some(Item::Blocks(old)), Some(Item::Blocks(new))) => {
            for (old, new) in aligned(old, new) {
                let at = new.or(old).map_or(0, |(at, _)| at);
                let [old, new] = [old, new].map(|item| item.map(|(_, item)| item));
                compare(old, new, &format!("{route}[{at}]"), found);
            }
        }
        (old, new) => {
            for (item, is_new) in [(old, false), (new, true)] {
                each(item, route, &mut |route, text, line| {
                    found.push(match is_new {
                        true => change(route, line, "", text),
                        false => change(route, line, text, ""),
                    });
                });
            }
        }
    }
}

fn change(key: &str, line: usize, old: &str, new: &str) -> ValueChange {
    ValueChange {
        key: key.to_owned(),
        line,
        old: old.to_owned(),
        new: new.to_owned(),
    }
}

fn get<'a>(entries: &'a [(String, Item)], key: &str) -> Option<&'a Item> {
    let mut entries = entries.iter();
    entries
        .find(|(known, _)| known == key)
        .map(|(_, item)| item)
}

fn below(route: &str, key: &str) -> String {
    match route {
        "" => key.to_owned(),
        route => format!("{route}.{key}"),
    }
}

/// An entry of a list and its place.
type Placed<'a> = Option<(usize, &'a Item)>;

/// The entries of two lists: those that are the same beside each other, in their order;
/// between them one after the other.
fn aligned<'a>(old: &'a [Item], new: &'a [Item]) -> Vec<(Placed<'a>, Placed<'a>)> {
    // Entries by what they say: equal numbers for equal ones.
    let mut known: Vec<&Item> = Vec::new();
    let mut numbered = |items: &'a [Item]| -> Vec<usize> {
        let items = items.iter();
        items
            .map(|item| {
                let at = known.iter().position(|known| *known == item);
                at.unwrap_or_else(|| {
                    known.push(item);
                    known.len() - 1
                })
            })
            .collect()
    };
    let numbers = [numbered(old), numbered(new)];
    let mut pairs = Vec::new();
    let at = |items: &'a [Item], at: usize, end: usize| (at < end).then(|| (at, &items[at]));
    for op in capture_diff_slices(Algorithm::Myers, &numbers[0], &numbers[1]) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (op.old_range(), op.new_range());
        for step in 0..before.len().max(after.len()) {
            pairs.push((
                at(old, before.start + step, before.end),
                at(new, after.start + step, after.end),
            ));
        }
    }
    pairs
}

fn each(item: Option<&Item>, route: &str, look: &mut dyn FnMut(&str, &str, usize)) {
    match item {
        None => {}
        Some(Item::Text(text, line)) => look(route, &text.text, *line),
        Some(Item::Block(entries)) => {
            for (key, item) in entries {
                each(Some(item), &below(route, key), look);
            }
        }
        Some(Item::Blocks(items)) => {
            for (at, item) in items.iter().enumerate() {
                each(Some(item), &format!("{route}[{at}]"), look);
            }
        }
    }
}
