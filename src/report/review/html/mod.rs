//! A review as one file for a browser: what the text says, the pages that change side by
//! side, and a list that leads to each mark. It needs nothing from outside.

mod index;
mod marks;
mod shapes;
mod sheets;

use std::io;

use super::Telling;
use super::sections::{Entry, Kind, Section};
use crate::publish::Opening;
use crate::review::PrintStatus;
use sheets::Sheets;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Where a text goes, piece by piece.
pub type Add<'a> = dyn FnMut(&str) -> io::Result<()> + 'a;

impl Telling<'_> {
    /// One file, written as it is made; with pages where both states are there to make them
    /// of.
    ///
    /// # Errors
    /// Where it cannot be written, or where files were changed meanwhile.
    pub fn html(&self, openings: Option<&[Opening<'_>; 2]>, add: &mut Add<'_>) -> io::Result<()> {
        add(&self.begin())?;
        for section in self.sections() {
            add(&listed(&section))?;
        }
        let mut sheets = Sheets::default();
        if let Some(openings) = openings {
            self.sheets(openings, &mut sheets, add)?;
        }
        add("</main>\n")?;
        add(&self.index(&sheets))?;
        add(&format!("<script>{SCRIPT}</script>\n</html>\n"))
    }

    /// The head of the file, and what was compared.
    fn begin(&self) -> String {
        let (review, lang) = (self.review, self.lang);
        let [old, new] = [0, 1].map(|at| escaped(self.state(at)));
        let language = lang.pick("zh-CN", "en");
        let to_print = review.outputs.iter();
        let to_print = to_print.filter(|output| {
            let is_new = matches!(output.change, PrintStatus::New | PrintStatus::Changed);
            is_new && !output.looks_the_same()
        });
        let counts = [
            (review.members.len(), lang.pick("名党员", "members")),
            (review.cells.len(), lang.pick("个数字", "figures")),
            (
                review.findings[0].len(),
                lang.pick("个新问题", "new findings"),
            ),
            (to_print.count(), lang.pick("份表要印", "forms to print")),
        ];
        let counts = counts.map(|(count, words)| format!("<li><b>{count}</b> {words}</li>"));
        let counts = match review.is_empty() {
            true => format!("<li>{}</li>", lang.pick("没有变化", "nothing is different")),
            false => counts.concat(),
        };
        let masked = match self.unmasked {
            true => lang.pick(
                "号码、住址没有遮住，不要外传",
                "numbers and addresses are not masked: keep this file to yourself",
            ),
            false => lang.pick(
                "身份证号码、电话、QQ、住址已经遮住，照片不显示",
                "ID numbers, telephones, QQ and addresses are masked, photos are not shown",
            ),
        };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{old} → {new}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
             <header id=\"top\"><h1><span class=\"old\">{old}</span> → \
             <span class=\"new\">{new}</span></h1>\n<ul class=\"counts\">{counts}</ul>\n\
             <p class=\"masked\">{masked}</p></header>\n"
        )
    }
}

/// A section of text.
fn listed(section: &Section) -> String {
    let name = name_of(section.kind);
    let entries = section.entries.iter().enumerate();
    let entries = entries.map(|(at, entry)| of_entry(&format!("{name}-{at}"), entry));
    let note = section.note.iter();
    let note = note.map(|note| format!("<p class=\"note\">{}</p>\n", escaped(note)));
    format!(
        "<section class=\"told\" id=\"{name}\">\n<h2>{} <small>{}</small></h2>\n<ul>\n{}</ul>\n{}</section>\n",
        section.head,
        section.entries.len(),
        entries.collect::<String>(),
        note.collect::<String>(),
    )
}

/// An entry, whose parts stand apart by two spaces.
fn of_entry(id: &str, entry: &Entry) -> String {
    let parts = entry
        .line
        .split("  ")
        .map(|part| format!("<span>{}</span> ", escaped(part)));
    let rest = entry
        .rest
        .iter()
        .map(|line| format!("<li>{}</li>", escaped(line)));
    let rest: String = rest.collect();
    let rest = if rest.is_empty() {
        rest
    } else {
        format!("<ul>{rest}</ul>")
    };
    format!(
        "<li id=\"{id}\"><p>{}</p>{rest}</li>\n",
        parts.collect::<String>()
    )
}

/// What a section is called within the file.
fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Members => "members",
        Kind::Files => "files",
        Kind::Figures => "figures",
        Kind::New => "new",
        Kind::Gone => "gone",
        Kind::Outputs => "outputs",
    }
}

/// A text in which nothing is a sign of HTML, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\n' | '\r' | '\t' => escaped.push(' '),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            one => escaped.push(one),
        }
    }
    escaped
}
