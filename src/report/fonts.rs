//! Which font each role has, and who needs another than the usual one.

use std::collections::BTreeSet;
use std::path::Path;

use super::Lang;
use super::mask::mask;
use super::position::Lines;
use super::table::listed;
use crate::Project;
use crate::check::At;
use crate::load::{Files, parse};
use crate::model::node::Kind;
use crate::typeset::Fonts;
use crate::typeset::fonts::{Face, FontPlace, LATIN, ROLES, Role, common_characters};

/// The roles with their fonts and their coverage, the fonts of the user, and all
/// values that need another font than the usual one.
pub fn fonts(project: &Project, fonts: &Fonts, lang: Lang) -> String {
    let root = project.workspace.files.root();
    let head = lang.pick(
        ["用途", "字体", "文件", "通用规范汉字表"],
        ["role", "font", "file", "of 8,105 common characters"],
    );
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let faces = |role, covers| {
        let links = fonts.chain(role).iter();
        let links = links.filter(move |link| link.covers == covers);
        links.filter_map(|link| fonts.face(&link.family))
    };
    for role in ROLES {
        // What the others lack comes from all fonts of 仿宋.
        let shown = if role == Role::Fangsong {
            usize::MAX
        } else {
            1
        };
        for (index, face) in faces(role, None).take(shown).enumerate() {
            let name = if index == 0 { role.name() } else { "" };
            rows.push(row(name, face, root, lang));
        }
    }
    let latin = lang.pick("数字和拉丁字母", "figures, Latin");
    let faces = faces(Role::Fangsong, Some(LATIN));
    rows.extend(faces.map(|face| row(latin, face, root, lang)));
    let note = lang.pick(
        "\n一种用途的字体里没有的字，依次用仿宋下面所列的字体印。\
         自己的字体放进 fonts/user/，或用 --font-path 指明。\n",
        "\nCharacters that a role's font lacks come from those listed below 仿宋, in this \
         order.\nFonts of your own go into fonts/user/, or are named with --font-path.\n",
    );
    listed(&rows) + note + &fallbacks(project, fonts, lang)
}

fn row(role: &str, face: &Face, root: &Path, lang: Lang) -> Vec<String> {
    let file = match &face.place {
        FontPlace::BuiltIn(path) => format!("{}{path}", lang.pick("自带 ", "built in, ")),
        FontPlace::User(path) => {
            let path = path.strip_prefix(root).unwrap_or(path);
            mask(&path.to_string_lossy())
        }
    };
    let common = common_characters().filter(|character| face.has(*character));
    let count = common.count().to_string();
    vec![role.to_owned(), face.family().to_owned(), file, count]
}

/// The characters of members' and organisations' files that the usual font of values
/// does not have.
fn fallbacks(project: &Project, fonts: &Fonts, lang: Lang) -> String {
    let mut rows = Vec::new();
    for unit in project.workspace.units.values() {
        let members = unit.member_paths.values();
        for path in std::iter::once(&unit.organisation.path).chain(members) {
            rows.extend(of_file(&project.workspace.files, path, fonts, lang));
        }
    }
    let head = match rows.is_empty() {
        true => lang.pick(
            "\n没有用到后备字体的数据。\n",
            "\nNo data needs another font.\n",
        ),
        false => lang.pick(
            "\n要用后备字体的数据：\n",
            "\nData that needs another font:\n",
        ),
    };
    head.to_owned() + &listed(&rows)
}

/// A line for each key and character: where it stands, and the font that prints it.
fn of_file(files: &Files, path: &Path, fonts: &Fonts, lang: Lang) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let lines = Lines::of_file(files, path);
    let Ok(tree) = parse(lines.text()) else {
        return rows;
    };
    let mut known = BTreeSet::new();
    for (key, value) in tree.values() {
        let Kind::Scalar(shown) = &value.kind else {
            continue;
        };
        for character in shown.chars().filter(|c| !c.is_whitespace()) {
            let face = fonts.face_for(Role::Fangsong, character);
            let is_usual = face.is_some_and(|face| is_usual(fonts, face));
            if is_usual || !known.insert((key, character)) {
                continue;
            }
            let ((line, column), _) = lines.place(At::Span(value.span));
            let family = face.map_or(lang.pick("没有字体能印", "no font has it"), Face::family);
            rows.push(vec![
                format!("{}:{line}:{column}", mask(&path.to_string_lossy())),
                mask(key),
                format!("{character} U+{:04X}", u32::from(character)),
                family.to_owned(),
            ]);
        }
    }
    rows
}

/// Whether a face is one that values usually have: the first of 仿宋, or one that
/// stands before it for some characters.
fn is_usual(fonts: &Fonts, face: &Face) -> bool {
    let chain = fonts.chain(Role::Fangsong).iter();
    let first = chain.clone().find(|link| link.covers.is_none());
    let parts = chain.filter(|link| link.covers.is_some());
    let mut usual = parts.chain(first);
    usual.any(|link| link.family == face.family())
}
