//! Characters that cannot be printed as they are meant: private use (自造字,
//! another glyph in each font, or none), and those that take no room.

use crate::model::node::{Kind, Node, Span};
use crate::model::numbered::Document;
use crate::model::problem::{Fault, Problem};

/// Reports odd characters in the values of a file.
pub fn odd<R: Document>(node: &Node, text: &str, problems: &mut Vec<Problem>) {
    let Kind::Map(entries) = &node.kind else {
        return;
    };
    for entry in entries {
        let keys = R::keys_of(&entry.key);
        for (_, value) in entry.value.values() {
            let Kind::Scalar(scalar) = &value.kind else {
                continue;
            };
            let faults = scalar.chars().filter_map(|c| Some((c, fault(c)?)));
            problems.extend(faults.map(|(character, fault)| {
                Problem::new(place(value.span, text, character), fault, keys)
            }));
        }
    }
}

/// Where in a value of a file's text the character stands; the value where it is escaped.
pub fn place(value: Span, text: &str, character: char) -> Span {
    let range = value.range();
    let at = text.get(range.clone()).and_then(|raw| raw.find(character));
    at.map_or(value, |at| {
        let start = range.start + at;
        Span::new(start, start + character.len_utf8())
    })
}

/// What is odd about a character. Zero-width, bidirectional and control characters
/// are invisible, but for breaks of lines.
fn fault(character: char) -> Option<Fault> {
    match character {
        '\n' | '\t' => None,
        '\u{e0000}'..='\u{e01ef}' => Some(Fault::Invisible(character)),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fffd}' => Some(Fault::PrivateUse(character)),
        '\u{ad}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Some(Fault::Invisible(character)),
        other => other.is_control().then_some(Fault::Invisible(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_found_where_they_stand() {
        let text = "姓名: 王\u{e5e5}\n备注: 已\u{200b}核\n其他: \"\\u200B\"\n";
        let node = crate::load::parse(text).expect("YAML");
        let mut problems = Vec::new();
        odd::<crate::model::member::Member>(&node, text, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|problem| (&text[problem.span.range()], problem.fault.clone()))
            .collect();
        assert_eq!(
            found,
            [
                ("\u{e5e5}", Fault::PrivateUse('\u{e5e5}')),
                ("\u{200b}", Fault::Invisible('\u{200b}')),
                ("\"\\u200B\"", Fault::Invisible('\u{200b}')),
            ]
        );
    }
}
