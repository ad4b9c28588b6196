//! Which forms exist.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cells::{Cells, leaves};
use super::chosen::Choice;
use super::declaration::Declaration;
use super::document;
use super::fault::FormFault;
use super::files::LayoutFiles;
use super::ids;
use super::json;
use super::outputs;
use super::reading::{self, Declared, Faults, Known};
use super::shared::shared_layout;
use super::source::FormSource;
use super::taken;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::check::{At, Finding, Severity};
use crate::load::{File, FileFault, PathFaultKind, SourceFault, file_of, text_of};
use crate::model::handle::{ById, FormId, RegisterId};
use crate::model::node::Span;

/// What stands for the ids of all forms.
pub const ALL: &str = "全部";

/// A form of the catalogue.
#[derive(Clone, Debug)]
pub struct Form {
    /// Folder below `layouts/`.
    pub folder: String,
    path: PathBuf,
    /// Its declaration.
    pub declaration: Declaration,
    /// The tables of a form of several.
    pub tables: Vec<Form>,
    /// Its cells.
    pub cells: Cells,
    /// The declaration as JSON: what the layout reads.
    pub json: Arc<[u8]>,
    /// The layout's main file below `layouts/`.
    pub layout: String,
    /// Where the pattern of its outputs stands.
    pub output_at: Span,
    /// Whether the workspace says what it is, rather than the program.
    pub is_own: bool,
    /// Whether it is made, rather than asked for by one that is.
    pub is_chosen: bool,
    /// Whether the call names it.
    pub is_named: bool,
    /// Where it asks for the rows of other forms.
    asks_for: Vec<(RegisterId, Span)>,
}

impl Form {
    /// How the form is called in calls, 填表日期 and other forms: 附件1.
    pub fn id(&self) -> &str {
        &self.declaration.id
    }

    /// The layout's main file below `layouts/`.
    pub fn layout(&self) -> String {
        self.layout.clone()
    }

    /// The forms whose rows it asks for.
    pub fn asks_for(&self) -> impl Iterator<Item = RegisterId> {
        self.asks_for.iter().map(|(of, _)| *of)
    }

    /// Whether its table has a figure: a column, or a count beside it.
    pub fn has_figure(&self, name: &str) -> bool {
        let columns = leaves(&self.declaration.columns);
        let mut beside = self.declaration.beside.iter().flat_map(|block| {
            let counts = block.counts.iter();
            counts.map(move |(count, _)| (block.name.as_str(), count.as_str()))
        });
        columns
            .iter()
            .any(|column| column.name.as_deref() == Some(name))
            || beside.any(|pair| name.split_once('.') == Some(pair))
    }

    /// Whether it is a table with a line for each organisation.
    pub fn has_lines_of_units(&self) -> bool {
        let rows = self.declaration.rows.as_ref();
        rows.is_some_and(|rows| rows.of_units)
    }

    /// Whether it has a layout of its own, and not that of all registers or tables.
    pub fn has_own_layout(&self) -> bool {
        let own = self.layout.strip_prefix(&self.folder);
        own.is_some_and(|rest| rest.starts_with('/'))
    }

    /// Its `form.yaml`, relative to the workspace.
    pub fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// A fault of its declaration.
    pub fn fault(&self, at: Span, fault: DeclarationFault) -> FormFault {
        FormFault {
            folder: self.folder.clone(),
            path: self.path.clone(),
            at: At::Span(at),
            finding: Box::new(fault.into()),
        }
    }
}

/// The forms in the byte order of their folders, and the faults of those that
/// could not be read.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The forms.
    pub forms: ById<FormId, Form>,
    /// The faults.
    pub faults: Vec<FormFault>,
    /// The forms that are not made, and that none asks for which is.
    pub others: Vec<Form>,
    /// What is told of files that are read all the same.
    pub notices: Vec<FormFault>,
    /// What forms can ask for of each other, and the keys that they add to members.
    pub known: Known,
    pub(super) order: Vec<RegisterId>,
    with_drafts: bool,
}

impl Catalogue {
    /// The forms that are made where no round names any.
    pub fn of(files: &LayoutFiles) -> Self {
        let mut catalogue = Self::all(files);
        catalogue.choose(None, Choice::OfRound(&[]));
        catalogue
    }

    /// Reads all declarations: first what they add to members and what others can ask
    /// for, then all else.
    pub fn all(files: &LayoutFiles) -> Self {
        Self::reading(files, false)
    }

    /// The same with forms that are at fault, as far as their declarations say what could
    /// be drawn.
    pub fn with_drafts(files: &LayoutFiles) -> Self {
        Self::reading(files, true)
    }

    fn reading(files: &LayoutFiles, with_drafts: bool) -> Self {
        let mut catalogue = Self {
            with_drafts,
            ..Self::default()
        };
        let folders: Vec<&str> = files.forms().collect();
        let sources: Vec<File<FormSource>> =
            folders.iter().map(|folder| source(files, folder)).collect();
        for (folder, file) in folders.iter().zip(&sources) {
            catalogue.add_custom(folder, file);
        }
        // Nobody asks for what another form is called, which is told.
        let mut taken = ids::taken(&folders, &sources, files);
        for (source, taken) in sources.iter().zip(&taken) {
            let source = source.record.as_ref().filter(|_| taken.is_empty());
            source.into_iter().for_each(|it| catalogue.known.add(it));
        }
        for (index, (folder, file)) in folders.iter().zip(&sources).enumerate() {
            let taken = std::mem::take(&mut taken[index]);
            catalogue.add(folder, file, files, taken);
        }
        let unread = files.unread.iter().map(|(path, finding)| FormFault {
            folder: files.form_of(path),
            path: path.clone(),
            at: At::File,
            finding: Box::new(finding.clone()),
        });
        catalogue.drop_with(unread.collect());
        let of_documents = document::of_catalogue(&catalogue);
        catalogue.drop_with(of_documents);
        let of_figures = taken::faults(&catalogue);
        catalogue.drop_with(of_figures);
        let of_outputs = outputs::collisions(&catalogue);
        catalogue.drop_with(of_outputs);
        while catalogue.drop_dependents() {}
        catalogue.order();
        catalogue
            .notices
            .extend(files.renamed().map(|path| FormFault {
                folder: files.form_of(path),
                path: path.to_owned(),
                at: At::File,
                finding: Box::new(PathFaultKind::OtherExtension.into()),
            }));
        catalogue
    }

    /// Whether a form was dropped as it asks for the rows of one that is at fault.
    fn drop_dependents(&mut self) -> bool {
        let needs = |form: &Form| {
            let mut asked = form.asks_for.iter();
            let missing = |id: &String| self.get(id).is_none();
            asked.find_map(|(of, span)| {
                let id = Some(&self.known.forms[*of]).filter(|id| missing(id))?;
                Some(form.fault(*span, DeclarationFault::Needs(id.clone())))
            })
        };
        let faults: Vec<FormFault> = self.forms.values().filter_map(needs).collect();
        self.drop_with(faults)
    }

    fn drop_with(&mut self, faults: Vec<FormFault>) -> bool {
        let is_at_fault = |form: &Form| faults.iter().any(|fault| fault.folder == form.folder);
        self.forms.retain(|form| !is_at_fault(form));
        let dropped = !faults.is_empty();
        self.faults.extend(faults);
        dropped
    }

    /// Puts the forms about members in an order in which each comes behind those that
    /// it asks for. What asks for itself that way is at fault.
    fn order(&mut self) {
        let place = |id: &str| self.known.forms.find(|known| known == id);
        let mut left: Vec<(RegisterId, &Form)> = self
            .pieces()
            .filter_map(|form| Some((place(form.id())?, form)))
            .collect();
        let mut order: Vec<RegisterId> = Vec::new();
        loop {
            let is_ready = |(_, form): &(RegisterId, &Form)| {
                let mut needed = form.declaration.who.forms();
                needed.all(|form| order.contains(&form))
            };
            let Some(next) = left.iter().position(is_ready) else {
                break;
            };
            order.push(left.remove(next).0);
        }
        let circle = |(_, form): &(RegisterId, &Form)| {
            let mut asked = form.asks_for.iter();
            let span = asked.find(|(of, _)| left.iter().any(|(place, _)| place == of));
            let span = span.map_or(form.output_at, |(_, span)| *span);
            form.fault(span, DeclarationFault::Circle(form.id().to_owned()))
        };
        let faults: Vec<FormFault> = left.iter().map(circle).collect();
        self.order = order;
        if self.drop_with(faults) {
            while self.drop_dependents() {}
        }
    }

    fn add_custom(&mut self, folder: &str, file: &File<FormSource>) {
        let Some(source) = &file.record else { return };
        let mut faults = Faults::new();
        for (key, of) in reading::custom(source, &mut faults) {
            match self.known.custom.get(&key) {
                Some(known) if *known != of => {
                    let entries = source.custom.entries.iter();
                    let span = entries
                        .filter(|(name, ..)| *name == key)
                        .map(|(_, span, ..)| *span);
                    let fault = DeclarationFault::CustomTwice(key.clone());
                    faults.extend(span.map(|span| (span, fault.clone().into())));
                }
                _ => drop(self.known.custom.insert(key, of)),
            }
        }
        self.add_faults(folder, &file.path, faults);
    }

    fn add(&mut self, folder: &str, file: &File<FormSource>, files: &LayoutFiles, taken: Faults) {
        let mut faults: Faults = file
            .problems
            .iter()
            .map(|problem| (problem.span, problem.fault.clone().into()))
            .collect();
        for fault in &file.faults {
            let span = match fault {
                FileFault::Source(SourceFault::Encoding(_, span)) => *span,
                FileFault::Source(_) => Span::default(),
                FileFault::Tree(fault) => fault.span,
            };
            faults.push((span, fault.clone().into()));
        }
        let source = file.record.as_ref();
        let text = String::from_utf8_lossy(bytes(files, folder));
        let declaration =
            source.and_then(|source| reading::declaration(source, &text, &self.known, &mut faults));
        let (mut declaration, asks_for, tables) = match declaration {
            Some(declared) => (
                Some(declared.declaration),
                declared.asks_for,
                declared.tables,
            ),
            None => (None, Vec::new(), Vec::new()),
        };
        if let Some(prose) = declaration.as_mut().and_then(|it| it.prose.as_mut()) {
            let text = files.get(&format!("{folder}/{}", prose.file.0));
            let text = text.and_then(|bytes| text_of(bytes).ok());
            prose.text = text.unwrap_or_default();
        }
        let own = format!("{folder}/layout.typ");
        let layout = match (files.get(&own), &declaration) {
            (Some(_), _) => Some(own),
            (None, Some(form)) => shared_layout(form, !tables.is_empty()).map(str::to_owned),
            (None, None) => None,
        };
        let place = |value: Option<Span>| value.unwrap_or_default();
        if let (Some(source), Some(_), None) = (source, &declaration, &layout) {
            let span = place(source.scope.as_ref().map(|scope| scope.span));
            faults.push((span, DeclarationFault::NoLayout.into()));
        }
        faults.extend(taken);
        let is_error = |finding: &Finding| finding.rule().severity == Severity::Error;
        // What adds up to itself has no figure.
        let is_circle = |finding: &Finding| {
            let fault = finding.get::<DeclarationFault>();
            matches!(fault, Some(DeclarationFault::SumCircle(_)))
        };
        let has = |is_it: &dyn Fn(&Finding) -> bool| faults.iter().any(|(_, one)| is_it(one));
        let before = self.faults.iter().any(|fault| fault.folder == folder);
        let is_kept = match self.with_drafts {
            true => !has(&is_circle),
            false => !has(&is_error) && !before,
        };
        self.add_faults(folder, &file.path, faults);
        if let (Some(source), Some(declaration), Some(layout)) = (source, declaration, layout)
            && is_kept
        {
            let json = crate::load::parse(&text).ok();
            let is_own = files.is_own(&format!("{folder}/form.yaml"));
            let json = json.map(|tree| json::of(&tree, source, &declaration, is_own));
            let json = json.and_then(|json| serde_json::to_vec(&json).ok());
            let json: Arc<[u8]> = json.unwrap_or_default().into();
            let form = |declaration: Declaration, asks_for, tables: Vec<Form>| Form {
                folder: folder.to_owned(),
                path: file.path.clone(),
                cells: Cells::of(&declaration, &tables),
                declaration,
                tables,
                asks_for,
                is_chosen: true,
                is_named: false,
                is_own,
                json: json.clone(),
                layout: layout.clone(),
                output_at: place(source.output.as_ref().map(|output| output.span)),
            };
            let table = |table: Declared| form(table.declaration, table.asks_for, Vec::new());
            let tables = tables.into_iter().map(table).collect();
            self.forms.push(form(declaration, asks_for, tables));
        }
    }

    fn add_faults(&mut self, folder: &str, path: &Path, faults: Faults) {
        self.faults
            .extend(faults.into_iter().map(|(span, finding)| FormFault {
                folder: folder.to_owned(),
                path: path.to_owned(),
                at: At::Span(span),
                finding: Box::new(finding),
            }));
    }

    /// The ids of all forms.
    pub fn ids(&self) -> Vec<&str> {
        self.forms.values().map(Form::id).collect()
    }
}

fn bytes<'a>(files: &'a LayoutFiles, folder: &str) -> &'a [u8] {
    let path = format!("{folder}/form.yaml");
    files.get(&path).map(|bytes| &**bytes).unwrap_or_default()
}

fn source(files: &LayoutFiles, folder: &str) -> File<FormSource> {
    let path = files.path_of(&format!("{folder}/form.yaml"));
    match text_of(bytes(files, folder)) {
        Ok(text) => file_of(&path, &text),
        Err(fault) => File {
            digest: [0; 32],
            path,
            record: None,
            problems: Vec::new(),
            faults: vec![FileFault::Source(fault)],
        },
    }
}
