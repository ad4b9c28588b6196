//! The `form.yaml` of a form, and the files beside it, say what can be done.

pub use super::words::{Millimetres, Other};
use super::words::{columns, expression, expression_help, kind, populations, printed, quoted};
use crate::check::prelude::*;
use crate::expression::{ExpressionFault, Type};
use crate::forms::Scope;
use crate::forms::cells::PAIRS;
use crate::forms::declaration::Format;
use crate::forms::kinds::Kind;
use crate::forms::points::COLUMNS;

rule! {
    /// A fault of a form's files.
    enum DeclarationFault = E1101 "表式文件有误" Error;

    /// A fault in the words of the layout engine.
    Words(words: String)
        zh "表式文件有误：{words}";
        en "the form's files are faulty: {words}";
    /// Another form has the id.
    IdTaken(id: String, other: Other)
        zh "编号“{id}”已有别的表用了" { format!("换一个编号；用它的是{}", other.said(Lang::Zh)) };
        en "another form has the id “{id}”"
           { format!("use another id; this is that of {}", other.said(Lang::En)) };
    /// Another form writes the same file.
    OutputTaken(id: String, other: Other)
        zh "“输出”与“{id}”的是同一个文件"
           { format!("换一个文件名，例如加上 {{{{ id }}}}；那张是{}", other.said(Lang::Zh)) };
        en "输出 is the file of “{id}”, too"
           { format!("use another name, with {{{{ id }}}} for instance; the other is {}", other.said(Lang::En)) };
    /// No population of this name.
    Population(name: String)
        zh "“{name}”不是一群党员的名称"
           { format!("可写：{}，或者一张党员、党支部的表的编号", populations().join("、")) };
        en "“{name}” names no group of members"
           { format!("accepted: {}", populations().join(", ")) };
    /// No such cell above or below a table.
    Pair(name: String)
        zh "表首和表尾没有“{name}”可填" { format!("可写：{}", PAIRS.join("、")) };
        en "there is no “{name}” above or below a table"
           { format!("accepted: {}", PAIRS.join(", ")) };
    /// No such cell of a card; the one most like it.
    Cell(name: String, nearest: Option<String>)
        zh "党员的表没有“{name}”这一格可填，党员文件也没有这个键"
           { near(Lang::Zh, nearest.as_deref()) };
        en "a card has no cell “{name}”, and members have no such key"
           { near(Lang::En, nearest.as_deref()) };
    /// A box to be ticked for what is no choice.
    Untickable
        zh "只有几项里选一项的，才能勾选、划去" "勾选、划去用在有可选的词的键、是否和条件上；别的不写这样的格式";
        en "only what is one of several words can be ticked or struck out"
           "keys with listed words, yes or no, and conditions";
    /// A figure that no table has.
    Figure(name: String)
        zh "没有“{name}”这个数可取"
           "写 表的编号.列的名称，例如 附件6.人数；表下面的数写 附件6.补充资料.流动党员、附件7.对账.处置";
        en "there is no figure “{name}”"
           "the id of a table and a column: 附件6.人数; of what stands below it: 附件6.补充资料.流动党员, 附件7.对账.处置";
    /// A figure of another table in a table whose rows are not organisations.
    TakenInRows
        zh "“取自”只用在一个组织占一行的汇总表里" "“行”写 {{按: 各组织, 合计: …}}；别的表用“条件”数人";
        en "only a table with a line for each organisation has 取自"
           "rows are {{按: 各组织, 合计: …}}; other tables count by 条件";
    /// A table that takes figures and counts members.
    TakenCounts
        zh "各列都“取自”别的表的汇总表，自己不数人" "这一列也写“取自”，或者写“和”；要数人的，另做一张表";
        en "a table that takes its columns from others counts nobody itself"
           "take this one, too (取自), or add columns up (和); what counts is a table of its own";
    /// Words are struck out in a column.
    StruckColumn
        zh "“划去”只用在党员的表的格里" "登记表的列写“格式: 勾选”";
        en "only cells of cards have words struck out" "a column of a register has 勾选";
    /// Words for what is no condition, or not two.
    OwnWords
        zh "“词”是两个词，用在是否和条件上：先写成立时的，再写不成立时的"
           "例如 词: [预备, 正式]；有可选的词的键不用写";
        en "词 is two words, for yes or no and for conditions: first what is said when it holds"
           "as 词: [预备, 正式]; keys with listed words need none";
    /// No column of this name, and no key; the one most like it.
    Column(name: String, nearest: Option<String>)
        zh "登记表没有“{name}”这一列可填，党员文件也没有这个键"
           { near(Lang::Zh, nearest.as_deref()) };
        en "a register has no column “{name}”, and members have no such key"
           { near(Lang::En, nearest.as_deref()) };
    /// A block, or a list of them, where a value is printed; a key in it.
    BlockPrinted(name: String, below: String)
        zh "“{name}”下面还有别的键，不能印在一格里"
           "写它下面的一个键，例如 {below}；一组记录的，登记表写“逐条”，列里写 本条.键，要几条写 值: 数({name})";
        en "“{name}” has other keys below it: no cell prints it"
           "write one of them, as {below}; of a list, a register has 逐条 and 本条.KEY, and 值: 数({name}) counts";
    /// A format of what it has no effect on: what it is for, in Chinese and in English.
    FormatOf(format: Format)
        zh { format!("“格式: {}”只用在{}上，这里没有作用", format.word(), printed(*format, Lang::Zh)) }
           "去掉格式，或者换一种；“键”是程序算好的，改写“值”，例如 值: 流动.流出日期";
        en { format!("格式: {} is for {}: it has no effect here", format.word(), printed(*format, Lang::En)) }
           "take it out, or use another; where the program works the value out, write 值, as 值: 流动.流出日期";
    /// Not two words in the corner.
    Corner
        zh "“角”是两个词：右上的和左下的" "例如 角: [年龄, 性别]；不写就不画斜线";
        en "角 is two words: that above and that below the diagonal"
           "as 角: [年龄, 性别]; without it there is no diagonal";
    /// No list of members of this name; the one most like it.
    NoList(name: String, nearest: Option<String>)
        zh "党员文件没有“{name}”这一组记录" {
            let way = || "可写：失联.查找记录、处置、出国、民主评议、家庭主要成员等".to_owned();
            near(Lang::Zh, nearest.as_deref()).unwrap_or_else(way)
        };
        en "members have no list “{name}”" {
            let way = || "accepted: 失联.查找记录, 处置, 出国, 民主评议, 家庭主要成员 and the like".to_owned();
            near(Lang::En, nearest.as_deref()).unwrap_or_else(way)
        };
    /// A register of several branches that is grouped by something else, too.
    GroupedByBranch
        zh "写了“逐级: true”的登记表按党支部分组" "去掉“分组”，要分的写在“排序”里";
        en "a register of several branches (逐级) is grouped by branch"
           "take out 分组; what should stand together goes into 排序";
    /// A column without 键 and without 值.
    EmptyColumn
        zh "登记表的列要写“键”或“值”";
        en "a column of a register needs 键 or 值";
    /// More pairs above or below a table than stand side by side: the key, the mm that they
    /// need, and those that are there.
    TooManyPairs(key: &'static str, found: Millimetres, room: Millimetres)
        zh "“{key}”的几项并排放不下：要 {found} 毫米，这里共 {room} 毫米"
           "少写一项，移到表的另一头，或者用横向的纸张";
        en "the pairs of {key} do not stand side by side: they need {found} mm, there are {room} mm"
           "take one out, move it to the other end of the table, or use 横向";
    /// A width that is no number of mm.
    Width(text: String)
        zh "列宽“{text}”不是毫米数";
        en "“{text}” is no width in mm";
    /// The columns are wider than the page, in mm.
    TooWide(found: Millimetres, room: Millimetres)
        zh "各列合计宽 {found} 毫米，超过版心的 {room} 毫米" "减小列宽，或者减少列";
        en "the columns are {found} mm wide, there is room for {room} mm"
           "make columns narrower, or fewer";
    /// More columns than the page has room for: the width of some in mm, how many others.
    TooMany(found: Millimetres, others: usize, room: Millimetres)
        zh "各列放不下：有“宽”的合计 {found} 毫米，另有 {others} 列，这里共 {room} 毫米" "减小列宽，或者减少列";
        en "the columns have no room: {found} mm and {others} more columns on {room} mm"
           "make columns narrower, or fewer";
    /// A key that only forms of another scope have.
    ScopeOfKey(key: &'static str, scopes: Vec<&'static str>)
        zh { format!("“{key}”只用在范围是{}的表里", quoted(scopes)) };
        en { format!("only forms for {} have “{key}”", scopes.join(", ")) };
    /// A key that columns of another kind have.
    KeyOfColumn(key: &'static str, kinds: &'static [Kind])
        zh { format!("“{key}”只用在{}里", columns(kinds, Lang::Zh)) } "写在这里没有作用，去掉";
        en { format!("only {} have “{key}”", columns(kinds, Lang::En)) }
           "it has no effect here: take it out";
    /// A column that says twice what it prints.
    KeyAndValue
        zh "一列写了“键”，就不再写“值”" "印哪个键、还是印一个式子，只留一个";
        en "a column with 键 has no 值" "it prints a key or an expression: leave one";
    /// Entries are chosen of a list that is not named.
    FilterOfNothing
        zh "没有写“逐条”，“逐条筛选”没有作用" "写上“逐条”，或者去掉这一行；挑哪些党员写在“筛选”里";
        en "without 逐条, 逐条筛选 has no effect"
           "add 逐条, or take this out; which members are listed stands in 筛选";
    /// What registers and tables have where rows are declared.
    NotOfPoints(key: &'static str)
        zh "写了“事项”的表没有“{key}”" "哪些人写在各个事项的“人群”和“条件”里";
        en "a form with declared rows (事项) has no {key}"
           "who is meant stands in 人群 and 条件 of each row";
    /// A column that forms with declared rows don't have.
    ColumnOfPoints(key: String)
        zh "写了“事项”的表没有“{key}”这一列" { format!("“键”可写：{}", COLUMNS.join("、")) };
        en "a form with declared rows (事项) has no column “{key}”"
           { format!("accepted: {}", COLUMNS.join(", ")) };
    /// What a table has, beside the tables of a form.
    BesideTables(key: &'static str)
        zh "写了“表”的，“{key}”写在“表”的各张表里，不写在外面" "移到要用它的那张表里";
        en "in a form of several tables “{key}” belongs into the tables"
           "move it into the table that it is of";
    /// Several tables in a form of another scope.
    ScopeOfTables
        zh "只有范围是“党支部”“组织”的表可以写“表”，几张印在一起"
           "范围写“组织”或“党支部”；各张表的范围就是整张的，不能不同";
        en "only forms for 党支部 or 组织 have several tables (表)"
           "write one of them: all tables of a form are for the same";
    /// A key that tables of another kind have.
    KeyOfTable(key: &'static str, scope: Scope)
        zh { format!("“{key}”只用在{}里", kind(*scope, Lang::Zh)) }
           "有“行”的是汇总表，没有的是登记表";
        en { format!("only {} have “{key}”", kind(*scope, Lang::En)) }
           "a table with 行 is a cross-table, any other a register";
    /// An id of a table that parts the names of its cells.
    TableId(id: String)
        zh "“表”里的编号“{id}”不能有“.”和“[”" "它的格按“编号.格的名称”来称呼；换一个编号";
        en "the id “{id}” of a table cannot have “.” or “[”"
           "its cells are called by it; use another";
    /// A form for organisations without rows.
    NoRows
        zh "范围是“组织”的表要有“行”";
        en "a form for organisations needs 行";
    /// A register or table without columns.
    NoColumns
        zh "这张表一列也没有";
        en "the form has no column";
    /// A name that stands for two leaves.
    NameTwice(name: String)
        zh "有两列或两行都叫“{name}”";
        en "two columns or rows are called “{name}”";
    /// A sum or a relation that names no column.
    Leaf(name: String, nearest: Option<String>)
        zh "这张表没有名为“{name}”的列" { near(Lang::Zh, nearest.as_deref()) };
        en "the table has no column “{name}”" { near(Lang::En, nearest.as_deref()) };
    /// A text of a row that its expression never gives; the one most like it.
    RowNever(name: String, nearest: Option<String>)
        zh "“按”的式子不会得出“{name}”这一行" {
            let way = || "一行算几项的，写成 {名: …, 含: […]}；别的人都算的一行，写在“其余”".to_owned();
            near(Lang::Zh, nearest.as_deref()).unwrap_or_else(way)
        };
        en "“按” never gives a row “{name}”" {
            let way = || "a row of several texts is {名: …, 含: […]}, that of everybody else stands in 其余".to_owned();
            near(Lang::En, nearest.as_deref()).unwrap_or_else(way)
        };
    /// Rows without texts.
    NoRowValues
        zh "“行”里没有“值”，不知道有哪几行" "写 值: [甲, 乙]；一个组织一行的，写 按: 各组织";
        en "行 has no 值: it has no rows" "write 值: [甲, 乙]; for a line of each organisation, 按: 各组织";
    /// Texts of rows where each organisation has a line.
    RowsOfUnits
        zh "写了“按: 各组织”，一个组织占一行，不再写“值”和“其余”";
        en "with 按: 各组织 each organisation has a line: there is no 值 and no 其余";
    /// A text that two rows count.
    RowTwice(name: String)
        zh "“{name}”算进了两行" "只留一行";
        en "two rows count “{name}”" "leave it in one";
    /// A head without a name that counts, or has nothing below it.
    NoName
        zh "没有“名”的表头不计数，下面要有“列”" "计数的一列写上“名”";
        en "a head without a name counts nothing and needs columns below it"
           "give the column a 名";
    /// A sum that counts by itself, too.
    SumCounts
        zh "一列写了“和”，就不再写“条件”“人群”" "“和”是几列相加；要计数的另写一列";
        en "a column with 和 has no 条件 and no 人群"
           "和 adds columns up; what counts is a column of its own";
    /// A sum that is made of itself.
    SumCircle(name: String)
        zh "“{name}”的“和”绕了一圈又加到它自己";
        en "the sum “{name}” is made of itself";
    /// A column without a head.
    NoHead(key: &'static str)
        zh "这一列没有“{key}”，不知道表头印什么";
        en "the column has no {key}: nothing stands in its head";
    /// A reconciliation in which not exactly one count takes who is left.
    NoRest
        zh "“对账”的“分为”里，要有一项、也只有一项收下其余的人" "“分为”里只留一项不写“条件”";
        en "exactly one count of “分为” must take who is left"
           "leave exactly one of “分为” without “条件”";
    /// Another form whose rows are asked for, and that is at fault itself.
    Needs(form: String)
        zh "这里要用“{form}”列的人，那张表有错" "先改好“{form}”的 form.yaml";
        en "this asks who stands in “{form}”, which is at fault itself"
           "mend the form.yaml of “{form}” first";
    /// A form whose rows depend on themselves.
    Circle(form: String)
        zh "“{form}”列哪些人，绕了一圈又要看它自己";
        en "who stands in “{form}” depends on who stands in it";
    /// A number below 1.
    BelowOne(text: String)
        zh "“{text}”太小，至少是 1";
        en "“{text}” is less than 1";
    /// An expression that cannot be read.
    Expression(fault: ExpressionFault)
        zh { expression(&fault.kind, Lang::Zh) } { expression_help(&fault.kind, Lang::Zh) };
        en { expression(&fault.kind, Lang::En) } { expression_help(&fault.kind, Lang::En) };
    /// An expression of another type than is needed here.
    Type(expected: Type, found: Type)
        zh "这里要写得出{expected}的式子，这一个得出的是{found}";
        en "{expected:#} is needed here, this gives {found:#}";
    /// A type of an added key that does not exist.
    CustomType(name: String)
        zh "“{name}”不是一种类型" "可写：文字、数、日期、是否，或者列出可选的词：[甲, 乙]";
        en "“{name}” is no type" "accepted: 文字, 数, 日期, 是否, or a list of words: [甲, 乙]";
    /// An added key that another form declares otherwise.
    CustomTwice(key: String)
        zh "“自定义”的键“{key}”在别的表里是另一种类型" "两张表写成一样，或者换一个键名";
        en "another form declares the key “{key}” with another type"
           "write both alike, or use another key";
    /// A form that is laid out by itself has no layout of its own, and is a card.
    NoLayout
        zh "范围是“党员”的表要有自己的版面文件 layout.typ" "照 layouts/附件1/layout.typ 写一个";
        en "a form for members needs a layout.typ of its own"
           "write one after layouts/附件1/layout.typ";
    /// The pattern of the output's path, in the words of the library.
    Pattern(words: String)
        zh "“输出”的写法不对：{words}";
        en "输出: {words}";
    /// A path that is none of a file of one's own in `out/`.
    OutsideOut(path: String)
        zh "路径“{path}”不能用作 out/ 里的文件名"
           "写相对于 out/ 的文件名，不用“..”，不以“.”开头，每一段不超过 255 个字节，也不叫 清单.json";
        en "the path “{path}” cannot be that of a file in out/"
           "a path below out/ without “..”, no name beginning with a dot, longer than 255 bytes or 清单.json";
    /// An output has the path of another form's: its id.
    PathOfOther(path: String, id: String)
        zh "有一份的路径与“{id}”的相同：{path}" "“输出”换一个文件名，例如加上 {{{{ id }}}}";
        en "an output has the path of one of “{id}”: {path}"
           "use another name in 输出, with {{{{ id }}}} for instance";
    /// Two outputs of a form with one path.
    PathTwice(path: String)
        zh "有两份的路径都是 {path}"
           "“输出”里写上 {{{{ org }}}}，党员的表还要写上 {{{{ member }}}}";
        en "two outputs have the path {path}"
           "put {{{{ org }}}} into 输出, for members {{{{ member }}}}, too";
    /// `grid.yaml` is not as `paicha layouts grid` writes it.
    GridShape
        zh "grid.yaml 写得不对" "照 paicha layouts grid 列出的样子写";
        en "grid.yaml cannot be read" "write it as paicha layouts grid prints it";
}
