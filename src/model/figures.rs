//! 汇总上报.yaml: a unit that reports figures only.

use super::dates::FillDates;
use super::field::Field;
use super::key::Key;
use super::named::Named;
use super::node::{Entry, Kind, Node, Span};
use super::numbered::{Document, Limits};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::record::{Record as _, record};
use super::scalars::Text;
use super::value::Value;

record! {
    /// What stands beside the tables.
    ReportedHead {
        /// Path of the organisation there.
        path: Text = "路径",
        /// Its name.
        name: Text = "名称",
        /// Its kind.
        kind: Text = "类型",
        /// Reporting unit.
        unit: Text = "填报单位",
        /// Day of the figures.
        filled_on: FillDates = "填表日期" required,
        /// Figures of tables that units have designed themselves, by their ids.
        others: Named<ReportedTable> = "其他表" "自己设计的表的数",
        /// SHA-256 of the canonical JSON.
        checksum: Text = "校验和" "手工填的不写",
    }
}

record! {
    /// One table of figures.
    ReportedTable {
        /// Figures by row and column.
        rows: Figures = "行" required,
        /// Figures beside the table.
        supplement: Counts = "补充资料",
        /// Reconciliation with the registers.
        reconciliation: Counts = "对账",
    }
}

impl ReportedTable {
    /// The counts of a block beside the table.
    pub fn counts(&self, block: &str) -> &Counts {
        match block {
            "补充资料" => &self.supplement,
            _ => &self.reconciliation,
        }
    }

    /// The blocks beside the table, by their names.
    pub fn blocks(&self) -> [(&'static str, &Counts); 2] {
        ["补充资料", "对账"].map(|name| (name, self.counts(name)))
    }
}

/// The figures of a unit below, as `summary --format yaml` writes them: the tables of
/// the notice stand by their ids beside the other keys.
#[derive(Clone, Debug)]
pub struct ReportedFigures {
    /// What stands beside the tables.
    pub head: ReportedHead,
    /// The tables of the notice: id, its place, figures.
    pub tables: Named<ReportedTable>,
    /// Whether it holds the figures of several units instead: that is told, and no figure
    /// is missing.
    pub is_of_several: bool,
}

/// Under this key stand the tables that units have designed themselves.
pub const OTHERS: &str = "其他表";

/// Under this key `summary` writes several units.
pub const SEVERAL: &str = "组织";

impl ReportedFigures {
    /// The figures of a table.
    pub fn table(&self, id: &str, is_of_notice: bool) -> Option<&ReportedTable> {
        match is_of_notice {
            true => self.tables.get(id),
            false => self.head.others.get(id),
        }
    }

    /// Whether changes on the way would be seen.
    pub fn has_checksum(&self) -> bool {
        self.head.checksum.is_some()
    }

    /// The keys that are no tables.
    pub fn others(&self) -> impl Iterator<Item = String> {
        ReportedHead::KEYS.iter().map(|key| key.name.to_owned())
    }
}

/// A key that is none of the head's is the id of a table.
impl Document for ReportedFigures {
    const LIMITS: Limits = Limits::TABLES;
    const NAME: &'static str = "汇总上报";
    const KEYS: &'static [Key] = ReportedHead::KEYS;

    fn read(node: &Node, problems: &mut Vec<Problem>) -> Self {
        let is_of_head =
            |entry: &&Entry| ReportedHead::KEYS.iter().any(|key| key.name == entry.key);
        let (head, tables) = match &node.kind {
            Kind::Map(entries) => entries
                .iter()
                .cloned()
                .partition(|entry| is_of_head(&entry)),
            _ => (Vec::new(), Vec::new()),
        };
        let of = |kind: Kind| Node {
            span: node.span,
            ..Node::from(kind)
        };
        if let Some(several) = tables.iter().find(|entry| entry.key == SEVERAL) {
            let fault = Fault::SeveralUnits;
            problems.push(Problem::new(several.key_span, fault, Keys::NONE));
            let nothing = of(Kind::Null);
            return Self {
                head: ReportedHead::read(&nothing, node.span, KeyId::NONE, &mut Vec::new()),
                tables: Named::default(),
                is_of_several: true,
            };
        }
        let head = match &node.kind {
            Kind::Map(_) => of(Kind::Map(head)),
            other => of(other.clone()),
        };
        let tables = Entry {
            key: String::new(),
            key_span: Span::default(),
            value: of(Kind::Map(tables)),
        };
        Self {
            head: ReportedHead::read(&head, Span::default(), KeyId::NONE, problems),
            tables: Field::field(Some(&tables), KeyId::NONE, problems),
            is_of_several: false,
        }
    }

    fn keys_of(_: &str) -> Keys {
        Keys::NONE
    }
}

/// Figures of one row, or beside a table, by column or name; one left out is 0.
pub type Counts = Named<Value<i32>>;

/// Rows of named numbers.
pub type Figures = Named<Counts>;
