//! Characters that would act on a terminal are shown, not sent to it.

use std::path::Path;

use super::mask::mask;

/// A text of several lines as it is shown: line breaks and tabs stay, each other character
/// that acts has a visible one in its place.
pub fn visible(text: &str) -> String {
    let shown = |c: char| {
        if matches!(c, '\n' | '\t') {
            c
        } else {
            picture(c)
        }
    };
    text.chars().map(shown).collect()
}

/// A text that has one line, whatever it holds.
pub fn one_line(text: &str) -> String {
    text.chars().map(picture).collect()
}

/// A path as it is shown.
pub fn shown(path: &Path) -> String {
    one_line(&mask(&path.to_string_lossy()))
}

/// Whether a character controls a terminal (C0, DEL, C1) or the direction of writing.
pub fn acts(character: char) -> bool {
    character.is_control() || turns(character)
}

/// Whether a character turns the direction of writing.
pub fn turns(character: char) -> bool {
    matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// What is shown for a character: itself, or another one that takes one column.
fn picture(character: char) -> char {
    let code = u32::from(character);
    match character {
        '\0'..='\x1f' => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        '\x7f' => '␡',
        other if acts(other) => '\u{fffd}',
        other => other,
    }
}

/// A text in which no line is a command of GitHub's runner, which reads all that a
/// program prints: `::error …` at the beginning of a line, `##[…]` anywhere.
pub fn without_commands(text: &str) -> String {
    let line = |line: &str| {
        let start = line.trim_start();
        let space = &line[..line.len() - start.len()];
        let rest = start.strip_prefix("::");
        let line = match rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
            Some(rest) => format!("{space}∷{rest}"),
            None => line.to_owned(),
        };
        line.replace("##[", "##［")
    };
    text.split_inclusive('\n').map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_and_nothing_else_changes() {
        assert_eq!(
            visible("a\x1b[31m\x07\r\n\t\u{9b}\x7f"),
            "a␛[31m␇␍\n\t\u{fffd}␡"
        );
        assert_eq!(one_line("a\nb\tc"), "a␊b␉c");
        for character in ('\0'..=char::MAX).filter(|c| acts(*c)) {
            let text = one_line(&character.to_string());
            assert!(!text.chars().any(acts), "{character:?}");
        }
        for text in [
            "张建国 622423 — “”‘’、😀 e\u{301} \u{a0}\u{3000}",
            "བོད་ئۇيغۇر",
        ] {
            assert_eq!(
                (visible(text), one_line(text)),
                (text.to_owned(), text.to_owned())
            );
        }
    }

    #[test]
    fn no_line_is_a_command() {
        let text = "::error::x\n  ::set-env name=a::b\na::b ##[error]x\n ::: data/a.yaml\n";
        let shown = "∷error::x\n  ∷set-env name=a::b\na::b ##［error]x\n ::: data/a.yaml\n";
        assert_eq!(without_commands(text), shown);
    }
}
