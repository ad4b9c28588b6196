//! `paicha layouts new`.

use std::io;
use std::path::Path;

use clap::ArgMatches;

use crate::cli::status::Status;
use crate::cli::{Context, scope};
use crate::forms::files::LAYOUTS;
use crate::publish::GRID;

/// Makes a form of one's own after another: the same files under another id.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let project = context.open()?;
    let words = context.words;
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    let like = scope::values(matches, "like");
    let like = match scope::forms(context, &project, "--like", &like) {
        Ok(ids) => ids.first().and_then(|id| project.catalogue.get(id)),
        Err(message) => {
            context.terminal.message(&message);
            return Ok(Status::Usage);
        }
    };
    let folder = context.root.join(LAYOUTS).join(name);
    let is_plain = Path::new(name).components().count() == 1
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':', '"']);
    let is_taken = folder.exists() || project.catalogue.get(name).is_some();
    let Some(like) = like.filter(|_| is_plain && !is_taken) else {
        context.terminal.message(&match is_taken {
            true => words.form_taken(name),
            false => words.no_form_name(name),
        });
        return Ok(Status::Usage);
    };
    std::fs::create_dir_all(&folder)?;
    for (path, bytes) in project.layouts.iter() {
        let own = path.strip_prefix(&like.folder);
        let Some(file) = own.and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        match file {
            // The lines are those of the other form; its own are written when done.
            GRID => {}
            "form.yaml" => {
                let text = String::from_utf8_lossy(bytes);
                std::fs::write(folder.join(file), renamed(&text, like.id(), name))?;
            }
            file => {
                if let Some(above) = folder.join(file).parent() {
                    std::fs::create_dir_all(above)?;
                }
                let text = String::from_utf8_lossy(bytes);
                let own = format!("/{LAYOUTS}/{}/", like.folder);
                let text = text.replace(&own, &format!("/{LAYOUTS}/{name}/"));
                std::fs::write(folder.join(file), text)?;
            }
        }
    }
    context.terminal.message(&words.new_form(name));
    Ok(Status::Done)
}

/// A declaration with another id, and outputs that are not those of the other.
fn renamed(text: &str, id: &str, name: &str) -> String {
    let line = |line: &str| match line.split_once(':') {
        Some(("编号", _)) => format!("编号: {name}"),
        Some(("输出", pattern)) => format!("输出:{}", pattern.replace(id, name)),
        _ => line.to_owned(),
    };
    text.lines().map(|one| line(one) + "\n").collect()
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
}
