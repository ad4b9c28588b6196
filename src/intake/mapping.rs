//! 导入.yaml: what was decided about the sheets of a workspace, to be changed by hand and
//! used again. What stands in it stays as it is written; what is new is added.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::load::edit::with_key;
use crate::load::{parse, read_text, text_of_new};
use crate::model::node::{Entry, Kind, Node, Span, Step};

/// Its name, at the top of the workspace.
pub const FILE: &str = "导入.yaml";

/// Its parts: which sheets are taken, what columns and values are taken for, and which
/// branches are named.
pub const SHEETS: &str = "工作表";
/// The part of columns.
pub const COLUMNS: &str = "列";
/// The part of values, by column.
pub const VALUES: &str = "值";
/// The part of branches.
pub const BRANCHES: &str = "党支部";
const PARTS: [&str; 4] = [SHEETS, COLUMNS, VALUES, BRANCHES];

/// What is taken.
pub const TAKE: &str = "取";
/// What is not.
pub const LEAVE: &str = "不取";
/// A column that is compared with what the program works out.
pub const COMPARE: &str = "核对";
/// A column that names the branch.
pub const BRANCH: &str = "党支部";
/// What nobody has decided yet begins so.
pub const OPEN: &str = "待定";

/// Decisions by their part, what they are about, and of values the column's name before.
pub type Decisions = IndexMap<(&'static str, String, String), String>;

/// The file.
#[derive(Debug, Default)]
pub struct Mapping {
    path: PathBuf,
    text: Option<String>,
    /// What it says, with the places.
    said: Said,
}

/// Answers with their places, by part, what they are about, and the value.
type Said = BTreeMap<(&'static str, String, String), (String, Span)>;

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub path: PathBuf,
    /// Line and column, from 1.
    pub place: (usize, usize),
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// No YAML of ours: `paicha check` has more words for that.
    Unreadable,
    /// A part or an entry that is none.
    NotKnown(String),
    /// A value of a column cannot be this.
    NotValue(String),
    /// This is answered twice.
    Twice(String),
    /// A column cannot be taken for this.
    NotPurpose(String),
    /// No branch has this path.
    NotBranch(String),
}

impl Mapping {
    /// Reads the file; one that is not there says nothing.
    ///
    /// # Errors
    /// Where it is there and cannot be understood.
    pub fn read(path: &Path) -> Result<Self, Fault> {
        let mut mapping = Self {
            path: path.to_owned(),
            ..Self::default()
        };
        if path.symlink_metadata().is_err() {
            return Ok(mapping);
        }
        let unreadable = |place| mapping.fault(place, FaultKind::Unreadable);
        let text = read_text(path).map_err(|_| unreadable((1, 1)))?;
        let tree = parse(&text).map_err(|fault| unreadable(place(&text, fault.span)))?;
        mapping.text = Some(text);
        let mut said = BTreeMap::new();
        for entry in mapping.entries(&tree)? {
            let part = PARTS.iter().find(|part| **part == entry.key);
            let Some(&part) = part else {
                return Err(mapping.at(entry.key_span, FaultKind::NotKnown(entry.key.clone())));
            };
            for one in mapping.entries(&entry.value)? {
                if part != VALUES {
                    let answer = mapping.answer(one, false)?;
                    mapping.add(&mut said, (part, &one.key, ""), answer, one.key_span)?;
                    continue;
                }
                for value in mapping.entries(&one.value)? {
                    let answer = mapping.answer(value, true)?;
                    let of = (part, one.key.as_str(), value.key.as_str());
                    mapping.add(&mut said, of, answer, value.key_span)?;
                }
            }
        }
        mapping.said = said;
        Ok(mapping)
    }

    /// The file's text, where it is there.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn entries<'a>(&self, node: &'a Node) -> Result<&'a [Entry], Fault> {
        match &node.kind {
            Kind::Map(entries) => Ok(entries),
            Kind::Null => Ok(&[]),
            _ => Err(self.at(node.span, FaultKind::Unreadable)),
        }
    }

    /// What is answered; where nothing is, that is not decided. Only a value may be `""`.
    fn answer(&self, entry: &Entry, may_be_empty: bool) -> Result<(String, Span), Fault> {
        match &entry.value.kind {
            Kind::Scalar(text) if may_be_empty || !text.trim().is_empty() => {
                Ok((text.trim().to_owned(), entry.value.span))
            }
            Kind::Scalar(_) | Kind::Null => Ok((OPEN.to_owned(), entry.key_span)),
            _ => Err(self.at(entry.key_span, FaultKind::NotKnown(entry.key.clone()))),
        }
    }

    /// Adds an answer: what is answered twice is not decided.
    fn add(
        &self,
        said: &mut Said,
        (part, of, value): (&'static str, &str, &str),
        answer: (String, Span),
        span: Span,
    ) -> Result<(), Fault> {
        match said.insert((part, of.to_owned(), value.to_owned()), answer) {
            None => Ok(()),
            Some(_) => Err(self.at(span, FaultKind::Twice(of.to_owned()))),
        }
    }

    fn fault(&self, place: (usize, usize), kind: FaultKind) -> Fault {
        Fault {
            path: self.path.clone(),
            place,
            kind,
        }
    }

    /// What is wrong at a place.
    pub fn at(&self, span: Span, kind: FaultKind) -> Fault {
        self.fault(place(self.text.as_deref().unwrap_or_default(), span), kind)
    }

    /// What was decided, and where that stands; nothing where it is still open.
    pub fn get(&self, part: &'static str, of: &str, value: &str) -> Option<(&str, Span)> {
        let said = self.said.get(&(part, of.to_owned(), value.to_owned()));
        let (text, span) = said.filter(|(text, _)| !text.starts_with(OPEN))?;
        Some((text, *span))
    }

    /// What was decided about values of a column, with the places.
    pub fn answers(&self, label: &str) -> impl Iterator<Item = (&str, Span)> {
        let said = self.said.iter();
        let own = said.filter(move |((part, of, _), _)| *part == VALUES && of == label);
        let own = own.map(|(_, (text, span))| (text.as_str(), *span));
        own.filter(|(text, _)| !text.starts_with(OPEN) && !matches!(*text, LEAVE | ""))
    }

    /// The file with decisions that it does not have yet; none where it has all.
    pub fn with(&self, decisions: &Decisions) -> Option<String> {
        let new = decisions
            .iter()
            .filter(|(key, _)| !self.said.contains_key(*key));
        let new: Decisions = new.map(|(key, text)| (key.clone(), text.clone())).collect();
        if new.is_empty() {
            return None;
        }
        let Some(text) = self.text.clone() else {
            return Some(format!("{HEAD}{}", text_of_new(&whole(&new))));
        };
        // Parts that are not there are added whole.
        let Kind::Map(parts) = whole(&new) else {
            return None;
        };
        let mut text = text;
        for part in parts {
            text = added(&text, &[], &part, 2)?;
        }
        Some(text)
    }
}

/// Adds an entry to a block, and what it holds to what is there, so many levels deep.
fn added(text: &str, above: &[Step<'_>], entry: &Entry, levels: usize) -> Option<String> {
    let tree = parse(text).ok()?;
    let at = above.iter().try_fold(&tree, |node, step| match step {
        Step::Key(key) => node.get(key).map(|entry| &entry.value),
        Step::Index(_) => None,
    });
    match (at?.get(&entry.key), &entry.value.kind) {
        (Some(there), Kind::Map(entries)) if levels > 0 && !there.value.is_empty() => {
            let mut above = above.to_vec();
            above.push(Step::Key(&entry.key));
            entries.iter().try_fold(text.to_owned(), |text, entry| {
                added(&text, &above, entry, levels - 1)
            })
        }
        (Some(_), Kind::Map(entries)) if levels > 0 => {
            let mut above = above.to_vec();
            above.push(Step::Key(&entry.key));
            entries.iter().try_fold(text.to_owned(), |text, entry| {
                with_key(&text, &above, &[], &entry.key, entry.value.kind.clone())
            })
        }
        (Some(_), _) => Some(text.to_owned()),
        (None, kind) => with_key(text, above, &PARTS, &entry.key, kind.clone()),
    }
}

/// What stands at the top of a new file.
const HEAD: &str = "\
# paicha import 定下的事，可以改；下次导入照这里写的做。
# 列：写键名（例如 手机号码）、核对、党支部或者 不取；写“待定”的、冒号后面空着的还没有定，不会取。
# 值：原来的写法在前，照哪样写在后，不取写 不取；只管一个人的，前面有姓名和号码末四位（例如 张建国 1234：1990.1）。
";

/// Decisions as the parts of a file.
fn whole(decisions: &Decisions) -> Kind {
    let entry = |key: &str, kind: Kind| Entry {
        key: key.to_owned(),
        key_span: Span::default(),
        value: kind.into(),
    };
    let parts = PARTS.iter().filter_map(|&part| {
        let mut entries: Vec<Entry> = Vec::new();
        for ((_, of, value), text) in decisions.iter().filter(|((own, ..), _)| *own == part) {
            let text = Kind::Scalar(text.clone());
            if part != VALUES {
                entries.push(entry(of, text));
                continue;
            }
            let at = entries.iter().position(|entry| entry.key == *of);
            let at = at.unwrap_or_else(|| {
                entries.push(entry(of, Kind::Map(Vec::new())));
                entries.len() - 1
            });
            if let Kind::Map(below) = &mut entries[at].value.kind {
                below.push(entry(value, text));
            }
        }
        (!entries.is_empty()).then(|| entry(part, Kind::Map(entries)))
    });
    Kind::Map(parts.collect())
}

fn place(text: &str, span: Span) -> (usize, usize) {
    crate::model::node::line_column(text, span.range().start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decisions(all: &[(&'static str, &str, &str, &str)]) -> Decisions {
        let one = |(part, of, value, text): &(&'static str, &str, &str, &str)| {
            (
                (*part, (*of).to_owned(), (*value).to_owned()),
                (*text).to_owned(),
            )
        };
        all.iter().map(one).collect()
    }

    #[test]
    fn what_stands_there_stays_and_what_is_new_is_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        let first = decisions(&[
            (COLUMNS, "学历", "", "待定（甲、乙）"),
            (COLUMNS, "姓名", "", "姓名"),
            (VALUES, "民族", "维族", "维吾尔族"),
        ]);
        let text = Mapping::read(&path)
            .expect("nothing")
            .with(&first)
            .expect("new");
        let body = "列:\n  学历: 待定（甲、乙）\n  姓名: 姓名\n值:\n  民族:\n    维族: 维吾尔族\n";
        assert_eq!(text.replace(HEAD, ""), body);
        let edited = text.replace("待定（甲、乙）", "学历学位.在职教育.学历   # 问过");
        std::fs::write(&path, &edited).expect("written");
        let mapping = Mapping::read(&path).expect("read");
        assert_eq!(
            mapping.get(COLUMNS, "学历", "").expect("decided").0,
            "学历学位.在职教育.学历"
        );
        assert_eq!(mapping.with(&first), None);
        let mut more = first;
        more.extend(decisions(&[
            (VALUES, "民族", "回", "回族"),
            (VALUES, "性别", "M", "男"),
            (BRANCHES, "政办", "", "机关/政办"),
        ]));
        let text = mapping.with(&more).expect("more");
        let lines: Vec<&str> = text.lines().filter(|line| !edited.contains(line)).collect();
        assert_eq!(
            lines,
            [
                "    回: 回族",
                "  性别:",
                "    M: 男",
                "党支部:",
                "  政办: 机关/政办"
            ]
        );
        assert!(edited.lines().all(|line| text.contains(line)));
    }

    #[test]
    fn what_is_left_empty_is_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        let text = "列:\n  学历:\n  姓名: \"\"\n  备注: 不取\n值:\n  民族:\n    无:\n    —: \"\"\n";
        std::fs::write(&path, text).expect("written");
        let mapping = Mapping::read(&path).expect("read");
        let decided = |part, of, value| mapping.get(part, of, value).map(|(text, _)| text);
        for (part, of, value, expected) in [
            (COLUMNS, "学历", "", None),
            (COLUMNS, "姓名", "", None),
            (COLUMNS, "备注", "", Some(LEAVE)),
            (VALUES, "民族", "无", None),
            // That it says nothing is a decision about a value.
            (VALUES, "民族", "—", Some("")),
        ] {
            assert_eq!(decided(part, of, value), expected, "{of} {value}");
        }
        // What stands there is not added once more.
        assert_eq!(
            mapping.with(&decisions(&[(COLUMNS, "学历", "", "待定")])),
            None
        );
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        for (text, place) in [
            ("列:\n  a: [1]\n", (2, 3)),
            ("栏: {}\n", (1, 1)),
            ("列:\n  - a\n", (2, 5)),
        ] {
            std::fs::write(&path, text).expect("written");
            assert_eq!(Mapping::read(&path).expect_err(text).place, place, "{text}");
        }
    }
}
