//! The order of Chinese texts: as characters stand in their table, by pinyin, by strokes.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::{Locale, locale};

use super::strokes;
use super::surnames::parts;

/// In which order texts stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Collation {
    /// In that of their characters; words of a list in that of the list.
    #[default]
    Plain,
    /// By pinyin; of characters with several readings, by the most common one.
    Pinyin,
    /// By the pinyin of names of persons, whose surnames are read as such.
    Names,
    /// By the number of strokes and their kinds, as the mainland's norm counts them.
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
            let is_name = of.trim().rsplit('.').next() == Some("姓名");
            match collation {
                Self::Pinyin if is_name => Some((Self::Names, of)),
                _ => Some((collation, of)),
            }
        });
        found.unwrap_or((Self::Plain, text))
    }

    /// Compares two texts.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match self {
            Self::Plain => a.cmp(b),
            Self::Names => by_name(a, b),
            Self::Pinyin => {
                static KEPT: Kept = OnceLock::new();
                collated(&KEPT, &locale!("zh-u-co-pinyin"), a, b)
            }
            Self::Strokes => by_strokes(a, b),
        }
    }
}

/// Where a character stands in the order of strokes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Stroked {
    /// Before all characters of Chinese: dots, figures.
    Other,
    Norm(usize),
    /// What the norm does not have: traditional forms, letters.
    Rare,
}

impl Stroked {
    fn of(character: char) -> Self {
        let other = || match by_cldr(character, '一') {
            Ordering::Less => Self::Other,
            _ => Self::Rare,
        };
        strokes::place(character).map_or_else(other, Self::Norm)
    }
}

/// Character by character: what the norm orders among itself keeps its order, whatever
/// else stands in a name.
fn by_strokes(a: &str, b: &str) -> Ordering {
    let mut pairs = a.chars().zip(b.chars());
    let Some((a_first, b_first)) = pairs.find(|(a, b)| a != b) else {
        return a.cmp(b);
    };
    let by = Stroked::of(a_first).cmp(&Stroked::of(b_first));
    by.then_with(|| by_cldr(a_first, b_first))
}

/// By the strokes that CLDR counts, the Taiwanese ones.
fn by_cldr(a: char, b: char) -> Ordering {
    static KEPT: Kept = OnceLock::new();
    let [mut a_text, mut b_text] = [[0; 4]; 2];
    let [a, b] = [&*a.encode_utf8(&mut a_text), b.encode_utf8(&mut b_text)];
    collated(&KEPT, &locale!("zh-u-co-stroke"), a, b)
}

fn collated(kept: &'static Kept, locale: &Locale, a: &str, b: &str) -> Ordering {
    let collator = kept.get_or_init(|| collator(locale));
    let by = collator.as_ref().map(|collator| collator.compare(a, b));
    by.unwrap_or(Ordering::Equal).then_with(|| a.cmp(b))
}

/// Surnames that are read alike do not mix.
fn by_name(a: &str, b: &str) -> Ordering {
    let [(reading, surname, rest), other] = [a, b].map(parts);
    let by = Collation::Pinyin.compare(reading, other.0);
    let by = by.then_with(|| surname.cmp(other.1));
    by.then_with(|| Collation::Pinyin.compare(rest, other.2))
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

    /// bai, chen, dong, li, ma, wang, zhang, zhao; 2, 3, 4, 5, 7, 7, 9, 12 strokes as in
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

    /// 5 and 4 strokes, 9 and 8, …: grass and mound have three and two, not four and three
    /// as in Taiwan.
    #[test]
    fn strokes_are_those_of_the_mainland() {
        for (text, ordered) in [
            ("冯邓", "邓冯"),
            ("单陈苏花", "花苏陈单"),
            ("赵郑", "郑赵"),
            ("梁郭莫", "莫郭梁"),
            ("韩黄潘蔡", "黄韩蔡潘"),
        ] {
            assert_eq!(sorted(Collation::Strokes, text), ordered);
        }
    }

    /// A name with a dot stands before one that goes on in characters; what the norm does
    /// not have, traditional forms, after what it has, by CLDR: 車 7, 陳 11, then letters.
    #[test]
    fn what_the_norm_does_not_have_stands_beside_it() {
        assert_eq!(sorted(Collation::Strokes, "陳齉車丁·A"), "·丁齉車陳A");
        let mut names = ["丁一", "丁", "丁·一", "丁A", "丁a", "丁齉"];
        names.sort_by(|a, b| Collation::Strokes.compare(a, b));
        assert_eq!(names, ["丁", "丁·一", "丁一", "丁齉", "丁a", "丁A"]);
    }

    /// Each between two names whose readings stand before and after it in the dictionary:
    /// shā shàn shào, yuán zēng zhāng, xiāo xiè xú, qín qiú qū, …
    #[test]
    fn surnames_are_read_as_surnames() {
        for (before, name, after) in [
            ("沙一", "单一", "邵一"),
            ("袁一", "曾一", "张一"),
            ("肖一", "解一", "徐一"),
            ("秦一", "仇一", "屈一"),
            ("岳一", "查一", "张一"),
            ("倪一", "区一", "潘一"),
            ("饶一", "任一", "阮一"),
            ("胡一", "华一", "黄一"),
            ("彭一", "朴一", "蒲一"),
            ("高一", "盖一", "龚一"),
            ("高一", "葛一", "龚一"),
            ("于一", "尉迟一", "袁一"),
            ("苗一", "万俟一", "穆一"),
            ("陶一", "万一", "王一"),
        ] {
            let ordered = |a, b| Collation::Names.compare(a, b) == Ordering::Less;
            assert!(ordered(before, name), "{before} {name}");
            assert!(ordered(name, after), "{name} {after}");
        }
    }

    /// Who is read 单 as 善 is stays with his own.
    #[test]
    fn surnames_that_are_read_alike_do_not_mix() {
        let mut names = ["善二", "单三", "善一", "单一"];
        names.sort_by(|a, b| Collation::Names.compare(a, b));
        let surnames: String = names
            .iter()
            .filter_map(|name| name.chars().next())
            .collect();
        assert!(
            ["单单善善", "善善单单"].contains(&surnames.as_str()),
            "{surnames}"
        );
        // sān stands before yī.
        let first = names.iter().find(|name| name.starts_with('单'));
        assert_eq!(first, Some(&"单三"));
    }

    #[test]
    fn a_function_says_the_order() {
        assert_eq!(Collation::read("拼音(姓名)"), (Collation::Names, "姓名"));
        let place = Collation::read("拼音(籍贯)");
        assert_eq!(place, (Collation::Pinyin, "籍贯"));
        assert_eq!(Collation::read("姓名"), (Collation::Plain, "姓名"));
    }
}
