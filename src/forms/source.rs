//! `form.yaml` as it stands in the file, each value with its place.

use super::kinds::record_for;
use super::mixed::Mixed;
use super::points::source::PointSource;
use super::table_source::TableSource;
use crate::model::code::code_list;
use crate::model::entries::named_entries;
use crate::model::field::{Field, Nested, given_whole};
use crate::model::named::Named;
use crate::model::node::{Entry, Kind, Span};
use crate::model::numbered::{Limits, Numbered};
use crate::model::problem::{Fault, Problem};
use crate::model::provenance::{KeyId, Keys};
use crate::model::record::record;
use crate::model::scalars::{Formula, Line, Lines, Prose};
use crate::model::value::Value;

/// What is written on one line.
pub type Name = Option<Value<Line>>;
/// An expression, or what is written as one.
pub type Text = Option<Value<Formula>>;
/// Several of them.
pub type Texts = Vec<Value<Formula>>;
/// What is printed as it stands.
pub type Prints = Vec<Value<Lines>>;

record_for! {
    /// A form.
    FormSource {
        /// Id, as 附件1.
        id: Name = "编号" required => forms,
        /// Title.
        title: Prose = "标题" required => forms,
        /// Paper.
        paper: Option<Value<Paper>> = "纸张" required => forms,
        /// For whom one output is made.
        scope: Option<Value<Scope>> = "范围" required => forms,
        /// Which members: the facts one of which must hold.
        members: Texts = "对象" => [Card, Register],
        /// What else must hold for a member.
        filter: Text = "筛选" => [Card, Register],
        /// The list of members of which a register has a row for each entry.
        entries: Text = "逐条" => [Register],
        /// Which of its entries.
        entry_filter: Text = "逐条筛选" => [Register],
        /// By what the rows of a register are sorted.
        sort: Texts = "排序" => [Register],
        /// Whether a register is made for organisations above branches, too, with the rows of
        /// all their branches.
        all_levels: Option<Value<bool>> = "逐级" => [Register, Several],
        /// By what the rows of a register are grouped.
        group: Text = "分组" => [Register],
        /// How many copies are handed in.
        copies: Option<Value<i32>> = "份数" => forms,
        /// Pages without the notes.
        pages: Option<Value<i32>> = "页数" => forms,
        /// Path of an output below `out/`.
        output: Name = "输出" required => forms,
        /// Cells of a card.
        cells: Mixed<CellSource> = "格" => [Card],
        /// Cells of a card that only some members have, or all whose names begin so: who.
        reserved: Reserved = "仅限" => [Card],
        /// Columns of a register, or the header tree of a cross-table.
        columns: Vec<ColumnSource> = "列" => [Register, Points, Table, Taken],
        /// Rows of a cross-table.
        rows: Option<RowsSource> = "行" => [Table, Taken],
        /// Whether the columns of a cross-table are numbered.
        numbered: Option<Value<bool>> = "列号" => [Table, Taken],
        /// Population of a cross-table.
        population: Texts = "人群" => [Table],
        /// The two words of the corner cell.
        corner: Prints = "角" => [Table, Taken],
        /// The tables of a form of several, one below the other.
        tables: Vec<TableSource> = "表" => [Several],
        /// Cells above the table.
        head: Texts = "表首" => [Register, Points, Table, Taken, Several],
        /// Cells below the table.
        foot: Texts = "表尾" => [Register, Points, Table, Taken, Several],
        /// A note below the table.
        remark: Prose = "表注" => [Register, Points],
        /// What a register without rows says in its place.
        without_rows: Prose = "空表" => [Register],
        /// Rows that are declared, with how many members each and who.
        points: Vec<PointSource> = "事项" => [Points],
        /// Counts beside a cross-table.
        supplement: Named<SupplementSource> = "补充资料" => [Table],
        /// What must hold between columns of a cross-table.
        relations: Mixed<RelationSource> = "关系" => [Table, Taken],
        /// How those who stand in registers are accounted for.
        reconciled: Option<ReconciledSource> = "对账" => [Table],
        /// Whether the figures of a cross-table are handed up by themselves.
        handed_up: Option<Value<bool>> = "上报" => [Table],
        /// Keys that members can have for this form.
        custom: CustomSource = "自定义" => forms,
        /// Whether it is made only where the round names it.
        optional: Option<Value<bool>> = "另选" => forms,
        /// Whether a digest of what is printed stands at the foot.
        stamped: Option<Value<bool>> = "核验码" => forms,
        /// A document: the file of its text, beside the declaration.
        text: Name = "正文" => [Document],
        /// A document: what is counted.
        counted: Named<CountSource> = "统计" => [Document],
        /// A document: a count divided into others.
        divided: Named<DividedSource> = "分项" => [Document],
        /// A document: the share of one count in another.
        shares: Named<ShareSource> = "占比" => [Document],
        /// A document: who is named.
        persons: Named<PersonsSource> = "名单" => [Document],
        /// The notes page.
        notes: Option<NotesSource> = "说明" => [Card, Register, Points, Table, Taken, Several],
    }
}

record! {
    /// A cell of a card.
    CellSource {
        /// A cell that the program knows, a key of the members, or any name.
        key: Text = "键" required,
        /// An expression.
        value: Text = "值",
        /// How the value is printed.
        format: Option<Value<Format>> = "格式",
        /// What is said of a condition that holds, and of one that does not.
        words: Texts = "词",
    }
}

record_for! {
    /// A column of a register, or a node of a header tree.
    ColumnSource {
        /// Register: a column that the program knows, or a key of the members.
        key: Text = "键" => [RegisterColumn, PointColumn],
        /// Register: an expression.
        value: Text = "值" => [RegisterColumn],
        /// Register: the head.
        head: Prose = "表头" => [RegisterColumn, PointColumn],
        /// Register: the width in mm.
        width: Text = "宽" => [RegisterColumn, PointColumn, Counting, Adding, Taking],
        /// Register: how the value is printed.
        format: Option<Value<Format>> = "格式" => [RegisterColumn],
        /// Cross-table: the head.
        node_head: Text = "头" => [Counting, Adding, Taking, Head],
        /// Cross-table: the name of a leaf.
        name: Name = "名" => [Counting, Adding, Taking],
        /// Cross-table: the population of a leaf.
        population: Texts = "人群" => [Counting],
        /// Cross-table: the condition of a leaf.
        condition: Text = "条件" => [Counting],
        /// Cross-table: the columns whose sum a leaf is.
        sum: Texts = "和" => [Adding],
        /// Cross-table with a line for each organisation: the figure of another table that a
        /// leaf shows.
        taken: Text = "取自" => [Taking],
        /// Cross-table: the setting that says whether other rows than the total
        /// are given.
        split: Option<Value<Split>> = "分行" => [Counting, Adding],
        /// Cross-table: what stands below.
        children: Nested<ColumnSource> = "列" => [Counting, Adding, Taking, Head],
    }
}

record! {
    /// Rows of a cross-table.
    RowsSource {
        /// An expression whose text says the row.
        by: Text = "按" required,
        /// The rows.
        values: Mixed<RowSource> = "值",
        /// Name of the total.
        total: Text = "合计" required,
        /// The row of everybody else.
        otherwise: Text = "其余",
        /// Whether the total comes first.
        total_first: Option<Value<bool>> = "合计在前",
        /// Whether the rows are numbered.
        numbered: Option<Value<bool>> = "行次",
    }
}

record! {
    /// A row of a cross-table.
    RowSource {
        /// Its name; where nothing else is said, the text that is counted in it.
        name: Text = "名" required,
        /// The texts that are counted in it.
        texts: Texts = "含",
    }
}

record! {
    /// A count beside a cross-table.
    SupplementSource {
        /// Who is counted.
        population: Texts = "人群" required,
    }
}

record! {
    /// What must hold between figures.
    RelationSource {
        /// The expression.
        expression: Text = "式" required,
        /// Only the last row is meant.
        only_total: Option<Value<bool>> = "只看合计",
        /// How bad it is that it does not hold.
        level: Option<Value<RelationLevel>> = "级别",
    }
}

code_list! {
    /// How bad it is that a relation does not hold.
    RelationLevel { Error = "错误", Warning = "警告" }
}

record! {
    /// How those who stand in registers are accounted for.
    ReconciledSource {
        /// The registers, each a count.
        equal: Texts = "等于" required,
        /// The counts that they are divided into.
        parts: Vec<PartSource> = "分为" required,
    }
}

record! {
    /// A count of a reconciliation.
    PartSource {
        /// Its name.
        name: Text = "名" required,
        /// Who is counted; without it, those whom no other counts.
        condition: Text = "条件",
        /// Whether the line is printed as soon as somebody is counted.
        shown: Option<Value<bool>> = "提示",
    }
}

record_for! {
    /// A count of a document.
    CountSource {
        /// Who is counted.
        population: Texts = "人群" => [Count],
        /// What else must hold.
        condition: Text = "条件" => [Count],
        /// The figure of a table that it is.
        taken: Text = "取自" => [Figure],
    }
}

record! {
    /// A count divided into others.
    DividedSource {
        /// The counts.
        parts: Texts = "各项" required,
        /// What they are parts of.
        whole: Text = "总数" required,
        /// Whether the share of each is said, too.
        share: Option<Value<bool>> = "占比",
        /// The words before them.
        lead: Text = "起",
    }
}

record! {
    /// The share of a count in another.
    ShareSource {
        /// The count.
        part: Text = "数" required,
        /// What it is a part of.
        whole: Text = "总数" required,
        /// How the whole is called.
        called: Text = "称" required,
    }
}

record! {
    /// A list of names.
    PersonsSource {
        /// Who is named.
        population: Texts = "人群",
        /// What else must hold.
        condition: Text = "条件",
        /// So many are named at most.
        most: Option<Value<i32>> = "最多",
    }
}

record! {
    /// The notes page.
    NotesSource {
        /// Its title.
        title: Prose = "标题" required,
        /// Its paragraphs.
        paragraphs: Prints = "条文" required,
    }
}

code_list! {
    /// For whom one output is made.
    Scope { Member = "党员", Branch = "党支部", Organisation = "组织", Round = "整轮" }
}

code_list! {
    /// Paper: A4 upright or lying.
    Paper { Portrait = "纵向", Landscape = "横向" }
}

impl Paper {
    /// Width and height of the type area in mm (GB/T 9704).
    pub const fn area(self) -> (f64, f64) {
        match self {
            Self::Portrait => (156.0, 225.0),
            Self::Landscape => (225.0, 156.0),
        }
    }
}

code_list! {
    /// How a value is printed: the circled number of a word; year and month, or the
    /// year, of a date; a number of months in years and months; all words that it may
    /// be, each with a box, of which its own is ticked, or of which all others are struck out;
    /// each character by itself; numbers and dates in the capital numerals of documents.
    Format {
        Code = "代码", Month = "年月", Year = "年", Duration = "时长", Tick = "勾选",
        Apart = "逐字", Strike = "划去", Capital = "大写",
    }
}

code_list! {
    /// A setting of the round that governs a column.
    Split { RollByGroup = "在册按群体" }
}

/// Keys with the names of their types, or with the words they can be.
#[derive(Clone, Debug, Default)]
pub struct CustomSource {
    /// Key, its place, what stands behind it, whether that is a list of words.
    pub entries: Vec<(String, Span, Texts, bool)>,
}

impl Field for CustomSource {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let mut custom = Self::default();
        for named in named_entries(entry, key, problems) {
            let is_list = matches!(named.value.kind, Kind::List(_));
            let words: Texts = Field::field(Some(named), key, problems);
            if words.is_empty() {
                let fault = Fault::MissingKey {
                    key: "类型".into()
                };
                problems.push(Problem::new(named.key_span, fault, Keys::of(key)));
            }
            custom
                .entries
                .push((named.key.clone(), named.key_span, words, is_list));
        }
        custom
    }
}

/// Cells with the populations that have them.
pub type Reserved = Named<Texts>;

/// What a form says makes no value of another file.
impl Numbered for FormSource {
    const FIRST: KeyId = KeyId::NONE;
    const LIMITS: Limits = Limits::TABLES;
    const NAME: &'static str = "form.yaml";
}

impl ColumnSource {
    /// All nodes of a header tree.
    pub fn nodes(columns: &[Self]) -> Vec<&Self> {
        let nodes = columns.iter();
        nodes
            .flat_map(|column| std::iter::once(column).chain(Self::nodes(&column.children)))
            .collect()
    }
}
