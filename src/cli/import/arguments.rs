//! The arguments of `paicha import`, and their words.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use super::super::words::Words;

/// What the command does.
pub fn about(words: &Words) -> &'static str {
    words.lang.pick(
        "把 Excel、WPS 或 CSV 名册导入成党员文件；每样取法都先列出来",
        "Take a roster of Excel, WPS or CSV in as members' files; every choice is shown",
    )
}

/// The file.
pub fn file(words: &'static Words) -> Arg {
    let about = words.lang.pick(
        "表格文件：xlsx、xls、csv 或 tsv",
        "A sheet: xlsx, xls, csv or tsv",
    );
    let file = Arg::new("file").value_name(words.file).help(about);
    file.required(true).value_parser(value_parser!(PathBuf))
}

/// The options.
pub fn options(words: &'static Words) -> Vec<Arg> {
    let pick = |zh, en| words.lang.pick(zh, en);
    let option = |name: &'static str, value: &'static str, about: &'static str| {
        Arg::new(name).long(name).value_name(value).help(about)
    };
    let flag = |name: &'static str, about| {
        Arg::new(name)
            .long(name)
            .help(about)
            .action(ArgAction::SetTrue)
    };
    let mapping = pick(
        "列和值怎么取，记在这个文件里；不写是工作目录最上层的 导入.yaml",
        "The file of decisions; by default 导入.yaml at the top of the workspace",
    );
    let org = pick("导入到这个党支部", "The branch to take them into");
    let take = pick(
        "表里的与文件里的不同，以哪个为准：sheet 表，file 文件；不写都不改",
        "Which stands where sheet and file differ; without it nothing is changed",
    );
    let dry = pick("只列出会怎么做，不写文件", "Only show what would be done");
    let yes = pick("不再问，直接写", "Write without asking");
    vec![
        option("mapping", words.file, mapping).value_parser(value_parser!(PathBuf)),
        option("org", words.path, org),
        option("take", "sheet|file", take)
            .value_parser(["sheet", "file"])
            .hide_possible_values(true),
        flag("dry-run", dry),
        flag("yes", yes).short('y'),
    ]
}
