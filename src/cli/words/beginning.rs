//! The words of `init` and `new`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    init: "建一个新的工作文件夹，能马上检查、做表" "Make a new workspace that checks and builds at once";
    init_dir: "建在哪个文件夹；不写是当前文件夹" "Where; by default in this folder";
    init_name: "本轮排查的名称" "Name of the round";
    init_baseline: "排查前基准日" "Day at which the roll is counted";
    init_search_end: "联系查找结束日" "Last day of the search";
    init_filled_on: "填表日期" "Day on which forms are filled in";
    init_org: "上级党组织的名称，各党支部在它下面" "Name of the organisation above the branches";
    init_branch: "党支部的名称，可写几次" "Name of a branch; may be given several times";
    init_branches: "各党支部的名称，用、隔开" "Names of the branches, with 、 between them";
    init_days: "没有说明的日期用了 2016 年通知里的，在 data/排查.yaml 里有注释标明，请改成本轮的"
        "days that were not given are those of the notice of 2016, marked in data/排查.yaml: put yours";
    init_next: "下一步：核对 data/ 里各个 党组织.yaml；有名册的用 paicha import 导入，没有的用 paicha new 加党员；再用 paicha status 看还缺什么"
        "next: look at each 党组织.yaml in data/; take a roster in with paicha import, or add members with paicha new; see paicha status";
    init_git: "建好了 git 仓库，还没有提交什么" "made a git repository; nothing is committed";
    init_in_git: "已在 git 仓库里" "this is in a git repository";
    init_no_git: "没有 git，没建仓库；以后装了 git，再运行一次 paicha init 就行"
        "there is no git, so no repository was made; with git, run paicha init again";
    text_name: "名称" "NAME";
    new_about: "新建党员、党组织的文件，或者在党员的文件里加一项"
        "Make a member's or an organisation's file, or add a block to a member's";
    new_what: "党员 姓名 身份证号码；党组织 名称；失联、处置、流动、出国等 党员文件"
        "党员 NAME ID-NUMBER; 党组织 NAME; 失联, 处置, 流动, 出国 … FILE";
    new_values: "内容" "VALUE";
    new_org: "放在哪个组织里" "In which organisation";
    what: "什么" "WHAT";
    organisation_name: "党组织的全称" "full name of the organisation";
    organisation_kind: "类型（不写是党支部）" "kind (党支部 by default)";
    organisation_class: "党组织类别" "class";
    member_name: "姓名" "name";
    member_number: "身份证号码" "ID number";
    which_branch: "放在哪个党支部" "in which branch";
    a_day: "一个有的日期，写到日，例如 2016-04-20" "a day that there is, as 2016-04-20";
    members_file: "党员文件" "member's file";
    no_number: "错误：身份证号码不对：要有 18 位，日期和末位校验都对得上；请与身份证逐位核对"
        "error: this is no ID number: 18 characters with a date and a check character that fits";
}

sentences! {
    /// Files that were made.
    init_made(files: &str): "新建：{files}" "made: {files}";
    /// Files that were there.
    init_kept(files: &str): "已经有了，没有动：{files}" "there already, left alone: {files}";
    /// A question, and what is taken without an answer.
    asked_for(what: &str, usual: &str): "{what}{usual}：" "{what}{usual}:";
    /// What is taken without an answer.
    usual_answer(usual: &str): "（直接回车是“{usual}”）" " (Enter for “{usual}”)";
    /// An answer that is no day.
    no_day(answer: &str): "“{answer}”不是日期，写成 2016-04-20" "“{answer}” is no day, write it as 2016-04-20";
    /// A file was made.
    file_made(path: &str): "新建：{path}" "made: {path}";
    /// A file is there.
    is_there(path: &str): "{path} 已经有了，没有动" "{path} is there already and was left alone";
    /// The person is there.
    person_is_there(path: &str): "这个身份证号码已有文件：{path}，没有新建"
        "a file has this ID number already: {path}; none was made";
    /// A block is there.
    block_is_there(block: &str, path: &str): "{path} 里已经有“{block}”，没有动"
        "{path} has {block} already and was left alone";
    /// A block cannot be added by the program.
    block_by_hand(block: &str, path: &str): "{path} 的写法加不进“{block}”，没有动；请手工加，写法见 paicha explain {block}"
        "{path} is written so that {block} cannot be added, and was left alone: add it by hand, see paicha explain {block}";
    /// A file that something was to be added to cannot be read.
    file_unread(path: &str): "{path} 读不了，没有动；先照上面说的改正，再运行一次"
        "{path} cannot be read and was left alone: correct what is said above, then run this again";
    /// A file is not made, since the workspace would be wrong with it.
    not_fitting(path: &str, why: &str): "错误：没有新建 {path}：{why}" "error: {path} was not made: {why}";
    /// An organisation with members, below which another was to be made.
    is_of_members(unit: &str): "{unit} 里已经有党员或者上报的数字，下面不能再有党组织；用 --org 写它的上级，与它并列"
        "{unit} has members or figures, so no organisation can stand below it; name the one above it with --org";
    /// Where else a member can go.
    lowest_units(paths: &str): "；用 --org 写下面的党支部：{paths}" "; name a branch below it with --org: {paths}";
    /// An organisation with others below it, to which a member was to be added.
    of_upper_unit(unit: &str, ways: &str): "{unit} 下面还有党组织，党员只能放在最下一级的党组织里{ways}"
        "{unit} has organisations below it, and members stand in the lowest ones{ways}";
    /// What would be wrong elsewhere.
    would_be_wrong(place: &str, message: &str, help: &str): "那样 {place} 就不对了：{message}；{help}"
        "{place} would be wrong then: {message}; {help}";
    /// A word that a call has no use for.
    too_much(word: &str): "错误：不知道“{word}”是做什么的，多写了；名称里有空格的，加双引号\n用 paicha new --help 查看用法"
        "error: there is no use for “{word}”; put a name with spaces in double quotes\nsee paicha new --help";
    /// What cannot be made.
    nothing_to_make(word: &str, known: &str): "错误：没有“{word}”这样可以新建的；可写：{known}"
        "error: “{word}” is nothing to be made; known: {known}";
    /// A block that stands within others.
    within_others(word: &str, outer: &str): "错误：“{word}”写在{outer}里；先用 paicha new 加那一项，再在文件里写它"
        "error: “{word}” stands within {outer}: add that with paicha new, then write it into the file";
    /// It must be said which organisation is meant.
    which_org(known: &str): "错误：要用 --org 写明是哪个组织{known}" "error: say with --org which organisation is meant{known}";
    /// Several files can be meant.
    one_of_files(name: &str, paths: &str): "错误：“{name}”有几份文件，写明是哪一份：{paths}"
        "error: “{name}” can be any of several files, say which: {paths}";
    /// A block was added.
    block_added(block: &str, path: &str): "在 {path} 里加了“{block}”，请填写；用不着的键可以删去"
        "added {block} to {path}: fill it in, delete keys that are not needed";
    /// What was not said and cannot be asked.
    needed(what: &str): "错误：要写{what}\n用 paicha --help 查看用法" "error: {what} is needed\nsee paicha --help";
    /// The area that an ID number names.
    area(name: &str): "身份证号码前六位是{name}；核对后写，例如 甘肃会宁"
        "the ID number begins with {name}; look it up, as 甘肃会宁";
}

impl Words {
    /// An organisation with others below it takes no members; those below that do.
    pub fn has_units_below(&self, unit: &str, lowest: &[&str]) -> String {
        let ways = match lowest {
            [] => String::new(),
            paths => self.lowest_units(&paths.join(self.comma)),
        };
        self.of_upper_unit(unit, &ways)
    }

    /// What cannot be made, and what can.
    pub fn not_to_be_made(&self, word: &str, known: &[&str]) -> String {
        self.nothing_to_make(word, &known.join(self.comma))
    }

    /// A block that stands within others, and these.
    pub fn stands_within(&self, word: &str, outer: &[String]) -> String {
        let outer: Vec<String> = outer.iter().map(|block| format!("“{block}”")).collect();
        self.within_others(word, &outer.join(self.comma))
    }

    /// It must be said which organisation is meant, of these if any.
    pub fn org_needed(&self, paths: &[&str]) -> String {
        let known = match paths {
            [] => String::new(),
            paths => self.known(&paths.join(self.comma)),
        };
        self.which_org(&known)
    }

    /// Several files can be meant.
    pub fn several_files(&self, name: &str, paths: &[&str]) -> String {
        self.one_of_files(name, &paths.join(self.comma))
    }

    /// A question, with what is taken without an answer.
    pub fn question(&self, what: &str, usual: &str) -> String {
        let usual = match usual {
            "" => String::new(),
            usual => self.usual_answer(usual),
        };
        self.asked_for(what, &usual)
    }
}
