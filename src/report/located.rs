//! Findings with words, lines and columns: what programs read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Lang;
use super::explain::basis;
use super::mask::mask;
use super::position::{LineColumn, Lines};
use crate::check::rules::keys::missing_key::MissingKey;
use crate::check::{At, Diagnostic, Rule};
use crate::load::Files;
use crate::model::node::{Kind, Node, Span, Step};

/// A finding as programs read it. Lines and columns count from 1, columns in
/// characters; numbers of persons are masked.
#[derive(Clone, Debug, Serialize)]
pub struct Located {
    /// Its rule.
    #[serde(skip)]
    pub rule: &'static Rule,
    /// The code of the rule.
    pub code: &'static str,
    /// error, warning or notice.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file, relative to the workspace.
    pub path: String,
    /// The route of keys, as 失联.查找记录[0].日期; empty for the file as a whole.
    pub field: String,
    /// Where it begins.
    pub line: usize,
    /// Where it begins.
    pub column: usize,
    /// Where it ends.
    pub end_line: usize,
    /// Where it ends.
    pub end_column: usize,
    /// The way out.
    pub help: Option<String>,
    /// The clause, note or standard.
    pub basis: Option<&'static str>,
    /// Other places.
    pub related: Vec<RelatedPlace>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedPlace {
    /// The file.
    pub path: String,
    /// The line.
    pub line: usize,
    /// What it has to do with the finding.
    pub message: &'static str,
}

/// Gives findings their places; reads each file once.
pub struct Locator<'a> {
    files: &'a Files,
    lang: Lang,
    read: BTreeMap<PathBuf, (Lines, Option<Node>)>,
}

impl<'a> Locator<'a> {
    /// For these files.
    pub fn new(files: &'a Files, lang: Lang) -> Self {
        Self {
            files,
            lang,
            read: BTreeMap::new(),
        }
    }

    /// A finding with its words and places.
    pub fn locate(&mut self, diagnostic: &Diagnostic) -> Located {
        let (start, end) = self.place(&diagnostic.path, diagnostic.at);
        let related = diagnostic.related.iter().map(|related| RelatedPlace {
            path: shown(&related.path),
            line: self.place(&related.path, related.at).0.0,
            message: self.lang.relationship(related.relationship),
        });
        let related = related.collect();
        let help = self.lang.help(&diagnostic.finding);
        Located {
            rule: diagnostic.rule,
            code: diagnostic.rule.code,
            severity: Lang::En.severity(diagnostic.severity),
            message: mask(&self.lang.message(&diagnostic.finding)),
            path: shown(&diagnostic.path),
            field: mask(&self.field(diagnostic)),
            line: start.0,
            column: start.1,
            end_line: end.0,
            end_column: end.1,
            help: help.map(|help| mask(&help)),
            basis: basis(diagnostic.rule, self.lang),
            related,
        }
    }

    /// The line of a place.
    pub fn line(&mut self, path: &Path, at: At) -> usize {
        self.place(path, at).0.0
    }

    fn place(&mut self, path: &Path, at: At) -> (LineColumn, LineColumn) {
        self.file(path).0.place(at)
    }

    fn field(&mut self, diagnostic: &Diagnostic) -> String {
        let At::Span(span) = diagnostic.at else {
            return String::new();
        };
        let (_, node) = self.file(&diagnostic.path);
        let Some(node) = node else {
            return String::new();
        };
        let holding = || node.route_to(node.value_at(span)?.span);
        let route = node.route_to(span).or_else(holding).unwrap_or_default();
        match diagnostic.finding.get::<MissingKey>() {
            Some(MissingKey::Key(key)) => missing(node, span, &route, key),
            _ => route,
        }
    }

    fn file(&mut self, path: &Path) -> &(Lines, Option<Node>) {
        let read = || {
            let lines = Lines::of_file(self.files, path);
            let node = crate::load::parse(lines.text()).ok();
            (lines, node)
        };
        self.read.entry(path.to_owned()).or_insert_with(read)
    }
}

fn shown(path: &Path) -> String {
    mask(&path.to_string_lossy().replace('\\', "/"))
}

/// The route of a missing key: of its block, which is reported at its own key or
/// at its first one.
fn missing(node: &Node, span: Span, route: &str, key: &str) -> String {
    let steps = node.steps_to(span).unwrap_or_default();
    let mut block = node;
    for step in &steps {
        block = match (&block.kind, step) {
            (Kind::Map(_), Step::Key(name)) => match block.get(name) {
                Some(entry) => &entry.value,
                None => break,
            },
            (Kind::List(items), Step::Index(index)) => &items[*index],
            _ => break,
        };
    }
    let is_block = matches!(&block.kind, Kind::Map(_) | Kind::Null) && !steps.is_empty();
    let route = match (is_block, route.rsplit_once('.')) {
        _ if route == key || route.ends_with(&format!(".{key}")) => return route.to_owned(),
        (true, _) => route,
        (false, Some((above, _))) => above,
        (false, None) => "",
    };
    match route {
        "" => key.to_owned(),
        route => format!("{route}.{key}"),
    }
}
