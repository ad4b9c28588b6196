//! The words of a document: the form's own, or those that an organisation has written.

use std::path::{Path, PathBuf};

use super::declared::Prose;
use super::filled::missing;
use crate::forms::catalogue::Form;
use crate::forms::files::LAYOUTS;
use crate::forms::outputs::is_branch;
use crate::forms::source::Scope;
use crate::load::SourceFault;
use crate::model::handle::UnitId;
use crate::model::node::line_column;
use crate::prose::unfilled;
use crate::tabulate::Source;

/// The words of a document.
#[derive(Clone, Debug)]
pub struct Wording<'a> {
    /// Their file, relative to the workspace.
    pub path: PathBuf,
    /// The text, or why it could not be read.
    pub text: Result<&'a str, &'a SourceFault>,
    /// Whether they are the form's own.
    pub is_shared: bool,
}

/// The words of a document for a unit. Nothing is inherited by organisations below.
pub fn wording<'a>(source: Source<'a>, form: &'a Form, unit: UnitId) -> Option<Wording<'a>> {
    let prose = form.declaration.prose.as_ref()?;
    let texts = match prose.scope {
        Scope::Round => &source.workspace.texts,
        _ => &source.workspace.units[unit].texts,
    };
    let own = texts.iter().find(|text| text.form() == Some(form.id()));
    Some(match own {
        Some(own) => Wording {
            path: own.path.clone(),
            text: own.text.as_deref(),
            is_shared: false,
        },
        None => Wording {
            path: shared(form, prose),
            text: Ok(&prose.text),
            is_shared: true,
        },
    })
}

/// The file of the form's own words.
pub fn shared(form: &Form, prose: &Prose) -> PathBuf {
    Path::new(LAYOUTS).join(&form.folder).join(&prose.file.0)
}

/// Whether a document waits for words of a clerk, or for what these say is there.
pub fn is_unfilled(source: Source<'_>, form: &Form, unit: UnitId) -> bool {
    let text = wording(source, form, unit).and_then(|wording| wording.text.ok());
    text.is_some_and(|text| !unfilled(text).is_empty() || !missing(source, form, unit).is_empty())
}

/// Whether a unit has a document. Who reports figures only writes of itself.
pub fn has(source: Source<'_>, prose: &Prose, unit: UnitId) -> bool {
    let units = &source.workspace.units;
    match prose.scope {
        Scope::Round => units.ids().next() == Some(unit),
        Scope::Branch => is_branch(&units[unit]),
        Scope::Organisation | Scope::Member => units[unit].figures.is_none(),
    }
}

/// Where the words of a part stand, by its cell.
pub fn line_of(
    source: Source<'_>,
    form: &Form,
    unit: UnitId,
    cell: &str,
) -> Option<(PathBuf, usize)> {
    let (list, index, _) = crate::forms::cells::item(cell)?;
    let document = super::document(source, form, unit)?;
    let part = document.parts.get(index).filter(|_| list == super::PARTS)?;
    Some((wording(source, form, unit)?.path, part.at))
}

/// The words that a part of a document is made of: their file, the line, and what stands
/// there.
pub fn words_of(
    source: Source<'_>,
    form: &Form,
    unit: UnitId,
    cell: &str,
) -> Option<(PathBuf, usize, String)> {
    let (path, at) = line_of(source, form, unit, cell)?;
    let text = wording(source, form, unit)?.text.ok()?;
    let (line, _) = line_column(text, at);
    let words = text.get(at..)?.lines().next()?;
    Some((path, line, words.to_owned()))
}
