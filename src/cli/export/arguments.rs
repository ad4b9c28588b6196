//! The arguments of `paicha export`, and their words.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use super::super::words::Words;
use super::writing::FORMATS;

/// What the command does.
pub fn about(words: &Words) -> &'static str {
    words.lang.pick(
        "把登记表、汇总表和花名册导出成 Excel 或 CSV 表格",
        "Registers, summaries and rosters as sheets of Excel or CSV",
    )
}

/// What is exported.
pub fn forms(words: &'static Words) -> Arg {
    let about = words.lang.pick(
        "表的编号（例如 附件3），或者 花名册、信息采集表、党员基本信息",
        "Ids of forms, as 附件3, or the rosters 花名册, 信息采集表, 党员基本信息",
    );
    let forms = Arg::new("form").value_name(words.form).help(about);
    forms.required(true).num_args(1..)
}

/// The options.
pub fn options(words: &'static Words) -> Vec<Arg> {
    let pick = |zh, en| words.lang.pick(zh, en);
    let format = pick(
        "格式：xlsx、csv；不写时照 -o 的文件名，没有 -o 时是 xlsx",
        "Format: xlsx, csv; by default as the file of -o ends, else xlsx",
    );
    let output = pick(
        "写到这个文件；不写是 out/ 里各组织的文件夹",
        "The file to write; by default in out/ beside the PDFs",
    );
    let plain = pick(
        "CSV 不带字节顺序标记，换行用 LF：给程序读",
        "CSV without a byte order mark and with LF, for programs",
    );
    let format = Arg::new("format")
        .long("format")
        .value_name(words.format_name)
        .help(format);
    let format = format.value_parser(FORMATS).hide_possible_values(true);
    vec![
        format,
        Arg::new("org")
            .long("org")
            .value_name(words.path)
            .help(words.org)
            .action(ArgAction::Append),
        Arg::new("output")
            .long("output")
            .short('o')
            .value_name(words.file)
            .help(output)
            .value_parser(value_parser!(PathBuf)),
        Arg::new("plain")
            .long("plain")
            .help(plain)
            .action(ArgAction::SetTrue),
    ]
}
