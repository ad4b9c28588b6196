//! Aliases of YAML (`*a`): what is wrong with one is told where the alias stands, not at
//! the text that it repeats.

use std::cell::Cell;

use crate::model::node::Span;

/// Follows a file node by node, in its order.
#[derive(Debug)]
pub struct Follower<'a> {
    text: &'a str,
    /// No node that is still to come begins before this.
    from: Cell<usize>,
}

impl<'a> Follower<'a> {
    /// At the beginning of a file.
    pub fn of(text: &'a str) -> Self {
        let from = Cell::new(0);
        Self { text, from }
    }

    /// Goes to the next node behind a place; the alias, if that is one.
    pub fn next(&self, behind: usize) -> Option<Span> {
        let start = self.skip(behind);
        let rest = self.text[start..].strip_prefix('*')?;
        let ends = |c: char| c.is_whitespace() || ",[]{}".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        (length > 0).then(|| Span::new(start, start + 1 + length))
    }

    /// Goes into a list or a block of keys within brackets, if the node is one.
    pub fn enter(&self, bracket: char) -> bool {
        let is_it = self.text[self.from.get()..].starts_with(bracket);
        self.from.set(self.from.get() + usize::from(is_it));
        is_it
    }

    /// Goes behind the dash of an item.
    pub fn pass_dash(&self, behind: usize) {
        let start = self.skip(behind);
        let rest = self.text[start..].strip_prefix('-');
        let is_it = rest.is_some_and(|rest| rest.starts_with([' ', '\n', '\t']));
        self.from.set(start + usize::from(is_it));
    }

    /// Skips what may stand between two nodes: white space, comments, marks, anchors.
    fn skip(&self, behind: usize) -> usize {
        const MARKS: &[char] = &[' ', '\n', '\t', ':', ',', ']', '}', '?', '~'];
        let mut at = self.from.get().max(behind);
        loop {
            let rest = self.text[at..].trim_start_matches(MARKS);
            at = self.text.len() - rest.len();
            match rest.chars().next() {
                Some('#') => at += rest.find('\n').unwrap_or(rest.len()),
                Some('&') => at += rest.find(char::is_whitespace).unwrap_or(rest.len()),
                _ => break,
            }
        }
        self.from.set(at);
        at
    }
}

#[cfg(test)]
mod tests {
    use crate::load::parse;
    use crate::model::node::Kind;

    #[test]
    fn what_repeats_a_text_stands_at_its_alias() {
        let text = "甲: &x 1990-02-30\n乙: {子: *x}\n丙: &y\n  丁: [*x, ~, '戊*x', {}]\n己: *y\n庚:\n  # *x\n  - ~\n  - *x\n辛: \"*x\"\n";
        let tree = parse(text).expect("YAML");
        let mut aliases: Vec<&str> = Vec::new();
        for (_, value) in tree.values() {
            let Kind::Scalar(scalar) = &value.kind else {
                panic!("{value:?}")
            };
            let written = &text[value.span.range()];
            match written == scalar {
                true => assert_eq!(value.repeats, None),
                false => aliases.push(written),
            }
        }
        assert_eq!(aliases, ["*x", "*x", "*y", "*y", "*x"]);
        let all = tree.get("己").expect("given").value.span;
        assert_eq!(tree.route_to(all).as_deref(), Some("己"));
    }
}
