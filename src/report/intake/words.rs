//! The words of taking sheets in.

use std::path::PathBuf;

use crate::intake::mapping::{Fault, FaultKind};
use crate::intake::{Refused, Unusable, Why};
use crate::model::value::Reason;
use crate::report::Lang;
use crate::report::mask::mask;
use crate::report::visible::{one_line, shown};

/// What is said by a word, in Chinese and in English.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal $en:literal;)*) => {
        $($(#[$doc])*
        pub fn $name(lang: Lang) -> &'static str {
            lang.pick($zh, $en)
        })*
    };
}

words! {
    /// What becomes of a sheet.
    taken: "读" "read";
    /// The same.
    left: "不取" "left out";
    /// The same.
    no_heads: "没有带“姓名”的表头，不取" "left out, it has no heads with 姓名";
    /// What is hidden in it.
    hidden_rows: "隐藏的行也读了：" "hidden rows are read, too: ";
    /// The same.
    hidden_columns: "隐藏的列也读了：" "hidden columns are read, too: ";
    /// Rows that are about nobody.
    remarks: "不是党员的行：" "rows about nobody:";
    /// Heads of parts.
    columns: "列：" "columns:";
    /// The same.
    values: "值：" "values:";
    /// The same.
    branches: "党支部：" "branches:";
    /// The same.
    rows: "行：" "rows:";
    /// What a value is taken for that says nothing.
    nothing: "（空）" "(nothing)";
    /// Between items.
    comma: "、" ", ";
    /// Before what follows.
    colon: "：" ": ";
    /// Nothing was written.
    dry: "没有写任何文件" "nothing was written";
    /// Whether it is to be written.
    ask: "照这样写吗？写 y 再回车是写，别的不写" "write it so? y and return to write";
}

/// What is said by a sentence, in Chinese and in English.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*): $zh:literal $en:literal;)*) => {
        $($(#[$doc])*
        pub fn $name($($argument: $type,)* lang: Lang) -> String {
            match lang {
                Lang::Zh => format!($zh),
                Lang::En => format!($en),
            }
        })*
    };
}

sentences! {
    /// A sheet.
    sheet(name: &str, state: &str): "工作表“{name}”：{state}" "sheet “{name}”: {state}";
    /// What becomes of a sheet that is hidden.
    hidden_sheet(mapping: &str): "是隐藏的，还没有取；要不要，写在 {mapping} 里" "hidden, not taken yet; decide in {mapping}";
    /// A row, and the name in it with a space before.
    row(sheet: &str, number: u32, name: &str, outcome: &str):
        "  {sheet} 第 {number} 行{name}：{outcome}" "  {sheet} row {number}{name}: {outcome}";
    /// A row that is about nobody.
    remark(sheet: &str, number: u32, text: &str):
        "  {sheet} 第 {number} 行：{text}" "  {sheet} row {number}: {text}";
    /// Rosters stand side by side.
    side_by_side(columns: &str):
        "没有读：并排有几张名册（{columns} 列都是“姓名”）；每张放到一张工作表上再导入"
        "not read: rosters stand side by side (columns {columns}); put each on a sheet of its own";
    /// Others have the same name.
    namesakes(files: &str):
        "    已有同名的：{files}，身份证号码不同；如果是同一个人，先改正号码"
        "    of the same name, with another ID number: {files}; if that is the same person, correct the number first";
    /// A file is made.
    new(path: &str): "新建 {path}" "new {path}";
    /// A difference to what is worked out.
    difference(label: &str, sheet: &str, here: &str):
        "    {label}：表里是“{sheet}”，算出来是“{here}”" "    {label}: the sheet says “{sheet}”, it comes to “{here}”";
    /// The balance.
    balance(all: usize, new: usize, merged: usize, refused: usize):
        "读到 {all} 行 = 新建 {new} + 并入 {merged} + 不取 {refused}"
        "rows read {all} = new {new} + merged {merged} + refused {refused}";
    /// What was done.
    done(files: usize, mapping: &str):
        "写好 {files} 个党员文件；怎么取的记在 {mapping}；下一步用 paicha status 看还缺什么"
        "members' files written: {files}; the decisions are in {mapping}; see paicha status for what is missing";
    /// Nothing was to be done.
    nothing_new(mapping: &str):
        "没有要写的党员文件；怎么取的记在 {mapping}"
        "no member's file had to be written; the decisions are in {mapping}";
    /// Nothing was done.
    not_done(mapping: &str):
        "没有写党员文件；怎么取的记在 {mapping}，看过改过以后加 --yes 再导入"
        "no member's file was written; the decisions are in {mapping}: look at them, then import with --yes";
    /// A file was written by somebody else.
    changed_meanwhile(path: &str):
        "{path} 刚才被改动，什么都没有写；再导入一次" "{path} was just changed: nothing was written; import again";
    /// What a call names is no branch.
    no_branch(path: &str):
        "错误：--org 的“{path}”下面还有组织，或者只上报汇总数，放不了党员文件；写党支部的路径"
        "error: --org “{path}” has organisations below it or reports figures only: name a branch";
    of_file(file: &str, why: &str): "错误：{file} 没有读：{why}" "error: {file} is not read: {why}";
    at_place(path: &str, line: usize, column: usize, what: &str):
        "错误：{path}:{line}:{column}：{what}" "error: {path}:{line}:{column}: {what}";
    unread_files(files: &str):
        "错误：这些党员文件读不了，不知道里面是谁，先改正再导入（paicha check 看哪里不对）：{files}"
        "error: these files cannot be read, so who stands in them is not known; correct them first (see paicha check): {files}";
}

/// How many cells.
pub fn cells(count: usize, lang: Lang) -> String {
    match count {
        0 => String::new(),
        count => lang.pick(format!("（{count} 格）"), format!(" ({count} cells)")),
    }
}

/// A file that was there.
pub fn merged(path: &str, changes: usize, lang: Lang) -> String {
    match (lang, changes) {
        (Lang::Zh, 0) => format!("已在 {path}，没有变"),
        (Lang::Zh, changes) => format!("并入 {path}，改 {changes} 处"),
        (Lang::En, 0) => format!("is in {path}, nothing changes"),
        (Lang::En, changes) => format!("merged into {path}, changes: {changes}"),
    }
}

/// Keys that are missing.
pub fn missing(keys: &[&str], lang: Lang) -> String {
    let keys = keys.join(comma(lang));
    lang.pick(
        format!("    还缺：{keys}"),
        format!("    still missing: {keys}"),
    )
}

/// A cell of which not all is taken.
pub fn untaken(
    (cell, label, text): (&str, &str, &str),
    why: &Why,
    mapping: &str,
    lang: Lang,
) -> String {
    let why = match why {
        Why::Asked(candidates) if candidates.is_empty() => lang.pick(
            "看不明白，没有取".to_owned(),
            "not understood, left out".to_owned(),
        ),
        Why::Asked(candidates) => {
            let list = candidates.join(comma(lang));
            lang.pick(
                format!("可能是 {list}，没有取；在 {mapping} 里定"),
                format!("may be {list}, left out; decide in {mapping}"),
            )
        }
        Why::Not(unusable) => self::unusable(unusable, lang),
    };
    lang.pick(
        format!("    {cell} {label}“{text}”：{why}"),
        format!("    {cell} {label} “{text}”: {why}"),
    )
}

/// Why a cell says nothing.
fn unusable(unusable: &Unusable, lang: Lang) -> String {
    match unusable {
        Unusable::Formula => lang.pick(
            "是公式，文件里没有它的结果；用 Excel 打开存一次再导入",
            "a formula without its value: open and save the file in Excel first",
        ),
        Unusable::Error(_) => lang.pick("是错误值，没有取", "an error, left out"),
        Unusable::NumberForId => lang.pick(
            "存成了数字，后三位已经丢了；把这一列设成文本，照身份证重填",
            "stored as a number, of which fifteen figures are left; make it text and fill it in again",
        ),
        Unusable::Cut => lang.pick(
            "位数不全：表格只存下了前面的 15 位，或者写成了 1.3E+10 的样子；把这一列设成文本重填",
            "cut short: a sheet keeps fifteen figures of a number; make it text and fill it in again",
        ),
        Unusable::Unwritable => lang.pick(
            "里面有不能用的字符，或者太长，没有取；改过再导入",
            "has characters that cannot be used, or is too long, left out",
        ),
        Unusable::Meaningless(Reason::OldIdNumber(new)) => {
            return lang.pick(
                format!("是 15 位的旧号码，18 位的应当是 {new}，核对身份证后改"),
                format!("an old number of 15 digits, {new} with 18: see the card"),
            );
        }
        Unusable::Meaningless(Reason::NotIdNumber) => {
            lang.pick("不是 18 位的身份证号码", "no ID number of 18 characters")
        }
        Unusable::Meaningless(_) => lang.pick("看不明白，没有取", "not understood, left out"),
    }
    .to_owned()
}

/// A value that differs.
pub fn conflict(
    key: &str,
    (file, sheet): (&str, &str),
    (is_settled, is_by_hand): (bool, bool),
    lang: Lang,
) -> String {
    let end = match is_settled {
        false if is_by_hand => lang.pick(
            "；这一处只能在文件里手工改",
            "; it can be changed in the file by hand alone",
        ),
        true => lang.pick("；已按 --take 定", "; settled by --take"),
        false => lang.pick(
            "；没有改，用 --take sheet 或 --take file 定，或者手工改",
            "; not changed: settle it with --take sheet or --take file, or by hand",
        ),
    };
    lang.pick(
        format!("    {key}：文件里是“{file}”，表里是“{sheet}”{end}"),
        format!("    {key}: the file says “{file}”, the sheet “{sheet}”{end}"),
    )
}

/// Why nothing is taken of a row.
pub fn refused(why: &Refused, mapping: &str, lang: Lang) -> String {
    let list = |paths: &[PathBuf]| {
        let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        paths.join(comma(lang))
    };
    let why = match why {
        Refused::NoName => lang.pick("没有姓名".to_owned(), "no name".to_owned()),
        Refused::UnclearName => lang.pick(
            format!("姓名里有别的字样；在 {mapping} 里定，或者改表"),
            format!("there is more than a name; decide in {mapping}, or correct the sheet"),
        ),
        Refused::Continues(row) => lang.pick(
            format!("姓名和身份证号码与第 {row} 行合并在一起，是接着写的；这一行自己的内容没有取"),
            format!("its name and ID number are merged with those of row {row}: what stands in it alone is left out"),
        ),
        Refused::NoId => lang.pick("没有身份证号码".to_owned(), "no ID number".to_owned()),
        Refused::Id(unusable) => {
            let why = self::unusable(unusable, lang);
            lang.pick(
                format!("身份证号码{why}"),
                format!("the ID number is {why}"),
            )
        }
        Refused::WrongId => lang.pick(
            "身份证号码不对：校验码或者其中的出生日期错了；照身份证改".to_owned(),
            "the ID number cannot be right: its check digit or day of birth is wrong".to_owned(),
        ),
        Refused::Twice(places) => {
            let places = places.iter().map(|(sheet, row)| {
                let sheet = one_line(sheet);
                lang.pick(format!("{sheet} 第 {row} 行"), format!("{sheet} row {row}"))
            });
            let places = places.collect::<Vec<_>>().join(comma(lang));
            lang.pick(
                format!("身份证号码与 {places} 相同；只能留一行"),
                format!("the same ID number as {places}: one row may stay"),
            )
        }
        Refused::SeveralFiles(paths) => {
            let paths = list(paths);
            lang.pick(
                format!("这个身份证号码的文件有几个，或者读不了：{paths}"),
                format!("several files have this ID number, or it cannot be read: {paths}"),
            )
        }
        Refused::OtherBranch(path) => {
            let path = shown(path);
            lang.pick(
                format!("本人的文件在别的党支部：{path}；先转组织关系，或者改表里的党支部"),
                format!("his file stands in another branch: {path}"),
            )
        }
        Refused::SameName(path) => {
            let path = shown(path);
            lang.pick(
                format!("{path} 同名，它的身份证号码缺或者不对，不知是不是同一个人；先补上"),
                format!(
                    "{path} has this name and no ID number that can be read: complete it first"
                ),
            )
        }
        Refused::NamedAbove(text) => {
            let text = one_line(text);
            lang.pick(
                format!("表上写着“{text}”，不知道是不是 --org 的党支部的；按表上写的支部用 --org 分开导入，或者加一列“所在党支部”"),
                format!("the sheet says “{text}”, which may be another branch than that of --org: import branch by branch with --org, or add a column 所在党支部"),
            )
        }
        Refused::NoBranch => lang.pick(
            "不知道是哪个党支部的；用 --org 写路径，或者表里加一列“所在党支部”".to_owned(),
            "no branch: name one with --org, or add a column 所在党支部".to_owned(),
        ),
        Refused::UnknownBranch(name) => {
            let name = one_line(name);
            lang.pick(
                format!(
                    "没有哪个党支部（或不止一个）叫“{name}”；在 {mapping} 的“党支部”里写它的路径"
                ),
                format!("no branch, or several, are called “{name}”: write its path in {mapping}"),
            )
        }
        Refused::BranchLeft(name) => {
            let name = one_line(name);
            lang.pick(
                format!("是“{name}”的，{mapping} 里写了不取"),
                format!("of “{name}”, which {mapping} leaves out"),
            )
        }
        Refused::NotNamedBranch(name) => {
            let name = one_line(name);
            lang.pick(
                format!("是“{name}”的，不是 --org 写的党支部的"),
                format!("of “{name}”, not of the branch that --org names"),
            )
        }
    };
    lang.pick(format!("不取，{why}"), format!("refused, {why}"))
}

/// What is wrong with the file of decisions.
pub fn fault(path: &str, fault: &Fault, lang: Lang) -> String {
    let what = match &fault.kind {
        FaultKind::Unreadable => lang.pick(
            "写法不对，读不了；不要了就删去它再导入".to_owned(),
            "cannot be read; remove it to begin anew".to_owned(),
        ),
        FaultKind::NotKnown(key) => {
            let key = one_line(key);
            lang.pick(
                format!("“{key}”不能写在这里；可写：工作表、列、值、党支部"),
                format!("“{key}” has no place here"),
            )
        }
        FaultKind::NotValue(text) => {
            let text = mask(&one_line(text));
            lang.pick(
                format!("“{text}”不是这一列能写的值；改成对的，或者写不取"),
                format!("“{text}” is no value of this column; correct it, or write 不取"),
            )
        }
        FaultKind::Twice(key) => {
            let key = one_line(key);
            lang.pick(
                format!("“{key}”写了两次；留一次"),
                format!("“{key}” stands twice: leave one"),
            )
        }
        FaultKind::NotPurpose(answer) => {
            let answer = one_line(answer);
            lang.pick(
                format!("这里不能写“{answer}”：列写键名、党支部或者不取，年龄、党龄这样能算出来的列还可以写核对；工作表写取或者不取"),
                format!("“{answer}” cannot stand here: a column is a key, 党支部 or 不取, one that can be worked out also 核对; a sheet is 取 or 不取"),
            )
        }
        FaultKind::NotBranch(path) => {
            let path = one_line(path);
            lang.pick(
                format!(
                    "“{path}”不是党支部的路径；从 data/ 下面写起，例如 县直机关工委/政府办党支部"
                ),
                format!("“{path}” is not the path of a branch"),
            )
        }
    };
    at_place(path, fault.place.0, fault.place.1, &what, lang)
}

/// Files that cannot be read.
pub fn unread(files: &[String], lang: Lang) -> String {
    unread_files(&files.join(comma(lang)), lang)
}
