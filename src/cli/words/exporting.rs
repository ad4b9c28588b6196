//! The words of `export`.

use super::{Words, sentences};
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
}
