//! Letters of introduction that are printed in a round are numbered one after the other.

use std::collections::BTreeMap;

use super::letter_twice::Issued;
use crate::check::prelude::*;

rule! {
    /// Numbers are left out before a letter's.
    Gap {
        /// The number before it.
        before: String,
        /// How many are left out.
        missing: u64,
    } = N1207 "介绍信编号不连续" Notice;
    zh "从“{before}”号到这一封，中间少 {missing} 个号" "核对存根：作废的留着存根；别的也要打印的，写“打印介绍信: true”";
    en "from number “{before}” to this letter {missing} numbers are left out"
       "look at the counterfoils: keep void ones; for what should be printed, too, give 打印介绍信: true";
}

/// Tells of each printed letter before which numbers are left out.
pub fn look(issued: &BTreeMap<UnitId, Vec<Issued<'_>>>, found: &mut Vec<Diagnostic>) {
    for letters in issued.values() {
        let mut series = BTreeMap::<_, BTreeMap<u64, &Issued<'_>>>::new();
        for one in letters.iter().filter(|one| one.letter.is_printed) {
            if let Some((before, number, behind)) = parts(&one.letter.number) {
                let series = series.entry((before, behind)).or_default();
                series.entry(number).or_insert(one);
            }
        }
        for series in series.values() {
            let pairs = series.iter().zip(series.iter().skip(1));
            for ((low, first), (high, second)) in
                pairs.filter(|((low, _), (high, _))| *high - *low > 1)
            {
                let gap = Gap {
                    before: first.letter.number.clone(),
                    missing: high - low - 1,
                };
                let affected = second.of.clone().of(Keys::NONE);
                let at = At::Span(second.letter.at);
                found.push(Finding::from(gap).at(second.path.to_owned(), at, affected));
            }
        }
    }
}

/// A number: what stands before its last figures, these, and what stands behind them.
fn parts(text: &str) -> Option<(&str, u64, &str)> {
    let end = text.rfind(|one: char| one.is_ascii_digit())? + 1;
    let start = text[..end]
        .rfind(|one: char| !one.is_ascii_digit())
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    Some((&text[..start], text[start..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn numbers() {
        assert_eq!(parts("12"), Some(("", 12, "")));
        assert_eq!(parts("会直〔2016〕012号"), Some(("会直〔2016〕", 12, "号")));
        assert_eq!(parts("无"), None);
        assert_eq!(parts("99999999999999999999999"), None);
    }
}
