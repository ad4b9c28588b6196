//! The texts of a workbook: those that its cells share, and how each is written.

use super::bounds::{self, Counted, Refusal};
use super::package::{Package, Part};

/// The texts that cells share, in their order.
pub fn shared(package: &mut Package<'_>, name: &str) -> Result<Vec<String>, Refusal> {
    let (mut texts, mut text, mut bytes) = (Vec::new(), Pieces::default(), 0);
    package.each(name, &mut |part| {
        match part {
            Part::Start(element) => match element.local_name().as_ref() {
                "si" => text = Pieces::default(),
                element => text.start(element),
            },
            Part::Text(piece) if !text.add(piece) => {
                return Err(Refusal::LongText(format!("{name} {}", texts.len() + 1)));
            }
            Part::Text(_) => {}
            Part::End("si") => {
                let text = text.take();
                bytes += text.len();
                texts.push(text);
                Refusal::beyond(Counted::Strings, texts.len(), bounds::STRINGS)?;
                if bytes > bounds::TEXTS {
                    return Err(Refusal::LongTexts(bounds::TEXTS));
                }
            }
            Part::End(element) => text.end(element),
        }
        Ok(())
    })?;
    Ok(texts)
}

/// A text of several pieces, of which some are how others are pronounced.
#[derive(Debug, Default)]
pub struct Pieces {
    text: String,
    characters: usize,
    is_text: bool,
    is_phonetic: bool,
}

impl Pieces {
    /// An element begins within the text.
    pub fn start(&mut self, element: &str) {
        match element {
            "t" => self.is_text = true,
            "rPh" => self.is_phonetic = true,
            _ => {}
        }
    }

    /// An element ends.
    pub fn end(&mut self, element: &str) {
        match element {
            "t" => self.is_text = false,
            "rPh" => self.is_phonetic = false,
            _ => {}
        }
    }

    /// Adds a piece where it belongs to the text; whether it is no longer than may be.
    pub fn add(&mut self, piece: &str) -> bool {
        if self.is_text && !self.is_phonetic {
            self.characters += piece.chars().count();
            self.text.push_str(piece);
        }
        // What is written as `_x000D_` is one character.
        self.characters <= bounds::TEXT * ESCAPED
    }

    /// The text, of which nothing is left.
    pub fn take(&mut self) -> String {
        unescaped(&std::mem::take(self).text)
    }
}

/// How many characters `_x000D_` has.
const ESCAPED: usize = 7;

/// A text in which `_x000D_` stands for the character with this number.
pub fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let (before, escaped) = rest.split_at(at);
        plain.push_str(before);
        let c = escaped.get(2..6).filter(|_| escaped.get(6..7) == Some("_"));
        let c = c.filter(|c| c.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let c = c.and_then(|c| char::from_u32(u32::from_str_radix(c, 16).ok()?));
        match c {
            Some(c) => plain.push(c),
            None => plain.push_str("_x"),
        }
        rest = escaped
            .get(if c.is_some() { ESCAPED } else { 2 }..)
            .unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn what_xml_cannot_say_is_written_in_figures() {
        for (text, expected) in [
            ("甲_x000D_\n乙", "甲\r\n乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x_x0041_", "_xA"),
            ("_xD800_", "_xD800_"),
            ("_x00甲_", "_x00甲_"),
            ("_x", "_x"),
            ("a_b", "a_b"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}
