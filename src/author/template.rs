//! Files with all their keys, each with what it is for.

use crate::model::key::Key;
use crate::model::meaning::{Kind, Shape};

/// What is known of a key before its file is written.
pub struct Given<'a> {
    /// The key.
    pub key: &'a str,
    /// Its value, as YAML.
    pub value: String,
    /// What is said of it instead of what it is for.
    pub note: Option<String>,
}

/// A file with all its keys in their order. Those that are not known are comments, to be
/// filled in; where none is known, something that can stand there stands behind each.
/// `lang` is the place of the language among a key's notes.
pub fn template(keys: &[Key], given: &[Given<'_>], lang: usize) -> String {
    template_showing(keys, given, &[], lang)
}

/// The same, where of some keys that are comments the value stands that is taken without
/// them.
pub fn template_showing(
    keys: &[Key],
    given: &[Given<'_>],
    usual: &[(&str, String)],
    lang: usize,
) -> String {
    let mut text = String::new();
    for key in keys {
        let given_key = given.iter().find(|one| one.key == key.name);
        let is_comment = given_key.is_none() && !given.is_empty();
        let begin = if is_comment { "# " } else { "" };
        let mut usual = usual.iter().filter(|(name, _)| *name == key.name);
        let usual = usual.next().map(|(_, value)| value.as_str());
        let writing = Writing { begin, lang, usual };
        writing.add(&mut text, key, given_key, "");
    }
    text
}

struct Writing<'a> {
    begin: &'a str,
    lang: usize,
    usual: Option<&'a str>,
}

impl Writing<'_> {
    /// Adds a key with its note, and the keys behind it.
    fn add(&self, text: &mut String, key: &Key, given: Option<&Given<'_>>, indent: &str) {
        let note = given.and_then(|given| given.note.as_deref());
        let note = note.unwrap_or_else(|| key.notes[self.lang].trim());
        let words = match key.shape {
            Shape::Scalar(Kind::Word(words)) | Shape::Scalars(Kind::Word(words)) => words,
            _ => &[],
        };
        let mark = if key.required { "●" } else { "" };
        let parts = [mark, note, &words.join(" | ")];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let comment = match parts.is_empty() {
            true => String::new(),
            false => format!("  # {}", parts.join(" ")),
        };
        let is_block = key.shape == Shape::Blocks && given.is_none();
        let value = match (given, is_block) {
            (Some(given), _) => format!(" {}", given.value),
            (None, true) => String::new(),
            (None, false) => match self.usual {
                Some(usual) => format!(" {usual}"),
                None => format!(" {}", key.sample()),
            },
        };
        let value = value.trim_end();
        text.push_str(&format!(
            "{}{indent}{}:{value}{comment}\n",
            self.begin, key.name
        ));
        let indent = indent.replace('-', " ");
        for (at, below) in key.keys.iter().enumerate().filter(|_| is_block) {
            let step = if key.is_list && at == 0 {
                "  - "
            } else if key.is_list {
                "    "
            } else {
                "  "
            };
            self.add(text, below, None, &format!("{indent}{step}"));
        }
    }
}
