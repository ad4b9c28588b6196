//! How the checker is set: `paicha.yaml` at the top of the workspace.

use super::code::code_list;
use super::named::Named;
use super::record::record;
use super::value::Value;

record! {
    /// Settings of a workspace.
    Settings {
        /// How bad findings of single rules are.
        levels: RuleLevels = "规则级别" "规则的编号或者名称，后面写级别",
    }
}

code_list! {
    /// The level that a workspace gives to a rule.
    Level { Error = "错误", Warning = "警告", Notice = "提示", Off = "不报" }
}

/// Levels by the code or the name of a rule.
pub type RuleLevels = Named<Value<Level>>;
