//! The names that expressions can use, and their types.

use crate::derive::named::NamedFact;
use crate::derive::value::Type;
use crate::model::code::Code as _;
use crate::model::codes::ProbationerCount;
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::custom_keys;
use crate::model::ethnicity::Ethnicity;
use crate::model::handle::{ById, RegisterId};
use crate::model::meaning::{Kind, Shape};
use crate::model::member::Member;
use crate::model::nearest::{near_values, nearest};
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys};
use crate::model::record::Record as _;
use crate::model::value::Scalar as _;

/// A name that was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// A fact derived from a member's file, or a day of the round.
    Fact(&'static NamedFact),
    /// Whether a member stands in a form, and its id.
    Form(String, RegisterId),
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
    /// The number of rows of a register, and its id.
    Rows(String, RegisterId),
    /// The total of another table: its id, the column.
    Other(String, String),
    /// 预备党员计入, a setting of the round.
    Probationers,
}

impl Name {
    /// The words of which its value is one, if it is of this type; none where it may be
    /// any text.
    pub fn words(&self, of: Type) -> Vec<&str> {
        match (self, of) {
            (Self::Custom(_, CustomType::Choice(words), _), _) => {
                words.iter().map(String::as_str).collect()
            }
            (_, Type::Text(words) | Type::Texts(words)) => words.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The text of a value that a word means, if this is of a type; where it can have none
    /// such, the one most like it, if any is.
    ///
    /// # Errors
    /// Where no value can be so.
    pub fn meant(&self, of: Type, word: &str) -> Result<String, Option<String>> {
        let is_people = match self {
            Self::Key(key) => key.shape() == Shape::Scalar(Kind::People),
            _ => false,
        };
        if is_people {
            let near = || {
                let names: Vec<String> = Ethnicity::names().collect();
                let near = near_values(word, names.iter().map(String::as_str)).pop();
                near.map(str::to_owned)
            };
            let people = Ethnicity::read(word);
            return people.map(Ethnicity::name).map_err(|_| near());
        }
        let words = self.words(of);
        match words.is_empty() || words.contains(&word) {
            true => Ok(word.to_owned()),
            false => Err(near_values(word, words.into_iter())
                .pop()
                .map(str::to_owned)),
        }
    }

    /// As it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Fact(fact) => fact.name.to_owned(),
            Self::Key(key) => key.route().to_owned(),
            Self::Form(name, _) | Self::Custom(name, ..) | Self::Of(Figure::Column(name)) => {
                name.clone()
            }
            Self::Of(Figure::EachColumn) => EACH.to_owned(),
            Self::Of(Figure::Beside(a, b) | Figure::Other(a, b)) => format!("{a}.{b}"),
            Self::Of(Figure::Rows(form, _)) => format!("{form}行数"),
            Self::Of(Figure::Probationers) => SETTING.to_owned(),
        }
    }
}

/// The names that can be used in a place.
pub trait Names {
    /// A name with its type.
    fn find(&self, name: &str) -> Option<(Name, Type)>;

    /// The name most like one that is not there.
    fn near(&self, name: &str) -> Option<String>;

    /// The columns below a head.
    fn below(&self, _head: &str) -> Option<Vec<Name>> {
        None
    }

    /// A list, and the names that can be used of each of its entries.
    fn entries(&self, _list: &str) -> Option<(KeyId, Box<dyn Names + '_>)> {
        None
    }

    /// The number of rows of a register.
    fn rows(&self, _form: &str) -> Option<Name> {
        None
    }
}

/// The entry of a list that is meant.
const ENTRY: &str = "本条";
/// The block of keys added by units.
pub const CUSTOM: &str = "自定义";

/// The names of whatever is said of a member.
#[derive(Clone, Copy)]
pub struct MemberNames<'a> {
    /// Keys that the unit has added.
    pub custom: &'a CustomKeys,
    /// The ids of the forms that are about members.
    pub forms: &'a ById<RegisterId, String>,
    /// The list of which each entry is asked: 本条.日期.
    pub list: Option<&'a str>,
}

impl MemberNames<'_> {
    /// A key of the entry that is meant.
    fn of_entry(&self, name: &str) -> Option<KeyId> {
        let key = name.strip_prefix(ENTRY)?.strip_prefix('.')?;
        Member::key(&format!("{}.{key}", self.list?))
    }
}

impl Names for MemberNames<'_> {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        if let Some(fact) = NamedFact::find(name) {
            return Some((Name::Fact(fact), fact.of));
        }
        if let Some((CUSTOM, key)) = name.split_once('.') {
            let (of, id) = custom_keys::find(self.custom, key)?;
            let custom = Name::Custom(key.to_owned(), of.clone(), id);
            return Some((custom, of_custom(of)));
        }
        let Some(key) = single(name).or_else(|| self.of_entry(name)) else {
            let form = self.forms.find(|id| id == name)?;
            return Some((Name::Form(name.to_owned(), form), Type::Flag));
        };
        let of = match key.shape() {
            Shape::Scalar(Kind::Text | Kind::People) => Type::Text(&[]),
            Shape::Scalar(Kind::Word(words)) => Type::Text(words),
            Shape::Scalars(Kind::Text | Kind::People) => Type::Texts(&[]),
            Shape::Scalars(Kind::Word(words)) => Type::Texts(words),
            Shape::Scalar(Kind::Number) | Shape::Scalars(Kind::Number) => Type::Number,
            Shape::Scalar(Kind::Date) | Shape::Scalars(Kind::Date) => Type::Date,
            Shape::Scalar(Kind::Flag) | Shape::Scalars(Kind::Flag) => Type::Flag,
            Shape::Blocks => Type::Blocks,
            Shape::Other => return None,
        };
        Some((Name::Key(key), of))
    }

    fn near(&self, name: &str) -> Option<String> {
        let facts = NamedFact::all().map(|fact| fact.name.to_owned());
        let custom = self.custom.keys().map(|key| format!("{CUSTOM}.{key}"));
        let keys = Keys::range(Member::FIRST, Member::SIZE).iter();
        let routes = keys.filter_map(|key| single(key.route()));
        let routes = routes.map(|key| key.route().to_owned());
        let mut names: Vec<String> = facts.chain(custom).chain(routes).collect();
        if let Some(list) = self.list {
            let below = Keys::range(Member::FIRST, Member::SIZE).iter();
            let below = below.filter_map(|key| key.route().strip_prefix(list)?.strip_prefix("[]"));
            names.extend(below.map(|key| format!("{ENTRY}{key}")));
        }
        // What would itself be refused is no way out.
        names.retain(|known| self.find(known).is_some());
        // A key of a block is like others of that block.
        if let Some((block, _)) = name.split_once('.') {
            let block = format!("{block}.");
            if names.iter().any(|known| known.starts_with(&block)) {
                names.retain(|known| known.starts_with(&block));
            }
        }
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }

    fn entries(&self, list: &str) -> Option<(KeyId, Box<dyn Names + '_>)> {
        let key = single(list).filter(|key| lists().any(|list| list == key.route()))?;
        let list = Some(key.route());
        Some((key, Box::new(MemberNames { list, ..*self })))
    }
}

/// The lists of blocks that members have.
pub fn lists() -> impl Iterator<Item = &'static str> {
    let keys = Keys::range(Member::FIRST, Member::SIZE).iter();
    let below = keys.filter_map(|key| Some(key.route().split_once("[]")?.0));
    let mut last = "";
    below.filter(move |list| std::mem::replace(&mut last, list) != *list)
}

fn of_custom(of: &CustomType) -> Type {
    match of {
        CustomType::Text | CustomType::Choice(_) => Type::Text(&[]),
        CustomType::Number => Type::Number,
        CustomType::Date => Type::Date,
        CustomType::Flag => Type::Flag,
    }
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
    /// Whether they have numbers: 列1 is the first.
    pub numbered: bool,
    /// The heads of several columns, with the columns below each.
    pub heads: Vec<(String, Vec<String>)>,
    /// The counts beside the table: the block and its names.
    pub beside: Vec<(String, String)>,
    /// The ids of the forms that are about members.
    pub forms: ById<RegisterId, String>,
    /// The columns of all tables, by id.
    pub tables: Vec<(String, Vec<String>)>,
    /// The ids of forms that have several rows for one member: those are not counted.
    pub of_entries: Vec<String>,
}

/// Before the number of a column.
const NUMBERED: &str = "列";
/// Each column of a table.
const EACH: &str = "每列";
/// The setting of the round that relations can ask for.
const SETTING: &str = "预备党员计入";

impl ColumnNames {
    /// The column of a number: 列1.
    fn by_number(&self, name: &str) -> Option<&String> {
        let number = name.strip_prefix(NUMBERED).filter(|_| self.numbered)?;
        self.columns
            .get(number.parse::<usize>().ok()?.checked_sub(1)?)
    }
}

impl Names for ColumnNames {
    fn find(&self, name: &str) -> Option<(Name, Type)> {
        let figure = if self.columns.iter().any(|column| column == name) {
            Figure::Column(name.to_owned())
        } else if let Some(column) = self.by_number(name) {
            Figure::Column(column.clone())
        } else if name == EACH {
            Figure::EachColumn
        } else if name == SETTING {
            let words = Type::Text(ProbationerCount::WORDS);
            return Some((Name::Of(Figure::Probationers), words));
        } else {
            let (block, rest) = name.split_once('.')?;
            let pair = (block.to_owned(), rest.to_owned());
            if self.beside.contains(&pair) {
                Figure::Beside(pair.0, pair.1)
            } else {
                let (_, columns) = self.tables.iter().find(|(id, _)| id == block)?;
                columns.iter().find(|column| *column == rest)?;
                Figure::Other(pair.0, pair.1)
            }
        };
        Some((Name::Of(figure), Type::Number))
    }

    fn near(&self, name: &str) -> Option<String> {
        let beside = self.beside.iter();
        let beside = beside.map(|(block, name)| format!("{block}.{name}"));
        let names: Vec<String> = self.columns.iter().cloned().chain(beside).collect();
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }

    fn below(&self, head: &str) -> Option<Vec<Name>> {
        let columns = match head.split_once("..") {
            Some((from, to)) => {
                let place = |name| {
                    let of = self.by_number(name)?;
                    self.columns.iter().position(|column| column == of)
                };
                self.columns.get(place(from)?..=place(to)?)?
            }
            None => &self.heads.iter().find(|(known, _)| known == head)?.1,
        };
        let column = |column: &String| Name::Of(Figure::Column(column.clone()));
        Some(columns.iter().map(column).collect())
    }

    fn rows(&self, form: &str) -> Option<Name> {
        let is_counted = !self.of_entries.iter().any(|id| id == form);
        let index = self.forms.find(|id| id == form).filter(|_| is_counted)?;
        Some(Name::Of(Figure::Rows(form.to_owned(), index)))
    }
}
