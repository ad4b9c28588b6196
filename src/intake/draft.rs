//! A row of a sheet as the values of a member, read as his file would be.

use std::sync::LazyLock;

use super::heading::{Computed, Purpose};
use super::heads::Head;
use super::mapping::{Mapping, OPEN, VALUES};
use super::sheet::{Book, Content, Row, letters};
use super::values::{Meant, Said, Unusable, meant, said, shown};
use crate::author::member::{Given, Values, given, key, new_file, read};
use crate::check::fix::fixed;
use crate::load::File;
use crate::model::id_number::IdNumber;
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::problem::Fault;
use crate::model::provenance::KeyId;
use crate::model::value::{Reason, Scalar as _};

/// A cell of which nothing, or not all, is taken.
#[derive(Clone, Debug)]
pub struct Untaken {
    /// The cell: `F5`.
    pub cell: String,
    /// Its column.
    pub label: String,
    /// What stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why nothing is taken of a cell.
#[derive(Clone, Debug)]
pub enum Why {
    /// It may mean one of these, or something else.
    Asked(Vec<String>),
    /// It cannot be taken.
    Not(Unusable),
}

/// A row, read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The sheet, by its place in the book.
    pub sheet: usize,
    /// Its number, the first being 0.
    pub row: u32,
    /// The name, as far as one stands there.
    pub name: Option<String>,
    /// The ID number, or why there is none.
    pub id: Option<Result<String, Unusable>>,
    /// What names the branch.
    pub branch: Option<String>,
    /// The values, as files have them.
    pub values: Values,
    /// What is compared.
    pub computed: Vec<(Computed, String, String)>,
    /// Cells of which not all is taken.
    pub untaken: Vec<Untaken>,
    /// What values were taken for: the column, what stands there or the cell, what for.
    pub decided: Vec<(String, String, String)>,
}

/// A row with what it belongs to.
pub struct Reading<'a> {
    /// The book.
    pub book: &'a Book,
    /// The sheet, by its place.
    pub sheet: usize,
    /// What its columns are taken for.
    pub columns: &'a [Head],
    /// What was decided before.
    pub mapping: &'a Mapping,
}

impl Reading<'_> {
    /// Reads a row.
    pub fn draft(&self, row: &Row) -> Draft {
        let mut draft = Draft {
            sheet: self.sheet,
            row: row.number,
            ..Draft::default()
        };
        for head in self.columns {
            let Some(content) = row.get(head.column) else {
                continue;
            };
            match &head.purpose {
                Purpose::Key(key) => self.value(&mut draft, head, *key, content),
                Purpose::Computed(computed) => {
                    draft
                        .computed
                        .push((*computed, head.label.clone(), shown(content)));
                }
                Purpose::Branch => draft.branch = Some(shown(content)),
                Purpose::Number | Purpose::Several(_) | Purpose::Unknown => {}
            }
        }
        self.read(&mut draft);
        draft
    }

    fn cell(&self, row: u32, head: &Head) -> String {
        format!("{}{}", letters(head.column), row.saturating_add(1))
    }

    /// The cell as the mapping names it.
    fn named(&self, row: u32, head: &Head) -> String {
        format!(
            "{}!{}",
            self.book.sheets[self.sheet].name,
            self.cell(row, head)
        )
    }

    fn value(&self, draft: &mut Draft, head: &Head, key: KeyId, content: &Content) {
        let text = shown(content);
        let named = self.named(draft.row, head);
        let decided = self.mapping.get(VALUES, &head.label, &named);
        let decided = decided.or_else(|| self.mapping.get(VALUES, &head.label, &text));
        let said = match decided {
            Some((text, _)) => Said::Text(text.to_owned()),
            None => said(self.book, key, content),
        };
        let why = match said {
            Said::Text(text) => {
                let texts = parts(key, &text);
                if !texts.is_empty() {
                    draft.values.insert(key, texts);
                }
                return;
            }
            Said::Asked(candidates) => {
                draft
                    .decided
                    .push((head.label.clone(), named, open(&candidates)));
                Why::Asked(candidates)
            }
            Said::Not(unusable) => {
                if key.route() == ID {
                    draft.id = Some(Err(unusable.clone()));
                }
                Why::Not(unusable)
            }
        };
        let (cell, label) = (self.cell(draft.row, head), head.label.clone());
        draft.untaken.push(Untaken {
            cell,
            label,
            text,
            why,
        });
    }

    /// Reads the values as a file would be: what means nothing there is taken for what
    /// people mean by it, or left.
    fn read(&self, draft: &mut Draft) {
        for _ in 0..ROUNDS {
            let given = given_by(&draft.values);
            let values = given
                .into_iter()
                .map(|(key, all)| self.meant(draft, key, all));
            let values: Vec<(KeyId, Vec<String>, bool)> = values.collect();
            let is_read = values.iter().all(|(.., is_read)| *is_read);
            let values = values.into_iter().filter(|(_, texts, _)| !texts.is_empty());
            draft.values = values.map(|(key, texts, _)| (key, texts)).collect();
            if is_read {
                break;
            }
        }
        let first = |key: &Option<KeyId>| draft.values.get(key.as_ref()?)?.first().cloned();
        draft.name = first(&NAME_KEY);
        draft.id = first(&ID_KEY)
            .map(|id| match IdNumber::read(&id) {
                Ok(_) => Ok(id),
                Err(reason) => Err(Unusable::Meaningless(reason)),
            })
            .or_else(|| draft.id.take());
    }

    /// The texts behind a key as files have them, and whether all were understood.
    fn meant(&self, draft: &mut Draft, key: KeyId, all: Vec<Given>) -> (KeyId, Vec<String>, bool) {
        let mut is_read = true;
        let texts = all.into_iter().filter_map(|one| match one.meant {
            Ok(text) => Some(text),
            Err(_) if key.route() == ID => Some(one.text),
            Err(reason) => {
                is_read = false;
                self.mend(draft, key, one.text, &reason)
            }
        });
        let texts = texts.collect();
        (key, texts, is_read)
    }

    fn mend(&self, draft: &mut Draft, key: KeyId, text: String, reason: &Reason) -> Option<String> {
        let head = self
            .columns
            .iter()
            .find(|head| head.purpose == Purpose::Key(key))?;
        let label = head.label.clone();
        match meant(&text, reason) {
            Meant::Word(word) => {
                if *reason != Reason::NotOneLine {
                    draft.decided.push((label, text, word.clone()));
                }
                Some(word)
            }
            Meant::Nothing => {
                draft.decided.push((label, text, String::new()));
                None
            }
            Meant::Asked(candidates) => {
                draft
                    .decided
                    .push((label.clone(), text.clone(), open(&candidates)));
                let why = match candidates.is_empty() {
                    true => Why::Not(Unusable::Meaningless(reason.clone())),
                    false => Why::Asked(candidates),
                };
                let cell = self.cell(draft.row, head);
                draft.untaken.push(Untaken {
                    cell,
                    label,
                    text,
                    why,
                });
                None
            }
        }
    }
}

/// The keys without which a row is nobody's.
pub const NAME: &str = "姓名";
/// See [`NAME`].
pub const ID: &str = "身份证号码";

static NAME_KEY: LazyLock<Option<KeyId>> = LazyLock::new(|| key(NAME));
static ID_KEY: LazyLock<Option<KeyId>> = LazyLock::new(|| key(ID));

/// A value that was mended may have to be once more.
const ROUNDS: usize = 3;

/// What is written for a value that nobody has decided about.
pub fn open(candidates: &[String]) -> String {
    match candidates {
        [] => OPEN.to_owned(),
        candidates => format!("{OPEN}（{}）", candidates.join("、")),
    }
}

/// The values as a file would give them, without characters that nobody sees.
fn given_by(values: &Values) -> std::collections::BTreeMap<KeyId, Vec<Given>> {
    let mut text = new_file(values);
    let mut file: File<Member> = read(&text);
    let is_odd = |fault: &Fault| matches!(fault, Fault::Invisible(_) | Fault::LookAlike(..));
    if file.problems.iter().any(|problem| is_odd(&problem.fault))
        && let Some((mended, _)) = fixed::<Member>(&file.path, &text)
    {
        text = mended;
        file = read(&text);
    }
    file.record.as_ref().map(given).unwrap_or_default()
}

/// The texts of a cell: several where the key has several.
fn parts(key: KeyId, text: &str) -> Vec<String> {
    let between = |c: char| matches!(c, '、' | '，' | ',' | '；' | ';' | '\n');
    let texts: Vec<String> = match key.shape() {
        Shape::Scalars(_) => text
            .split(between)
            .map(|part| part.trim().to_owned())
            .collect(),
        _ if key.route() == NAME => vec![closed(text)],
        _ => vec![text.trim().to_owned()],
    };
    texts.into_iter().filter(|text| !text.is_empty()).collect()
}

/// A name of Chinese characters without the spaces that set it to the width of others.
fn closed(name: &str) -> String {
    let is_han = |c: char| !c.is_ascii() && c.is_alphabetic();
    match name.chars().all(|c| is_han(c) || c.is_whitespace()) {
        true => name.chars().filter(|c| !c.is_whitespace()).collect(),
        false => name.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::heading::purpose;
    use crate::intake::sheet::Sheet;

    /// A row below heads, read.
    fn draft(cells: &[(&str, &str)]) -> Draft {
        let columns: Vec<Head> = cells
            .iter()
            .zip(0..)
            .map(|((label, _), column)| Head {
                column,
                label: (*label).to_owned(),
                purpose: purpose(&[(*label).to_owned()]),
            })
            .collect();
        let book = Book {
            sheets: vec![Sheet {
                name: "名册".to_owned(),
                ..Sheet::default()
            }],
            ..Book::default()
        };
        let cells = cells
            .iter()
            .zip(0..)
            .map(|((_, text), column)| (column, Content::Text((*text).to_owned())));
        let row = Row {
            number: 4,
            cells: cells.collect(),
            ..Row::default()
        };
        let mapping = Mapping::default();
        Reading {
            book: &book,
            sheet: 0,
            columns: &columns,
            mapping: &mapping,
        }
        .draft(&row)
    }

    fn value(draft: &Draft, route: &str) -> String {
        let values = draft.values.get(&key(route).expect(route));
        values.map(|texts| texts.join("|")).unwrap_or_default()
    }

    #[test]
    fn values_are_spelled_as_files_have_them() {
        let draft = draft(&[
            ("姓名", "张　建 国"),
            ("性别", "女性"),
            ("身份证号", "11010519491231002x"),
            ("入党时间", "1990.7"),
            ("手机", "138 9300 1234"),
            ("党内职务", "支部书记，组织委员"),
            ("现居住地", "会宁县\n城关"),
            ("籍贯", "甘\u{200b}肃"),
        ]);
        assert!(draft.untaken.is_empty(), "{:?}", draft.untaken);
        for (route, text) in [
            ("姓名", "张建国"),
            ("性别", "女"),
            ("身份证号码", "11010519491231002X"),
            ("入党日期", "1990-07"),
            ("手机号码", "13893001234"),
            ("现任党内职务", "支部书记|组织委员"),
            ("现居住地", "会宁县城关"),
            ("籍贯", "甘肃"),
        ] {
            assert_eq!(value(&draft, route), text, "{route}");
        }
        assert_eq!(draft.id, Some(Ok("11010519491231002X".to_owned())));
    }

    #[test]
    fn what_is_not_sure_is_asked() {
        let draft = draft(&[
            ("姓名", "张建国"),
            ("民族", "维族"),
            ("职业", "打工"),
            ("转正时间", "/"),
            ("出生年月", "65.3"),
            ("参加工作时间", "不知"),
        ]);
        let decided: Vec<&str> = draft
            .decided
            .iter()
            .map(|(.., meant)| meant.as_str())
            .collect();
        let expected = [
            "待定（1965-03）",
            "维吾尔族",
            "",
            "待定",
            "农村外出务工经商人员",
        ];
        assert_eq!(decided, expected);
        assert_eq!(value(&draft, "民族"), "维吾尔族");
        let cells: Vec<&str> = draft.untaken.iter().map(|one| one.cell.as_str()).collect();
        assert_eq!(cells, ["E5", "F5"]);
        assert_eq!(value(&draft, "出生年月"), "");
        assert_eq!(draft.id, None);
    }
}
