//! The names that expressions can use, and their types.

use std::fmt;

use crate::derive::datum::{DatumKind, Named};
use crate::model::code::Code as _;
use crate::model::codes::ProbationerCount;
use crate::model::custom::{self, CustomKeys, CustomType};
use crate::model::meaning::{Kind, Shape};
use crate::model::member::Member;
use crate::model::nearest::nearest;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys};
use crate::model::record::Record as _;

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

/// Its name in Chinese; in English with `{:#}`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [zh, en] = match self {
            Self::Number => ["数", "a number"],
            Self::Date => ["日期", "a date"],
            Self::Flag => ["是否", "a yes or no"],
            Self::Text(_) => ["文字", "a text"],
            Self::Texts(_) => ["几项文字", "several texts"],
            Self::Blocks => ["一组记录", "a list of records"],
        };
        f.write_str(if f.alternate() { en } else { zh })
    }
}

impl Type {
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
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// A fact derived from a member's file.
    Fact(&'static Named),
    /// Whether a member stands in a form: its id, its place among those about members.
    Form(String, usize),
    /// A day of the round.
    Day(Day),
    /// A key of a member's file, with its number.
    Key(KeyId),
    /// A key that the unit has added.
    Custom(String, CustomType, KeyId),
    /// A figure, or what figures are counted by.
    Of(Figure),
}

/// What the relations of a table are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A column of the table.
    Column(String),
    /// Each of its columns, one after the other.
    EachColumn,
    /// A count beside the table: the block, its name.
    Beside(String, String),
    /// The number of rows of a register: its place among the forms about members.
    Rows(String, usize),
    /// The total of another table: its id, the column.
    Other(String, String),
    /// 预备党员计入, a setting of the round.
    Probationers,
}

impl Name {
    /// As it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Fact(fact) => fact.name.to_owned(),
            Self::Key(key) => key.route().to_owned(),
            Self::Form(name, _) | Self::Custom(name, ..) => name.clone(),
            Self::Day(day) => {
                let mut days = DAYS.iter();
                let named = days.find(|(_, known)| known == day);
                named.map_or("", |(name, _)| name).to_owned()
            }
            Self::Of(Figure::Column(name)) => name.clone(),
            Self::Of(Figure::EachColumn) => EACH.to_owned(),
            Self::Of(Figure::Beside(a, b) | Figure::Other(a, b)) => format!("{a}.{b}"),
            Self::Of(Figure::Rows(form, _)) => format!("{form}行数"),
            Self::Of(Figure::Probationers) => SETTING.to_owned(),
        }
    }
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

    /// The columns below a head.
    fn below(&self, head: &str) -> Option<Vec<Name>> {
        let _ = head;
        None
    }

    /// The number of rows of a register.
    fn rows(&self, form: &str) -> Option<Name> {
        let _ = form;
        None
    }
}

/// The block of keys added by units.
pub const CUSTOM: &str = "自定义";

/// The names of whatever is said of a member.
#[derive(Clone, Copy)]
pub struct MemberNames<'a> {
    /// Keys that the unit has added.
    pub custom: &'a CustomKeys,
    /// The ids of the forms that are about members.
    pub forms: &'a [String],
}

impl Names for MemberNames<'_> {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        if let Some(fact) = Named::find(name) {
            let of_fact = match fact.kind {
                DatumKind::Number => Type::Number,
                DatumKind::Flag | DatumKind::Population => Type::Flag,
                DatumKind::Word(words) => Type::Text(words),
                DatumKind::Words(words) => Type::Texts(words),
            };
            return Some((Name::Fact(fact), of_fact));
        }
        if let Some((_, day)) = DAYS.iter().find(|(known, _)| *known == name) {
            return Some((Name::Day(*day), Type::Date));
        }
        if let Some((CUSTOM, key)) = name.split_once('.') {
            let (of, id) = custom::find(self.custom, key)?;
            return Some((
                Name::Custom(key.to_owned(), of.clone(), id),
                Type::of_custom(of),
            ));
        }
        let Some(key) = single(name) else {
            let form = self.forms.iter().position(|id| id == name)?;
            return Some((Name::Form(name.to_owned(), form), Type::Flag));
        };
        let of_shape = match key.shape() {
            Shape::Scalar(kind) => Type::of(kind),
            Shape::Scalars(kind) => match Type::of(kind) {
                Type::Text(words) => Type::Texts(words),
                other => other,
            },
            Shape::Blocks => Type::Blocks,
            Shape::Other => return None,
        };
        Some((Name::Key(key), of_shape))
    }

    fn near(&self, name: &str) -> Option<String> {
        let facts = Named::all().map(|fact| fact.name.to_owned());
        let days = DAYS.iter().map(|(day, _)| (*day).to_owned());
        let custom = self.custom.keys().map(|key| format!("{CUSTOM}.{key}"));
        let mut names: Vec<String> = facts
            .chain(days)
            .chain(custom)
            .chain(routes().map(str::to_owned))
            .collect();
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

/// The routes of the keys of a member's file that can be asked for.
fn routes() -> impl Iterator<Item = &'static str> {
    let keys = Keys::range(Member::FIRST, Member::SIZE).iter();
    keys.map(KeyId::route)
        .filter(|route| single(route).is_some())
}

/// The key of a route; what stands in a list of blocks is no single value.
fn single(route: &str) -> Option<KeyId> {
    Member::key(route).filter(|key| !key.route().contains("[]"))
}

/// The names that the relations of a table can use.
#[derive(Clone, Debug, Default)]
pub struct ColumnNames {
    /// The columns.
    pub columns: Vec<String>,
    /// The heads of several columns, with the columns below each.
    pub heads: Vec<(String, Vec<String>)>,
    /// The counts beside the table: the block and its names.
    pub beside: Vec<(String, String)>,
    /// The ids of the forms that are about members.
    pub forms: Vec<String>,
    /// The columns of all tables, by id.
    pub tables: Vec<(String, Vec<String>)>,
}

/// Each column of a table.
const EACH: &str = "每列";
/// The setting of the round that relations can ask for.
const SETTING: &str = "预备党员计入";

impl Names for ColumnNames {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        if let Some(column) = self.columns.iter().find(|column| *column == name) {
            return Some((Name::Of(Figure::Column(column.clone())), Type::Number));
        }
        if name == EACH {
            return Some((Name::Of(Figure::EachColumn), Type::Number));
        }
        if name == SETTING {
            let words = Type::Text(ProbationerCount::WORDS);
            return Some((Name::Of(Figure::Probationers), words));
        }
        let (block, rest) = name.split_once('.')?;
        let pair = (block.to_owned(), rest.to_owned());
        if self.beside.contains(&pair) {
            return Some((Name::Of(Figure::Beside(pair.0, pair.1)), Type::Number));
        }
        let (_, columns) = self.tables.iter().find(|(id, _)| id == block)?;
        let is_there = columns.iter().any(|column| column == rest);
        is_there.then_some((Name::Of(Figure::Other(pair.0, pair.1)), Type::Number))
    }

    fn near(&self, name: &str) -> Option<String> {
        let beside = self
            .beside
            .iter()
            .map(|(block, name)| format!("{block}.{name}"));
        let names: Vec<String> = self.columns.iter().cloned().chain(beside).collect();
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }

    fn below(&self, head: &str) -> Option<Vec<Name>> {
        let (_, columns) = self.heads.iter().find(|(known, _)| known == head)?;
        let columns = columns.iter().cloned();
        Some(
            columns
                .map(|column| Name::Of(Figure::Column(column)))
                .collect(),
        )
    }

    fn rows(&self, form: &str) -> Option<Name> {
        let index = self.forms.iter().position(|id| id == form)?;
        Some(Name::Of(Figure::Rows(form.to_owned(), index)))
    }
}
