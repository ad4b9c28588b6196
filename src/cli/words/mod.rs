//! The words of the command line: each thing in both languages.

mod beginning;
mod explaining;
mod exporting;
mod history;
mod report;
mod reviewing;
mod verifying;

use clap::error::ErrorKind;

use crate::publish::Outcome;
use crate::report::Lang;
use crate::report::visible::one_line;

/// What is said by a word, in Chinese and in English.
macro_rules! words {
    ($($name:ident: $zh:literal $en:literal;)*) => {
        /// All words of the command line.
        pub struct Words {
            pub(super) lang: Lang,
            $(pub $name: &'static str,)*
        }

        static ZH: Words = Words { lang: Lang::Zh, $($name: $zh,)* };
        static EN: Words = Words { lang: Lang::En, $($name: $en,)* };
    };
}

words! {
    subcommand_template: "{about}\n\n用法：{usage}\n\n选项：\n{options}\n"
        "{about}\n\nUsage: {usage}\n\nOptions:\n{options}\n";
    options: "[选项]" "[OPTIONS]";
    positionals_template: "{about}\n\n用法：{usage}\n\n参数：\n{positionals}\n\n选项：\n{options}\n"
        "{about}\n\nUsage: {usage}\n\nArguments:\n{positionals}\n\nOptions:\n{options}\n";
    about: "排查：由党员的 YAML 文件生成党员组织关系集中排查的各种表"
        "From members' YAML files to the official forms of the membership check";
    build: "检查数据，生成各种表的 PDF，放在 out/" "Check the data and make all forms as PDF in out/";
    check: "检查数据，列出错误和警告" "Check the data and list errors and warnings";
    completions: "列出一种 shell 的补全脚本，放进它的设置里" "Print what completes commands in a shell";
    completions_shell: "bash、zsh、fish、powershell 或 elvish" "bash, zsh, fish, powershell or elvish";
    shell: "SHELL" "SHELL";
    man: "列出手册页（roff），例如 paicha man build | man -l -"
        "Print a manual page (roff), as in paicha man build | man -l -";
    man_command: "哪个命令的；不写是整个程序的" "Of which command; by default of the program";
    status: "这一轮排查到了哪一步：各阶段、各党支部、要补要改的、建议的处置"
        "Where the round stands: stages, branches, what is missing, recommended dispositions";
    status_format: "格式：text（默认）、json" "Format: text (default), json";
    status_pages: "还要排出每一页来检查" "Lay out every page and look at it, too";
    date: "按哪一天算，写成 2016-04-20；不写是填表日期"
        "As of which day, as 2016-04-20; by default 填表日期";
    date_name: "日期" "DATE";
    summary: "列出每个组织的附件6、附件7 和自己加的汇总表" "Print 附件6, 附件7 and tables of one's own of every organisation";
    only: "只做这些表，例如 附件1；可用逗号隔开几个" "Only these forms, as 附件1; several with commas";
    org: "只做这个组织和它的下级" "Only this organisation and those below it";
    member: "只做这名党员自己的表" "Only the forms of this member";
    blank: "做空白表，供手工填写" "Make blank forms, to be filled in by hand";
    recovered: "上次的生成中断在写 out/ 的时候，已经接着写完"
        "a build was cut off while it wrote out/; what it had begun is done";
    keep_going: "有错误也继续，只略去用到错误数据的表"
        "Go on when there are errors, leave out what needs the faulty data";
    force: "没有变的也重新做" "Make again what has not changed, too";
    verify: "不写文件：全部重新做一遍，与 out/ 里的逐字节比较"
        "Write nothing: make everything again and compare it with out/ byte by byte";
    deny_warnings: "有警告也算失败" "Fail on warnings, too";
    jobs: "同时做几份" "How many outputs are made at the same time";
    check_path: "只列出这些文件或文件夹的问题" "Only what concerns these files or folders";
    check_format: "格式：text（默认）、json、sarif、github"
        "Format: text (default), json, sarif, github";
    fix: "先改正写法上的小毛病（全角数字、x、间隔号、日期、代码等），列出改动"
        "Mend spellings first (full-width figures, x, name dots, dates, codes) and show the patch";
    pages: "还要排出每张表的每一页来检查，不写文件"
        "Lay out every page of every form and check it, too; nothing is written";
    dry_run: "只列出 --fix 会做的改动，不写文件" "Only show what --fix would do";
    format: "格式：text（默认）、json、yaml、csv" "Format: text (default), json, yaml, csv";
    plain: "CSV 不加字节顺序标记，换行用 LF（不写时能直接用 Excel、WPS 打开）"
        "CSV without a byte order mark and with LF (by default Excel and WPS open it)";
    format_name: "格式" "FORMAT";
    help: "显示帮助" "Print help";
    version: "显示版本" "Print the version";
    workspace: "工作文件夹；不写时向上找有 data/排查.yaml 的文件夹"
        "The workspace; by default the nearest folder upwards with data/排查.yaml";
    lang_help: "消息的语言：zh（默认）或 en" "Language of messages: zh (default) or en";
    form: "表" "FORM";
    fonts: "列出各种用途的字体，以及哪些字要用后备字体印"
        "List the fonts of all roles, and the characters that need another one";
    font_path: "自己的字体所在的文件夹；工作文件夹里的 fonts/user/ 不必写"
        "A folder with fonts of your own; fonts/user/ of the workspace need not be named";
    layouts: "列出、新建、预览、检查各种表的版面" "List, make, preview and check the layouts of forms";
    layouts_check: "不用党员数据，检查版面：键、格、纸张、页数、格线、字体"
        "Check layouts without any member: keys, cells, paper, pages, lines, fonts";
    layouts_grid: "列出空白表的格线，供写 grid.yaml"
        "Print the lines of a blank form, for its grid.yaml";
    layouts_list: "列出全部的表" "List all forms";
    layouts_new: "照另一张表新建一张，放在 layouts/" "Make a form after another one, in layouts/";
    layouts_name: "新表的编号，也是文件夹的名称" "Id of the new form, and name of its folder";
    layouts_like: "照哪一张表；也可以是软件自带的例子，例如 查找台账"
        "The form it is made after, or an example that comes with the program, as 查找台账";
    layouts_quotes: "值里有逗号、冒号、“#”或 […] 的，整个值加单引号，例如 条件: '民族 在 [“回族”, “藏族”]'"
        "put values with commas, colons, “#” or […] in single quotes: 条件: '民族 在 [“回族”, “藏族”]'";
    layouts_preview: "用样例党员把一张表画成图片，放在当前文件夹"
        "Draw a form with sample members as pictures in this folder";
    layouts_form: "表的编号，例如 附件1" "Id of a form, as 附件1";
    group_template: "{about}\n\n用法：{usage}\n\n命令：\n{subcommands}\n\n选项：\n{options}\n"
        "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}\n";
    command: "命令" "COMMAND";
    r#where: "一个值印在哪些表的哪一页哪一格；或者一格的值从哪里来"
        "On which page and in which cell a value is printed, or where that of a cell comes from";
    target: "文件.yaml:键|表.pdf" "FILE.yaml:KEY|FORM.pdf";
    where_target: "数据文件和键，例如 张建国.yaml:手机号码；或者 out/ 里的一份表"
        "A file of the data with a key, as 张建国.yaml:手机号码, or a form in out/";
    cell: "格" "CELL";
    where_cell: "表的这一格的值从哪里来；不写时列出每一格" "Only this cell of the form, by its name";
    standard_output: "标准输出" "standard output";
    key: "键" "KEY";
    path: "路径" "PATH";
    file: "文件" "FILE";
    folder: "文件夹" "DIR";
    layouts_id: "编号" "id";
    layouts_title: "标题" "title";
    layouts_scope: "范围" "scope";
    layouts_paper: "纸张" "paper";
    layouts_folder: "文件夹" "folder";
    built_in: "自带" "built in";
    comma: "、" ", ";
    command_needed: "要写命令" "a command is needed";
    nothing_but_the_rest: "数据有错误，没有写任何文件；改正后再做，或加 --keep-going 先做其余的"
        "the data has errors: nothing was written; correct them, or use --keep-going for the rest";
    nothing_at_all: "数据有错误，没有写任何文件；改正后再做"
        "the data has errors: nothing was written; correct them first";
    printed_nowhere: "没有哪张表印它，也没有哪个数用它\n" "no form prints it, no figure counts it\n";
    decides: "没有哪一格印它；下面各份里列谁、数谁，要看它：\n"
        "no cell prints it; who stands in these and is counted follows from it:\n";
}

/// What is said by a word, of some commands.
macro_rules! terms {
    ($($name:ident: $zh:literal $en:literal;)*) => {
        impl Words {
            $(
                #[doc = $en]
                pub fn $name(&self) -> &'static str {
                    match self.lang {
                        Lang::Zh => $zh,
                        Lang::En => $en,
                    }
                }
            )*
        }
    };
}
use terms;

/// What is said by a sentence, in Chinese and in English.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*): $zh:literal $en:literal;)*) => {
        impl Words {
            $($(#[$doc])*
            pub fn $name(&self, $($argument: $type),*) -> String {
                match self.lang {
                    Lang::Zh => format!($zh),
                    Lang::En => format!($en),
                }
            })*
        }
    };
}

use sentences;

sentences! {
    /// How many findings there are.
    counts(errors: usize, warnings: usize, notices: usize):
        "{errors} 个错误，{warnings} 个警告，{notices} 个提示"
        "errors: {errors}, warnings: {warnings}, notices: {notices}";
    /// What was checked.
    checked(files: usize, members: usize):
        "检查了 {files} 个文件，{members} 名党员" "checked {files} files, {members} members";
    /// A file that was to be corrected was written by somebody else.
    edited_meanwhile(path: &str):
        "{path} 刚才被改动，没有改正它；再运行一次" "{path} was just edited and is left alone; run it again";
    /// A file of another encoding is UTF-8 now, or would be; how names in it read.
    converted(path: &str, encoding: &str, names: &str):
        "{path}：由 {encoding} 转为 UTF-8，里面的名称读作“{names}”；读得不对就不要用，找回原来的文件"
        "{path}: from {encoding} to UTF-8; names in it read “{names}”: if that is wrong, take the old file";
    /// Marks and line ends of Windows were taken out of files, or would be.
    tidied(files: usize):
        "去掉 BOM 标记、把 CRLF 换行改为 LF：{files} 个文件"
        "byte order marks and CRLF taken out of files: {files}";
    /// What builds that were cut off had left in `out/` was removed.
    swept_out(count: usize):
        "删去了上次中断留在 out/ 里的临时文件 {count} 个"
        "removed what a build that was cut off had left in out/: {count}";
    /// What programs that were cut off had left in the data was removed.
    swept(count: usize):
        "删去了上次中断留在 data/ 里的临时文件 {count} 个"
        "removed what a run that was cut off had left in data/: {count}";
    /// Another process is at work.
    held(by: &str):
        "错误：另一个 paicha（进程 {by}）正在写 out/，等它做完再做"
        "error: another paicha (process {by}) is writing out/, wait until it is done";
    /// Why nothing is written at a place.
    outside_out(path: &str):
        "错误：{path} 不能用作 out/ 里的文件名" "error: {path} cannot be a file in out/";
    link_in_out(path: &str):
        "错误：{path} 是链接，不往里写；删去它再做" "error: {path} is a link, remove it";
    no_folder(path: &str):
        "错误：{path} 应当是文件夹，现在是文件；移走它或改它的名称再做"
        "error: {path} should be a folder and is a file, move it away";
    no_file(path: &str):
        "错误：{path} 的位置上是文件夹，写不了；移走它再做"
        "error: {path} is a folder where a file belongs, move it away";
    no_plain_file(path: &str):
        "错误：{path} 的位置上不是普通文件，写不了；移走它再做"
        "error: {path} is no plain file, move it away";
    foreign(path: &str):
        "错误：{path} 不是 paicha 做的，没有覆盖；移走它再做"
        "error: {path} was not made by paicha and is not overwritten, move it away";
    gone(path: &str):
        "错误：{path} 没有写成，做好的文件在写入前不见了；再做一次"
        "error: {path} could not be written, what was made is gone; build again";
    /// A file has another name now, or would have it.
    renamed(old: &str, new: &str): "改名：{old} → {new}" "renamed: {old} → {new}";
    /// Of a file, not all that was found is told.
    more_of_file(path: &str, count: usize):
        "{path} 里还有 {count} 处，改正上面的再看\n"
        "there are {count} more in {path}; correct these first\n";
    /// What `--fix` did.
    fixed(corrections: usize, files: usize):
        "改正了 {corrections} 处，在 {files} 个文件里" "corrected: {corrections}, in files: {files}";
    /// What `--fix` would do.
    fixable(corrections: usize, files: usize):
        "可以改正 {corrections} 处，在 {files} 个文件里；没有写文件"
        "corrections: {corrections}, in files: {files}; nothing was written";
    /// A form was made after another.
    new_form(name: &str):
        "建好 layouts/{name}/；改好 form.yaml 以后，用 paicha layouts check {name} 检查，用 paicha layouts preview {name} 看样子"
        "made layouts/{name}/; change its form.yaml, then see paicha layouts check {name} and paicha layouts preview {name}";
    /// A form of this name is there.
    form_taken(name: &str):
        "错误：“{name}”已经有了；换一个名称" "error: “{name}” is there already; take another name";
    /// A form cannot have this name.
    no_form_name(name: &str):
        "错误：“{name}”不能作表的编号和文件夹的名称"
        "error: “{name}” cannot be the id of a form and the name of its folder";
    /// How many layouts were checked.
    layouts_checked(forms: usize):
        "检查了 {forms} 张表的版面" "checked the layouts of {forms} forms";
    /// Outputs that a build before this one had made when it was cut off.
    left(files: usize):
        "接着上次中断处做：上次已做好的 {files} 份直接用上"
        "going on where the last build was cut off: files of it that are used: {files}";
    /// Pages that were made whole although they have a layer.
    refused(pages: usize):
        "有 {pages} 页没能印在底版上，是整页排的：结果不错，只是慢；请把这条消息告诉软件维护人"
        "pages that could not be laid over their layer and were made whole: {pages}; they are right, but slow: please tell the maintainers";
    /// Outputs removed as the data has no member or organisation that they would be made of.
    removed(files: usize):
        "删去 {files} 份不再要做的旧文件：党员或组织没有了，或者这张表不再有他（转出的党员要做，用 --member 写明）"
        "old files removed: {files}; their members or organisations are gone, or stand in the form no more (those transferred are made with --member)";
    /// Outputs left out because of errors.
    left_out(files: usize): "因数据有错误略去 {files} 份" "left out because of errors: {files}";
    /// Documents in which a clerk has yet to write.
    waiting(files: usize): "等着填写、先不做的 {files} 份" "not made until they are filled in: {files}";
    /// An output of a list.
    listed_output(path: &str): "\n  {path}" "\n  {path}";
    /// Why it was left out.
    because(code: &str, place: &str): "：{code}，{place}" ": {code}, {place}";
    /// A list is longer than what is told of it.
    in_all(files: usize): "\n  等 {files} 份" "\n  and more, in all {files}";
    /// A form that cannot be made because of errors.
    not_made(path: &str):
        "错误：数据有错误，做不出 {path}；先用 paicha check 查看"
        "error: {path} cannot be made, the data has errors; see paicha check";
    /// Files were changed while outputs were made.
    changed(unit: &str):
        "错误：检查以后，data/{unit} 里的文件又改动了；没有写任何文件，再运行一次 paicha build"
        "error: files in data/{unit} were changed after they were checked: nothing was written; run paicha build again";
    error(text: &str): "错误：{text}" "error: {text}";
    /// What a build did, with what is said of the outputs that it did not have to make.
    made(files: usize, pages: usize, others: &str, seconds: f64, out: &str):
        "做好 {files} 份，共 {pages} 页，{others}用时 {seconds:.1} 秒，在 {out}/"
        "{files} files, {pages} pages{others} in {seconds:.1} s, in {out}/";
    unchanged(files: usize): "其余 {files} 份没有变，" ", unchanged: {files},";
    warnings(count: usize): "{count} 个警告" "warnings: {count}";
    notices(count: usize): "{count} 个提示" "notices: {count}";
    /// Where findings that a build does not tell are listed.
    others(counts: &str, flag: &str):
        "另有 {counts}，用 paicha check{flag} 查看" "{counts}; see paicha check{flag}";
    /// A name that is not there; Chinese puts a word between a flag and its value.
    not_there(flag: &str, of: &str, value: &str, known: &str):
        "错误：{flag}{of}“{value}”找不到{known}" "error: {flag} “{value}” is not there{known}";
    /// Whom a call names is not where it says.
    member_elsewhere(member: &str, unit: &str):
        "错误：--member 的“{member}”不在 --org 写的组织里，他在“{unit}”；改正 --org，或者去掉它"
        "error: --member “{member}” is in “{unit}”, not within --org; correct --org or leave it out";
    /// A form of an organisation is asked for with a member.
    form_without_members(form: &str):
        "错误：“{form}”不是一人一份的表，不能与 --member 同用；去掉 --member，或者换一张表"
        "error: “{form}” is not made for single members; leave out --member, or name another form";
    jobs_range(least: u16, most: u16): "{least} 到 {most} 的整数" "a whole number from {least} to {most}";
    known(known: &str): "；可写：{known}" "; known: {known}";
    /// What is wrong with the arguments, and what would be right.
    wrong_usage(fault: &str, accepted: &str):
        "错误：{fault}{accepted}\n用 paicha --help 查看用法" "error: {fault}{accepted}\nsee paicha --help";
    accepted(near: &str): "；可写：{near}" "; accepted: {near}";
    no_option(argument: &str): "没有“{argument}”这个选项" "there is no option “{argument}”";
    no_command(argument: &str): "没有“{argument}”这个命令" "there is no command “{argument}”";
    no_value(argument: &str): "{argument} 后面要写值" "{argument} needs a value";
    wrong_value(argument: &str, value: &str):
        "{argument} 不能写“{value}”" "{argument} cannot be “{value}”";
    conflict(argument: &str):
        "{argument} 重复，或与别的选项冲突"
        "{argument} is given twice or conflicts with another option";
    other_usage(argument: &str): "用法不对：{argument}" "wrong usage: {argument}";
}

/// So few outputs are named when they were made.
const LITTLE: usize = 6;

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&ZH, &EN)
    }

    /// What a build did.
    pub fn built(&self, outcome: &Outcome, seconds: f64, out: &str) -> String {
        let others = match outcome.unchanged {
            0 => String::new(),
            same => self.unchanged(same),
        };
        let made = self.made(outcome.written, outcome.pages, &others, seconds, out);
        let is_little = (1..=LITTLE).contains(&outcome.made.len());
        let paths = outcome.made.iter().filter(|_| is_little);
        paths.fold(made, |text, path| {
            text + &self.listed_output(&one_line(&format!("{out}/{path}")))
        })
    }

    /// Nothing was written because of errors; whether there is a rest to be made.
    pub fn nothing_written(&self, has_rest: bool) -> &'static str {
        match has_rest {
            true => self.nothing_but_the_rest,
            false => self.nothing_at_all,
        }
    }

    /// Warnings and notices are listed by another command, those about pages by a
    /// flag of it.
    pub fn see_check(&self, warnings: usize, notices: usize, of_pages: bool) -> String {
        let warnings = (warnings > 0).then(|| self.warnings(warnings));
        let notices = (notices > 0).then(|| self.notices(notices));
        let list: Vec<String> = warnings.into_iter().chain(notices).collect();
        let flag = if of_pages { " --pages" } else { "" };
        self.others(&list.join(self.comma), flag)
    }

    /// No such form, organisation or member.
    pub fn no_such(&self, flag: &str, value: &str, known: &[&str]) -> String {
        let known = match known {
            [] => String::new(),
            known => self.known(&known.join(self.comma)),
        };
        let of = if flag.starts_with('-') { " 的" } else { "" };
        self.not_there(flag, of, value, &known)
    }

    /// What is wrong with a call, and what it could be.
    pub fn usage(
        &self,
        kind: ErrorKind,
        argument: &str,
        value: &str,
        suggestion: Option<String>,
    ) -> String {
        let fault = match kind {
            ErrorKind::UnknownArgument => self.no_option(argument),
            ErrorKind::InvalidSubcommand => self.no_command(argument),
            ErrorKind::InvalidValue if value.is_empty() => self.no_value(argument),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                self.wrong_value(argument, value)
            }
            ErrorKind::ArgumentConflict => self.conflict(argument),
            ErrorKind::MissingSubcommand => self.command_needed.to_owned(),
            _ => self.other_usage(argument),
        };
        let near = suggestion
            .filter(|near| !near.is_empty())
            .map(|near| self.accepted(&near));
        self.wrong_usage(&fault, &near.unwrap_or_default())
    }
}
