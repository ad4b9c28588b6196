//! Texts of cells as people and programs write them: what is meant to be one text, and what
//! is a list of several.

use std::borrow::Cow;

/// A text as it was meant: without what programs put around numbers so that they stay what
/// they are, with one kind of line ends.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    const BREAKS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut text = text.trim();
    if let Some(inner) = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
    {
        text = inner.trim();
    }
    let is_figures =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        text = rest;
    }
    // A number as programs write those that may have fractions.
    if let Some((whole, zeros)) = text.split_once('.')
        && whole.len() > 6
        && is_figures(whole)
        && !zeros.is_empty()
        && zeros.bytes().all(|byte| byte == b'0')
    {
        text = whole;
    }
    match text.contains(BREAKS) || text.contains(['\r', '\u{feff}']) {
        false => Cow::Borrowed(text),
        true => {
            let text = text.replace("\r\n", "\n").replace(BREAKS, "\n");
            Cow::Owned(text.replace('\r', "\n").replace('\u{feff}', ""))
        }
    }
}

/// Whether a text is a number of which Excel shows the first figures alone: `1.38930E+10`.
pub fn is_cut(text: &str) -> bool {
    let Some((figures, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_number = |text: &str, more: &[char]| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || more.contains(&c))
    };
    is_number(figures, &['.'])
        && power
            .strip_prefix('+')
            .is_some_and(|power| is_number(power, &[]))
}

/// The texts of a list that stands in one cell.
pub fn listed(text: &str) -> Vec<String> {
    let between = |c: char| matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '／' | '\n');
    let parts = text.split(between).map(str::trim);
    let parts = parts.flat_map(|part| match names_apart(part) {
        true => part.split_whitespace().map(str::to_owned).collect(),
        false => vec![closed(part)],
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether spaces set several texts of Chinese characters apart: none of them is one alone,
/// which would be a name that is set as wide as others.
fn names_apart(text: &str) -> bool {
    let mut words = text.split_whitespace();
    is_han(text) && words.clone().count() > 1 && words.all(|word| word.chars().count() > 1)
}

/// A text of Chinese characters, or a number, without the spaces that are in it.
pub fn closed(text: &str) -> String {
    let is_number = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c.is_whitespace());
    let is_number = is_number && text.contains(|c: char| c.is_ascii_digit());
    match is_number || is_han(text) {
        true => text.chars().filter(|c| !c.is_whitespace()).collect(),
        false => text.trim().to_owned(),
    }
}

fn is_han(text: &str) -> bool {
    let is_han = |c: char| !c.is_ascii() && c.is_alphabetic();
    text.chars().all(|c| is_han(c) || c.is_whitespace())
}

/// The name that is meant, where a text has more in it than a name: `李四(预备)`, `1、赵六`.
/// None where it is one.
pub fn name_in(text: &str) -> Option<String> {
    let closed = closed(text);
    let is_of_name = |c: char| {
        c.is_alphabetic()
            || c.is_whitespace()
            || matches!(c, '·' | '•' | '．' | '.' | '‧' | '・' | '-')
    };
    let several = is_han(text.trim()) && names_apart(text.trim());
    if closed.chars().all(is_of_name) && !several {
        return None;
    }
    let rest = closed.trim_start_matches(|c: char| !c.is_alphabetic());
    let end = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
    Some(rest[..end].trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_put_around_is_taken_off() {
        for (text, meant) in [
            ("=\"622423196503121236\"", "622423196503121236"),
            ("'13893001234", "13893001234"),
            ("13893001234.0", "13893001234"),
            ("1990.10", "1990.10"),
            ("35.00", "35.00"),
            ("'引用'", "'引用'"),
            ("=A1", "=A1"),
            ("一\r\n二\u{2028}三", "一\n二\n三"),
        ] {
            assert_eq!(cleaned(text), meant);
        }
    }

    #[test]
    fn numbers_that_are_cut_short() {
        for (text, is) in [
            ("1.38930E+10", true),
            ("6.22424E+17", true),
            ("2015E3", false),
            ("E+10", false),
            ("好E+1", false),
        ] {
            assert_eq!(is_cut(text), is, "{text}");
        }
    }

    #[test]
    fn lists_are_set_apart_in_many_ways() {
        for (text, parts) in [
            ("李明、王强", &["李明", "王强"][..]),
            ("李明 王强", &["李明", "王强"]),
            ("李　明 王强", &["李明王强"]),
            ("李　明", &["李明"]),
            ("宣传委员/组织委员", &["宣传委员", "组织委员"]),
            ("支部书记\n组织委员", &["支部书记", "组织委员"]),
            ("John Smith", &["John Smith"]),
        ] {
            assert_eq!(listed(text), parts, "{text}");
        }
    }

    #[test]
    fn a_name_with_something_more_is_asked_about() {
        for (text, name) in [
            ("张建国", None),
            ("张　三", None),
            ("阿依古丽·买买提", None),
            ("Li Ming", None),
            ("李𬱖", None),
            ("李四(预备)", Some("李四")),
            ("张三（女）", Some("张三")),
            ("1、赵六", Some("赵六")),
            ("王五★", Some("王五")),
            ("钱七 去世", Some("钱七去世")),
            ("孙八/孙九", Some("孙八")),
        ] {
            assert_eq!(name_in(text).as_deref(), name, "{text}");
        }
    }
}
