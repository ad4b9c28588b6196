//! Characters that no text of ours has, looked for before anything is parsed: to YAML some
//! of them end lines, others make it stop at the beginning of the file.

use super::draft::Draft;
use super::fold::is_joined;
use super::replacement::Replacement;
use super::tree_fault::{Mend, TreeFault, YamlCause};
use crate::model::node::Span;

/// Whether a character stands in no text: a control character but for tabs and breaks of
/// lines, a separator of lines or paragraphs, a byte order mark within the text, or one
/// that Unicode says is none.
pub fn is_odd(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' => true,
        other => other.is_control() || u32::from(other) & 0xfffe == 0xfffe,
    }
}

/// The odd characters of a text, each with what is to stand for it.
pub fn odd(text: &str) -> impl Iterator<Item = TreeFault> {
    let places = text.char_indices().filter(|(_, c)| is_odd(*c));
    let is_mac = is_mac(text);
    places.map(move |(at, character)| {
        let span = Span::new(at, at + character.len_utf8());
        let edit = Replacement {
            place: span,
            written: character.to_string(),
            new: meant(text, at, character, is_mac).to_owned(),
        };
        TreeFault {
            span,
            cause: YamlCause::Odd(character),
            mend: Some(Mend::of(edit, true)),
        }
    })
}

/// Whether lines end with CR alone, as on old Macs.
fn is_mac(text: &str) -> bool {
    !text.contains('\n')
}

/// The text with what odd characters stand for, and where all of it comes from.
pub fn mended(text: &str) -> Draft {
    let mut mended = Draft::default();
    let mut from = 0;
    let is_mac = is_mac(text);
    for (at, character) in text.char_indices().filter(|(_, c)| is_odd(*c)) {
        mended.add(&text[from..at], from);
        mended.fill(meant(text, at, character, is_mac), at);
        from = at + character.len_utf8();
    }
    mended.add(&text[from..], from);
    mended
}

/// What a character stands for in a file of ours.
fn meant(text: &str, at: usize, character: char, is_mac: bool) -> &'static str {
    let behind = &text[at + character.len_utf8()..];
    match character {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            match character == '\r' && is_mac || begins_line(behind) {
                true if behind.starts_with('\n') => "",
                true => "\n",
                false => between(text[..at].chars().next_back(), behind.chars().next()),
            }
        }
        // Word's hyphen that no line ends at.
        '\u{1e}' => "-",
        // What Windows-1252 has there: quotes and dashes.
        '\u{91}' => "‘",
        '\u{92}' => "’",
        '\u{93}' => "“",
        '\u{94}' => "”",
        '\u{96}' => "–",
        '\u{97}' => "—",
        _ => "",
    }
}

/// Whether what follows a break is a line of YAML, not more of a text.
fn begins_line(behind: &str) -> bool {
    let line = behind
        .split(|c: char| c == '\n' || is_odd(c))
        .next()
        .unwrap_or_default();
    let line = line.trim_end();
    let item = line.trim_start();
    let is_entry = line.contains(": ") || line.ends_with(':');
    item.is_empty() || item.starts_with("- ") || item.starts_with('#') || is_entry
}

/// What a break of lines within a text is read as.
fn between(before: Option<char>, behind: Option<char>) -> &'static str {
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match is_blank(before) || is_blank(behind) || is_joined((before, behind)) {
        true => "",
        false => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_odd_is_removed_or_made_what_it_stands_for() {
        for (text, meant) in [
            // From Word: a break of lines, of pages, of table cells, hyphens.
            ("备注: 甲\u{b}乙\n", "备注: 甲乙\n"),
            ("备注: a\u{c}b\n", "备注: a b\n"),
            ("备注: 甲\u{7}\n", "备注: 甲\n"),
            (
                "备注: 2015\u{1e}2016 in\u{1f}valid\n",
                "备注: 2015-2016 invalid\n",
            ),
            // Breaks that end lines of YAML.
            ("姓名: 甲\u{2028}性别: 男\n", "姓名: 甲\n性别: 男\n"),
            (
                "流动:\u{85}  流出日期: 2015\u{2029}",
                "流动:\n  流出日期: 2015\n",
            ),
            ("姓名: 甲\r性别: 男\r", "姓名: 甲\n性别: 男\n"),
            ("备注: 甲\r乙\n", "备注: 甲乙\n"),
            ("姓名: 甲\r\n", "姓名: 甲\n"),
            // Terminals, copies, Windows-1252.
            ("备注: \u{1b}甲\u{7f}\0\n", "备注: 甲\n"),
            ("\u{feff}姓名: 甲\u{feff}\n", "姓名: 甲\n"),
            ("备注: \u{93}甲\u{94}\u{97}\u{81}\n", "备注: “甲”—\n"),
            ("备注: 甲\u{fffe}\u{fdd0}\u{10ffff}\n", "备注: 甲\n"),
        ] {
            assert_eq!(mended(text).text, meant, "{text:?}");
        }
        // What is left alone: no finding of this kind.
        assert!(
            odd("a: b\tc\u{200b}\u{a0}\u{3000}\u{e000}😀\n")
                .next()
                .is_none()
        );
    }
}
