//! Provenance: the keys that a value follows from. A value carries them from where
//! it is made, and values that are combined join theirs, so that nobody lists them.

/// A key of a file, by number: those of members first, then those of organisations
/// and of the round. An entry of a list has the number of its key, whatever its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub(super) u16);

impl KeyId {
    /// The first number, for files whose keys make no value of a form.
    pub const NONE: Self = Self(0);

    /// Its place among the keys that [`Keys`] has room for.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The key so many places behind it.
    pub(crate) const fn plus(self, places: u16) -> Self {
        Self(self.0 + places)
    }
}

/// Machine words of a set of keys.
const WORDS: usize = 4;

/// A set of keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys([u64; WORDS]);

impl Keys {
    /// No key.
    pub const NONE: Self = Self([0; WORDS]);
    /// Every key: what might be about any of them.
    pub const ALL: Self = Self([u64::MAX; WORDS]);
    /// So many keys have room.
    pub const ROOM: u16 = 64 * WORDS as u16;

    /// A key alone.
    pub fn of(key: KeyId) -> Self {
        Self::range(key, 1)
    }

    /// So many keys from one on.
    pub fn range(first: KeyId, count: u16) -> Self {
        let mut keys = Self::NONE;
        for key in first.0..first.0 + count {
            keys.0[usize::from(key) / 64] |= 1 << (key % 64);
        }
        keys
    }

    /// Those of both.
    pub fn join(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// Whether both have a key.
    pub fn meet(self, other: Self) -> bool {
        (0..WORDS).any(|word| self.0[word] & other.0[word] != 0)
    }

    /// Whether a key is among them.
    pub fn has(self, key: KeyId) -> bool {
        self.0[usize::from(key.0) / 64] & (1 << (key.0 % 64)) != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The keys, in the order of the format.
    pub fn iter(self) -> impl Iterator<Item = KeyId> {
        (0..Self::ROOM).map(KeyId).filter(move |key| self.has(*key))
    }
}

impl FromIterator<Self> for Keys {
    fn from_iter<I: IntoIterator<Item = Self>>(sets: I) -> Self {
        sets.into_iter().fold(Self::NONE, Self::join)
    }
}

/// A value with the keys that it follows from: those that were asked for and are not
/// given belong to them, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traced<T> {
    /// The value.
    pub value: T,
    /// The keys.
    pub keys: Keys,
}

impl<T> Traced<T> {
    /// A value that follows from nothing that stands in a file.
    pub fn constant(value: T) -> Self {
        let keys = Keys::NONE;
        Self { value, keys }
    }

    /// What follows from the value alone.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Traced<U> {
        Traced {
            value: f(self.value),
            keys: self.keys,
        }
    }

    /// The value as it follows from other keys, too.
    pub fn joined(self, keys: Keys) -> Self {
        Self {
            keys: self.keys.join(keys),
            ..self
        }
    }

    /// The value by reference.
    pub fn as_ref(&self) -> Traced<&T> {
        Traced {
            value: &self.value,
            keys: self.keys,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_keys() {
        let (first, last) = (KeyId(0), KeyId(Keys::ROOM - 1));
        let both = Keys::of(first).join(Keys::of(last));
        assert_eq!(both.iter().collect::<Vec<_>>(), [first, last]);
        assert!(both.has(last) && !both.has(KeyId(1)));
        assert!(both.meet(Keys::ALL) && !both.meet(Keys::NONE));
        let middle = Keys::range(KeyId(62), 4);
        assert_eq!(
            middle.iter().map(KeyId::number).collect::<Vec<_>>(),
            [62, 63, 64, 65]
        );
        assert!(!middle.meet(both) && Keys::NONE.is_empty());
    }
}
