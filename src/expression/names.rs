//! The names that expressions can use, and their types.

use std::fmt;

use crate::derive::datum;
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::meaning::{Kind, Shape, shape_of};
use crate::model::member::Member;
use crate::model::record::{Record as _, nearest};

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number.
    Number,
    /// A date.
    Date,
    /// Yes or no.
    Flag,
    /// A text; of a list of words, if there are any.
    Text(&'static [&'static str]),
    /// Several texts; of a list of words, if there are any.
    Texts(&'static [&'static str]),
    /// A list of blocks.
    Blocks,
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "数",
            Self::Date => "日期",
            Self::Flag => "是否",
            Self::Text(_) => "文字",
            Self::Texts(_) => "几项文字",
            Self::Blocks => "一组记录",
        })
    }
}

impl Type {
    /// Its name in English.
    pub fn english(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Date => "a date",
            Self::Flag => "a yes or no",
            Self::Text(_) => "a text",
            Self::Texts(_) => "several texts",
            Self::Blocks => "a list of records",
        }
    }

    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(&[]),
            Kind::Number => Self::Number,
            Kind::Date => Self::Date,
            Kind::Flag => Self::Flag,
            Kind::Word(words) => Self::Text(words),
        }
    }

    fn of_custom(of: &CustomType) -> Self {
        match of {
            CustomType::Text | CustomType::Choice(_) => Self::Text(&[]),
            CustomType::Number => Self::Number,
            CustomType::Date => Self::Date,
            CustomType::Flag => Self::Flag,
        }
    }
}

/// A name that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A fact derived from a member's file.
    Fact(&'static str),
    /// A day of the round.
    Day(Day),
    /// A key of a member's file, by its route.
    Key(String),
    /// A key that the unit has added.
    Custom(String, CustomType),
    /// A column of a table.
    Column(String),
}

/// The days of the round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// 填表日期
    Filled,
    /// 联系查找结束日
    SearchEnd,
    /// 排查前基准日
    Baseline,
    /// 流动统计起始日
    AwaySince,
}

const DAYS: [(&str, Day); 4] = [
    ("填表日期", Day::Filled),
    ("联系查找结束日", Day::SearchEnd),
    ("排查前基准日", Day::Baseline),
    ("流动统计起始日", Day::AwaySince),
];

/// The names that can be used in a place.
pub trait Names {
    /// A name with its type.
    fn find(&self, name: &str) -> Option<(Name, Type)>;

    /// The name most like one that is not there.
    fn near(&self, name: &str) -> Option<String>;
}

/// The block of keys added by units.
pub const CUSTOM: &str = "自定义";

/// The names of whatever is said of a member.
#[derive(Clone, Copy)]
pub struct MemberNames<'a> {
    /// Keys that the unit has added.
    pub custom: &'a CustomKeys,
}

impl Names for MemberNames<'_> {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        if let Some((fact, kind)) = datum::kind(name) {
            let of_fact = match kind {
                datum::DatumKind::Number => Type::Number,
                datum::DatumKind::Flag => Type::Flag,
                datum::DatumKind::Word(words) => Type::Text(words),
                datum::DatumKind::Words(words) => Type::Texts(words),
            };
            return Some((Name::Fact(fact), of_fact));
        }
        if let Some((_, day)) = DAYS.iter().find(|(known, _)| *known == name) {
            return Some((Name::Day(*day), Type::Date));
        }
        if let Some((CUSTOM, key)) = name.split_once('.') {
            let of = self.custom.get(key)?;
            return Some((
                Name::Custom(key.to_owned(), of.clone()),
                Type::of_custom(of),
            ));
        }
        let of_shape = match shape_of(Member::shape, name)? {
            Shape::Scalar(kind) => Type::of(kind),
            Shape::Scalars(kind) => match Type::of(kind) {
                Type::Text(words) => Type::Texts(words),
                other => other,
            },
            Shape::Block(_) | Shape::Blocks(_) => Type::Blocks,
            Shape::Other => return None,
        };
        Some((Name::Key(name.to_owned()), of_shape))
    }

    fn near(&self, name: &str) -> Option<String> {
        let facts = datum::names().map(str::to_owned);
        let days = DAYS.iter().map(|(day, _)| (*day).to_owned());
        let custom = self.custom.keys().map(|key| format!("{CUSTOM}.{key}"));
        let mut names: Vec<String> = facts.chain(days).chain(custom).chain(routes()).collect();
        // A key of a block is like others of that block.
        if let Some((block, _)) = name.split_once('.') {
            let block = format!("{block}.");
            if names.iter().any(|known| known.starts_with(&block)) {
                names.retain(|known| known.starts_with(&block));
            }
        }
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

/// The routes of all keys of a member's file, down to the second level.
pub fn routes() -> Vec<String> {
    let inner = |key: &'static str| -> Vec<String> {
        match Member::shape(key) {
            Some(Shape::Block(shape)) => second_level(shape)
                .into_iter()
                .map(|inner| format!("{key}.{inner}"))
                .collect(),
            _ => Vec::new(),
        }
    };
    let keys = Member::KEYS.iter().map(|key| key.name);
    keys.flat_map(|key| std::iter::once(key.to_owned()).chain(inner(key)))
        .collect()
}

/// The keys of blocks that stand in a member's file.
fn second_level(shape: fn(&str) -> Option<Shape>) -> Vec<&'static str> {
    use crate::model::member::{Away, BranchLife, Dues, Leaving, Lost, Nominal};
    use crate::model::member::{Schooling, TransferIn, TransferOut};
    let blocks: [&'static [crate::model::record::Key]; 9] = [
        Schooling::KEYS,
        Dues::KEYS,
        BranchLife::KEYS,
        TransferIn::KEYS,
        TransferOut::KEYS,
        Leaving::KEYS,
        Away::KEYS,
        Nominal::KEYS,
        Lost::KEYS,
    ];
    let own = |keys: &&&'static [crate::model::record::Key]| {
        keys.iter().all(|key| shape(key.name).is_some())
    };
    let found = blocks.iter().find(own);
    let names = found.map(|keys| keys.iter().map(|key| key.name).collect());
    names.unwrap_or_default()
}

/// The columns of a table.
#[derive(Clone, Copy)]
pub struct ColumnNames<'a> {
    /// Their names.
    pub columns: &'a [String],
}

impl Names for ColumnNames<'_> {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        let found = self.columns.iter().find(|column| *column == name)?;
        Some((Name::Column(found.clone()), Type::Number))
    }

    fn near(&self, name: &str) -> Option<String> {
        nearest(name, self.columns.iter().map(String::as_str)).map(str::to_owned)
    }
}
