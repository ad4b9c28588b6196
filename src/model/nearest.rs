//! Words that are like others: what a slip was meant for.

/// How like two words are, from 0 to 1; a word cut short is very like.
fn likeness(text: &str, candidate: &str) -> f64 {
    let is_part =
        text.chars().count() > 1 && (candidate.contains(text) || text.contains(candidate));
    match is_part {
        true => 0.9,
        false => strsim::normalized_damerau_levenshtein(text, candidate),
    }
}

/// The candidate most like `text`, if one is like it at all.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_from(0.4, text, candidates)
}

/// The value most like `text`. Values are short, and one that shares a character
/// may mean the opposite: it must share more than half.
pub fn nearest_value<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_from(0.51, text, candidates)
}

fn nearest_from<'a>(
    least: f64,
    text: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .map(|candidate| (likeness(text, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= least)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
