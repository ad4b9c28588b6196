//! Workspaces for the tests, and the way from a workspace to laid-out pages and
//! a PDF: the same steps as in `publish::make`, without `out/`.

use std::fs;
use std::path::{Path, PathBuf};

use paicha::Project;
use paicha::forms::{Form, View};
use paicha::model::handle::UnitId;
use paicha::publish::{
    Maker, Making, OUT, Outcome, Output, Past, Plan, Selection, Settings, build,
};
use paicha::typeset::{Assets, Inspected, PageWorld, PdfSettings, compile};
use serde_json::Value;
use tempfile::TempDir;

/// A round with the days of the notice's timetable.
pub const ROUND: &str = "名称: 党员组织关系集中排查
规则: 2016
排查前基准日: 2016-03-15
联系查找结束日: 2016-04-15
填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}
流动统计起始日: 2016-01-01
";

/// The organisation of [`Files::branch`].
pub const BRANCH: &str = "名称: 中共会宁县人民政府办公室支部委员会
简称: 政府办党支部
类型: 党支部
党组织类别: 党政机关
填报单位: 会宁县人民政府办公室党支部
填表人: 陈頔
联系电话: 0943-3221234
";

/// A folder of data that a test writes.
pub struct Files {
    dir: TempDir,
}

impl Files {
    /// A workspace with a round.
    pub fn new() -> Self {
        let dir = TempDir::new().expect("a temporary folder");
        let files = Self { dir };
        files.write("data/排查.yaml", ROUND)
    }

    /// A workspace with one branch, `支部`.
    pub fn branch() -> Self {
        Self::new().write("data/支部/党组织.yaml", BRANCH)
    }

    /// Writes a file below the workspace.
    pub fn write(self, path: &str, text: &str) -> Self {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// A member of the branch. JSON is YAML.
    pub fn member(self, file: &str, member: &Value) -> Self {
        self.write(&format!("data/支部/党员/{file}.yaml"), &member.to_string())
    }

    /// Reads the workspace.
    pub fn open(self) -> Bench {
        Bench::open(self.dir.path().to_owned(), Some(self.dir))
    }
}

/// An open workspace.
pub struct Bench {
    pub project: Project,
    pub root: PathBuf,
    assets: Assets,
    _dir: Option<TempDir>,
}

impl Bench {
    fn open(root: PathBuf, dir: Option<TempDir>) -> Self {
        let project = Project::open(&root);
        let assets = Assets::new(&project.layouts);
        Self {
            project,
            root,
            assets,
            _dir: dir,
        }
    }

    /// The sample data of the repository.
    pub fn sample() -> Self {
        Self::open(PathBuf::from(env!("CARGO_MANIFEST_DIR")), None)
    }

    /// A workspace that stands somewhere.
    pub fn of(root: &Path) -> Self {
        Self::open(root.to_owned(), None)
    }

    /// The outputs that the workspace has.
    pub fn outputs(&self) -> Vec<Output> {
        Plan::of(&self.project, &Selection::default()).wanted
    }

    /// What outputs are made of.
    pub fn maker(&self) -> Maker<'_> {
        Maker::of(&self.project, &self.assets)
    }

    /// The form of an id.
    pub fn form(&self, id: &str) -> &Form {
        self.project.catalogue.get(id).expect("a form")
    }

    /// A unit.
    pub fn unit(&self, path: &str) -> UnitId {
        let units = &self.project.workspace.units;
        units.find(|unit| unit.path == path).expect("a unit")
    }

    /// The view of a form for a unit or one of its members.
    pub fn view(&self, id: &str, unit: &str, member: Option<&str>) -> View {
        let unit = self.unit(unit);
        let paths = &self.project.workspace.units[unit].member_paths;
        let member = member.map(|name| {
            let of_name = |path: &Path| path.file_stem().and_then(|s| s.to_str()) == Some(name);
            paths.find(|path| of_name(path)).expect("a member")
        });
        View::of(self.project.source(), self.form(id), unit, member).expect("a view")
    }

    /// Lays out a view.
    pub fn pages_of(&self, id: &str, view: &View) -> Inspected {
        self.typeset(id, view, None).0
    }

    /// Lays out a form of a unit.
    pub fn pages(&self, id: &str, unit: &str) -> Inspected {
        self.pages_of(id, &self.view(id, unit, None))
    }

    /// Lays out the card of a member of the branch `支部`.
    pub fn card(&self, member: &str) -> Inspected {
        self.pages_of("附件1", &self.view("附件1", "支部", Some(member)))
    }

    /// Lays out the blank variant.
    pub fn blank(&self, id: &str) -> Inspected {
        self.pages_of(id, &View::blank())
    }

    /// Makes the PDF of a view.
    pub fn pdf(&self, id: &str, view: &View, ident: &str) -> Vec<u8> {
        self.typeset(id, view, Some(ident)).1
    }

    /// Builds a plan, from nothing remembered.
    pub fn build(&self, plan: &Plan, settings: Settings) -> Outcome {
        let making = Making {
            project: &self.project,
            assets: &self.assets,
            shared: "",
            revision: None,
        };
        let past = Past::read(&self.root.join(OUT)).expect("no manifest");
        build(&making, plan, past, settings, &|_| {}).expect("a disk")
    }

    /// How many pages could not be laid over their layers so far.
    pub fn refused_pages(&self) -> usize {
        self.assets.refused_pages()
    }

    /// The world of a view's layout.
    pub fn world(&self, id: &str, view: &View) -> PageWorld<'_> {
        let form = self.form(id);
        let photo = view.photo.as_ref();
        let photo = photo.map(|path| fs::read(self.root.join(path)).expect("a photo"));
        let data = serde_json::to_vec(view).expect("JSON");
        let json = form.json.clone();
        self.assets.world(&form.layout(), json, data, photo)
    }

    fn typeset(&self, id: &str, view: &View, ident: Option<&str>) -> (Inspected, Vec<u8>) {
        let world = self.world(id, view);
        let (pages, warnings) = compile(&world).expect("a layout without faults");
        assert!(warnings.is_empty(), "{warnings:?}");
        let bytes = ident.map(|ident| {
            let day = chrono::NaiveDate::from_ymd_opt(2016, 4, 20).expect("a day");
            let settings = PdfSettings {
                ident,
                day,
                keywords: "",
            };
            pages.pdf(&world, settings).expect("PDF/A")
        });
        (pages.inspected, bytes.unwrap_or_default())
    }
}

/// The ids of the seven forms.
pub const FORMS: [&str; 7] = [
    "附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件7",
];

/// A text without white space.
pub fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a page in drawing order, without white space.
pub fn page_text(pages: &Inspected, page: usize) -> String {
    let texts = pages.pages[page].texts.iter();
    squash(&texts.map(|run| run.text.as_str()).collect::<String>())
}

/// The text of one cell over all its pieces, without white space.
pub fn cell(pages: &Inspected, name: &str) -> String {
    let texts = pages.texts();
    let text = texts.get(name);
    squash(text.unwrap_or_else(|| panic!("no cell {name}")))
}
