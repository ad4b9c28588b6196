//! Keys as blocks declare them.

use super::meaning::{Kind, Shape};

/// A key of a block, as the declaration names it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key's text.
    pub name: &'static str,
    /// Whether it must be given (● in the format description).
    pub required: bool,
    /// What it is for, in Chinese and in English; in Chinese only for files of the data.
    pub notes: [&'static str; 2],
    /// What stands behind it.
    pub shape: Shape,
    /// What can stand there, where the shape does not tell.
    pub sample: &'static str,
    /// Whether several can stand there.
    pub is_list: bool,
    /// The keys of the block behind it.
    pub keys: &'static [Self],
}

impl Key {
    /// Something that can stand behind the key, on its line.
    pub fn sample(&self) -> String {
        let of = |kind: Kind| match kind {
            Kind::Date => "2016-03-20",
            Kind::Flag => "true",
            Kind::Number => "1",
            Kind::Word([first, ..]) => first,
            Kind::Word([]) | Kind::Text | Kind::People => "…",
        };
        match self.shape {
            Shape::Scalar(kind) => of(kind).to_owned(),
            Shape::Scalars(kind) => format!("[{}]", of(kind)),
            Shape::Blocks if self.is_list => format!("[{}]", sample(self.keys)),
            Shape::Blocks => sample(self.keys),
            Shape::Other => self.sample.to_owned(),
        }
    }
}

/// A block on one line: the keys that must be given, else the first.
pub fn sample(keys: &[Key]) -> String {
    let is_any = keys.iter().any(|key| key.required);
    let shown = keys.iter().enumerate();
    let shown = shown.filter(|(at, key)| if is_any { key.required } else { *at == 0 });
    let shown = shown.map(|(_, key)| format!("{}: {}", key.name, key.sample()));
    format!("{{{}}}", shown.collect::<Vec<_>>().join(", "))
}

/// Keys are told apart by their names: those of a block have different ones.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Key {}
