//! Text to a tree of nodes with places.
//!
//! `serde_yaml` reads a scalar as text only when it is asked for text, and
//! says what a node is only when it is asked for anything. So a file is read
//! twice: first its shape (map, list, scalar), then, led by the shape, every
//! scalar as the text that stands in the file. Such a text is borrowed from
//! the file where it stands there letter by letter, and so tells its place.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::alias::Follower;
use super::fold::unfolded;
use super::shape::{Shape, ShapeSeed, TOO_MANY_NODES};
use super::tree_fault::TreeFault;
use super::yaml_error;
use crate::model::node::{Entry, Kind, Node, Span};

/// Reads a YAML text as a tree.
///
/// # Errors
/// Where the text is no YAML; the first fault only.
pub fn parse(text: &str) -> Result<Node, TreeFault> {
    let fault = |error: serde_yaml::Error| yaml_error::explain(&error, text);
    if let Some(fault) = yaml_error::too_deep(text) {
        return Err(fault);
    }
    let nodes = Cell::new(text.len() + SPARE);
    let shape = ShapeSeed(&nodes);
    let shape = shape.deserialize(serde_yaml::Deserializer::from_str(text));
    let shape = shape.map_err(fault)?;
    if let Some(cause) = shape.refused() {
        let span = yaml_error::find(text, &cause);
        return Err(TreeFault::new(span, cause));
    }
    let mut cursor = 0;
    let seed = NodeSeed {
        shape: &shape,
        text,
        alias: None,
        cursor: &mut cursor,
        follower: &Follower::of(text),
        bytes: &Cell::new(text.len() * 4 + SPARE),
    };
    seed.deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(fault)
}

fn node(span: Span, kind: Kind) -> Node {
    Node {
        span,
        ..Node::from(kind)
    }
}

/// Reads a node whose shape is known.
struct NodeSeed<'a> {
    shape: &'a Shape,
    text: &'a str,
    /// The alias that stands for the node.
    alias: Option<Span>,
    /// One past the last scalar whose place is known.
    cursor: &'a mut usize,
    /// Finds aliases.
    follower: &'a Follower<'a>,
    /// So many bytes of text may still be read: only aliases can make it more than the
    /// file has.
    bytes: &'a Cell<usize>,
}

/// What a file can have beyond what stands in it, in nodes and in bytes.
const SPARE: usize = 10_000;

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Node, D::Error> {
        if self.alias.is_none() && !matches!(self.shape, Shape::Null) {
            self.alias = self.follower.next(*self.cursor);
            *self.cursor = self.alias.map_or(*self.cursor, |alias| alias.end as usize);
        }
        match self.shape {
            Shape::Null => {
                deserializer.deserialize_ignored_any(IgnoredAny)?;
                Ok(node(Span::new(*self.cursor, *self.cursor), Kind::Null))
            }
            Shape::Scalar | Shape::Tagged => deserializer.deserialize_str(self),
            Shape::List(_) => deserializer.deserialize_seq(self),
            Shape::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl NodeSeed<'_> {
    /// A node, which stands at the alias if it repeats what stands elsewhere.
    fn node(&self, span: Span, kind: Kind) -> Node {
        Node {
            repeats: self.alias.map(|_| span),
            ..node(self.alias.unwrap_or(span), kind)
        }
    }

    /// The place of a borrowed text is where it is borrowed from.
    fn place(&mut self, borrowed: &str) -> Span {
        let start = borrowed.as_ptr() as usize - self.text.as_ptr() as usize;
        let end = start + borrowed.len();
        let quote = self.text[..start]
            .chars()
            .last()
            .filter(|c| matches!(c, '"' | '\''));
        let is_quoted = quote.is_some_and(|quote| self.text[end..].starts_with(quote));
        if self.alias.is_none() {
            *self.cursor = (*self.cursor).max(end + usize::from(is_quoted));
        }
        Span::new(start, end)
    }

    /// The place of a text that was changed in reading (escapes, several
    /// lines): from the first character that can begin it to the line's end.
    fn place_after_cursor(&mut self) -> Span {
        let start = skip_to_scalar(self.text, *self.cursor);
        let line = self.text[start..].split('\n').next();
        Span::new(start, start + line.map_or(0, str::len))
    }

    /// Counts the text of a scalar.
    fn count<E: Error>(&self, text: &str) -> Result<(), E> {
        let left = self.bytes.get().checked_sub(text.len());
        self.bytes
            .set(left.ok_or_else(|| E::custom(TOO_MANY_NODES))?);
        Ok(())
    }

    /// A number whose thousands are set off, as it is meant: YAML reads `{a: 1,040}` as
    /// two keys, the second one without a value.
    fn with_commas(&self, last: &Entry, key: Span) -> Option<Node> {
        let span = Span {
            start: last.value.span.start,
            end: key.end,
        };
        let number = self.text.get(span.range())?;
        let mut groups = number.split(',');
        let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
        let first = groups
            .next()
            .is_some_and(|first| digits(first) && (1..4).contains(&first.len()));
        let is_it = first && groups.all(|group| digits(group) && group.len() == 3);
        is_it.then(|| node(span, Kind::Scalar(number.to_owned())))
    }

    fn child<'b>(&'b mut self, shape: &'b Shape) -> NodeSeed<'b> {
        NodeSeed {
            shape,
            text: self.text,
            alias: self.alias,
            cursor: self.cursor,
            follower: self.follower,
            bytes: self.bytes,
        }
    }
}

/// Skips what may stand between two scalars: white space, comments, marks.
fn skip_to_scalar(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text[at..].trim_start_matches([' ', '\n', '\t', ':', ',', '[', '{', '-', '?']);
        at = text.len() - rest.len();
        match rest.starts_with('#') {
            true => at += rest.find('\n').unwrap_or(rest.len()),
            false => return at,
        }
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_borrowed_str<E: Error>(mut self, text: &'de str) -> Result<Node, E> {
        self.count(text)?;
        let span = self.place(text);
        Ok(self.node(span, Kind::Scalar(text.to_owned())))
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<Node, E> {
        self.count(text)?;
        let span = self.alias.unwrap_or_else(|| self.place_after_cursor());
        let Some((joined, length)) = unfolded(&self.text[span.range().start..], text) else {
            return Ok(self.node(span, Kind::Scalar(text.to_owned())));
        };
        *self.cursor = span.range().start + length;
        let with_spaces = (joined != text).then(|| text.into());
        Ok(Node {
            with_spaces,
            ..node(span, Kind::Scalar(joined))
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let Shape::List(shapes) = self.shape else {
            unreachable!("led by the shape")
        };
        let mut items: Vec<Node> = Vec::with_capacity(shapes.len());
        let is_in_lines = self.alias.is_none() && !self.follower.enter('[');
        for shape in shapes {
            if is_in_lines {
                self.follower.pass_dash(*self.cursor);
            }
            items.extend(access.next_element_seed(self.child(shape))?);
        }
        // The end of the list must be read, too.
        access.next_element::<IgnoredAny>()?;
        let span = around(items.iter().map(|item| item.span), *self.cursor);
        Ok(self.node(span, Kind::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let Shape::Map(shapes) = self.shape else {
            unreachable!("led by the shape")
        };
        let mut entries: Vec<Entry> = Vec::with_capacity(shapes.len());
        if self.alias.is_none() {
            self.follower.enter('{');
        }
        for (key_shape, shape) in shapes {
            let Some(key) = access.next_key_seed(self.child(key_shape))? else {
                break;
            };
            let value = access.next_value_seed(self.child(shape))?;
            if let (Some(last), Kind::Null) = (entries.last_mut(), &value.kind)
                && let Some(whole) = self.with_commas(last, key.span)
            {
                last.value = whole;
                continue;
            }
            let text = match key.kind {
                Kind::Scalar(text) => text,
                _ => String::new(),
            };
            entries.push(Entry {
                key: text,
                key_span: key.span,
                value,
            });
        }
        access.next_key::<IgnoredAny>()?;
        let places = entries
            .iter()
            .flat_map(|entry| [entry.key_span, entry.value.span]);
        let span = around(places, *self.cursor);
        Ok(self.node(span, Kind::Map(entries)))
    }
}

/// From the first to the last of several places; empty at `otherwise`.
fn around(spans: impl Iterator<Item = Span>, otherwise: usize) -> Span {
    spans
        .reduce(|a, b| Span {
            start: a.start.min(b.start),
            end: a.end.max(b.end),
        })
        .unwrap_or(Span::new(otherwise, otherwise))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::YamlCause;

    fn tree(text: &str) -> Node {
        parse(text).expect("valid YAML")
    }

    fn scalar(node: &Node) -> &str {
        match &node.kind {
            Kind::Scalar(text) => text,
            _ => panic!("not a scalar: {node:?}"),
        }
    }

    #[test]
    fn text_stays_text() {
        let text = "a: 1990.10\nb: 09433221234\nc: 622423196503121234\nd: 0x1F\ne: 1e3\nf: yes\ng: '3'\nh: 2016-01-01\ni: 99999999999999999999999999999999999999999999\nj: .nan\n";
        let node = tree(text);
        let values = [
            "1990.10",
            "09433221234",
            "622423196503121234",
            "0x1F",
            "1e3",
            "yes",
            "3",
            "2016-01-01",
            "99999999999999999999999999999999999999999999",
            ".nan",
        ];
        for (key, value) in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
            .iter()
            .zip(values)
        {
            assert_eq!(node.get(key).map(|entry| scalar(&entry.value)), Some(value));
        }
    }

    #[test]
    fn every_scalar_has_its_place() {
        let text = "# 注\n姓名: 张建国 # 注\n失联:\n  记录:\n    - {日期: \"2016-03-20\", 方式: '电话'}\n    - 日期: |\n        两\n        行\n      方式: \"a\\tb\"\n";
        let node = tree(text);
        let at = |span: Span| &text[span.range()];
        let name = node.get("姓名").expect("given");
        assert_eq!((at(name.key_span), at(name.value.span)), ("姓名", "张建国"));
        let Kind::List(items) = &node
            .get("失联")
            .and_then(|e| e.value.get("记录"))
            .expect("given")
            .value
            .kind
        else {
            panic!()
        };
        let place = |item: usize, key: &str| at(items[item].get(key).expect("given").value.span);
        assert_eq!(place(0, "日期"), "2016-03-20");
        assert_eq!(place(0, "方式"), "电话");
        assert_eq!(place(1, "日期"), "|");
        assert_eq!(place(1, "方式"), "\"a\\tb\"");
        assert_eq!(
            node.route_to(items[1].get("方式").expect("given").key_span)
                .as_deref(),
            Some("失联.记录[1].方式")
        );
    }

    #[test]
    fn duplicates_are_kept_and_null_is_empty() {
        let node = tree("a: 1\na: 2\nb:\nc: ~\nd: \"\"\n");
        let Kind::Map(entries) = &node.kind else {
            panic!()
        };
        assert_eq!(entries.iter().filter(|entry| entry.key == "a").count(), 2);
        for key in ["b", "c", "d"] {
            assert!(
                node.get(key).is_some_and(|entry| entry.value.is_empty()),
                "{key}"
            );
        }
        assert!(matches!(tree("").kind, Kind::Null));
        assert!(matches!(tree("# only\n").kind, Kind::Null));
    }

    #[test]
    fn faults_have_their_place() {
        for (text, cause, line) in [
            ("a: 1\nb:\n\tc: 2\n", YamlCause::Indent('\t'), 3),
            ("a: \"1\nb: 2\n", YamlCause::UnclosedQuote, 1),
            ("a: [1, 2\nb: 3\n", YamlCause::UnclosedBracket, 1),
            ("a: b: c\n", YamlCause::StrayColon, 1),
            ("a: 1\n  b: 2\n", YamlCause::TooFarIn, 2),
            ("a: !tag 1\n", YamlCause::Tag, 1),
            ("a: 1\n---\nb: 2\n", YamlCause::ManyDocuments, 2),
            ("a: *x\n", YamlCause::SpecialStart('*'), 1),
            ("a: \"甘肃\nb: \"1\"\n", YamlCause::UnclosedQuote, 1),
            ("a：甘肃\nb: 1\n", YamlCause::WideColon('：'), 1),
            ("a:甘肃\nb: 1\n", YamlCause::NoSpace, 1),
            ("a: @x\n", YamlCause::SpecialStart('@'), 1),
            ("? [a]\n: b\n", YamlCause::KeyNotText, 1),
        ] {
            let fault = parse(text).expect_err(text);
            let at = text[..fault.span.start as usize].matches('\n').count() + 1;
            assert_eq!((&fault.cause, at), (&cause, line), "{text:?}");
        }
    }

    #[test]
    fn alias_bombs_are_refused() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = format!("*a{},", level - 1).repeat(10);
            text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
        }
        assert_eq!(
            parse(&text).map(|_| ()).map_err(|f| f.cause),
            Err(YamlCause::TooManyAliases)
        );
        let deep = "[".repeat(1000) + &"]".repeat(1000);
        assert_eq!(
            parse(&deep).map(|_| ()).map_err(|f| f.cause),
            Err(YamlCause::TooDeep)
        );
    }
}
