//! The sample data of the repository gives the figures of docs/sample-data.md.
//! `sample.json` holds them, all cells but the zeros, as that page and a second
//! program written from domain.md alone have them.

use std::collections::BTreeMap;
use std::path::Path;

use super::harness::{Opened, opened};
use paicha::model::value::Given as _;
use serde::Deserialize;

type Cells = BTreeMap<String, BTreeMap<String, u32>>;

#[derive(Deserialize)]
struct Organisation {
    #[serde(rename = "填表日期")]
    filled_on: String,
    #[serde(rename = "附件6")]
    loss: Cells,
    #[serde(rename = "附件7")]
    outcome: Cells,
    #[serde(rename = "流动党员")]
    away: u32,
    #[serde(rename = "对账")]
    reconciliation: BTreeMap<String, u32>,
    /// Names by register; branches only.
    #[serde(rename = "登记表", default)]
    registers: BTreeMap<String, Vec<String>>,
}

fn expected() -> BTreeMap<String, Organisation> {
    serde_json::from_str(include_str!("sample.json")).expect("tests/facts/sample.json")
}

fn sample() -> Opened {
    opened(Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn every_cell_of_the_tables() {
    let sample = sample();
    let expected = expected();
    let paths: Vec<_> = sample
        .project
        .workspace
        .units
        .values()
        .map(|unit| unit.path.as_str())
        .collect();
    assert_eq!(
        paths,
        expected.keys().map(String::as_str).collect::<Vec<_>>()
    );
    for (path, organisation) in &expected {
        for (form, cells) in [
            ("附件6", &organisation.loss),
            ("附件7", &organisation.outcome),
        ] {
            for (row, figures) in &sample.of(path, form).table.rows {
                let columns = sample.of(path, form).table.columns.iter();
                for (column, figure) in columns.zip(figures) {
                    let given = cells.get(row).and_then(|row| row.get(column)).copied();
                    // 在册按群体: 仅合计.
                    let is_empty = row != "合计" && column.starts_with("排查前在册党员人数");
                    let expected = (!is_empty).then_some(given.unwrap_or(0));
                    assert_eq!(*figure, expected, "{path} {form} {row} {column}");
                }
            }
        }
        assert_eq!(sample.supplement(path), organisation.away, "{path}");
        let names = ["附件4", "附件5", "处置", "补转", "待处置"];
        let counts = names.map(|name| organisation.reconciliation[name]);
        assert_eq!(sample.reconciliation(path), counts, "{path}");
        let source = sample.project.source();
        let reference = source.reference(sample.unit(path), "附件6");
        let day = reference.expect("a day").filled_on.value.to_string();
        assert_eq!(day, organisation.filled_on, "{path}");
    }
    assert!(sample.broken().is_empty(), "{:?}", sample.broken());
}

#[test]
fn every_row_of_the_registers() {
    let sample = sample();
    for (path, organisation) in expected() {
        let unit = sample.unit(&path);
        for (register, names) in organisation.registers {
            let files = sample.project.source().held(unit).expect("members");
            let rows = sample.rows_in(unit, &register).into_iter();
            let members = rows.map(|row| &files[sample.member(unit, row)].file);
            let members = members.map(|file| file.record.as_ref().expect("a member"));
            let found = members.map(|member| member.name.given().expect("a name").as_str());
            assert_eq!(found.collect::<Vec<_>>(), names, "{path} {register}");
        }
    }
}

/// The page and `sample.json` are the same, so that neither drifts away.
#[test]
fn the_page_says_the_same() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sample-data.md");
    let page = std::fs::read_to_string(page).expect("docs/sample-data.md");
    let mut found: BTreeMap<(String, &str), Cells> = BTreeMap::new();
    let (mut path, mut form) = (String::new(), None);
    for line in page.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            (path, form) = (title.replace(" / ", "/"), None);
        } else if line.starts_with("附件6, the cells") {
            form = Some("附件6");
        } else if line.starts_with("附件7, the cells") {
            form = Some("附件7");
        } else if let (Some(form), [row, column, figure, _]) = (form, &cells(line)[..])
            && let Ok(figure) = figure.parse()
        {
            let table = found.entry((path.clone(), form)).or_default();
            table
                .entry((*row).to_owned())
                .or_default()
                .insert((*column).to_owned(), figure);
        }
    }
    let top = "会宁县直机关工委";
    for (path, organisation) in expected() {
        // The unit that reports figures has a table of another kind.
        if path.ends_with("县供销社党支部") {
            continue;
        }
        let title = path
            .strip_prefix(&format!("{top}/"))
            .unwrap_or(&path)
            .to_owned();
        let mut loss = organisation.loss;
        let away = BTreeMap::from([("流动党员".to_owned(), organisation.away)]);
        loss.insert("补充资料".to_owned(), away);
        assert_eq!(
            found.remove(&(title.clone(), "附件6")),
            Some(loss),
            "{title}"
        );
        let outcome = found.remove(&(title.clone(), "附件7"));
        assert_eq!(outcome, Some(organisation.outcome), "{title}");
    }
    assert!(found.is_empty(), "{found:?}");
}

fn cells(line: &str) -> Vec<&str> {
    let inner = line
        .strip_prefix("| ")
        .and_then(|line| line.strip_suffix(" |"));
    inner
        .map(|inner| inner.split(" | ").collect())
        .unwrap_or_default()
}
