//! What people write for a key, and what is meant: one table (`other_names.txt`), by
//! which hints name the key, and importers of sheets can go.

use std::sync::LazyLock;

/// What is meant by a name that is no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherName {
    /// One of these keys, by their routes from the top of the file.
    Keys(Vec<&'static str>),
    /// No key: the program works it out, from these keys if from any.
    Follows(Vec<&'static str>),
    /// No key: the folder of the file says it.
    Folder,
}

/// A line of the table: a file and a block of it, names, what is meant by them.
struct Line {
    file: &'static str,
    block: &'static str,
    names: Vec<&'static str>,
    /// Those of the names that say only nearly the same.
    near: Vec<&'static str>,
    meant: OtherName,
}

static TABLE: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let (mut file, mut block) = ("", "");
    let mut lines = Vec::new();
    for line in include_str!("other_names.txt").lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            (file, block) = section.split_once(' ').unwrap_or((section, ""));
            continue;
        }
        let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        let (names, meant) = if let Some((keys, names)) = line.split_once(" = ") {
            (names, OtherName::Keys(words(keys)))
        } else if let Some((names, keys)) = line.split_once(" <") {
            (names, OtherName::Follows(words(keys)))
        } else if let Some(names) = line.strip_suffix(" folder") {
            (names, OtherName::Folder)
        } else {
            continue;
        };
        lines.push(Line {
            file,
            block,
            names: words(names).into_iter().map(exact).collect(),
            near: words(names).into_iter().filter_map(nearly).collect(),
            meant,
        });
    }
    lines
});

fn nearly(name: &'static str) -> Option<&'static str> {
    name.strip_suffix('?')
}

fn exact(name: &'static str) -> &'static str {
    nearly(name).unwrap_or(name)
}

/// Whether a name in a block of a file says only nearly what its key does.
pub fn is_near(file: &str, block: &str, name: &str) -> bool {
    let mut lines = TABLE.iter();
    lines.any(|line| line.file == file && line.block == block && line.near.contains(&name))
}

/// The names for keys in a block of a file, by its route, with what is meant by them.
pub fn names(file: &str, block: &str) -> impl Iterator<Item = (&'static str, &'static OtherName)> {
    let lines = TABLE
        .iter()
        .filter(move |line| line.file == file && line.block == block);
    lines.flat_map(|line| line.names.iter().map(|name| (*name, &line.meant)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::key::Key;
    use crate::model::member::Member;
    use crate::model::numbered::Numbered;
    use crate::model::organisation::Organisation;
    use crate::model::record::Record;
    use crate::model::round::Round;

    fn keys(file: &str) -> &'static [Key] {
        match file {
            "党员" => Member::KEYS,
            "党组织" => Organisation::KEYS,
            "排查" => Round::KEYS,
            other => panic!("{other}"),
        }
    }

    fn is_key(file: &str, route: &str) -> bool {
        let found = match file {
            "党员" => Member::key(route),
            "党组织" => Organisation::key(route),
            _ => Round::key(route),
        };
        found.is_some()
    }

    #[test]
    fn every_name_leads_to_keys_and_is_none_itself() {
        let mut seen = Vec::new();
        for line in TABLE.iter() {
            let (OtherName::Keys(keys_meant) | OtherName::Follows(keys_meant)) = &line.meant else {
                continue;
            };
            for route in keys_meant {
                assert!(is_key(line.file, route), "{} {route}", line.file);
            }
            let block = line.block.split('.').filter(|part| !part.is_empty());
            let keys = block.fold(keys(line.file), |keys, part| {
                let found = keys.iter().find(|key| key.name == part);
                found.map_or(&[], |key| key.keys)
            });
            assert!(!keys.is_empty(), "{}", line.block);
            for name in &line.names {
                assert!(keys.iter().all(|key| key.name != *name), "{name}");
                let own = (line.file, line.block, *name);
                assert!(!seen.contains(&own), "{own:?}");
                seen.push(own);
            }
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }
}
