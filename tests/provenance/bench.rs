//! One member in many readings side by side, each alone in a branch, and what every
//! form is given of him.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use paicha::Project;
use paicha::check::{At, Diagnostic};
use paicha::derive::Certainty;
use paicha::forms::found;
use paicha::forms::said::reserved_for;
use paicha::forms::usage::Usage;
use paicha::forms::{Catalogue, LayoutFiles, Scope, View};
use paicha::load::{Files, Unit, Workspace, file_of};
use paicha::model::handle::{ById, MemberId, UnitId};
use serde_json::Value;

/// By the rules of 2019 more dates decide who is checked.
pub const ROUND: &str = "\
名称: 党员组织关系集中排查
排查前基准日: 2016-03-15
联系查找结束日: 2016-04-15
填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}
流动统计起始日: 2016-01-01
规则: 2019
";
const BRANCH: &str = "名称: 甲支部\n类型: 党支部\n党组织类别: 农村\n填报单位: 甲支部\n";

static LAYOUTS: LazyLock<LayoutFiles> =
    LazyLock::new(|| LayoutFiles::of(&Files::in_folder(Path::new("/nowhere"))));
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::of(&LAYOUTS));

/// Branches of one member each.
pub struct Bench {
    pub project: Project,
    /// What is wrong with each branch by itself: readings of one member are the same
    /// person many times over.
    found: Vec<Vec<Diagnostic>>,
    texts: Vec<String>,
}

/// What a form is given of a member: his cells and lists, figures and counts, and what of
/// it is open; none where he has no such form.
pub type Given = Option<BTreeMap<String, String>>;

impl Bench {
    /// With the forms of the program.
    pub fn of(members: &[Value]) -> Self {
        Self::with(LAYOUTS.clone(), CATALOGUE.clone(), members)
    }

    /// With other forms.
    pub fn with(layouts: LayoutFiles, catalogue: Catalogue, members: &[Value]) -> Self {
        let texts: Vec<String> = members.iter().map(Value::to_string).collect();
        let unit = |number: usize| {
            let folder = format!("data/{number}");
            let path = PathBuf::from(format!("{folder}/党员/甲.yaml"));
            let organisation = PathBuf::from(format!("{folder}/党组织.yaml"));
            Unit {
                path: number.to_string(),
                parent: None,
                below: Vec::new(),
                organisation: file_of(&organisation, BRANCH),
                member_paths: [path].into_iter().collect(),
                figures: None,
                texts: Vec::new(),
            }
        };
        let workspace = Workspace {
            files: Files::in_folder(Path::new("/nowhere")),
            settings: None,
            round: Some(file_of(Path::new("data/排查.yaml"), ROUND)),
            texts: Vec::new(),
            units: (0..texts.len()).map(unit).collect(),
            faults: Vec::new(),
            unfinished: Vec::new(),
            album: paicha::load::Album::default(),
        };
        let of_unit: ById<UnitId, &String> = texts.iter().collect();
        let project = Project::of(layouts, catalogue, workspace, &|outline, unit| {
            let read = |_, path: &Path| file_of(path, of_unit[unit]);
            outline.declared.roster(outline.workspace, unit, read)
        });
        let units = project.workspace.units.ids();
        let of_one = |unit| found::of_one(project.source(), &project.catalogue, unit);
        Self {
            found: units.map(of_one).collect(),
            project,
            texts,
        }
    }

    /// The ids of all forms.
    pub fn forms(&self) -> Vec<String> {
        let ids = self.project.catalogue.ids().into_iter();
        ids.map(str::to_owned).collect()
    }

    /// The branch of a reading, and the member.
    fn place(&self, reading: usize) -> (UnitId, MemberId) {
        let units = &self.project.workspace.units;
        let unit = units.ids().nth(reading).expect("a reading");
        let member = units[unit].member_paths.ids().next();
        (unit, member.expect("a member"))
    }

    /// What a form is given of a reading of the member.
    pub fn given(&self, reading: usize, id: &str) -> Given {
        let form = self.project.catalogue.get(id).expect("a form");
        let source = self.project.source();
        let (unit, member) = self.place(reading);
        let is_card = form.declaration.scope == Scope::Member;
        let mut open = Vec::new();
        if form.declaration.scope != Scope::Organisation {
            let person = source.person(unit, member)?;
            let stands = paicha::forms::rows::is_meant(source, form, &person).value;
            if stands == Certainty::No && is_card {
                return None;
            }
            let reserved = form.declaration.reserved.iter();
            let reserved = reserved.map(|(name, who)| (name, reserved_for(id, who, &person).value));
            let is_open = |(_, value): &(_, Certainty)| *value == Certainty::Open;
            open.extend(reserved.filter(is_open).map(|(name, _)| name.clone()));
            open.extend((stands == Certainty::Open).then(|| "他".to_owned()));
        }
        let view = View::of(source, form, unit, is_card.then_some(member))?;
        let mut given = view.cells;
        let counts = view.counts.into_iter();
        given.extend(counts.map(|(list, count)| (format!("{list} 数"), count.to_string())));
        if let Some(figures) = source.figures(unit, id) {
            open.extend(figures.undecided.iter().map(|one| one.column.clone()));
            for block in &figures.beside {
                let counts = block.counts.iter();
                given
                    .extend(counts.map(|(name, count)| {
                        (format!("{} {name}", block.name), count.to_string())
                    }));
            }
        }
        given.extend(
            open.into_iter()
                .map(|what| (format!("{what} ?"), String::new())),
        );
        Some(given)
    }

    /// Whether a reading is warned of by a rule.
    pub fn is_told(&self, reading: usize, code: &str) -> bool {
        self.found[reading]
            .iter()
            .any(|found| found.rule.code == code)
    }

    /// The errors about a reading that keep a form from being made.
    pub fn refused(&self, reading: usize, id: &str) -> Vec<&Diagnostic> {
        let project = &self.project;
        let usage = Usage::of(project.source(), &project.catalogue);
        let forms = &project.catalogue.forms;
        let form = forms.find(|form| form.id() == id).expect("a form");
        let is_card = forms[form].declaration.scope == Scope::Member;
        let (unit, member) = self.place(reading);
        let made = (form, Some(unit), is_card.then_some(member));
        let found = self.found[reading].iter();
        found
            .filter(|found| found.is_error() && usage.spoils(&found.affected, made))
            .collect()
    }

    /// The text at the place of a finding about a reading.
    pub fn text_at(&self, reading: usize, found: &Diagnostic) -> &str {
        match found.at {
            At::Span(span) => self.texts[reading].get(span.range()).unwrap_or_default(),
            _ => "",
        }
    }

    /// What is told, and where.
    pub fn said(&self, reading: usize, found: &Diagnostic) -> (&'static str, String) {
        (found.rule.code, self.text_at(reading, found).to_owned())
    }

    /// Whether a finding about a reading is told at a value, or at its key.
    pub fn is_at(&self, reading: usize, found: &Diagnostic, value: &str) -> bool {
        let text = &self.texts[reading];
        let At::Span(span) = found.at else {
            return false;
        };
        let at = text.find(value).expect("the value");
        let key = text[..at]
            .strip_suffix("\":")
            .and_then(|text| text.rfind('"'));
        key.unwrap_or(at) <= span.range().start && span.range().end <= at + value.len()
    }
}

/// A value of a member by its route, with `/` between the steps; `None` takes it away.
pub fn with(member: &Value, route: &str, value: Option<&Value>) -> Value {
    let mut changed = member.clone();
    let mut at = &mut changed;
    let (block, key) = route.rsplit_once('/').unwrap_or(("", route));
    for step in block.split('/').filter(|step| !step.is_empty()) {
        at = match step.parse::<usize>() {
            Ok(index) => &mut at[index],
            Err(_) => &mut at[step],
        };
    }
    match (key.parse::<usize>(), value) {
        (Ok(index), Some(value)) => at[index] = value.clone(),
        (Ok(index), None) => drop(at.as_array_mut().expect("a list").remove(index)),
        (Err(_), Some(value)) => at[key] = value.clone(),
        (Err(_), None) => drop(at.as_object_mut().expect("a block").remove(key)),
    }
    changed
}

/// The value at a route.
pub fn get<'a>(member: &'a Value, route: &str) -> Option<&'a Value> {
    member.pointer(&format!("/{route}"))
}
