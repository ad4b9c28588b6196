//! `explain`: the keys of a file or a block, what they are for, and an example.

use super::Lang;
use crate::model::files::named;
use crate::model::key::Key;
use crate::model::meaning::{Kind, Shape};

/// The keys that a name stands for; none where it is none of a file or a block.
pub fn explain(name: &str, lang: Lang) -> Option<String> {
    let found = named(name.strip_suffix(".yaml").unwrap_or(name));
    let (_, first) = found.first()?;
    let keys = first.keys;
    let mut text = String::new();
    for (file, place) in found.iter().filter(|(_, place)| place.keys == keys) {
        text += &title(file, &place.route, lang);
    }
    text += lang.pick("\n键（带 ● 的必填）\n\n", "\nkeys (● must be given)\n\n");
    for key in keys {
        text += &line(key, lang);
    }
    let (file, place) = (found[0].0, first);
    text += lang.pick("\n例如\n\n", "\nexample\n\n");
    text += &example(file, &place.route, keys);
    Some(text)
}

/// Where the keys stand.
fn title(file: &str, route: &str, lang: Lang) -> String {
    let place = match (route, lang) {
        ("", Lang::Zh) => "最外层".to_owned(),
        ("", Lang::En) => "at the top".to_owned(),
        (route, Lang::Zh) => format!("“{}”里", route.replace('.', "”的“")),
        (route, Lang::En) => format!("in {route}"),
    };
    let files = match file {
        "党员" => lang.pick("党员的文件", "members' files").to_owned(),
        "paicha" => "paicha.yaml".to_owned(),
        file => format!("{file}.yaml"),
    };
    match lang {
        Lang::Zh => format!("{files}，{place}\n"),
        Lang::En => format!("{files}, {place}\n"),
    }
}

/// A key: its name, what it is for, what stands behind it.
fn line(key: &Key, lang: Lang) -> String {
    let mark = if key.required { "●" } else { "  " };
    let note = key.notes[lang.pick(0, 1)].trim().trim_end_matches('.');
    let of = kind(key, lang);
    let parts: Vec<&str> = [note, &of]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let said = parts.join(lang.pick("；", "; "));
    format!("{mark} {}  {said}\n", key.name).replace("  \n", "\n")
}

/// What stands behind a key, in words.
fn kind(key: &Key, lang: Lang) -> String {
    let (one, several) = match lang {
        Lang::Zh => ("一组键", "列表，每项一组键"),
        Lang::En => ("a block of keys", "a list of blocks"),
    };
    match key.shape {
        Shape::Blocks if key.is_list => several.to_owned(),
        Shape::Blocks => one.to_owned(),
        Shape::Scalar(kind) | Shape::Scalars(kind) => match (kind, lang) {
            (Kind::Text | Kind::People | Kind::Word([]), _) => String::new(),
            (Kind::Number, Lang::Zh) => "数".to_owned(),
            (Kind::Number, Lang::En) => "a number".to_owned(),
            (Kind::Date, Lang::Zh) => "日期".to_owned(),
            (Kind::Date, Lang::En) => "a date".to_owned(),
            (Kind::Flag, Lang::Zh) => "是或否（true 或 false）".to_owned(),
            (Kind::Flag, Lang::En) => "true or false".to_owned(),
            (Kind::Word(words), Lang::Zh) => format!("写其中一种：{}", words.join("、")),
            (Kind::Word(words), Lang::En) => format!("one of {}", words.join(", ")),
        },
        Shape::Other => String::new(),
    }
}

/// The block with something behind its keys: of a file, behind those that must be given.
fn example(file: &str, route: &str, keys: &[Key]) -> String {
    let steps: Vec<&str> = route.split('.').filter(|step| !step.is_empty()).collect();
    let mut text = String::new();
    let mut indent = 2;
    let mut above = named(file).first().map_or(&[][..], |(_, place)| place.keys);
    let mut first = "";
    for step in steps {
        text += &format!("{}{first}{step}:\n", " ".repeat(indent));
        indent += 2 + first.len();
        let key = above.iter().find(|key| key.name == step);
        above = key.map_or(&[], |key| key.keys);
        first = if key.is_some_and(|key| key.is_list) {
            "- "
        } else {
            ""
        };
    }
    let all = route.is_empty() && keys.iter().any(|key| key.required);
    for key in keys.iter().filter(|key| key.required || !all) {
        text += &format!(
            "{}{first}{}: {}\n",
            " ".repeat(indent),
            key.name,
            key.sample()
        );
        indent += first.len();
        first = "";
    }
    text
}
