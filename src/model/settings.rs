//! How the checker is set: `paicha.yaml` at the top of the workspace.

use super::code::code_list;
use super::node::{Entry, Span};
use super::problem::Problem;
use super::provenance::KeyId;
use super::record::{Field, given_whole, named_entries, record};
use super::value::Value;

record! {
    /// Settings of a workspace.
    Settings {
        /// How bad findings of single rules are.
        levels: RuleLevels = "规则级别",
    }
}

code_list! {
    /// The level that a workspace gives to a rule.
    Level { Error = "错误", Warning = "警告", Notice = "提示", Off = "不报" }
}

/// Levels by the code or the name of a rule: what is written, its place, the
/// level.
#[derive(Clone, Debug, Default)]
pub struct RuleLevels {
    /// In the order of the file.
    pub by_rule: Vec<(String, Span, Value<Level>)>,
}

impl Field for RuleLevels {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let level = |named: &Entry| {
            let value: Option<Value<Level>> = Field::field(Some(named), key, problems);
            Some((named.key.clone(), named.key_span, value?))
        };
        let mut found = Vec::new();
        let entries = named_entries(entry, key, &mut found);
        let by_rule = entries.into_iter().filter_map(level).collect();
        problems.extend(found);
        Self { by_rule }
    }
}
