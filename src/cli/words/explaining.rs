//! The words of `explain`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    explain: "说明一条规则（含义、依据、示例、怎样豁免），或一栏可写的键；都不写时列出全部规则"
        "Explain a rule (meaning, basis, examples, waiver) or the keys of a block; without either list all rules";
    explain_code: "规则的编号或名称，例如 E0101；或者 党员、党组织、排查，或者其中一栏，例如 转出"
        "Code or Chinese name of a rule, as E0101; or 党员, 党组织, 排查, or a block in them, as 转出";
    explain_cell: "一个数字里数了谁：表、行、列，例如 附件6 合计 年龄/36岁至45岁" "Who is behind a figure: form, row, column, as 附件6 合计 年龄/36岁至45岁";
    explain_org: "--cell：只看这个党组织" "With --cell: the figure of this organisation";
    explain_format: "--cell 的格式：text（默认）、json" "Format of --cell: text (default), json";
    table_cell: "格" "CELL";
    code: "编号" "CODE";
}

sentences! {
    /// A rule that is not there.
    not_a_rule(name: &str, near: &str):
        "错误：没有“{name}”这条规则，也没有这一栏{near}\n用 paicha explain 列出全部规则，用 paicha explain 党员 列出党员的键"
        "error: there is no rule and no block “{name}”{near}\nsee paicha explain for a list of rules, paicha explain 党员 for the keys of members";
    perhaps(near: &str): "；是不是“{near}”？" "; is it “{near}”?";
}

impl Words {
    /// No such rule; the one most like it.
    pub fn no_rule(&self, name: &str, near: Option<&str>) -> String {
        self.not_a_rule(
            name,
            &near.map(|near| self.perhaps(near)).unwrap_or_default(),
        )
    }
}
