//! What a sheet says that the program works out by itself: it is not taken in but compared.

use super::draft::Draft;
use super::heading::Computed;
use super::known::Target;
use crate::Project;
use crate::derive::{Asking, Certainty, Facts, Reading, Reference};
use crate::model::date::PartialDate;
use crate::model::member::Member;
use crate::model::provenance::{Keys, Traced};
use crate::model::value::{Given as _, Scalar as _};

/// What the program works out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The column.
    pub label: String,
    /// What the sheet says.
    pub sheet: String,
    /// What the program says; nothing where it cannot say it.
    pub here: String,
}

/// What the program works out otherwise of a member than a row says.
pub fn differences(
    project: &Project,
    target: &Target,
    member: Option<&Member>,
    draft: &Draft,
) -> Vec<Difference> {
    if draft.computed.is_empty() {
        return Vec::new();
    }
    let cards = &project.declared.cards;
    let reference = cards
        .iter()
        .find_map(|card| project.source().reference(target.unit, card));
    let (Some(member), Some(reference)) = (member, reference) else {
        return Vec::new();
    };
    let facts = Facts::derive(member, reference);
    let compared = draft
        .computed
        .iter()
        .filter_map(|(computed, label, sheet)| {
            let here = here(*computed, member, reference, &facts)?.value;
            let is_other = !here.is_empty() && !agrees(*computed, sheet, &here);
            is_other.then(|| Difference {
                label: label.clone(),
                sheet: sheet.clone(),
                here: here.join("—"),
            })
        });
    compared.collect()
}

/// What the program works out, on each reading, with the keys that follows from; none where
/// there is nothing to compare.
pub fn here(
    computed: Computed,
    member: &Member,
    reference: &Reference,
    facts: &Facts,
) -> Option<Traced<Vec<String>>> {
    let ends = |reading: Reading<i32>| match reading {
        Reading::Known(years) => vec![years.to_string()],
        Reading::Open(low, high) => vec![low.to_string(), high.to_string()],
    };
    let words = |certainty: Traced<Certainty>, yes: &str, no: &str| {
        certainty.map(|certainty| match certainty {
            Certainty::Yes => vec![yes.to_owned()],
            Certainty::No => vec![no.to_owned()],
            Certainty::Open => vec![yes.to_owned(), no.to_owned()],
        })
    };
    Some(match computed {
        Computed::Age => facts
            .age
            .completed
            .map(|age| age.map(ends).unwrap_or_default()),
        Computed::Standing => facts.standing.map(|standing| match standing {
            Some(standing) if standing.probationer.is_yes() => vec!["预备".to_owned()],
            Some(standing) => ends(standing.years()),
            None => Vec::new(),
        }),
        Computed::Category => words(facts.probationer, "预备党员", "正式党员"),
        Computed::State => {
            let suspended = Asking::of(member, reference).traced(|member, days| {
                let day = member.suspended().given();
                day.is_some_and(|day| day.earliest() <= days.filled_on())
            });
            match suspended.value {
                true => suspended.map(|_| vec!["停止党籍".to_owned()]),
                false => words(facts.on_roll, "正常", "不在册").joined(suspended.keys),
            }
        }
        Computed::Lost => return None,
        Computed::Has("失联") => words(facts.lost.lost_before, "是", "否"),
        Computed::Has("流动") => words(facts.away, "是", "否"),
        Computed::Has(route) => {
            let has = crate::author::member::given(member)
                .keys()
                .any(|key| key.route().starts_with(route));
            let has = if has { Certainty::Yes } else { Certainty::No };
            // Any key of the block would make it so.
            words(Traced::constant(has).joined(Keys::ALL), "是", "否")
        }
    })
}

/// Whether a sheet says what the program works out, on one of its readings.
fn agrees(computed: Computed, sheet: &str, here: &[String]) -> bool {
    let sheet: String = sheet.chars().filter(|c| !c.is_whitespace()).collect();
    let is_said = |text: &str| here.iter().any(|here| here == text);
    match computed {
        Computed::Age | Computed::Standing => {
            let figures: String = sheet.chars().take_while(char::is_ascii_digit).collect();
            match figures.is_empty() {
                true => is_said(&sheet) || sheet.contains("预备") && is_said("预备"),
                false => is_said(figures.trim_start_matches('0')) || is_said(&figures),
            }
        }
        Computed::Category if sheet.contains("预备") => is_said("预备党员"),
        Computed::Category => sheet.contains("党员") && is_said("正式党员"),
        Computed::State => is_said(&sheet) || sheet.contains("正常") && is_said("正常"),
        Computed::Lost => true,
        Computed::Has(_) => match bool::read(&sheet) {
            Ok(flag) => is_said(if flag { "是" } else { "否" }),
            Err(_) => false,
        },
    }
}

/// The latest of dates as files have them.
pub fn latest(dates: &[String]) -> Option<String> {
    let read = dates
        .iter()
        .filter_map(|text| Some((PartialDate::read(text).ok()?, text)));
    read.max_by_key(|(date, _)| date.latest())
        .map(|(_, text)| text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_in_other_words_agrees() {
        let here = |texts: &[&str]| {
            texts
                .iter()
                .map(|&text| text.to_owned())
                .collect::<Vec<_>>()
        };
        for (computed, sheet, texts, expected) in [
            (Computed::Age, "51", &["51"][..], true),
            (Computed::Age, "51岁", &["51"], true),
            (Computed::Age, "50", &["51"], false),
            (Computed::Age, "50", &["50", "51"], true),
            (Computed::Standing, "24年5个月", &["24"], true),
            (Computed::Standing, "预备", &["预备"], true),
            (Computed::Standing, "0", &["0"], true),
            (Computed::Category, "预备党员", &["正式党员"], false),
            (Computed::Category, "中共党员", &["正式党员"], true),
            (Computed::State, "停止党籍", &["正常"], false),
            (Computed::Has("流动"), "是", &["是"], true),
            (Computed::Has("流动"), "常年在外", &["是"], false),
        ] {
            assert_eq!(
                agrees(computed, sheet, &here(texts)),
                expected,
                "{sheet} {texts:?}"
            );
        }
    }
}
