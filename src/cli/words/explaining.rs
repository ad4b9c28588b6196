//! The words of `explain`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    explain: "说明一条规则（含义、依据、示例、怎样豁免）、一栏可写的键，或一名党员怎样计数、为什么；都不写时列出全部规则"
        "Explain a rule (meaning, basis, examples, waiver), the keys of a block, or how a member is counted and why; without any list all rules";
    explain_code: "规则的编号或名称，例如 E0101；或者 党员、党组织、排查，或者其中一栏，例如 转出；或者党员的文件、姓名"
        "Code or Chinese name of a rule, as E0101; or 党员, 党组织, 排查, or a block in them, as 转出; or a member's file or name";
    explain_cell: "一个数字里数了谁：表、行、列，例如 附件6 合计 年龄/36岁至45岁" "Who is behind a figure: form, row, column, as 附件6 合计 年龄/36岁至45岁";
    explain_org: "--cell：只看这个党组织" "With --cell: the figure of this organisation";
    explain_format: "党员和 --cell 的格式：text（默认）、json" "Format of members and --cell: text (default), json";
    table_cell: "格" "CELL";
    code: "编号或党员" "CODE or FILE";
}

sentences! {
    /// A rule that is not there.
    not_a_rule(name: &str, near: &str):
        "错误：没有“{name}”这条规则、这一栏，也没有这名党员{near}\n用 paicha explain 列出全部规则，用 paicha explain 党员 列出党员的键"
        "error: there is no rule, no block and no member “{name}”{near}\nsee paicha explain for a list of rules, paicha explain 党员 for the keys of members";
    /// A member whose file could not be read.
    not_explained(path: &str):
        "{path} 读不出，看不出怎样计数；先改正上面的错误"
        "{path} cannot be read, so nothing can be said of it: mend the errors above first";
    /// A name of several members.
    several(name: &str, paths: &str):
        "错误：“{name}”有几名党员，请写明是哪个文件：\n{paths}"
        "error: several members are called “{name}”; name the file:\n{paths}";
    perhaps(near: &str): "；是不是“{near}”？" "; is it “{near}”?";
}

impl Words {
    /// Several members of a name: their files, a line each.
    pub fn several_members(&self, name: &str, paths: &[String]) -> String {
        let paths = paths.iter().map(|path| format!("  {path}"));
        self.several(name, &paths.collect::<Vec<_>>().join("\n"))
    }

    /// No such rule, block or member; the one most like it.
    pub fn no_rule(&self, name: &str, near: Option<&str>) -> String {
        self.not_a_rule(
            name,
            &near.map(|near| self.perhaps(near)).unwrap_or_default(),
        )
    }
}
