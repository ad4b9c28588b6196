//! `paicha layouts new`.

use std::path::Path;

use clap::ArgMatches;

use crate::Project;
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, scope};
use crate::forms::Form;
use crate::forms::files::{LAYOUTS, example, examples};
use crate::forms::source::FormSource;
use crate::load::{failed_at, file_of};
use crate::publish::GRID;

/// What a form is made after: its folder, its id, its files by their path below `layouts/`.
struct Like {
    folder: String,
    id: String,
    files: Vec<(String, Vec<u8>)>,
}

/// Makes a form of one's own after another, or after an example: the same files under
/// another id.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let layouts = context.to_be_written()?.join(LAYOUTS);
    let project = context.open_all();
    let words = context.words;
    let name = scope::value(matches, "name");
    let like = like(context, &project, scope::value(matches, "like"))?;
    let folder = layouts.join(name);
    let is_plain = Path::new(name).components().count() == 1
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':', '"']);
    let is_taken = folder.exists() || project.catalogue.get(name).is_some();
    if is_taken || !is_plain {
        return Err(Stop::Usage(match is_taken {
            true => words.form_taken(name),
            false => words.no_form_name(name),
        }));
    }
    std::fs::create_dir_all(&folder).map_err(failed_at(&folder))?;
    for (path, bytes) in &like.files {
        let own = path.strip_prefix(&like.folder);
        let Some(file) = own.and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        // The lines are those of the other form; its own are written when done.
        if file == GRID {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let text = match file {
            "form.yaml" => renamed(&text, &like.id, name),
            _ => text.replace(
                &format!("/{LAYOUTS}/{}/", like.folder),
                &format!("/{LAYOUTS}/{name}/"),
            ),
        };
        let file = folder.join(file);
        let made = std::fs::create_dir_all(file.parent().unwrap_or(&folder));
        let written = made.and_then(|()| std::fs::write(&file, text));
        written.map_err(failed_at(&file))?;
    }
    context.terminal.message(&words.new_form(name));
    context.terminal.message(words.layouts_quotes);
    Ok(Status::Done)
}

/// A form of the workspace, or an example.
fn like(context: &Context, project: &Project, name: &str) -> Result<Like, Stop> {
    let catalogue = &project.catalogue;
    let known = scope::forms(context, project, "--like", &[name.to_owned()]);
    let known = known.ok().and_then(|ids| catalogue.get(ids.first()?));
    if let Some(form) = known {
        let files = project.layouts.iter();
        return Ok(Like {
            folder: form.folder.clone(),
            id: form.id().to_owned(),
            files: files
                .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
                .collect(),
        });
    }
    let files = example(name);
    if files.is_empty() {
        let mut known: Vec<&str> = catalogue.forms.values().map(Form::id).collect();
        known.extend(examples());
        return Err(Stop::Usage(context.words.no_such("--like", name, &known)));
    }
    Ok(Like {
        folder: name.to_owned(),
        id: name.to_owned(),
        files,
    })
}

/// A declaration with another id, other ones of its tables, and outputs that are not those
/// of the other.
fn renamed(text: &str, id: &str, name: &str) -> String {
    let own = |line: &str| match line.split_once(':') {
        Some(("编号", _)) => Some(format!("编号: {name}\n")),
        Some(("输出", pattern)) => Some(format!("输出:{}\n", pattern.replace(id, name))),
        _ => None,
    };
    let source = file_of::<FormSource>(Path::new("form.yaml"), text);
    let tables = source.record.into_iter().flat_map(|source| source.tables);
    let mut tables: Vec<String> = tables.filter_map(|table| Some(table.id?.text)).collect();
    // Of ids that begin alike the longer one is meant.
    tables.sort_by_key(|table| std::cmp::Reverse(table.len()));
    let lines = text.lines();
    let lines =
        lines.map(|line| own(line).unwrap_or_else(|| with_other_tables(line, &tables, (id, name))));
    lines.collect()
}

/// A line in which tables have ids of the copy.
fn with_other_tables(line: &str, tables: &[String], (id, name): (&str, &str)) -> String {
    let (mut done, mut rest) = (String::new(), line);
    while let Some(first) = rest.chars().next() {
        match tables.iter().find(|table| rest.starts_with(table.as_str())) {
            Some(table) => {
                done += name;
                done += table.strip_prefix(id).unwrap_or(table);
                rest = &rest[table.len()..];
            }
            None => {
                done.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    done + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_its_own_id_and_paths() {
        let text = "编号: 附件1\n标题: 登记表\n输出: \"{{ org }}/附件1/{{ member }}.pdf\"\n";
        let expected = "编号: 便条\n标题: 登记表\n输出: \"{{ org }}/便条/{{ member }}.pdf\"\n";
        assert_eq!(renamed(text, "附件1", "便条"), expected);
    }

    #[test]
    fn tables_of_a_copy_have_ids_of_their_own_wherever_they_are_named() {
        let text = "编号: 甲\n输出: 甲.pdf\n表:\n  - {编号: 甲一}\n  - {编号: 甲一二, 关系: [数 = 甲一.数]}\n\
            \x20 - {编号: 名单}\n";
        let expected = "编号: 甲一\n输出: 甲一.pdf\n表:\n  - {编号: 甲一一}\n  - {编号: 甲一一二, 关系: [数 = 甲一一.数]}\n\
            \x20 - {编号: 甲一名单}\n";
        assert_eq!(renamed(text, "甲", "甲一"), expected);
    }
}
