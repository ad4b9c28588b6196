//! The tables of every organisation, 附件6, 附件7 and those of the workspace's own, as text
//! and for other programs.

use serde_json::{Map, Value, json};

use super::mask::mask;
use super::table::aligned;
use crate::Project;
use crate::load::Unit;
use crate::model::code::Code as _;
use crate::model::handle::UnitId;
use crate::model::value::Given as _;
use crate::tabulate::canonical;
use crate::tabulate::{Figures, TableForm};

/// The summary of a project, of some of its organisations or of all.
pub struct Summary<'a> {
    project: &'a Project,
    units: Vec<UnitId>,
}

impl<'a> Summary<'a> {
    /// The summary of the given units.
    pub fn of(project: &'a Project, units: Vec<UnitId>) -> Self {
        Self { project, units }
    }

    /// The contract for other programs.
    pub fn json(&self) -> Value {
        let round = self.project.workspace.round();
        let day = round.and_then(|round| round.filled_on.default.given());
        let day = day.map(ToString::to_string);
        json!({ "填表日期": day, "组织": self.organisations() })
    }

    /// By row and column names, as 汇总上报.yaml takes it over. A single
    /// organisation stands by itself.
    ///
    /// # Errors
    /// Never for figures of ours.
    pub fn yaml(&self) -> Result<String, serde_yaml::Error> {
        let organisation = |unit: &UnitId| {
            let figures = canonical::handed_in(self.project.source().tables(*unit));
            let checksum = canonical::checksum(&Value::Object(figures.clone()));
            let mut organisation = self.heading(*unit);
            organisation.extend(figures);
            let reporting = reporting_unit(&self.project.workspace.units[*unit]);
            organisation.insert("填报单位".to_owned(), json!(reporting));
            organisation.insert("校验和".to_owned(), json!(checksum));
            Value::Object(organisation)
        };
        let organisations: Vec<Value> = self.units.iter().map(organisation).collect();
        match organisations.as_slice() {
            [single] => serde_yaml::to_string(single),
            several => serde_yaml::to_string(&json!({ "组织": several })),
        }
    }

    /// One line a figure.
    ///
    /// # Errors
    /// Never for a buffer in memory.
    pub fn csv(&self) -> Result<String, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["路径", "名称", "类型", "填表日期", "表", "群体", "列", "值"])?;
        for unit in &self.units {
            let head = heading(&self.project.workspace.units[*unit]);
            for (form, figures) in self.figures(*unit) {
                let day = self.day(*unit, form);
                let mut record = |block: &str, name: &str, value: Option<u32>| {
                    let value = figure(value);
                    let rest = [&day, form, block, name, &value];
                    writer.write_record(head.iter().map(String::as_str).chain(rest))
                };
                for (row, cells) in &figures.table.rows {
                    for (column, cell) in figures.table.columns.iter().zip(cells) {
                        record(row, column, *cell)?;
                    }
                }
                for block in &figures.beside {
                    for (name, count) in &block.counts {
                        record(&block.name, name, Some(*count))?;
                    }
                }
            }
        }
        let bytes = writer.into_inner().map_err(|error| error.into_error())?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// For the terminal: a line a column of the form, a column a group.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for unit in &self.units {
            let [path, name, _] = heading(&self.project.workspace.units[*unit]);
            text.push_str(&mask(&format!("{name}  ({path})\n")));
            let unsealed = self.without_checksum(*unit);
            if !unsealed.is_empty() {
                let unsealed = mask(&unsealed.join("、"));
                text.push_str(&format!("没有校验和的上报数字：{unsealed}\n"));
            }
            for (form, figures) in self.figures(*unit) {
                let known = self.project.catalogue.get(form);
                let title = known.map_or("", |form| &form.declaration.title);
                text.push_str(&format!("\n{form} {title}（{}）\n", self.day(*unit, form)));
                text.push_str(&table_text(figures));
                if self.has_own_rows(form) {
                    text.push_str(&legend(self.project, form));
                }
                if !figures.without.is_empty() {
                    text.push_str(&mask(&format!("不含：{}\n", figures.without.join("、"))));
                }
                for block in &figures.beside {
                    let counts = block.counts.iter();
                    let counts = counts.map(|(name, count)| format!("{name} {count}"));
                    let counts = counts.collect::<Vec<_>>().join("，");
                    text.push_str(&format!("{}：{counts}\n", block.name));
                }
            }
            text.push('\n');
        }
        let first = self.project.declared.tables.values().next();
        text.push_str(&first.map_or_else(String::new, |first| legend(self.project, &first.id)));
        text
    }

    /// Whether the rows of a table are others than those told at the end.
    fn has_own_rows(&self, form: &str) -> bool {
        let groups = |table: &TableForm| table.cross.rows.groups.clone();
        let first = self.project.declared.tables.values().next().map(groups);
        first != self.project.source().table(form).map(groups)
    }

    fn organisations(&self) -> Value {
        let organisation = |unit: &UnitId| {
            let mut object = self.heading(*unit);
            for (form, figures) in self.figures(*unit) {
                object.insert(form.to_owned(), table_json(figures));
            }
            Value::Object(object)
        };
        self.units.iter().map(organisation).collect()
    }

    fn heading(&self, unit: UnitId) -> Map<String, Value> {
        let heading = heading(&self.project.workspace.units[unit]);
        let figures = self.figures(unit);
        let first = figures.first().map(|(form, _)| self.day(unit, form));
        let keys = ["路径", "名称", "类型", "填表日期"].map(str::to_owned);
        let values = heading.into_iter().chain([first.unwrap_or_default()]);
        keys.into_iter().zip(values.map(Value::String)).collect()
    }

    /// The units whose figures stand in those of a unit and may have been changed on the
    /// way.
    fn without_checksum(&self, unit: UnitId) -> Vec<&'a str> {
        let workspace = &self.project.workspace;
        let units = workspace.within(unit).into_iter();
        let units = units.map(|unit| &workspace.units[unit]);
        let unsealed = units.filter(|below| {
            let figures = below.figures.as_ref().and_then(|file| file.record.as_ref());
            figures.is_some_and(|figures| !figures.has_checksum())
        });
        unsealed.map(|below| below.path.as_str()).collect()
    }

    /// The tables, those of the notice first; of a unit that has not handed up one, all
    /// others.
    fn figures(&self, unit: UnitId) -> Vec<(&'a str, &'a Figures)> {
        let tables = self.project.source().tables(unit);
        let tables = tables.filter(|(form, figures)| form.is_of_notice || !figures.is_missing());
        let mut tables: Vec<_> = tables.collect();
        tables.sort_by_key(|(form, _)| !form.is_of_notice);
        let tables = tables.into_iter();
        tables.map(|(form, figures)| (&*form.id, figures)).collect()
    }

    fn day(&self, unit: UnitId, form: &str) -> String {
        let reference = self.project.source().reference(unit, form);
        let day = reference.map(|reference| reference.filled_on.value.to_string());
        day.unwrap_or_default()
    }
}

/// Path, name and kind of an organisation.
fn heading(unit: &Unit) -> [String; 3] {
    let record = unit.organisation.record.as_ref();
    let name = record.and_then(|record| record.name.as_ref());
    let kind = record.and_then(|record| record.kind.given());
    [
        unit.path.clone(),
        name.map(|name| name.text.clone()).unwrap_or_default(),
        kind.map(|kind| kind.word().to_owned()).unwrap_or_default(),
    ]
}

fn reporting_unit(unit: &Unit) -> Option<&str> {
    let record = unit.organisation.record.as_ref()?;
    let name = record.unit.as_ref().or(record.name.as_ref());
    name.map(|value| value.text.as_str())
}

fn figure(figure: Option<u32>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

fn table_json(figures: &Figures) -> Value {
    let mut object = Map::new();
    object.insert("列".to_owned(), json!(figures.table.columns));
    let rows = figures.table.rows.iter();
    let rows = rows.map(|(row, cells)| json!({ "群体": row, "值": cells }));
    object.insert("行".to_owned(), rows.collect());
    canonical::insert_beside(figures, &mut object);
    if !figures.without.is_empty() {
        object.insert("不含".to_owned(), json!(figures.without));
    }
    Value::Object(object)
}

fn table_text(figures: &Figures) -> String {
    let rows = &figures.table.rows;
    let Some(((total, _), groups)) = rows.split_last() else {
        return String::new();
    };
    let mut head = vec![String::new()];
    head.extend((1..=groups.len()).map(|number| number.to_string()));
    head.push(total.clone());
    let mut lines = vec![head];
    for (index, column) in figures.table.columns.iter().enumerate() {
        let mut line = vec![column.clone()];
        line.extend(rows.iter().map(|(_, cells)| figure(cells[index])));
        lines.push(line);
    }
    aligned(&lines)
}

/// What the numbers of the groups stand for. Plain figures: how wide a circled
/// one is differs from terminal to terminal.
fn legend(project: &Project, form: &str) -> String {
    let Some(form) = project.source().table(form) else {
        return String::new();
    };
    let values = form.cross.rows.groups.iter().enumerate();
    let named = values.map(|(index, group)| format!("{} {}", index + 1, group.name));
    format!("{}\n", named.collect::<Vec<_>>().join("　"))
}
