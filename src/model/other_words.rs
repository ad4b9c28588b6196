//! What people write for a value of a list, and what is meant: one table
//! (`other_words.txt`), by which hints name the value, and importers of sheets can go.

use std::sync::LazyLock;

use super::date::half_width;
use super::education::Education;
use super::ethnicity::Ethnicity;
use super::nearest::{near_keys, near_values};

/// A line of the table: the list by its first value, what is meant, what is written.
type Line = (&'static str, Vec<&'static str>, Vec<&'static str>);

static TABLE: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let mut list = "";
    let mut lines = Vec::new();
    for line in include_str!("other_words.txt").lines() {
        if let Some(first) = line.strip_prefix('[') {
            list = first.trim_end_matches(']');
        } else if let Some((meant, written)) = line.split_once(" = ") {
            let words = |text: &'static str| text.split(' ').collect();
            lines.push((list, words(meant), words(written)));
        }
    }
    lines
});

/// The values of a list that may be meant by a text that is none of them.
pub fn meant(text: &str, values: &'static [&'static str]) -> Vec<&'static str> {
    let bare = bare(text);
    let known = values.first().and_then(|list| known(list, &bare));
    known.unwrap_or_else(|| near_values(&bare, values.iter().copied()))
}

/// What the table says of a text in the section of a list, by its first value, 民族 or
/// 学历.
pub fn written(list: &str, text: &str) -> Option<Vec<&'static str>> {
    known(list, &bare(text))
}

/// What the table says of a text, in a section.
fn known(list: &str, text: &str) -> Option<Vec<&'static str>> {
    let mut lines = TABLE.iter().filter(|(section, ..)| *section == list);
    let line = lines.find(|(_, _, written)| written.contains(&text));
    line.map(|(_, meant, _)| meant.clone())
}

fn bare(text: &str) -> String {
    let seen = text.chars().filter(|c| !c.is_whitespace());
    seen.map(half_width).collect()
}

/// The names of nationalities that may be meant by a text that is none.
pub fn nationalities(text: &str) -> Vec<String> {
    let bare = bare(text);
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    let people = bare
        .strip_suffix(['人', '民'])
        .map(|name| format!("{name}族"));
    let names: Vec<String> = Ethnicity::names().collect();
    match known("民族", &bare) {
        Some(known) => owned(known),
        None => match people.filter(|name| names.contains(name)) {
            Some(name) => vec![name],
            None => owned(near_keys(&bare, names.iter().map(String::as_str))),
        },
    }
}

/// The levels of education that may be meant by a text that is none: where several may,
/// the certificate says which.
pub fn levels(text: &str) -> Vec<&'static str> {
    let bare = bare(text);
    let endings = ["毕业", "肄业", "学历", "文化程度", "程度"];
    let bare = endings
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(&bare);
    let known = known("学历", bare);
    known.unwrap_or_else(|| near_values(bare, Education::words()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::code::Code;
    use crate::model::codes::*;
    use crate::model::settings::Level;
    use crate::model::value::Scalar;

    const LISTS: [&[&str]; 19] = [
        Sex::WORDS,
        Occupation::WORDS,
        LossCause::WORDS,
        OrganisationClass::WORDS,
        OrganisationKind::WORDS,
        SearchResult::WORDS,
        SearchMethod::WORDS,
        Fault::WORDS,
        Correction::WORDS,
        AwayRange::WORDS,
        Employment::WORDS,
        Status::WORDS,
        DuesClass::WORDS,
        Departure::WORDS,
        Disposition::WORDS,
        RuleSet::WORDS,
        AgeMethod::WORDS,
        EmptyCell::WORDS,
        Level::WORDS,
    ];

    fn written_for(list: &[&str]) -> Vec<&'static str> {
        let lines = TABLE
            .iter()
            .filter(|(first, ..)| list.first() == Some(first));
        lines
            .flat_map(|(_, _, written)| written.iter().copied())
            .collect()
    }

    #[test]
    fn every_list_has_a_section_whose_lines_lead_to_its_values() {
        let others = [ProbationerCount::WORDS, RollSplit::WORDS];
        let lists: Vec<&[&str]> = LISTS.into_iter().chain(others).collect();
        let of_lists = TABLE
            .iter()
            .filter(|(first, ..)| !["民族", "学历"].contains(first));
        for (first, meant, written) in of_lists {
            let mut of_name = lists.iter().filter(|list| list.first() == Some(first));
            let list = of_name.next().expect(first);
            assert!(of_name.next().is_none(), "{first} begins two lists");
            assert!(meant.iter().all(|value| list.contains(value)), "{meant:?}");
            for word in written {
                assert!(!list.contains(word), "{first}: {word}");
                let same = written_for(list).into_iter().filter(|other| other == word);
                assert_eq!(same.count(), 1, "{first}: {word}");
            }
        }
        assert!(lists.iter().all(|list| !written_for(list).is_empty()));
    }

    #[test]
    fn nationalities_and_levels_of_education_are_those_that_are_read() {
        for (list, meant, _) in TABLE.iter() {
            let is_read = |text: &str| match *list {
                "民族" => Ethnicity::read(text).is_ok(),
                _ => Education::read(text).is_ok(),
            };
            if ["民族", "学历"].contains(list) {
                assert!(meant.iter().all(|text| is_read(text)), "{meant:?}");
            }
        }
        for (text, expected) in [
            ("维族", vec!["维吾尔族"]),
            ("蒙族", vec!["蒙古族"]),
            ("回民", vec!["回族"]),
            ("东乡簇", vec!["东乡族"]),
            ("回簇", vec!["回族"]),
            ("穿青人", vec!["未识别民族"]),
            ("火星族", vec![]),
        ] {
            assert_eq!(nationalities(text), expected, "{text}");
        }
        for (text, expected) in [
            ("高小", vec!["小学"]),
            ("电大", vec!["大专", "大学本科"]),
            ("大学本课", vec!["大学本科"]),
            ("研宄生", vec!["研究生"]),
        ] {
            assert_eq!(levels(text), expected, "{text}");
        }
    }

    /// What one slip makes of a value: a character too much, too little, another, two
    /// that have changed places.
    fn slips(value: &str, alphabet: &[char]) -> Vec<String> {
        let value: Vec<char> = value.chars().collect();
        let mut slips = Vec::new();
        for at in 0..=value.len() {
            let (before, rest) = value.split_at(at);
            let mut add = |middle: &[char], behind: &[char]| {
                slips.push([before, middle, behind].concat().into_iter().collect());
            };
            if let [_, behind @ ..] = rest {
                add(&[], behind);
                alphabet.iter().for_each(|c| add(&[*c], behind));
            }
            if let [a, b, behind @ ..] = rest {
                add(&[*b, *a], behind);
            }
            alphabet.iter().for_each(|c| add(&[*c], rest));
        }
        slips
    }

    /// A slip of a value is never taken for others alone, so never for its opposite, but
    /// where it is a word that the table knows: that says what it says.
    #[test]
    fn no_slip_of_a_value_is_taken_for_its_opposite() {
        let mut count = 0;
        for list in LISTS {
            let mut alphabet: Vec<char> = list
                .concat()
                .chars()
                .chain("甲无未不非已".chars())
                .collect();
            alphabet.sort_unstable();
            alphabet.dedup();
            for value in list {
                for slip in slips(value, &alphabet) {
                    let is_word = list.contains(&&*slip) || written_for(list).contains(&&*slip);
                    let meant = meant(&slip, list);
                    let is_sure = meant.is_empty() || meant.contains(value);
                    assert!(is_word || is_sure, "{value}: {slip} → {meant:?}");
                    count += 1;
                }
            }
        }
        assert!(count > 20_000, "{count}");
    }
}
