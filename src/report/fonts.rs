//! Which font each role has, and who needs another than the usual one.

use std::path::{Path, PathBuf};

use super::Lang;
use super::position;
use super::table::listed;
use crate::Project;
use crate::check::At;
use crate::model::node::Kind;
use crate::publish::tree;
use crate::typeset::Fonts;
use crate::typeset::fonts::{Face, LATIN, Place, ROLES, Role, common_characters};

/// A character of a member's or an organisation's file that the usual font of
/// values does not have.
struct Fallback {
    path: PathBuf,
    line: usize,
    column: usize,
    key: String,
    character: char,
    /// The font that prints it; none if no font does.
    family: Option<String>,
}

/// The roles with their fonts and their coverage, the fonts of the user, and all
/// values that need another font than the usual one.
pub fn fonts(project: &Project, fonts: &Fonts, lang: Lang) -> String {
    let root = &project.workspace.root;
    let head = match lang {
        Lang::Zh => ["用途", "字体", "文件", "通用规范汉字表"],
        Lang::En => ["role", "font", "file", "of 8,105 common characters"],
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for role in ROLES {
        let links = fonts.chain(role).iter();
        let families = links.filter(|link| link.covers.is_none());
        let faces = families.filter_map(|link| fonts.face(&link.family));
        if let Some(first) = faces.clone().next() {
            rows.push(row(role.name(), first, root, lang));
        }
        for next in faces.skip(1).filter(|_| role == Role::Fangsong) {
            rows.push(row("", next, root, lang));
        }
    }
    let latin = fonts.chain(Role::Fangsong).iter();
    let latin = latin.filter(|link| link.covers == Some(LATIN));
    for face in latin.filter_map(|link| fonts.face(&link.family)) {
        let name = match lang {
            Lang::Zh => "数字和拉丁字母",
            Lang::En => "figures, Latin",
        };
        rows.push(row(name, face, root, lang));
    }
    let mut text = listed(&rows);
    text.push_str(match lang {
        Lang::Zh => {
            "\n一种用途的字体里没有的字，依次用仿宋下面所列的字体印。\
             自己的字体放进 fonts/user/，或用 --font-path 指明。\n"
        }
        Lang::En => {
            "\nCharacters that a role's font lacks come from those listed below 仿宋, in this \
             order.\nFonts of your own go into fonts/user/, or are named with --font-path.\n"
        }
    });
    text.push_str(&fallbacks(project, fonts, lang));
    text
}

fn row(role: &str, face: &Face, root: &Path, lang: Lang) -> Vec<String> {
    let file = match (&face.place, lang) {
        (Place::BuiltIn(path), Lang::Zh) => format!("自带 {path}"),
        (Place::BuiltIn(path), Lang::En) => format!("built in, {path}"),
        (Place::User(path), _) => path
            .strip_prefix(root)
            .unwrap_or(path)
            .display()
            .to_string(),
    };
    let common = common_characters().filter(|character| face.has(*character));
    let count = common.count().to_string();
    vec![role.to_owned(), face.family().to_owned(), file, count]
}

fn fallbacks(project: &Project, fonts: &Fonts, lang: Lang) -> String {
    let mut rows = Vec::new();
    for fallback in find(project, fonts) {
        let place = format!(
            "{}:{}:{}",
            fallback.path.display(),
            fallback.line,
            fallback.column
        );
        let character = fallback.character;
        let shown = format!("{character} U+{:04X}", u32::from(character));
        let family = fallback.family.unwrap_or_else(|| {
            match lang {
                Lang::Zh => "没有字体能印",
                Lang::En => "no font has it",
            }
            .to_owned()
        });
        rows.push(vec![place, fallback.key, shown, family]);
    }
    let head = match (lang, rows.is_empty()) {
        (Lang::Zh, true) => "\n没有用到后备字体的数据。\n",
        (Lang::Zh, false) => "\n要用后备字体的数据：\n",
        (Lang::En, true) => "\nNo data needs another font.\n",
        (Lang::En, false) => "\nData that needs another font:\n",
    };
    format!("{head}{}", listed(&rows))
}

fn find(project: &Project, fonts: &Fonts) -> Vec<Fallback> {
    let root = &project.workspace.root;
    let units = project.workspace.units.iter();
    let paths = units.flat_map(|unit| {
        let members = unit.members.iter().map(|file| &file.path);
        std::iter::once(&unit.organisation.path).chain(members)
    });
    paths.flat_map(|path| of_file(root, path, fonts)).collect()
}

fn of_file(root: &Path, path: &Path, fonts: &Fonts) -> Vec<Fallback> {
    let Ok(text) = crate::load::read_text(&root.join(path)) else {
        return Vec::new();
    };
    let Some(tree) = tree(&root.join(path)) else {
        return Vec::new();
    };
    let mut found: Vec<Fallback> = Vec::new();
    for (key, value) in tree.values() {
        let Kind::Scalar(shown) = &value.kind else {
            continue;
        };
        for character in shown.chars().filter(|c| !c.is_whitespace()) {
            let face = fonts.face_for(Role::Fangsong, character);
            let is_known = |known: &Fallback| known.character == character && known.key == key;
            if face.is_some_and(|face| is_usual(fonts, face)) || found.iter().any(is_known) {
                continue;
            }
            let ((line, column), _) = position::of(&text, At::Span(value.span));
            found.push(Fallback {
                path: path.to_owned(),
                line,
                column,
                key: key.to_owned(),
                character,
                family: face.map(|face| face.family().to_owned()),
            });
        }
    }
    found
}

/// Whether a face is one that values usually have: the first of 仿宋, or one that
/// stands before it for some characters.
fn is_usual(fonts: &Fonts, face: &Face) -> bool {
    let chain = fonts.chain(Role::Fangsong);
    let first = chain.iter().find(|link| link.covers.is_none());
    let parts = chain.iter().filter(|link| link.covers.is_some());
    first
        .into_iter()
        .chain(parts)
        .any(|link| link.family == face.family())
}
