//! Files that a machine or a clerk has copied, by their names.

/// What systems and people put behind the name of a copy.
const BEHIND: [&str; 12] = [
    "的副本",
    "副本",
    "复件",
    "拷贝",
    "备份",
    "Copy",
    "copy",
    "bak",
    "BAK",
    "old",
    "旧",
    "重复",
];
/// What they put before it.
const BEFORE: [&str; 6] = ["副本", "复件", "拷贝", "备份", "Copy of ", "复制"];
/// What stands between it and the name.
const BETWEEN: [char; 8] = [' ', '-', '_', '－', '—', '–', '.', '　'];

/// The name, without its ending, of what a file of this name is a copy of: `张建国` for
/// `张建国 - 副本 (2)`. None where the name is none of a copy.
pub fn original(stem: &str) -> Option<&str> {
    let mut name = stem;
    loop {
        let bare = name.trim_matches(BETWEEN);
        let behind = BEHIND.iter().find_map(|mark| bare.strip_suffix(mark));
        let before = BEFORE.iter().find_map(|mark| bare.strip_prefix(mark));
        match number_off(bare).or(behind).or(before) {
            Some(rest) if !rest.trim_matches(BETWEEN).is_empty() => name = rest,
            _ => break,
        }
    }
    let name = name.trim_matches(BETWEEN);
    (name.len() < stem.trim_matches(BETWEEN).len()).then_some(name)
}

/// A name without a number in brackets, or behind a space, at its end.
fn number_off(name: &str) -> Option<&str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let in_brackets = name
        .strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']));
    let behind_space = || name.rsplit_once(' ');
    let (rest, number) = in_brackets.or_else(behind_space)?;
    is_number(number).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for name in [
            "张建国 - 副本",
            "张建国 - 副本 (2)",
            "张建国(1)",
            "张建国（2）",
            "张建国 2",
            "复件 张建国",
            "复件 (2) 张建国",
            "Copy of 张建国",
            "张建国 - Copy",
            "张建国 copy",
            "张建国的副本",
            "张建国_备份",
            "张建国.bak",
        ] {
            let found = original(name);
            assert!(
                found.is_some_and(|found| found.ends_with("张建国")),
                "{name}: {found:?}"
            );
        }
        for name in ["张建国", "副本", "阿依古丽·买买提", "003", "张建国2"] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}
