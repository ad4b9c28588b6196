//! What an object of a PDF file says, by its tokens.

use super::token::{Kind, Token, references, tokens};

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

    /// The reference that is the value of a key.
    pub fn reference(&self, key: &[u8]) -> Option<usize> {
        self.references(key).next()
    }

    /// The references in the value of a key.
    pub fn references(&self, key: &[u8]) -> impl Iterator<Item = usize> {
        references(self.value(key).unwrap_or_default())
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
    fn values_are_found_on_the_first_level_only() {
        let text = b"<</A<</K 1>>/K[2 0 R 3]/L/K>>";
        let object = Object::of(text);
        assert_eq!(object.references(b"/K").collect::<Vec<_>>(), [2]);
        let name = object.value(b"/L").expect("a value");
        assert_eq!(&text[name[0].range.clone()], b"/K");
    }
}
