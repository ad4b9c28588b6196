//! Where the heads of a sheet stand: they name persons, maybe on several lines, below a
//! title and above the rows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft::NAME;
use super::heading::{Purpose, purpose};
use super::labels::Labels;
use super::naming::block;
use super::sheet::{Content, Row, Sheet, letters};

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its number, the first being 0.
    pub column: u32,
    /// Its heads as one text, by which it is named in decisions.
    pub label: String,
    /// What it is taken for.
    pub purpose: Purpose,
}

/// The heads of a roster, and its rows.
#[derive(Clone, Debug)]
pub struct Heads {
    /// Its columns, in their order.
    pub columns: Vec<Head>,
    /// The rows below them, to the next heads.
    pub rows: Range<usize>,
}

/// So many lines heads may have, above and below the one with the names of persons.
const LINES: usize = 3;

/// Finds all heads of a sheet, those that are repeated or begin another roster below; none
/// where no row of them has a column of names.
pub fn all(sheet: &Sheet, labels: &Labels) -> Vec<Heads> {
    let mut all: Vec<(usize, Heads)> = Vec::new();
    let mut from = 0;
    while let Some((first, heads)) = find(sheet, labels, from) {
        if let Some((_, before)) = all.last_mut() {
            before.rows.end = first;
        }
        from = heads.rows.start;
        all.push((first, heads));
    }
    let all = all.into_iter().map(|(first, mut heads)| {
        let used: BTreeSet<u32> = sheet.rows[first..heads.rows.end]
            .iter()
            .flat_map(|row| row.cells.iter().map(|(column, _)| *column))
            .collect();
        heads.columns.retain(|head| used.contains(&head.column));
        heads
    });
    all.collect()
}

/// The first heads from a row on, and the first of their lines.
fn find(sheet: &Sheet, labels: &Labels, from: usize) -> Option<(usize, Heads)> {
    let rows = &sheet.rows;
    let at = (from..rows.len()).find(|at| is_head(&rows[*at]))?;
    let name = rows[at].cells.iter().find(|(_, content)| is_name(content));
    let name = name.map_or(0, |(column, _)| *column);
    let is_next = |above: usize| {
        rows.get(above + 1)
            .is_some_and(|row| row.number == rows[above].number + 1)
    };
    let mut last = at;
    while last < at + LINES && is_next(last) && continues(rows, at..=last, name) {
        last += 1;
    }
    let mut first = at;
    while first > from && at - first < LINES && is_next(first - 1) && is_group(&rows[first - 1]) {
        first -= 1;
    }
    let lines = &rows[first..=last];
    let columns: BTreeSet<u32> = rows[first..]
        .iter()
        .flat_map(|row| row.cells.iter().map(|(column, _)| *column))
        .collect();
    let mut heads: Vec<Head> = Vec::new();
    for column in columns {
        let mut words: Vec<String> = Vec::new();
        for word in lines.iter().filter_map(|line| text(line.get(column)?)) {
            if words.last().is_none_or(|last| last != word) {
                words.push(word.to_owned());
            }
        }
        let mut label = words.join("/");
        label.retain(|c| !c.is_whitespace());
        if label.is_empty() {
            label = format!("{}列", letters(column));
        }
        let same = heads
            .iter()
            .filter(|head| head.label == label || head.label.starts_with(&format!("{label}（")));
        match same.count() {
            0 => {}
            count => label += &format!("（{}）", count + 1),
        }
        heads.push(Head {
            column,
            label,
            // Heads of forms stand alone: below others they may be about somebody else.
            purpose: match (purpose(&words), &words[..]) {
                (unsure @ (Purpose::Unknown | Purpose::Several(_)), [head]) => {
                    labels.meant(head).cloned().unwrap_or(unsure)
                }
                (sure, _) => sure,
            },
        });
    }
    let heads = Heads {
        columns: heads,
        rows: last + 1..rows.len(),
    };
    Some((first, heads))
}

impl Heads {
    /// The columns of names, of which there is one; several are several rosters side by side.
    pub fn names(&self) -> Vec<String> {
        let columns = self.columns.iter();
        let names = columns.filter(|head| head.purpose.is_key(NAME));
        names.map(|head| letters(head.column)).collect()
    }
}

/// Whether a row has the head of names, and another that is known.
fn is_head(row: &Row) -> bool {
    // Most rows are of persons: no head of names is without one of these characters.
    let may_be = |content: &Content| text(content).is_some_and(|text| text.contains(['姓', '名']));
    let mut cells = row.cells.iter();
    let has_name = cells.any(|(_, content)| may_be(content) && is_name(content));
    let known = || row.cells.iter().filter(|(_, content)| is_known(content));
    has_name && known().count() > 1
}

fn text(content: &Content) -> Option<&str> {
    match content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}

fn of_text(content: &Content) -> Option<Purpose> {
    Some(purpose(&[text(content)?.to_owned()]))
}

/// Whether a cell is the head of names.
fn is_name(content: &Content) -> bool {
    of_text(content).is_some_and(|purpose| purpose.is_key(NAME))
}

fn is_known(content: &Content) -> bool {
    of_text(content).is_some_and(|purpose| purpose != Purpose::Unknown)
}

/// Whether the row below some lines of heads is another: the head of names goes on in it,
/// or nothing stands there and other cells are heads below heads.
fn continues(rows: &[Row], lines: std::ops::RangeInclusive<usize>, name: u32) -> bool {
    let next = &rows[lines.end() + 1];
    match next.get(name) {
        Some(content) => is_name(content),
        None => next.cells.iter().any(|(column, content)| {
            let above = lines
                .clone()
                .filter_map(|line| text(rows[line].get(*column)?));
            let heads = above.chain(text(content)).map(str::to_owned);
            purpose(&heads.collect::<Vec<_>>()) != Purpose::Unknown
        }),
    }
}

/// Whether a row names blocks of keys over several columns.
fn is_group(row: &Row) -> bool {
    row.cells.windows(2).any(|pair| {
        let [(_, one), (_, other)] = pair else {
            return false;
        };
        one == other && text(one).is_some_and(|text| block(text).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::provenance::KeyId;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |(column, text): (usize, &&str)| {
            (!text.is_empty()).then(|| (column as u32, Content::Text((*text).to_owned())))
        };
        let rows = rows.iter().enumerate().map(|(number, cells)| Row {
            number: number as u32,
            cells: cells.iter().enumerate().filter_map(cell).collect(),
            ..Row::default()
        });
        Sheet {
            rows: rows.filter(|row| !row.cells.is_empty()).collect(),
            ..Sheet::default()
        }
    }

    fn taken(sheet: &Sheet) -> Vec<String> {
        let heads = &all(sheet, &Labels::default())[0];
        let shown = |head: &Head| match head.purpose {
            Purpose::Key(key) => format!("{}={}", head.label, KeyId::route(key)),
            _ => head.label.clone(),
        };
        heads.columns.iter().map(shown).collect()
    }

    #[test]
    fn titles_stand_above_and_groups_belong_to_heads() {
        let sheet = sheet(&[
            &["党员花名册", "党员花名册", "党员花名册", "党员花名册"],
            &["填报单位：政府办", "", "填表日期：2016", ""],
            &["基本情况", "基本情况", "在职教育", "在职教育"],
            &["姓 名", "身份证号", "学历", "学位"],
            &["张建国", "622423196503121234", "大专", "", "x"],
        ]);
        let expected = [
            "基本情况/姓名=姓名",
            "基本情况/身份证号=身份证号码",
            "在职教育/学历=学历学位.在职教育.学历",
            "在职教育/学位=学历学位.在职教育.学位",
            "E列",
        ];
        assert_eq!(taken(&sheet), expected);
        assert_eq!(all(&sheet, &Labels::default())[0].rows, 4..5);
    }

    #[test]
    fn heads_have_several_lines_merged_or_not() {
        for second in [["姓名", "性别"], ["", ""]] {
            let sheet = sheet(&[
                &["姓名", "性别", "流动", "流动", "备注", "备注"],
                &[second[0], second[1], "时间", "去向"],
                &["男", "男", "", ""],
            ]);
            let expected = [
                "姓名=姓名",
                "性别=性别",
                "流动/时间=流动.流出日期",
                "流动/去向=流动.外出流向",
                "备注=备注",
                "备注（2）=备注",
            ];
            assert_eq!(taken(&sheet), expected);
            assert_eq!(all(&sheet, &Labels::default())[0].rows, 2..3);
        }
    }

    #[test]
    fn a_sheet_without_names_has_no_heads() {
        for rows in [
            &[&["填表说明"][..], &["1. 姓名照身份证写"]][..],
            &[&["姓名", "张建国"]],
        ] {
            assert!(all(&sheet(rows), &Labels::default()).is_empty());
        }
    }

    #[test]
    fn heads_below_begin_another_roster() {
        let sheet = sheet(&[
            &["姓名", "身份证号", "备注"],
            &["甲", "1", "a"],
            &["姓名", "身份证号", "备注"],
            &["乙", "2", "b"],
            &["", "", "在职教育", "在职教育"],
            &["姓名", "籍贯", "学历", "学位"],
            &["丙", "会宁"],
        ]);
        let all = all(&sheet, &Labels::default());
        let rows: Vec<Range<usize>> = all.iter().map(|heads| heads.rows.clone()).collect();
        assert_eq!(rows, [1..2, 3..4, 6..7]);
        assert_eq!(all[2].columns[1].label, "籍贯");
        assert_eq!(all[2].columns[2].label, "在职教育/学历");
    }

    #[test]
    fn rosters_side_by_side_have_several_columns_of_names() {
        let sheet = sheet(&[
            &["姓名", "身份证号", "", "姓名", "身份证号"],
            &["甲", "1", "", "乙", "2"],
        ]);
        assert_eq!(all(&sheet, &Labels::default())[0].names(), ["A", "D"]);
    }
}
