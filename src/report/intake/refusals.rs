//! The words of files of sheets that are not read: why, and what to do.

use super::words::of_file;
use crate::intake::sheet::{Counted, Flaw, Kind, Refusal};
use crate::report::Lang;
use crate::report::visible::one_line;

/// Why a file is not read.
pub fn refusal(file: &str, refusal: &Refusal, lang: Lang) -> String {
    let why = match refusal {
        Refusal::NotPlain => lang.pick("不是普通文件".to_owned(), "no plain file".to_owned()),
        Refusal::Failed(error) => error.clone(),
        Refusal::LargeFile(bytes) => lang.pick(
            format!("有 {bytes} 字节，太大了；删去图片和不用的表再存"),
            format!("{bytes} bytes are too many: remove pictures and sheets that are not used"),
        ),
        Refusal::Kind(kind) => self::kind(*kind, lang),
        Refusal::LargePart(part) => lang.pick(
            format!("里面的 {part} 解开来太大，不是正常的表格"),
            format!("{part} in it inflates to more than a sheet has"),
        ),
        Refusal::TooMany(of, most) => {
            let of = counted(*of, lang);
            lang.pick(
                format!("{of}超过 {most} 个，不是正常的名册"),
                format!("more than {most} {of}, which no roster has"),
            )
        }
        Refusal::Wide(sheet, most) => {
            let sheet = one_line(sheet);
            lang.pick(
                format!("工作表“{sheet}”用了超过 {most} 列，不是名册；删去多余的列再存"),
                format!(
                    "sheet “{sheet}” has more than {most} columns, which no roster has: remove \
                     those that are not used"
                ),
            )
        }
        Refusal::Sparse(most) => lang.pick(
            format!("从第一格到最后一格超过 {most} 格；另存为 .xlsx 再导入"),
            format!("more than {most} cells from the first to the last: save it as .xlsx"),
        ),
        Refusal::LongText(place) => {
            let place = one_line(place);
            lang.pick(
                format!("{place} 的文字太长，一格最多 32767 个字"),
                format!("the text of {place} is longer than 32767 characters"),
            )
        }
        Refusal::LongTexts(most) => lang.pick(
            format!("各格的文字一共超过 {most} 字节，不是正常的名册"),
            format!("the texts of all cells are more than {most} bytes, which no roster has"),
        ),
        Refusal::Encrypted => lang.pick(
            "加了密码；用 Excel 或 WPS 打开，去掉密码再存".to_owned(),
            "a password protects it: save it without".to_owned(),
        ),
        Refusal::Damaged(error) => {
            let error = one_line(error);
            lang.pick(
                format!("不是表格文件，或者坏了（{error}）；用 Excel 或 WPS 打开，另存为 .xlsx"),
                format!("no sheet, or a damaged one ({error}): open it and save it as .xlsx"),
            )
        }
        Refusal::NoPart(sheet) => {
            let sheet = one_line(sheet);
            lang.pick(
                format!("坏了：里面没有工作表“{sheet}”的内容；向给表的人再要一份"),
                format!("damaged: the cells of sheet “{sheet}” are not in it; ask for it again"),
            )
        }
        Refusal::Cell(sheet, cell, flaw) => {
            let [sheet, cell] = [sheet, cell].map(|text| one_line(text));
            let cell = match cell.parse::<u32>() {
                Ok(row) => lang.pick(format!("第 {row} 行"), format!("row {row}")),
                Err(_) => cell,
            };
            let (zh, en) = self::flaw(*flaw);
            lang.pick(
                format!(
                    "坏了：工作表“{sheet}”的 {cell} {zh}；用 Excel 或 WPS 打开看过，另存为 .xlsx"
                ),
                format!("damaged: {cell} of sheet “{sheet}” {en}; open it, look, save it as .xlsx"),
            )
        }
        Refusal::Declares(part) => lang.pick(
            format!("里面的 {part} 带有实体声明，不是正常的表格"),
            format!("{part} in it declares entities, which no sheet does"),
        ),
        Refusal::Exhausted => lang.pick(
            "坏了，或者读它用的内存、时间太多，停下了；用 Excel 或 WPS 另存为 .xlsx 再导入"
                .to_owned(),
            "damaged, or it takes too much memory or time: save it as .xlsx".to_owned(),
        ),
        Refusal::NotText(line) => lang.pick(
            format!("第 {line} 行既不是 UTF-8 也不是 GB 18030；另存为 UTF-8 的 CSV"),
            format!("line {line} is neither UTF-8 nor GB 18030: save it as CSV in UTF-8"),
        ),
        Refusal::Nul(line) => lang.pick(
            format!("不是文字：第 {line} 行里有空字符（NUL）；用 Excel 或 WPS 打开，另存为 .xlsx"),
            format!("no text: there is a NUL in line {line}; open it and save it as .xlsx"),
        ),
        Refusal::OpenQuote(line) => lang.pick(
            format!("第 {line} 行起的一格有引号没有配对，后面的行会连成一格；补上引号"),
            format!("a quote in a cell that begins on line {line} is never closed"),
        ),
        Refusal::Empty => lang.pick("是空的".to_owned(), "it is empty".to_owned()),
    };
    of_file(file, &why, lang)
}

/// A file of another kind, and how a sheet is made of it.
fn kind(kind: Kind, lang: Lang) -> String {
    let (zh, en) = match kind {
        Kind::Html => (
            "其实是网页（HTML），只是名字像表格，许多系统这样导出",
            "in truth a page of the web (HTML) with the name of a sheet, as many systems export",
        ),
        Kind::Mhtml => (
            "其实是单个文件的网页（MHTML）",
            "in truth a page of the web (MHTML)",
        ),
        Kind::Xml => (
            "是 XML 的表格（Excel 2003 XML 或 FODS）",
            "a sheet as XML (Excel 2003 XML or FODS)",
        ),
        Kind::OpenDocument => ("是 OpenDocument 文件（ODS）", "an OpenDocument file (ODS)"),
        Kind::Xlsb => ("是二进制的工作簿（XLSB）", "a binary workbook (XLSB)"),
        Kind::Ancient => ("是很旧的表格格式", "a sheet in a format of long ago"),
        Kind::Document => (
            "是文字文档（Word、WPS 文字或 RTF）",
            "a text of a word processor",
        ),
        Kind::Slides => ("是演示文稿", "slides"),
        Kind::Pdf => ("是 PDF", "a PDF"),
        Kind::Picture => ("是图片", "a picture"),
        Kind::Archive => ("是压缩包", "an archive"),
    };
    let is_sheet = match kind {
        Kind::Html | Kind::Mhtml | Kind::Xml => true,
        Kind::OpenDocument | Kind::Xlsb | Kind::Ancient => true,
        Kind::Document | Kind::Slides | Kind::Pdf | Kind::Picture | Kind::Archive => false,
    };
    match (is_sheet, kind) {
        (true, _) => lang.pick(
            format!("{zh}；用 Excel 或 WPS 打开，另存为 .xlsx 再导入"),
            format!("{en}: open it with Excel or WPS and save it as .xlsx"),
        ),
        (false, Kind::Archive) => lang.pick(
            format!("{zh}，不是表格；解开来，导入里面的表"),
            format!("{en}, no sheet: unpack it and import the sheet in it"),
        ),
        (false, _) => lang.pick(
            format!("{zh}，不是表格；把名册用 Excel 或 WPS 录成 .xlsx 再导入"),
            format!("{en}, no sheet: make an .xlsx of the roster with Excel or WPS"),
        ),
    }
}

/// What is wrong with a cell.
fn flaw(flaw: Flaw) -> (&'static str, &'static str) {
    match flaw {
        Flaw::Place => ("不是表格里的位置", "is no place in a sheet"),
        Flaw::Twice => ("写了两次，不知道要哪个", "is said twice"),
        Flaw::Value => (
            "里面不是它说的数或者文字",
            "is not the number or text that it says",
        ),
        Flaw::Lost => ("读不出来", "cannot be read"),
    }
}

fn counted(of: Counted, lang: Lang) -> &'static str {
    match of {
        Counted::Entries => lang.pick("压缩包里的文件", "entries"),
        Counted::Sheets => lang.pick("工作表", "sheets"),
        Counted::Rows => lang.pick("有内容的行", "rows with something in them"),
        Counted::Cells => lang.pick("有内容的单元格", "cells with something in them"),
        Counted::Strings => lang.pick("共用的文字", "shared strings"),
        Counted::Merged => lang.pick("合并的单元格", "merged ranges"),
    }
}
