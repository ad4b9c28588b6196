//! Names that are lost, or refused, where the folder is copied to: Windows keeps some names
//! and characters for itself, and takes names for the same that differ in case only, as
//! macOS does, also where one is composed of other code points.

use std::collections::HashMap;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::path_fault::PathFaultKind;

/// Names that stand for devices, whatever ending follows; `COM` and `LPT` with a figure.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];
const FIGURES: &str = "123456789¹²³";

/// Characters that no name can have there.
const REFUSED: &str = "<>:\"|?*\\";

/// Why a name does not travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPortable {
    /// It stands for a device.
    Device,
    /// Its last character, a dot or a space, is dropped.
    Ending,
    /// It has this character.
    Character(char),
}

/// A name out of a text, without what would not travel; none where nothing is left of it,
/// or what is left cannot be a name.
pub fn travelling(text: &str) -> Option<String> {
    let kept = |c: &char| !is_refused(c) && !c.is_control() && *c != '/';
    let name: String = text.chars().filter(kept).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let is_name = !name.is_empty() && not_portable(name).is_none();
    is_name.then(|| name.to_owned())
}

fn is_refused(c: &char) -> bool {
    REFUSED.contains(*c) || c.is_ascii_control()
}

/// Why a name does not travel; none where it does.
fn not_portable(name: &str) -> Option<NotPortable> {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ');
    let stem = stem.to_uppercase();
    let is_numbered = |device: &&str| {
        let figure = stem.strip_prefix(*device).map(str::chars);
        figure.is_some_and(|mut it| {
            it.next().is_some_and(|c| FIGURES.contains(c)) && it.next().is_none()
        })
    };
    if let Some(character) = name.chars().find(is_refused) {
        Some(NotPortable::Character(character))
    } else if name.ends_with(['.', ' ']) {
        Some(NotPortable::Ending)
    } else if DEVICES.contains(&&*stem) || NUMBERED.iter().any(is_numbered) {
        Some(NotPortable::Device)
    } else {
        None
    }
}

/// A name as systems compare it that do not tell cases apart.
fn folded(name: &str) -> String {
    name.nfd().flat_map(char::to_lowercase).nfc().collect()
}

/// The names of a walk, folder by folder.
#[derive(Default)]
pub struct Names {
    /// Those of the folders that the walk is in, from the outermost: each by how it is
    /// compared.
    folders: Vec<HashMap<String, String>>,
}

impl Names {
    /// What is wrong with a name at a depth of the walk, which goes through a folder
    /// before what follows it.
    pub fn faults(&mut self, depth: usize, path: &Path) -> Vec<PathFaultKind> {
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name else {
            return Vec::new();
        };
        self.folders.resize_with(depth, HashMap::new);
        let alike = self.folders.last_mut().and_then(|names| {
            let first = names.entry(folded(name)).or_insert_with(|| name.to_owned());
            (first != name).then(|| PathFaultKind::Alike(first.clone()))
        });
        let kind = not_portable(name).map(PathFaultKind::NotPortable);
        kind.into_iter().chain(alike).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of Microsoft's “Naming Files, Paths, and Namespaces”.
    #[test]
    fn what_windows_refuses_is_told_and_nothing_else() {
        use NotPortable::{Character, Device, Ending};
        for (name, expected) in [
            ("CON", Some(Device)),
            ("con.yaml", Some(Device)),
            ("Aux .yaml", Some(Device)),
            ("NUL.tar.gz", Some(Device)),
            ("prn", Some(Device)),
            ("COM1", Some(Device)),
            ("lpt9.yaml", Some(Device)),
            ("COM².yaml", Some(Device)),
            ("张.yaml.", Some(Ending)),
            ("张 ", Some(Ending)),
            ("张:三.yaml", Some(Character(':'))),
            ("a\\b.jpg", Some(Character('\\'))),
            ("何?.yaml", Some(Character('?'))),
            ("CON*", Some(Character('*'))),
            ("张\t.yaml", Some(Character('\t'))),
            ("COM", None),
            ("COM0", None),
            ("COM10", None),
            ("CONG.yaml", None),
            ("张建国.CON", None),
            (".gitkeep", None),
            ("张：三？.yaml", None),
            ("阿依古丽·买买提.yaml", None),
            (" 张.yaml", None),
        ] {
            assert_eq!(not_portable(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_name_is_made_of_what_travels() {
        for (text, name) in [
            ("中共会宁县委 ", Some("中共会宁县委")),
            ("甲/乙: 丙?", Some("甲乙 丙")),
            (" 第一党支部. ", Some("第一党支部")),
            ("阿依古丽·买买提", Some("阿依古丽·买买提")),
            ("..", None),
            ("?/", None),
            ("Con", None),
        ] {
            assert_eq!(travelling(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn names_are_the_same_in_any_case_and_composition() {
        for (one, other) in [
            ("a.yaml", "A.YAML"),
            ("é", "e\u{301}"),
            ("É", "e\u{301}"),
            ("Ａ", "ａ"),
            ("Ж", "ж"),
            // A compatibility ideograph and what it stands for.
            ("\u{f90a}", "金"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [("A", "Ａ"), ("张三", "张叁"), ("e", "é")] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn only_names_of_one_folder_are_compared() {
        let mut names = Names::default();
        let mut faults = |path: &str| names.faults(path.split('/').count(), Path::new(path));
        assert_eq!(faults("A"), []);
        assert_eq!(faults("A/x.yaml"), []);
        assert_eq!(faults("A/y"), []);
        assert_eq!(faults("A/y/X.yaml"), []);
        let alike = |name: &str| vec![PathFaultKind::Alike(name.into())];
        assert_eq!(faults("A/X.yaml"), alike("x.yaml"));
        assert_eq!(faults("a"), alike("A"));
        assert_eq!(faults("a/x.yaml"), []);
    }
}
