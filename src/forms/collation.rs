//! The order of Chinese texts: as characters stand in their table, by pinyin, by strokes.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::{Locale, locale};

/// In which order texts stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Collation {
    /// In that of their characters; words of a list in that of the list.
    #[default]
    Plain,
    /// By pinyin; of characters with several readings, by the most common one.
    Pinyin,
    /// By the number of strokes, as surnames mostly are.
    Strokes,
}

/// A collator for all of the run; none where the data of the library has none.
type Kept = OnceLock<Option<CollatorBorrowed<'static>>>;

impl Collation {
    /// A function of 排序, as `拼音(姓名)`: which it is, and what it is of.
    pub fn read(text: &str) -> (Self, &str) {
        let named = [("拼音(", Self::Pinyin), ("笔画(", Self::Strokes)];
        let found = named.into_iter().find_map(|(name, collation)| {
            let of = text.trim().strip_prefix(name)?.strip_suffix(')')?;
            Some((collation, of))
        });
        found.unwrap_or((Self::Plain, text))
    }

    /// Compares two texts.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        static PINYIN: Kept = OnceLock::new();
        static STROKES: Kept = OnceLock::new();
        let (kept, locale) = match self {
            Self::Plain => return a.cmp(b),
            Self::Pinyin => (&PINYIN, locale!("zh-u-co-pinyin")),
            Self::Strokes => (&STROKES, locale!("zh-u-co-stroke")),
        };
        let collator = kept.get_or_init(|| collator(&locale));
        let by = collator.as_ref().map(|collator| collator.compare(a, b));
        by.unwrap_or(Ordering::Equal).then_with(|| a.cmp(b))
    }
}

fn collator(locale: &Locale) -> Option<CollatorBorrowed<'static>> {
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(collation: Collation, text: &str) -> String {
        let mut all: Vec<String> = text.chars().map(String::from).collect();
        all.sort_by(|a, b| collation.compare(a, b));
        all.concat()
    }

    /// bai, chen, dong, li, ma, wang, zhang, zhao; 2, 3, 4, 5, 7, 8, 9, 11 strokes as in
    /// the dictionary of Xinhua.
    #[test]
    fn names_stand_by_pinyin_or_by_strokes() {
        assert_eq!(
            sorted(Collation::Pinyin, "赵张王马李董陈白"),
            "白陈董李马王张赵"
        );
        assert_eq!(
            sorted(Collation::Strokes, "董赵陈李白王马丁"),
            "丁马王白李陈赵董"
        );
    }

    #[test]
    fn a_function_says_the_order() {
        assert_eq!(Collation::read("拼音(姓名)"), (Collation::Pinyin, "姓名"));
        assert_eq!(Collation::read("姓名"), (Collation::Plain, "姓名"));
    }
}
