//! Small workspaces out of YAML snippets, and what the library makes of them.

use std::fs;
use std::path::Path;

use paicha::Project;
use paicha::check::rules::tables::Unequal;
use paicha::check::rules::tables::own_relation::OwnRelation;
use paicha::check::rules::tables::own_warning::OwnWarning;
use paicha::check::rules::tables::relation::Relation;
use paicha::check::rules::tables::within_roll::WithinRoll;
use paicha::check::{Diagnostic, Finding};
use paicha::derive::{Certainty, Facts};
use paicha::forms::usage::Usage;
use paicha::forms::{Scope, View};
use paicha::model::handle::{MemberId, UnitId};
use paicha::tabulate::relations::FailedRelation;
use tempfile::TempDir;

use super::snippet::{member, over};

/// The branch of a workspace that has only one.
pub const BRANCH: &str = "甲支部";
const ROUND: &str = "\
名称: 党员组织关系集中排查
排查前基准日: 2016-03-15
联系查找结束日: 2016-04-15
填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}
流动统计起始日: 2016-01-01";
const ORGANISATION: &str = "类型: 党支部\n党组织类别: 农村";

/// A workspace being written.
pub struct Made {
    folder: TempDir,
    members: usize,
}

/// A workspace with what the library made of it.
pub struct Opened {
    _folder: Option<TempDir>,
    pub project: Project,
}

impl Made {
    /// A round; the settings replace those of the notice.
    pub fn round(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let made = Self { folder, members: 0 };
        made.write("排查.yaml", &over(ROUND, settings));
        made
    }

    /// An organisation at a path below `data/`.
    pub fn organisation(self, path: &str, keys: &str) -> Self {
        let name = path.rsplit('/').next().expect("a name");
        let base = format!("名称: {name}\n{ORGANISATION}");
        self.write(&format!("{path}/党组织.yaml"), &over(&base, keys));
        self
    }

    /// A unit that reports figures only.
    pub fn figures(self, path: &str, text: &str) -> Self {
        self.write(&format!("{path}/汇总上报.yaml"), text);
        self
    }

    /// Members of an organisation, in the order of their files.
    pub fn members<S: AsRef<str>>(mut self, path: &str, snippets: &[S]) -> Self {
        for snippet in snippets {
            let text = member(self.members, snippet.as_ref());
            self.write(&format!("{path}/党员/{:04}.yaml", self.members), &text);
            self.members += 1;
        }
        self
    }

    /// All files as this makes them.
    pub fn respelled(self, spell: fn(&str) -> String) -> Self {
        for entry in walkdir::WalkDir::new(self.folder.path()) {
            let entry = entry.expect("an entry");
            if entry.file_type().is_file() {
                let text = fs::read_to_string(entry.path()).expect("a text");
                fs::write(entry.path(), spell(&text)).expect("a file");
            }
        }
        self
    }

    pub fn open(self) -> Opened {
        let project = Project::open(self.folder.path());
        Opened {
            _folder: Some(self.folder),
            project,
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join("data").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, format!("{text}\n")).expect("a file");
    }
}

/// One branch in the round of the notice.
pub fn branch<S: AsRef<str>>(snippets: &[S]) -> Opened {
    branch_in("", snippets)
}

/// One branch in a round with settings of its own.
pub fn branch_in<S: AsRef<str>>(settings: &str, snippets: &[S]) -> Opened {
    Made::round(settings)
        .organisation(BRANCH, "")
        .members(BRANCH, snippets)
        .open()
}

/// A workspace that stands on disk.
pub fn opened(root: &Path) -> Opened {
    let project = Project::open(root);
    Opened {
        _folder: None,
        project,
    }
}

/// A 失联 block of somebody who was not found; a row of 附件5.
pub fn unreachable(last_contact: &str) -> String {
    format!("失联: {{最后组织生活: {last_contact}, 情形: 居住地改变, 结果: 无法取得联系}}")
}

/// A 失联 block of somebody who was found on a day; a row of 附件4.
pub fn found(last_contact: &str, day: &str) -> String {
    format!(
        "失联: {{最后组织生活: {last_contact}, 情形: 居住地改变, 结果: 已取得联系, 取得联系日期: {day}}}"
    )
}

impl Opened {
    /// An organisation.
    pub fn unit(&self, path: &str) -> UnitId {
        let units = &self.project.workspace.units;
        let unit = units.find(|unit| unit.path == path);
        unit.unwrap_or_else(|| panic!("no organisation {path}"))
    }

    /// A member of a unit by his number.
    pub fn member(&self, unit: UnitId, number: usize) -> MemberId {
        let mut ids = self.project.workspace.units[unit].member_paths.ids();
        ids.nth(number).expect("a member")
    }

    /// The facts of a member of the first branch.
    #[track_caller]
    pub fn facts(&self, member: usize, form: &str) -> &Facts {
        self.facts_in(self.unit(BRANCH), member, form)
            .expect("facts")
    }

    pub fn facts_in(&self, unit: UnitId, member: usize, form: &str) -> Option<&Facts> {
        let person = self
            .project
            .source()
            .person(unit, self.member(unit, member))?;
        Some(person.scope(form)?.facts)
    }

    /// The rows of a register of the first branch, by number.
    pub fn rows(&self, register: &str) -> Vec<usize> {
        self.rows_in(self.unit(BRANCH), register)
    }

    /// The rows of a register of a unit, by number.
    pub fn rows_in(&self, unit: UnitId, register: &str) -> Vec<usize> {
        let form = self.project.catalogue.get(register).expect("a form");
        let rows = paicha::forms::rows::rows(self.project.source(), form, unit);
        let ids = self.project.workspace.units[unit].member_paths.ids();
        let number = |id| ids.clone().position(|known| known == id).expect("a member");
        let rows = rows.expect("members").into_iter();
        rows.map(|row| number(row.person.id)).collect()
    }

    /// A figure of a table; `None` where the cell stays empty.
    #[track_caller]
    pub fn figure(&self, path: &str, form: &str, row: &str, column: &str) -> Option<u32> {
        let table = &self.of(path, form).table;
        let index = table.columns.iter().position(|name| name == column);
        let index = index.unwrap_or_else(|| panic!("no column {column}"));
        let cells = table.rows.iter().find(|(name, _)| name == row);
        cells.unwrap_or_else(|| panic!("no row {row}")).1[index]
    }

    /// All cells of a table that are not 0, as `row column figure`.
    pub fn figures(&self, path: &str, form: &str) -> Vec<String> {
        let table = &self.of(path, form).table;
        let mut shown = Vec::new();
        for (row, cells) in &table.rows {
            for (column, cell) in table.columns.iter().zip(cells) {
                if let Some(figure) = cell.filter(|figure| *figure > 0) {
                    shown.push(format!("{row} {column} {figure}"));
                }
            }
        }
        shown
    }

    /// 附件4, 附件5, 处置, 补转, 待处置.
    pub fn reconciliation(&self, path: &str) -> [u32; 5] {
        let names = ["附件4", "附件5", "处置", "补转", "待处置"];
        let figures = self.of(path, "附件7");
        names.map(|name| figures.count("对账", name).expect("a count"))
    }

    /// 已出党 of 对账.
    pub fn departed(&self, path: &str) -> u32 {
        let count = self.of(path, "附件7").count("对账", "已出党");
        count.expect("a count")
    }

    /// 补充资料: 流动党员.
    pub fn supplement(&self, path: &str) -> u32 {
        let count = self.of(path, "附件6").count("补充资料", "流动党员");
        count.expect("a count")
    }

    pub fn of(&self, path: &str, form: &str) -> &paicha::tabulate::Figures {
        let figures = self.project.source().figures(self.unit(path), form);
        figures.expect("a table")
    }

    /// The columns of a group of 附件6 in which a member of the first branch
    /// stands, without the group's name; `?` where it is open.
    pub fn columns(&self, member: usize, group: &str) -> Vec<String> {
        let unit = self.unit(BRANCH);
        self.columns_in(unit, member, group)
    }

    pub fn columns_in(&self, unit: UnitId, member: usize, group: &str) -> Vec<String> {
        let form = self.project.source().table("附件6").expect("附件6");
        let person = self
            .project
            .source()
            .person(unit, self.member(unit, member))
            .expect("a member");
        let counted = form.counted(&person).expect("days");
        let leaves = form.cross.leaves.iter().zip(&counted.counts);
        let of_group = leaves.filter_map(|(leaf, counts)| {
            let name = leaf.name.strip_prefix(group)?.strip_prefix('/')?;
            Some((name, counts.value))
        });
        let of_group: Vec<_> = of_group.collect();
        let sure = of_group.iter().filter(|(_, counts)| counts.is_yes());
        let mut columns: Vec<String> = sure.map(|(name, _)| (*name).to_owned()).collect();
        let is_open = of_group
            .iter()
            .any(|(_, counts)| *counts == Certainty::Open);
        columns.extend(is_open.then(|| "?".to_owned()));
        columns
    }

    /// The text of a cell of a register's row, or of a card.
    pub fn cell(&self, form: &str, member: Option<usize>, cell: &str) -> String {
        let form = self.project.catalogue.get(form).expect("a form");
        let source = self.project.source();
        let unit = self.unit(BRANCH);
        let member = member.map(|member| self.member(unit, member));
        let view = View::of(source, form, unit, member).expect("a view");
        view.cells.get(cell).cloned().unwrap_or_default()
    }

    /// The findings about a member of the first branch.
    pub fn about(&self, member: usize) -> impl Iterator<Item = &Diagnostic> {
        let unit = self.unit(BRANCH);
        let (unit, member) = (Some(unit), Some(self.member(unit, member)));
        let of = move |d: &&Diagnostic| d.affected.unit == unit && d.affected.member == member;
        self.project.diagnostics.iter().filter(of)
    }

    /// Their codes.
    pub fn codes(&self, member: usize) -> Vec<&'static str> {
        self.about(member).map(|found| found.rule.code).collect()
    }

    /// The forms that a finding of a code keeps from being right.
    pub fn forms(&self, member: usize, code: &str) -> Vec<&str> {
        let project = &self.project;
        let usage = Usage::of(project.source(), &project.catalogue);
        let unit = self.unit(BRANCH);
        let id = self.member(unit, member);
        let forms = project.catalogue.forms.iter();
        let spoiled = forms.filter(|(form_id, form)| {
            let of = (form.declaration.scope == Scope::Member).then_some(id);
            let mut found = self.about(member).filter(|found| found.rule.code == code);
            found.any(|found| usage.spoils(&found.affected, (*form_id, Some(unit), of)))
        });
        spoiled.map(|(_, form)| form.id()).collect()
    }

    /// The relations that fail as they are written, with the rule's code.
    pub fn broken(&self) -> Vec<(&'static str, String)> {
        let mut all = Vec::new();
        for found in &self.project.diagnostics {
            if let Some(Unequal { broken, .. }) = unequal(&found.finding) {
                let relation = match &broken.relation {
                    FailedRelation::Declared(_, written) => written.clone(),
                    FailedRelation::TotalOfRows => format!("合计 {}", broken.column),
                    FailedRelation::Reconciled(name) => name.clone(),
                    FailedRelation::SumOfBelow => format!("下级之和 {}", broken.column),
                };
                all.push((found.rule.code, relation));
            }
        }
        all
    }
}

fn unequal(finding: &Finding) -> Option<&Unequal> {
    let relation = finding.get().map(|found: &Relation| &found.unequal);
    let within = finding.get().map(|found: &WithinRoll| &found.unequal);
    let own = finding.get().map(|found: &OwnRelation| &found.unequal);
    let warning = finding.get().map(|found: &OwnWarning| &found.unequal);
    relation.or(within).or(own).or(warning)
}
