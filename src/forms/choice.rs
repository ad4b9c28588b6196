//! A value shown among all that it may be: its own words ticked, or all others struck out.

use super::declaration::Format;
use super::printed;
use crate::expression::Value;

/// What stands over each character that is struck out, as Unicode writes it.
pub const STROKE: char = '\u{336}';

/// All the words in a line; where the value is open, its readings.
pub fn shown(words: &[&str], value: &Value, format: Format) -> String {
    if printed::is_open(value) {
        return printed::value(value, None);
    }
    match format {
        Format::Strike => struck(words, value),
        _ => ticked(words, value),
    }
}

/// The one word that says a value; none where it is open.
pub fn word<'a>(words: &[&'a str], value: &Value) -> &'a str {
    let said = words.iter().find(|word| is_it(words, value, word));
    said.filter(|_| !printed::is_open(value)).unwrap_or(&"")
}

/// Whether a value is shown among all that it may be.
pub fn is_of(format: Format) -> bool {
    matches!(format, Format::Tick | Format::Strike)
}

/// Each word with a box, of which its own are ticked.
fn ticked(words: &[&str], value: &Value) -> String {
    let boxes = words.iter().map(|word| {
        let tick = if is_it(words, value, word) {
            '☑'
        } else {
            '☐'
        };
        format!("{tick}{word}")
    });
    boxes.collect::<Vec<_>>().join(" ")
}

/// The words with strokes between them, all but its own struck out; where it is not given,
/// none.
fn struck(words: &[&str], value: &Value) -> String {
    let is_given = *value != Value::Absent;
    let words = words
        .iter()
        .map(|word| match is_given && !is_it(words, value, word) {
            true => word.chars().flat_map(|one| [one, STROKE]).collect(),
            false => (*word).to_owned(),
        });
    words.collect::<Vec<_>>().join("/")
}

fn is_it(words: &[&str], value: &Value, word: &str) -> bool {
    match value {
        Value::Text(text, _) => text == word,
        Value::Texts(texts) => texts.iter().any(|(text, _)| text == word),
        // Of the two words of a condition the first says that it holds.
        Value::Flag(certainty) => certainty.is_yes() == (words.first() == Some(&word)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::Certainty;

    #[test]
    fn words() {
        let sex = Value::Text("男".to_owned(), Some(0));
        assert_eq!(shown(&["男", "女"], &sex, Format::Tick), "☑男 ☐女");
        assert_eq!(shown(&["男", "女"], &sex, Format::Strike), "男/女\u{336}");
        let blank = shown(&["男", "女"], &Value::Absent, Format::Strike);
        assert_eq!(blank, "男/女");
        let no = Value::Flag(Certainty::No);
        let words = ["预备", "正式"];
        assert_eq!(
            shown(&words, &no, Format::Strike),
            "预\u{336}备\u{336}/正式"
        );
    }
}
