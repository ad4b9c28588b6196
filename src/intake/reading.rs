//! Rows are read as their files would be: what means nothing there is taken for what people
//! mean by it, or left.

use super::draft::{Draft, ID, NAME, Untaken, Why, open};
use super::heading::Purpose;
use super::heads::Head;
use super::mapping::{LEAVE, Mapping, VALUES};
use super::meaning::{given_by, parts};
use super::sheet::{Book, Content, Row, letters};
use super::texts::closed;
use super::values::{Meant, Said, Unusable, meant, said, shown};
use crate::author::member::{Given, Values, key};
use crate::model::id_number::IdNumber;
use crate::model::provenance::KeyId;
use crate::model::value::{Reason, Scalar as _};
use std::sync::LazyLock;

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
            called: self.text(row, NAME).map(|name| closed(&name)),
            who: self.who(row),
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
        if draft.name.is_none() || !matches!(draft.id, Some(Ok(_))) {
            // Nothing is taken of it but what may make it somebody's: no more is asked.
            let is_who = |label: &String| {
                let mut own = self.columns.iter().filter(|head| head.label == *label);
                own.any(|head| head.purpose.is_key(NAME) || head.purpose.is_key(ID))
            };
            draft.decided.retain(|one| is_who(&one.label));
            draft.untaken.retain(|one| is_who(&one.label));
        }
        draft
    }

    /// A row that goes on with another, of which nothing is taken.
    pub fn continued(&self, row: &Row, of: u32) -> Draft {
        Draft {
            sheet: self.sheet,
            row: row.number,
            called: self.text(row, NAME),
            continues: Some(of),
            ..Draft::default()
        }
    }

    /// What stands in the column of a key; formulas without a value and errors are nothing.
    fn text(&self, row: &Row, route: &str) -> Option<String> {
        let mut columns = self.columns.iter();
        let head = columns.find(|head| head.purpose.is_key(route))?;
        match row.get(head.column)? {
            Content::Formula | Content::Error(_) => None,
            content => Some(shown(content)),
        }
    }

    fn cell(&self, row: u32, head: &Head) -> String {
        format!("{}{}", letters(head.column), row.saturating_add(1))
    }

    /// By what the mapping knows cells of a row, so that what was said of one is not taken
    /// for that of another person: none where the row is nobody's.
    fn who(&self, row: &Row) -> Option<String> {
        let (name, id) = (self.text(row, NAME)?, closed(&self.text(row, ID)?));
        let end = id.char_indices().rev().nth(ENDING - 1);
        let end = end.map_or(&*id, |(at, _)| &id[at..]);
        Some(format!("{} {end}", closed(&name)))
    }

    fn value(&self, draft: &mut Draft, head: &Head, key: KeyId, content: &Content) {
        let text = shown(content);
        let of_cell = draft.who.as_ref().map(|who| format!("{who}：{text}"));
        let of_cell = of_cell.as_deref();
        let said = match of_cell.and_then(|of| self.answer(head, of)) {
            Some(answer) => draft.note(head, of_cell.unwrap_or_default(), answer, true),
            None => match self.answer(head, &text) {
                Some(answer) => draft.note(head, &text, answer, false),
                None => said(self.book, key, content),
            },
        };
        let why = match said {
            Said::Nothing => {
                draft.note(head, &text, "", false);
                return;
            }
            Said::Text(text) => {
                let texts = parts(key, &text);
                if !texts.is_empty() {
                    draft.values.insert(key, texts);
                }
                return;
            }
            Said::Asked(candidates) => {
                if let Some(of) = of_cell {
                    draft.note(head, of, &open(&candidates), true);
                }
                Why::Asked(candidates)
            }
            Said::Not(unusable) => {
                if key.route() == ID {
                    draft.id = Some(Err(unusable.clone()));
                }
                Why::Not(unusable)
            }
        };
        self.leave(draft, head, text, why);
    }

    /// What the mapping says of a value of a column: empty where it is to be left.
    fn answer(&self, head: &Head, of: &str) -> Option<&str> {
        let (answer, _) = self.mapping.get(VALUES, &head.label, of)?;
        Some(if answer == LEAVE { "" } else { answer })
    }

    /// Takes nothing of a cell.
    fn leave(&self, draft: &mut Draft, head: &Head, text: String, why: Why) {
        draft.untaken.push(Untaken {
            cell: self.cell(draft.row, head),
            label: head.label.clone(),
            text,
            why,
        });
    }

    /// Reads the values as a file would be: what means nothing there is taken for what
    /// people mean by it, or left.
    fn read(&self, draft: &mut Draft) {
        self.leave_odd(draft);
        for _ in 0..ROUNDS {
            let given = given_by(&draft.values).unwrap_or_default();
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

    /// Leaves values that no file can have: with them, it could not be read at all.
    fn leave_odd(&self, draft: &mut Draft) {
        if given_by(&draft.values).is_some() {
            return;
        }
        for (key, texts) in std::mem::take(&mut draft.values) {
            let alone = Values::from([(key, texts)]);
            let is_read = given_by(&alone).is_some();
            match (is_read, self.head(key)) {
                (false, Some(head)) => {
                    let texts: Vec<String> = alone.into_values().flatten().collect();
                    let why = Why::Not(Unusable::Unwritable);
                    self.leave(draft, head, texts.join("、"), why);
                }
                _ => draft.values.extend(alone),
            }
        }
    }

    /// The column of a key.
    fn head(&self, key: KeyId) -> Option<&Head> {
        let mut columns = self.columns.iter();
        columns.find(|head| head.purpose == Purpose::Key(key))
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
        let head = self.head(key)?;
        let is_known = |answer: &&str| *answer != text;
        if let Some(answer) = self.answer(head, &text).filter(is_known) {
            draft.note(head, &text, answer, false);
            return Some(answer.to_owned()).filter(|answer| !answer.is_empty());
        }
        match meant(&text, reason) {
            Meant::Word(word) => {
                if *reason != Reason::NotOneLine {
                    draft.note(head, &text, &word, false);
                }
                Some(word)
            }
            Meant::Asked(candidates) => {
                draft.note(head, &text, &open(&candidates), false);
                let why = match candidates.is_empty() {
                    true => Why::Not(Unusable::Meaningless(reason.clone())),
                    false => Why::Asked(candidates),
                };
                self.leave(draft, head, text, why);
                None
            }
        }
    }
}

/// So many characters of an ID number tell people of one name apart.
const ENDING: usize = 4;

static NAME_KEY: LazyLock<Option<KeyId>> = LazyLock::new(|| key(NAME));
static ID_KEY: LazyLock<Option<KeyId>> = LazyLock::new(|| key(ID));

/// A value that was mended may have to be once more.
const ROUNDS: usize = 3;

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
            ("身份证号", "11010519491231002X"),
            ("民族", "维族"),
            ("职业", "打工"),
            ("转正时间", "/"),
            ("出生年月", "65.3"),
            ("参加工作时间", "不知"),
        ]);
        let mut decided: Vec<(&str, &str)> = draft
            .decided
            .iter()
            .map(|one| (one.of.as_str(), one.to.as_str()))
            .collect();
        decided.sort_unstable();
        let expected = [
            ("/", ""),
            ("65.3", "待定（1965-03）"),
            ("不知", "待定"),
            ("打工", "农村外出务工经商人员"),
            ("维族", "维吾尔族"),
        ];
        assert_eq!(decided, expected);
        assert_eq!(value(&draft, "民族"), "维吾尔族");
        let cells: Vec<&str> = draft.untaken.iter().map(|one| one.cell.as_str()).collect();
        assert_eq!(cells, ["F5", "G5"]);
        assert_eq!(value(&draft, "出生年月"), "");
    }
}
