//! What an object of a PDF file says, by its tokens.

use std::collections::BTreeMap;

use super::token::{Kind, Token, tokens};

/// An object that is no stream, or the dictionary of one.
pub struct Object<'a> {
    /// Its text.
    pub text: &'a [u8],
    /// The tokens of its text.
    pub tokens: Vec<Token>,
}

impl<'a> Object<'a> {
    /// The object of a text.
    pub fn of(text: &'a [u8]) -> Self {
        let tokens = tokens(text);
        Self { text, tokens }
    }

    /// The entries of a dictionary: keys and the tokens of their values.
    pub fn entries(&self) -> impl Iterator<Item = (&'a [u8], &[Token])> {
        let is_open = self
            .tokens
            .first()
            .is_some_and(|one| one.kind == Kind::Open);
        let mut rest = &self.tokens[usize::from(is_open)..];
        std::iter::from_fn(move || {
            let (key, after) = rest
                .split_first()
                .filter(|(key, _)| key.kind == Kind::Name)?;
            let value;
            (value, rest) = after.split_at(length(after));
            Some((&self.text[key.range.clone()], value))
        })
    }

    /// The value of a key.
    pub fn value(&self, key: &[u8]) -> Option<&[Token]> {
        let mut entries = self.entries();
        entries.find_map(|(name, value)| (name == key).then_some(value))
    }

    /// The reference that is the value of a key, by itself or as all that a list holds.
    pub fn reference(&self, key: &[u8]) -> Option<usize> {
        let mut references = self.references(key);
        references.next().filter(|_| references.next().is_none())
    }

    /// The references that are the value of a key, or stand in the list that is: not
    /// what stands deeper.
    pub fn references(&self, key: &[u8]) -> impl Iterator<Item = usize> {
        let value = self.value(key).unwrap_or_default();
        let mut rest = match value {
            [open, inner @ .., _] if self.text[open.range.clone()] == *b"[" => inner,
            [_] => value,
            _ => &[],
        };
        std::iter::from_fn(move || {
            while let Some(token) = rest.first() {
                rest = &rest[length(rest)..];
                if let Kind::Reference(number) = token.kind {
                    return Some(number);
                }
            }
            None
        })
    }

    /// Of the root of a structure tree: by the keys of pages, where the elements of their
    /// marked content are listed.
    pub fn parents(&self) -> Option<BTreeMap<i64, usize>> {
        let tree = Object::of(self.text_of(self.value(b"/ParentTree")?));
        let [_, pairs @ .., _] = tree.value(b"/Nums")? else {
            return None;
        };
        let pair = |pair: &[Token]| match (pair.first()?.kind, pair.get(1)?.kind) {
            (Kind::Integer(key), Kind::Reference(number)) => Some((key, number)),
            _ => None,
        };
        pairs.chunks(2).map(pair).collect()
    }

    /// The whole number that is the value of a key.
    pub fn integer(&self, key: &[u8]) -> Option<i64> {
        let [token] = self.value(key)? else {
            return None;
        };
        match token.kind {
            Kind::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The bytes from the first to the last of some of its tokens.
    pub fn text_of(&self, tokens: &[Token]) -> &'a [u8] {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => &self.text[first.range.start..last.range.end],
            _ => &[],
        }
    }

    /// The dictionary with some entries put in the place of its own, or added.
    pub fn with<V: AsRef<[u8]>>(&self, new: &[(&[u8], V)]) -> Vec<u8> {
        let is_kept = |key: &[u8]| !new.iter().any(|(name, _)| *name == key);
        let kept = self.entries().filter(|(key, _)| is_kept(key));
        let kept = kept.map(|(key, value)| (key, self.text_of(value)));
        let new = new.iter().map(|(key, value)| (*key, value.as_ref()));
        let mut text = b"<<".to_vec();
        for (key, value) in kept.chain(new) {
            text.extend([key, b" ", value].concat());
        }
        text.extend(b">>");
        text
    }
}

/// How many of the tokens the value has that they begin with.
fn length(tokens: &[Token]) -> usize {
    let mut depth = 0;
    let is_last = |token: &Token| {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        depth <= 0
    };
    let last = tokens.iter().position(is_last);
    last.map_or(tokens.len(), |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_those_of_a_list_and_no_deeper() {
        let object = Object::of(b"<</K[1 0 R 5<</Pg 2 0 R>>[3 0 R]4 0 R]/P<</Q 7 0 R>>/R 6 0 R>>");
        assert_eq!(object.references(b"/K").collect::<Vec<_>>(), [1, 4]);
        assert_eq!(object.reference(b"/K"), None);
        assert_eq!(object.reference(b"/P"), None);
        assert_eq!(object.reference(b"/R"), Some(6));
    }

    #[test]
    fn values_are_found_on_the_first_level_only() {
        let text = b"<</A<</K 1>>/K[2 0 R 3]/L/K>>";
        let object = Object::of(text);
        assert_eq!(object.references(b"/K").collect::<Vec<_>>(), [2]);
        assert_eq!(object.reference(b"/A"), None);
        assert_eq!(object.reference(b"/K"), Some(2));
        let name = object.value(b"/L").expect("a value");
        assert_eq!(&text[name[0].range.clone()], b"/K");
    }
}
