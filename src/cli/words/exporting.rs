//! The words of `export`, and of files that a call names for its result.

use super::{LITTLE, Words, one_line, sentences};
use crate::export::MOST;
use crate::report::Lang;

sentences! {
    /// A text has no room in a cell of a workbook.
    cell_too_long(row: &str, column: &str):
        "“{row}”的“{column}”超过 {MOST} 个字符，Excel 的一格放不下：改短，或者用 --format csv"
        "“{column}” of “{row}” is longer than {MOST} characters, the most that a cell of Excel holds: shorten it, or use --format csv";

    /// A line above or below the table has no room in a cell of a workbook.
    line_too_long(line: &str):
        "“{line}…”这一行超过 {MOST} 个字符，Excel 的一格放不下：改短，或者用 --format csv"
        "the line “{line}…” is longer than {MOST} characters, the most that a cell of Excel holds: shorten it, or use --format csv";

    /// Two sheets of a call have one path.
    sheet_twice(path: &str):
        "两个表格要写到同一个文件 {path}：同一张表不要写两次；是自己加的表，改 form.yaml 里的“输出”"
        "two sheets would be written to {path}: name each form once; of forms of your own, change 输出 in form.yaml";
    /// A result cannot be written to what a call names.
    not_a_file(path: &str):
        "错误：{path} 不是普通文件，不往里写；另写一个文件名" "error: {path} is no plain file, name another";
    of_workspace(path: &str):
        "错误：{path} 在工作目录自己的 data、layouts、fonts 或 out 里，不往那里写；另写一个地方"
        "error: {path} is among the workspace's own data, layouts, fonts or out, name another place";
    /// A sheet that is not what the data gives now.
    outdated(path: &str):
        "错误：{path} 可能旧了：导出以后，它的数据、版面或软件改过，或者文件被改过；用 paicha export 重新导出"
        "error: {path} may be old: its data, layouts or the program were changed after it was exported, or the file was; paicha export makes it again";
    /// Sheets that are not what the data gives now.
    old_sheets(files: usize):
        "out/ 里有 {files} 个表格可能旧了：导出以后，数据、版面或软件改过；用 paicha export 重新导出"
        "sheets in out/ that may be old, as data, layouts or the program were changed since: {files}; paicha export makes them again";
    /// A format is said twice, otherwise each time.
    two_formats():
        "错误：--format 与 -o 的文件名结尾不一致；只写一样，或者写成一样"
        "error: --format is not what the file of -o ends with: give one of them, or the same";
    no_format():
        "错误：-o 的文件名要以 .xlsx 或 .csv 结尾" "error: the file of -o ends with .xlsx or .csv";
    plain_csv():
        "错误：--plain 只用于 CSV；加上 --format csv" "error: --plain is for CSV alone, add --format csv";
    /// What cannot be exported, and of what there is none.
    no_sheet(name: &str):
        "错误：“{name}”做不成表格：只有登记表、汇总表和花名册可以"
        "error: “{name}” cannot be a sheet: only registers, summaries and rosters can";
    no_sheets(name: &str):
        "错误：“{name}”没有可以导出的：这里没有要填它的组织（只按数字上报的组织没有名单）"
        "error: nothing of “{name}” to export: no organisation here has it (those that report figures alone have no members)";
    /// A file takes one sheet.
    several_sheets(count: usize):
        "错误：CSV 只放得下一个表格，这里有 {count} 个；用 --org 写一个组织，只写一张表，或者写成 .xlsx"
        "error: CSV holds one sheet, and there are {count}: name one form and one --org, or write .xlsx";
    sheets_written(count: usize): "写好 {count} 个表格" "sheets written: {count}";
}

impl Words {
    /// Sheets that are not what the data gives now, some of them by name.
    pub fn outdated_sheets(&self, paths: &[String], out: &str) -> String {
        let text = self.old_sheets(paths.len());
        let named = paths.iter().take(LITTLE);
        named.fold(text, |text, path| {
            text + &self.listed_output(&one_line(&format!("{out}/{path}")))
        })
    }
}
