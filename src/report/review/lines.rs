//! What is told of each change, on a line.

use super::sections::Entry;
use super::{Telling, named_state};
use crate::report::Lang;
use crate::review::{
    ADVICE, CellChange, Change, FactChange, FileChange, FileKind, MemberChange, Share, ValueChange,
};

/// A figure's table, its row, and whose.
pub(super) type Row<'a> = (&'a str, &'a str, &'a str);

/// So many of those who move a figure are named.
const MOST_NAMES: usize = 4;

impl Telling<'_> {
    /// How a state is called.
    pub(super) fn state(&self, at: usize) -> &str {
        named_state(self.between[at], self.lang)
    }

    /// Who it is, his file, and how he changes.
    pub(super) fn head(&self, member: &MemberChange) -> String {
        let lang = self.lang;
        let text = |text: &str| self.hidden().text(text).into_owned();
        let changes = member.change.iter().map(|change| match change {
            Change::Added => lang.pick("新来", "new").to_owned(),
            Change::Removed => lang.pick("不再有", "gone").to_owned(),
            Change::Moved => lang.pick("换了党支部", "moved").to_owned(),
            Change::Renamed => lang.pick("文件改名", "file renamed").to_owned(),
            Change::Changed => lang.pick("有变化", "changed").to_owned(),
        });
        let changes: Vec<String> = changes.collect();
        let mut head = vec![text(&member.name), changes.join(lang.pick("，", ", "))];
        head.retain(|part| !part.is_empty());
        let old = member.old_path.as_ref().filter(|old| **old != member.path);
        let path = match old {
            Some(old) => format!("{} → {}", text(old), text(&member.path)),
            None => text(&member.path),
        };
        format!("{}  {path}", head.join("  "))
    }

    /// What is different of a member, line by line.
    pub(super) fn details(&self, member: &MemberChange) -> Vec<String> {
        let lang = self.lang;
        let unreadable = member.unreadable.map(|which| {
            let which = match which {
                "new" => self.state(1),
                "old" => self.state(0),
                _ => lang.pick("两边", "both"),
            };
            lang.pick(
                format!("{which}的文件读不出来，改了什么比不了，见下面的问题"),
                format!("the file of {which} cannot be read, nor compared: see the findings"),
            )
        });
        let values = member.values.iter().map(|value| self.value(value));
        let facts = member.facts.iter().map(|fact| self.fact(fact));
        let verb = |change: &str| match change {
            "left" => lang.pick("离开", "left"),
            _ => lang.pick("进入", "entered"),
        };
        let registers = member.registers.iter();
        let registers = registers.map(|it| {
            lang.pick(
                format!("{}{}", verb(it.change), it.form),
                format!("{} {}", verb(it.change), it.form),
            )
        });
        let registers: Vec<String> = registers.collect();
        let registers = (!registers.is_empty()).then(|| registers.join(lang.pick("，", ", ")));
        unreadable
            .into_iter()
            .chain(values)
            .chain(facts)
            .chain(registers)
            .collect()
    }

    /// A value that is another one.
    pub(super) fn value(&self, value: &ValueChange) -> String {
        let (hidden, lang) = (self.hidden(), self.lang);
        let shown = |text: &str| match text {
            "" => lang.pick("（没有写）", "(not given)").to_owned(),
            text => {
                let text = hidden.value(&value.key, text);
                let mut lines = text.lines();
                let first = lines.next().unwrap_or_default().to_owned();
                if lines.next().is_some() {
                    first + "…"
                } else {
                    first
                }
            }
        };
        let alike = self.alike(hidden.hides(&value.key, &value.old, &value.new));
        let key = label(&hidden.text(&value.key), lang);
        let (old, new, line) = (shown(&value.old), shown(&value.new), value.line);
        lang.pick(
            format!("{key}：{old} → {new}{alike}（第 {line} 行）"),
            format!("{key}: {old} → {new}{alike} (line {line})"),
        )
    }

    /// That two values differ although they look alike.
    pub(super) fn alike(&self, is_masked: bool) -> &'static str {
        match is_masked {
            true => self
                .lang
                .pick("（遮住的部分不同）", " (they differ where they are masked)"),
            false => "",
        }
    }

    fn fact(&self, fact: &FactChange) -> String {
        let lang = self.lang;
        let shown = |text: &str| match text {
            "" => lang.pick("（无）", "(none)").to_owned(),
            text => text.to_owned(),
        };
        let form = fact
            .form
            .as_ref()
            .map(|form| lang.pick(format!("（{form}）"), format!(" ({form})")));
        let reason = self.reason(fact);
        let comma = if reason.is_empty() {
            ""
        } else {
            lang.pick("，", ", ")
        };
        format!(
            "{}{}{}{} → {}{comma}{reason}",
            fact.fact,
            form.unwrap_or_default(),
            lang.pick("：", ": "),
            shown(&fact.old),
            shown(&fact.new),
        )
    }

    /// Why a fact is another one: by which key that changed. What lies between can be told
    /// once facts say how they were worked out.
    fn reason(&self, fact: &FactChange) -> String {
        let lang = self.lang;
        let keys: Vec<&str> = fact.keys.iter().map(|cause| cause.key.as_str()).collect();
        let is_of_day = !keys.is_empty() && keys.iter().all(|key| key.starts_with("填表日期"));
        match fact.fact.as_str() {
            "年龄" if is_of_day && older(fact) => lang
                .pick("填表日期前过了生日", "a birthday before the new 填表日期")
                .to_owned(),
            "党龄" if is_of_day && older(fact) => lang
                .pick(
                    "填表日期前又满了周年",
                    "an anniversary before the new 填表日期",
                )
                .to_owned(),
            ADVICE => String::new(),
            _ if keys.is_empty() => String::new(),
            _ => {
                let keys: Vec<String> = keys.iter().map(|key| label(key, lang)).collect();
                let keys = keys.join(lang.pick("、", ", "));
                lang.pick(format!("因为{keys}变了"), format!("as {keys} changed"))
            }
        }
    }

    /// The figures of one row, and who moved them.
    pub(super) fn rows(&self) -> Vec<String> {
        let cells = self.review.cells.chunk_by(|a, b| row(a) == row(b));
        cells.map(|cells| self.row(cells)).collect()
    }

    fn row(&self, cells: &[CellChange]) -> String {
        let lang = self.lang;
        let Some(first) = cells.first() else {
            return String::new();
        };
        let is_same = cells.iter().all(|cell| cell.by == first.by);
        let figures = cells.iter().map(|cell| {
            let by = if is_same {
                String::new()
            } else {
                self.by(&cell.by)
            };
            format!("{} {}→{}{by}", cell.column, cell.old, cell.new)
        });
        let figures = figures.collect::<Vec<_>>().join(lang.pick("，", ", "));
        let by = if is_same {
            self.by(&first.by)
        } else {
            String::new()
        };
        let org = self.hidden().text(&first.org).into_owned();
        format!(
            "{}  {org}  {}{}{figures}{by}",
            first.form,
            first.row,
            lang.pick("：", ": ")
        )
    }

    /// Who moved a figure.
    pub(super) fn by(&self, by: &[Share]) -> String {
        let lang = self.lang;
        let named = by.iter().take(MOST_NAMES).map(|share| {
            let who = if share.name.is_empty() {
                &share.path
            } else {
                &share.name
            };
            format!("{} {:+}", self.hidden().text(who), share.change)
        });
        let named = named.collect::<Vec<_>>().join(lang.pick("、", ", "));
        let rest = by.len().saturating_sub(MOST_NAMES);
        match rest {
            0 => lang.pick(format!("（{named}）"), format!(" ({named})")),
            rest => lang.pick(
                format!("（{named}，另有 {rest} 份文件）"),
                format!(" ({named}, and {rest} more files)"),
            ),
        }
    }

    /// A file that is about no member.
    pub(super) fn file(&self, file: &FileChange) -> Entry {
        let lang = self.lang;
        let kind = match file.kind {
            FileKind::Round => lang.pick("排查", "round"),
            FileKind::Organisation => lang.pick("党组织", "organisation"),
            FileKind::Figures => lang.pick("汇总上报", "figures"),
            FileKind::Text => lang.pick("报告的文字", "text of a document"),
            FileKind::Form => lang.pick("表的版面", "layout"),
            FileKind::Settings => lang.pick("设置", "settings"),
            FileKind::Font => lang.pick("字体", "font"),
        };
        let change = match file.change {
            "added" => lang.pick("新加", "new"),
            "removed" => lang.pick("不再有", "gone"),
            _ => lang.pick("有变化", "changed"),
        };
        let values = file.values.iter().map(|value| self.value(value));
        Entry {
            line: format!("{kind}  {change}  {}", self.hidden().text(&file.path)),
            rest: values.collect(),
        }
    }
}

/// The row in which a figure stands.
pub(super) fn row(cell: &CellChange) -> Row<'_> {
    (&cell.form, &cell.org, &cell.row)
}

/// Whether the fact is a number that grew by one.
fn older(fact: &FactChange) -> bool {
    let numbers = fact
        .old
        .parse::<i32>()
        .ok()
        .zip(fact.new.parse::<i32>().ok());
    numbers.is_some_and(|(old, new)| new == old + 1)
}

/// A key as people read it: 处置[0].日期 is 处置第1条 日期.
pub(super) fn label(route: &str, lang: Lang) -> String {
    let parts = route.split('.').map(|part| match part.split_once('[') {
        Some((key, rest)) => {
            let number = rest.trim_end_matches(']').parse::<usize>().unwrap_or(0) + 1;
            lang.pick(format!("{key}第{number}条"), format!("{key} {number}"))
        }
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(" ")
}
