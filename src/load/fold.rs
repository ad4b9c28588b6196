//! Texts that go over several lines of a file. YAML reads the break of a line within a
//! text as a space, which Chinese doesn't have: `全县` and below it `先进` is 全县先进.

use unicode_width::UnicodeWidthChar as _;

/// A text as it is meant that YAML has read from the beginning of `raw`, and where in
/// `raw` it ends; none where the two cannot be followed side by side.
pub fn unfolded(raw: &str, read: &str) -> Option<(String, usize)> {
    let mut rest = match raw.chars().next()? {
        '"' | '\'' => &raw[1..],
        // Its line says how the lines below are read.
        '>' => raw[raw.find('\n')?..].trim_start(),
        '|' | '&' | '*' => return None,
        _ => raw,
    };
    let is_escaped = raw.starts_with('"');
    let mut text = String::with_capacity(read.len());
    let mut read = read.chars().peekable();
    while let Some(character) = read.next() {
        while is_escaped && let Some(next) = rest.strip_prefix("\\\n") {
            rest = next.trim_start_matches([' ', '\t']);
        }
        let next = rest.trim_start_matches([' ', '\t', '\n']);
        let breaks = rest[..rest.len() - next.len()].matches('\n').count();
        match character {
            ' ' if breaks > 0 => {
                rest = next;
                let around = (text.chars().last(), read.peek().copied());
                if !is_joined(around) {
                    text.push(' ');
                }
            }
            '\n' if breaks > 0 => {
                rest = next;
                text.push('\n');
                while let Some(more) = read.next_if_eq(&'\n') {
                    text.push(more);
                }
            }
            _ => {
                let length = match rest.chars().next()? {
                    '\\' if is_escaped => match rest.as_bytes().get(1)? {
                        b'x' => 4,
                        b'u' => 6,
                        b'U' => 10,
                        _ => 2,
                    },
                    '\'' if raw.starts_with('\'') => 2,
                    same if same == character => same.len_utf8(),
                    _ => return None,
                };
                rest = rest.get(length..)?;
                text.push(character);
            }
        }
    }
    let closed = rest
        .strip_prefix(['"', '\''])
        .filter(|_| rest.chars().next() == raw.chars().next());
    Some((text, raw.len() - closed.unwrap_or(rest).len()))
}

/// Whether the characters before and behind a break of lines stand side by side.
pub fn is_joined((before, behind): (Option<char>, Option<char>)) -> bool {
    let (Some(before), Some(behind)) = (before, behind) else {
        return false;
    };
    // Korean has spaces; these marks are of Chinese as of other scripts.
    let is_hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}');
    let is_chinese = |c: char| c.width() == Some(2) && !is_hangul(c);
    let is_mark = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·');
    is_chinese(before) || is_chinese(behind) || is_mark(before) && is_mark(behind)
}

#[cfg(test)]
mod tests {
    use crate::load::parse;
    use crate::model::node::Kind;

    fn read(text: &str) -> String {
        let node = parse(&format!("a: {text}\nb: 1\n")).expect("YAML");
        let entry = node.get("a").expect("given");
        match &entry.value.kind {
            Kind::Scalar(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_break_within_chinese_is_no_space() {
        for (written, meant) in [
            ("全县\n  先进", "全县先进"),
            ("\"全县\n\n  先进，\n  2015年\"", "全县\n先进，2015年"),
            ("\"李\n  明\"", "李明"),
            ("'张\n  建''国'", "张建'国"),
            (">\n  全县\n  先进\n", "全县先进\n"),
            (">-\n  全县\n  先进\n\n  工作者", "全县先进\n工作者"),
            ("“先进”\n  “优秀”", "“先进”“优秀”"),
            ("全县  先进\n  个 人", "全县  先进个 人"),
            ("\"全\\u53bf\\\n  先\\t进\n  个\"", "全县先\t进个"),
            ("a good\n  man", "a good man"),
            ("\"a\n  b\"", "a b"),
            (">\n  a\n  b\n", "a b\n"),
            ("|\n  全县\n  先进\n", "全县\n先进\n"),
            ("안녕\n  하세요", "안녕 하세요"),
        ] {
            assert_eq!(read(written), meant, "{written}");
        }
    }

    #[test]
    fn texts_over_several_lines_have_places_of_their_own() {
        let text = "a: ['x', \"全\n 县\", \"先\n 进\"]\n";
        let node = parse(text).expect("YAML");
        let Kind::List(items) = &node.get("a").expect("given").value.kind else {
            panic!()
        };
        let starts = items.iter().map(|item| item.span.start);
        let expected = [text.find('x'), text.find("\"全"), text.find("\"先")];
        assert_eq!(
            starts.map(|at| Some(at as usize)).collect::<Vec<_>>(),
            expected
        );
    }
}
