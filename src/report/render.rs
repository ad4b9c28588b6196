//! Diagnostics as people read them: message, excerpt with a caret, way out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::explain::basis;
use super::mask::mask;
use super::{Lang, position};
use crate::check::{At, Diagnostic, Severity};

/// Renders diagnostics with excerpts of their files.
pub struct Printer<'a> {
    root: &'a Path,
    lang: Lang,
    renderer: Renderer,
    texts: BTreeMap<PathBuf, String>,
}

impl<'a> Printer<'a> {
    /// A printer for the files below `root`.
    pub fn new(root: &'a Path, lang: Lang, colour: bool) -> Self {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Self {
            root,
            lang,
            renderer,
            texts: BTreeMap::new(),
        }
    }

    /// One diagnostic, without a line end.
    pub fn render(&mut self, diagnostic: &Diagnostic) -> String {
        let related = diagnostic.related.iter().map(|related| &related.path);
        for path in std::iter::once(&diagnostic.path).chain(related) {
            // Masked texts are as long as the files, so places stay right.
            let text = || mask(&position::text_of(self.root, path));
            self.texts.entry(path.clone()).or_insert_with(text);
        }
        let message = mask(&self.lang.message(&diagnostic.finding));
        let help = self.lang.help(&diagnostic.finding).map(|help| mask(&help));
        let severity = self.lang.severity(diagnostic.severity);
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Notice => Level::NOTE,
        };
        let title = level
            .with_name(severity)
            .primary_title(&*message)
            .id(diagnostic.rule.code);
        let paths: Vec<String> = std::iter::once(&diagnostic.path)
            .chain(diagnostic.related.iter().map(|related| &related.path))
            .map(|path| mask(&path.to_string_lossy()))
            .collect();
        let mut group = title.element_of(self.text(&diagnostic.path), &paths[0], diagnostic.at);
        for (related, path) in diagnostic.related.iter().zip(&paths[1..]) {
            let label = self.lang.relationship(related.relationship);
            if let Some(range) = range(self.text(&related.path), related.at) {
                group = group.element(
                    Snippet::source(self.text(&related.path))
                        .path(path)
                        .annotation(AnnotationKind::Context.span(range).label(label)),
                );
            }
        }
        let (name, basis_name) = match self.lang {
            Lang::Zh => ("办法", "依据"),
            Lang::En => ("help", "basis"),
        };
        if let Some(basis) = basis(diagnostic.rule, self.lang) {
            group = group.element(Level::NOTE.with_name(basis_name).message(basis));
        }
        if let Some(help) = &help {
            group = group.element(Level::HELP.with_name(name).message(&**help));
        }
        self.renderer.render(&[group])
    }

    fn text(&self, path: &Path) -> &str {
        self.texts.get(path).map_or("", String::as_str)
    }
}

/// The excerpt of a title's place.
trait ElementOf<'a> {
    fn element_of(self, text: &'a str, path: &'a str, at: At) -> Group<'a>;
}

impl<'a> ElementOf<'a> for annotate_snippets::Title<'a> {
    fn element_of(self, text: &'a str, path: &'a str, at: At) -> Group<'a> {
        match range(text, at) {
            Some(range) => self.element(
                Snippet::source(text)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(range)),
            ),
            None => {
                let ((line, column), _) = position::of(text, at);
                let origin = Origin::path(path);
                self.element(match at {
                    At::LineColumn(..) => origin.line(line).char_column(column),
                    _ => origin,
                })
            }
        }
    }
}

/// The bytes of a place, where the file is text; never empty, so that there is
/// something to point at.
fn range(text: &str, at: At) -> Option<Range<usize>> {
    let At::Span(span) = at else { return None };
    let range = span.range();
    text.get(range.clone())?;
    match range.is_empty() {
        true => text[range.start..]
            .chars()
            .next()
            .map(|c| range.start..range.start + c.len_utf8()),
        false => Some(range),
    }
}
