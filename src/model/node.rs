//! The tree of a YAML file, every node with its place in the text.

/// A byte range of a file's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `start..end`; files are far below 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: clamp(start),
            end: clamp(end),
        }
    }

    /// The range as indices into the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value of a YAML file. Scalars are the text that stands in the file, never
/// a number or a boolean: `1990.10` stays `1990.10`.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where the value stands; for a list or a map, from its first to its last
    /// scalar.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of nodes.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `~`, `null` or nothing at all.
    Null,
    /// Text, with quotes and escapes resolved.
    Scalar(String),
    /// `[a, b]` or lines with `- `.
    List(Vec<Node>),
    /// `{a: b}` or lines with `a: b`, in the order of the file.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The first entry of a map with this key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// Whether nothing is given: null or empty text.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Null => true,
            Kind::Scalar(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// All scalars with the key they stand under.
    pub fn values(&self) -> Vec<(&str, &Self)> {
        let mut values = Vec::new();
        self.collect("", &mut values);
        values
    }

    fn collect<'a>(&'a self, key: &'a str, values: &mut Vec<(&'a str, &'a Self)>) {
        match &self.kind {
            Kind::Null => {}
            Kind::Scalar(_) => values.push((key, self)),
            Kind::List(items) => items.iter().for_each(|item| item.collect(key, values)),
            Kind::Map(entries) => entries
                .iter()
                .for_each(|entry| entry.value.collect(&entry.key, values)),
        }
    }

    /// The route of keys to the innermost node at `span`, as in
    /// `失联.查找记录[0].日期`. `None` where nothing of this tree stands there.
    pub fn route_to(&self, span: Span) -> Option<String> {
        let mut route = String::new();
        self.descend(span, &mut route).then_some(route)
    }

    fn descend(&self, span: Span, route: &mut String) -> bool {
        let length = route.len();
        match &self.kind {
            Kind::Map(entries) => {
                for entry in entries {
                    if !route.is_empty() {
                        route.push('.');
                    }
                    route.push_str(&entry.key);
                    if entry.key_span == span || entry.value.descend(span, route) {
                        return true;
                    }
                    route.truncate(length);
                }
                false
            }
            Kind::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    route.push_str(&format!("[{index}]"));
                    if item.descend(span, route) {
                        return true;
                    }
                    route.truncate(length);
                }
                self.span == span
            }
            Kind::Null | Kind::Scalar(_) => self.span == span,
        }
    }
}

/// The line and the column of a byte, from 1; columns count characters.
pub fn line_column(text: &str, index: usize) -> (usize, usize) {
    let before = text.get(..index.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |tail| tail.chars().count())
        + 1;
    (line, column)
}
