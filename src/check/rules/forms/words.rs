//! The words for what declarations say wrongly.

use crate::check::prelude::*;
use crate::derive::named::NamedFact;
use crate::expression::FaultKind;
use crate::forms::Scope;
use crate::forms::declaration::Format;
use crate::forms::kinds::Kind;

/// Another form: where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its folder.
    pub folder: String,
    /// Whether it is the workspace's.
    pub is_own: bool,
}

impl Other {
    pub(super) fn said(&self, lang: Lang) -> String {
        let Self { folder, is_own } = self;
        match (lang, is_own) {
            (Lang::Zh, true) => format!("layouts/{folder}/form.yaml"),
            (Lang::Zh, false) => format!("软件自带的表，要改那一张，文件夹也叫 layouts/{folder}/"),
            (Lang::En, true) => format!("layouts/{folder}/form.yaml"),
            (Lang::En, false) => {
                format!("a built-in form; to change that one, call the folder layouts/{folder}/")
            }
        }
    }
}

/// What a format is for.
pub(super) fn printed(format: Format, lang: Lang) -> &'static str {
    let [zh, en] = match format {
        Format::Code => ["有编号的可选的词", "words of numbered lists"],
        Format::Month | Format::Year => ["日期", "dates"],
        Format::Duration => ["月数", "numbers of months"],
        Format::Capital => ["数和日期", "numbers and dates"],
        Format::Tick | Format::Strike => ["几项里选一项的", "what is one of several words"],
        Format::Apart => ["号码", "numbers"],
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A length as it is told: to a tenth, which nobody takes for a number of somebody's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Millimetres(pub f64);

impl std::fmt::Display for Millimetres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", (self.0 * 10.0).round() / 10.0)
    }
}

pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("“{word}”")).collect()
}

/// What columns of some kinds are called.
pub(super) fn columns(kinds: &[Kind], lang: Lang) -> String {
    const NAMED: [Kind; 3] = [Kind::Counting, Kind::Adding, Kind::Taking];
    let is_any = NAMED.iter().all(|kind| kinds.contains(kind));
    let others = kinds.iter().filter(|kind| !is_any || !NAMED.contains(kind));
    let mut words: Vec<&str> = others.map(|kind| column(*kind, lang)).collect();
    if is_any {
        words.push(match lang {
            Lang::Zh => "汇总表里有“名”的列",
            Lang::En => "columns of cross-tables with a 名",
        });
    }
    match lang {
        Lang::Zh => words.join("、"),
        Lang::En => words.join(", "),
    }
}

pub(super) fn column(kind: Kind, lang: Lang) -> &'static str {
    let [zh, en] = match kind {
        Kind::RegisterColumn => ["登记表的列", "columns of registers"],
        Kind::PointColumn => ["写了“事项”的表的列", "columns beside declared rows (事项)"],
        Kind::Counting => ["汇总表里数人的列", "columns that count"],
        Kind::Adding => ["汇总表里写“和”的列", "columns that add up (和)"],
        Kind::Taking => ["汇总表里写“取自”的列", "columns that are taken (取自)"],
        _ => [
            "汇总表上面一层的表头",
            "heads above columns of cross-tables",
        ],
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What tables of a scope are called.
pub(super) fn kind(scope: Scope, lang: Lang) -> String {
    words! { match scope, lang {
        Scope::Branch => "登记表" "registers"
        Scope::Organisation => "汇总表" "cross-tables"
        _ => "党员的表" "cards"
    } }
}

/// The names of groups of members.
pub(super) fn populations() -> Vec<&'static str> {
    let facts = NamedFact::all().filter(|fact| fact.is_population());
    facts.map(|fact| fact.name).collect()
}

pub(super) fn expression(kind: &FaultKind, lang: Lang) -> String {
    use FaultKind as K;
    words! { match kind, lang {
        K::Character(c) => "式子里不能有“{c}”" "“{c}” means nothing in expressions"
        K::OpenText => "引号没有闭合" "the quotation mark is not closed"
        K::End => "式子没有写完" "the expression ends too early"
        K::Unexpected(text) => "式子在“{text}”这里看不懂" "“{text}” cannot stand here"
        K::UnknownName(name, _) => "没有“{name}”这个键，也没有这一项"
            "there is no key or fact “{name}”"
        K::NoList(name, _) => "党员文件没有“{name}”这一组记录" "members have no list “{name}”"
        K::UnknownFunction(name) => "没有“{name}”这个函数" "there is no function “{name}”"
        K::Arguments { name, count } => "“{name}”的括号里要写 {count} 个值"
            "“{name}” takes values: {count}"
        K::Type { expected, found } => "这里要用{expected}，写的是{found}"
            "{expected:#} is needed here, not {found:#}"
        K::Unlike(a, b) => "{a}不能与{b}比" "{a:#} cannot be compared with {b:#}"
        K::UnknownWord { name, word, .. } => "“{name}”不会是“{word}”" "“{name}” is never “{word}”"
        K::NoDay(text) => "日历上没有“{text}”" "no calendar has “{text}”"
        K::TooLong => "式子太长" "the expression is too long"
    } }
}

pub(super) fn expression_help(kind: &FaultKind, lang: Lang) -> Option<String> {
    let [zh, en] = match kind {
        FaultKind::UnknownName(_, nearest) | FaultKind::NoList(_, nearest) => {
            return near(lang, nearest.as_deref());
        }
        FaultKind::UnknownWord { near: nearest, .. } => return near(lang, nearest.as_deref()),
        FaultKind::NoDay(_) => [
            "日期写成 2016-03-15，只到月的写成 2016-03",
            "dates are 2016-03-15, or 2016-03 to the month",
        ],
        FaultKind::UnknownFunction(_) => [
            "可写：周年、月数、天数、有、数、年",
            "accepted: 周年, 月数, 天数, 有, 数, 年",
        ],
        FaultKind::Unexpected(_) => [
            "“且”“或”“非”“在”前后要空格；文字要加引号，例如 性别 = “女”",
            "且, 或, 非 and 在 stand between spaces; texts in quotation marks: 性别 = “女”",
        ],
        _ => return None,
    };
    Some(match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    })
}
