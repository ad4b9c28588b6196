//! Diagnostics as people read them: message, excerpt with a caret, way out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};

use super::Lang;
use super::explain::basis;
use super::mask::mask;
use super::position::Lines;
use super::visible::{shown, turns, visible};
use crate::check::{At, Diagnostic, Severity};
use crate::load::Files;

/// Renders diagnostics with excerpts of their files.
pub struct Printer<'a> {
    files: &'a Files,
    lang: Lang,
    renderer: Renderer,
    texts: BTreeMap<PathBuf, Lines>,
}

impl<'a> Printer<'a> {
    /// A printer for the files of a workspace.
    pub fn new(files: &'a Files, lang: Lang, colour: bool) -> Self {
        Self {
            files,
            lang,
            renderer: match colour {
                true => Renderer::styled(),
                false => Renderer::plain(),
            },
            texts: BTreeMap::new(),
        }
    }

    /// One diagnostic, without a line end.
    pub fn render(&mut self, diagnostic: &Diagnostic) -> String {
        let related = diagnostic.related.iter().map(|related| &related.path);
        let mut paths = Vec::new();
        for path in std::iter::once(&diagnostic.path).chain(related) {
            // Masked texts are as long as the files, so places stay right; control
            // characters are shown by the renderer and are as wide then.
            let text = || {
                let text = mask(Lines::of_file(self.files, path).text());
                let is_long = |c: char| turns(c) && c.len_utf8() == 3;
                Lines::of(text.replace(is_long, "\u{fffd}"))
            };
            self.texts.entry(path.clone()).or_insert_with(text);
            paths.push(shown(path));
        }
        let text = |path: &PathBuf| &self.texts[path];
        let words = |words: String| visible(&mask(&words));
        let message = words(self.lang.message(&diagnostic.finding));
        let help = self.lang.help(&diagnostic.finding).map(words);
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Notice => Level::NOTE,
        };
        let title = level
            .with_name(self.lang.severity(diagnostic.severity))
            .primary_title(&*message)
            .id(diagnostic.rule.code);
        let mut group = excerpt(title, text(&diagnostic.path), &paths[0], diagnostic.at);
        for (related, path) in diagnostic.related.iter().zip(&paths[1..]) {
            let text = text(&related.path);
            if let Some((lines, first, range)) = lines_of(text, related.at) {
                let label = self.lang.relationship(related.relationship);
                let place = AnnotationKind::Context.span(range).label(label);
                let snippet = Snippet::source(lines).line_start(first).path(path);
                group = group.element(snippet.annotation(place));
            }
        }
        if let Some(basis) = basis(diagnostic.rule, self.lang) {
            let name = self.lang.pick("依据", "basis");
            group = group.element(Level::NOTE.with_name(name).message(basis));
        }
        if let Some(help) = &help {
            let name = self.lang.pick("办法", "help");
            group = group.element(Level::HELP.with_name(name).message(&**help));
        }
        self.renderer.render(&[group])
    }
}

/// A title with the excerpt of its place, or with its file where there is none.
fn excerpt<'a>(title: Title<'a>, text: &'a Lines, path: &'a str, at: At) -> Group<'a> {
    if let Some((lines, first, range)) = lines_of(text, at) {
        let place = AnnotationKind::Primary.span(range);
        let snippet = Snippet::source(lines).line_start(first).path(path);
        return title.element(snippet.annotation(place));
    }
    let origin = Origin::path(path);
    title.element(match at {
        At::File => origin,
        _ => {
            let ((line, column), _) = text.place(at);
            origin.line(line).char_column(column)
        }
    })
}

/// The lines of a place, the number of the first, and the bytes of the place within,
/// where the file is text; these are never none, so that there is something to point at.
fn lines_of(text: &Lines, at: At) -> Option<(&str, usize, Range<usize>)> {
    let At::Span(span) = at else { return None };
    let mut range = span.range();
    if range.is_empty() {
        let character = text.text().get(range.start..)?.chars().next()?;
        range.end = range.start + character.len_utf8();
    }
    text.excerpt(range)
}
