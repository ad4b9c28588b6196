//! Whether pages still are what the data gives, for people and for programs.

mod json;
mod text;

use super::Lang;
use super::hidden::Hidden;
use crate::attest::{Attested, Integrity, NotPage, Page, Printing, TextChange, Verdict};
use crate::forms::Catalogue;
use crate::forms::cells::item;
use crate::load::Files;
use crate::model::handle::FormId;

/// What a call named, and what was found of it.
#[derive(Debug)]
pub enum Answer {
    /// A file that is a page.
    Page(Page, Attested),
    /// One that is none, as it was named.
    NotPage(String, NotPage),
    /// A digest, and the path of the output that it is of, if there is one.
    Digest(String, Option<String>),
}

/// What is told of pages.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What was found, in the order in which it was named.
    pub answers: &'a [Answer],
    /// The forms.
    pub catalogue: &'a Catalogue,
    /// Where findings stand.
    pub files: &'a Files,
    /// The language.
    pub lang: Lang,
    /// Whether numbers and addresses of persons are told as they are.
    pub unmasked: bool,
}

/// How an answer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The data still gives the page.
    Stands,
    /// It does not, or the file is another one.
    Differs,
    /// It is no page.
    NotPage,
}

impl Answer {
    /// How it ends.
    pub fn standing(&self) -> Standing {
        match self {
            Self::NotPage(..) => Standing::NotPage,
            Self::Page(_, attested) if matches!(attested.verdict, Verdict::Stands) => {
                Standing::Stands
            }
            Self::Digest(_, Some(_)) => Standing::Stands,
            Self::Page(..) | Self::Digest(_, None) => Standing::Differs,
        }
    }
}

impl Telling<'_> {
    fn hidden(&self) -> Hidden {
        Hidden {
            unmasked: self.unmasked,
        }
    }

    /// What prints a text, as it is called on a form.
    fn called(&self, form: Option<FormId>, of: &Printing) -> String {
        let lang = self.lang;
        let cell = |cell: &str| {
            let called = form.map(|form| self.catalogue.forms[form].called(cell));
            let called = called.unwrap_or_default();
            lang.pick(format!("{called}"), format!("{called:#}"))
        };
        match of {
            Printing::Cell(name) => cell(name),
            Printing::Row(name) => {
                let (list, index, _) = item(name).unwrap_or((name, 0, ""));
                let table = list.rsplit_once('.').map_or("", |(table, _)| table);
                let row = index + 1;
                let table = match table.is_empty() {
                    true => String::new(),
                    false => lang.pick(format!("“{table}”"), format!("“{table}”, ")),
                };
                lang.pick(format!("{table}第 {row} 行"), format!("{table}row {row}"))
            }
            Printing::Part(at) => {
                let part = at + 1;
                lang.pick(format!("第 {part} 段"), format!("paragraph {part}"))
            }
            Printing::Photo => lang.pick("照片", "photo").to_owned(),
            Printing::Day => lang.pick("填表日期", "填表日期").to_owned(),
            Printing::Seal => lang.pick("盖章", "seal").to_owned(),
            Printing::Count(list) => lang.pick(
                format!("“{list}”的项数"),
                format!("number of items of “{list}”"),
            ),
        }
    }

    /// The texts of a change, old and new, as they are shown, and whether they look alike so.
    fn shown(&self, change: &TextChange) -> ([String; 2], bool) {
        let hidden = self.hidden();
        let key = match &change.of {
            Printing::Cell(name) | Printing::Row(name) => name.as_str(),
            Printing::Photo => {
                let brief = |digest: &str| digest.chars().take(12).collect();
                return ([brief(&change.old), brief(&change.new)], false);
            }
            _ => "",
        };
        let shown = [&change.old, &change.new].map(|text| hidden.value(key, text));
        (shown, hidden.hides(key, &change.old, &change.new))
    }
}

/// How programs call a verdict.
fn name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Otherwise(Integrity::Altered) => "altered",
        Verdict::Otherwise(_) => "other-version",
        Verdict::Changed(_) => "changed",
        Verdict::Refused(_) => "refused",
        Verdict::Gone { .. } => "gone",
    }
}
