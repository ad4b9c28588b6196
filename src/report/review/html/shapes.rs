//! Pictures of pages within one document: a glyph that stands on several is written once,
//! under a short name.

use std::collections::{HashMap, HashSet};
use std::io;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// The shapes of a document.
#[derive(Default)]
pub struct Shapes {
    /// The short names of all that were named so far.
    names: HashMap<String, usize>,
    /// Those that were written.
    written: HashSet<String>,
}

/// What is written once.
const ONCE: [&str; 2] = ["symbol", "clipPath"];

impl Shapes {
    /// A picture as a part of a document, without what was written before.
    ///
    /// # Errors
    /// Where it is no SVG.
    pub fn add(&mut self, svg: &str) -> io::Result<String> {
        let mut reader = Reader::from_str(svg);
        let mut writer = Writer::new(Vec::with_capacity(svg.len() / 2));
        // How deep it is within a shape that was written before.
        let mut known = 0;
        loop {
            let event = reader.read_event().map_err(io::Error::other)?;
            let event = match event {
                Event::Eof => break,
                Event::Start(_) if known > 0 => {
                    known += 1;
                    continue;
                }
                Event::Start(element) if self.is_written(&element) => {
                    known = 1;
                    continue;
                }
                Event::End(_) if known > 0 => {
                    known -= 1;
                    continue;
                }
                _ if known > 0 => continue,
                Event::Start(element) => Event::Start(self.short(&element)),
                Event::Empty(element) => Event::Empty(self.short(&element)),
                other => other,
            };
            writer.write_event(event)?;
        }
        String::from_utf8(writer.into_inner()).map_err(io::Error::other)
    }

    /// Whether an element is a shape that was written before; else it is written now.
    fn is_written(&mut self, element: &BytesStart<'_>) -> bool {
        let id = element.try_get_attribute("id").ok().flatten();
        let id = id.filter(|_| ONCE.contains(&element.name().as_ref()));
        id.is_some_and(|id| !self.written.insert(id.value.into_owned()))
    }

    /// An element without what its document says already, or nobody needs.
    fn short(&mut self, element: &BytesStart<'_>) -> BytesStart<'static> {
        let name = element.name().as_ref().to_owned();
        let is_root = name == "svg";
        let mut short = BytesStart::new(name);
        for attribute in element.attributes().with_checks(false).flatten() {
            let (key, value) = (attribute.key.as_ref(), &*attribute.value);
            let is_needless = key.starts_with("xmlns")
                || key.starts_with("data-")
                || is_root && key != "viewBox"
                || (key, value) == ("fill", "#000000");
            if is_needless {
                continue;
            }
            let key = if key == "xlink:href" { "href" } else { key };
            short.push_attribute((key, &*self.value(key, value)));
        }
        short
    }

    /// A value in which a shape has its short name.
    fn value(&mut self, key: &str, value: &str) -> String {
        let url = value.strip_prefix("url(#");
        let url = url.and_then(|url| url.strip_suffix(')'));
        let href = value.strip_prefix('#').filter(|_| key == "href");
        let (before, id, behind) = match (url, href) {
            (Some(id), _) => ("url(#", id, ")"),
            (_, Some(id)) => ("#", id, ""),
            _ if key == "id" => ("", value, ""),
            _ => return value.to_owned(),
        };
        let next = self.names.len();
        let number = self.names.entry(id.to_owned()).or_insert(next);
        format!("{before}s{number}{behind}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_written_once_and_pictures_say_nothing_needless() {
        let mut shapes = Shapes::default();
        let picture = |more: &str| {
            format!(
                "<svg viewBox=\"0 0 9 9\" width=\"9pt\" xmlns=\"http://www.w3.org/2000/svg\">\
                 <g data-typst-label=\"姓名\"><use xlink:href=\"#gA1\" x=\"2\" fill=\"#000000\"/>{more}</g>\
                 <defs><symbol id=\"gA1\"><path d=\"M 0 0\"/></symbol></defs></svg>"
            )
        };
        let first = shapes.add(&picture("")).expect("SVG");
        assert_eq!(
            first,
            "<svg viewBox=\"0 0 9 9\"><g><use href=\"#s0\" x=\"2\"/></g>\
             <defs><symbol id=\"s0\"><path d=\"M 0 0\"/></symbol></defs></svg>"
        );
        let clipped = picture("<path clip-path=\"url(#cB)\" fill=\"#ff0000\"/>");
        let second = shapes.add(&clipped).expect("SVG");
        assert_eq!(
            second,
            "<svg viewBox=\"0 0 9 9\"><g><use href=\"#s0\" x=\"2\"/>\
             <path clip-path=\"url(#s1)\" fill=\"#ff0000\"/></g><defs></defs></svg>"
        );
    }
}
