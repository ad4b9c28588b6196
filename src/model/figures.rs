//! 汇总上报.yaml: a unit that reports figures only.

use super::dates::FillDates;
use super::member::Text;
use super::named::Named;
use super::node::{Entry, Span};
use super::problem::Problem;
use super::record::{Field, named_entries, record};
use super::value::Value;

record! {
    /// The figures of a unit below, as `summary --format yaml` writes them.
    ReportedFigures {
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
        /// Figures of 附件6.
        loss: Option<ReportedTable> = "附件6" required,
        /// Figures of 附件7.
        outcome: Option<ReportedTable> = "附件7" required,
        /// Figures of tables that units have designed themselves, by their ids.
        others: Named<ReportedTable> = "其他表",
        /// SHA-256 of the canonical JSON.
        checksum: Text = "校验和",
    }
}

record! {
    /// One table of figures.
    ReportedTable {
        /// Figures by row and column.
        rows: Figures = "行" required,
        /// Figures beside the table of 附件6.
        supplement: Counts = "补充资料",
        /// Reconciliation of 附件7.
        reconciliation: Counts = "对账",
    }
}

/// Named numbers with their places.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Name, place of the name, number.
    pub entries: Vec<(String, Span, Value<i32>)>,
}

/// Rows of named numbers.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Name of the row, its place, its numbers.
    pub rows: Vec<(String, Span, Counts)>,
}

impl Field for Counts {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let mut entries = Vec::new();
        for entry in named_entries(entry, problems) {
            if let Some(value) = Field::field(Some(entry), problems) {
                entries.push((entry.key.clone(), entry.key_span, value));
            }
        }
        Self { entries }
    }
}

impl Field for Figures {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let mut rows = Vec::new();
        for entry in named_entries(entry, problems) {
            rows.push((
                entry.key.clone(),
                entry.key_span,
                Counts::field(Some(entry), problems),
            ));
        }
        Self { rows }
    }
}
