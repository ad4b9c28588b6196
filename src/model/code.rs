//! Lists of values: the words, their numbers and their circled numbers.

use super::value::Reason;

/// A value out of a numbered list.
pub trait Code: Copy + Eq + Ord + 'static {
    /// All values in the order of the list.
    const ALL: &'static [Self];
    /// Their words, in the same order.
    const WORDS: &'static [&'static str];

    /// The place in the list, from 0.
    fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|value| *value == self)
            .unwrap_or(0)
    }

    /// The words, as summaries print them.
    fn word(self) -> &'static str {
        Self::WORDS[self.index()]
    }

    /// The circled number, as registers print it: ①.
    fn circled(self) -> char {
        circled(self.index() + 1)
    }
}

/// ① to ⑳.
pub fn circled(number: usize) -> char {
    u32::try_from(number)
        .ok()
        .filter(|number| (1..=20).contains(number))
        .and_then(|number| char::from_u32(0x2460 + number - 1))
        .unwrap_or('○')
}

/// Last words of a value that say nothing more and are left out: 农村外出务工经商人员.
const LAST_WORDS: [&str; 8] = [
    "人员",
    "居民",
    "职工",
    "组织",
    "除名",
    "党籍",
    "资格",
    "党员资格",
];

/// Reads the words, the number or the circled number; words also without the last one,
/// where only one value begins so, and 男性 for 男.
pub fn read<C: Code>(text: &str) -> Result<C, Reason> {
    let text: String = text.chars().map(super::date::half_width).collect();
    let words = spelled(&text);
    let position = |is_it: &dyn Fn(&str) -> bool| C::WORDS.iter().position(|word| is_it(word));
    let by_word = position(&|word| spelled(word) == words);
    let by_number = (1..=C::ALL.len())
        .position(|number| text == number.to_string() || text == circled(number).to_string());
    let by_part = || {
        let is_short = |at: &usize| {
            let rest = C::WORDS[*at].strip_prefix(&*words);
            rest.is_some_and(|rest| LAST_WORDS.contains(&rest))
        };
        let mut short = (0..C::WORDS.len()).filter(is_short);
        match (short.next(), short.next()) {
            (Some(only), None) => Some(only),
            _ => text
                .strip_suffix('性')
                .and_then(|bare| position(&|word| word == bare)),
        }
    };
    by_word
        .or(by_number)
        .or_else(by_part)
        .map(|index| C::ALL[index])
        .ok_or(Reason::NotListed(C::WORDS))
}

/// Words are the same however their quotes and brackets are typed.
fn spelled(word: &str) -> String {
    word.chars()
        .filter_map(|character| match character {
            '“' | '”' | '"' | '「' | '」' => None,
            '(' => Some('（'),
            ')' => Some('）'),
            other => Some(other),
        })
        .collect()
}

/// Declares a list of values.
macro_rules! code_list {
    (
        $(#[$meta:meta])*
        $name:ident { $( $variant:ident = $word:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = $word] $variant, )*
        }

        impl $crate::model::code::Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            const WORDS: &'static [&'static str] = &[$($word),*];
        }

        impl $crate::model::value::Scalar for $name {
            const KIND: $crate::model::meaning::Kind =
                $crate::model::meaning::Kind::Word(<Self as $crate::model::code::Code>::WORDS);

            fn meaning(&self, _: &str) -> $crate::model::meaning::Meaning {
                let index = $crate::model::code::Code::index(*self);
                $crate::model::meaning::Meaning::Word($crate::model::code::Code::word(*self), index)
            }

            fn read(text: &str) -> Result<Self, $crate::model::value::Reason> {
                $crate::model::code::read(text)
            }

            fn spelled(&self, _: &str) -> Option<String> {
                Some($crate::model::code::Code::word(*self).to_owned())
            }
        }
    };
}
pub(crate) use code_list;
