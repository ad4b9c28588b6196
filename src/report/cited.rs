//! A value of a file as something that is told of it cites it.

use serde_json::{Value, json};

use super::Lang;
use super::mask::{mask, mask_under};
use super::position::Lines;
use crate::check::At;
use crate::load::Files;
use crate::publish::KeyPlace;

/// A value with its place; numbers of persons are masked.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The key.
    pub route: String,
    /// Its first line; empty where nothing stands behind the key.
    pub value: String,
}

impl Cited {
    /// The value at a place.
    pub fn of(files: &Files, place: &KeyPlace) -> Self {
        let lines = Lines::of_file(files, &place.path);
        let ((line, _), _) = lines.place(At::Span(place.span));
        let value = lines.text().get(place.span.range()).unwrap_or_default();
        let value = match place.is_given {
            true => value.lines().next().unwrap_or_default(),
            false => "",
        };
        Self {
            path: mask(&place.path.to_string_lossy()),
            line,
            route: mask(&place.route),
            value: mask_under(&place.route, value),
        }
    }

    /// For people: the key, the value, and the line; the file, too, where it is another one
    /// than that they look at.
    pub fn text(&self, at: &str) -> String {
        let path = if self.path == at { "" } else { &self.path };
        let value = match self.value.is_empty() {
            true => String::new(),
            false => format!(" {}", self.value),
        };
        format!("{}{value}（{path}:{}）", self.route, self.line)
    }

    /// For programs.
    pub fn json(&self) -> Value {
        json!({
            "path": self.path,
            "key": self.route,
            "line": self.line,
            "value": self.value,
        })
    }
}

/// Several, for people.
pub fn listed(cited: &[Cited], at: &str, lang: Lang) -> String {
    let texts: Vec<String> = cited.iter().map(|one| one.text(at)).collect();
    texts.join(lang.pick("，", ", "))
}
