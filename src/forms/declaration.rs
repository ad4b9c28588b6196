//! `form.yaml`: what a form says of itself.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::tabulate::Condition;

/// The declaration of a form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Id, as 附件1.
    #[serde(rename = "编号")]
    pub id: String,
    /// Title.
    #[serde(rename = "标题")]
    pub title: String,
    /// Paper.
    #[serde(rename = "纸张")]
    pub paper: Paper,
    /// For whom one output is made.
    #[serde(rename = "范围")]
    pub scope: Scope,
    /// Which members: the facts one of which must hold.
    #[serde(rename = "对象", default)]
    pub members: Names,
    /// How many copies are handed in.
    #[serde(rename = "份数", default = "one")]
    pub copies: u32,
    /// Path of an output below `out/`, a Tera pattern of `org`, `id`, `title`
    /// and `member`.
    #[serde(rename = "输出")]
    pub output: String,
    /// How many pages the form has when nothing runs over, without the notes.
    #[serde(rename = "页数", default = "one_page")]
    pub pages: usize,
    /// Cells of a card, all of which must be printed: `手机号码`,
    /// `家庭主要成员[].姓名`. Without them a card may have any and need have none.
    #[serde(rename = "格", default)]
    pub cells: Vec<String>,
    /// Columns of a register, or the header tree of a cross-table.
    #[serde(rename = "列", default)]
    pub columns: Vec<Column>,
    /// Rows of a cross-table.
    #[serde(rename = "行")]
    pub rows: Option<RowAxis>,
    /// Population of a cross-table.
    #[serde(rename = "人群", default)]
    pub population: Names,
    /// The two words of the corner cell.
    #[serde(rename = "角", default)]
    pub corner: Vec<String>,
    /// Cells above the table.
    #[serde(rename = "表首", default)]
    pub head: Vec<String>,
    /// Cells below the table.
    #[serde(rename = "表尾", default)]
    pub foot: Vec<String>,
    /// A note below the table.
    #[serde(rename = "表注")]
    pub remark: Option<String>,
    /// Counts beside a cross-table, by name.
    #[serde(rename = "补充资料", default)]
    pub supplement: IndexMap<String, Supplement>,
    /// Whether a cross-table is reconciled with the registers.
    #[serde(rename = "对账", default)]
    pub reconciled: bool,
    /// The notes page.
    #[serde(rename = "说明")]
    pub notes: Option<Notes>,
}

fn one() -> u32 {
    1
}

fn one_page() -> usize {
    1
}

/// For whom one output is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Scope {
    /// For each member.
    #[serde(rename = "党员")]
    Member,
    /// For each branch.
    #[serde(rename = "党支部")]
    Branch,
    /// For each organisation.
    #[serde(rename = "组织")]
    Organisation,
}

/// Paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Paper {
    /// A4 upright.
    #[serde(rename = "纵向")]
    Portrait,
    /// A4 lying.
    #[serde(rename = "横向")]
    Landscape,
}

/// One name or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// None.
    #[default]
    None,
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Names {
    /// As a list.
    pub fn list(&self) -> Vec<String> {
        match self {
            Self::None => Vec::new(),
            Self::One(name) => vec![name.clone()],
            Self::Several(names) => names.clone(),
        }
    }
}

/// A column of a register, or a node of a header tree.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Register: the key of the value.
    #[serde(rename = "键")]
    pub key: Option<String>,
    /// Register: the head.
    #[serde(rename = "表头")]
    pub head: Option<String>,
    /// Width in mm.
    #[serde(rename = "宽")]
    pub width: Option<f64>,
    /// Register: how the value is printed.
    #[serde(rename = "格式")]
    pub format: Option<Format>,
    /// Cross-table: the head.
    #[serde(rename = "头")]
    pub node_head: Option<String>,
    /// Cross-table: the name of a leaf.
    #[serde(rename = "名")]
    pub name: Option<String>,
    /// Cross-table: the population of a leaf, where it is not the table's.
    #[serde(rename = "人群", default)]
    pub population: Names,
    /// Cross-table: the condition of a leaf.
    #[serde(rename = "条件", default)]
    pub condition: Condition,
    /// Cross-table: the setting of the round that says whether the rows other
    /// than the total are given.
    #[serde(rename = "分行")]
    pub split: Option<Split>,
    /// Cross-table: what stands below.
    #[serde(rename = "列", default)]
    pub children: Vec<Column>,
}

/// How a value is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Format {
    /// The circled number.
    #[serde(rename = "代码")]
    Code,
}

/// A setting of the round that governs a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Split {
    /// 在册按群体.
    #[serde(rename = "在册按群体")]
    RollByGroup,
}

/// Rows of a cross-table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowAxis {
    /// The fact.
    #[serde(rename = "按")]
    pub by: String,
    /// Its words.
    #[serde(rename = "值")]
    pub values: Vec<String>,
    /// Name of the total.
    #[serde(rename = "合计")]
    pub total: String,
    /// The row of members for whom the fact is not given.
    #[serde(rename = "其余")]
    pub otherwise: Option<String>,
}

/// A count beside a cross-table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplement {
    /// Who is counted.
    #[serde(rename = "人群")]
    pub population: Names,
}

/// The notes page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// Its title.
    #[serde(rename = "标题")]
    pub title: String,
    /// Its paragraphs.
    #[serde(rename = "条文")]
    pub paragraphs: Vec<String>,
}
