//! The list at the side: by person, by figure, by form, each with the marks it leads to.

use std::path::Path;

use super::escaped;
use super::sheets::{Place, Sheets};
use crate::load::DATA;
use crate::report::review::Telling;
use crate::report::review::lines::row;
use crate::review::{CellChange, OutputChange};

/// Of more members than so many, only those are listed who have a mark.
const MOST: usize = 200;

impl Telling<'_> {
    /// The list.
    pub(super) fn index(&self, sheets: &Sheets) -> String {
        let lang = self.lang;
        let all = self.review.members.len() <= MOST;
        let members = self.review.members.iter().enumerate();
        let members = members.filter_map(|(at, member)| {
            let is_his = |place: &&Place| {
                let about = place.about.as_ref();
                about.is_some_and(|it| *it == member.path || Some(it) == member.old_path.as_ref())
            };
            let name = if member.name.is_empty() {
                &member.path
            } else {
                &member.name
            };
            let name = self.hidden().text(name).into_owned();
            let mut own = sheets.places.iter().filter(is_his).peekable();
            let is_told = all || own.peek().is_some();
            is_told.then(|| entry(&format!("members-{at}"), &name, own))
        });
        let files = self.review.files.iter().enumerate().take(MOST);
        let files = files.map(|(at, file)| {
            let name = self.hidden().text(name_of(&file.path)).into_owned();
            entry(&format!("files-{at}"), &name, [].into_iter())
        });
        let rows = self.review.cells.chunk_by(|a, b| row(a) == row(b));
        let figures = rows.filter_map(|cells| {
            let first = cells.first()?;
            let is_it = |place: &&Place| {
                let output = &self.review.outputs[place.output];
                cells.iter().any(|cell| is_of(output, place, cell))
            };
            let mut places = sheets.places.iter().filter(is_it).peekable();
            places.peek()?;
            let unit = first.org.rsplit('/').next().unwrap_or_default();
            let unit = self.hidden().text(unit).into_owned();
            let name = format!("{unit} {} {}", first.form, first.row);
            Some(entry("figures", &name, places))
        });
        let forms = sheets.drawn.iter().map(|(at, numbers)| {
            let path = &self.review.outputs[*at].path;
            let name = self.hidden().text(name_of(path)).into_owned();
            let own = sheets
                .places
                .iter()
                .filter(|place| numbers.contains(&place.number));
            entry(&format!("o{at}"), &name, own)
        });
        let groups = [
            group("members", lang.pick("党员", "Members"), members.collect()),
            group(
                "files",
                lang.pick("其他文件", "Other files"),
                files.collect(),
            ),
            group("figures", lang.pick("数字", "Figures"), figures.collect()),
            group("outputs", lang.pick("表", "Forms"), forms.collect()),
        ];
        let keys = lang.pick(
            "<kbd>j</kbd> 下一处 <kbd>k</kbd> 上一处 <kbd>z</kbd> 放大",
            "<kbd>j</kbd> next <kbd>k</kbd> previous <kbd>z</kbd> enlarge",
        );
        let count = sheets.places.len();
        let marks = lang.pick(format!("{count} 处标记"), format!("{count} marks"));
        format!(
            "<nav aria-label=\"{}\">\n<p class=\"at\"><a href=\"#top\">↑</a> <output>{marks}</output></p>\n\
             <p class=\"keys\">{keys}</p>\n{}</nav>\n",
            lang.pick("目录", "contents"),
            groups.concat()
        )
    }
}

/// Whether a mark is that of a figure.
fn is_of(output: &OutputChange, place: &Place, cell: &CellChange) -> bool {
    let CellChange {
        org,
        form,
        row,
        column,
        ..
    } = cell;
    if output.about.strip_prefix(DATA) != Ok(Path::new(org)) {
        return false;
    }
    let own = place.cell.strip_prefix(&format!("{form}."));
    let own = own.or_else(|| (output.form == *form).then_some(&place.cell));
    own.is_some_and(|own| own == row || own == format!("{row}.{column}"))
}

/// The last two names of a path, without the ending.
fn name_of(path: &str) -> &str {
    let path = path.strip_suffix(".pdf").unwrap_or(path);
    let mut slashes = path.rmatch_indices('/').skip(1);
    slashes.next().map_or(path, |(at, _)| &path[at + 1..])
}

fn group(to: &str, head: &str, entries: Vec<String>) -> String {
    if entries.is_empty() {
        return String::new();
    }
    format!(
        "<details open><summary><a href=\"#{to}\">{head}</a> <small>{}</small></summary>\n<ul>\n{}</ul>\n</details>\n",
        entries.len(),
        entries.concat()
    )
}

/// An entry that leads to its first mark, with all of them; to what is said of it where it
/// has none.
fn entry<'a>(to: &str, name: &str, places: impl Iterator<Item = &'a Place>) -> String {
    let marks: Vec<usize> = places.map(|place| place.number).collect();
    let first = marks
        .first()
        .map_or(to.to_owned(), |number| format!("m{number}"));
    let numbers = marks.iter().filter(|_| marks.len() > 1);
    let numbers = numbers.map(|number| format!(" <a class=\"n\" href=\"#m{number}\">{number}</a>"));
    format!(
        "<li><a href=\"#{first}\">{}</a>{}</li>\n",
        escaped(name),
        numbers.collect::<String>()
    )
}
