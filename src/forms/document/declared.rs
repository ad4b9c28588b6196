//! What a document can say.

use super::{SHARES, TOTAL};
use crate::model::handle::RegisterId;
use crate::model::node::Span;
use crate::prose::{Name, Template};

use crate::forms::declaration::Taken;
use crate::forms::source::Scope;

/// What a document says.
#[derive(Clone, Debug)]
pub struct Prose {
    /// For whom one is made: a branch, an organisation, the round.
    pub scope: Scope,
    /// The file of its text, beside the declaration, and where that is said.
    pub file: (String, Span),
    /// Its text.
    pub text: String,
    /// What can be filled in, by name.
    pub fields: Vec<(String, Field)>,
    /// The figures of other tables that it takes.
    pub taken: Vec<Taken>,
    /// The forms whose rows it asks for.
    pub asks_for: Vec<RegisterId>,
}

/// What can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A count of members.
    Count,
    /// A figure of another table: its id, the figure.
    Taken(String, String),
    /// A count divided into others.
    Divided {
        /// The others.
        parts: Vec<String>,
        /// The count.
        whole: String,
        /// Whether their shares are said.
        has_shares: bool,
        /// The words before them.
        lead: String,
    },
    /// The share of a count in another.
    Share {
        /// The count.
        part: String,
        /// The other.
        whole: String,
        /// How the other is called.
        called: String,
    },
    /// Names of those who are counted under the same name, so many at most.
    Persons(usize),
    /// What the organisation or the round says.
    Own(Own),
}

/// What can be said of the organisation and the round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// The full name.
    Name,
    /// The short name.
    ShortName,
    /// The secretary.
    Secretary,
    /// Who fills in the forms.
    FilledBy,
    /// The telephone.
    Phone,
    /// 填表日期.
    FilledOn,
    /// 排查前基准日.
    Baseline,
    /// 联系查找结束日.
    SearchEnded,
    /// 流动统计起始日.
    AwayFrom,
    /// The name of the round.
    Round,
    /// The number of its notice.
    Number,
    /// How many branches there are.
    Branches,
    /// The units that report figures only.
    Reporting,
    /// What is said before counts that leave those out.
    Listed,
    /// The stages of the round.
    Stages,
}

impl Own {
    /// All, by their names.
    pub const ALL: [(&'static str, Self); 15] = [
        ("组织名称", Self::Name),
        ("组织简称", Self::ShortName),
        ("书记", Self::Secretary),
        ("填表人", Self::FilledBy),
        ("联系电话", Self::Phone),
        ("填表日期", Self::FilledOn),
        ("排查前基准日", Self::Baseline),
        ("联系查找结束日", Self::SearchEnded),
        ("流动统计起始日", Self::AwayFrom),
        ("本轮名称", Self::Round),
        ("本轮文号", Self::Number),
        ("党支部数", Self::Branches),
        (Self::REPORTING, Self::Reporting),
        ("有名册的", Self::Listed),
        ("各阶段", Self::Stages),
    ];

    /// The name of the units that report figures only.
    pub const REPORTING: &'static str = "只报数字的单位";
}

impl Field {
    /// Whether it says another count.
    fn holds(&self, name: &str) -> bool {
        match self {
            Self::Divided { parts, whole, .. } => {
                whole == name || parts.iter().any(|it| it == name)
            }
            Self::Share { part, whole, .. } => part == name || whole == name,
            _ => false,
        }
    }

    fn is_number(&self) -> bool {
        match self {
            Self::Count | Self::Taken(..) | Self::Persons(_) => true,
            Self::Own(own) => matches!(own, Own::Branches | Own::Reporting | Own::Stages),
            Self::Divided { .. } | Self::Share { .. } => false,
        }
    }
}

impl Field {
    /// The cell of a count, of names, or of what the organisation says.
    pub fn cell(&self, name: &str) -> String {
        match self {
            Self::Taken(..) => format!("取自.{name}"),
            Self::Own(_) => cell_of_own(name),
            Self::Share { .. } => format!("{SHARES}.{name}"),
            _ => format!("{TOTAL}.{name}"),
        }
    }
}

/// The cell of what the organisation or the round says.
pub fn cell_of_own(name: &str) -> String {
    format!("本组织.{name}")
}

/// The cell of the share of one of the counts that another is divided into.
pub fn cell_of_part(name: &str, part: &str) -> String {
    format!("{SHARES}.{name}/{part}")
}

impl Prose {
    /// The names that its text can use.
    pub fn names(&self) -> Vec<Name> {
        let name = |(name, field): &(String, Field)| Name {
            name: name.clone(),
            is_number: field.is_number(),
        };
        self.fields.iter().map(name).collect()
    }

    /// What stands under a name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map(|(_, field)| field)
    }

    /// The names of what is declared and not said, neither by itself nor within another.
    pub fn unused(&self, template: &Template) -> Vec<&str> {
        let used = |name: &str| {
            let mut used = template.used.iter().map(|at| &self.fields[*at]);
            used.any(|(known, field)| known == name || field.holds(name))
        };
        let own = self.fields.iter();
        let own = own.filter(|(_, field)| !matches!(field, Field::Own(_)));
        let names = own.map(|(name, _)| name.as_str());
        names.filter(|name| !used(name)).collect()
    }

    /// Whether members are counted or named.
    pub fn counts(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|(_, field)| matches!(field, Field::Count | Field::Persons(_)))
    }
}
